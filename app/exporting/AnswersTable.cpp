#include "exporting/Assessed.h"
#include "exporting/Tables.h"

namespace serein::exporting {

namespace {

const QStringList columns{QStringLiteral("subject"),
                          QStringLiteral("timepoint"),
                          QStringLiteral("sequence"),
                          QStringLiteral("instrument"),
                          QStringLiteral("instrument_version"),
                          QStringLiteral("definition"),
                          QStringLiteral("pack"),
                          QStringLiteral("provenance"),
                          QStringLiteral("language"),
                          QStringLiteral("profile"),
                          QStringLiteral("mode"),
                          QStringLiteral("kind"),
                          QStringLiteral("id"),
                          QStringLiteral("concept"),
                          QStringLiteral("value"),
                          QStringLiteral("text"),
                          QStringLiteral("state"),
                          QStringLiteral("reason"),
                          QStringLiteral("planned_opens"),
                          QStringLiteral("planned_closes"),
                          QStringLiteral("night_of"),
                          QStringLiteral("punctuality"),
                          QStringLiteral("opened_at"),
                          QStringLiteral("answered_at"),
                          QStringLiteral("submitted_at"),
                          QStringLiteral("status"),
                          QStringLiteral("changes"),
                          QStringLiteral("response_ms"),
                          QStringLiteral("band"),
                          QStringLiteral("score_status"),
                          QStringLiteral("engine"),
                          QStringLiteral("corrected"),
                          QStringLiteral("original_value"),
                          QStringLiteral("original_text"),
                          QStringLiteral("correction_reason"),
                          QStringLiteral("window_reason"),
                          QStringLiteral("study_version"),
                          QStringLiteral("site"),
                          QStringLiteral("rater"),
                          QStringLiteral("label"),
                          QStringLiteral("filled_in_at")};

/// The cells of a row in the table's order.
QList<Cell> rowFrom(const QMap<QString, Cell>& cells) {
    QList<Cell> row;
    for (const QString& column : columns)
        row += cells.value(column);
    return row;
}

/// A scale that was not done: one row, of no item.
QList<Cell> missedRow(const Record& record, const MissedScale& one) {
    const study::Study& study = record.definitions.studyOf(one.missed->study);
    const instrument::Instrument& instrument = record.definitions.byHash(one.definition);
    const study::Planned planned = plannedFor(record, one);
    return rowFrom({{"subject", record.state.subject},
                    {"timepoint", one.key.timepoint},
                    {"sequence", Cell::number(Decimal(one.key.sequence))},
                    {"instrument", instrument.id},
                    {"instrument_version", instrument.version},
                    {"definition", one.definition},
                    {"kind", assessmentKind},
                    {"reason", one.missed->reason},
                    {"planned_opens", timeOf(planned.opensAt)},
                    {"planned_closes", timeOf(planned.closesAt)},
                    {"night_of", planned.nightOf.toString(Qt::ISODate)},
                    {"status", QStringLiteral("missed")},
                    {"study_version", study.version},
                    {"site", record.state.site},
                    {"rater", one.missed->remark.by},
                    {"label", instrument.name.in(QStringLiteral("en"))}});
}

/// Writes the rows of one assessment; what they share is worked out once.
class AssessmentRows {
public:
    AssessmentRows(const ledger::ParticipantState& state, const ledger::AssessmentState& assessment,
                   const Definitions& definitions, Table& table)
        : m_assessment(assessment), m_instrument(definitions.instrument(assessment)),
          m_pack(definitions.pack(assessment)), m_table(table) {
        const auto& [planned, punctuality] = timingOf(state, assessment, definitions);
        m_shared = {
            {"subject", state.subject},
            {"timepoint", assessment.key.timepoint},
            {"sequence", Cell::number(Decimal(assessment.key.sequence))},
            {"instrument", m_instrument.id},
            {"instrument_version", m_instrument.version},
            {"definition", assessment.definition},
            {"pack", assessment.pack},
            {"provenance", m_pack ? m_pack->provenance : QString()},
            {"language", assessment.language},
            {"profile", assessment.profile},
            {"mode", assessment.mode},
            {"planned_opens", timeOf(planned.opensAt)},
            {"planned_closes", timeOf(planned.closesAt)},
            {"night_of", planned.nightOf.toString(Qt::ISODate)},
            {"punctuality", punctuality},
            {"opened_at", timeOf(assessment.openedAt)},
            {"submitted_at", timeOf(assessment.submittedAt)},
            {"status", ledger::statusText(assessment.status)},
            {"window_reason", assessment.reason},
            {"study_version", definitions.versionOf(assessment)},
            {"site", state.site},
            {"filled_in_at", assessment.filledInAt},
        };
    }

    [[nodiscard]] Result<void> items() {
        SEREIN_TRY(const instrument::Answers answers, answersOf(m_assessment, m_instrument));
        const QStringList shown = instrument::visibleItems(m_instrument, answers, m_assessment.profile);
        for (const instrument::Item& item : m_instrument.items)
            if (item.asks())
                itemRow(item, answers.value(item.id), shown.contains(item.id));
        return {};
    }

    void scores() {
        for (const instrument::Score& score : m_instrument.scores) {
            if (!m_assessment.scores.contains(score.id))
                continue;
            const QJsonObject stored = m_assessment.scores.value(score.id).toObject();
            add({{"kind", QStringLiteral("score")},
                 {"id", score.id},
                 {"rater", m_assessment.submittedBy},
                 {"label", score.name.in(m_assessment.language)},
                 {"value", scoreCell(stored)},
                 {"band", stored.value(QLatin1String("band")).toString()},
                 {"score_status", stored.value(QLatin1String("status")).toString()},
                 {"engine", m_assessment.engine}});
            const QJsonObject first = m_assessment.submittedScores.value(score.id).toObject();
            if (m_assessment.corrections.isEmpty() || first == stored)
                continue;
            set("corrected", Cell::number(Decimal(1)));
            set("original_value", scoreCell(first));
        }
    }

private:
    using Cells = QMap<QString, Cell>;

    void itemRow(const instrument::Item& item, const instrument::Answer& answer, bool isShown) {
        const ItemState shownAs = itemState(item, answer, isShown, !m_assessment.notReached.contains(item.id));
        Cells cells{{"kind", QStringLiteral("item")}, {"id", item.id},          {"concept", item.concept_},
                    {"value", shownAs.value},         {"state", shownAs.state}, {"reason", shownAs.reason},
                    {"label", labelOf(item)}};
        if (shownAs.state == QLatin1String("answered"))
            cells.insert("text", wordsChosen(item, answer, m_pack));
        const auto given = m_assessment.answers.constFind(item.id);
        if (given != m_assessment.answers.constEnd()) {
            cells.insert("answered_at", timeOf(given->at));
            cells.insert("rater", given->actor);
            if (!given->mode.isEmpty())
                cells.insert("mode", given->mode); // it may have changed half way
            cells.insert("changes", Cell::number(Decimal(given->changes)));
            if (given->responseMs >= 0)
                cells.insert("response_ms", Cell::number(given->responseMs));
        }
        add(cells);
        if (const ledger::Correction* last = lastCorrection(item.id)) {
            const QJsonValue submitted = m_assessment.submittedAnswer(item.id);
            const auto original = instrument::answerFromJson(item, submitted);
            set("corrected", Cell::number(Decimal(1)));
            if (original)
                set("original_value", itemState(item, *original, true, true).value);
            if (original && instrument::isAnswered(*original))
                set("original_text", wordsChosen(item, *original, m_pack));
            set("correction_reason", last->reason);
        }
    }
    /// The question as it was put, or its concept where those words may not be exported.
    [[nodiscard]] QString labelOf(const instrument::Item& item) const {
        const QString text = m_pack && m_pack->allowsExport ? m_pack->items.value(item.id).text : QString();
        return text.isEmpty() ? item.concept_ : text;
    }
    [[nodiscard]] const ledger::Correction* lastCorrection(const QString& item) const {
        const ledger::Correction* last = nullptr;
        for (const ledger::Correction& correction : m_assessment.corrections)
            if (correction.item == item)
                last = &correction;
        return last;
    }
    /// In the row just added.
    void set(const char* column, const Cell& cell) {
        m_table.rows.last()[columns.indexOf(QLatin1String(column))] = cell;
    }
    void add(const Cells& own) {
        QList<Cell> row;
        for (const QString& column : columns)
            row += own.value(column, m_shared.value(column));
        m_table.rows += row;
    }

    const ledger::AssessmentState& m_assessment;
    const instrument::Instrument& m_instrument;
    const instrument::TextPack* m_pack;
    Table& m_table;
    Cells m_shared;
};

} // namespace

Result<Table> answersTable(const ledger::ParticipantState& state, const Definitions& definitions) {
    Table table{columns, {}};
    for (const ledger::AssessmentState* assessment : inStudyOrder(state, definitions.study())) {
        AssessmentRows rows(state, *assessment, definitions, table);
        SEREIN_CHECK(rows.items());
        rows.scores();
    }
    return table;
}

Result<Table> answersTable(const Record& record) {
    SEREIN_TRY(Table table, answersTable(record.state, record.definitions));
    for (const MissedScale& one : missedScales(record))
        table.rows += missedRow(record, one);
    return table;
}

} // namespace serein::exporting

#include "exporting/SdtmFindings.h"

#include "exporting/SdtmTests.h"
#include "exporting/Tables.h"

#include <algorithm>

namespace serein::exporting {

namespace {

const QString notDone = QStringLiteral("NOT DONE");

struct FindingsRow {
    SdtmCells cells;
    SdtmMoment moment;
    bool isShown = true;
};

/// The rows of one participant, assessment by assessment.
class Findings {
public:
    Findings(const Record& record, const SdtmPlan& plan)
        : m_record(record), m_plan(plan), m_subject(SdtmSubject::of(record)) {}

    [[nodiscard]] Result<SdtmFindings> build() {
        for (const ledger::AssessmentState* assessment : inStudyOrder(m_record.whole(), m_record.definitions.study())) {
            m_isShown = m_record.state.assessment(assessment->key) != nullptr;
            SEREIN_CHECK(add(*assessment));
        }
        missed();
        for (auto it = m_rows.begin(); it != m_rows.end(); ++it)
            take(it.key(), *it);
        return m_found;
    }

private:
    [[nodiscard]] Result<void> add(const ledger::AssessmentState& assessment) {
        const instrument::Instrument& instrument = m_record.definitions.instrument(assessment);
        const SdtmTests tests(instrument);
        begin(assessment.key, instrument, m_record.definitions.study(assessment));
        moment(assessment);
        supplements(assessment);
        SEREIN_TRY(const QList<AssessedItem> items, assessedItems(assessment, instrument));
        for (const AssessedItem& item : items)
            if (assessment.status != ledger::AssessmentStatus::Open || item.state == QLatin1String("answered") ||
                item.state == QLatin1String("declined"))
                itemRow(assessment, item, tests.item(item.item->id));
        for (const instrument::Score& score : instrument.scores)
            if (assessment.scores.contains(score.id))
                scoreRow(assessment, score, tests.score(score.id));
        return {};
    }

    /// What all rows of one assessment share. `study`: the version under which it was begun, or missed.
    void begin(const ledger::AssessmentKey& key, const instrument::Instrument& instrument, const study::Study& study) {
        m_domain = m_plan.domainOf(instrument);
        m_moment = {};
        m_shared = {{"GRPID", key.toString()}, {"CAT", sdtmCategory(instrument)}};
        const study::Timepoint* timepoint = study.timepoint(key.timepoint);
        const QString label = timepoint ? timepoint->label.in(QStringLiteral("en")) : key.timepoint;
        const bool isRepeat = key.sequence > 1;
        m_shared.insert("VISIT", isRepeat ? QStringLiteral("%1, %2").arg(label).arg(key.sequence) : label);
        m_shared.insert("VISITNUM",
                        Decimal(m_plan.visitNumber(key.timepoint, label)) + Decimal(key.sequence - 1) / Decimal(100));
        if (timepoint)
            timed(study, *timepoint, key);
        const QString recall =
            instrument.json.value(QLatin1String("recall")).toObject().value(QLatin1String("period")).toString();
        if (instrument.recallsNight)
            m_shared.insert("EVINTX", QStringLiteral("LAST NIGHT"));
        else if (instrument.recall != IsoDuration())
            m_shared.insert("EVLINT", u'-' + recall);
    }
    /// A timepoint that hangs minutes or hours from what happened, or is at once.
    void timed(const study::Study& study, const study::Timepoint& timepoint, const ledger::AssessmentKey& key) {
        const int number = sdtmTimeNumber(study, timepoint);
        if (number == 0)
            return;
        const study::Window& window = timepoint.window;
        const study::Anchor* anchor = study.anchor(window.anchor);
        m_shared.insert("TPT", timepoint.label.in(QStringLiteral("en")));
        m_shared.insert("TPTNUM", Decimal(number));
        m_shared.insert("ELTM", window.offset.toString());
        m_shared.insert("TPTREF", anchor ? anchor->label.in(QStringLiteral("en")) : window.anchor);
        m_shared.insert("RFTDTC", m_subject.moment(m_record.whole().anchorsFor(key).value(window.anchor)).text());
    }
    void moment(const ledger::AssessmentState& assessment) {
        m_moment = m_subject.moment(assessment);
        m_shared.insert("DTC", m_moment.text());
        m_shared.insert("DY", m_subject.dayOf(m_moment));
        m_shared.insert("EPOCH", m_subject.epochOf(m_moment));
    }

    void supplement(const QString& idVariable, const QString& idValue, const char* name, const char* label,
                    const QString& value, const char* origin = "Collected") {
        if (value.isEmpty() || !m_isShown)
            return;
        const QString variable = m_domain + QLatin1String(name);
        const QStringList pieces = sdtmPieces(value);
        for (qsizetype i = 0; i < pieces.size(); ++i)
            m_found.supplements.append({m_domain, m_domain + idVariable, idValue,
                                        i == 0 ? variable : sdtmContinued(variable, i), QString::fromLatin1(label),
                                        pieces[i], QString::fromLatin1(origin)});
    }
    void supplements(const ledger::AssessmentState& assessment) {
        const auto& [planned, punctuality] = timingOf(m_record.whole(), assessment, m_record.definitions);
        const instrument::TextPack* pack = m_record.definitions.pack(assessment);
        const QString id = assessment.key.toString();
        const auto add = [&](const char* name, const char* label, const QString& value, const char* origin) {
            supplement(QStringLiteral("GRPID"), id, name, label, value, origin);
        };
        add("STATUS", "Status of the Assessment", ledger::statusText(assessment.status), "Assigned");
        add("MODE", "Mode of Administration", assessment.mode, "Collected");
        add("LANG", "Language of the Words", assessment.language, "Collected");
        add("PROV", "Provenance of the Words", pack ? pack->provenance : QString(), "Assigned");
        add("DEF", "SHA-256 of the Definition", assessment.definition, "Assigned");
        add("PROFIL", "Rule That Scored It", assessment.profile, "Assigned");
        add("PLNBEG", "Window Opens", timeOf(planned.opensAt), "Derived");
        add("PLNEND", "Window Closes", timeOf(planned.closesAt), "Derived");
        add("NIGHT", "Date of Going to Bed", planned.nightOf.toString(Qt::ISODate), "Derived");
        add("WINDOW", "Against Its Window", punctuality, "Derived");
        add("WINRSN", "Reason Outside the Window", assessment.reason, "Collected");
        add("STDVER", "Version of the Study", m_record.definitions.versionOf(assessment), "Assigned");
    }

    /// Adds a row; what is too long for its column goes on in SUPP--.
    void add(SdtmCells cells) {
        for (auto it = m_shared.begin(); it != m_shared.end(); ++it)
            if (!cells.contains(it.key()))
                cells.insert(it.key(), *it);
        QList<FindingsRow>& rows = m_rows[m_domain];
        const auto sequence = static_cast<int>(rows.size()) + 1;
        m_sequence = QString::number(sequence);
        cells.insert("SEQ", Decimal(sequence));
        for (const char* name : {"ORRES", "STRESC", "REASND"}) {
            const QString column = QString::fromLatin1(name);
            const SdtmValue whole = cells.value(column);
            const auto* text = std::get_if<QString>(&whole);
            const QStringList pieces = text ? sdtmPieces(*text) : QStringList();
            if (pieces.size() < 2)
                continue;
            const bool isSame =
                column == QLatin1String("STRESC") && cells.value(QStringLiteral("ORRES")) == SdtmValue(pieces[0]);
            cells.insert(column, pieces[0]);
            for (qsizetype i = 1; m_isShown && !isSame && i < pieces.size(); ++i)
                m_found.supplements.append({m_domain, m_domain + QStringLiteral("SEQ"), m_sequence,
                                            sdtmContinued(m_domain + column, i), QStringLiteral("Continued"), pieces[i],
                                            QStringLiteral("Collected")});
        }
        rows.append({cells, m_moment, m_isShown});
    }
    void itemSupplement(const char* name, const char* label, const QString& value) {
        supplement(QStringLiteral("SEQ"), m_sequence, name, label, value);
    }

    void itemRow(const ledger::AssessmentState& assessment, const AssessedItem& assessed, const SdtmTest& test) {
        const instrument::Item& item = *assessed.item;
        SdtmCells cells{{"TESTCD", test.code}, {"TEST", test.name}};
        const QString unit = item.type == instrument::ItemType::Duration ? QStringLiteral("min") : item.unit;
        if (assessed.state == QLatin1String("answered")) {
            const Cell value = itemState(item, assessed.answer, true, true).value;
            cells.insert("ORRES", sdtmOriginal(assessed, m_record.definitions.pack(assessment)));
            cells.insert("STRESC", value.text);
            if (value.isNumber) {
                cells.insert("STRESN", *Decimal::fromString(value.text));
                if (!unit.isEmpty()) {
                    cells.insert("ORRESU", unit);
                    cells.insert("STRESU", unit);
                }
            }
        } else {
            cells.insert("STAT", notDone);
            cells.insert("REASND", sdtmReason(assessed));
        }
        add(cells);
        const ledger::AnswerState given = assessment.answers.value(item.id);
        if (!given.mode.isEmpty() && given.mode != assessment.mode)
            itemSupplement("MODE", "Mode of Administration", given.mode);
        corrections(assessment, item);
    }
    void corrections(const ledger::AssessmentState& assessment, const instrument::Item& item) {
        const auto last = std::ranges::find(assessment.corrections.rbegin(), assessment.corrections.rend(), item.id,
                                            &ledger::Correction::item);
        if (last == assessment.corrections.rend())
            return;
        const auto first = instrument::answerFromJson(item, assessment.submittedAnswer(item.id));
        const ItemState was = first ? itemState(item, *first, true, true) : ItemState();
        itemSupplement("ORIG", "Submitted before Correction",
                       was.value.text.isEmpty() ? was.state.toUpper() : was.value.text);
        itemSupplement("CORR", "Reason for Correction", last->reason);
    }

    /// A stored score; one that is missing has no row.
    void scoreRow(const ledger::AssessmentState& assessment, const instrument::Score& score, const SdtmTest& test) {
        const QJsonObject stored = assessment.scores.value(score.id).toObject();
        const Cell value = scoreCell(stored);
        if (value.text.isEmpty())
            return;
        const QString yesOrNo = value.text == QLatin1String("1") ? QStringLiteral("Y") : QStringLiteral("N");
        add({{"TESTCD", test.code},
             {"TEST", test.name},
             {"ORRES", score.isBoolean ? yesOrNo : value.text},
             {"STRESC", value.text},
             {"STRESN", *Decimal::fromString(value.text)},
             {"DRVFL", QStringLiteral("Y")}});
        const auto more = [&](const char* name, const char* label, const QString& words) {
            supplement(QStringLiteral("SEQ"), m_sequence, name, label, words, "Derived");
        };
        more("BAND", "Published Band", stored.value(QLatin1String("band")).toString());
        if (const QString status = stored.value(QLatin1String("status")).toString();
            status != QLatin1String("complete"))
            more("SCSTAT", "Status of the Score", status);
    }

    /// A whole scale that was not done: one row, at no time.
    void missed() {
        QSet<QString> shown;
        for (const MissedScale& one : missedScales(m_record))
            shown.insert(one.key.toString());
        const Record whole{m_record.whole(), m_record.definitions, m_record.events, m_record.audience};
        for (const MissedScale& one : missedScales(whole)) {
            m_isShown = shown.contains(one.key.toString());
            begin(one.key, m_record.definitions.byHash(one.definition),
                  m_record.definitions.studyOf(one.missed->study));
            add({{"TESTCD", m_domain + QStringLiteral("ALL")},
                 {"TEST", m_shared.value("CAT")},
                 {"STAT", notDone},
                 {"REASND", one.missed->reason.toUpper()}});
            itemSupplement("REMARK", "Remark on a Missed Assessment", one.missed->remark.text);
        }
    }

    /// Flags the last value of each test before the reference, of the whole record, and shows the rows of its part.
    void take(const QString& domain, QList<FindingsRow>& rows) {
        QMap<QString, qsizetype> last;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const FindingsRow& row = rows[i];
            const QString test =
                std::get<QString>(row.cells.value("CAT")) + u'\n' + std::get<QString>(row.cells.value("TESTCD"));
            if (!row.cells.contains("STRESC") || !row.moment.date.isValid() ||
                !row.moment.isBefore(m_subject.reference))
                continue;
            if (!last.contains(test) || !row.moment.isBefore(rows[last.value(test)].moment))
                last.insert(test, i);
        }
        for (const qsizetype row : std::as_const(last))
            rows[row].cells.insert("LOBXFL", QStringLiteral("Y"));
        for (const FindingsRow& row : std::as_const(rows))
            if (row.isShown)
                m_found.rows[domain] += row.cells;
    }

    const Record& m_record;
    const SdtmPlan& m_plan;
    SdtmSubject m_subject;
    SdtmFindings m_found;
    QMap<QString, QList<FindingsRow>> m_rows; ///< by domain
    bool m_isShown = true;                    ///< of the assessment at hand: it is of the record's part
    QString m_domain;
    SdtmCells m_shared;
    SdtmMoment m_moment;
    QString m_sequence;
};

} // namespace

Result<SdtmFindings> sdtmFindings(const Record& record, const SdtmPlan& plan) {
    return Findings(record, plan).build();
}

} // namespace serein::exporting

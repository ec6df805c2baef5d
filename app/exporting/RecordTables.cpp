// The tables beside the answers: how each assessment stands, what was corrected, asked, signed and raised, and the
// participant's own record.
#include "exporting/Assessed.h"
#include "exporting/Tables.h"

namespace serein::exporting {

namespace {

using Cells = QMap<QString, Cell>;

/// Columns are those that columnWords() explains, in its order.
Table tableOf(const QString& file) {
    Table table;
    for (const ColumnWords& column : columnWords())
        if (column.file == file)
            table.columns += column.column;
    return table;
}

void add(Table& table, const ledger::ParticipantState& state, Cells cells) {
    cells.insert("subject", state.subject);
    QList<Cell> row;
    for (const QString& column : std::as_const(table.columns))
        row += cells.value(column);
    table.rows += row;
}

Cells keyCells(const ledger::AssessmentKey& key) {
    return {{"timepoint", key.timepoint},
            {"instrument", key.instrument},
            {"sequence", Cell::number(Decimal(key.sequence))}};
}

/// An answer as the ledger holds it.
Cell valueCell(const QJsonValue& value) {
    if (const auto number = Decimal::fromJson(value))
        return Cell::number(*number);
    return value.isString() || value.isNull()
               ? Cell(value.toString())
               : Cell(QString::fromUtf8(instrument::definitionBytes(QJsonObject{{QStringLiteral("value"), value}})));
}

Cells assessmentCells(const ledger::ParticipantState& state, const ledger::AssessmentState& assessment,
                      const Definitions& definitions) {
    // Apart: inside braces, g++ 12 destroys what a conditional didn't choose.
    const QString reassigned = assessment.reassignedAs.isNull() ? QString() : QStringLiteral("1");
    Cells cells = keyCells(assessment.key);
    cells.insert({{"status", ledger::statusText(assessment.status)},
                  {"mode", assessment.mode},
                  {"opened_at", timeOf(assessment.openedAt)},
                  {"submitted_at", timeOf(assessment.submittedAt)},
                  {"punctuality", timingOf(state, assessment, definitions).punctuality},
                  {"window_reason", assessment.reason},
                  {"filled_in_at", assessment.filledInAt},
                  {"kept_checks", assessment.keptChecks.join(u'|')},
                  {"corrections", Cell::number(static_cast<qint64>(assessment.corrections.size()))},
                  {"verified_at", timeOf(assessment.verifiedAt)},
                  {"verified_by", assessment.verifiedBy},
                  {"reassigned", reassigned},
                  {"study_version", definitions.versionOf(assessment)}});
    return cells;
}

void addMissed(Table& table, const Record& record) {
    for (const MissedScale& one : missedScales(record)) {
        Cells cells = keyCells(one.key);
        cells.insert({{"status", QStringLiteral("missed")},
                      {"reason", one.missed->reason},
                      {"remark", one.missed->remark.text},
                      {"changed_at", timeOf(one.missed->remark.at)},
                      {"changed_by", one.missed->remark.by},
                      {"study_version", record.definitions.version(one.missed->study)}});
        add(table, record.state, cells);
    }
}

/// A withdrawal that ended nothing more and had who they are destroyed: whose decision, and why.
std::optional<ledger::WithdrawnDegree> onlyErased(const QList<ledger::Event>& events) {
    QStringList ended;
    for (const ledger::Event& event : events) {
        const auto* fact = std::get_if<ledger::Withdrawn>(&event.fact);
        if (!fact)
            continue;
        const bool endsMore =
            std::ranges::any_of(fact->from, [&](const QString& degree) { return !ended.contains(degree); });
        if (fact->identity == QLatin1String("destroyed"))
            return endsMore ? std::nullopt
                            : std::optional<ledger::WithdrawnDegree>(
                                  {{}, fact->by, {fact->reason, event.header.at, event.header.actor}});
        ended += fact->from;
    }
    return std::nullopt;
}

} // namespace

Table assessmentsTable(const Record& record) {
    const ledger::ParticipantState& state = record.state;
    const Definitions& definitions = record.definitions;
    Table table = tableOf(assessmentsFile);
    for (const ledger::AssessmentState* assessment : inStudyOrder(state, definitions.study()))
        add(table, state, assessmentCells(state, *assessment, definitions));
    for (const ledger::VoidedState& voided : state.voided) {
        Cells cells = assessmentCells(state, voided.assessment, definitions);
        const QString movedTo = voided.toParticipant == state.id ? voided.toAssessment.toString()
                                : voided.toParticipant.isNull()  ? QString()
                                                                 : QStringLiteral("another participant");
        cells.insert({{"status", QStringLiteral("voided")},
                      {"reason", voided.reason},
                      {"changed_at", timeOf(voided.at)},
                      {"changed_by", voided.by},
                      {"moved_to", movedTo}});
        add(table, state, cells);
    }
    addMissed(table, record);
    return table;
}

Table correctionsTable(const ledger::ParticipantState& state) {
    Table table = tableOf(correctionsFile);
    for (const ledger::AssessmentState& assessment : state.assessments)
        for (const ledger::Correction& one : assessment.corrections) {
            Cells cells = keyCells(assessment.key);
            cells.insert({{"item", one.item},
                          {"before", valueCell(one.before)},
                          {"after", valueCell(one.answer)},
                          {"reason", one.reason},
                          {"state", QStringLiteral("corrected")},
                          {"at", timeOf(one.at)},
                          {"by", one.by},
                          {"proposed_by", one.proposedBy}});
            add(table, state, cells);
        }
    for (const ledger::ProposalState& one : state.proposals) {
        if (one.decision == ledger::ProposalState::Decision::Approved)
            continue; // stands above
        const QString decision = one.decision == ledger::ProposalState::Decision::Waiting ? QStringLiteral("proposed")
                                                                                          : QStringLiteral("declined");
        Cells cells = keyCells(one.assessment);
        cells.insert({{"item", one.item},
                      {"before", valueCell(one.before)},
                      {"after", valueCell(one.answer)},
                      {"reason", one.reason},
                      {"state", decision},
                      {"at", timeOf(one.at)},
                      {"by", one.decidedBy},
                      {"proposed_by", one.by},
                      {"decision_reason", one.decisionReason}});
        add(table, state, cells);
    }
    return table;
}

Table queriesTable(const ledger::ParticipantState& state) {
    Table table = tableOf(queriesFile);
    for (const ledger::QueryState& one : state.queries) {
        const QString stage = one.closedAt.isValid()     ? QStringLiteral("closed")
                              : one.answeredAt.isValid() ? QStringLiteral("answered")
                                                         : QStringLiteral("open");
        Cells cells = keyCells(one.assessment);
        cells.insert({{"item", one.item},
                      {"state", stage},
                      {"text", one.text},
                      {"raised_at", timeOf(one.raisedAt)},
                      {"raised_by", one.raisedBy},
                      {"answer", one.answer},
                      {"answered_at", timeOf(one.answeredAt)},
                      {"answered_by", one.answeredBy},
                      {"closing", one.closing},
                      {"closed_at", timeOf(one.closedAt)},
                      {"closed_by", one.closedBy}});
        add(table, state, cells);
    }
    return table;
}

Table signaturesTable(const ledger::ParticipantState& state) {
    Table table = tableOf(signaturesFile);
    for (const ledger::SignatureState& one : state.signatures) {
        const bool whole = one.assessment.instrument.isEmpty();
        const QString covers = whole ? QStringLiteral("record") : QStringLiteral("assessment");
        const QString holds = one.brokenAt.isValid() ? QStringLiteral("broken") : QStringLiteral("holds");
        Cells cells = whole ? Cells() : keyCells(one.assessment);
        cells.insert({{"covers", covers},
                      {"by", one.by},
                      {"role", one.role},
                      {"at", timeOf(one.at)},
                      {"meaning", one.meaning},
                      {"state", holds},
                      {"broken_at", timeOf(one.brokenAt)}});
        add(table, state, cells);
    }
    return table;
}

Table alertsTable(const ledger::ParticipantState& state) {
    Table table = tableOf(alertsFile);
    for (const ledger::AlertState& one : state.alerts) {
        Cells cells = keyCells(one.assessment);
        cells.insert({{"rule", one.rule},
                      {"item", one.item},
                      {"raised_at", timeOf(one.raisedAt)},
                      {"acknowledged_at", timeOf(one.acknowledgedAt)},
                      {"acknowledged_by", one.acknowledgedBy},
                      {"action", one.action},
                      {"escalated_at", timeOf(one.escalatedAt)},
                      {"closed_at", timeOf(one.closedAt)},
                      {"closed_by", one.closedBy},
                      {"outcome", one.outcome}});
        add(table, state, cells);
    }
    return table;
}

Table recordTable(const Record& record) {
    const ledger::ParticipantState& state = record.state;
    Table table = tableOf(recordFile);
    const auto row = [&](const char* what, const QString& detail, const QDateTime& at, const ledger::Remark& remark) {
        add(table, state,
            {{"what", QString::fromLatin1(what)},
             {"detail", detail},
             {"at", timeOf(at)},
             {"recorded_at", timeOf(remark.at)},
             {"by", remark.by},
             {"reason", remark.text}});
    };
    row("enrolled", state.site, state.enrolledAt, {});
    row("studyVersion", record.definitions.study().version, {}, {});
    for (const ledger::ConsentState& one : state.consents)
        row("consent", QStringList{one.document, one.by, one.occasion}.join(u'|'), one.at,
            {{}, one.recordedAt, one.recordedBy});
    for (auto it = state.anchorHistory.begin(); it != state.anchorHistory.end(); ++it)
        for (const ledger::AnchorEntry& one : *it)
            row("anchor", it.key() + u'|' + one.how, one.at, {{}, one.since, {}});
    if (state.screenFailed)
        row("screenFailed", {}, {}, *state.screenFailed);
    if (state.suspended)
        row("suspended", state.suspended->cause, {}, state.suspended->reason);
    if (state.withdrawn)
        for (const ledger::WithdrawnDegree& one : state.withdrawn->degrees)
            row("withdrawn", QStringList{one.degree, one.by, state.withdrawn->identity}.join(u'|'), {}, one.reason);
    if (const auto erased = onlyErased(record.events))
        row("withdrawn", QStringList{QStringLiteral("identity"), erased->by, state.withdrawn->identity}.join(u'|'), {},
            erased->reason);
    for (const ledger::Call& one : state.calls)
        row("call", QStringList{one.timepoint, QString::number(one.sequence), one.reached, one.outcome}.join(u'|'), {},
            one.remark);
    for (const auto& [manner, remark] : state.unblindings)
        row("unblinded", manner, {}, remark);
    row("dataState", state.dataState, {}, state.dataStateSaid);
    return table;
}

} // namespace serein::exporting

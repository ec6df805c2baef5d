#include "exporting/Tables.h"
#include "exporting/Variables.h"
#include "study/Schedule.h"

namespace serein::exporting {

namespace {

using WideCells = QMap<std::pair<bool, QString>, Cell>; ///< (is a score, "instrument/id") → value

Result<void> collect(const ledger::AssessmentState& assessment, const instrument::Instrument& instrument,
                     WideCells& cells) {
    SEREIN_TRY(const instrument::Answers answers, answersOf(assessment, instrument));
    const QStringList shown = instrument::visibleItems(instrument, answers, assessment.profile);
    for (const instrument::Item& item : instrument.items) {
        const ItemState shownAs = itemState(item, answers.value(item.id), shown.contains(item.id), true);
        cells.insert({false, instrument.id + u'/' + item.id}, shownAs.value);
    }
    for (auto it = assessment.scores.begin(); it != assessment.scores.end(); ++it)
        cells.insert({true, instrument.id + u'/' + it.key()}, scoreCell(it->toObject()));
    return {};
}

QList<Cell> keyCells(const ledger::ParticipantState& state, const study::Study& study,
                     const ledger::AssessmentKey& key) {
    study::Planned planned;
    if (const study::Timepoint* timepoint = study.timepoint(key.timepoint))
        planned = study::planFor(study, *timepoint, state.anchors);
    return {state.subject,
            key.timepoint,
            Cell::number(Decimal(key.sequence)),
            timeOf(planned.opensAt),
            timeOf(planned.closesAt),
            planned.nightOf.toString(Qt::ISODate),
            state.site};
}

} // namespace

Result<Table> wideTable(const ledger::ParticipantState& state, const Definitions& definitions) {
    const QList<Variable> all = variables(definitions);
    Table table{wideKeyColumns, {}};
    for (const Variable& variable : all)
        table.columns += variable.name;
    const auto assessments = inStudyOrder(state, definitions.study());
    for (auto it = assessments.begin(); it != assessments.end();) {
        const ledger::AssessmentKey& key = (*it)->key;
        WideCells cells;
        for (; it != assessments.end() && (*it)->key.timepoint == key.timepoint && (*it)->key.sequence == key.sequence;
             ++it)
            SEREIN_CHECK(collect(**it, definitions.instrument(**it), cells));
        QList<Cell> row = keyCells(state, definitions.study(), key);
        for (const Variable& variable : all)
            row += cells.value({variable.isScore, variable.instrument + u'/' + variable.id});
        table.rows += row;
    }
    return table;
}

} // namespace serein::exporting

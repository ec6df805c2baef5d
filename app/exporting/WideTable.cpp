#include "exporting/Assessed.h"
#include "exporting/Tables.h"
#include "exporting/Variables.h"

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

QList<Cell> keyCells(const Record& record, const WideRow& row) {
    return {record.state.subject,
            row.key.timepoint,
            Cell::number(Decimal(row.key.sequence)),
            timeOf(row.planned.opensAt),
            timeOf(row.planned.closesAt),
            row.planned.nightOf.toString(Qt::ISODate),
            record.state.site};
}

} // namespace

Result<Table> wideTable(const Record& record) {
    const Definitions& definitions = record.definitions;
    const QList<Variable> all = variables(definitions);
    const QStringList instruments = wideInstruments(record);
    Table table{wideKeyColumns, {}};
    for (const Variable& variable : all)
        table.columns += variable.name;
    for (const QString& instrument : instruments)
        for (const HowColumn& column : howColumns())
            table.columns += howName(instrument, column.ending);
    for (const WideRow& wide : wideRows(record)) {
        WideCells cells;
        for (const ledger::AssessmentState* assessment : wide.begun)
            SEREIN_CHECK(collect(*assessment, definitions.instrument(*assessment), cells));
        QList<Cell> row = keyCells(record, wide);
        for (const Variable& variable : all)
            row += cells.value({variable.isScore, variable.instrument + u'/' + variable.id});
        for (const QString& instrument : instruments)
            for (const HowColumn& column : howColumns())
                row += wide.how.value(instrument).*column.text;
        table.rows += row;
    }
    return table;
}

} // namespace serein::exporting

// The CSV files of one participant, or of several.
#include "exporting/Tables.h"

namespace serein::exporting {

namespace {

using Tables = QMap<QString, Table>; ///< by file

Result<Tables> tablesOf(const Record& record) {
    const ledger::ParticipantState& state = record.state;
    const Definitions& definitions = record.definitions;
    SEREIN_TRY(const Table answers, answersTable(record));
    SEREIN_TRY(const Table wide, wideTable(record));
    return Tables{{answersFile, answers},
                  {wideFile, wide},
                  {assessmentsFile, assessmentsTable(record)},
                  {correctionsFile, correctionsTable(state)},
                  {queriesFile, queriesTable(state)},
                  {signaturesFile, signaturesTable(state)},
                  {alertsFile, alertsTable(state)},
                  {recordFile, recordTable(state, definitions)},
                  {codebookFile, codebook(definitions)}};
}

/// Rows of `more` below those of `table`, cells by the names of their columns.
void append(Table& table, const Table& more) {
    QList<qsizetype> places;
    for (const QString& column : more.columns) {
        if (!table.columns.contains(column))
            table.columns += column;
        places += table.columns.indexOf(column);
    }
    for (QList<Cell>& row : table.rows)
        row.resize(table.columns.size());
    for (const QList<Cell>& cells : more.rows) {
        QList<Cell> row(table.columns.size());
        for (qsizetype i = 0; i < cells.size(); ++i)
            row[places[i]] = cells[i];
        table.rows += row;
    }
}

/// The codebook explains a variable once, however many have it.
void dropRepeats(Table& table) {
    QList<QList<Cell>> kept;
    QSet<QString> seen;
    for (const QList<Cell>& row : std::as_const(table.rows)) {
        QStringList texts;
        for (const Cell& cell : row)
            texts += cell.text;
        const QString key = texts.join(u'\x1f');
        if (!seen.contains(key))
            kept += row;
        seen.insert(key);
    }
    table.rows = kept;
}

} // namespace

Result<Files> tableFiles(const Records& records) {
    Tables all;
    for (const Record& record : records) {
        SEREIN_TRY(const Tables tables, tablesOf(record));
        for (auto it = tables.begin(); it != tables.end(); ++it)
            append(all[it.key()], *it);
    }
    if (records.size() > 1)
        dropRepeats(all[codebookFile]);
    Files files;
    for (auto it = all.begin(); it != all.end(); ++it)
        files.insert(it.key(), toCsv(*it));
    return files;
}

} // namespace serein::exporting

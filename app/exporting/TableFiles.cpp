// The CSV files of one participant, or of several.
#include "exporting/Tables.h"

namespace serein::exporting {

namespace {

using Tables = QMap<QString, Table>; ///< by file

/// All but the codebook.
Result<Tables> tablesOf(const Record& record) {
    const ledger::ParticipantState& state = record.state;
    SEREIN_TRY(const Table answers, answersTable(record));
    SEREIN_TRY(const Table wide, wideTable(record));
    return Tables{{answersFile, answers},
                  {wideFile, wide},
                  {assessmentsFile, assessmentsTable(record)},
                  {correctionsFile, correctionsTable(state)},
                  {queriesFile, queriesTable(state)},
                  {signaturesFile, signaturesTable(state)},
                  {alertsFile, alertsTable(state)},
                  {recordFile, recordTable(record)}};
}

/// The columns of the tables of everybody.
void widen(QStringList& columns, const QStringList& also) {
    for (const QString& column : also)
        if (!columns.contains(column))
            columns += column;
}

/// The rows of a table under more columns, cells by the names of theirs.
QList<QList<Cell>> rowsUnder(const QStringList& columns, const Table& table) {
    if (columns == table.columns)
        return table.rows;
    QList<qsizetype> places;
    for (const QString& column : table.columns)
        places += columns.indexOf(column);
    QList<QList<Cell>> rows;
    for (const QList<Cell>& cells : table.rows) {
        QList<Cell> row(columns.size());
        for (qsizetype i = 0; i < cells.size(); ++i)
            row[places[i]] = cells[i];
        rows += row;
    }
    return rows;
}

/// The codebook explains a variable once, however many participants have it.
class Explained {
public:
    void add(const Table& codebook) {
        m_table.columns = codebook.columns;
        for (const QList<Cell>& row : codebook.rows) {
            QStringList texts;
            for (const Cell& cell : row)
                texts += cell.text;
            const QString key = texts.join(u'\x1f');
            if (!m_seen.contains(key))
                m_table.rows += row;
            m_seen.insert(key);
        }
    }
    [[nodiscard]] QByteArray csv() const { return toCsv(m_table); }

private:
    Table m_table;
    QSet<QString> m_seen;
};

} // namespace

Result<void> writeTables(const Records& records, const QStringList& /*formats*/, const FileSink& sink) {
    QMap<QString, QStringList> columns; // of all, before the first row
    Explained explained;
    for (const Record& record : records) {
        SEREIN_TRY(const Table wide, wideTable(record));
        widen(columns[wideFile], wide.columns);
        if (records.size() > 1)
            explained.add(codebook(record.definitions));
    }
    for (const Record& record : records) {
        SEREIN_TRY(const Tables tables, tablesOf(record));
        for (auto it = tables.begin(); it != tables.end(); ++it) {
            QStringList& under = columns[it.key()];
            if (&record == &records.front()) {
                widen(under, it->columns);
                SEREIN_CHECK(sink(it.key(), toCsv({under, {}})));
            }
            SEREIN_CHECK(sink(it.key(), toCsvRows(rowsUnder(under, *it))));
        }
    }
    return sink(codebookFile, records.size() > 1 ? explained.csv() : toCsv(codebook(records.front().definitions)));
}

} // namespace serein::exporting

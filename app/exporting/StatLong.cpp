#include "exporting/StatFile.h"
#include "exporting/StatTables.h"
#include "exporting/Tables.h"

#include <algorithm>

namespace serein::exporting {

namespace {

const QStringList numericColumns{QStringLiteral("sequence"), QStringLiteral("changes"), QStringLiteral("response_ms"),
                                 QStringLiteral("corrected")};
const QString valueColumn = QStringLiteral("value");
const QString valueNumberColumn = QStringLiteral("value_num");

StatVariable variableOf(const QString& column) {
    StatVariable variable;
    variable.name = column;
    variable.form = numericColumns.contains(column) || column == valueNumberColumn ? StatVariable::Form::Number
                                                                                   : StatVariable::Form::Text;
    if (column == valueNumberColumn)
        variable.decimals = 6;
    const QList<ColumnWords> words = columnWords();
    const auto found = std::ranges::find_if(words, [&](const ColumnWords& one) {
        return one.file == answersFile && one.column == (column == valueNumberColumn ? valueColumn : column);
    });
    if (found != words.end())
        variable.label = found->words;
    return variable;
}

StatCell statCellOf(const StatVariable& variable, const Cell& cell) {
    if (variable.form == StatVariable::Form::Text)
        return cell.text;
    return cell.isNumber ? StatCell(cell.text.toDouble()) : StatCell(Absent::Unasked);
}

Result<Files> statFilesOf(const Records& records, const QString& ending,
                          Result<QByteArray> (*write)(const StatTable& table)) {
    SEREIN_TRY(const StatTable wide, statWide(records, records.front().language));
    SEREIN_TRY(const StatTable rows, statLong(records));
    SEREIN_TRY(const QByteArray wideBytes, write(wide));
    SEREIN_TRY(const QByteArray longBytes, write(rows));
    return Files{{QStringLiteral("wide.") + ending, wideBytes}, {QStringLiteral("long.") + ending, longBytes}};
}

} // namespace

Result<StatTable> statLong(const Records& records) {
    StatTable table{QStringLiteral("Serein: a row for each item and each score"), QStringLiteral("en"), {}, {}};
    for (const Record& record : records) {
        SEREIN_TRY(const Table answers, answersTable(record));
        QStringList columns = answers.columns;
        const qsizetype valueAt = columns.indexOf(valueColumn);
        columns.insert(valueAt + 1, valueNumberColumn);
        if (table.variables.isEmpty())
            for (const QString& column : std::as_const(columns))
                table.variables += variableOf(column);
        for (QList<Cell> cells : answers.rows) {
            cells.insert(valueAt + 1, cells.at(valueAt));
            QList<StatCell> row;
            for (qsizetype i = 0; i < cells.size(); ++i)
                row += statCellOf(table.variables.at(i), cells.at(i));
            table.rows += row;
        }
    }
    return table;
}

Result<Files> savFiles(const Records& records) {
    return statFilesOf(records, QStringLiteral("sav"), toSav);
}
Result<Files> dtaFiles(const Records& records) {
    return statFilesOf(records, QStringLiteral("dta"), toDta);
}

} // namespace serein::exporting

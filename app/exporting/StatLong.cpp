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

} // namespace

Result<StatSpool> statLong(const Records& records) {
    StatSpool table(records.folder());
    table.head.label = QStringLiteral("Serein: a row for each item and each score");
    table.head.language = QStringLiteral("en");
    for (const Record& record : records) {
        SEREIN_TRY(const Table answers, answersTable(record));
        QStringList columns = answers.columns;
        const qsizetype valueAt = columns.indexOf(valueColumn);
        columns.insert(valueAt + 1, valueNumberColumn);
        if (table.head.variables.isEmpty())
            for (const QString& column : std::as_const(columns))
                table.head.variables += variableOf(column);
        for (QList<Cell> cells : answers.rows) {
            cells.insert(valueAt + 1, cells.at(valueAt));
            QList<StatCell> row;
            for (qsizetype i = 0; i < cells.size(); ++i)
                row += statCellOf(table.head.variables.at(i), cells.at(i));
            SEREIN_CHECK(table.append(row));
        }
    }
    return table;
}

Result<void> writeStat(const Records& records, const QStringList& formats, const FileSink& sink) {
    const auto write = [&](const StatSpool& table, const QString& name) -> Result<void> {
        const auto into = [&](const QString& ending) {
            return [&sink, file = QString(name + ending)](QByteArrayView bytes) {
                return sink(file, bytes.toByteArray());
            };
        };
        if (formats.contains(savFormat))
            SEREIN_CHECK(writeSav(table, into(QStringLiteral(".sav"))));
        return formats.contains(dtaFormat) ? writeDta(table, into(QStringLiteral(".dta"))) : Result<void>();
    };
    SEREIN_TRY(const StatSpool wide, statWide(records, records.front().language));
    SEREIN_CHECK(write(wide, QStringLiteral("wide")));
    SEREIN_TRY(const StatSpool rows, statLong(records));
    return write(rows, QStringLiteral("long"));
}

} // namespace serein::exporting

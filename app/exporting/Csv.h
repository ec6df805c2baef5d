#pragma once
// Tables as CSV: RFC 4180, UTF-8 without a byte order mark, CRLF line ends.
#include "core/Decimal.h"
#include "core/Result.h"

#include <QList>
#include <QStringList>

namespace serein::exporting {

/// One cell. Texts are made safe for spreadsheets when they are written; numbers are written as they are.
struct Cell {
    QString text;
    bool isNumber = false;

    Cell() = default;
    Cell(QString words) : text(std::move(words)) {} // NOLINT(google-explicit-constructor): most cells are texts
    [[nodiscard]] static Cell number(const Decimal& value) { return {value.toString(), true}; }
    [[nodiscard]] static Cell number(qint64 value) { return {QString::number(value), true}; }
    bool operator==(const Cell&) const = default;

private:
    Cell(QString digits, bool number) : text(std::move(digits)), isNumber(number) {}
};

struct Table {
    QStringList columns;
    QList<QList<Cell>> rows; ///< each as long as `columns`
};

/// A text that begins with = + - @ (also full width), tab, CR or LF would be run as a formula by a spreadsheet, so it
/// is written with ' before it; so is a text that begins with ' itself. A reader that drops one leading ' has the text
/// as it was.
[[nodiscard]] QString spreadsheetSafe(const QString& text);

/// Who opens it: a spreadsheet runs formulas; a program that imports it stores every character.
enum class CsvReader { Spreadsheet, Program };

/// The lines of a CSV as toCsv writes it for that reader, column names first: texts as they were. Wrong where a quote
/// is not closed or the bytes are no UTF-8.
[[nodiscard]] Result<QList<QStringList>> fromCsv(const QByteArray& csv, CsvReader reader = CsvReader::Spreadsheet);

/// The rows alone, as toCsv writes them.
[[nodiscard]] QByteArray toCsvRows(const QList<QList<Cell>>& rows, CsvReader reader = CsvReader::Spreadsheet);

/// The column names, then the rows; for a program texts are written as they are.
[[nodiscard]] QByteArray toCsv(const Table& table, CsvReader reader = CsvReader::Spreadsheet);

} // namespace serein::exporting

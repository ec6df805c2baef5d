#include "exporting/Csv.h"

#include <algorithm>

namespace serein::exporting {

namespace {

QByteArray field(const Cell& cell) {
    QString text = cell.isNumber ? cell.text : spreadsheetSafe(cell.text);
    const bool quoted = std::ranges::any_of(text, [](QChar c) { return QStringView(u",\"\r\n").contains(c); }) ||
                        text.startsWith(u' ') || text.endsWith(u' ');
    if (!quoted)
        return text.toUtf8();
    text.replace(u'"', QStringLiteral("\"\""));
    return '"' + text.toUtf8() + '"';
}

QByteArray line(const QList<Cell>& cells) {
    QByteArrayList fields;
    for (const Cell& cell : cells)
        fields += field(cell);
    return fields.join(',') + "\r\n";
}

} // namespace

QString spreadsheetSafe(const QString& text) {
    static constexpr QStringView risky = u"=+-@\t\r\n'＝＋－＠";
    return !text.isEmpty() && risky.contains(text.front()) ? u'\'' + text : text;
}

QByteArray toCsv(const Table& table) {
    QByteArray bytes = line(QList<Cell>(table.columns.begin(), table.columns.end()));
    for (const QList<Cell>& row : table.rows)
        bytes += line(row);
    return bytes;
}

} // namespace serein::exporting

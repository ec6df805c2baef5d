#include "exporting/Csv.h"

#include <algorithm>
#include <optional>

namespace serein::exporting {

namespace {

QByteArray field(const Cell& cell, CsvReader reader) {
    QString text = cell.isNumber || reader == CsvReader::Program ? cell.text : spreadsheetSafe(cell.text);
    const bool quoted = std::ranges::any_of(text, [](QChar c) { return QStringView(u",\"\r\n").contains(c); }) ||
                        text.startsWith(u' ') || text.endsWith(u' ');
    if (!quoted)
        return text.toUtf8();
    text.replace(u'"', QStringLiteral("\"\""));
    return '"' + text.toUtf8() + '"';
}

QByteArray line(const QList<Cell>& cells, CsvReader reader) {
    QByteArrayList fields;
    for (const Cell& cell : cells)
        fields += field(cell, reader);
    return fields.join(',') + "\r\n";
}

/// One field from `at` on, which is left at what ends it; nullopt: a quote that is never closed.
std::optional<QString> takeField(QStringView text, qsizetype& at) {
    QString field;
    if (at >= text.size() || text.at(at) != u'"') {
        const qsizetype start = at;
        while (at < text.size() && text.at(at) != u',' && text.at(at) != u'\r')
            ++at;
        return text.sliced(start, at - start).toString();
    }
    for (++at; at < text.size(); ++at) {
        if (text.at(at) != u'"')
            field += text.at(at);
        else if (at + 1 < text.size() && text.at(at + 1) == u'"')
            field += text.at(++at);
        else {
            ++at;
            return field;
        }
    }
    return std::nullopt;
}

} // namespace

QString spreadsheetSafe(const QString& text) {
    static constexpr QStringView risky = u"=+-@\t\r\n'＝＋－＠";
    return !text.isEmpty() && risky.contains(text.front()) ? u'\'' + text : text;
}

Result<QList<QStringList>> fromCsv(const QByteArray& csv, CsvReader reader) {
    const QString text = QString::fromUtf8(csv);
    if (text.toUtf8() != csv)
        return wrong(QStringLiteral("it is not UTF-8"));
    QList<QStringList> lines;
    for (qsizetype at = 0; at < text.size();) {
        QStringList fields;
        for (;;) {
            auto field = takeField(text, at);
            if (!field)
                return wrong(QStringLiteral("line %1: a quote is never closed").arg(lines.size() + 1));
            const bool isGuarded = reader == CsvReader::Spreadsheet && field->startsWith(u'\'');
            fields += isGuarded ? field->mid(1) : *field;
            if (at >= text.size() || text.at(at) != u',')
                break;
            ++at;
        }
        if (QStringView(text).sliced(at, std::min<qsizetype>(2, text.size() - at)) != QStringLiteral("\r\n"))
            return wrong(QStringLiteral("line %1: it does not end as a line does").arg(lines.size() + 1));
        at += 2;
        lines += fields;
    }
    if (lines.isEmpty())
        return wrong(QStringLiteral("it has no columns"));
    return lines;
}

QByteArray toCsvRows(const QList<QList<Cell>>& rows, CsvReader reader) {
    QByteArray bytes;
    for (const QList<Cell>& row : rows)
        bytes += line(row, reader);
    return bytes;
}

QByteArray toCsv(const Table& table, CsvReader reader) {
    return line(QList<Cell>(table.columns.begin(), table.columns.end()), reader) + toCsvRows(table.rows, reader);
}

} // namespace serein::exporting

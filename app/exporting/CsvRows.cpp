#include "exporting/CsvRows.h"

namespace serein::exporting {

namespace {

/// Where the line ends that begins there: behind its LF, or with the text.
qsizetype lineEnd(const QByteArray& csv, qsizetype at) {
    bool isQuoted = false;
    for (; at < csv.size(); ++at) {
        if (csv[at] == '"')
            isQuoted = !isQuoted;
        else if (csv[at] == '\n' && !isQuoted)
            return at + 1;
    }
    return at;
}

/// A line up to its first comma outside of quotes, as it is written.
QByteArrayView firstCell(QByteArrayView line) {
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (line[i] == ',' || line[i] == '\r'))
            return line.first(i);
    }
    return line;
}

} // namespace

Result<CsvRows> CsvRows::of(const QByteArray& csv, CsvReader reader) {
    CsvRows rows;
    rows.m_bytes = csv;
    rows.m_reader = reader;
    qsizetype at = lineEnd(csv, 0);
    SEREIN_TRY(const QList<QStringList> names, fromCsv(csv.first(at), reader));
    rows.m_columns = names.constFirst();
    QByteArrayView written;
    QString whose;
    while (at < csv.size()) {
        const qsizetype end = lineEnd(csv, at);
        const QByteArrayView cell = firstCell(QByteArrayView(csv).sliced(at, end - at));
        if (cell != written || whose.isNull()) {
            SEREIN_TRY(const QList<QStringList> read, fromCsv(cell.toByteArray() + "\r\n", reader));
            whose = read.constFirst().constFirst();
            written = cell;
        }
        rows.m_index.add(whose, at, end - at);
        at = end;
    }
    return rows;
}

Result<QList<TableRow>> CsvRows::take(const QString& subject) {
    QByteArray theirs;
    for (const RowIndex::Span& span : m_index.take(subject))
        theirs += QByteArrayView(m_bytes).sliced(span.at, span.size);
    QList<TableRow> rows;
    if (theirs.isEmpty())
        return rows;
    SEREIN_TRY(const QList<QStringList> lines, fromCsv(theirs, m_reader));
    for (const QStringList& line : lines) {
        if (line.size() != m_columns.size())
            return wrong(QStringLiteral("a row has not as many cells as there are columns"));
        TableRow row;
        for (qsizetype i = 0; i < line.size(); ++i)
            row.insert(m_columns.at(i), line.at(i));
        rows += row;
    }
    return rows;
}

} // namespace serein::exporting

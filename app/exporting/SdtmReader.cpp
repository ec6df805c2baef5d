#include "exporting/SdtmReader.h"

#include "core/Decimal.h"
#include "core/Json.h"
#include "exporting/JsonList.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtEndian>
#include <cmath>

namespace serein::exporting {

namespace {

QString textOfNumber(double number) {
    const auto decimal = Decimal::fromJson(QJsonValue(number));
    return decimal ? decimal->toString() : QString();
}

/// Nothing: its type is another.
std::optional<QString> textOfCell(const QJsonValue& cell, const QString& type) {
    if (cell.isNull() || cell.isUndefined())
        return QString();
    const bool isText = type == QLatin1String("string");
    if (isText ? !cell.isString() : !cell.isDouble())
        return std::nullopt;
    return isText ? cell.toString() : textOfNumber(cell.toDouble());
}

// "Record Layout of a SAS Version 5 or 6 Data Set in SAS Transport (XPORT) Format", SAS Technical Support TS-140.
constexpr qsizetype xptRecord = 80;
constexpr qsizetype xptNamestr = 140;

struct XptVariable {
    QString name;
    bool isNumber = false;
    qsizetype length = 0;
    qsizetype at = 0; ///< in a row
};

QString withoutPadding(QByteArray bytes) {
    while (bytes.endsWith(' '))
        bytes.chop(1);
    return QString::fromUtf8(bytes);
}

/// What stands before the rows, and how a row is laid out.
class XptLayout {
public:
    [[nodiscard]] Result<void> read(const QByteArray& bytes) {
        SEREIN_CHECK(header(bytes, "LIBRARY"));
        m_at += 2 * xptRecord; // who wrote it, and when
        SEREIN_CHECK(header(bytes, "MEMBER"));
        SEREIN_CHECK(header(bytes, "DSCRPTR"));
        m_name = withoutPadding(bytes.mid(m_at + 8, 8));
        m_at += 2 * xptRecord;
        SEREIN_CHECK(header(bytes, "NAMESTR"));
        SEREIN_CHECK(variables(bytes, bytes.mid(m_at - xptRecord + 54, 4).toInt()));
        return header(bytes, "OBS");
    }
    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] qsizetype rowsAt() const { return m_at; }
    [[nodiscard]] qsizetype width() const { return m_width; }
    [[nodiscard]] QString text(const QByteArray& row, const QString& name) const {
        for (const XptVariable& variable : m_variables)
            if (variable.name == name)
                return textOf(row, variable);
        return {};
    }
    [[nodiscard]] SdtmRow cells(const QByteArray& row) const {
        SdtmRow cells;
        for (const XptVariable& variable : m_variables)
            cells.insert(variable.name, textOf(row, variable));
        return cells;
    }

private:
    [[nodiscard]] Result<void> header(const QByteArray& bytes, const char* name) {
        const QByteArray line = bytes.mid(m_at, xptRecord);
        const QByteArray wanted = "HEADER RECORD*******" + QByteArray(name).leftJustified(8) + "HEADER RECORD!!!!!!!";
        if (line.size() != xptRecord || !line.startsWith(wanted))
            return wrong(
                QStringLiteral("it is no SAS transport file: its %1 header is not there").arg(QLatin1String(name)));
        m_at += xptRecord;
        return {};
    }
    [[nodiscard]] Result<void> variables(const QByteArray& bytes, int count) {
        const qsizetype end = m_at + count * xptNamestr;
        if (count <= 0 || end > bytes.size())
            return wrong(QStringLiteral("it is cut"));
        for (int i = 0; i < count; ++i, m_at += xptNamestr) {
            const char* const one = bytes.constData() + m_at;
            const XptVariable variable{withoutPadding(bytes.mid(m_at + 8, 8)), qFromBigEndian<qint16>(one) == 1,
                                       qFromBigEndian<qint16>(one + 4), qFromBigEndian<qint32>(one + 84)};
            if (variable.length <= 0 || variable.at != m_width || (variable.isNumber && variable.length != 8))
                return wrong(QStringLiteral("its variable %1 has no place in a row").arg(variable.name));
            m_width += variable.length;
            m_variables += variable;
        }
        m_at += (xptRecord - m_at % xptRecord) % xptRecord;
        return {};
    }
    static QString textOf(const QByteArray& row, const XptVariable& variable) {
        const QByteArray cell = row.mid(variable.at, variable.length);
        if (!variable.isNumber)
            return withoutPadding(cell);
        const auto number = fromIbmFloat(cell);
        return number ? textOfNumber(*number) : QString();
    }

    qsizetype m_at = 0;
    QString m_name;
    qsizetype m_width = 0; ///< of a row
    QList<XptVariable> m_variables;
};

/// Names and types of a Dataset-JSON's columns.
struct JsonColumns {
    QStringList names;
    QStringList types;

    [[nodiscard]] Result<SdtmRow> cells(const QByteArray& row) const {
        SEREIN_TRY(const QJsonValue read, parseJson(row));
        const QJsonArray cells = read.toArray();
        if (!read.isArray() || cells.size() != names.size())
            return wrong(QStringLiteral("a row has not as many cells as there are columns"));
        SdtmRow texts;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const auto text = textOfCell(cells.at(i), types.at(i));
            if (!text)
                return wrong(QStringLiteral("a cell of %1 is not of its type").arg(names.at(i)));
            texts.insert(names.at(i), *text);
        }
        return texts;
    }
};

const QString usubjid = QStringLiteral("USUBJID");

} // namespace

std::optional<double> fromIbmFloat(const QByteArray& bytes) {
    const auto first = static_cast<quint8>(bytes.at(0));
    const quint64 bits = qFromBigEndian<quint64>(bytes.constData());
    const quint64 fraction = bits & 0x00FFFFFFFFFFFFFFULL;
    if (fraction == 0 && first != 0)
        return std::nullopt; // ".", "_", "A" … "Z"
    constexpr int exponentBias = 64;
    constexpr int fractionBits = 56;
    const int exponent = (first & 0x7F) - exponentBias;
    const double value = std::ldexp(static_cast<double>(fraction), 4 * exponent - fractionBits);
    return (first & 0x80) != 0 ? -value : value;
}

Result<SdtmFileRows> SdtmFileRows::ofXpt(const QByteArray& bytes) {
    XptLayout layout;
    SEREIN_CHECK(layout.read(bytes));
    SdtmFileRows table;
    table.m_name = layout.name();
    table.m_bytes = bytes;
    table.m_width = layout.width();
    qsizetype at = layout.rowsAt();
    for (; at + table.m_width <= bytes.size(); at += table.m_width) {
        const QByteArray row = bytes.mid(at, table.m_width);
        if (row.trimmed().isEmpty())
            break; // rows that are shorter than what fills the last record
        table.m_index.add(layout.text(row, usubjid), at, table.m_width);
    }
    const QByteArray rest = bytes.mid(at);
    if (rest.size() >= xptRecord || !rest.trimmed().isEmpty())
        return wrong(QStringLiteral("its last row is cut"));
    table.m_parse = [layout](const QByteArray& row) -> Result<SdtmRow> { return layout.cells(row); };
    return table;
}

Result<SdtmFileRows> SdtmFileRows::ofDatasetJson(const QByteArray& bytes) {
    QList<RowIndex::Span> rows;
    SEREIN_TRY(const QJsonObject json,
               readJsonList(bytes, "rows", [&rows](qsizetype at, qsizetype size) -> Result<void> {
                   rows.append({at, size});
                   return {};
               }));
    JsonColumns columns;
    for (const auto& column : json.value("columns").toArray()) {
        columns.names += column.toObject().value("name").toString();
        columns.types += column.toObject().value("dataType").toString();
    }
    if (json.value("datasetJSONVersion") != QLatin1String("1.1.0") ||
        json.value("records").toInteger(-1) != rows.size())
        return wrong(QStringLiteral("it is no Dataset-JSON 1.1, or has not as many rows as it says"));
    SdtmFileRows table;
    table.m_name = json.value("name").toString();
    table.m_bytes = bytes;
    for (const RowIndex::Span& span : std::as_const(rows)) {
        SEREIN_TRY(const SdtmRow row, columns.cells(bytes.sliced(span.at, span.size)));
        table.m_index.add(row.value(usubjid), span.at, span.size);
    }
    table.m_parse = [columns](const QByteArray& row) { return columns.cells(row); };
    return table;
}

Result<QList<SdtmRow>> SdtmFileRows::take(const QString& whose) {
    QList<SdtmRow> rows;
    for (const RowIndex::Span& span : m_index.take(whose))
        for (qsizetype at = span.at, size = m_width > 0 ? m_width : span.size; at < span.at + span.size; at += size) {
            SEREIN_TRY(const SdtmRow row, m_parse(m_bytes.sliced(at, size)));
            rows += row;
        }
    return rows;
}

} // namespace serein::exporting

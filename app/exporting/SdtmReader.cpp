#include "exporting/SdtmReader.h"

#include "core/Decimal.h"
#include "core/Json.h"

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

class XptParser {
public:
    explicit XptParser(const QByteArray& bytes) : m_bytes(bytes) {}

    [[nodiscard]] Result<SdtmRead> read() {
        SEREIN_CHECK(header("LIBRARY"));
        m_at += 2 * xptRecord; // who wrote it, and when
        SEREIN_CHECK(header("MEMBER"));
        SEREIN_CHECK(header("DSCRPTR"));
        SdtmRead read;
        read.name = withoutPadding(m_bytes.mid(m_at + 8, 8));
        m_at += 2 * xptRecord;
        SEREIN_CHECK(header("NAMESTR"));
        SEREIN_CHECK(variables(m_bytes.mid(m_at - xptRecord + 54, 4).toInt()));
        SEREIN_CHECK(header("OBS"));
        for (const XptVariable& variable : std::as_const(m_variables))
            read.columns += variable.name;
        SEREIN_CHECK(rows(read));
        return read;
    }

private:
    [[nodiscard]] Result<void> header(const char* name) {
        const QByteArray line = m_bytes.mid(m_at, xptRecord);
        const QByteArray wanted = "HEADER RECORD*******" + QByteArray(name).leftJustified(8) + "HEADER RECORD!!!!!!!";
        if (line.size() != xptRecord || !line.startsWith(wanted))
            return wrong(
                QStringLiteral("it is no SAS transport file: its %1 header is not there").arg(QLatin1String(name)));
        m_at += xptRecord;
        return {};
    }
    [[nodiscard]] Result<void> variables(int count) {
        const qsizetype end = m_at + count * xptNamestr;
        if (count <= 0 || end > m_bytes.size())
            return wrong(QStringLiteral("it is cut"));
        for (int i = 0; i < count; ++i, m_at += xptNamestr) {
            const char* const one = m_bytes.constData() + m_at;
            const XptVariable variable{withoutPadding(m_bytes.mid(m_at + 8, 8)), qFromBigEndian<qint16>(one) == 1,
                                       qFromBigEndian<qint16>(one + 4), qFromBigEndian<qint32>(one + 84)};
            if (variable.length <= 0 || variable.at != m_width || (variable.isNumber && variable.length != 8))
                return wrong(QStringLiteral("its variable %1 has no place in a row").arg(variable.name));
            m_width += variable.length;
            m_variables += variable;
        }
        m_at += (xptRecord - m_at % xptRecord) % xptRecord;
        return {};
    }
    [[nodiscard]] Result<void> rows(SdtmRead& read) {
        for (; m_at + m_width <= m_bytes.size(); m_at += m_width) {
            const QByteArray row = m_bytes.mid(m_at, m_width);
            if (row.trimmed().isEmpty())
                break; // rows that are shorter than what fills the last record
            QMap<QString, QString> cells;
            for (const XptVariable& variable : std::as_const(m_variables)) {
                const QByteArray cell = row.mid(variable.at, variable.length);
                const auto number = variable.isNumber ? fromIbmFloat(cell) : std::nullopt;
                cells.insert(variable.name, !variable.isNumber ? withoutPadding(cell)
                                            : number           ? textOfNumber(*number)
                                                               : QString());
            }
            read.rows += cells;
        }
        const QByteArray rest = m_bytes.mid(m_at);
        if (rest.size() >= xptRecord || !rest.trimmed().isEmpty())
            return wrong(QStringLiteral("its last row is cut"));
        return {};
    }

    const QByteArray& m_bytes;
    qsizetype m_at = 0;
    qsizetype m_width = 0; ///< of a row
    QList<XptVariable> m_variables;
};

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

Result<SdtmRead> readXpt(const QByteArray& bytes) {
    return XptParser(bytes).read();
}

Result<SdtmRead> readDatasetJson(const QByteArray& bytes) {
    SEREIN_TRY(const QJsonValue parsed, parseJson(bytes));
    const QJsonObject json = parsed.toObject();
    SdtmRead read;
    read.name = json.value("name").toString();
    QStringList types;
    for (const auto& column : json.value("columns").toArray()) {
        read.columns += column.toObject().value("name").toString();
        types += column.toObject().value("dataType").toString();
    }
    const QJsonArray rows = json.value("rows").toArray();
    if (json.value("datasetJSONVersion") != QLatin1String("1.1.0") ||
        json.value("records").toInteger(-1) != rows.size())
        return wrong(QStringLiteral("it is no Dataset-JSON 1.1, or has not as many rows as it says"));
    for (const auto& row : rows) {
        const QJsonArray cells = row.toArray();
        if (cells.size() != read.columns.size())
            return wrong(QStringLiteral("a row has not as many cells as there are columns"));
        QMap<QString, QString> texts;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const auto text = textOfCell(cells.at(i), types.at(i));
            if (!text)
                return wrong(QStringLiteral("a cell of %1 is not of its type").arg(read.columns.at(i)));
            texts.insert(read.columns.at(i), *text);
        }
        read.rows += texts;
    }
    return read;
}

} // namespace serein::exporting

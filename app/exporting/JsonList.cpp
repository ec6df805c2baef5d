#include "exporting/JsonList.h"

#include "core/Json.h"

namespace serein::exporting {

namespace {

/// Finds ends of values without reading them.
class JsonScan {
public:
    explicit JsonScan(const QByteArray& bytes) : m_bytes(bytes) {}

    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] char peek() {
        while (m_at < m_bytes.size() && QByteArrayView(" \t\r\n").contains(m_bytes[m_at]))
            ++m_at;
        return m_at < m_bytes.size() ? m_bytes[m_at] : '\0';
    }
    [[nodiscard]] bool take(char wanted) {
        const bool isThere = peek() == wanted;
        m_at += isThere ? 1 : 0;
        return isThere;
    }
    /// With its quotes.
    [[nodiscard]] QByteArrayView text() {
        const qsizetype from = m_at++;
        while (m_at < m_bytes.size() && m_bytes[m_at] != '"')
            m_at += m_bytes[m_at] == '\\' ? 2 : 1;
        m_at = std::min(m_at + 1, m_bytes.size());
        return QByteArrayView(m_bytes).sliced(from, m_at - from);
    }
    void skipValue() {
        int depth = 0;
        do {
            const char next = peek();
            if (m_at >= m_bytes.size() || (depth == 0 && QByteArrayView(",]}").contains(next)))
                return; // nothing stands there
            if (next == '"') {
                (void)text();
                continue;
            }
            depth += next == '{' || next == '[' ? 1 : next == '}' || next == ']' ? -1 : 0;
            ++m_at;
            while (depth == 0 && next != '}' && next != ']' && m_at < m_bytes.size() &&
                   !QByteArrayView(",]} \t\r\n").contains(m_bytes[m_at]))
                ++m_at;
        } while (depth > 0 && m_at < m_bytes.size());
    }

private:
    const QByteArray& m_bytes;
    qsizetype m_at = 0;
};

} // namespace

Result<QJsonObject> readJsonList(const QByteArray& bytes, const char* name,
                                 const std::function<Result<void>(qsizetype at, qsizetype size)>& each) {
    const QByteArray wanted = '"' + QByteArray(name) + '"';
    QByteArray rest = bytes;
    JsonScan scan(bytes);
    bool goesOn = scan.take('{');
    while (goesOn && scan.peek() == '"') {
        const bool isIt = scan.text() == wanted;
        goesOn = scan.take(':');
        if (!isIt || scan.peek() != '[') {
            scan.skipValue();
            goesOn = goesOn && scan.take(',');
            continue;
        }
        const qsizetype begin = scan.at() + 1;
        bool isMore = scan.take('[') && scan.peek() != ']';
        while (isMore) {
            (void)scan.peek();
            const qsizetype at = scan.at();
            scan.skipValue();
            SEREIN_CHECK(each(at, scan.at() - at));
            isMore = scan.take(',');
        }
        if (scan.peek() != ']')
            return wrong(QStringLiteral("not JSON: a list goes on with a comma or ]"));
        rest = bytes.first(begin) + bytes.sliced(std::min(scan.at(), bytes.size()));
        break;
    }
    SEREIN_TRY(const QJsonValue around, parseJson(rest));
    return around.toObject();
}

} // namespace serein::exporting

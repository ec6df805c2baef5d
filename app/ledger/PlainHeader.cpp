#include "ledger/PlainHeader.h"

#include <charconv>
#include <cstring>

namespace serein::ledger {

namespace {

/// Hexadecimal, as it is written: in small letters. 16 and more: it is none.
unsigned digit(char c) {
    static constexpr auto values = [] {
        std::array<unsigned char, 256> made{};
        made.fill(16);
        for (unsigned value = 0; value < 16; ++value)
            made[static_cast<unsigned char>("0123456789abcdef"[value])] = static_cast<unsigned char>(value);
        return made;
    }();
    return values[static_cast<unsigned char>(c)];
}

/// "2026-11-20T06:00:00.000+00:00", and nothing else.
QDateTime momentOf(QByteArrayView text) {
    static constexpr QByteArrayView form("0000-00-00T00:00:00.000");
    if (!text.endsWith("+00:00") || text.size() != form.size() + 6)
        return {};
    const auto part = [&](qsizetype from, qsizetype size) {
        int found = 0;
        for (const char c : text.sliced(from, size))
            found = found * 10 + (c - '0');
        return found;
    };
    for (qsizetype index = 0; index < form.size(); ++index)
        if (form[index] == '0' ? text[index] < '0' || text[index] > '9' : text[index] != form[index])
            return {};
    const QDate date(part(0, 4), part(5, 2), part(8, 2));
    const QTime time(part(11, 2), part(14, 2), part(17, 2), part(20, 3));
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

/// Reads on from where it is, as long as what it finds is plain.
class HeaderText {
public:
    explicit HeaderText(QByteArrayView bytes) : m_rest(bytes), m_plain(isPlain(bytes)) {}

    void skip(QByteArrayView expected) {
        m_plain = m_plain && m_rest.startsWith(expected);
        if (m_plain)
            m_rest = m_rest.sliced(expected.size());
    }
    /// What stands between the key and the next quotation mark.
    [[nodiscard]] QByteArrayView value(QByteArrayView key) {
        skip(key);
        const qsizetype end = m_plain ? m_rest.indexOf('"') : -1;
        m_plain = m_plain && end >= 0;
        if (!m_plain)
            return {};
        const QByteArrayView found = m_rest.first(end);
        m_rest = m_rest.sliced(end + 1);
        return found;
    }
    [[nodiscard]] QUuid id(QByteArrayView key) { return QUuid::fromString(QLatin1StringView(value(key))); }
    [[nodiscard]] qint64 number(QByteArrayView key) {
        skip(key);
        qsizetype size = 0;
        while (m_plain && size < m_rest.size() && ((m_rest[size] >= '0' && m_rest[size] <= '9') || m_rest[size] == '-'))
            ++size;
        const QByteArrayView digits = m_rest.first(size);
        qint64 found = 0;
        const auto read = std::from_chars(digits.begin(), digits.end(), found);
        m_plain = m_plain && read.ec == std::errc() && read.ptr == digits.end() && !digits.startsWith("-0") &&
                  (size == 1 || digits[0] != '0');
        m_rest = m_rest.sliced(size);
        return found;
    }
    /// 32 bytes, by their digits.
    [[nodiscard]] std::array<char, 32> hash(QByteArrayView key) {
        std::array<char, 32> bytes{};
        const QByteArrayView digits = value(key);
        m_plain = m_plain && digits.size() == 2 * static_cast<qsizetype>(bytes.size());
        if (!m_plain)
            return bytes;
        unsigned all = 0;
        const char* from = digits.data();
        for (char& byte : bytes) {
            const unsigned high = digit(*from++);
            const unsigned low = digit(*from++);
            all |= high | low;
            byte = static_cast<char>(high << 4U | low);
        }
        m_plain = all < 16;
        return bytes;
    }
    /// "0000019a1b2c3d4e-0003"
    [[nodiscard]] HybridTime order(QByteArrayView text) {
        constexpr qsizetype dash = 16;
        m_plain = m_plain && text.size() == dash + 5 && text[dash] == '-';
        quint64 parts[2] = {0, 0};
        unsigned all = 0;
        for (qsizetype index = 0; m_plain && index < text.size(); ++index) {
            if (index != dash) {
                quint64& part = parts[index < dash ? 0 : 1];
                all |= digit(text[index]);
                part = part << 4U | digit(text[index]);
            }
        }
        m_plain = m_plain && all < 16 && parts[0] >> 63U == 0;
        return {static_cast<qint64>(parts[0]), static_cast<int>(parts[1])};
    }
    /// All was plain, and nothing is left.
    [[nodiscard]] bool isDone() const { return m_plain && m_rest.isEmpty(); }

private:
    /// ASCII without control characters and backslashes; looks at eight bytes at a time.
    [[nodiscard]] static bool isPlain(QByteArrayView bytes) {
        constexpr quint64 each = 0x0101010101010101;
        constexpr quint64 top = each << 7U; // of each byte; set in those that are not plain
        const auto is = [&](quint64 eight, quint64 c) { return (eight ^ each * c) - each; };
        quint64 found = 0;
        const auto look = [&](quint64 eight) {
            found |= eight | (eight - each * 0x20) | is(eight, 0x7f) | is(eight, '\\');
        };
        qsizetype index = 0;
        for (quint64 eight = 0; index + 8 <= bytes.size(); index += 8) {
            std::memcpy(&eight, bytes.data() + index, sizeof eight);
            look(eight);
        }
        quint64 last = each * ' ';
        std::memcpy(&last, bytes.data() + index, static_cast<std::size_t>(bytes.size() - index));
        look(last);
        return (found & top) == 0;
    }

    QByteArrayView m_rest;
    bool m_plain = true;
};

} // namespace

std::optional<PlainHeader> PlainHeader::of(QByteArrayView bytes) {
    HeaderText reader(bytes);
    PlainHeader header;
    header.actor = reader.value("{\"actor\":\"");
    header.app = reader.value(",\"app\":\"");
    header.at = momentOf(reader.value(",\"at\":\""));
    const auto bodyClass = classFrom(QLatin1StringView(reader.value(",\"class\":\"")));
    header.device = reader.id(",\"device\":\"");
    header.order = reader.value(",\"hlc\":\"");
    header.time = reader.order(header.order);
    header.id = reader.id(",\"id\":\"");
    header.kind = reader.value(",\"kind\":\"");
    const qint64 offset = reader.number(",\"offset\":");
    header.previous = reader.hash(",\"prev\":\"");
    header.role = reader.value(",\"role\":\"");
    header.sequence = reader.number(",\"seq\":");
    header.stream = reader.value(",\"stream\":\"");
    const qint64 version = reader.number(",\"v\":");
    reader.skip("}");
    if (!reader.isDone() || !bodyClass || version != schemaVersion || header.id.isNull() || header.device.isNull() ||
        header.stream.isEmpty() || header.sequence < 1 || !header.at.isValid() || std::abs(offset) > qint64{24} * 60 ||
        header.kind.isEmpty())
        return std::nullopt;
    header.offset = static_cast<int>(offset);
    header.bodyClass = *bodyClass;
    return header;
}

Header PlainHeader::toHeader() const {
    const auto text = [](QByteArrayView view) { return QString::fromLatin1(view); };
    return {schemaVersion,
            id,
            device,
            text(stream),
            sequence,
            QByteArray(previous.data(), static_cast<qsizetype>(previous.size())),
            at.toOffsetFromUtc(offset * 60),
            time,
            text(actor),
            text(role),
            text(app),
            text(kind),
            bodyClass};
}

} // namespace serein::ledger

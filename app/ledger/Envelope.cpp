#include "ledger/Envelope.h"

#include "core/Clock.h"
#include "core/Ids.h"
#include "core/Json.h"

#include <QJsonDocument>
#include <QtEndian>
#include <algorithm>
#include <array>
#include <cstring>

namespace serein::ledger {

QString classText(BodyClass bodyClass) {
    switch (bodyClass) {
    case BodyClass::Data:
        return QStringLiteral("data");
    case BodyClass::Unblinding:
        return QStringLiteral("unblinding");
    case BodyClass::Identity:
        return QStringLiteral("identity");
    case BodyClass::Note:
        return QStringLiteral("note");
    }
    return {};
}

std::optional<BodyClass> classFrom(const QString& text) {
    for (const BodyClass candidate : {BodyClass::Data, BodyClass::Unblinding, BodyClass::Identity, BodyClass::Note})
        if (classText(candidate) == text)
            return candidate;
    return std::nullopt;
}

BodyClass usualClass(const Fact& fact) {
    if (std::holds_alternative<Identified>(fact))
        return BodyClass::Identity;
    if (std::holds_alternative<Noted>(fact))
        return BodyClass::Note;
    if (std::holds_alternative<Unblinded>(fact)) // why may tell the arm
        return BodyClass::Unblinding;
    return BodyClass::Data;
}

HybridTime HybridTime::after(const QDateTime& now) const {
    const qint64 physical = now.toMSecsSinceEpoch();
    if (physical > milliseconds)
        return {physical, 0};
    // Four hex digits, so that the text sorts as the time does.
    return counter < 0xffff ? HybridTime{milliseconds, counter + 1} : HybridTime{milliseconds + 1, 0};
}

QString HybridTime::toString() const {
    constexpr char digits[] = "0123456789abcdef";
    constexpr qsizetype dash = 16;
    QString text(dash + 5, u'-');
    const auto write = [&](quint64 value, qsizetype from, qsizetype to) {
        for (qsizetype index = to; index-- > from; value >>= 4U)
            text[index] = QLatin1Char(digits[value & 15U]);
    };
    write(static_cast<quint64>(milliseconds), 0, dash);
    write(static_cast<quint64>(counter), dash + 1, text.size());
    return text;
}

std::optional<HybridTime> HybridTime::fromString(const QString& text) {
    const QStringList parts = text.split(u'-');
    bool first = false;
    bool second = false;
    const HybridTime time{parts.value(0).toLongLong(&first, 16), parts.value(1).toInt(&second, 16)};
    return first && second && parts.size() == 2 ? std::optional(time) : std::nullopt;
}

QByteArray Header::toBytes() const {
    return canonicalJson(QJsonObject{{QStringLiteral("v"), version},
                                     {QStringLiteral("id"), idText(id)},
                                     {QStringLiteral("device"), idText(device)},
                                     {QStringLiteral("stream"), stream},
                                     {QStringLiteral("seq"), sequence},
                                     {QStringLiteral("prev"), QString::fromLatin1(previous.toHex())},
                                     {QStringLiteral("at"), instantText(at.toUTC())},
                                     {QStringLiteral("offset"), at.offsetFromUtc() / 60},
                                     {QStringLiteral("hlc"), order.toString()},
                                     {QStringLiteral("actor"), actor},
                                     {QStringLiteral("role"), role},
                                     {QStringLiteral("app"), app},
                                     {QStringLiteral("kind"), kind},
                                     {QStringLiteral("class"), classText(bodyClass)}});
}

namespace {

/// Reads a header as it is written: keys in their order, nothing escaped, ASCII. Verification reads millions of them;
/// whatever looks otherwise goes the general way, which also says what is wrong.
class PlainHeader {
public:
    explicit PlainHeader(QByteArrayView bytes) : m_rest(bytes), m_plain(isPlain(bytes)) {}

    [[nodiscard]] std::optional<Header> read() {
        Header header;
        header.actor = text("{\"actor\":\"");
        header.app = text(",\"app\":\"");
        const QByteArrayView at = value(",\"at\":\"");
        const auto bodyClass = classFrom(text(",\"class\":\""));
        header.device = id(",\"device\":\"");
        header.order = order(value(",\"hlc\":\""));
        header.id = id(",\"id\":\"");
        header.kind = text(",\"kind\":\"");
        const qint64 offset = number(",\"offset\":");
        const QByteArrayView previous = value(",\"prev\":\"");
        header.role = text(",\"role\":\"");
        header.sequence = number(",\"seq\":");
        header.stream = text(",\"stream\":\"");
        header.version = static_cast<int>(number(",\"v\":"));
        skip("}");
        header.previous = hash(previous);
        header.at = moment(at, offset);
        if (!m_plain || !m_rest.isEmpty() || !bodyClass || header.version != schemaVersion || header.id.isNull() ||
            header.device.isNull() || header.stream.isEmpty() || header.sequence < 1 || !header.at.isValid() ||
            header.kind.isEmpty())
            return std::nullopt;
        header.bodyClass = *bodyClass;
        return header;
    }

private:
    /// ASCII without control characters and backslashes; looks at eight bytes at a time.
    [[nodiscard]] static bool isPlain(QByteArrayView bytes) {
        constexpr quint64 each = 0x0101010101010101;
        constexpr quint64 top = each << 7U; // of each byte; set in those that are not plain
        const auto is = [&](quint64 eight, quint64 c) { return (eight ^ each * c) - each; };
        quint64 found = 0;
        for (qsizetype index = 0; index < bytes.size(); index += 8) {
            quint64 eight = each * ' ';
            std::memcpy(&eight, bytes.data() + index,
                        static_cast<std::size_t>(std::min(bytes.size() - index, qsizetype{8})));
            found |= eight | (eight - each * 0x20) | is(eight, 0x7f) | is(eight, '\\');
        }
        return (found & top) == 0;
    }
    void skip(QByteArrayView expected) {
        m_plain = m_plain && m_rest.startsWith(expected);
        if (m_plain)
            m_rest = m_rest.sliced(expected.size());
    }
    /// What stands between here and the next quotation mark.
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
    [[nodiscard]] QString text(QByteArrayView key) { return QString::fromLatin1(value(key)); }
    [[nodiscard]] QUuid id(QByteArrayView key) { return QUuid::fromString(QLatin1String(value(key))); }
    [[nodiscard]] qint64 number(QByteArrayView key) {
        skip(key);
        qsizetype size = 0;
        while (m_plain && size < m_rest.size() && ((m_rest[size] >= '0' && m_rest[size] <= '9') || m_rest[size] == '-'))
            ++size;
        const QByteArrayView digits = m_rest.first(size);
        bool whole = false;
        const qint64 found = digits.toLongLong(&whole);
        m_plain = m_plain && whole && !digits.startsWith("-0") && (size == 1 || digits[0] != '0');
        m_rest = m_rest.sliced(size);
        return found;
    }
    /// 32 bytes, by their digits.
    [[nodiscard]] QByteArray hash(QByteArrayView digits) {
        constexpr qsizetype size = 32;
        m_plain = m_plain && digits.size() == 2 * size;
        QByteArray bytes(size, '\0');
        if (!m_plain)
            return bytes;
        char* to = bytes.data();
        unsigned all = 0;
        for (const char* from = digits.data(); from != digits.data() + digits.size(); from += 2) {
            const unsigned high = digit(from[0]);
            const unsigned low = digit(from[1]);
            all |= high | low;
            *to++ = static_cast<char>(high << 4U | low);
        }
        m_plain = all < 16;
        return bytes;
    }
    /// Hexadecimal, as it is written: in small letters. 16 and more: it is none.
    [[nodiscard]] static unsigned digit(char c) {
        static constexpr auto values = [] {
            std::array<unsigned char, 256> made{};
            made.fill(16);
            for (unsigned value = 0; value < 16; ++value)
                made[static_cast<unsigned char>("0123456789abcdef"[value])] = static_cast<unsigned char>(value);
            return made;
        }();
        return values[static_cast<unsigned char>(c)];
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
        m_plain = m_plain && all < 16;
        return {static_cast<qint64>(parts[0]), static_cast<int>(parts[1])};
    }
    /// "2026-11-20T06:00:00.000+00:00", and nothing else.
    [[nodiscard]] static QDateTime moment(QByteArrayView text, qint64 offset) {
        static constexpr QByteArrayView form("0000-00-00T00:00:00.000");
        if (!text.endsWith("+00:00") || text.size() != form.size() + 6 || std::abs(offset) > qint64{24} * 60)
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
        if (!date.isValid() || !time.isValid())
            return {};
        return QDateTime(date, time, Qt::UTC).toOffsetFromUtc(static_cast<int>(offset) * 60);
    }

    QByteArrayView m_rest;
    bool m_plain = true;
};

} // namespace

Result<Header> Header::fromBytes(const QByteArray& bytes) {
    if (auto plain = PlainHeader(bytes).read())
        return *std::move(plain);
    SEREIN_TRY(const QJsonValue value, parseJson(bytes));
    const QJsonObject json = value.toObject();
    const auto text = [&](const char* key) { return json.value(QLatin1String(key)).toString(); };
    const auto at = parseInstant(text("at"));
    const auto order = HybridTime::fromString(text("hlc"));
    const auto bodyClass = classFrom(text("class"));
    Header header{json.value(QStringLiteral("v")).toInt(),
                  QUuid(text("id")),
                  QUuid(text("device")),
                  text("stream"),
                  json.value(QStringLiteral("seq")).toInteger(),
                  QByteArray::fromHex(text("prev").toLatin1()),
                  at ? at->toOffsetFromUtc(json.value(QStringLiteral("offset")).toInt() * 60) : QDateTime(),
                  order.value_or(HybridTime{}),
                  text("actor"),
                  text("role"),
                  text("app"),
                  text("kind"),
                  bodyClass.value_or(BodyClass::Data)};
    if (header.version < 1 || header.id.isNull() || header.device.isNull() || header.stream.isEmpty() ||
        header.sequence < 1 || header.previous.size() != 32 || !at || !order || !bodyClass || header.kind.isEmpty())
        return wrong(QStringLiteral("not an event header"));
    if (header.version > schemaVersion)
        return unusable(QStringLiteral("written by a newer Serein (envelope version %1)").arg(header.version));
    return header;
}

QByteArray hashOf(const QByteArray& header, const QByteArray& body) {
    static constexpr QByteArrayView begin("serein-event-1\0", 15);
    char length[4];
    qToBigEndian(static_cast<quint32>(header.size()), length);
    return crypto::sha256({begin, QByteArrayView(length, sizeof length), header, body});
}

crypto::Secret eventKey(const crypto::Secret& classKey, const QUuid& event) {
    return crypto::hkdf(classKey.view(), event.toRfc4122(), "serein-event-body");
}

StoredEvent sealEvent(const Header& header, const Fact& fact, const crypto::Secret& classKey) {
    StoredEvent stored{header.toBytes(), {}, {}};
    QByteArray plain = canonicalJson(bodyOf(fact));
    stored.body = crypto::seal(eventKey(classKey, header.id), plain, stored.header);
    crypto::wipe(plain);
    stored.hash = hashOf(stored.header, stored.body);
    return stored;
}

Result<Event> openEvent(const StoredEvent& stored, const crypto::Secret& key) {
    SEREIN_TRY(Header header, Header::fromBytes(stored.header));
    SEREIN_TRY(const crypto::Secret plain, crypto::open(key, stored.body, stored.header));
    SEREIN_TRY(const QJsonValue body, parseJson(plain.view().toByteArray()));
    SEREIN_TRY(Fact fact, factFrom(header.kind, body.toObject()));
    return Event{std::move(header), std::move(fact)};
}

Result<Event> withheldEvent(const StoredEvent& stored) {
    SEREIN_TRY(Header header, Header::fromBytes(stored.header));
    const QString kind = header.kind;
    return Event{std::move(header), Withheld{kind}};
}

QByteArray checkpointMessage(const QUuid& device, const QList<Head>& heads) {
    QByteArray message = "serein-checkpoint-1\n" + idText(device).toLatin1() + '\n';
    for (const Head& head : heads)
        message += (head.device.isNull() ? QByteArray() : idText(head.device).toLatin1() + '/') + head.stream.toUtf8() +
                   ' ' + QByteArray::number(head.sequence) + ' ' + head.hash.toHex() + '\n';
    return message;
}

} // namespace serein::ledger

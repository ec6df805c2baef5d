#include "ledger/Envelope.h"

#include "core/Clock.h"
#include "core/Ids.h"
#include "core/Json.h"
#include "ledger/PlainHeader.h"

#include <QJsonDocument>
#include <QtEndian>

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

std::optional<BodyClass> classFrom(QAnyStringView text) {
    for (const BodyClass candidate : {BodyClass::Data, BodyClass::Unblinding, BodyClass::Identity, BodyClass::Note})
        if (QAnyStringView(classText(candidate)) == text)
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

Result<Header> Header::fromBytes(const QByteArray& bytes) {
    if (const auto plain = PlainHeader::of(bytes))
        return plain->toHeader();
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

namespace {
constexpr QByteArrayView bodyPurpose("serein-event-body");
}

crypto::Secret eventKey(const crypto::Secret& classKey, const QUuid& event) {
    return crypto::hkdf(classKey.view(), event.toRfc4122(), bodyPurpose);
}

bool opens(crypto::Opener& opener, const StoredEvent& stored, const QUuid& id, const crypto::Secret& classKey) {
    return opener.opens({classKey, id.toRfc4122(), bodyPurpose}, stored.body, stored.header);
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

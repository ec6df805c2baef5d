#include "exporting/Slice.h"

#include "core/Json.h"
#include "exporting/Manifest.h"
#include "ledger/Redaction.h"

namespace serein::exporting {

namespace {

std::unexpected<Error> badLine(int line, const QString& reason) {
    return std::unexpected(Error{Error::Kind::Wrong, {Fault{sliceFile, {}, reason, line}}});
}

/// Strict base64: what reads back as other text is not what was written.
std::optional<QByteArray> fromBase64(const QJsonValue& value) {
    const QByteArray text = value.toString().toLatin1();
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return value.isString() && decoded && decoded.decoded.toBase64() == text ? std::optional(decoded.decoded)
                                                                             : std::nullopt;
}

Result<SliceEvent> readLine(const QByteArray& bytes, int line) {
    const auto value = parseJson(bytes, sliceFile);
    if (!value)
        return badLine(line, value.error().faults.constFirst().reason);
    const QJsonObject json = value->toObject();
    auto body = fromBase64(json.value(QLatin1String("body")));
    const QByteArray hash = QByteArray::fromHex(json.value(QLatin1String("hash")).toString().toLatin1());
    const QByteArray header = json.value(QLatin1String("header")).toString().toUtf8();
    if (!body || hash.size() != 32 || header.isEmpty())
        return badLine(line, QStringLiteral("not an event with header, body and hash"));
    SliceEvent event{{header, *body, hash}, {}};
    if (json.contains(QLatin1String("key"))) {
        auto key = fromBase64(json.value(QLatin1String("key")));
        if (!key || key->size() != 32)
            return badLine(line, QStringLiteral("the key is not 32 bytes in base64"));
        event.key = crypto::Secret(QByteArrayView(*key));
    }
    return event;
}

} // namespace

bool isWithheld(ledger::BodyClass bodyClass, const QString& audience) {
    switch (bodyClass) {
    case ledger::BodyClass::Data:
        return false;
    case ledger::BodyClass::Unblinding:
        return audience != QLatin1String("full");
    case ledger::BodyClass::Identity:
    case ledger::BodyClass::Note:
        return true;
    }
    return true;
}

QByteArray lineOf(const SliceEvent& event) {
    QJsonObject json{{QStringLiteral("header"), QString::fromUtf8(event.stored.header)},
                     {QStringLiteral("body"), QString::fromLatin1(event.stored.body.toBase64())},
                     {QStringLiteral("hash"), QString::fromLatin1(event.stored.hash.toHex())}};
    if (!event.key.isEmpty())
        json.insert(QStringLiteral("key"), QString::fromLatin1(event.key.view().toByteArray().toBase64()));
    return canonicalJson(json) + '\n';
}

Result<std::vector<SliceEvent>> readSlice(const QByteArray& ndjson) {
    if (!ndjson.endsWith('\n'))
        return badLine(static_cast<int>(ndjson.count('\n')) + 1, QStringLiteral("the last line is cut"));
    std::vector<SliceEvent> events;
    const QByteArrayList lines = ndjson.chopped(1).split('\n');
    for (qsizetype index = 0; index < lines.size(); ++index) {
        SEREIN_TRY(SliceEvent event, readLine(lines[index], static_cast<int>(index) + 1));
        events.push_back(std::move(event));
    }
    return events;
}

Result<QList<ledger::Event>> openSlice(const std::vector<SliceEvent>& events, const QString& stream) {
    QList<ledger::Event> opened;
    for (const SliceEvent& slice : events) {
        SEREIN_TRY(ledger::Event event, slice.key.isEmpty() ? ledger::withheldEvent(slice.stored)
                                                            : ledger::openEvent(slice.stored, slice.key));
        if (event.header.stream == stream)
            opened.append(std::move(event));
    }
    const ledger::Redactions redactions(opened);
    for (ledger::Event& event : opened)
        event = redactions.applied(event);
    return opened;
}

ledger::ParticipantState folded(const QList<ledger::Event>& events) {
    ledger::Touched touched;
    return ledger::fold(events, touched);
}

} // namespace serein::exporting

#include "exporting/StudyManifest.h"

#include "core/Ids.h"
#include "core/Json.h"
#include "crypto/Crypto.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <functional>

namespace serein::exporting {

namespace {

constexpr int studyIdLength = 32;

QJsonArray filesJson(const QList<Manifest::File>& files) {
    QJsonArray json;
    for (const Manifest::File& file : files)
        json.append(QJsonObject{{QStringLiteral("name"), file.name},
                                {QStringLiteral("bytes"), file.bytes},
                                {QStringLiteral("sha256"), file.sha256}});
    return json;
}

/// All but the participants, whose place it says with an empty list.
QJsonObject toJson(const StudyManifest& manifest) {
    return {{QStringLiteral("format"), studyFormat},
            {QStringLiteral("vault"), idText(manifest.vault)},
            {QStringLiteral("device"), idText(manifest.device)},
            {QStringLiteral("audience"), manifest.audience},
            {QStringLiteral("formats"), QJsonArray::fromStringList(manifest.formats)},
            {QStringLiteral("without"), QJsonArray::fromStringList(manifest.without)},
            {QStringLiteral("study"), manifest.studyId},
            {QStringLiteral("synthetic"), manifest.synthetic},
            {QStringLiteral("app"), manifest.app},
            {QStringLiteral("participants"), QJsonArray()},
            {QStringLiteral("files"), filesJson(manifest.files)}};
}

QByteArray toLine(const StudyManifest::Participant& one) {
    QJsonObject json{{QStringLiteral("participant"), idText(one.id)},
                     {QStringLiteral("subject"), one.subject},
                     {QStringLiteral("sequence"), one.lastSequence},
                     {QStringLiteral("hash"), QString::fromLatin1(one.lastHash.toHex())}};
    QJsonObject others;
    for (auto other = one.others.begin(); other != one.others.end(); ++other)
        others.insert(idText(other.key()), QString::fromLatin1(other->toHex()));
    if (!others.isEmpty())
        json.insert(QStringLiteral("others"), others);
    return canonicalJson(json);
}

/// Hands on the JSON with its participants where `open` begins their list, each after what goes `before` it: thousands
/// of them are never all objects at once.
void write(const QByteArray& json, QByteArrayView open, const StudyManifest& manifest, QByteArrayView before,
           const std::function<void(QByteArrayView)>& sink) {
    const qsizetype list = json.indexOf(open) + open.size(); // quotation marks in a text are escaped: it is none's
    sink(QByteArrayView(json).first(list));
    for (bool isFirst = true; const StudyManifest::Participant& one : manifest.participants) {
        sink(isFirst ? QByteArrayView() : QByteArrayView(","));
        sink(before);
        sink(toLine(one));
        isFirst = false;
    }
    sink(QByteArrayView(json).sliced(list));
}

/// Of its canonical JSON without the id.
QString studyBundleId(const QJsonObject& withoutId, const StudyManifest& manifest) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    write(canonicalJson(withoutId), "\"participants\":[", manifest, {},
          [&hash](QByteArrayView piece) { hash.addData(piece); });
    return QString::fromLatin1(hash.result().toHex()).left(studyIdLength);
}

} // namespace

QByteArray StudyManifest::toBytes() {
    QJsonObject json = toJson(*this);
    as.write(json);
    bundle = studyBundleId(json, *this);
    json.insert(QStringLiteral("bundle"), bundle);
    const QByteArray indented = QJsonDocument(json).toJson(QJsonDocument::Indented);
    const auto writeTo = [&](const std::function<void(QByteArrayView)>& sink) {
        write(indented, "\"participants\": [", *this, "\n        ", sink);
    };
    qsizetype size = 0;
    writeTo([&size](QByteArrayView piece) { size += piece.size(); });
    QByteArray bytes;
    bytes.reserve(size);
    writeTo([&bytes](QByteArrayView piece) { bytes.append(piece); });
    return bytes;
}

bool StudyManifest::isOne(const QByteArray& bytes) {
    const auto value = parseJson(bytes, manifestFile);
    return value && value->toObject().value(QLatin1String("format")).toString() == studyFormat;
}

Result<StudyManifest> StudyManifest::fromBytes(const QByteArray& bytes) {
    if (!isOne(bytes))
        return wrong(QStringLiteral("not a manifest of the form ") + studyFormat, QStringLiteral("/format"),
                     manifestFile);
    SEREIN_TRY(const QJsonValue value, parseJson(bytes, manifestFile));
    QJsonObject json = value.toObject();
    const auto text = [&](const char* key) { return json.value(QLatin1String(key)).toString(); };
    StudyManifest manifest;
    manifest.bundle = text("bundle");
    manifest.vault = QUuid(text("vault"));
    manifest.device = QUuid(text("device"));
    manifest.audience = text("audience");
    manifest.as = Presentation::read(json);
    manifest.studyId = text("study");
    manifest.app = text("app");
    manifest.synthetic = json.value(QLatin1String("synthetic")).toBool();
    for (const auto table : json.value(QLatin1String("without")).toArray())
        manifest.without += table.toString();
    for (const auto format : json.value(QLatin1String("formats")).toArray())
        manifest.formats += format.toString();
    for (const auto entry : json.value(QLatin1String("participants")).toArray()) {
        const QJsonObject one = entry.toObject();
        const QJsonObject othersJson = one.value(QLatin1String("others")).toObject();
        QMap<QUuid, QByteArray> others;
        for (auto other = othersJson.begin(); other != othersJson.end(); ++other)
            others.insert(QUuid(other.key()), QByteArray::fromHex(other->toString().toLatin1()));
        manifest.participants.append(
            {QUuid(one.value(QLatin1String("participant")).toString()), one.value(QLatin1String("subject")).toString(),
             one.value(QLatin1String("sequence")).toInteger(),
             QByteArray::fromHex(one.value(QLatin1String("hash")).toString().toLatin1()), others});
    }
    for (const auto entry : json.value(QLatin1String("files")).toArray()) {
        const QJsonObject one = entry.toObject();
        manifest.files.append({one.value(QLatin1String("name")).toString(),
                               one.value(QLatin1String("bytes")).toInteger(-1),
                               one.value(QLatin1String("sha256")).toString()});
    }
    json.remove(QStringLiteral("bundle"));
    if (manifest.bundle != QString::fromLatin1(crypto::sha256(canonicalJson(json)).toHex()).left(studyIdLength))
        return wrong(QStringLiteral("the bundle's id is not the hash of its content"), QStringLiteral("/bundle"),
                     manifestFile);
    return manifest;
}

} // namespace serein::exporting

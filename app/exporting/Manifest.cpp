#include "exporting/Manifest.h"

#include "core/Ids.h"
#include "core/Json.h"
#include "crypto/Crypto.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace serein::exporting {

namespace {

constexpr int idLength = 32;

QString sha256Hex(const QByteArray& bytes) {
    return QString::fromLatin1(crypto::sha256(bytes).toHex());
}

QJsonObject toJson(const Manifest& manifest) {
    QJsonArray files;
    for (const Manifest::File& file : manifest.files)
        files.append(QJsonObject{{QStringLiteral("name"), file.name},
                                 {QStringLiteral("bytes"), file.bytes},
                                 {QStringLiteral("sha256"), file.sha256}});
    QJsonObject json{{QStringLiteral("format"), bundleFormat},
                     {QStringLiteral("vault"), idText(manifest.vault)},
                     {QStringLiteral("device"), idText(manifest.device)},
                     {QStringLiteral("participant"), idText(manifest.participant)},
                     {QStringLiteral("subject"), manifest.subject},
                     {QStringLiteral("audience"), manifest.audience},
                     {QStringLiteral("formats"), QJsonArray::fromStringList(manifest.formats)},
                     {QStringLiteral("without"), QJsonArray::fromStringList(manifest.without)},
                     {QStringLiteral("study"), QJsonObject{{QStringLiteral("id"), manifest.studyId},
                                                           {QStringLiteral("version"), manifest.studyVersion},
                                                           {QStringLiteral("hash"), manifest.studyHash}}},
                     {QStringLiteral("synthetic"), manifest.synthetic},
                     {QStringLiteral("lastEvent"),
                      QJsonObject{{QStringLiteral("sequence"), manifest.lastSequence},
                                  {QStringLiteral("hash"), QString::fromLatin1(manifest.lastHash.toHex())}}},
                     {QStringLiteral("checkpoint"), idText(manifest.checkpoint)},
                     {QStringLiteral("app"), manifest.app},
                     {QStringLiteral("files"), files}};
    QJsonArray others;
    for (const Manifest::Other& other : manifest.others)
        others.append(QJsonObject{
            {QStringLiteral("device"), idText(other.device)},
            {QStringLiteral("lastEvent"),
             QJsonObject{{QStringLiteral("sequence"), other.lastSequence},
                         {QStringLiteral("hash"), QString::fromLatin1(other.lastHash.toHex())}}},
            {QStringLiteral("checkpoint"), other.checkpoint.isNull() ? QString() : idText(other.checkpoint)}});
    if (!others.isEmpty())
        json.insert(QStringLiteral("otherDevices"), others);
    return json;
}

QString bundleId(const QJsonObject& withoutId) {
    return sha256Hex(canonicalJson(withoutId)).left(idLength);
}

Manifest fromJson(const QJsonObject& json) {
    const auto text = [&](const char* key) { return json.value(QLatin1String(key)).toString(); };
    const QJsonObject study = json.value(QLatin1String("study")).toObject();
    const QJsonObject last = json.value(QLatin1String("lastEvent")).toObject();
    Manifest manifest;
    manifest.bundle = text("bundle");
    manifest.vault = QUuid(text("vault"));
    manifest.device = QUuid(text("device"));
    manifest.participant = QUuid(text("participant"));
    manifest.subject = text("subject");
    manifest.audience = text("audience");
    for (const auto table : json.value(QLatin1String("without")).toArray())
        manifest.without += table.toString();
    manifest.as = Presentation::read(json);
    for (const auto format : json.value(QLatin1String("formats")).toArray())
        manifest.formats += format.toString();
    if (manifest.formats.isEmpty())
        manifest.formats += QStringLiteral("csv");
    manifest.studyId = study.value(QLatin1String("id")).toString();
    manifest.studyVersion = study.value(QLatin1String("version")).toString();
    manifest.studyHash = study.value(QLatin1String("hash")).toString();
    manifest.synthetic = json.value(QLatin1String("synthetic")).toBool();
    manifest.lastSequence = last.value(QLatin1String("sequence")).toInteger();
    manifest.lastHash = QByteArray::fromHex(last.value(QLatin1String("hash")).toString().toLatin1());
    manifest.checkpoint = QUuid(text("checkpoint"));
    manifest.app = text("app");
    for (const auto value : json.value(QLatin1String("otherDevices")).toArray()) {
        const QJsonObject other = value.toObject();
        const QJsonObject end = other.value(QLatin1String("lastEvent")).toObject();
        manifest.others.append({QUuid(other.value(QLatin1String("device")).toString()),
                                end.value(QLatin1String("sequence")).toInteger(),
                                QByteArray::fromHex(end.value(QLatin1String("hash")).toString().toLatin1()),
                                QUuid(other.value(QLatin1String("checkpoint")).toString())});
    }
    for (const auto value : json.value(QLatin1String("files")).toArray())
        manifest.files.append({value.toObject().value(QLatin1String("name")).toString(),
                               value.toObject().value(QLatin1String("bytes")).toInteger(-1),
                               value.toObject().value(QLatin1String("sha256")).toString()});
    return manifest;
}

} // namespace

QList<Manifest::File> Manifest::listed(const Files& files) {
    QList<File> list;
    for (auto it = files.begin(); it != files.end(); ++it)
        if (it.key() != manifestFile && it.key() != signatureFile)
            list.append({it.key(), it->size(), sha256Hex(*it)});
    return list;
}

QByteArray Manifest::toBytes() {
    QJsonObject json = toJson(*this);
    as.write(json);
    bundle = bundleId(json);
    json.insert(QStringLiteral("bundle"), bundle);
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

Result<Manifest> Manifest::fromBytes(const QByteArray& bytes) {
    const auto value = parseJson(bytes, manifestFile);
    if (!value)
        return std::unexpected(Error{Error::Kind::Wrong, value.error().faults});
    QJsonObject json = value->toObject();
    if (json.value(QLatin1String("format")).toString() != bundleFormat)
        return wrong(QStringLiteral("not a manifest of the form ") + bundleFormat, QStringLiteral("/format"),
                     manifestFile);
    Manifest manifest = fromJson(json);
    json.remove(QStringLiteral("bundle"));
    if (manifest.bundle != bundleId(json))
        return wrong(QStringLiteral("the bundle's id is not the hash of its content"), QStringLiteral("/bundle"),
                     manifestFile);
    if (manifest.vault.isNull() || manifest.device.isNull() || manifest.participant.isNull() ||
        manifest.checkpoint.isNull() ||
        (manifest.audience != QLatin1String("blinded") && manifest.audience != QLatin1String("full")))
        return wrong(QStringLiteral("vault, device, participant, checkpoint or audience is missing"), {}, manifestFile);
    return manifest;
}

} // namespace serein::exporting

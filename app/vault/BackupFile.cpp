#include "vault/BackupFile.h"

#include "core/Json.h"
#include "ledger/Chain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>

namespace serein::vault {

namespace {

constexpr auto format = "serein-backup-1";

QString base64(const QByteArray& bytes) {
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesOf(const QJsonObject& json, const char* name) {
    return QByteArray::fromBase64(json.value(QLatin1String(name)).toString().toLatin1());
}

Result<QByteArray> hashOfFile(const QString& path) {
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return storageFailed(QStringLiteral("cannot be read"), path);
    return hash.result();
}

Result<void> checkDefinitions(const Database& copy) {
    SEREIN_TRY(Statement rows, copy.prepare("SELECT hash,content FROM definitions"));
    for (;;) {
        SEREIN_TRY(const bool row, rows.step());
        if (!row)
            return {};
        if (QString::fromLatin1(crypto::sha256(rows.blob(1)).toHex()) != rows.text(0))
            return wrong(QStringLiteral("the definition %1 was changed").arg(rows.text(0)));
    }
}

} // namespace

QJsonObject BackupManifest::toJson() const {
    QJsonArray heads;
    for (const Stream& one : streams)
        heads.append(QJsonArray{idText(one.device), one.head.stream, one.head.sequence, base64(one.head.hash)});
    return {{QStringLiteral("id"), idText(id)},
            {QStringLiteral("vault"), idText(vault)},
            {QStringLiteral("device"), idText(device)},
            {QStringLiteral("devicePublicKey"), base64(devicePublicKey)},
            {QStringLiteral("at"), instantText(at)},
            {QStringLiteral("app"), app},
            {QStringLiteral("events"), events},
            {QStringLiteral("streams"), heads},
            {QStringLiteral("databaseHash"), base64(databaseHash)}};
}

Result<BackupManifest> BackupManifest::fromJson(const QJsonObject& json) {
    const auto text = [&](const char* name) { return json.value(QLatin1String(name)).toString(); };
    BackupManifest manifest{QUuid(text("id")),
                            QUuid(text("vault")),
                            QUuid(text("device")),
                            bytesOf(json, "devicePublicKey"),
                            {},
                            text("app"),
                            json.value(QStringLiteral("events")).toInteger(),
                            {},
                            bytesOf(json, "databaseHash")};
    SEREIN_TRY(manifest.at, parseInstant(text("at")));
    const QJsonArray heads = json.value(QStringLiteral("streams")).toArray();
    for (const QJsonValue one : heads)
        manifest.streams.append(
            {QUuid(one[0].toString()),
             {one[1].toString(), one[2].toInteger(), QByteArray::fromBase64(one[3].toString().toLatin1())}});
    if (manifest.id.isNull() || manifest.vault.isNull() || manifest.device.isNull() ||
        manifest.devicePublicKey.size() != 32 || manifest.databaseHash.size() != 32)
        return unusable(QStringLiteral("not a manifest of a backup"));
    return manifest;
}

QByteArray BackupManifest::message() const {
    return QByteArray(format) + '\0' + canonicalJson(toJson());
}

Result<QByteArray> sealBackup(const BackupManifest& manifest, const crypto::Secret& databaseKey,
                              const QByteArray& signature, const crypto::Certificate& recovery) {
    QByteArray plain = canonicalJson(QJsonObject{{QStringLiteral("format"), QLatin1String(format)},
                                                 {QStringLiteral("key"), base64(databaseKey.view().toByteArray())},
                                                 {QStringLiteral("manifest"), manifest.toJson()},
                                                 {QStringLiteral("signature"), base64(signature)}});
    auto sealed = crypto::cmsSeal(plain, {recovery});
    crypto::wipe(plain);
    return sealed;
}

Result<OpenedBackup> openBackup(const QString& backup, const QByteArray& privateKeyPem) {
    const QString path = backupSealPath(backup);
    if (!QFile::exists(path))
        return unusable(QStringLiteral("this is no finished backup: it has no backup.p7m"), {}, backup);
    SEREIN_TRY(const QByteArray sealed, readFile(path));
    auto plain = crypto::cmsOpen(sealed, privateKeyPem);
    if (!plain)
        return std::unexpected(plain.error().in(path));
    const auto parsed = parseJson(*plain, path);
    crypto::wipe(*plain);
    if (!parsed)
        return std::unexpected(parsed.error());
    const QJsonObject json = parsed->toObject();
    if (json.value(QStringLiteral("format")).toString() != QLatin1String(format))
        return unusable(QStringLiteral("not a backup of a format this version knows"), QStringLiteral("/format"), path);
    SEREIN_TRY(BackupManifest manifest, BackupManifest::fromJson(json.value(QStringLiteral("manifest")).toObject()));
    if (!crypto::verify(manifest.devicePublicKey, manifest.message(), bytesOf(json, "signature")))
        return wrong(QStringLiteral("the manifest is not signed by the device it names"), QStringLiteral("/signature"),
                     path);
    QByteArray key = bytesOf(json, "key");
    OpenedBackup opened{std::move(manifest), crypto::Secret(key)};
    crypto::wipe(key);
    return opened;
}

Result<void> checkStream(const Database& copy, const BackupManifest::Stream& stream) {
    SEREIN_TRY(Statement rows,
               copy.prepare("SELECT header,body,hash FROM events WHERE device=? AND stream=? ORDER BY sequence"));
    rows.bind(stream.device.toRfc4122()).bind(stream.head.stream);
    ledger::Chain chain(stream.device, stream.head.stream);
    for (;;) {
        SEREIN_TRY(const bool row, rows.step());
        if (!row)
            break;
        SEREIN_CHECK(chain.follow({rows.blob(0), rows.blob(1), rows.blob(2)}));
    }
    if (chain.head() != stream.head)
        return wrong(ledger::placeOf(stream.head.stream, stream.head.sequence) +
                     QStringLiteral(": the backup does not end where its manifest says"));
    return {};
}

Result<BackupManifest> checkBackup(const QString& backup, const QByteArray& privateKeyPem) {
    SEREIN_TRY(OpenedBackup opened, openBackup(QDir::cleanPath(backup), privateKeyPem));
    const QString path = backupDatabasePath(QDir::cleanPath(backup));
    SEREIN_TRY(const QByteArray hash, hashOfFile(path)); // before the database is touched
    if (hash != opened.manifest.databaseHash)
        return wrong(QStringLiteral("the backup was changed or is not whole"), {}, path);
    SEREIN_TRY(const auto copy, Database::open(path, opened.databaseKey));
    for (const BackupManifest::Stream& stream : std::as_const(opened.manifest.streams))
        SEREIN_CHECK(checkStream(*copy, stream));
    SEREIN_CHECK(checkDefinitions(*copy));
    SEREIN_TRY(Statement count, copy->prepare("SELECT count(*) FROM events"));
    SEREIN_CHECK(count.step());
    if (count.integer(0) != opened.manifest.events)
        return wrong(QStringLiteral("the backup holds %1 events, its manifest says %2")
                         .arg(count.integer(0))
                         .arg(opened.manifest.events),
                     {}, path);
    return opened.manifest;
}

} // namespace serein::vault

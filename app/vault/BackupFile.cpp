#include "vault/BackupFile.h"

#include "core/Ids.h"
#include "core/Json.h"
#include "ledger/Chain.h"
#include "vault/Recovering.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace serein::vault {

namespace {

constexpr auto format = "serein-backup-1";
const QByteArray keyMember = R"({"key":")"; // where backup.p7m begins

QString base64(const QByteArray& bytes) {
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesOf(const QJsonObject& json, const char* name) {
    return QByteArray::fromBase64(json.value(QLatin1String(name)).toString().toLatin1());
}

/// Out of what was opened, which then says nothing of it. Empty where there is none.
crypto::Secret takeKey(QByteArray& plain) {
    static const QByteArray member = R"("key":")";
    const qsizetype from = plain.indexOf(member) + member.size();
    const qsizetype length = from < member.size() ? 0 : plain.indexOf('"', from) - from;
    if (length <= 0)
        return {};
    QByteArray encoded = plain.sliced(from, length);
    QByteArray bytes = QByteArray::fromBase64(encoded);
    crypto::Secret key{QByteArrayView(bytes)};
    crypto::wipe(encoded);
    crypto::wipe(bytes);
    std::fill_n(plain.begin() + from, length, 'A');
    return key;
}

Result<QByteArray> hashOfFile(const QString& path) {
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return storageFailed(QStringLiteral("cannot be read"), path);
    return hash.result();
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
                              const QByteArray& signature, const Recovery& recovery) {
    const QByteArray rest = canonicalJson(QJsonObject{{QStringLiteral("format"), QLatin1String(format)},
                                                      {QStringLiteral("manifest"), manifest.toJson()},
                                                      {QStringLiteral("signature"), base64(signature)}});
    // The key goes in as bytes: a string in between would be wiped by nobody.
    QByteArray bytes = databaseKey.view().toByteArray();
    QByteArray encoded = bytes.toBase64();
    QByteArray plain = keyMember + encoded + "\"," + rest.mid(1);
    crypto::wipe(bytes);
    crypto::wipe(encoded);
    auto sealed = sealToRecovery(plain, recovery);
    crypto::wipe(plain);
    return sealed;
}

Result<OpenedBackup> openBackup(const QString& backup, const QList<QByteArray>& privateKeys) {
    const QString path = backupSealPath(backup);
    if (!QFile::exists(path))
        return unusable(QStringLiteral("this is no finished backup: it has no backup.p7m"), {}, backup);
    SEREIN_TRY(const QByteArray sealed, readFile(path));
    auto plain = openRecovered(sealed, privateKeys);
    if (!plain)
        return std::unexpected(plain.error().in(path));
    crypto::Secret key = takeKey(*plain);
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
    return OpenedBackup{std::move(manifest), std::move(key)};
}

Result<void> checkSigner(const BackupManifest& manifest, const QMap<QUuid, QByteArray>& registered,
                         const QString& backup) {
    if (registered.isEmpty() || registered.value(manifest.device) == manifest.devicePublicKey)
        return {};
    return wrong(
        registered.contains(manifest.device)
            ? QStringLiteral("the backup is signed with another key than device %1 is registered with")
                  .arg(idText(manifest.device))
            : QStringLiteral("the backup is signed by device %1, which is not registered").arg(idText(manifest.device)),
        {}, backup);
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

Result<QByteArray> sealBackupKeys(const std::map<QString, crypto::Secret>& participants, const Database& database,
                                  const Recovery& recovery) {
    QByteArray plain = "{";
    const auto add = [&](const QString& name, const crypto::Secret& key) {
        QByteArray bytes = key.view().toByteArray();
        QByteArray encoded = bytes.toBase64();
        plain += (plain.size() > 1 ? ",\"" : "\"") + name.toUtf8() + "\":\"" + encoded + '"';
        crypto::wipe(bytes);
        crypto::wipe(encoded);
    };
    for (const auto& [name, key] : participants)
        add(name, key);
    SEREIN_CHECK(forEachTextKey(database, [&](const TextKey& text) -> Result<void> {
        add(QStringLiteral("%1/%2/%3").arg(text.participant, ledger::classText(text.bodyClass), idText(text.event)),
            text.key);
        return {};
    }));
    plain += '}';
    auto sealed = sealToRecovery(plain, recovery);
    crypto::wipe(plain);
    return sealed;
}

Result<BackupKeys> openBackupKeys(const QString& backup, const QList<QByteArray>& privateKeys, bool mayMiss) {
    const QString path = backupKeysPath(QFileInfo(backup).path());
    if (!QFile::exists(path)) {
        if (mayMiss)
            return BackupKeys{};
        return unusable(
            QStringLiteral("the keys of identities and notes are missing; without them names and notes stay "
                           "unreadable"),
            {}, path);
    }
    SEREIN_TRY(const QByteArray sealed, readFile(path));
    auto plain = openRecovered(sealed, privateKeys);
    if (!plain)
        return std::unexpected(plain.error().in(path));
    const QJsonDocument document = QJsonDocument::fromJson(*plain); // ours, and larger than what others may hand us
    crypto::wipe(*plain);
    if (!document.isObject())
        return wrong(QStringLiteral("it holds no keys"), {}, path);
    const QJsonObject json = document.object();
    BackupKeys keys;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const QStringList parts = it.key().split(u'/');
        const auto bodyClass = ledger::classFrom(parts.value(1));
        QByteArray bytes = QByteArray::fromBase64(it->toString().toLatin1());
        // A participant's, or of a text: theirs, or of a tablet's own events.
        const bool ofText = parts.size() == 3 && !QUuid(parts[2]).isNull();
        const bool ofSomebody = !QUuid(parts[0]).isNull() || (ofText && parts[0] == ledger::deviceStream);
        if (bytes.size() != 32 || !bodyClass || !ofSomebody || (parts.size() != 2 && !ofText))
            return wrong(QStringLiteral("it holds something that is no key"), {}, path);
        crypto::Secret key{QByteArrayView(bytes)};
        crypto::wipe(bytes);
        if (parts.size() == 3)
            keys.texts.push_back({QUuid(parts[2]), parts[0], *bodyClass, std::move(key)});
        else
            keys.participants.emplace(it.key(), std::move(key));
    }
    return keys;
}

Result<QByteArray> copyHashed(const QString& from, const QString& to) {
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly))
        return storageFailed(QStringLiteral("cannot be read"), from);
    if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        !target.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return storageFailed(QStringLiteral("cannot be written: ") + target.errorString(), to);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (;;) {
        const QByteArray bytes = source.read(readAtOnce);
        if (bytes.isEmpty())
            break;
        hash.addData(bytes);
        if (target.write(bytes) != bytes.size())
            return storageFailed(QStringLiteral("cannot be written: ") + target.errorString(), to);
    }
    if (source.error() != QFile::NoError || !target.flush())
        return storageFailed(QStringLiteral("the copy was cut short"), to);
    return hash.result();
}

Result<void> checkDefinitions(const Database& database) {
    SEREIN_TRY(Statement rows, database.prepare("SELECT hash,content FROM definitions"));
    for (;;) {
        SEREIN_TRY(const bool row, rows.step());
        if (!row)
            return {};
        if (QString::fromLatin1(crypto::sha256(rows.blob(1)).toHex()) != rows.text(0))
            return wrong(QStringLiteral("the definition %1 was changed").arg(rows.text(0)));
    }
}

Result<void> checkCopy(const Database& copy, const BackupManifest& manifest) {
    for (const BackupManifest::Stream& stream : manifest.streams)
        SEREIN_CHECK(checkStream(copy, stream));
    SEREIN_CHECK(checkDefinitions(copy));
    SEREIN_TRY(Statement count, copy.prepare("SELECT count(*) FROM events"));
    SEREIN_CHECK(count.step());
    if (count.integer(0) != manifest.events)
        return wrong(QStringLiteral("the backup holds %1 events, its manifest says %2")
                         .arg(count.integer(0))
                         .arg(manifest.events));
    return {};
}

Result<BackupManifest> checkBackup(const QString& backup, const QList<QByteArray>& privateKeys) {
    SEREIN_TRY(OpenedBackup opened, openBackup(QDir::cleanPath(backup), privateKeys));
    const QString path = backupDatabasePath(QDir::cleanPath(backup));
    SEREIN_TRY(const QByteArray hash, hashOfFile(path)); // before the database is touched
    if (hash != opened.manifest.databaseHash)
        return wrong(QStringLiteral("the backup was changed or is not whole"), {}, path);
    SEREIN_TRY(const auto copy, Database::open(path, opened.databaseKey));
    if (const auto checked = checkCopy(*copy, opened.manifest); !checked)
        return std::unexpected(checked.error().in(path));
    return opened.manifest;
}

} // namespace serein::vault

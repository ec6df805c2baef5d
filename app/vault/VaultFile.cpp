#include "vault/VaultFile.h"

#include "core/Json.h"

#include <QDir>
#include <QJsonObject>

namespace serein::vault {

Result<VaultFile> VaultFile::read(const QString& folder) {
    const QString path = vaultFilePath(folder);
    if (!QDir(folder).exists())
        return unusable(QStringLiteral("there is no such folder"), {}, folder);
    auto value = readJson(path);
    if (!value)
        return unusable(QStringLiteral("not a Serein vault (its vault.json cannot be read)"), {}, folder);
    const QJsonObject json = value->toObject();
    VaultFile file{QUuid(json.value(QStringLiteral("vault")).toString()),
                   QUuid(json.value(QStringLiteral("device")).toString()),
                   QByteArray::fromBase64(json.value(QStringLiteral("devicePublicKey")).toString().toLatin1()),
                   json.value(QStringLiteral("synthetic")).toBool()};
    if (json.value(QStringLiteral("format")).toString() != QStringLiteral("serein-vault-1") || file.vault.isNull() ||
        file.device.isNull() || file.devicePublicKey.size() != 32)
        return unusable(QStringLiteral("not a Serein vault of a format this version knows"), QStringLiteral("/format"),
                        path);
    return file;
}

Result<void> VaultFile::write(const QString& folder) const {
    return writeFile(
        vaultFilePath(folder),
        canonicalJson(QJsonObject{{QStringLiteral("format"), QStringLiteral("serein-vault-1")},
                                  {QStringLiteral("vault"), idText(vault)},
                                  {QStringLiteral("device"), idText(device)},
                                  {QStringLiteral("devicePublicKey"), QString::fromLatin1(devicePublicKey.toBase64())},
                                  {QStringLiteral("synthetic"), synthetic}}),
        true);
}

} // namespace serein::vault

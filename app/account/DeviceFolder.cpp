#include "account/DeviceFolder.h"

#include "account/Attempts.h"
#include "core/Ids.h"
#include "core/Json.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QStandardPaths>

namespace serein::account {

namespace {

QString folderOf(const QString& stateFolder, const QUuid& vault) {
    return stateFolder + u'/' + idText(vault);
}

} // namespace

QString DeviceFolder::defaultPath() {
    const QString chosen = qEnvironmentVariable("SEREIN_STATE_DIR");
    return chosen.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) : chosen;
}

Result<DeviceFolder> DeviceFolder::create(const QString& stateFolder, const QUuid& vault, SecretStore* store) {
    DeviceFolder folder(folderOf(stateFolder, vault));
    if (QDir(folder.m_path).exists())
        return unusable(QStringLiteral("this device holds a secret for this vault already"), {}, folder.m_path);
    if (!QDir().mkpath(folder.m_path) ||
        !QFile::setPermissions(folder.m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return storageFailed(QStringLiteral("the state folder cannot be made"), folder.m_path);
    folder.m_secret = crypto::randomSecret();
    FileSecretStore file(folder.m_path);
    SEREIN_CHECK((store != nullptr ? *store : file).keep(vault, folder.m_secret));
    // Both from the start: a missing one was removed.
    SEREIN_CHECK(Attempts(folder.attemptsPath(), folder.m_secret).told());
    SEREIN_CHECK(folder.setWitness({0, QByteArray(32, '\0')}));
    return folder;
}

Result<DeviceFolder> DeviceFolder::open(const QString& stateFolder, const QUuid& vault, const SecretStore* store) {
    DeviceFolder folder(folderOf(stateFolder, vault));
    const FileSecretStore file(folder.m_path);
    auto secret = (store != nullptr ? *store : file).find(vault);
    if (!secret)
        return refused(QStringLiteral("this device holds no secret for this vault (its state folder is %1); a copied "
                                      "vault opens only by recovery")
                           .arg(folder.m_path));
    folder.m_secret = *std::move(secret);
    return folder;
}

Result<void> DeviceFolder::setWitness(const Witness& witness) const {
    const QByteArray line = QByteArray::number(witness.sequence) + ' ' + witness.hash.toHex();
    return writeFile(m_path + QStringLiteral("/witness"),
                     line + ' ' + crypto::hmacSha256(m_secret, "witness " + line).toHex() + '\n', true);
}

Result<std::optional<Witness>> DeviceFolder::witness() const {
    const QString path = m_path + QStringLiteral("/witness");
    if (!QFile::exists(path))
        return std::nullopt;
    SEREIN_TRY(const QByteArray bytes, readFile(path));
    const QList<QByteArray> parts = bytes.trimmed().split(' ');
    if (parts.size() != 3 || crypto::hmacSha256(m_secret, "witness " + parts[0] + ' ' + parts[1]).toHex() != parts[2])
        return wrong(QStringLiteral("the witness of the device's last event was changed by another program"), {}, path);
    return Witness{parts[0].toLongLong(), QByteArray::fromHex(parts[1])};
}

Result<void> DeviceFolder::mark(const QString& name, bool there) const {
    const QString path = m_path + u'/' + name;
    if (there)
        return writeFile(path, {}, true);
    if (QFile::exists(path) && !QFile::remove(path))
        return storageFailed(QStringLiteral("cannot be removed"), path);
    return {};
}

Result<void> DeviceFolder::setAlertMarker(bool waits) const {
    return mark(QStringLiteral("call-staff"), waits);
}

bool DeviceFolder::alertWaits() const {
    return QFile::exists(m_path + QStringLiteral("/call-staff"));
}

Result<void> DeviceFolder::setInUse(bool inUse) const {
    return mark(QStringLiteral("in-use"), inUse);
}

bool DeviceFolder::isInUse() const {
    return QFile::exists(m_path + QStringLiteral("/in-use"));
}

Result<DeviceFolder> DeviceFolder::settle(const QString& from, const QString& stateFolder, const QUuid& vault,
                                          const SecretStore* store) {
    if (!QDir().mkpath(stateFolder) || !QDir().rename(folderOf(from, vault), folderOf(stateFolder, vault)))
        return storageFailed(QStringLiteral("the device's part of the vault cannot be put there"),
                             folderOf(stateFolder, vault));
    return open(stateFolder, vault, store);
}

} // namespace serein::account

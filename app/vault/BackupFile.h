#pragma once
// A backup as it lies on a stick: the folder of one backup holds the ledger under a fresh key (serein.db), and that key
// with the manifest, sealed by CMS to the site's recovery certificate (backup.p7m). Beside the backups of a device lies
// participant-keys.p7m, which every backup overwrites: what was destroyed here is gone from all of them. head.json says
// up to which event of the device its keys reach.
#include "vault/BodyKeys.h"
#include "vault/Vault.h"

namespace serein::vault {

struct BackupManifest {
    QUuid id;
    QUuid vault;
    QUuid device; ///< that wrote it
    QByteArray devicePublicKey;
    QDateTime at;
    QString app;
    qint64 events = 0;
    struct Stream {
        QUuid device;
        ledger::Head head;
    };
    QList<Stream> streams;
    QByteArray databaseHash; ///< SHA-256 of serein.db

    [[nodiscard]] QJsonObject toJson() const;
    /// Unusable where it is no manifest of this format.
    [[nodiscard]] static Result<BackupManifest> fromJson(const QJsonObject& json);
    /// What the device signs.
    [[nodiscard]] QByteArray message() const;
};

/// A manifest that was opened, with the key of its database.
struct OpenedBackup {
    BackupManifest manifest;
    crypto::Secret databaseKey;
};

inline QString backupDatabasePath(const QString& backup) {
    return backup + QStringLiteral("/serein.db");
}
inline QString backupSealPath(const QString& backup) {
    return backup + QStringLiteral("/backup.p7m");
}
/// `backups`: the folder of all backups of one device of a vault.
inline QString backupKeysPath(const QString& backups) {
    return backups + QStringLiteral("/participant-keys.p7m");
}
inline QString backupHeadPath(const QString& backups) {
    return backups + QStringLiteral("/head.json");
}

inline constexpr qint64 readAtOnce = 1 << 20; ///< bytes of a copy that are in memory at a time

/// Keys that may have to be destroyed, as participant-keys.p7m holds them: of identities, notes, and single texts.
struct BackupKeys {
    std::map<QString, crypto::Secret> participants; ///< by "participant/class"
    std::vector<TextKey> texts;
};

/// Sealed as backup.p7m holds it.
[[nodiscard]] Result<QByteArray> sealBackup(const BackupManifest& manifest, const crypto::Secret& databaseKey,
                                            const QByteArray& signature, const Recovery& recovery);
/// With the holders' private keys (PEM). Wrong where it does not open with them, or anything in it was changed.
[[nodiscard]] Result<OpenedBackup> openBackup(const QString& backup, const QList<QByteArray>& privateKeys);
/// Wrong where the device that signed it is not registered with that key; nothing is held against nothing.
[[nodiscard]] Result<void> checkSigner(const BackupManifest& manifest, const QMap<QUuid, QByteArray>& registered,
                                       const QString& backup);
/// Sealed as participant-keys.p7m holds them.
[[nodiscard]] Result<QByteArray> sealBackupKeys(const std::map<QString, crypto::Secret>& participants,
                                                const Database& database, const Recovery& recovery);
/// Of the file beside the backup. Unusable where it is missing, unless `mayMiss`: then there are none.
[[nodiscard]] Result<BackupKeys> openBackupKeys(const QString& backup, const QList<QByteArray>& privateKeys,
                                                bool mayMiss);

/// One stream of a copy, from its first event to the head that the manifest names.
[[nodiscard]] Result<void> checkStream(const Database& copy, const BackupManifest::Stream& stream);
/// Copies a file of any size; the SHA-256 of what was copied.
[[nodiscard]] Result<QByteArray> copyHashed(const QString& from, const QString& to);
/// Every definition is the one that its hash names.
[[nodiscard]] Result<void> checkDefinitions(const Database& database);
/// A copy against its manifest: every stream, every definition, and nothing else.
[[nodiscard]] Result<void> checkCopy(const Database& copy, const BackupManifest& manifest);
/// All that a backup promises: seal, signature, the file's bytes, and the copy.
[[nodiscard]] Result<BackupManifest> checkBackup(const QString& backup, const QList<QByteArray>& privateKeys);

} // namespace serein::vault

#pragma once
// A backup as it lies on a stick: the folder of one backup holds the ledger under a fresh key (serein.db), and that key
// with the manifest, sealed by CMS to the site's recovery certificate (backup.p7m). Beside the backups of a vault lies
// participant-keys.p7m, which every backup overwrites: what was destroyed here is gone from all of them.
#include "vault/Database.h"
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
/// `backups`: the folder of all backups of one vault.
inline QString backupKeysPath(const QString& backups) {
    return backups + QStringLiteral("/participant-keys.p7m");
}

/// Sealed as backup.p7m holds it.
[[nodiscard]] Result<QByteArray> sealBackup(const BackupManifest& manifest, const crypto::Secret& databaseKey,
                                            const QByteArray& signature, const crypto::Certificate& recovery);
/// With the recovery key (PEM). Wrong where it does not open with it, or anything in it was changed.
[[nodiscard]] Result<OpenedBackup> openBackup(const QString& backup, const QByteArray& privateKeyPem);

/// One stream of a copy, from its first event to the head that the manifest names.
[[nodiscard]] Result<void> checkStream(const Database& copy, const BackupManifest::Stream& stream);
/// All that a backup promises: seal, signature, the file's bytes, every stream, every definition.
[[nodiscard]] Result<BackupManifest> checkBackup(const QString& backup, const QByteArray& privateKeyPem);

} // namespace serein::vault

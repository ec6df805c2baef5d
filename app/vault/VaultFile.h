#pragma once
// The parts of a vault folder, and vault.json: what can be read while locked.
#include "vault/Vault.h"

namespace serein::vault {

struct VaultFile {
    QUuid vault;
    QUuid device;
    QByteArray devicePublicKey;
    bool synthetic = false;

    [[nodiscard]] static Result<VaultFile> read(const QString& folder);
    [[nodiscard]] Result<void> write(const QString& folder) const;
};

inline QString vaultFilePath(const QString& folder) {
    return folder + QStringLiteral("/vault.json");
}
inline QString databasePath(const QString& folder) {
    return folder + QStringLiteral("/serein.db");
}
inline QString journalPath(const QString& folder) {
    return databasePath(folder) + QStringLiteral("-wal");
}
inline QString keyringPath(const QString& folder) {
    return folder + QStringLiteral("/keyring.json");
}
inline QString participantKeysPath(const QString& folder) {
    return folder + QStringLiteral("/participant-keys.json");
}
inline QString deviceKeyPath(const QString& folder) {
    return folder + QStringLiteral("/device-key.json");
}
/// Beside a file whose content is to be under new keys as soon as the database is.
inline QString nextPath(const QString& path) {
    return path + QStringLiteral(".next");
}
/// Where keyring.json can't be read and another was prepared beside it, that one.
[[nodiscard]] Result<account::Keyring> readableKeyring(const QString& folder, const QUuid& vault);
/// The database opened with this key: what lies beside a file and is under it takes that file's place, and what was
/// prepared for a key that the database never got is removed. Unusable, and everything stays, where this version can't
/// tell what was prepared; Storage where it cannot take its place. The vault opens all the same.
[[nodiscard]] Result<void> finishRekeying(const QString& folder, const QUuid& vault, const crypto::Secret& databaseKey);
/// Says what finishRekeying had to leave.
[[nodiscard]] Result<void> requireSettledKeys(const QString& folder);
/// The file beside it where that is the one under this key.
[[nodiscard]] QString participantKeysInForce(const QString& folder, const crypto::Secret& databaseKey);
/// To be changed and written again; refused like requireSettledKeys where the one beside it counts.
[[nodiscard]] Result<account::Keyring> keyringInForce(const QString& folder, const QUuid& vault,
                                                      const crypto::Secret& databaseKey);

} // namespace serein::vault

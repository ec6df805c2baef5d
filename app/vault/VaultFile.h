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
/// The database opened with this key: the file beside it that is under this key too is the one from now on. Where new
/// keys were being given and were not, what was prepared is removed.
[[nodiscard]] Result<void> finishRekeying(const QString& folder, const crypto::Secret& databaseKey);

} // namespace serein::vault

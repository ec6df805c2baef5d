#pragma once
// A vault goes on on another device: restored from a backup, or recovered in its own folder by the site's recovery key.
// The device gets an id, a key and a secret of its own, and the one before is revoked; so nothing that the lost tablet
// still wrote can ever clash with what is written here. One administrator gets in by a new passphrase; nobody's old one
// opens anything here, so the administrator gives each of the others a new one.
#include "vault/BackupFile.h"

namespace serein::vault {

/// Who gets in, by a passphrase of their own choosing.
struct Entry {
    QString administrator; ///< an active one, as the ledger knows them
    crypto::Secret passphrase;
    crypto::ScryptParameters cost{};
};

struct RestoreOrder {
    QString backup;                ///< folder of one backup
    QList<QByteArray> privateKeys; ///< of the recovery certificates, PEM
    Entry entry;
    QMap<QUuid, QByteArray> registered =
        {};                       ///< devices' public keys, raw; empty: whoever signed the backup is believed
    bool withoutIdentity = false; ///< also without the participants' keys: names, notes and texts stay unreadable
};

struct NewDeviceReport {
    QUuid vault;
    QUuid device;
    QUuid revoked = {};       ///< null: this device itself opened the vault before, and still does
    QByteArray signedBy = {}; ///< public key of the device that signed the backup, raw; empty: there was none
    QStringList waiting = {}; ///< people who need a new passphrase from the administrator
};

/// Into an absent or empty folder. What is tampered with or half written is refused, and nothing is left behind.
[[nodiscard]] Result<NewDeviceReport> restore(const Place& place, const RestoreOrder& order, const Clock& clock);

/// The vault's own folder is at hand, and the device secret or every passphrase is gone. Where this device still holds
/// its secret it stays the same device, and everybody else's passphrase holds.
[[nodiscard]] Result<NewDeviceReport> recover(const Place& place, const QList<QByteArray>& privateKeys,
                                              const Entry& entry, const Clock& clock);

} // namespace serein::vault

#pragma once
// What a device keeps of a vault outside its folder: the device secret, the witness of the last checkpoint, and the
// marker that makes the lock screen call staff. Lost with the device, and useless without the vault.
#include "account/SecretStore.h"

#include <optional>

namespace serein::account {

/// What the device last vouched for in its own stream.
struct Witness {
    qint64 sequence = 0;
    QByteArray hash;
};

class DeviceFolder {
public:
    /// SEREIN_STATE_DIR, else the platform's place for application data.
    [[nodiscard]] static QString defaultPath();
    /// Makes the folder of this vault (0700) and a fresh device secret, kept in `store` (null: in that folder).
    [[nodiscard]] static Result<DeviceFolder> create(const QString& stateFolder, const QUuid& vault,
                                                     SecretStore* store = nullptr);
    /// Refused where this device does not know the vault.
    [[nodiscard]] static Result<DeviceFolder> open(const QString& stateFolder, const QUuid& vault,
                                                   const SecretStore* store = nullptr);

    [[nodiscard]] const crypto::Secret& secret() const { return m_secret; }
    [[nodiscard]] QString attemptsPath() const { return m_path + QStringLiteral("/attempts"); }

    [[nodiscard]] Result<void> setWitness(const Witness& witness) const;
    /// Sequence 0: nothing was vouched for yet. None: the file is missing. Wrong where it was tampered with.
    [[nodiscard]] Result<std::optional<Witness>> witness() const;

    /// Without content: that an alert waits, not whose or which.
    [[nodiscard]] Result<void> setAlertMarker(bool waits) const;
    [[nodiscard]] bool alertWaits() const;

    /// A program has the vault open; still so after it ended: it did not end as it should.
    [[nodiscard]] Result<void> setInUse(bool inUse) const;
    [[nodiscard]] bool isInUse() const;
    /// What was made in `from` for this vault is this device's part from now on. Refused where it has one.
    [[nodiscard]] static Result<DeviceFolder> settle(const QString& from, const QString& stateFolder,
                                                     const QUuid& vault, const SecretStore* store = nullptr);

private:
    explicit DeviceFolder(QString path) : m_path(std::move(path)) {}
    [[nodiscard]] Result<void> mark(const QString& name, bool there) const;
    QString m_path;
    crypto::Secret m_secret;
};

} // namespace serein::account

#pragma once
// Where a device keeps its secret of a vault. A file of the state folder, unless the platform has something better: a
// key store that hands the secret to this program alone takes its place here.
#include "crypto/Crypto.h"

#include <QUuid>

namespace serein::account {

class SecretStore {
public:
    virtual ~SecretStore() = default;
    /// Durable on return; in the place of what was kept for this vault.
    [[nodiscard]] virtual Result<void> keep(const QUuid& vault, const crypto::Secret& secret) = 0;
    /// Refused where there is none for this vault.
    [[nodiscard]] virtual Result<crypto::Secret> find(const QUuid& vault) const = 0;
};

/// The file `device-secret` (mode 0600) in the device's folder of the vault; moves with that folder.
class FileSecretStore final : public SecretStore {
public:
    explicit FileSecretStore(const QString& folder) : m_path(folder + QStringLiteral("/device-secret")) {}
    [[nodiscard]] Result<void> keep(const QUuid& vault, const crypto::Secret& secret) override;
    [[nodiscard]] Result<crypto::Secret> find(const QUuid& vault) const override;

private:
    QString m_path;
};

} // namespace serein::account

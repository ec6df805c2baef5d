#include "account/SecretStore.h"

#include "core/Json.h"

namespace serein::account {

Result<void> FileSecretStore::keep(const QUuid& /*vault*/, const crypto::Secret& secret) {
    QByteArray bytes = secret.view().toByteArray();
    auto written = writeFile(m_path, bytes, true);
    crypto::wipe(bytes);
    return written;
}

Result<crypto::Secret> FileSecretStore::find(const QUuid& /*vault*/) const {
    auto bytes = readFile(m_path);
    if (!bytes || bytes->size() != 32)
        return refused(QStringLiteral("there is no secret in ") + m_path);
    crypto::Secret secret{QByteArrayView(*bytes)};
    crypto::wipe(*bytes);
    return secret;
}

} // namespace serein::account

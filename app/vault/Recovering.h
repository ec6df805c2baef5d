#pragma once
// What the holders of the site's recovery certificates can open. One certificate, or any of several: CMS with several
// recipients. All of them: CMS inside CMS, one layer a holder. Any k of n: SharedSeal.h.
#include "vault/Vault.h"

namespace serein::vault {

/// Unusable at /needed or /certificate where so many of these holders can't be asked for.
[[nodiscard]] Result<void> checkRecovery(const Recovery& recovery);
/// At least one holder.
[[nodiscard]] Result<QByteArray> sealToRecovery(QByteArrayView plain, const Recovery& recovery);
/// With the holders' private keys (PEM), in any order. Wrong where none opens it or it was changed; Refused where more
/// holders are needed.
[[nodiscard]] Result<QByteArray> openRecovered(const QByteArray& sealed, const QList<QByteArray>& privateKeys);

[[nodiscard]] ledger::RecoveryNamed factOf(const Recovery& recovery);
/// As the ledger says; Unusable where a certificate has ended by now.
[[nodiscard]] Result<Recovery> recoveryOf(const ledger::DeviceState& state, const QDateTime& now);

} // namespace serein::vault

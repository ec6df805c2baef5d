#pragma once
// A vault held against what somebody else kept: a ledger that was rewritten with every key at hand is whole in itself,
// and differs from any bundle made before.
#include "exporting/Bundle.h"

namespace serein::exporting {

/// Wrong where the bundle isn't whole, or this vault doesn't hold every event of its ledger slice: those of the
/// participant, and the checkpoints, which vouch for each device's own stream.
[[nodiscard]] Result<void> agreesWithBundle(const vault::Vault& vault, const QString& path,
                                            const VerifyOptions& options);

/// Wrong where this device isn't among the registered ones, is registered with another key, or was revoked by now.
[[nodiscard]] Result<void> agreesWithDeviceKeys(const vault::Vault& vault, const QString& path);

} // namespace serein::exporting

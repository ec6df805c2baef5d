#pragma once
// Devices' public keys as the data manager registered them, outside any bundle.
#include "core/Result.h"

#include <QMap>
#include <QUuid>

namespace serein::exporting {

using DeviceKeys = QMap<QUuid, QByteArray>; ///< device → raw Ed25519 public key

/// A device-key.json as a vault writes it, {"devices": [such…]}, or an array of such. Unusable with the place of what
/// does not read; one device with two different keys is a fault.
[[nodiscard]] Result<DeviceKeys> readDeviceKeys(const QString& path);

} // namespace serein::exporting

#pragma once
// Devices' public keys as the data manager registered them, outside any bundle.
#include "core/Result.h"

#include <QDateTime>
#include <QMap>
#include <QUuid>

namespace serein::exporting {

struct DeviceKey {
    QByteArray publicKey; ///< raw Ed25519
    QDateTime revoked;    ///< what it signed from then on proves nothing; invalid: it is trusted
    bool operator==(const DeviceKey&) const = default;
};
using DeviceKeys = QMap<QUuid, DeviceKey>; ///< by device

/// A device-key.json as a vault writes it, {"devices": [such…]}, or an array of such; the data manager adds
/// "revokedAt": "2026-11-20T14:05+08:00" to one whose tablet was lost. Unusable with the place of what does not read;
/// one device with two different keys is a fault. What another device took in of a revoked one is believed.
[[nodiscard]] Result<DeviceKeys> readDeviceKeys(const QString& path);

/// Wrong where it was revoked at or before the moment that this id of an event (UUIDv7) was made.
[[nodiscard]] Result<void> requireNotRevoked(const DeviceKey& key, const QUuid& event);
/// Without what was revoked when: for a vault that holds what those devices recorded.
[[nodiscard]] QMap<QUuid, QByteArray> publicKeys(const DeviceKeys& keys);

} // namespace serein::exporting

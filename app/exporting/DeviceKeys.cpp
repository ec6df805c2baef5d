#include "exporting/DeviceKeys.h"

#include "core/Clock.h"
#include "core/Json.h"
#include "crypto/Crypto.h"

#include <QJsonArray>

namespace serein::exporting {

namespace {

Result<void> add(DeviceKeys& keys, const QJsonValue& value, const QString& pointer, const QString& path) {
    const QJsonObject json = value.toObject();
    if (json.value(QLatin1String("format")).toString() != QLatin1String("serein-device-key-1"))
        return unusable(QStringLiteral("not a device key (serein-device-key-1)"),
                        pointerTo(pointer, QStringLiteral("format")), path);
    const QUuid device(json.value(QLatin1String("device")).toString());
    if (device.isNull())
        return unusable(QStringLiteral("not the id of a device"), pointerTo(pointer, QStringLiteral("device")), path);
    const auto key = crypto::ed25519FromPem(json.value(QLatin1String("publicKeyPem")).toString().toLatin1());
    if (!key)
        return unusable(key.error().faults.constFirst().reason, pointerTo(pointer, QStringLiteral("publicKeyPem")),
                        path);
    DeviceKey entry{*key, {}};
    if (json.contains(QLatin1String("revokedAt"))) {
        const auto revoked = parseInstant(json.value(QLatin1String("revokedAt")).toString());
        if (!revoked)
            return unusable(revoked.error().faults.constFirst().reason, pointerTo(pointer, QStringLiteral("revokedAt")),
                            path);
        entry.revoked = *revoked;
    }
    if (keys.value(device, entry) != entry)
        return unusable(QStringLiteral("the device stands twice, and not the same both times"),
                        pointerTo(pointer, QStringLiteral("device")), path);
    keys.insert(device, entry);
    return {};
}

} // namespace

Result<DeviceKeys> readDeviceKeys(const QString& path) {
    SEREIN_TRY(const QJsonValue json, readJson(path));
    const bool nested = json.isObject() && json.toObject().contains(QLatin1String("devices"));
    const QJsonValue list = nested ? json.toObject().value(QLatin1String("devices")) : json;
    DeviceKeys keys;
    if (!list.isArray()) {
        SEREIN_CHECK(add(keys, list, {}, path));
        return keys;
    }
    const QJsonArray array = list.toArray();
    for (qsizetype index = 0; index < array.size(); ++index)
        SEREIN_CHECK(
            add(keys, array.at(index), pointerTo(nested ? QStringLiteral("/devices") : QString(), index), path));
    return keys;
}

Result<void> requireNotRevoked(const DeviceKey& key, const QUuid& event) {
    const auto madeAt = static_cast<qint64>(event.toRfc4122().first(6).toHex().toULongLong(nullptr, 16));
    if (!key.revoked.isValid() || madeAt < key.revoked.toMSecsSinceEpoch())
        return {};
    return wrong(QStringLiteral("the device was revoked on %1, before this was signed").arg(instantText(key.revoked)));
}

QMap<QUuid, QByteArray> publicKeys(const DeviceKeys& keys) {
    QMap<QUuid, QByteArray> raw;
    for (auto it = keys.begin(); it != keys.end(); ++it)
        raw.insert(it.key(), it->publicKey);
    return raw;
}

} // namespace serein::exporting

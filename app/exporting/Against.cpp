#include "exporting/Against.h"

#include "core/Ids.h"
#include "exporting/BundleFiles.h"
#include "exporting/DeviceKeys.h"
#include "ledger/Chain.h"

#include <algorithm>

namespace serein::exporting {

Result<void> agreesWithBundle(const vault::Vault& vault, const QString& path, const VerifyOptions& options) {
    SEREIN_CHECK(verifyBundle(path, options));
    SEREIN_TRY(const BundleFiles bundle, readBundle(path, options.privateKeyPem));
    SEREIN_TRY(const Manifest manifest, Manifest::fromBytes(bundle.files.value(manifestFile)));
    if (manifest.vault != vault.deviceState().vault)
        return unusable(QStringLiteral("the bundle is of another vault"), QStringLiteral("/vault"), path);
    vault::TrailQuery query;
    query.stream = idText(manifest.participant);
    query.most = -1;
    SEREIN_TRY(const QList<vault::TrailEvent> events, vault.trail(query));
    const auto there = std::ranges::find_if(events, [&](const vault::TrailEvent& one) {
        return one.event.header.device == manifest.device && one.event.header.sequence == manifest.lastSequence;
    });
    const QString place = ledger::placeOf(query.stream, manifest.lastSequence);
    if (there == events.end())
        return wrong(place + QStringLiteral(": the bundle holds it and the vault doesn't (it was cut)"), {}, path);
    if (there->hash != manifest.lastHash)
        return wrong(place + QStringLiteral(": the bundle holds another one there (the ledger was rewritten since)"),
                     {}, path);
    return {};
}

Result<void> agreesWithDeviceKeys(const vault::Vault& vault, const QString& path) {
    SEREIN_TRY(const DeviceKeys registered, readDeviceKeys(path));
    const auto found = registered.constFind(vault.device());
    if (found == registered.constEnd())
        return wrong(QStringLiteral("the device %1 is not registered").arg(idText(vault.device())), {}, path);
    if (found->publicKey != vault.devicePublicKey())
        return wrong(QStringLiteral("the device %1 is registered with another key").arg(idText(vault.device())), {},
                     path);
    if (found->revoked.isValid() && found->revoked <= vault.clock().now())
        return wrong(
            QStringLiteral("the device %1 was revoked on %2").arg(idText(vault.device()), instantText(found->revoked)),
            {}, path);
    return {};
}

} // namespace serein::exporting

#include "exporting/Against.h"

#include "core/Ids.h"
#include "exporting/BundleFiles.h"
#include "exporting/DeviceKeys.h"
#include "exporting/Slice.h"
#include "ledger/Chain.h"

namespace serein::exporting {

Result<void> agreesWithBundle(const vault::Vault& vault, const QString& path, const VerifyOptions& options) {
    SEREIN_CHECK(verifyBundle(path, options));
    SEREIN_TRY(const BundleFiles bundle, readBundle(path, options.privateKeyPem));
    SEREIN_TRY(const Manifest manifest, Manifest::fromBytes(bundle.files.value(manifestFile)));
    if (manifest.vault != vault.deviceState().vault)
        return unusable(QStringLiteral("the bundle is of another vault"), QStringLiteral("/vault"), path);
    // The participant's events, the checkpoints that name them, and with them every device's stream up to there.
    SEREIN_TRY(const std::vector<SliceEvent> slice, readSlice(bundle.files.value(sliceFile)));
    for (const SliceEvent& kept : slice) {
        SEREIN_TRY(const ledger::Header header, ledger::Header::fromBytes(kept.stored.header));
        const QString place = ledger::placeOf(header.stream, header.sequence);
        const auto here = vault.event(header.id);
        if (!here && here.error().kind != Error::Kind::Wrong)
            return std::unexpected(here.error());
        if (!here)
            return wrong(place + QStringLiteral(": the bundle holds it and the vault doesn't (the ledger was cut or "
                                                "rewritten since)"),
                         {}, path);
        if (here->hash != kept.stored.hash)
            return wrong(place +
                             QStringLiteral(": the bundle holds another one there (the ledger was rewritten since)"),
                         {}, path);
    }
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

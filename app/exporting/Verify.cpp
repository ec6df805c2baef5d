// A bundle checked against itself and, where they are at hand, against registered device keys.
#include "exporting/Bundle.h"
#include "exporting/BundleFiles.h"
#include "exporting/DeviceKeys.h"
#include "exporting/Replay.h"

namespace serein::exporting {

namespace {

/// The key that the bundle was signed with: the registered one where keys are registered.
struct Signer {
    QByteArray key;
    bool isRegistered = false;
};

Result<Signer> signerOf(const Manifest& manifest, const Files& files, const QString& deviceKeysFile) {
    const auto named = crypto::ed25519FromPem(files.value(deviceKeyFile));
    if (!named)
        return wrong(named.error().faults.constFirst().reason, {}, deviceKeyFile);
    if (deviceKeysFile.isEmpty())
        return Signer{*named, false};
    SEREIN_TRY(const DeviceKeys registered, readDeviceKeys(deviceKeysFile));
    const auto found = registered.constFind(manifest.device);
    if (found == registered.constEnd())
        return wrong(QStringLiteral("the device is not registered"), QStringLiteral("/device"), manifestFile);
    if (*found != *named)
        return wrong(QStringLiteral("the device is registered with another key"), {}, deviceKeyFile);
    return Signer{*found, true};
}

/// Every file that the manifest lists is there as listed, and no other.
Result<void> checkFiles(const Manifest& manifest, const Files& files) {
    QList<Fault> faults;
    QSet<QString> listed{manifestFile, signatureFile};
    const QList<Manifest::File> present = Manifest::listed(files);
    for (const Manifest::File& file : manifest.files) {
        listed.insert(file.name);
        if (!files.contains(file.name))
            faults.append({file.name, {}, QStringLiteral("the manifest lists it, and it is missing")});
        else if (!present.contains(file))
            faults.append({file.name,
                           {},
                           QStringLiteral("it is not the file that the manifest lists (size or SHA-256 differs)")});
    }
    for (const QString& name : files.keys())
        if (!listed.contains(name))
            faults.append({name, {}, QStringLiteral("the manifest does not list it")});
    for (const QString& name : {sliceFile, deviceKeyFile})
        if (!files.contains(name) && !listed.contains(name))
            faults.append({name, {}, QStringLiteral("a bundle without it is none")});
    if (!faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Wrong, faults});
    return {};
}

Result<VerifyReport> verifyFiles(const BundleFiles& bundle, const QString& deviceKeysFile) {
    const Files& files = bundle.files;
    for (const QString& name : {manifestFile, signatureFile})
        if (!files.contains(name))
            return wrong(QStringLiteral("it is missing: this is no bundle"), {}, name);
    SEREIN_TRY(const Manifest manifest, Manifest::fromBytes(files.value(manifestFile)));
    SEREIN_CHECK(checkFiles(manifest, files));
    SEREIN_TRY(const Signer signer, signerOf(manifest, files, deviceKeysFile));
    if (!crypto::verify(signer.key, files.value(manifestFile), files.value(signatureFile)))
        return wrong(QStringLiteral("it is not the device's signature of the manifest"), {}, signatureFile);
    // CMS vouches for the content, not for its list of recipients: the signature beside the file covers every byte of
    // it.
    if (!bundle.containerSignature.isEmpty() &&
        !crypto::verify(signer.key, bundle.container, bundle.containerSignature))
        return wrong(QStringLiteral("the file is not the one that the signature beside it is for"));
    SEREIN_TRY(const Replayed replayed, replay(manifest, files, signer.key));
    return VerifyReport{manifest.bundle,    manifest.subject,     manifest.device.toString(QUuid::WithoutBraces),
                        replayed.events,    replayed.assessments, replayed.scores,
                        signer.isRegistered};
}

} // namespace

Result<VerifyReport> verifyBundle(const QString& path, const VerifyOptions& options) {
    const auto bundle = readBundle(path, options.privateKeyPem);
    if (!bundle)
        return std::unexpected(bundle.error().in(path));
    auto report = verifyFiles(*bundle, options.deviceKeysFile);
    if (!report)
        return std::unexpected(report.error().in(path));
    return report;
}

} // namespace serein::exporting

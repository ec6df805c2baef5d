// A bundle checked against itself and, where they are at hand, against registered device keys.
#include "core/Ids.h"
#include "exporting/Bundle.h"
#include "exporting/BundleFiles.h"
#include "exporting/DeviceKeys.h"
#include "exporting/Replay.h"
#include "exporting/StudyManifest.h"

#include <QDir>
#include <QFileInfo>

namespace serein::exporting {

namespace {

/// The key that the bundle was signed with: the registered one where keys are registered.
struct Signer {
    QByteArray key;
    DeviceKeys registered; ///< empty: none is
    QDateTime revoked = {};
};

Result<Signer> signerOf(const QUuid& device, const Files& files, const QString& deviceKeysFile) {
    const auto named = crypto::ed25519FromPem(files.value(deviceKeyFile));
    if (!named)
        return wrong(named.error().faults.constFirst().reason, {}, deviceKeyFile);
    if (deviceKeysFile.isEmpty())
        return Signer{*named, {}};
    SEREIN_TRY(const DeviceKeys registered, readDeviceKeys(deviceKeysFile));
    const auto found = registered.constFind(device);
    if (found == registered.constEnd())
        return wrong(QStringLiteral("the device is not registered"), QStringLiteral("/device"), manifestFile);
    if (found->publicKey != *named)
        return wrong(QStringLiteral("the device is registered with another key"), {}, deviceKeyFile);
    return Signer{found->publicKey, registered, found->revoked};
}

/// Every file that the manifest lists is there as listed, and no other.
Result<void> checkFiles(const QList<Manifest::File>& expected, const Files& files) {
    QList<Fault> faults;
    QSet<QString> listed{manifestFile, signatureFile};
    const QList<Manifest::File> present = Manifest::listed(files);
    for (const Manifest::File& file : expected) {
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
    if (!faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Wrong, faults});
    return {};
}

/// The manifest lists every file as it is, and the device signed it, and the container where that is signed too.
Result<Signer> checkSigned(const BundleFiles& bundle, const QUuid& device, const QList<Manifest::File>& expected,
                           const QStringList& needed, const QString& deviceKeysFile) {
    const Files& files = bundle.files;
    SEREIN_CHECK(checkFiles(expected, files));
    for (const QString& name : needed)
        if (!files.contains(name))
            return wrong(QStringLiteral("a bundle without it is none"), {}, name);
    SEREIN_TRY(Signer signer, signerOf(device, files, deviceKeysFile));
    if (!crypto::verify(signer.key, files.value(manifestFile), files.value(signatureFile)))
        return wrong(QStringLiteral("it is not the device's signature of the manifest"), {}, signatureFile);
    // CMS vouches for the content, not for its list of recipients: the signature beside the file covers every byte of
    // it.
    if (!bundle.containerSignature.isEmpty() &&
        !crypto::verify(signer.key, bundle.container, bundle.containerSignature))
        return wrong(QStringLiteral("the file is not the one that the signature beside it is for"));
    return signer;
}

Result<VerifyReport> verifyParticipant(const BundleFiles& bundle, const QString& deviceKeysFile) {
    SEREIN_TRY(const Manifest manifest, Manifest::fromBytes(bundle.files.value(manifestFile)));
    SEREIN_TRY(const Signer signer,
               checkSigned(bundle, manifest.device, manifest.files, {sliceFile, deviceKeyFile}, deviceKeysFile));
    if (const auto trusted = requireNotRevoked({signer.key, signer.revoked}, manifest.checkpoint); !trusted)
        return wrong(trusted.error().faults.constFirst().reason, QStringLiteral("/device"), manifestFile);
    SEREIN_TRY(const Replayed replayed, replay(manifest, bundle.files, signer.key, signer.registered));
    VerifyReport report{manifest.bundle,      manifest.subject, idText(manifest.device),     replayed.events,
                        replayed.assessments, replayed.scores,  !signer.registered.isEmpty()};
    report.reconciled = replayed.values;
    report.deviceRevoked = signer.revoked;
    for (const Manifest::Other& other : manifest.others)
        report.otherDevices.append(idText(other.device));
    return report;
}

/// The participants' bundles in a folder, by participant and last event.
class Beside {
public:
    Beside(const QString& path, const VerifyOptions& options) : m_options(options) {
        const QFileInfo info(path);
        for (const QFileInfo& one : info.dir().entryInfoList({"*.zip", "*.zip.p7m"}, QDir::Files, QDir::Name))
            if (one != info)
                m_paths += one.filePath();
    }
    /// Wrong where it is not there or not whole.
    [[nodiscard]] Result<KeptRecord> recordOf(const StudyManifest::Participant& participant, const StudyManifest& study,
                                              VerifyReport& report) const {
        for (const QString& path : m_paths) {
            if (!QFileInfo(path).fileName().startsWith(fileNameOf(participant.subject) + u'_'))
                continue;
            const auto bundle = readBundle(path, m_options.privateKeyPem);
            if (!bundle)
                return std::unexpected(bundle.error().in(path));
            const auto manifest = Manifest::fromBytes(bundle->files.value(manifestFile));
            if (!manifest || manifest->participant != participant.id || manifest->audience != study.audience ||
                manifest->lastHash != participant.lastHash)
                continue;
            const auto verified = verifyParticipant(*bundle, m_options.deviceKeysFile);
            if (!verified)
                return std::unexpected(verified.error().in(path));
            report.events += verified->events;
            report.assessments += verified->assessments;
            report.scores += verified->scores;
            SEREIN_TRY(const QByteArray key, crypto::ed25519FromPem(bundle->files.value(deviceKeyFile)));
            SEREIN_TRY(KeptRecord record, replayRecord(*manifest, bundle->files, key, {}));
            record.without = study.without;
            return record;
        }
        return wrong(QStringLiteral("the bundle of %1 up to that event is not beside it: the merged tables are "
                                    "replayed from the participants' bundles")
                         .arg(participant.subject),
                     {}, manifestFile);
    }

private:
    const VerifyOptions& m_options;
    QStringList m_paths;
};

Result<VerifyReport> verifyStudy(const BundleFiles& bundle, const QString& path, const VerifyOptions& options) {
    SEREIN_TRY(const StudyManifest manifest, StudyManifest::fromBytes(bundle.files.value(manifestFile)));
    SEREIN_TRY(const Signer signer,
               checkSigned(bundle, manifest.device, manifest.files, {deviceKeyFile}, options.deviceKeysFile));
    VerifyReport report{
        manifest.bundle, manifest.studyId, idText(manifest.device), 0, 0, 0, !signer.registered.isEmpty()};
    report.participants = static_cast<int>(manifest.participants.size());
    report.deviceRevoked = signer.revoked; // each participant's bundle beside it says when it was signed
    const Beside beside(path, options);
    std::vector<KeptRecord> kept;
    for (const StudyManifest::Participant& one : manifest.participants) {
        SEREIN_TRY(KeptRecord record, beside.recordOf(one, manifest, report));
        record.as = manifest.as;
        record.choose();
        kept.push_back(std::move(record));
    }
    std::vector<Record> held;
    held.reserve(kept.size());
    for (const KeptRecord& one : kept)
        held.push_back(one.record());
    const Records records(held);
    SEREIN_TRY(const Reconciled reconciled, checkWritten(records, manifest.formats, bundle.files));
    report.reconciled = reconciled.values;
    return report;
}

Result<VerifyReport> verifyFiles(const BundleFiles& bundle, const QString& path, const VerifyOptions& options) {
    for (const QString& name : {manifestFile, signatureFile})
        if (!bundle.files.contains(name))
            return wrong(QStringLiteral("it is missing: this is no bundle"), {}, name);
    return StudyManifest::isOne(bundle.files.value(manifestFile)) ? verifyStudy(bundle, path, options)
                                                                  : verifyParticipant(bundle, options.deviceKeysFile);
}

} // namespace

Result<VerifyReport> verifyBundle(const QString& path, const VerifyOptions& options) {
    const auto bundle = readBundle(path, options.privateKeyPem);
    if (!bundle)
        return std::unexpected(bundle.error().in(path));
    auto report = verifyFiles(*bundle, path, options);
    if (!report)
        return std::unexpected(report.error().in(path));
    return report;
}

} // namespace serein::exporting

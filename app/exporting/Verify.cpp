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

/// One participant's bundle that was found whole.
struct Verified {
    VerifyReport report;
    Manifest manifest;
    KeptRecord kept;
};

Result<Verified> verifyParticipant(const BundleFiles& bundle, const QString& deviceKeysFile) {
    SEREIN_TRY(Manifest manifest, Manifest::fromBytes(bundle.files.value(manifestFile)));
    SEREIN_TRY(const Signer signer,
               checkSigned(bundle, manifest.device, manifest.files, {sliceFile, deviceKeyFile}, deviceKeysFile));
    if (const auto trusted = requireNotRevoked({signer.key, signer.revoked}, manifest.checkpoint); !trusted)
        return wrong(trusted.error().faults.constFirst().reason, QStringLiteral("/device"), manifestFile);
    SEREIN_TRY(KeptRecord kept, replayRecord(manifest, bundle.files, signer.key, signer.registered));
    SEREIN_TRY(const Replayed replayed, replay(manifest, kept, bundle.files));
    VerifyReport report{manifest.bundle,      manifest.subject, idText(manifest.device),     replayed.events,
                        replayed.assessments, replayed.scores,  !signer.registered.isEmpty()};
    report.reconciled = replayed.values;
    report.deviceRevoked = signer.revoked;
    for (const Manifest::Other& other : manifest.others)
        report.otherDevices.append(idText(other.device));
    return Verified{std::move(report), std::move(manifest), std::move(kept)};
}

/// The participants' bundles beside the study's: each is verified once, then read again whenever its turn comes, but
/// for the first few.
class Beside {
public:
    Beside(const QString& path, const StudyManifest& study, const VerifyOptions& options)
        : m_study(study), m_options(options) {
        const QFileInfo info(path);
        for (const QFileInfo& one : info.dir().entryInfoList({"*.zip", "*.zip.p7m"}, QDir::Files, QDir::Name))
            if (one != info)
                add(one);
    }
    /// Wrong where one is not there or not whole.
    [[nodiscard]] Result<void> verify(VerifyReport& report) {
        for (const StudyManifest::Participant& one : m_study.participants)
            SEREIN_CHECK(verify(one, report));
        return {};
    }
    [[nodiscard]] Result<Records> records() const {
        return Records::oneByOne(m_found.size(), [this](std::size_t index) { return record(index); }, QDir::tempPath());
    }

private:
    struct Held {
        explicit Held(KeptRecord taken) : kept(std::move(taken)), record(kept.record()) {}
        KeptRecord kept;
        Record record;
    };
    struct Found {
        QString path;
        Manifest manifest;
        std::shared_ptr<const Held> held; ///< null: it is read again
    };

    /// By everything that its name may begin with.
    void add(const QFileInfo& file) {
        const QString name = file.fileName();
        for (qsizetype at = name.indexOf(u'_'); at >= 0; at = name.indexOf(u'_', at + 1))
            m_paths[name.first(at)] += file.filePath();
    }
    [[nodiscard]] Result<void> verify(const StudyManifest::Participant& participant, VerifyReport& report) {
        for (const QString& path : m_paths.value(fileNameOf(participant.subject))) {
            const auto bundle = readBundle(path, m_options.privateKeyPem);
            if (!bundle)
                return std::unexpected(bundle.error().in(path));
            const auto manifest = Manifest::fromBytes(bundle->files.value(manifestFile));
            if (!manifest || !isOf(*manifest, participant))
                continue;
            auto verified = verifyParticipant(*bundle, m_options.deviceKeysFile);
            if (!verified)
                return std::unexpected(verified.error().in(path));
            report.events += verified->report.events;
            report.assessments += verified->report.assessments;
            report.scores += verified->report.scores;
            Found found{path, std::move(verified->manifest), {}};
            if (static_cast<int>(m_found.size()) < m_options.recordsHeld)
                found.held = asOfStudy(std::move(verified->kept));
            m_found.push_back(std::move(found));
            return {};
        }
        return wrong(
            QStringLiteral("the bundle of %1 up to that event, in the same language (%2), is not beside it: the "
                           "merged tables are replayed from the participants' bundles")
                .arg(participant.subject, m_study.as.language),
            {}, manifestFile);
    }
    /// Of the same record for the same readers, with the words that the tables are labelled in; there may be others of
    /// the participant beside it.
    [[nodiscard]] bool isOf(const Manifest& manifest, const StudyManifest::Participant& participant) const {
        QMap<QUuid, QByteArray> others;
        for (const Manifest::Other& other : manifest.others)
            others.insert(other.device, other.lastHash);
        return manifest.participant == participant.id && manifest.audience == m_study.audience &&
               manifest.as.language == m_study.as.language && manifest.lastHash == participant.lastHash &&
               others == participant.others;
    }
    /// What of the record is in the merged tables.
    [[nodiscard]] std::shared_ptr<const Held> asOfStudy(KeptRecord kept) const {
        kept.without = m_study.without;
        kept.as = m_study.as;
        kept.choose();
        return std::make_shared<const Held>(std::move(kept));
    }
    [[nodiscard]] Result<std::shared_ptr<const Record>> record(std::size_t index) const {
        const Found& found = m_found.at(index);
        auto held = found.held;
        if (!held) {
            auto kept = readKept(found);
            if (!kept)
                return std::unexpected(kept.error().in(found.path));
            held = asOfStudy(*std::move(kept));
        }
        return std::shared_ptr<const Record>(held, &held->record);
    }
    /// Its files may have changed since they were verified.
    [[nodiscard]] Result<KeptRecord> readKept(const Found& found) const {
        const auto isNeeded = [](const QString& name) {
            return name == sliceFile || name.startsWith(definitionsFolder);
        };
        SEREIN_TRY(const Files files, readAgain(found.path, m_options.privateKeyPem, isNeeded));
        const QList<Manifest::File> read = Manifest::listed(files);
        for (const Manifest::File& file : found.manifest.files)
            if (isNeeded(file.name) && !read.contains(file))
                return wrong(QStringLiteral("it was changed while it was verified"), {}, file.name);
        return recordIn(found.manifest, files);
    }

    const StudyManifest& m_study;
    const VerifyOptions& m_options;
    QHash<QString, QStringList> m_paths;
    std::vector<Found> m_found; ///< in the order of the study's rows
};

Result<VerifyReport> verifyStudy(BundleFiles bundle, const QString& path, const VerifyOptions& options) {
    SEREIN_TRY(const StudyManifest manifest, StudyManifest::fromBytes(bundle.files.value(manifestFile)));
    SEREIN_TRY(const Signer signer,
               checkSigned(bundle, manifest.device, manifest.files, {deviceKeyFile}, options.deviceKeysFile));
    bundle.container.clear(); // was as large as all files
    VerifyReport report{
        manifest.bundle, manifest.studyId, idText(manifest.device), 0, 0, 0, !signer.registered.isEmpty()};
    report.participants = static_cast<int>(manifest.participants.size());
    report.deviceRevoked = signer.revoked; // each participant's bundle beside it says when it was signed
    Beside beside(path, manifest, options);
    SEREIN_CHECK(beside.verify(report));
    SEREIN_TRY(const Records records, beside.records());
    SEREIN_TRY(const Reconciled reconciled, checkWritten(records, manifest.formats, bundle.files));
    report.reconciled = reconciled.values;
    return report;
}

Result<VerifyReport> verifyFiles(BundleFiles bundle, const QString& path, const VerifyOptions& options) {
    for (const QString& name : {manifestFile, signatureFile})
        if (!bundle.files.contains(name))
            return wrong(QStringLiteral("it is missing: this is no bundle"), {}, name);
    if (StudyManifest::isOne(bundle.files.value(manifestFile)))
        return verifyStudy(std::move(bundle), path, options);
    SEREIN_TRY(const Verified verified, verifyParticipant(bundle, options.deviceKeysFile));
    return verified.report;
}

} // namespace

Result<VerifyReport> verifyBundle(const QString& path, const VerifyOptions& options) {
    auto bundle = readBundle(path, options.privateKeyPem);
    if (!bundle)
        return std::unexpected(bundle.error().in(path));
    auto report = verifyFiles(*std::move(bundle), path, options);
    if (!report)
        return std::unexpected(report.error().in(path));
    return report;
}

} // namespace serein::exporting

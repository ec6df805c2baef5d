#include "exporting/Replay.h"

#include "core/Ids.h"
#include "exporting/Formats.h"
#include "exporting/Reconcile.h"
#include "exporting/Slice.h"
#include "ledger/Chain.h"

namespace serein::exporting {

namespace {

std::unexpected<Error> badSlice(std::size_t index, const QString& reason) {
    return std::unexpected(Error{Error::Kind::Wrong, {Fault{sliceFile, {}, reason, static_cast<int>(index) + 1}}});
}

/// The participant's stream, then the checkpoint, then the vault's creation.
class SliceCheck {
public:
    SliceCheck(const Manifest& manifest, const std::vector<SliceEvent>& events, const QByteArray& devicePublicKey)
        : m_manifest(manifest), m_events(events), m_key(devicePublicKey),
          m_chain(manifest.device, idText(manifest.participant)) {}

    [[nodiscard]] Result<void> run() {
        constexpr std::size_t fromDevice = 2;
        if (m_events.size() <= fromDevice)
            return badSlice(m_events.size(), QStringLiteral("the slice is cut"));
        const std::size_t ofParticipant = m_events.size() - fromDevice;
        for (std::size_t index = 0; index < ofParticipant; ++index) {
            const auto header = m_chain.follow(m_events[index].stored);
            if (!header)
                return badSlice(index, header.error().faults.constFirst().reason);
            if (isWithheld(header->bodyClass, m_manifest.audience) != m_events[index].key.isEmpty())
                return badSlice(index, QStringLiteral("its key is given or withheld against the bundle's audience"));
        }
        if (m_chain.head() !=
            ledger::Head{idText(m_manifest.participant), m_manifest.lastSequence, m_manifest.lastHash})
            return badSlice(ofParticipant - 1, QStringLiteral("it is not the last event that the manifest names"));
        SEREIN_CHECK(checkpoint(ofParticipant));
        return vaultCreated(ofParticipant + 1);
    }

private:
    /// One event of the device's stream, which stands here without its neighbours.
    [[nodiscard]] Result<ledger::Event> deviceEvent(std::size_t index) const {
        const SliceEvent& slice = m_events[index];
        if (ledger::hashOf(slice.stored.header, slice.stored.body) != slice.stored.hash)
            return badSlice(index, QStringLiteral("its bytes do not match its hash (it was edited)"));
        if (slice.key.isEmpty())
            return badSlice(index, QStringLiteral("its key is missing"));
        auto event = ledger::openEvent(slice.stored, slice.key);
        if (!event)
            return badSlice(index, event.error().faults.constFirst().reason);
        if (event->header.device != m_manifest.device || event->header.stream != ledger::deviceStream)
            return badSlice(index, QStringLiteral("it is not of this device's own stream"));
        return event;
    }
    [[nodiscard]] Result<void> checkpoint(std::size_t index) const {
        SEREIN_TRY(const ledger::Event event, deviceEvent(index));
        const auto* fact = std::get_if<ledger::Checkpoint>(&event.fact);
        if (!fact || event.header.id != m_manifest.checkpoint)
            return badSlice(index, QStringLiteral("it is not the checkpoint that the manifest names"));
        if (!crypto::verify(m_key, ledger::checkpointMessage(m_manifest.device, fact->heads), fact->signature))
            return badSlice(index, QStringLiteral("the checkpoint is not signed by the device"));
        if (!fact->heads.contains(m_chain.head()))
            return badSlice(index, QStringLiteral("the checkpoint does not name the participant's last event"));
        return {};
    }
    [[nodiscard]] Result<void> vaultCreated(std::size_t index) const {
        SEREIN_TRY(const ledger::Event event, deviceEvent(index));
        const auto* fact = std::get_if<ledger::VaultCreated>(&event.fact);
        if (!fact || fact->vault != m_manifest.vault || fact->devicePublicKey != m_key)
            return badSlice(index, QStringLiteral("it did not make this vault with this device's key"));
        return {};
    }

    const Manifest& m_manifest;
    const std::vector<SliceEvent>& m_events;
    const QByteArray& m_key;
    ledger::Chain m_chain;
};

StoredDefinitions storedDefinitions(const Files& files) {
    StoredDefinitions stored;
    for (auto it = files.begin(); it != files.end(); ++it)
        if (it.key().startsWith(definitionsFolder))
            stored.insert(it.key().mid(definitionsFolder.size()).remove(QStringLiteral(".json")), *it);
    return stored;
}

Result<void> checkManifest(const Manifest& manifest, const ledger::ParticipantState& state, const study::Study& study) {
    if (manifest.subject != state.subject || manifest.synthetic != state.synthetic ||
        manifest.studyHash != state.study || manifest.studyId != study.id || manifest.studyVersion != study.version)
        return wrong(QStringLiteral("subject, study or synthetic mark is not what the slice says"), {}, manifestFile);
    return {};
}

} // namespace

Result<void> checkWritten(const Records& records, const QStringList& formats, const Files& files) {
    if (const auto known = checkFormats(formats); !known)
        return std::unexpected(known.error().in(manifestFile));
    SEREIN_TRY(const Files written, formatFiles(records, formats));
    for (auto it = written.begin(); it != written.end(); ++it) {
        const auto found = files.constFind(it.key());
        if (found == files.constEnd())
            return wrong(QStringLiteral("the manifest names its format, and it is missing"), {}, it.key());
        if (*it != *found)
            return wrong(QStringLiteral("it is not what the ledger slice says"), {}, it.key());
    }
    for (const QString& name : files.keys())
        if (!written.contains(name) && !name.startsWith(definitionsFolder) &&
            !QStringList{manifestFile, signatureFile, sliceFile, deviceKeyFile}.contains(name))
            return wrong(QStringLiteral("it is of none of the formats that the manifest names"), {}, name);
    return {};
}

Result<KeptRecord> replayRecord(const Manifest& manifest, const Files& files, const QByteArray& devicePublicKey) {
    SEREIN_TRY(const std::vector<SliceEvent> slice, readSlice(files.value(sliceFile)));
    SEREIN_CHECK(SliceCheck(manifest, slice, devicePublicKey).run());
    const auto events = openSlice(slice, idText(manifest.participant));
    if (!events)
        return std::unexpected(events.error().in(sliceFile));
    KeptRecord kept{manifest.participant, manifest.audience, manifest.without, *events, folded(*events), {}, {}};
    kept.head = {idText(manifest.participant), manifest.lastSequence, manifest.lastHash};
    SEREIN_TRY(kept.definitions, Definitions::read(storedDefinitions(files), kept.state));
    SEREIN_CHECK(checkManifest(manifest, kept.state, kept.definitions.study()));
    kept.as = manifest.as;
    kept.choose();
    return kept;
}

Result<Replayed> replay(const Manifest& manifest, const Files& files, const QByteArray& devicePublicKey) {
    SEREIN_TRY(const KeptRecord kept, replayRecord(manifest, files, devicePublicKey));
    SEREIN_CHECK(checkWritten({kept.record()}, manifest.formats, files));
    SEREIN_TRY(const Reconciled reconciled, reconcile(kept.record(), files));
    constexpr qint64 ofTheDevice = 2; // the checkpoint, and the vault's creation
    Replayed replayed{kept.head.sequence + ofTheDevice, static_cast<int>(kept.state.assessments.size()), 0};
    for (const ledger::AssessmentState& assessment : kept.state.assessments) {
        SEREIN_TRY(const int scores, rescore(assessment, kept.definitions.instrument(assessment)));
        replayed.scores += scores;
    }
    replayed.reconciledFiles = reconciled.files;
    replayed.values = reconciled.values;
    return replayed;
}

} // namespace serein::exporting

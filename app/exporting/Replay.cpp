#include "exporting/Replay.h"

#include "core/Ids.h"
#include "exporting/Formats.h"
#include "exporting/Slice.h"
#include "ledger/Chain.h"

namespace serein::exporting {

namespace {

std::unexpected<Error> badSlice(std::size_t index, const QString& reason) {
    return std::unexpected(Error{Error::Kind::Wrong, {Fault{sliceFile, {}, reason, static_cast<int>(index) + 1}}});
}

/// The participant's stream, then the checkpoints, then the first event of each device.
class SliceCheck {
public:
    SliceCheck(const Manifest& manifest, const std::vector<SliceEvent>& events, const QByteArray& devicePublicKey,
               const DeviceKeys& registered)
        : m_manifest(manifest), m_events(events), m_registered(registered), m_stream(idText(manifest.participant)) {
        m_keys.insert(manifest.device, devicePublicKey);
        m_chains.emplace(manifest.device, ledger::Chain(manifest.device, m_stream));
        for (const Manifest::Other& other : manifest.others)
            m_chains.emplace(other.device, ledger::Chain(other.device, m_stream));
    }

    [[nodiscard]] Result<void> run() {
        QList<Manifest::Other> named; // those who wrote a checkpoint themselves
        for (const Manifest::Other& other : m_manifest.others)
            if (!other.checkpoint.isNull())
                named.append(other);
        const auto devices = static_cast<std::size_t>(1 + m_manifest.others.size());
        const auto fromDevices = devices + 1 + static_cast<std::size_t>(named.size());
        if (m_events.size() <= fromDevices || m_chains.size() != devices)
            return badSlice(m_events.size(), QStringLiteral("the slice is cut"));
        const std::size_t ofParticipant = m_events.size() - fromDevices;
        SEREIN_CHECK(findRedacted(ofParticipant));
        SEREIN_CHECK(follow(ofParticipant));
        // The keys first: what the checkpoints are signed with.
        std::size_t index = m_events.size() - devices;
        SEREIN_CHECK(firstEvent(index, m_manifest.device));
        for (const Manifest::Other& other : m_manifest.others)
            SEREIN_CHECK(firstEvent(++index, other.device));
        index = ofParticipant;
        SEREIN_CHECK(checkpoint(index));
        for (const Manifest::Other& other : std::as_const(named))
            SEREIN_CHECK(checkpointOf(++index, other));
        return {};
    }

private:
    [[nodiscard]] Result<void> findRedacted(std::size_t ofParticipant) {
        for (std::size_t index = 0; index < ofParticipant; ++index) {
            const SliceEvent& slice = m_events[index];
            const auto header = ledger::Header::fromBytes(slice.stored.header);
            if (!header || header->kind != QLatin1String(ledger::Redacted::kind) || slice.key.isEmpty())
                continue;
            const auto event = ledger::openEvent(slice.stored, slice.key);
            if (!event)
                return badSlice(index, event.error().faults.constFirst().reason);
            m_redacted.insert(std::get<ledger::Redacted>(event->fact).event);
        }
        return {};
    }
    /// Every device's chain to the head that the manifest names, and all of them in the one order that a fold follows.
    [[nodiscard]] Result<void> follow(std::size_t ofParticipant) {
        std::optional<std::tuple<ledger::HybridTime, QByteArray, qint64>> before;
        for (std::size_t index = 0; index < ofParticipant; ++index) {
            const auto read = ledger::Header::fromBytes(m_events[index].stored.header);
            const auto chain = read ? m_chains.find(read->device) : m_chains.end();
            if (chain == m_chains.end())
                return badSlice(index, QStringLiteral("it is not of a device that the manifest names"));
            const auto header = chain->second.follow(m_events[index].stored);
            if (!header)
                return badSlice(index, header.error().faults.constFirst().reason);
            const bool withheld = isWithheld(header->bodyClass, m_manifest.audience) || m_redacted.contains(header->id);
            if (withheld != m_events[index].key.isEmpty())
                return badSlice(index, QStringLiteral("its key is given or withheld against the bundle's audience"));
            const std::tuple place{header->order, header->device.toRfc4122(), header->sequence};
            if (before && !(*before < place))
                return badSlice(index, QStringLiteral("it stands out of order"));
            before = place;
        }
        if (m_chains.at(m_manifest.device).head() !=
            ledger::Head{m_stream, m_manifest.lastSequence, m_manifest.lastHash})
            return badSlice(ofParticipant - 1, QStringLiteral("it is not the last event that the manifest names"));
        for (const Manifest::Other& other : m_manifest.others)
            if (m_chains.at(other.device).head() != ledger::Head{m_stream, other.lastSequence, other.lastHash})
                return badSlice(
                    ofParticipant - 1,
                    QStringLiteral("the manifest names another last event of the device %1").arg(idText(other.device)));
        return {};
    }
    /// One event of a device's own stream, which stands here without its neighbours.
    [[nodiscard]] Result<ledger::Event> deviceEvent(std::size_t index, const QUuid& device) const {
        const SliceEvent& slice = m_events[index];
        if (ledger::hashOf(slice.stored.header, slice.stored.body) != slice.stored.hash)
            return badSlice(index, QStringLiteral("its bytes do not match its hash (it was edited)"));
        if (slice.key.isEmpty())
            return badSlice(index, QStringLiteral("its key is missing"));
        auto event = ledger::openEvent(slice.stored, slice.key);
        if (!event)
            return badSlice(index, event.error().faults.constFirst().reason);
        if (event->header.device != device || event->header.stream != ledger::deviceStream)
            return badSlice(index, QStringLiteral("it is not of this device's own stream"));
        return event;
    }
    [[nodiscard]] Result<ledger::Checkpoint> signedCheckpoint(std::size_t index, const QUuid& device,
                                                              const QUuid& id) const {
        SEREIN_TRY(const ledger::Event event, deviceEvent(index, device));
        const auto* fact = std::get_if<ledger::Checkpoint>(&event.fact);
        if (!fact || event.header.id != id)
            return badSlice(index, QStringLiteral("it is not the checkpoint that the manifest names"));
        if (!crypto::verify(m_keys.value(device), ledger::checkpointMessage(device, fact->heads), fact->signature))
            return badSlice(index, QStringLiteral("the checkpoint is not signed by the device"));
        return *fact;
    }
    /// Of the exporting device: it names the head on every device.
    [[nodiscard]] Result<void> checkpoint(std::size_t index) const {
        SEREIN_TRY(const ledger::Checkpoint fact, signedCheckpoint(index, m_manifest.device, m_manifest.checkpoint));
        for (const auto& [device, chain] : m_chains) {
            ledger::Head head = chain.head();
            if (device != m_manifest.device)
                head.device = device;
            if (head.sequence > 0 && !fact.heads.contains(head))
                return badSlice(index, QStringLiteral("the checkpoint does not name the participant's last event"));
        }
        return {};
    }
    /// Of another device, about its own stream: as far as it came.
    [[nodiscard]] Result<void> checkpointOf(std::size_t index, const Manifest::Other& other) const {
        SEREIN_TRY(const ledger::Checkpoint fact, signedCheckpoint(index, other.device, other.checkpoint));
        bool named = false;
        for (const ledger::Head& head : fact.heads) {
            if (!head.device.isNull() || head.stream != m_stream)
                continue;
            named = true;
            if (const auto agrees = m_chains.at(other.device).agreesWith(head); !agrees)
                return badSlice(index, agrees.error().faults.constFirst().reason);
        }
        return named ? Result<void>()
                     : badSlice(index, QStringLiteral("the checkpoint does not name this participant's stream"));
    }
    /// It made the vault, or came to it later; and its key is the one that it is registered with.
    [[nodiscard]] Result<void> firstEvent(std::size_t index, const QUuid& device) {
        SEREIN_TRY(const ledger::Event event, deviceEvent(index, device));
        const auto* created = std::get_if<ledger::VaultCreated>(&event.fact);
        const auto* added = std::get_if<ledger::DeviceAdded>(&event.fact);
        const QByteArray key = created ? created->devicePublicKey : added ? added->devicePublicKey : QByteArray();
        if (event.header.sequence != 1 || key.isEmpty() ||
            (created ? created->vault : added->vault) != m_manifest.vault || m_keys.value(device, key) != key)
            return badSlice(index, QStringLiteral("it did not make this vault with this device's key"));
        if (!m_registered.isEmpty()) {
            const auto known = m_registered.constFind(device);
            if (known == m_registered.constEnd())
                return badSlice(index, QStringLiteral("the device %1 is not registered").arg(idText(device)));
            if (known->publicKey != key)
                return badSlice(index,
                                QStringLiteral("the device %1 is registered with another key").arg(idText(device)));
        }
        m_keys.insert(device, key);
        return {};
    }

    const Manifest& m_manifest;
    const std::vector<SliceEvent>& m_events;
    const DeviceKeys& m_registered;
    QString m_stream;
    QMap<QUuid, QByteArray> m_keys; ///< by device
    std::map<QUuid, ledger::Chain> m_chains;
    QSet<QUuid> m_redacted;
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

Result<KeptRecord> recordOfSlice(const Manifest& manifest, const Files& files, const std::vector<SliceEvent>& slice) {
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

/// What the writers make again, held against the files as it comes.
class Rewriting {
public:
    explicit Rewriting(const Files& files) : m_files(files) {}

    [[nodiscard]] Result<void> write(const Records& records, const QStringList& formats) {
        const auto went = writeFormats(
            records, formats, [this](const QString& file, const QByteArray& bytes) { return compare(file, bytes); });
        SEREIN_CHECK(records.readable());
        SEREIN_CHECK(went);
        return end();
    }

private:
    static std::unexpected<Error> differs(const QString& file) {
        return wrong(QStringLiteral("it is not what the ledger slice says"), {}, file);
    }
    [[nodiscard]] Result<void> compare(const QString& file, const QByteArray& bytes) {
        const auto found = m_files.constFind(file);
        if (found == m_files.constEnd())
            return wrong(QStringLiteral("the manifest names its format, and it is missing"), {}, file);
        qsizetype& at = m_compared[file];
        if (bytes.size() > found->size() - at || QByteArrayView(*found).sliced(at, bytes.size()) != bytes)
            return differs(file);
        at += bytes.size();
        return {};
    }
    /// Every file was written to its end, and there is no other.
    [[nodiscard]] Result<void> end() const {
        for (auto it = m_compared.begin(); it != m_compared.end(); ++it)
            if (*it != m_files.value(it.key()).size())
                return differs(it.key());
        for (const QString& name : m_files.keys())
            if (!m_compared.contains(name) && !name.startsWith(definitionsFolder) &&
                !QStringList{manifestFile, signatureFile, sliceFile, deviceKeyFile}.contains(name))
                return wrong(QStringLiteral("it is of none of the formats that the manifest names"), {}, name);
        return {};
    }

    const Files& m_files;
    QMap<QString, qsizetype> m_compared; ///< bytes, by file
};

Result<void> checkBytes(const Records& records, const QStringList& formats, const Files& files) {
    if (const auto known = checkFormats(formats); !known)
        return std::unexpected(known.error().in(manifestFile));
    return Rewriting(files).write(records, formats);
}

} // namespace

Result<Reconciled> checkWritten(const Records& records, const QStringList& formats, const Files& files) {
    const auto bytes = checkBytes(records, formats, files);
    auto reconciled = reconcile(records, files);
    if (bytes)
        return reconciled;
    Error error = bytes.error();
    if (!reconciled)
        error.faults += reconciled.error().faults;
    return std::unexpected(error);
}

Result<KeptRecord> replayRecord(const Manifest& manifest, const Files& files, const QByteArray& devicePublicKey,
                                const DeviceKeys& registered) {
    SEREIN_TRY(const std::vector<SliceEvent> slice, readSlice(files.value(sliceFile)));
    SEREIN_CHECK(SliceCheck(manifest, slice, devicePublicKey, registered).run());
    return recordOfSlice(manifest, files, slice);
}

Result<KeptRecord> recordIn(const Manifest& manifest, const Files& files) {
    SEREIN_TRY(const std::vector<SliceEvent> slice, readSlice(files.value(sliceFile)));
    return recordOfSlice(manifest, files, slice);
}

Result<Replayed> replay(const Manifest& manifest, const KeptRecord& kept, const Files& files) {
    SEREIN_TRY(const Reconciled reconciled, checkWritten({kept.record()}, manifest.formats, files));
    qint64 ofDevices = 2; // the checkpoint, and the vault's creation
    for (const Manifest::Other& other : manifest.others)
        ofDevices += other.checkpoint.isNull() ? 1 : 2;
    Replayed replayed{kept.events.size() + ofDevices, static_cast<int>(kept.state.assessments.size()), 0};
    for (const ledger::AssessmentState& assessment : kept.state.assessments) {
        SEREIN_TRY(const int scores, rescore(assessment, kept.definitions.instrument(assessment)));
        replayed.scores += scores;
    }
    replayed.reconciledFiles = reconciled.files;
    replayed.values = reconciled.values;
    return replayed;
}

} // namespace serein::exporting

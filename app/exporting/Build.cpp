// A bundle's files, from an open vault.
#include "core/Ids.h"
#include "exporting/Background.h"
#include "exporting/Bundle.h"
#include "exporting/KeptRecord.h"
#include "exporting/Slice.h"

#include <algorithm>

namespace serein::exporting {

namespace {

class Builder {
public:
    Builder(const vault::Vault& vault, const QUuid& participant, const QString& audience, const QStringList& formats,
            const QStringList& without, const Presentation& as)
        : m_vault(vault), m_stream(idText(participant)), m_participant(participant), m_audience(audience),
          m_formats(formats), m_without(without), m_as(as) {}

    [[nodiscard]] Result<QMap<QString, QByteArray>> build() {
        SEREIN_TRY(const KeptRecord kept, record());
        SEREIN_TRY(m_files, formatFiles({kept.record()}, m_formats));
        for (auto it = m_definitions.begin(); it != m_definitions.end(); ++it)
            m_files.insert(definitionsFolder + it.key() + QStringLiteral(".json"), *it);
        for (const SliceEvent& event : m_slice)
            m_files[sliceFile] += lineOf(event);
        m_files.insert(deviceKeyFile, crypto::ed25519Pem(m_vault.devicePublicKey()));
        sign(kept.definitions.study());
        return m_files;
    }

    [[nodiscard]] Result<KeptRecord> record() {
        SEREIN_TRY(m_background, Background::of(m_vault));
        SEREIN_CHECK(takeSlice());
        SEREIN_TRY(const QList<ledger::Event> events, openSlice(m_slice, m_stream));
        m_state = folded(events);
        SEREIN_CHECK(takeDefinitions());
        SEREIN_TRY(const Definitions definitions, Definitions::read(m_definitions, m_state));
        KeptRecord kept{m_participant, m_audience, m_without, events, m_state, definitions, m_head, m_as};
        kept.choose();
        return kept;
    }

private:
    [[nodiscard]] Result<void> take(const ledger::StoredEvent& stored) {
        SEREIN_TRY(const ledger::Header header, ledger::Header::fromBytes(stored.header));
        SliceEvent event{stored, {}};
        if (!isWithheld(header.bodyClass, m_audience) && !m_redacted.contains(header.id)) {
            SEREIN_TRY(event.key, m_vault.eventKey(header));
        }
        m_slice.push_back(std::move(event));
        return {};
    }
    [[nodiscard]] Result<ledger::Event> open(const ledger::StoredEvent& stored, const ledger::Header& header) const {
        SEREIN_TRY(const crypto::Secret key, m_vault.eventKey(header));
        return ledger::openEvent(stored, key);
    }

    /// What was redacted travels without its key.
    [[nodiscard]] Result<void> findRedacted(const QList<ledger::StoredEvent>& stream) {
        for (const ledger::StoredEvent& stored : stream) {
            SEREIN_TRY(const ledger::Header header, ledger::Header::fromBytes(stored.header));
            if (header.kind != QLatin1String(ledger::Redacted::kind) || isWithheld(header.bodyClass, m_audience))
                continue;
            SEREIN_TRY(const ledger::Event event, open(stored, header));
            m_redacted.insert(std::get<ledger::Redacted>(event.fact).event);
        }
        return {};
    }

    [[nodiscard]] Result<void> takeSlice() {
        SEREIN_TRY(const QList<ledger::StoredEvent> stream, m_vault.stream(m_stream));
        if (stream.isEmpty())
            return unusable(QStringLiteral("there is no such participant"));
        SEREIN_CHECK(findRedacted(stream));
        for (const ledger::StoredEvent& stored : stream)
            SEREIN_CHECK(take(stored));
        SEREIN_CHECK(findCheckpoints());
        for (const QUuid& id : QList<QUuid>{m_checkpoint} + checkpointsOfOthers()) {
            SEREIN_TRY(const ledger::StoredEvent checkpoint, m_vault.event(id));
            SEREIN_CHECK(take(checkpoint));
        }
        SEREIN_CHECK(take(m_background->firsts().value(m_vault.device())));
        for (const Manifest::Other& other : std::as_const(m_others))
            SEREIN_CHECK(take(m_background->firsts().value(other.device)));
        return {};
    }

    /// One of this device names every head; each other device has named its own as far as it came.
    [[nodiscard]] Result<void> findCheckpoints() {
        m_head = {m_stream, 0, QByteArray(32, '\0')};
        SEREIN_TRY(const QList<ledger::Head> heads, m_vault.heads(m_stream));
        for (const ledger::Head& head : heads) {
            const QUuid of = head.device.isNull() ? m_vault.device() : head.device;
            SEREIN_TRY(const auto named, m_vault.vouched(m_vault.device(), of, m_stream));
            if (!named || named->head != head || (!m_checkpoint.isNull() && m_checkpoint != named->checkpoint))
                return unusable(QStringLiteral("no checkpoint names this participant's last event yet"));
            m_checkpoint = named->checkpoint;
            if (head.device.isNull()) {
                m_head = head;
                continue;
            }
            SEREIN_TRY(const auto own, m_vault.vouched(of, of, m_stream));
            m_others.append({of, head.sequence, head.hash, own ? own->checkpoint : QUuid()});
        }
        return {};
    }
    [[nodiscard]] QList<QUuid> checkpointsOfOthers() const {
        QList<QUuid> ids;
        for (const Manifest::Other& other : m_others)
            if (!other.checkpoint.isNull())
                ids.append(other.checkpoint);
        return ids;
    }

    [[nodiscard]] Result<void> takeDefinition(const QString& hash) {
        if (hash.isEmpty() || m_definitions.contains(hash))
            return {};
        SEREIN_TRY(const QByteArray bytes, m_background->definition(m_vault, hash));
        m_definitions.insert(hash, bytes);
        return {};
    }

    [[nodiscard]] Result<void> takeDefinitions() {
        SEREIN_CHECK(takeDefinition(m_state.study));
        for (const ledger::VoidedState& voided : std::as_const(m_state.voided))
            SEREIN_CHECK(takeDefinition(voided.assessment.study));
        for (const ledger::MissedState& missed : std::as_const(m_state.missed))
            SEREIN_CHECK(takeDefinition(missed.study));
        for (const ledger::AssessmentState& assessment : std::as_const(m_state.assessments)) {
            SEREIN_CHECK(takeDefinition(assessment.study));
            SEREIN_CHECK(takeDefinition(assessment.definition));
            SEREIN_CHECK(takeDefinition(assessment.pack));
            SEREIN_CHECK(takePacks(assessment.definition));
        }
        return takeBatteries();
    }

    /// What the participant's study asks, begun or not, and what the versions asked under which something was missed: a
    /// scale that was missed has its name and codes. As the study was first adopted, see below. What would unblind is
    /// left out of a blinded bundle, and what was voided comes along.
    [[nodiscard]] Result<void> takeBatteries() {
        QStringList hashes;
        for (const ledger::VoidedState& voided : std::as_const(m_state.voided))
            hashes += voided.assessment.definition;
        hashes += adoptedWith(m_state.study);
        for (const ledger::MissedState& missed : std::as_const(m_state.missed))
            if (missed.study != m_state.study)
                hashes += adoptedWith(missed.study);
        for (const QString& hash : std::as_const(hashes)) {
            if (hash.isEmpty())
                continue;
            SEREIN_TRY(const ledger::BodyClass bodyClass, m_background->classOf(m_vault, hash));
            if (isWithheld(bodyClass, m_audience))
                continue;
            SEREIN_CHECK(takeDefinition(hash));
            SEREIN_CHECK(takePacks(hash));
        }
        return {};
    }

    [[nodiscard]] QStringList adoptedWith(const QString& study) const {
        QStringList hashes;
        const auto adopted = std::ranges::find(m_background->adoptions(), study, &ledger::StudyAdopted::study);
        if (adopted != m_background->adoptions().end())
            for (const auto& instrument : adopted->instruments)
                hashes += instrument.toObject().value(QLatin1String("definition")).toString();
        return hashes;
    }

    [[nodiscard]] Result<void> takePacks(const QString& definition) {
        SEREIN_CHECK(takeDefinition(packIn(QStringLiteral("en"), definition)));
        return takeDefinition(packIn(m_as.language, definition));
    }

    /// The words that this definition was first adopted with, for the codebook and for labels. The first, so that a
    /// later adoption changes no bundle of data that stayed the same.
    [[nodiscard]] QString packIn(const QString& language, const QString& definition) const {
        for (const ledger::StudyAdopted& adopted : m_background->adoptions())
            for (const auto& instrument : adopted.instruments) {
                const QJsonObject entry = instrument.toObject();
                if (entry.value(QLatin1String("definition")).toString() == definition)
                    return entry.value(QLatin1String("packs")).toObject().value(language).toString();
            }
        return {};
    }

    void sign(const study::Study& study) {
        Manifest manifest;
        manifest.vault = m_vault.deviceState().vault;
        manifest.device = m_vault.device();
        manifest.participant = m_participant;
        manifest.subject = m_state.subject;
        manifest.audience = m_audience;
        manifest.as = m_as;
        manifest.formats = m_formats;
        manifest.without = m_without;
        manifest.studyId = study.id;
        manifest.studyVersion = study.version;
        manifest.studyHash = m_state.study;
        manifest.synthetic = m_state.synthetic;
        manifest.lastSequence = m_head.sequence;
        manifest.lastHash = m_head.hash;
        manifest.checkpoint = m_checkpoint;
        manifest.others = m_others;
        manifest.app = QStringLiteral(SEREIN_VERSION);
        manifest.files = Manifest::listed(m_files);
        const QByteArray bytes = manifest.toBytes();
        m_files.insert(manifestFile, bytes);
        m_files.insert(signatureFile, m_vault.sign(bytes));
    }

    const vault::Vault& m_vault;
    QString m_stream;
    QUuid m_participant;
    QString m_audience;
    QStringList m_formats;
    QStringList m_without;
    Presentation m_as;
    std::shared_ptr<Background> m_background;
    QSet<QUuid> m_redacted;
    std::vector<SliceEvent> m_slice;
    ledger::Head m_head;
    QUuid m_checkpoint;
    QList<Manifest::Other> m_others;
    ledger::ParticipantState m_state;
    StoredDefinitions m_definitions;
    Files m_files;
};

} // namespace

Result<KeptRecord> keptRecord(const vault::Vault& vault, const QUuid& participant, const QString& audience,
                              const QStringList& without, const Presentation& as) {
    return Builder(vault, participant, audience, {}, without, as).record();
}

Result<QMap<QString, QByteArray>> buildBundle(vault::Vault& vault, const QUuid& participant, const QString& audience,
                                              const QStringList& formats, const QStringList& without,
                                              const Presentation& as) {
    if (audience != QLatin1String("blinded") && audience != QLatin1String("full"))
        return unusable(QStringLiteral("the audience \"%1\" is neither blinded nor full").arg(audience));
    return Builder(vault, participant, audience, formats.isEmpty() ? formatNames() : formats, without, as).build();
}

} // namespace serein::exporting

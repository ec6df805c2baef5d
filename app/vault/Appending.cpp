// Writing to the ledger: events and their projections in one transaction.
#include "core/Json.h"
#include "ledger/Redaction.h"
#include "study/Words.h"
#include "vault/BodyKeys.h"
#include "vault/ParticipantKeys.h"
#include "vault/Projections.h"
#include "vault/Vault.h"
#include "vault/VaultFile.h"
#include "vault/WorkRows.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <algorithm>

namespace serein::vault {

Result<const crypto::Secret*> Vault::classKey(const QString& stream, ledger::BodyClass bodyClass) const {
    if (const crypto::Secret* key = m_classKeys->current(bodyClass))
        return key;
    if (const crypto::Secret* key = m_participantKeys->find(stream, bodyClass))
        return key;
    return refused(QStringLiteral("the key of this participant's %1 was destroyed").arg(ledger::classText(bodyClass)));
}

Result<QList<ledger::Event>>
Vault::appendEvents(const QString& stream, const QList<Draft>& drafts, const Actor& actor,
                    const std::function<Result<void>(const QList<ledger::Event>&)>& project) {
    if (m_isForReading)
        return refused(QStringLiteral("an export that was opened to be read takes nothing in"));
    SEREIN_CHECK(noticeClock(m_clock.now()));
    SEREIN_TRY(Transaction transaction, Transaction::begin(*m_database));
    SEREIN_TRY(ledger::Head head, headOf(m_device, stream));
    const QDateTime now = m_clock.now();
    ledger::HybridTime time = m_lastTime;
    QList<ledger::Event> events;
    for (const Draft& draft : drafts) {
        time = time.after(now);
        const ledger::BodyClass bodyClass = draft.bodyClass.value_or(ledger::usualClass(draft.fact));
        const ledger::Header header{ledger::schemaVersion,
                                    m_ids.next(now),
                                    m_device,
                                    stream,
                                    head.sequence + 1,
                                    head.hash,
                                    now,
                                    time,
                                    actor.name,
                                    actor.role,
                                    QStringLiteral(SEREIN_VERSION),
                                    ledger::kindOf(draft.fact),
                                    bodyClass};
        SEREIN_TRY(const ledger::StoredEvent stored, seal(header, draft.fact));
        SEREIN_TRY(Statement row,
                   m_database->prepare(
                       "INSERT INTO events(id,device,stream,sequence,hlc,header,body,hash) VALUES(?,?,?,?,?,?,?,?)"));
        SEREIN_CHECK(row.bind(header.id.toRfc4122())
                         .bind(m_device.toRfc4122())
                         .bind(stream)
                         .bind(header.sequence)
                         .bind(time.toString())
                         .bind(stored.header)
                         .bind(stored.body)
                         .bind(stored.hash)
                         .run());
        head = {stream, header.sequence, stored.hash};
        events.append({header, draft.fact});
    }
    SEREIN_CHECK(project(events));
    SEREIN_CHECK(transaction.commit());
    m_lastTime = time;
    m_unnamed.insert(stream);
    return events;
}

Result<ledger::StoredEvent> Vault::seal(const ledger::Header& header, const ledger::Fact& fact) const {
    SEREIN_TRY(const crypto::Secret* key, classKey(header.stream, header.bodyClass));
    if (!ledger::isPerishable(fact))
        return ledger::sealEvent(header, fact, *key);
    TextKey own{header.id, header.stream, header.bodyClass, crypto::randomSecret()};
    ledger::StoredEvent stored = ledger::sealEvent(header, fact, own.key);
    SEREIN_CHECK(keepTextKey(*m_database, own));
    return stored;
}

namespace {

QList<QUuid> idsOf(const QList<ledger::Event>& events) {
    QList<QUuid> ids;
    for (const ledger::Event& event : events)
        ids.append(event.header.id);
    return ids;
}

/// It changes how what came before is read.
bool redacts(const QList<ledger::Event>& written) {
    return std::ranges::any_of(
        written, [](const ledger::Event& event) { return std::holds_alternative<ledger::Redacted>(event.fact); });
}

} // namespace

Result<QList<QUuid>> Vault::append(const QUuid& participant, const QList<Draft>& drafts, const Actor& actor) {
    SEREIN_TRY(const auto before, this->participant(participant));
    auto after = std::make_shared<ledger::ParticipantState>(*before);
    const auto project = [&](const QList<ledger::Event>& written) -> Result<void> {
        ledger::Touched touched;
        if (redacts(written)) {
            SEREIN_TRY(*after, foldParticipant(participant, touched));
        } else {
            for (const ledger::Event& event : written)
                ledger::apply(*after, event, touched);
        }
        SEREIN_CHECK(vault::project(*m_database, *after, touched));
        return concernsWork(touched, *before, *after) ? writeWork(*after) : Result<void>();
    };
    SEREIN_TRY(const auto events, appendEvents(idText(participant), drafts, actor, project));
    m_participants.insert(participant, std::move(after));
    return idsOf(events);
}

Result<void> Vault::writeWork(const ledger::ParticipantState& participant) {
    SEREIN_TRY(const auto protocol, protocolOf(participant));
    return projectWork(*m_database, *protocol, participant);
}

Result<QUuid> Vault::enrol(const QList<Draft>& drafts, const Actor& actor) {
    const QUuid participant = m_ids.next(m_clock.now());
    SEREIN_CHECK(m_participantKeys->create(participant));
    m_participants.insert(participant, std::make_shared<ledger::ParticipantState>());
    const auto written = append(participant, drafts, actor);
    if (!written) {
        m_participants.remove(participant);
        return std::unexpected(written.error());
    }
    return participant;
}

Result<QList<QUuid>> Vault::appendToDevice(const QList<Draft>& drafts, const Actor& actor) {
    ledger::DeviceState after = m_deviceState;
    SEREIN_TRY(const auto events, appendEvents(ledger::deviceStream, drafts, actor,
                                               [&](const QList<ledger::Event>& written) -> Result<void> {
                                                   ledger::Touched touched;
                                                   for (const ledger::Event& event : written)
                                                       ledger::apply(after, event, touched);
                                                   if (redacts(written)) {
                                                       SEREIN_TRY(after, foldDevices());
                                                   }
                                                   return projectVouched(*m_database, touched);
                                               }));
    m_deviceState = std::move(after);
    // Whoever is at the desk may do from now on what they were just given, and no more what was taken from them.
    if (const auto own = m_deviceState.accounts.constFind(m_user.name);
        own != m_deviceState.accounts.constEnd() && own->active)
        m_user.roles = account::rolesFrom(own->roles);
    // An older witness is still true: what was written is not called failed because of it.
    [[maybe_unused]] const auto kept = keepWitness(false);
    return idsOf(events);
}

QByteArray Vault::sign(const QByteArray& message) const {
    return crypto::sign(m_deviceKey, message);
}

Result<QString> Vault::store(const QString& kind, const QString& id, const QJsonObject& json) {
    const QByteArray bytes = instrument::definitionBytes(json);
    QString hash = QString::fromLatin1(crypto::sha256(bytes).toHex());
    SEREIN_TRY(Statement row,
               m_database->prepare("INSERT INTO definitions VALUES(?,?,?,?) ON CONFLICT(hash) DO NOTHING"));
    SEREIN_CHECK(row.bind(hash).bind(kind).bind(id).bind(bytes).run());
    return hash;
}

Result<void> Vault::adopt(const study::Study& study, const instrument::Library& library, const Actor& actor,
                          const QString& approval) {
    SEREIN_CHECK(study::requireWords(study, library, m_clock.now().date()));
    QJsonObject instruments;
    for (const study::Timepoint& timepoint : study.timepoints)
        for (const QString& id : timepoint.battery) {
            const instrument::Entry* entry = library.entry(id);
            if (!entry || instruments.contains(id))
                continue;
            SEREIN_TRY(const QString definition, store(QStringLiteral("instrument"), id, entry->instrument.json));
            QJsonObject packs;
            for (const instrument::TextPack& pack : entry->packs) {
                SEREIN_TRY(const QString hash, store(QStringLiteral("text"), id, pack.json));
                packs.insert(pack.language, hash);
            }
            instruments.insert(
                id, QJsonObject{{QStringLiteral("definition"), definition}, {QStringLiteral("packs"), packs}});
        }
    SEREIN_TRY(const QString hash, store(QStringLiteral("study"), study.id, study.json));
    SEREIN_CHECK(appendToDevice({{ledger::StudyAdopted{hash, instruments, approval}}}, actor));
    return loadStudy();
}

} // namespace serein::vault

// What is made unreadable for good: a participant's identity or notes, and free texts in which who they are stood.
#include "core/Ids.h"
#include "ledger/Redaction.h"
#include "vault/BodyKeys.h"
#include "vault/Database.h"
#include "vault/ParticipantKeys.h"
#include "vault/Vault.h"

namespace serein::vault {

Result<void> Vault::destroyKey(const QUuid& participant, ledger::BodyClass bodyClass) {
    SEREIN_CHECK(destroyTextKeys(*m_database, participant, bodyClass));
    SEREIN_CHECK(m_database->forgetJournal());
    SEREIN_CHECK(m_participantKeys->destroy(participant, bodyClass));
    m_participants.remove(participant);
    return {};
}

Result<bool> Vault::redact(const QUuid& participant, const QList<QUuid>& events, const QString& reason,
                           const Actor& actor) {
    const QString stream = participant.isNull() ? ledger::deviceStream : idText(participant);
    const ledger::DeviceState before = m_deviceState;
    QList<Draft> drafts;
    bool allDestroyed = true;
    for (const QUuid& id : events) {
        SEREIN_TRY(const ledger::StoredEvent stored, event(id));
        SEREIN_TRY(const ledger::Event opened, read(stored));
        if (opened.header.stream != stream)
            return unusable(QStringLiteral("the event %1 is of another stream").arg(idText(id)),
                            QStringLiteral("/event"));
        if (!ledger::holdsFreeText(opened.fact))
            return unusable(QStringLiteral("the event %1 holds no free text").arg(idText(id)),
                            QStringLiteral("/event"));
        SEREIN_TRY(const crypto::Secret own, textKey(*m_database, id));
        allDestroyed = allDestroyed && !own.isEmpty();
        // What a note was about is gone with it: that it was redacted, and why, is for everybody.
        const bool unblinds = opened.header.bodyClass == ledger::BodyClass::Unblinding;
        drafts.append(
            {ledger::Redacted{id, reason, ledger::withoutFreeText(opened.header.kind, ledger::bodyOf(opened.fact)),
                              !own.isEmpty()},
             unblinds ? ledger::BodyClass::Unblinding : ledger::BodyClass::Data});
    }
    SEREIN_TRY(Transaction transaction, Transaction::begin(*m_database));
    auto written = participant.isNull() ? appendToDevice(drafts, actor) : append(participant, drafts, actor);
    for (qsizetype index = 0; written && index < events.size(); ++index)
        if (const auto destroyed = destroyTextKey(*m_database, events[index]); !destroyed)
            written = std::unexpected(destroyed.error());
    if (const auto committed = written ? transaction.commit() : std::unexpected(written.error()); !committed) {
        m_participants.remove(participant);
        m_deviceState = before;
        return std::unexpected(committed.error());
    }
    [[maybe_unused]] const auto kept = keepWitness(false);
    SEREIN_CHECK(m_database->forgetJournal());
    return allDestroyed;
}

Result<void> Vault::eraseWhatWasDecided(const QList<ledger::ParticipantState>& participants) {
    for (auto one = m_deviceState.redacted.begin(); one != m_deviceState.redacted.end(); ++one) {
        if (!one->keyDestroyed)
            continue;
        SEREIN_TRY(Statement own, m_database->prepare("SELECT 1 FROM events WHERE id=? AND stream='device'"));
        SEREIN_TRY(const bool isOfDevice, own.bind(one.key().toRfc4122()).step());
        if (isOfDevice)
            SEREIN_CHECK(destroyTextKey(*m_database, one.key()));
    }
    for (const ledger::ParticipantState& participant : participants)
        SEREIN_CHECK(eraseWhatWasDecided(participant));
    return {};
}

Result<void> Vault::eraseWhatWasDecided(const ledger::ParticipantState& participant) {
    if (participant.withdrawn && participant.withdrawn->identity == QLatin1String("destroyed"))
        for (const auto bodyClass : {ledger::BodyClass::Identity, ledger::BodyClass::Note})
            if (m_participantKeys->find(idText(participant.id), bodyClass) != nullptr)
                SEREIN_CHECK(destroyKey(participant.id, bodyClass));
    for (const ledger::Redaction& redaction : participant.redactions)
        if (redaction.keyDestroyed)
            SEREIN_CHECK(destroyTextKey(*m_database, redaction.event));
    return {};
}

} // namespace serein::vault

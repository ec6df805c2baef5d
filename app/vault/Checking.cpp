// Verification and rebuilding.
#include "ledger/Chain.h"
#include "vault/ParticipantKeys.h"
#include "vault/Projections.h"
#include "vault/Vault.h"

namespace serein::vault {

namespace {

/// A checkpoint, and where it stands, to be held against the chains once all are walked.
struct Vouching {
    qint64 sequence;
    ledger::Checkpoint checkpoint;
};

} // namespace

Result<Verification> Vault::verify() const {
    {
        SEREIN_TRY(Statement integrity, m_database->prepare("PRAGMA cipher_integrity_check"));
        SEREIN_TRY(const bool fault, integrity.step());
        if (fault)
            return wrong(QStringLiteral("the database file is damaged: ") + integrity.text(0));
    }
    Verification report;
    std::map<QString, ledger::Chain> chains;
    QList<Vouching> vouchings;
    {
        SEREIN_TRY(
            Statement rows,
            m_database->prepare(
                "SELECT stream,sequence,id,hlc,header,body,hash FROM events WHERE device=? ORDER BY stream,sequence"));
        rows.bind(m_device.toRfc4122());
        for (;;) {
            SEREIN_TRY(const bool row, rows.step());
            if (!row)
                break;
            const QString stream = rows.text(0);
            ledger::Chain& chain = chains.try_emplace(stream, m_device, stream).first->second;
            const ledger::StoredEvent stored{rows.blob(4), rows.blob(5), rows.blob(6)};
            SEREIN_TRY(const ledger::Header header, chain.follow(stored));
            const QString place = ledger::placeOf(stream, header.sequence);
            if (header.id.toRfc4122() != rows.blob(2) || header.sequence != rows.integer(1) ||
                header.order.toString() != rows.text(3))
                return wrong(place + QStringLiteral(": its row does not agree with its header"));
            auto event = read(stored);
            if (!event)
                return wrong(place + QStringLiteral(": its body does not open: ") +
                             event.error().faults.constFirst().reason);
            if (const auto* checkpoint = std::get_if<ledger::Checkpoint>(&event->fact)) {
                if (!crypto::verify(m_devicePublicKey, ledger::checkpointMessage(m_device, checkpoint->heads),
                                    checkpoint->signature))
                    return wrong(place + QStringLiteral(": the checkpoint's signature is not this device's"));
                vouchings.append({header.sequence, *checkpoint});
            }
            ++report.events;
        }
    }
    for (const Vouching& vouching : std::as_const(vouchings)) {
        for (const ledger::Head& head : vouching.checkpoint.heads) {
            const auto chain = chains.find(head.stream);
            if (chain == chains.end())
                return wrong(ledger::placeOf(head.stream, 1) +
                             QStringLiteral(": it is missing; a checkpoint names this stream (it was removed)"));
            SEREIN_CHECK(chain->second.agreesWith(head));
        }
        ++report.checkpoints;
    }
    // What the device vouched for outside the database: the device stream can't be cut behind its back.
    SEREIN_TRY(const account::Witness witness, m_deviceFolder->witness());
    if (witness.sequence > 0) {
        const auto chain = chains.find(ledger::deviceStream);
        if (chain == chains.end())
            return wrong(QStringLiteral("the device stream is missing"));
        SEREIN_CHECK(chain->second.agreesWith({ledger::deviceStream, witness.sequence, witness.hash}));
    }
    report.streams = static_cast<int>(chains.size());
    return report;
}

Result<QByteArray> Vault::projectionDigest() const {
    return vault::projectionDigest(*m_database);
}

Result<QByteArray> Vault::rebuild() {
    QList<QUuid> participants;
    {
        SEREIN_TRY(Statement rows,
                   m_database->prepare("SELECT DISTINCT stream FROM events WHERE stream<>'device' ORDER BY stream"));
        for (;;) {
            SEREIN_TRY(const bool row, rows.step());
            if (!row)
                break;
            participants.append(QUuid(rows.text(0)));
        }
    }
    SEREIN_TRY(Transaction transaction, Transaction::begin(*m_database));
    SEREIN_CHECK(clearProjections(*m_database));
    const auto refold = [this](auto state, const QString& stream) -> Result<decltype(state)> {
        QList<ledger::StoredEvent> events;
        {
            SEREIN_TRY(
                Statement rows,
                m_database->prepare("SELECT header,body,hash FROM events WHERE stream=? ORDER BY hlc,device,sequence"));
            rows.bind(stream);
            for (;;) {
                SEREIN_TRY(const bool row, rows.step());
                if (!row)
                    break;
                events.append({rows.blob(0), rows.blob(1), rows.blob(2)});
            }
        }
        ledger::Touched touched;
        for (const ledger::StoredEvent& stored : events) {
            SEREIN_TRY(const ledger::Event event, read(stored));
            ledger::apply(state, event, touched);
        }
        SEREIN_CHECK(project(*m_database, state, touched));
        return state;
    };
    SEREIN_TRY(ledger::DeviceState deviceState, refold(ledger::DeviceState{}, ledger::deviceStream));
    m_deviceState = deviceState; // it knows the versions of the study that participants follow
    for (const QUuid& participant : std::as_const(participants)) {
        SEREIN_TRY(const auto state, refold(ledger::ParticipantState{}, idText(participant)));
        SEREIN_CHECK(writeWork(state));
    }
    SEREIN_TRY(QByteArray digest, vault::projectionDigest(*m_database));
    SEREIN_CHECK(transaction.commit());
    m_participants.clear();
    return digest;
}

} // namespace serein::vault

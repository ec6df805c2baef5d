// What is decided by few events and counts for everything: who may do what, which devices have a say, the study in
// force; and whose identity is to be unreadable. Read from the events themselves at every unlock, found by an index.
#include "ledger/Chain.h"
#include "ledger/Redaction.h"
#include "vault/Database.h"
#include "vault/ParticipantKeys.h"
#include "vault/Schema.h"
#include "vault/Vault.h"

namespace serein::vault {

Result<void> Vault::checkLinks(const ledger::StoredEvent& stored) const {
    SEREIN_TRY(const ledger::Header header, ledger::Header::fromBytes(stored.header));
    SEREIN_TRY(Statement beside,
               m_database->prepare("SELECT sequence,hash,header FROM events WHERE device=? AND stream=? "
                                   "AND sequence IN (?-1,?+1) ORDER BY sequence"));
    beside.bind(header.device.toRfc4122()).bind(header.stream).bind(header.sequence).bind(header.sequence);
    ledger::Head before{header.stream, 0, QByteArray(32, '\0')};
    for (;;) {
        SEREIN_TRY(const bool row, beside.step());
        if (!row)
            break;
        if (beside.integer(0) < header.sequence) {
            before = {header.stream, beside.integer(0), beside.blob(1)};
            continue;
        }
        SEREIN_TRY(const ledger::Header next, ledger::Header::fromBytes(beside.blob(2)));
        if (next.previous != stored.hash)
            return wrong(ledger::placeOf(header.stream, header.sequence) +
                         QStringLiteral(": it is not the event that the next one follows (it was replaced)"));
    }
    if (header.sequence > 1 && before.sequence == 0)
        return wrong(ledger::placeOf(header.stream, header.sequence - 1) + QStringLiteral(": it is missing"));
    SEREIN_CHECK(ledger::Chain::follows(stored, header.device, before));
    return {};
}

Result<ledger::DeviceState> Vault::foldDevices() const {
    ledger::DeviceState state;
    const auto applyAll = [&](Statement& rows) -> Result<void> {
        ledger::Touched touched;
        for (;;) {
            SEREIN_TRY(const bool row, rows.step());
            if (!row)
                return {};
            const ledger::StoredEvent stored{rows.blob(0), rows.blob(1), rows.blob(2)};
            SEREIN_CHECK(checkLinks(stored));
            SEREIN_TRY(const ledger::Event event, read(stored));
            ledger::apply(state, event, touched);
        }
    };
    SEREIN_TRY(
        Statement deciding,
        m_database->prepare("SELECT header,body,hash FROM events INDEXED BY events_deciding WHERE stream='device' "
                            "AND " SEREIN_DECIDING " ORDER BY hlc,device,sequence"));
    SEREIN_CHECK(applyAll(deciding));
    for (const char* kind : {ledger::ClockChecked::kind, ledger::BackedUp::kind}) {
        SEREIN_TRY(Statement last, m_database->prepare("SELECT header,body,hash FROM events INDEXED BY events_repeated "
                                                       "WHERE " SEREIN_REPEATED " AND CAST(header AS TEXT)->>'kind'=? "
                                                       "ORDER BY hlc DESC,device DESC,sequence DESC LIMIT 1"));
        SEREIN_CHECK(applyAll(last.bind(QString::fromLatin1(kind))));
    }
    return state;
}

Result<void> Vault::eraseWhatWasRevived() {
    QStringList revived;
    {
        SEREIN_TRY(Statement rows, m_database->prepare("SELECT stream,header,body,hash FROM events INDEXED BY "
                                                       "events_deciding WHERE stream<>'device' AND " SEREIN_DECIDING));
        for (;;) {
            SEREIN_TRY(const bool row, rows.step());
            if (!row)
                break;
            const QString stream = rows.text(0);
            if (revived.contains(stream) || (m_participantKeys->find(stream, ledger::BodyClass::Identity) == nullptr &&
                                             m_participantKeys->find(stream, ledger::BodyClass::Note) == nullptr))
                continue;
            SEREIN_TRY(const ledger::Event event, read({rows.blob(1), rows.blob(2), rows.blob(3)}));
            const auto* withdrawn = std::get_if<ledger::Withdrawn>(&event.fact); // none: redacted, its stream says
            if (withdrawn == nullptr || withdrawn->identity == QLatin1String("destroyed"))
                revived.append(stream);
        }
    }
    for (const QString& stream : std::as_const(revived)) {
        SEREIN_TRY(const auto state, participant(QUuid(stream)));
        SEREIN_CHECK(eraseWhatWasDecided(*state));
    }
    return {};
}

Result<void> Vault::verifyProjections() {
    QMap<QByteArray, QByteArray> stored;
    for (const char* table : projectionTables) {
        SEREIN_TRY(stored[table], tableDigest(*m_database, table));
    }
    SEREIN_TRY(const Transaction undone, Transaction::begin(*m_database)); // what is folded goes again at the end
    const ledger::DeviceState used = m_deviceState;
    QList<ledger::ParticipantState> decided;
    SEREIN_CHECK(refold(decided));
    if (m_deviceState != used)
        return wrong(QStringLiteral("people, devices and the study in force are not what the ledger says"));
    for (const char* table : projectionTables) {
        SEREIN_TRY(const QByteArray derived, tableDigest(*m_database, table));
        if (derived != stored[table])
            return wrong(QStringLiteral("the table \"%1\" is not what the ledger says (its rows were changed); `vault "
                                        "rebuild` derives it again")
                             .arg(QLatin1String(table)));
    }
    return {};
}

} // namespace serein::vault

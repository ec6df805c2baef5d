// Every projection derived from the ledger again.
#include "core/Ids.h"
#include "ledger/Redaction.h"
#include "vault/Database.h"
#include "vault/Projections.h"
#include "vault/Schema.h"
#include "vault/Vault.h"

namespace serein::vault {

Result<QByteArray> Vault::projectionDigest() const {
    return vault::projectionDigest(*m_database);
}

Result<QMap<QString, QByteArray>> Vault::projectionRows(const QUuid& participant) const {
    QMap<QString, QByteArray> rows;
    for (const char* table : projectionTables) {
        if (table == std::string_view("vouched"))
            continue;
        const char* const whose = table == std::string_view("participants") ? "id" : "participant";
        const QByteArray sql = QByteArray("SELECT * FROM ") + table + " WHERE " + whose + "=? ORDER BY 1,2,3";
        SEREIN_TRY(Statement found, m_database->prepare(sql.constData()));
        found.bind(idText(participant));
        for (;;) {
            SEREIN_TRY(const bool row, found.step());
            if (!row)
                break;
            rows[QString::fromLatin1(table)] += found.rowBytes();
        }
    }
    return rows;
}

Result<QByteArray> Vault::rebuild() {
    QList<ledger::ParticipantState> decided;
    SEREIN_TRY(QByteArray digest, refold(decided));
    SEREIN_CHECK(eraseWhatWasDecided(decided));
    return digest;
}

Result<QByteArray> Vault::refold(QList<ledger::ParticipantState>& decided) {
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
    {
        ledger::DeviceState state; // it knows the versions of the study that participants follow
        ledger::Touched touched;
        SEREIN_TRY(const QList<ledger::Event> events, this->events(ledger::deviceStream));
        for (const ledger::Event& event : events)
            ledger::apply(state, event, touched);
        SEREIN_CHECK(projectVouched(*m_database, touched));
        m_deviceState = state;
    }
    m_protocols.clear();
    for (const QUuid& participant : std::as_const(participants)) {
        ledger::Touched touched;
        SEREIN_TRY(const ledger::ParticipantState state, foldParticipant(participant, touched));
        SEREIN_CHECK(project(*m_database, state, touched));
        SEREIN_CHECK(writeWork(state));
        if (state.withdrawn || !state.redactions.isEmpty())
            decided.append(state);
    }
    SEREIN_TRY(QByteArray digest, vault::projectionDigest(*m_database));
    SEREIN_CHECK(transaction.commit());
    m_participants.clear();
    return digest;
}

} // namespace serein::vault

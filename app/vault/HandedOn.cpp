#include "vault/HandedOn.h"

#include "vault/BodyKeys.h"
#include "vault/ParticipantKeys.h"
#include "vault/Projections.h"
#include "vault/Schema.h"

namespace serein::vault {

/// Puts what was handed on into a vault of its own, and closes it to whatever would be written.
class Handing {
public:
    explicit Handing(const Clock& clock) : m_vault(new Vault(Place{}, clock)) {}

    [[nodiscard]] Result<std::unique_ptr<Vault>> run(HandedOn record) {
        m_vault->m_device = record.device;
        m_vault->m_user = {record.reader, {account::Role::Monitor}, true};
        m_vault->m_isForReading = true;
        m_vault->m_classKeys = std::make_unique<ClassKeys>();
        SEREIN_TRY(ParticipantKeys none, ParticipantKeys::read({}, crypto::randomSecret()));
        m_vault->m_participantKeys = std::make_unique<ParticipantKeys>(std::move(none));
        SEREIN_TRY(m_vault->m_database, Database::open(QStringLiteral(":memory:"), crypto::randomSecret()));
        SEREIN_CHECK(migrate(*m_vault->m_database));
        SEREIN_CHECK(takeDefinitions(record.definitions));
        SEREIN_CHECK(takeEvents(record.events));
        SEREIN_CHECK(foldDevices(record.versions));
        SEREIN_CHECK(m_vault->loadStudy());
        SEREIN_CHECK(foldParticipants());
        return std::move(m_vault);
    }

private:
    /// The devices' own events came along in part: which study they adopted is told apart from them.
    [[nodiscard]] Result<void> foldDevices(const QList<ledger::StudyAdopted>& versions) const {
        ledger::Touched touched;
        SEREIN_TRY(const QList<ledger::Event> events, m_vault->events(ledger::deviceStream));
        for (const ledger::Event& event : events)
            ledger::apply(m_vault->m_deviceState, event, touched);
        for (const ledger::StudyAdopted& version : versions) {
            m_vault->m_deviceState.adopted.insert(version.study, version.instruments);
            m_vault->m_deviceState.study = version.study;
            m_vault->m_deviceState.instruments = version.instruments;
        }
        return projectVouched(*m_vault->m_database, touched);
    }
    [[nodiscard]] Result<void> foldParticipants() const {
        QSet<QUuid> participants;
        {
            SEREIN_TRY(Statement rows,
                       m_vault->m_database->prepare("SELECT DISTINCT stream FROM events WHERE stream<>'device'"));
            for (;;) {
                SEREIN_TRY(const bool row, rows.step());
                if (!row)
                    break;
                participants.insert(QUuid(rows.text(0)));
            }
        }
        for (const QUuid& participant : std::as_const(participants)) {
            ledger::Touched touched;
            SEREIN_TRY(const ledger::ParticipantState state, m_vault->foldParticipant(participant, touched));
            SEREIN_CHECK(project(*m_vault->m_database, state, touched));
            SEREIN_CHECK(m_vault->writeWork(state));
        }
        return {};
    }
    [[nodiscard]] Result<void> takeDefinitions(const QMap<QString, HandedOn::Definition>& definitions) const {
        for (auto one = definitions.begin(); one != definitions.end(); ++one) {
            SEREIN_TRY(Statement row, m_vault->m_database->prepare("INSERT INTO definitions VALUES(?,?,?,?)"));
            SEREIN_CHECK(row.bind(one.key()).bind(one->kind).bind(one->id).bind(one->bytes).run());
        }
        return {};
    }
    [[nodiscard]] Result<void> takeEvents(std::vector<HandedOn::Sealed>& events) const {
        for (HandedOn::Sealed& one : events) {
            SEREIN_TRY(const ledger::Header header, ledger::Header::fromBytes(one.stored.header));
            SEREIN_TRY(Statement row,
                       m_vault->m_database->prepare("INSERT INTO events(id,device,stream,sequence,hlc,header,body,hash)"
                                                    " VALUES(?,?,?,?,?,?,?,?)"));
            SEREIN_CHECK(row.bind(header.id.toRfc4122())
                             .bind(header.device.toRfc4122())
                             .bind(header.stream)
                             .bind(header.sequence)
                             .bind(header.order.toString())
                             .bind(one.stored.header)
                             .bind(one.stored.body)
                             .bind(one.stored.hash)
                             .run());
            if (!one.key.isEmpty())
                m_vault->m_givenKeys.insert_or_assign(header.id, std::move(one.key));
        }
        return {};
    }

    std::unique_ptr<Vault> m_vault;
};

Result<std::unique_ptr<Vault>> Vault::forReading(HandedOn record, const Clock& clock) {
    return Handing(clock).run(std::move(record));
}

} // namespace serein::vault

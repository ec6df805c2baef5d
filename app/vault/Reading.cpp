// Reading the ledger, its projections and its definitions.
#include "core/Json.h"
#include "ledger/Redaction.h"
#include "study/Reader.h"
#include "vault/BodyKeys.h"
#include "vault/ParticipantKeys.h"
#include "vault/Projections.h"
#include "vault/Vault.h"
#include "vault/WorkTable.h"

#include <QJsonObject>

namespace serein::vault {

namespace {

/// It was proven against its whole library when it was adopted; what was not handed on is asked by nobody here.
Result<study::Study> studyAsHandedOn(const QJsonValue& json, const instrument::Library& library, const QString& hash) {
    Faults faults(hash, {});
    study::Study study = study::readStudy(json.toObject(), faults);
    if (!faults.all().isEmpty())
        return std::unexpected(Error{Error::Kind::Wrong, faults.all()});
    for (study::Timepoint& timepoint : study.timepoints)
        timepoint.battery.removeIf([&](const QString& id) { return library.entry(id) == nullptr; });
    return study;
}

} // namespace

Result<void> Vault::loadStudy() {
    m_protocols.remove(m_deviceState.study); // packs may have been added to it
    SEREIN_TRY(m_inForce, protocol(m_deviceState.study));
    return {};
}

Result<std::shared_ptr<const Protocol>> Vault::protocol(const QString& hash) const {
    if (const auto known = m_protocols.constFind(hash); known != m_protocols.constEnd())
        return *known;
    auto protocol = std::make_shared<Protocol>();
    protocol->hash = hash;
    protocol->instruments = m_deviceState.adopted.value(hash);
    for (auto it = protocol->instruments.begin(); it != protocol->instruments.end(); ++it) {
        const QJsonObject adopted = it->toObject();
        instrument::Entry entry;
        SEREIN_TRY(entry.instrument, instrumentByHash(adopted.value(QStringLiteral("definition")).toString()));
        const QJsonObject packs = adopted.value(QStringLiteral("packs")).toObject();
        for (auto pack = packs.begin(); pack != packs.end(); ++pack) {
            SEREIN_TRY(const instrument::TextPack words, packByHash(pack->toString(), entry.instrument));
            entry.packs.insert(pack.key(), words);
        }
        protocol->library.add(entry);
    }
    SEREIN_TRY(const QByteArray bytes, definition(hash));
    SEREIN_TRY(const QJsonValue json, parseJson(bytes, hash));
    if (m_isForReading) {
        SEREIN_TRY(protocol->study, studyAsHandedOn(json, protocol->library, hash));
    } else {
        SEREIN_TRY(protocol->study, study::parseStudy(json, protocol->library, hash));
    }
    return *m_protocols.insert(hash, std::move(protocol));
}

Result<std::shared_ptr<const Protocol>> Vault::protocolOf(const ledger::ParticipantState& participant) const {
    return protocol(participant.study.isEmpty() ? m_deviceState.study : participant.study);
}

Result<QByteArray> Vault::definition(const QString& hash) const {
    SEREIN_TRY(Statement row, m_database->prepare("SELECT content FROM definitions WHERE hash=?"));
    SEREIN_TRY(const bool found, row.bind(hash).step());
    if (!found)
        return wrong(QStringLiteral("the vault lacks the definition %1").arg(hash));
    QByteArray bytes = row.blob(0);
    if (QString::fromLatin1(crypto::sha256(bytes).toHex()) != hash)
        return wrong(QStringLiteral("the definition %1 was changed").arg(hash));
    return bytes;
}

Result<instrument::Instrument> Vault::instrumentByHash(const QString& hash) const {
    SEREIN_TRY(const QByteArray bytes, definition(hash));
    SEREIN_TRY(const QJsonValue json, parseJson(bytes, hash));
    return instrument::parseInstrument(json, hash);
}

Result<instrument::TextPack> Vault::packByHash(const QString& hash, const instrument::Instrument& instrument) const {
    SEREIN_TRY(const QByteArray bytes, definition(hash));
    SEREIN_TRY(const QJsonValue json, parseJson(bytes, hash));
    return instrument::parseTextPack(json, instrument, hash);
}

Result<QList<Summary>> Vault::participants() const {
    SEREIN_TRY(Statement rows,
               m_database->prepare(
                   "SELECT id,subject,language,synthetic,enrolled_at,site FROM participants ORDER BY subject"));
    QList<Summary> participants;
    for (;;) {
        SEREIN_TRY(const bool row, rows.step());
        if (!row)
            return participants;
        participants.append({QUuid(rows.text(0)), rows.text(1), rows.text(2), rows.integer(3) != 0,
                             QDateTime::fromString(rows.text(4), Qt::ISODateWithMs), rows.text(5)});
    }
}

Result<QList<QUuid>> Vault::participantIds() const {
    SEREIN_TRY(Statement rows, m_database->prepare("SELECT id FROM participants ORDER BY subject"));
    QList<QUuid> ids;
    for (;;) {
        SEREIN_TRY(const bool row, rows.step());
        if (!row)
            return ids;
        ids.append(QUuid(rows.text(0)));
    }
}

std::shared_ptr<const void> Vault::readingEverybody() const {
    return std::make_shared<const SmallCache>(*m_database);
}

Result<std::optional<QUuid>> Vault::participantBySubject(const QString& subject) const {
    SEREIN_TRY(Statement row, m_database->prepare("SELECT id FROM participants WHERE subject=?"));
    SEREIN_TRY(const bool found, row.bind(subject).step());
    return found ? std::optional(QUuid(row.text(0))) : std::nullopt;
}

Result<std::optional<QUuid>> Vault::handedOverTo() const {
    SEREIN_TRY(Statement row, m_database->prepare("SELECT id FROM participants WHERE handed_over<>'' LIMIT 1"));
    SEREIN_TRY(const bool found, row.step());
    return found ? std::optional(QUuid(row.text(0))) : std::nullopt;
}

Result<QList<ledger::AlertState>> Vault::openAlerts() const {
    SEREIN_TRY(const QList<WaitingAlert> waiting, work().alerts({}, 0, -1));
    QList<ledger::AlertState> alerts;
    for (const WaitingAlert& one : waiting)
        alerts.append(one.alert);
    return alerts;
}

WorkTable Vault::work() const {
    return WorkTable(*m_database);
}

Result<QList<ledger::Event>> Vault::events(const QString& name) const {
    SEREIN_TRY(const QList<ledger::StoredEvent> stored, stream(name));
    QList<ledger::Event> events;
    for (const ledger::StoredEvent& one : stored) {
        SEREIN_TRY(ledger::Event event, read(one));
        events.append(std::move(event));
    }
    if (name == ledger::deviceStream)
        return events; // as read() takes them
    const ledger::Redactions redactions(events);
    for (ledger::Event& event : events)
        event = redactions.applied(event);
    return events;
}

Result<QList<ledger::StoredEvent>> Vault::stream(const QString& stream) const {
    QList<ledger::StoredEvent> events;
    SEREIN_CHECK(forEachOf(stream, [&events](const ledger::StoredEvent& stored) -> Result<void> {
        events.append(stored);
        return {};
    }));
    return events;
}

Result<void> Vault::forEachOf(const QString& stream,
                              const std::function<Result<void>(const ledger::StoredEvent&)>& visit) const {
    SEREIN_TRY(Statement rows, m_database->prepare("SELECT header,body,hash FROM events WHERE stream=? "
                                                   "ORDER BY hlc,device,sequence"));
    rows.bind(stream);
    for (;;) {
        SEREIN_TRY(const bool row, rows.step());
        if (!row)
            return {};
        SEREIN_CHECK(visit({rows.blob(0), rows.blob(1), rows.blob(2)}));
    }
}

Result<ledger::StoredEvent> Vault::event(const QUuid& id) const {
    SEREIN_TRY(Statement row, m_database->prepare("SELECT header,body,hash FROM events WHERE id=?"));
    SEREIN_TRY(const bool found, row.bind(id.toRfc4122()).step());
    if (!found)
        return wrong(QStringLiteral("there is no event %1").arg(idText(id)));
    return ledger::StoredEvent{row.blob(0), row.blob(1), row.blob(2)};
}

Result<std::optional<ledger::ExportBegun>> Vault::unfinishedExport() const {
    SEREIN_TRY(Statement rows, m_database->prepare("SELECT header,body,hash FROM events WHERE device=? AND "
                                                   "stream='device' ORDER BY sequence DESC"));
    rows.bind(m_device.toRfc4122());
    const QStringList ends{QString::fromLatin1(ledger::Exported::kind),
                           QString::fromLatin1(ledger::AuditExported::kind),
                           QString::fromLatin1(ledger::ExportFailed::kind), // and an unlock has seen to what was before
                           QString::fromLatin1(ledger::Unlocked::kind)};
    for (;;) {
        SEREIN_TRY(const bool row, rows.step());
        if (!row)
            return std::nullopt;
        const ledger::StoredEvent stored{rows.blob(0), rows.blob(1), rows.blob(2)};
        SEREIN_TRY(const ledger::Header header, ledger::Header::fromBytes(stored.header));
        if (ends.contains(header.kind))
            return std::nullopt;
        if (header.kind != QLatin1String(ledger::ExportBegun::kind))
            continue;
        SEREIN_TRY(const ledger::Event event, read(stored));
        const auto* begun = std::get_if<ledger::ExportBegun>(&event.fact);
        return begun == nullptr ? std::nullopt : std::optional(*begun);
    }
}

Result<crypto::Secret> Vault::eventKey(const ledger::Header& header) const {
    SEREIN_TRY(const ledger::StoredEvent stored, event(header.id));
    SEREIN_TRY(Opened opened, openWithAnyKey(stored));
    return std::move(opened.key);
}

Result<Vault::Opened> Vault::openWithAnyKey(const ledger::StoredEvent& stored) const {
    SEREIN_TRY(const ledger::Header header, ledger::Header::fromBytes(stored.header));
    if (m_isForReading) {
        if (const auto given = m_givenKeys.find(header.id); given != m_givenKeys.end()) {
            SEREIN_TRY(ledger::Event event, ledger::openEvent(stored, given->second));
            return Opened{given->second.clone(), std::move(event)};
        }
        return refused(QStringLiteral("the key of this %1 was not handed on").arg(ledger::classText(header.bodyClass)));
    }
    std::optional<Error> fault;
    const auto opens = [&](const crypto::Secret& with) -> std::optional<Opened> {
        crypto::Secret key = ledger::eventKey(with, header.id);
        auto event = ledger::openEvent(stored, key);
        if (event)
            return Opened{std::move(key), *std::move(event)};
        fault = event.error();
        return std::nullopt;
    };
    for (const crypto::Secret& ofClass : m_classKeys->all(header.bodyClass))
        if (auto opened = opens(ofClass))
            return *std::move(opened);
    if (const crypto::Secret* own = m_participantKeys->find(header.stream, header.bodyClass))
        if (auto opened = opens(*own))
            return *std::move(opened);
    const bool ofText = ledger::mayHoldFreeText(header.kind);
    if (ofText) {
        SEREIN_TRY(const crypto::Secret own, textKey(*m_database, header.id));
        if (!own.isEmpty())
            if (auto opened = opens(own))
                return *std::move(opened);
    }
    // Bytes that are as they were hashed, and a class whose keys are destroyed one by one: its key is gone.
    const bool perishable =
        ofText || header.bodyClass == ledger::BodyClass::Identity || header.bodyClass == ledger::BodyClass::Note;
    if (perishable && ledger::hashOf(stored.header, stored.body) == stored.hash)
        return refused(
            QStringLiteral("the key of this participant's %1 was destroyed").arg(ledger::classText(header.bodyClass)));
    return std::unexpected(fault.value_or(Error{Error::Kind::Wrong, {{{}, {}, QStringLiteral("its key is missing")}}}));
}

Result<ledger::Event> Vault::read(const ledger::StoredEvent& stored) const {
    auto opened = openWithAnyKey(stored);
    if (!opened && opened.error().kind != Error::Kind::Refused)
        return std::unexpected(opened.error());
    SEREIN_TRY(ledger::Event event, opened ? std::move(opened->event) : ledger::withheldEvent(stored));
    if (event.header.stream != ledger::deviceStream)
        return event;
    const QString& kind = event.header.kind;
    const auto redacted = m_deviceState.redacted.constFind(event.header.id);
    if (redacted == m_deviceState.redacted.constEnd() || !ledger::mayHoldFreeText(kind))
        return event;
    // What can still be read decides what is left of it; the redaction's own word counts where nothing else is there.
    const bool isHere = !std::holds_alternative<ledger::Withheld>(event.fact);
    return ledger::Redactions::left(event.header, isHere ? ledger::withoutFreeText(kind, ledger::bodyOf(event.fact))
                                                         : redacted->content);
}

Result<ledger::ParticipantState> Vault::foldParticipant(const QUuid& id, ledger::Touched& touched) const {
    SEREIN_TRY(const QList<ledger::StoredEvent> stored, stream(idText(id)));
    if (stored.isEmpty())
        return unusable(QStringLiteral("there is no such participant"));
    QList<ledger::Event> events;
    for (const ledger::StoredEvent& one : stored) {
        SEREIN_TRY(ledger::Event event, read(one));
        events.append(std::move(event));
    }
    return ledger::fold(events, touched);
}

Result<std::shared_ptr<const ledger::ParticipantState>> Vault::participant(const QUuid& id) const {
    if (const auto known = m_participants.constFind(id); known != m_participants.constEnd())
        return *known;
    ledger::Touched touched;
    SEREIN_TRY(ledger::ParticipantState state, foldParticipant(id, touched));
    constexpr qsizetype mostRemembered = 64; // who goes through everybody holds no more of them in memory
    if (m_participants.size() >= mostRemembered)
        m_participants.clear();
    return *m_participants.insert(id, std::make_shared<const ledger::ParticipantState>(std::move(state)));
}

} // namespace serein::vault

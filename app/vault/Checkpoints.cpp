// What this device vouches for: the heads of its own streams, and of those that it holds of other devices.
#include "vault/Database.h"
#include "vault/Projections.h"
#include "vault/Vault.h"
#include "vault/VaultFile.h"

namespace serein::vault {

namespace {

/// A checkpoint travels in every bundle of whom it names: it stays small.
constexpr qsizetype mostNamed = 64;

/// Who of these may unlock; those the ledger doesn't know go along.
QStringList withoutDisabled(QStringList names, const ledger::DeviceState& state) {
    names.removeIf([&](const QString& name) {
        const auto known = state.accounts.constFind(name);
        return known != state.accounts.constEnd() && !known->active;
    });
    return names;
}

} // namespace

Result<ledger::Head> Vault::headOf(const QUuid& device, const QString& stream) const {
    SEREIN_TRY(Statement last,
               m_database->prepare(
                   "SELECT sequence,hash FROM events WHERE device=? AND stream=? ORDER BY sequence DESC LIMIT 1"));
    SEREIN_TRY(const bool found, last.bind(device.toRfc4122()).bind(stream).step());
    const QUuid named = device == m_device ? QUuid() : device;
    return found ? ledger::Head{stream, last.integer(0), last.blob(1), named}
                 : ledger::Head{stream, 0, QByteArray(32, '\0'), named};
}

Result<QList<ledger::Head>> Vault::heads(const QString& stream) const {
    QList<ledger::Head> heads;
    SEREIN_TRY(const ledger::Head own, headOf(m_device, stream));
    if (own.sequence > 0)
        heads.append(own);
    for (const QUuid& device : m_deviceState.devices.keys()) {
        if (device == m_device)
            continue;
        SEREIN_TRY(const ledger::Head theirs, headOf(device, stream));
        if (theirs.sequence > 0)
            heads.append(theirs);
    }
    return heads;
}

Result<std::optional<ledger::Vouched>> Vault::vouched(const QUuid& by, const QUuid& of, const QString& stream) const {
    return vault::vouched(*m_database, {by, of, stream});
}

Result<std::optional<ledger::WitnessFailed>> Vault::witnessFault() const {
    const auto witness = m_deviceFolder->witness();
    if (!witness && witness.error().kind != Error::Kind::Wrong)
        return std::unexpected(witness.error());
    if (!witness)
        return ledger::WitnessFailed{QStringLiteral("changed"), 0};
    if (!*witness) {
        SEREIN_TRY(const auto own, vouched(m_device, m_device, ledger::deviceStream));
        return own ? std::optional(ledger::WitnessFailed{QStringLiteral("missing"), 0}) : std::nullopt;
    }
    if ((*witness)->sequence == 0)
        return std::nullopt;
    SEREIN_TRY(Statement row,
               m_database->prepare("SELECT hash FROM events WHERE device=? AND stream=? AND sequence=?"));
    SEREIN_TRY(const bool found,
               row.bind(m_device.toRfc4122()).bind(ledger::deviceStream).bind((*witness)->sequence).step());
    if (found && row.blob(0) == (*witness)->hash)
        return std::nullopt;
    return ledger::WitnessFailed{QStringLiteral("ahead"), static_cast<int>((*witness)->sequence)};
}

Result<void> Vault::keepWitness(bool mends) const {
    // In a transaction of somebody's it may yet come to nothing: who commits that one keeps the witness.
    if (m_database->isInTransaction())
        return {};
    SEREIN_TRY(const auto fault, witnessFault());
    if (fault && (!mends || fault->how == QLatin1String("ahead"))) // what is missing stays vouched for
        return {};
    SEREIN_TRY(const ledger::Head head, headOf(m_device, ledger::deviceStream));
    const auto known = m_deviceFolder->witness();
    if (known && *known && (*known)->sequence == head.sequence && (*known)->hash == head.hash)
        return {};
    return m_deviceFolder->setWitness({head.sequence, head.hash});
}

Result<QUuid> Vault::nameHeads(const QList<ledger::Head>& heads, const Actor& actor) {
    SEREIN_TRY(const auto ids,
               appendToDevice({{ledger::Checkpoint{heads, sign(ledger::checkpointMessage(m_device, heads))}}}, actor));
    SEREIN_CHECK(keepWitness(true));
    for (const ledger::Head& head : heads)
        if (head.device.isNull())
            m_unnamed.remove(head.stream);
    return ids.constFirst();
}

Result<QUuid> Vault::checkpoint(const QUuid& participant, const Actor& actor) {
    SEREIN_TRY(QList<ledger::Head> named, heads(idText(participant)));
    std::optional<QUuid> together; // the one checkpoint that names them all, as long as there is one
    for (const ledger::Head& head : std::as_const(named)) {
        SEREIN_TRY(const auto known, vouched(m_device, head.device.isNull() ? m_device : head.device, head.stream));
        const bool same = known && known->head == head && (!together || *together == known->checkpoint);
        together = same ? known->checkpoint : QUuid();
    }
    if (together && !together->isNull())
        return *together;
    SEREIN_TRY(const ledger::Head deviceHead, headOf(m_device, ledger::deviceStream));
    return nameHeads(named << deviceHead, actor);
}

Result<void> Vault::checkpointAll(const Actor& actor) {
    QStringList streams;
    {
        SEREIN_TRY(Statement rows, m_database->prepare("SELECT DISTINCT stream FROM events"));
        for (;;) {
            SEREIN_TRY(const bool row, rows.step());
            if (!row)
                break;
            streams.append(rows.text(0));
        }
    }
    QList<ledger::Head> unnamed;
    const auto name = [&]() -> Result<void> {
        if (unnamed.isEmpty())
            return {};
        SEREIN_TRY(const ledger::Head deviceHead, headOf(m_device, ledger::deviceStream));
        SEREIN_CHECK(nameHeads(unnamed << deviceHead, actor));
        unnamed.clear();
        return {};
    };
    for (const QString& stream : std::as_const(streams)) {
        SEREIN_TRY(const QList<ledger::Head> ofStream, heads(stream));
        QList<ledger::Head> missing; // all of a participant's in one, so that one checkpoint goes with a bundle
        for (const ledger::Head& head : ofStream) {
            if (stream == ledger::deviceStream && head.device.isNull())
                continue; // goes along with every checkpoint
            SEREIN_TRY(const auto known, vouched(m_device, head.device.isNull() ? m_device : head.device, stream));
            if (!known || known->head != head)
                missing = ofStream;
        }
        if (stream == ledger::deviceStream && !missing.isEmpty())
            missing.removeIf([](const ledger::Head& head) { return head.device.isNull(); });
        unnamed += missing;
        if (unnamed.size() >= mostNamed)
            SEREIN_CHECK(name());
    }
    SEREIN_CHECK(name());
    SEREIN_TRY(const ledger::Head deviceHead, headOf(m_device, ledger::deviceStream));
    SEREIN_TRY(const auto own, vouched(m_device, m_device, ledger::deviceStream));
    // A checkpoint is itself an event after the head that it names: only what came after that one counts.
    if (own && own->head.sequence + 1 == deviceHead.sequence)
        return {};
    SEREIN_CHECK(nameHeads({deviceHead}, actor));
    return {};
}

Result<void> Vault::signOff() {
    const Actor actor{m_user.name, m_user.roles.isEmpty() ? QString() : account::roleText(m_user.roles.constFirst())};
    SEREIN_CHECK(appendToDevice({{ledger::Locked{}}}, actor));
    QList<ledger::Head> named;
    for (const QString& stream : std::as_const(m_unnamed))
        if (stream != ledger::deviceStream) {
            SEREIN_TRY(const QList<ledger::Head> ofStream, heads(stream));
            named += ofStream;
        }
    SEREIN_TRY(const ledger::Head deviceHead, headOf(m_device, ledger::deviceStream));
    SEREIN_CHECK(nameHeads(named << deviceHead, actor));
    // Who was disabled, here or on another device, is not among the names that the lock screen shows: the same key is
    // sealed to everybody else.
    SEREIN_TRY(account::Keyring keyring, keyringInForce(m_place.folder, m_vault, m_databaseKey));
    const QStringList active = withoutDisabled(keyring.names(), m_deviceState);
    if (active.size() == keyring.names().size())
        return {};
    SEREIN_CHECK(keyring.rekey(m_databaseKey, m_databaseKey, active));
    return keyring.write(keyringPath(m_place.folder));
}

} // namespace serein::vault

#include "vault/Rekeying.h"

#include "core/Ids.h"
#include "core/Json.h"
#include "vault/BodyKeys.h"
#include "vault/ParticipantKeys.h"
#include "vault/Recovering.h"
#include "vault/VaultFile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QStorageInfo>
#include <algorithm>

namespace serein::vault {

namespace {

/// Written once both files are prepared, removed when the ledger knows.
QString preparedPath(const QString& folder) {
    return folder + QStringLiteral("/rekeying.json");
}

constexpr auto markerFormat = "serein-rekeying-1";

} // namespace

/// What is being done, by whom, and for which key: told by a MAC under that key.
struct PreparedKeys {
    QUuid epoch;
    Actor actor;
    QString check;

    [[nodiscard]] QJsonObject content() const {
        return {{QStringLiteral("epoch"), idText(epoch)},
                {QStringLiteral("actor"), actor.name},
                {QStringLiteral("role"), actor.role}};
    }
    [[nodiscard]] QString checkFor(const crypto::Secret& databaseKey) const {
        return QString::fromLatin1(
            crypto::hmacSha256(crypto::hkdf(databaseKey.view(), {}, "serein-rekeying"), canonicalJson(content()))
                .toHex());
    }
    [[nodiscard]] bool isFor(const crypto::Secret& databaseKey) const { return check == checkFor(databaseKey); }
    [[nodiscard]] Result<void> write(const QString& folder, const crypto::Secret& databaseKey) const {
        QJsonObject json = content();
        json.insert(QStringLiteral("check"), checkFor(databaseKey));
        json.insert(QStringLiteral("format"), QLatin1String(markerFormat));
        return writeFile(preparedPath(folder), canonicalJson(json), true);
    }
    /// None: nothing was prepared. Unusable where this version can't tell what was.
    [[nodiscard]] static Result<std::optional<PreparedKeys>> read(const QString& folder) {
        const QString path = preparedPath(folder);
        if (!QFileInfo::exists(path))
            return std::nullopt;
        const auto value = readJson(path);
        const QJsonObject json = value ? value->toObject() : QJsonObject();
        const auto text = [&](const char* name) { return json.value(QLatin1String(name)).toString(); };
        PreparedKeys found{QUuid(text("epoch")), {text("actor"), text("role")}, text("check")};
        const QJsonValue format = json.value(QStringLiteral("format")); // the first of them named none
        if (found.epoch.isNull() || found.check.isEmpty() ||
            (!format.isUndefined() && format.toString() != QLatin1String(markerFormat)))
            return unusable(QStringLiteral("it says how far a change of keys came, and this version cannot read it; it "
                                           "and what was prepared beside it (*.next) are left as they are. Make a "
                                           "backup, set this file aside and unlock again"),
                            {}, path);
        return found;
    }
};

namespace {

QStringList keyFiles(const QString& folder) {
    return {keyringPath(folder), participantKeysPath(folder)};
}

bool liesBeside(const QString& path) {
    return QFileInfo::exists(nextPath(path));
}

/// Whether what lies beside a file is under this key, or the file itself is.
enum class Under { Next, Current, Neither };

Under keyringUnder(const QString& path, const QUuid& vault, const crypto::Secret& databaseKey) {
    if (const auto next = account::Keyring::read(nextPath(path), vault); next && next->isUnder(databaseKey))
        return Under::Next;
    const auto current = account::Keyring::read(path, vault);
    return current && current->isPartlyUnder(databaseKey) ? Under::Current : Under::Neither;
}

Under participantKeysUnder(const QString& path, const crypto::Secret& databaseKey) {
    if (QFileInfo::exists(path) && ParticipantKeys::read(path, databaseKey)) // one without keys is under any
        return Under::Current;
    return ParticipantKeys::read(nextPath(path), databaseKey) ? Under::Next : Under::Neither;
}

Result<void> settle(const QString& path, Under under) {
    if (under == Under::Current)
        QFile::remove(nextPath(path)); // for a key that the database never got
    if (under != Under::Next ||
        ::rename(QFile::encodeName(nextPath(path)).constData(), QFile::encodeName(path).constData()) == 0)
        return {};
    return storageFailed(QStringLiteral("what was prepared under the new key cannot take its place: clear the way and "
                                        "unlock again"),
                         path);
}

} // namespace

Result<account::Keyring> readableKeyring(const QString& folder, const QUuid& vault) {
    const QString path = keyringPath(folder);
    auto current = account::Keyring::read(path, vault);
    if (!current && liesBeside(path))
        if (auto next = account::Keyring::read(nextPath(path), vault))
            return next;
    return current;
}

Result<void> finishRekeying(const QString& folder, const QUuid& vault, const crypto::Secret& databaseKey) {
    SEREIN_TRY(const auto prepared, PreparedKeys::read(folder));
    const QString keyring = keyringPath(folder);
    const QString participants = participantKeysPath(folder);
    Result<void> placed;
    if (liesBeside(keyring))
        placed = settle(keyring, keyringUnder(keyring, vault, databaseKey));
    if (liesBeside(participants))
        if (auto second = settle(participants, participantKeysUnder(participants, databaseKey)); !second)
            placed = std::move(second);
    if (prepared && !prepared->isFor(databaseKey) && std::ranges::none_of(keyFiles(folder), liesBeside))
        QFile::remove(preparedPath(folder));
    return placed;
}

Result<void> requireSettledKeys(const QString& folder) {
    SEREIN_CHECK(PreparedKeys::read(folder));
    for (const QString& path : keyFiles(folder))
        if (liesBeside(path))
            return storageFailed(QStringLiteral("new keys were given, and what was prepared for it has not taken its "
                                                "place: clear the way and unlock again"),
                                 path);
    return {};
}

QString participantKeysInForce(const QString& folder, const crypto::Secret& databaseKey) {
    const QString path = participantKeysPath(folder);
    return liesBeside(path) && participantKeysUnder(path, databaseKey) == Under::Next ? nextPath(path) : path;
}

Result<account::Keyring> keyringInForce(const QString& folder, const QUuid& vault, const crypto::Secret& databaseKey) {
    const QString path = keyringPath(folder);
    if (liesBeside(path) && keyringUnder(path, vault, databaseKey) == Under::Next)
        SEREIN_CHECK(requireSettledKeys(folder));
    return account::Keyring::read(path, vault);
}

Rekeying::Rekeying(Vault& vault, Actor actor)
    : m_vault(vault), m_prepared(std::make_unique<PreparedKeys>(
                          PreparedKeys{vault.m_ids.next(vault.m_clock.now()), std::move(actor), {}})),
      m_key(crypto::randomSecret()), m_size(QFileInfo(databasePath(vault.m_place.folder)).size()) {}

Rekeying::~Rekeying() = default;

Result<std::unique_ptr<Rekeying>> Rekeying::begin(Vault& vault, const Actor& actor) {
    std::unique_ptr<Rekeying> begun(new Rekeying(vault, actor));
    SEREIN_CHECK(begun->checkRoom());
    const QString folder = vault.m_place.folder;
    SEREIN_CHECK(requireSettledKeys(folder));
    SEREIN_CHECK(vault.m_database->forgetJournal()); // so that its size says how much is written
    if (auto prepared = begun->prepare(); !prepared) {
        SEREIN_CHECK(finishRekeying(folder, vault.m_vault, vault.m_databaseKey));
        return std::unexpected(prepared.error());
    }
    return begun;
}

void Rekeying::write() {
    m_given = m_vault.m_database->rekey(m_key);
    m_isInJournal = true;
    open();
    m_isWritten = true;
}

/// SQLCipher calls it done also where a page could not be written: what the file opens with is what counts.
void Rekeying::open() {
    const QString path = databasePath(m_vault.m_place.folder);
    m_vault.m_database.reset();
    for (const auto& [key, opens] : {std::pair(&m_key, Opens::New), std::pair(&m_vault.m_databaseKey, Opens::Old)}) {
        auto opened = Database::open(path, *key);
        if (!opened)
            continue;
        m_vault.m_database = *std::move(opened);
        m_opens = opens;
        m_forgotten = m_vault.m_database->forgetJournal();
        return;
    }
    if (auto nothing = Database::open(QStringLiteral(":memory:"), m_key)) // in which nothing is found
        m_vault.m_database = *std::move(nothing);
}

double Rekeying::progress() const {
    if (m_isWritten)
        return 1;
    constexpr double most = 0.99; // from the journal it is copied once more
    if (m_isInJournal)
        return most;
    const auto written = static_cast<double>(QFileInfo(journalPath(m_vault.m_place.folder)).size());
    return m_size > 0 ? std::min(written / static_cast<double>(m_size), most) : 0;
}

Result<void> Rekeying::end() {
    const QString folder = m_vault.m_place.folder;
    if (m_opens == Opens::Neither)
        return storageFailed(QStringLiteral("whether the new keys were written shows when the vault is unlocked again"),
                             databasePath(folder));
    if (m_opens == Opens::Old) {
        SEREIN_CHECK(finishRekeying(folder, m_vault.m_vault, m_vault.m_databaseKey));
        SEREIN_CHECK(m_given);
        return storageFailed(QStringLiteral("the new keys could not be written: is there room on the disk? Nothing was "
                                            "changed"),
                             databasePath(folder));
    }
    m_vault.m_databaseKey = m_key.clone();
    auto placed = finishRekeying(folder, m_vault.m_vault, m_key);
    SEREIN_TRY(ParticipantKeys keys, ParticipantKeys::read(participantKeysInForce(folder, m_key), m_key));
    m_vault.m_participantKeys = std::make_unique<ParticipantKeys>(std::move(keys));
    SEREIN_CHECK(finish(m_vault));
    return placed ? m_forgotten : placed;
}

Result<void> Rekeying::finish(Vault& vault) {
    const QString folder = vault.m_place.folder;
    const auto read = PreparedKeys::read(folder);
    if (!read || !*read || !(*read)->isFor(vault.m_databaseKey))
        return {};
    const PreparedKeys& prepared = **read;
    SEREIN_TRY(const bool done, ClassKeys::has(*vault.m_database, prepared.epoch));
    if (!done) {
        SEREIN_TRY(Transaction transaction, Transaction::begin(*vault.m_database));
        SEREIN_TRY(const QString epoch, ClassKeys::renew(*vault.m_database, prepared.epoch));
        // Still under the old one.
        SEREIN_CHECK(vault.appendToDevice({{ledger::Rekeyed{epoch}}}, prepared.actor));
        SEREIN_CHECK(transaction.commit());
        [[maybe_unused]] const auto kept = vault.keepWitness(false);
        SEREIN_CHECK(vault.loadKeys(*vault.m_database));
    }
    if (std::ranges::none_of(keyFiles(folder), liesBeside))
        QFile::remove(preparedPath(folder));
    return {};
}

/// Every page goes through the journal once.
Result<void> Rekeying::checkRoom() const {
    const qint64 needed = m_size + m_size / 10;
    const QStorageInfo disk(m_vault.m_place.folder);
    if (disk.isValid() && disk.bytesAvailable() < needed)
        return unusable(
            QStringLiteral("too little room to write everything once more: %1 MB are needed, %2 MB are free")
                .arg(needed / 1'000'000 + 1)
                .arg(disk.bytesAvailable() / 1'000'000),
            {}, m_vault.m_place.folder);
    return {};
}

Result<void> Rekeying::prepare() const {
    const QString folder = m_vault.m_place.folder;
    const QString path = keyringPath(folder);
    SEREIN_TRY(account::Keyring keyring, account::Keyring::read(path, m_vault.m_vault));
    QStringList active;
    for (const ledger::AccountState& one : std::as_const(m_vault.m_deviceState.accounts))
        if (one.active)
            active.append(one.name);
    SEREIN_CHECK(keyring.rekey(m_vault.m_databaseKey, m_key, active));
    keyring.recovery.clear();
    SEREIN_TRY(const Recovery recovery, m_vault.recovery());
    if (!recovery.holders.isEmpty()) {
        SEREIN_TRY(keyring.recovery, sealToRecovery(m_key.view(), recovery));
    }
    SEREIN_CHECK(keyring.write(nextPath(path)));
    SEREIN_CHECK(writeFile(nextPath(participantKeysPath(folder)), m_vault.m_participantKeys->underKey(m_key), true));
    return m_prepared->write(folder, m_key);
}

Result<void> finishRenewal(Vault& vault) {
    return Rekeying::finish(vault);
}

Result<void> rekey(Vault& vault, const Actor& actor) {
    SEREIN_TRY(const std::unique_ptr<Rekeying> begun, Rekeying::begin(vault, actor));
    begun->write();
    return begun->end();
}

} // namespace serein::vault

// Making, inspecting and unlocking a vault.
#include "core/Json.h"
#include "study/Words.h"
#include "vault/ParticipantKeys.h"
#include "vault/Projections.h"
#include "vault/Schema.h"
#include "vault/Vault.h"
#include "vault/VaultFile.h"

#include <QDir>
#include <QJsonObject>
#include <QLockFile>

namespace serein::vault {

namespace {

constexpr std::pair<ledger::BodyClass, const char*> vaultClasses[] = {
    {ledger::BodyClass::Data, "class-data"}, {ledger::BodyClass::Unblinding, "class-unblinding"}};
constexpr auto deviceKeyName = "device-key";
constexpr int patience = 30000; // ms: the turns of a few other programs

Result<void> storeSecret(const Database& database, const char* name, const crypto::Secret& secret) {
    SEREIN_TRY(Statement row, database.prepare("INSERT INTO secrets VALUES(?,?)"));
    return row.bind(QString::fromLatin1(name)).bind(secret.view().toByteArray()).run();
}

Result<crypto::Secret> loadSecret(const Database& database, const char* name) {
    SEREIN_TRY(Statement row, database.prepare("SELECT value FROM secrets WHERE name=?"));
    SEREIN_TRY(const bool found, row.bind(QString::fromLatin1(name)).step());
    if (!found)
        return wrong(QStringLiteral("the database lacks the secret \"%1\"").arg(QLatin1String(name)));
    QByteArray bytes = row.blob(0);
    crypto::Secret secret(bytes);
    crypto::wipe(bytes);
    return secret;
}

} // namespace

Vault::Vault(Place place, const Clock& clock) : m_place(std::move(place)), m_clock(clock) {}

Vault::~Vault() = default;

Result<void> Vault::openDatabase(const crypto::Secret& key) {
    SEREIN_TRY(m_database, Database::open(databasePath(m_place.folder), key));
    SEREIN_TRY(const bool migrated, migrate(*m_database));
    SEREIN_TRY(ParticipantKeys keys, ParticipantKeys::read(participantKeysPath(m_place.folder), key));
    m_participantKeys = std::make_unique<ParticipantKeys>(std::move(keys));
    m_databaseKey = key.clone();
    m_migrated = migrated;
    return {};
}

Result<void> Vault::confirmPassphrase(const crypto::Secret& passphrase) const {
    SEREIN_CHECK(derive(m_place, m_user.name, passphrase, m_clock));
    return {};
}

Result<std::unique_ptr<Vault>> Vault::create(const Place& place, Creation creation, const Clock& clock) {
    if (!account::isAccountName(creation.administrator))
        return unusable(QStringLiteral("\"%1\" is not a name for an account: letters, digits, dot, dash and "
                                       "underscore, beginning with a letter")
                            .arg(creation.administrator));
    SEREIN_CHECK(account::checkPassphrase(creation.passphrase, {creation.administrator, creation.study.id}));
    SEREIN_CHECK(study::requireWords(creation.study, *creation.library, clock.now().date()));
    const QDir folder(place.folder);
    if (folder.exists() && !folder.isEmpty())
        return unusable(QStringLiteral("the folder is not empty"), {}, place.folder);
    if (!QDir().mkpath(place.folder) ||
        !QFile::setPermissions(place.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return storageFailed(QStringLiteral("the folder cannot be made"), place.folder);

    std::unique_ptr<Vault> vault(new Vault(place, clock));
    vault->m_ids = creation.ids;
    // Never seeded: two demonstrations on one device are two vaults, with a secret each.
    IdSource unique;
    vault->m_vault = unique.next(clock.now());
    vault->m_device = unique.next(clock.now());
    SEREIN_TRY(account::DeviceFolder deviceFolder, account::DeviceFolder::create(place.state, vault->m_vault));
    vault->m_deviceFolder = std::make_unique<account::DeviceFolder>(std::move(deviceFolder));

    const crypto::Secret databaseKey = crypto::randomSecret();
    SEREIN_CHECK(vault->openDatabase(databaseKey));
    crypto::KeyPair deviceKey = crypto::newEd25519();
    vault->m_devicePublicKey = deviceKey.publicKey;
    vault->m_deviceKey = std::move(deviceKey.privateKey);
    for (const auto& [bodyClass, name] : vaultClasses) {
        vault->m_classKeys.emplace(bodyClass, crypto::randomSecret());
        SEREIN_CHECK(storeSecret(*vault->m_database, name, vault->m_classKeys.at(bodyClass)));
    }
    SEREIN_CHECK(storeSecret(*vault->m_database, deviceKeyName, vault->m_deviceKey));

    account::Keyring keyring(vault->m_vault);
    SEREIN_CHECK(keyring.add(creation.administrator, creation.passphrase, vault->m_deviceFolder->secret(), databaseKey,
                             creation.cost));
    if (creation.recovery)
        SEREIN_CHECK(vault->sealRecovery(*creation.recovery, keyring));
    SEREIN_CHECK(keyring.write(keyringPath(place.folder)));

    vault->m_user = {creation.administrator, creation.roles};
    const Actor actor{creation.administrator, account::roleText(account::Role::Administrator)};
    SEREIN_CHECK(
        vault->appendToDevice({{ledger::VaultCreated{vault->m_vault, vault->m_devicePublicKey, creation.synthetic}},
                               {ledger::AccountAdded{creation.administrator, account::roleTexts(creation.roles)}}},
                              actor));
    if (creation.recovery)
        SEREIN_CHECK(vault->appendToDevice(
            {{ledger::RecoveryNamed{creation.recovery->der, creation.recovery->fingerprint}}}, actor));
    SEREIN_CHECK(vault->adopt(creation.study, *creation.library, actor));
    SEREIN_CHECK(
        writeFile(deviceKeyPath(place.folder),
                  canonicalJson(QJsonObject{{QStringLiteral("format"), QStringLiteral("serein-device-key-1")},
                                            {QStringLiteral("device"), idText(vault->m_device)},
                                            {QStringLiteral("publicKeyPem"),
                                             QString::fromLatin1(crypto::ed25519Pem(vault->m_devicePublicKey))}})));
    // Last: without vault.json the folder is no vault, and what was begun is of no use to anyone.
    SEREIN_CHECK(
        (VaultFile{vault->m_vault, vault->m_device, vault->m_devicePublicKey, creation.synthetic}.write(place.folder)));
    return vault;
}

Result<Locked> Vault::inspect(const Place& place) {
    SEREIN_TRY(const VaultFile file, VaultFile::read(place.folder));
    SEREIN_TRY(const account::Keyring keyring, account::Keyring::read(keyringPath(place.folder), file.vault));
    SEREIN_TRY(const account::DeviceFolder deviceFolder, account::DeviceFolder::open(place.state, file.vault));
    return Locked{file.vault, file.device, file.synthetic, keyring.names(), deviceFolder.alertWaits()};
}

Result<Unlocking> Vault::derive(const Place& place, const QString& name, const crypto::Secret& passphrase,
                                const Clock& clock) {
    SEREIN_TRY(const VaultFile file, VaultFile::read(place.folder));
    SEREIN_TRY(account::Keyring keyring, account::Keyring::read(keyringPath(place.folder), file.vault));
    SEREIN_TRY(const account::DeviceFolder deviceFolder, account::DeviceFolder::open(place.state, file.vault));
    // One at a time on this device: many programs at once would each try for free.
    QLockFile one(deviceFolder.attemptsPath() + QStringLiteral(".lock"));
    one.setStaleLockTime(0);
    if (!one.tryLock(patience))
        return refused(QStringLiteral("another program is checking a passphrase: try again"));
    account::Attempts attempts(deviceFolder.attemptsPath(), deviceFolder.secret());
    // What is typed as a name may be a passphrase: only names of accounts are kept.
    const QString counted = keyring.names().contains(name) ? name : QString();
    if (const auto wait = attempts.delay(counted, clock.now()); wait.count() > 0)
        return refused(QStringLiteral("too many wrong passphrases: try again in %1 s").arg(wait.count()));
    SEREIN_CHECK(attempts.begin(counted, clock.now()));
    auto key = keyring.databaseKey(name, passphrase, deviceFolder.secret());
    if (!key) {
        if (key.error().kind == Error::Kind::Refused)
            SEREIN_CHECK(attempts.refused(counted, clock.now()));
        return std::unexpected(key.error());
    }
    SEREIN_CHECK(attempts.succeeded(counted));
    if (const crypto::ScryptParameters current; !file.synthetic && keyring.isCheaper(name, current)) {
        SEREIN_CHECK(keyring.rewrap(name, passphrase, deviceFolder.secret(), current));
        SEREIN_CHECK(keyring.write(keyringPath(place.folder)));
    }
    return Unlocking{name, *std::move(key)};
}

Result<std::unique_ptr<Vault>> Vault::open(const Place& place, Unlocking unlocking, const Clock& clock) {
    SEREIN_TRY(const VaultFile file, VaultFile::read(place.folder));
    std::unique_ptr<Vault> vault(new Vault(place, clock));
    vault->m_vault = file.vault;
    vault->m_device = file.device;
    SEREIN_TRY(account::DeviceFolder deviceFolder, account::DeviceFolder::open(place.state, file.vault));
    vault->m_deviceFolder = std::make_unique<account::DeviceFolder>(std::move(deviceFolder));
    SEREIN_CHECK(vault->openDatabase(unlocking.databaseKey));
    for (const auto& [bodyClass, name] : vaultClasses) {
        SEREIN_TRY(crypto::Secret key, loadSecret(*vault->m_database, name));
        vault->m_classKeys.emplace(bodyClass, std::move(key));
    }
    SEREIN_TRY(vault->m_deviceKey, loadSecret(*vault->m_database, deviceKeyName));
    vault->m_devicePublicKey = file.devicePublicKey;
    if (const QByteArray probe("serein-device-key"); !crypto::verify(file.devicePublicKey, probe, vault->sign(probe)))
        return wrong(QStringLiteral("vault.json names another device key than the database holds"),
                     QStringLiteral("/devicePublicKey"), vaultFilePath(place.folder));
    if (vault->m_migrated) // projections of another version are folded again
        SEREIN_CHECK(vault->rebuild());
    SEREIN_CHECK(vault->loadState());
    const auto account = vault->m_deviceState.accounts.constFind(unlocking.name);
    if (account == vault->m_deviceState.accounts.constEnd() || !account->active)
        return refused(QStringLiteral("the account \"%1\" is not active").arg(unlocking.name));
    vault->m_user.name = unlocking.name;
    vault->m_user.roles = account::rolesFrom(account->roles);
    account::Attempts attempts(vault->m_deviceFolder->attemptsPath(), vault->m_deviceFolder->secret());
    QList<Draft> drafts;
    if (attempts.wasChanged())
        drafts.append(ledger::Fact(ledger::AttemptsChanged{}));
    int refusals = 0;
    for (const account::RefusedPassphrases& one : attempts.untold()) {
        drafts.append(ledger::Fact(ledger::PassphraseRefused{one.name, one.times, one.first, one.last}));
        refusals += one.times;
    }
    drafts.append(ledger::Fact(ledger::Unlocked{refusals}));
    SEREIN_CHECK(vault->appendToDevice(drafts, {unlocking.name, account->roles.value(0)}));
    if (drafts.size() > 1)
        SEREIN_CHECK(attempts.told());
    return vault;
}

Result<std::unique_ptr<Vault>> Vault::unlock(const Place& place, const QString& name, const crypto::Secret& passphrase,
                                             const Clock& clock) {
    SEREIN_TRY(Unlocking unlocking, derive(place, name, passphrase, clock));
    return open(place, std::move(unlocking), clock);
}

Result<void> Vault::loadState() {
    SEREIN_TRY(m_deviceState, loadDeviceState(*m_database));
    SEREIN_TRY(Statement last, m_database->prepare("SELECT max(hlc) FROM events"));
    SEREIN_CHECK(last.step());
    m_lastTime = ledger::HybridTime::fromString(last.text(0)).value_or(ledger::HybridTime{});
    return loadStudy();
}

Result<void> Vault::addAccount(const QString& name, const QList<account::Role>& roles, const crypto::Secret& passphrase,
                               const crypto::ScryptParameters& cost, const Actor& actor) {
    if (!account::isAccountName(name))
        return unusable(QStringLiteral("\"%1\" is not a name for an account: letters, digits, dot, dash and "
                                       "underscore, beginning with a letter")
                            .arg(name));
    if (m_deviceState.accounts.contains(name))
        return refused(QStringLiteral("the name \"%1\" is taken; names are never used twice").arg(name));
    SEREIN_TRY(account::Keyring keyring, account::Keyring::read(keyringPath(m_place.folder), m_vault));
    SEREIN_CHECK(keyring.add(name, passphrase, m_deviceFolder->secret(), m_databaseKey, cost));
    // The keyring first: a slot without an account opens nothing, an account without a slot would be lost.
    SEREIN_CHECK(keyring.write(keyringPath(m_place.folder)));
    SEREIN_CHECK(appendToDevice({{ledger::AccountAdded{name, account::roleTexts(roles)}}}, actor));
    return {};
}

} // namespace serein::vault

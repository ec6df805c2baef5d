// Making, inspecting and unlocking a vault.
#include "core/Json.h"
#include "study/Words.h"
#include "vault/BodyKeys.h"
#include "vault/ParticipantKeys.h"
#include "vault/Projections.h"
#include "vault/Recovering.h"
#include "vault/Rekeying.h"
#include "vault/Schema.h"
#include "vault/Vault.h"
#include "vault/VaultFile.h"

#include <QDir>
#include <QJsonObject>
#include <QLockFile>
#include <algorithm>

namespace serein::vault {

namespace {

constexpr int patience = 30000; // ms: the turns of a few other programs

} // namespace

Vault::Vault(Place place, const Clock& clock) : m_place(std::move(place)), m_clock(clock) {}

Vault::~Vault() {
    if (!m_database)
        return;
    m_database.reset();
    if (m_deviceFolder && m_whole) // what was begun is ended: the next to open need not look for damage
        [[maybe_unused]]
        const auto marked = m_deviceFolder->setInUse(false);
}

Result<void> Vault::openDatabase(const crypto::Secret& key) {
    SEREIN_TRY(m_database, Database::open(databasePath(m_place.folder), key));
    SEREIN_TRY(const bool migrated, migrate(*m_database));
    // What it has to leave, `vault verify` says, and whatever would change the keys.
    [[maybe_unused]] const auto finished = finishRekeying(m_place.folder, m_vault, key);
    SEREIN_TRY(ParticipantKeys keys, ParticipantKeys::read(participantKeysInForce(m_place.folder, key), key));
    m_participantKeys = std::make_unique<ParticipantKeys>(std::move(keys));
    m_databaseKey = key.clone();
    m_migrated = migrated;
    return {};
}

Result<void> Vault::checkPages() const {
    auto checked = Database::checkPages(databasePath(m_place.folder), m_databaseKey);
    m_whole = checked.has_value();
    return checked;
}

Result<void> Vault::loadKeys(const Database& database) {
    SEREIN_TRY(ClassKeys keys, ClassKeys::load(database));
    m_classKeys = std::make_unique<ClassKeys>(std::move(keys));
    SEREIN_TRY(m_deviceKey, loadDeviceKey(database));
    return {};
}

bool Vault::signsAs(const QByteArray& publicKey) const {
    const QByteArray probe("serein-device-key");
    return crypto::verify(publicKey, probe, sign(probe));
}

Result<void> Vault::writeDeviceKey() const {
    return writeFile(deviceKeyPath(m_place.folder),
                     canonicalJson(QJsonObject{{QStringLiteral("format"), QStringLiteral("serein-device-key-1")},
                                               {QStringLiteral("device"), idText(m_device)},
                                               {QStringLiteral("publicKeyPem"),
                                                QString::fromLatin1(crypto::ed25519Pem(m_devicePublicKey))}}));
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
    SEREIN_CHECK(checkRecovery(creation.recovery));
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
    SEREIN_TRY(account::DeviceFolder deviceFolder,
               account::DeviceFolder::create(place.state, vault->m_vault, place.secrets));
    vault->m_deviceFolder = std::make_unique<account::DeviceFolder>(std::move(deviceFolder));

    const crypto::Secret databaseKey = crypto::randomSecret();
    SEREIN_CHECK(vault->openDatabase(databaseKey));
    crypto::KeyPair deviceKey = crypto::newEd25519();
    vault->m_devicePublicKey = deviceKey.publicKey;
    SEREIN_CHECK(ClassKeys::create(*vault->m_database));
    SEREIN_CHECK(storeDeviceKey(*vault->m_database, deviceKey.privateKey));
    SEREIN_CHECK(vault->loadKeys(*vault->m_database));

    account::Keyring keyring(vault->m_vault);
    SEREIN_CHECK(keyring.add(creation.administrator, creation.passphrase, vault->m_deviceFolder->secret(), databaseKey,
                             creation.cost));
    if (!creation.recovery.holders.isEmpty()) {
        SEREIN_TRY(keyring.recovery, sealToRecovery(databaseKey.view(), creation.recovery));
    }
    SEREIN_CHECK(keyring.write(keyringPath(place.folder)));

    vault->m_user = {creation.administrator, creation.roles};
    const Actor actor{creation.administrator, account::roleText(account::Role::Administrator)};
    SEREIN_CHECK(
        vault->appendToDevice({{ledger::VaultCreated{vault->m_vault, vault->m_devicePublicKey, creation.synthetic}},
                               {ledger::AccountAdded{creation.administrator, account::roleTexts(creation.roles)}}},
                              actor));
    if (!creation.recovery.holders.isEmpty())
        SEREIN_CHECK(vault->appendToDevice({{factOf(creation.recovery)}}, actor));
    SEREIN_CHECK(vault->adopt(creation.study, *creation.library, actor));
    SEREIN_CHECK(vault->writeDeviceKey());
    vault->m_whole = true;
    SEREIN_CHECK(vault->m_deviceFolder->setInUse(true));
    // Last: without vault.json the folder is no vault, and what was begun is of no use to anyone.
    SEREIN_CHECK(
        (VaultFile{vault->m_vault, vault->m_device, vault->m_devicePublicKey, creation.synthetic}.write(place.folder)));
    return vault;
}

Result<Locked> Vault::inspect(const Place& place) {
    SEREIN_TRY(const VaultFile file, VaultFile::read(place.folder));
    SEREIN_TRY(const account::Keyring keyring, readableKeyring(place.folder, file.vault));
    SEREIN_TRY(const account::DeviceFolder deviceFolder,
               account::DeviceFolder::open(place.state, file.vault, place.secrets));
    return Locked{file.vault, file.device, file.synthetic, keyring.names(), deviceFolder.alertWaits()};
}

Result<Unlocking> Vault::derive(const Place& place, const QString& name, const crypto::Secret& passphrase,
                                const Clock& clock) {
    SEREIN_TRY(const VaultFile file, VaultFile::read(place.folder));
    SEREIN_TRY(account::Keyring keyring, readableKeyring(place.folder, file.vault));
    SEREIN_TRY(const account::DeviceFolder deviceFolder,
               account::DeviceFolder::open(place.state, file.vault, place.secrets));
    // One at a time on this device: many programs at once would each try for free.
    QLockFile one(deviceFolder.attemptsPath() + QStringLiteral(".lock"));
    one.setStaleLockTime(0);
    if (!one.tryLock(patience))
        return refused(QStringLiteral("another program is checking a passphrase: try again"));
    account::Attempts attempts(deviceFolder.attemptsPath(), deviceFolder.secret());
    const QDateTime now = clock.isStated() ? SystemClock().now() : clock.now(); // nobody waits by saying so
    // What is typed as a name may be a passphrase: only names of accounts are kept.
    const QString counted = keyring.names().contains(name) ? name : QString();
    SEREIN_TRY(const std::chrono::seconds wait, attempts.delay(counted, now));
    if (wait.count() > 0)
        return refused(QStringLiteral("too many wrong passphrases: try again in %1 s").arg(wait.count()));
    SEREIN_CHECK(attempts.begin(counted, now));
    auto key = keyring.databaseKey(name, passphrase, deviceFolder.secret());
    if (!key) {
        if (key.error().kind == Error::Kind::Refused)
            SEREIN_CHECK(attempts.refused(counted, now));
        return std::unexpected(key.error());
    }
    SEREIN_CHECK(attempts.succeeded(counted));
    const crypto::ScryptParameters current;
    const bool cheaper = !file.synthetic && keyring.isCheaper(name, current);
    if (cheaper)
        SEREIN_CHECK(keyring.rewrap(name, passphrase, deviceFolder.secret(), current));
    SEREIN_TRY(const bool proven, keyring.prove(name, passphrase, deviceFolder.secret(), *key));
    if (cheaper || proven)
        SEREIN_CHECK(keyring.write(keyringPath(place.folder)));
    crypto::Secret next;
    if (const QString pending = nextPath(keyringPath(place.folder)); QFile::exists(pending))
        if (const auto renewed = account::Keyring::read(pending, file.vault))
            if (auto opened = renewed->databaseKey(name, passphrase, deviceFolder.secret()))
                next = *std::move(opened);
    return Unlocking{name, *std::move(key), std::move(next)};
}

Result<std::unique_ptr<Vault>> Vault::open(const Place& place, Unlocking unlocking, const Clock& clock) {
    SEREIN_TRY(const VaultFile file, VaultFile::read(place.folder));
    std::unique_ptr<Vault> vault(new Vault(place, clock));
    vault->m_vault = file.vault;
    vault->m_device = file.device;
    SEREIN_TRY(account::DeviceFolder deviceFolder, account::DeviceFolder::open(place.state, file.vault, place.secrets));
    vault->m_deviceFolder = std::make_unique<account::DeviceFolder>(std::move(deviceFolder));
    const bool unclean = vault->m_deviceFolder->isInUse();
    auto opened = vault->openDatabase(unlocking.databaseKey);
    if (!opened && opened.error().kind == Error::Kind::Wrong && !unlocking.nextKey.isEmpty())
        opened = vault->openDatabase(unlocking.nextKey); // the new keys were given, the program ended before it said so
    SEREIN_CHECK(opened);
    if (unclean)
        SEREIN_CHECK(vault->checkPages());
    vault->m_whole = true;
    SEREIN_CHECK(vault->m_deviceFolder->setInUse(true));
    SEREIN_CHECK(vault->loadKeys(*vault->m_database));
    vault->m_devicePublicKey = file.devicePublicKey;
    if (!vault->signsAs(file.devicePublicKey))
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
    SEREIN_CHECK(vault->eraseWhatWasRevived());
    account::Attempts attempts(vault->m_deviceFolder->attemptsPath(), vault->m_deviceFolder->secret());
    QList<Draft> drafts;
    SEREIN_TRY(const auto witnessFault, vault->witnessFault());
    if (witnessFault)
        drafts.append(ledger::Fact(*witnessFault));
    if (attempts.wasChanged())
        drafts.append(ledger::Fact(ledger::AttemptsChanged{}));
    int refusals = 0;
    for (const account::RefusedPassphrases& one : attempts.untold()) {
        drafts.append(ledger::Fact(ledger::PassphraseRefused{one.name, one.times, one.first, one.last}));
        refusals += one.times;
    }
    SEREIN_TRY(const auto begun, vault->unfinishedExport());
    if (begun)
        drafts.append(
            ledger::Fact(ledger::ExportFailed{begun->participant, begun->audience, QStringLiteral("interrupted")}));
    drafts.append(ledger::Fact(ledger::Unlocked{refusals, unclean}));
    const Actor actor{unlocking.name, account->roles.value(0)};
    SEREIN_CHECK(vault->appendToDevice(drafts, actor));
    if (attempts.wasChanged() || !attempts.untold().isEmpty())
        SEREIN_CHECK(attempts.told());
    SEREIN_CHECK(finishRenewal(*vault));
    return vault;
}

Result<std::unique_ptr<Vault>> Vault::unlock(const Place& place, const QString& name, const crypto::Secret& passphrase,
                                             const Clock& clock) {
    SEREIN_TRY(Unlocking unlocking, derive(place, name, passphrase, clock));
    return open(place, std::move(unlocking), clock);
}

Result<void> Vault::loadState() {
    m_deviceState = {}; // what it redacts may be of a merge that came to nothing
    SEREIN_TRY(m_deviceState, foldDevices());
    // Whatever was written last is after all that was known by then, of this device and of others.
    SEREIN_TRY(Statement last, m_database->prepare("SELECT hlc FROM events ORDER BY ordinal DESC LIMIT 1"));
    SEREIN_TRY(const bool any, last.step());
    m_lastTime =
        any ? ledger::HybridTime::fromString(last.text(0)).value_or(ledger::HybridTime{}) : ledger::HybridTime{};
    return loadStudy();
}

Result<void> Vault::noticeClock(const QDateTime& now) {
    constexpr std::chrono::seconds unnoticed{60}; // corrections that a time server makes
    if (!m_clockSeen) {
        SEREIN_TRY(const ledger::Head own, headOf(m_device, ledger::deviceStream));
        if (own.sequence == 0) // the first event is about the device itself
            return {};
    }
    const bool stated = m_clock.isStated() && !m_deviceState.synthetic;
    const auto running = stated ? SystemClock().running() : m_clock.running();
    if (!running || (stated && m_clockSeen))
        return {};
    std::chrono::milliseconds jump{0};
    const bool first = !m_clockSeen;
    if (stated)
        jump = std::chrono::milliseconds(SystemClock().now().msecsTo(now));
    else if (first)
        jump = std::min(std::chrono::milliseconds(0),
                        std::chrono::milliseconds(now.toMSecsSinceEpoch() - m_lastTime.milliseconds));
    else
        jump = std::chrono::milliseconds(m_clockSeen->at.msecsTo(now)) - (*running - m_clockSeen->running);
    m_clockSeen = {now, *running};
    if (!stated && std::chrono::abs(jump) < unnoticed)
        return {};
    const auto seconds = static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(jump).count());
    const QString role = m_user.roles.isEmpty() ? QString() : account::roleText(m_user.roles.constFirst());
    const QString noticed = stated  ? QStringLiteral("stated")
                            : first ? QStringLiteral("unlock")
                                    : QStringLiteral("running");
    SEREIN_CHECK(appendToDevice({{ledger::ClockJumped{seconds, noticed}}}, {m_user.name, role}));
    return {};
}

} // namespace serein::vault

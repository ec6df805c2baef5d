#include "vault/NewDevice.h"

#include "core/Json.h"
#include "vault/BodyKeys.h"
#include "vault/ParticipantKeys.h"
#include "vault/Recovering.h"
#include "vault/VaultFile.h"

#include <QDir>
#include <algorithm>

namespace serein::vault {

namespace {

/// What was begun in this folder goes, unless it is kept.
class Undo {
public:
    explicit Undo(QString folder) : m_folder(std::move(folder)), m_existed(QDir(m_folder).exists()) {}
    ~Undo() {
        if (m_kept)
            return;
        QDir(m_folder).removeRecursively();
        if (m_existed)
            QDir().mkpath(m_folder);
    }
    Undo(const Undo&) = delete;
    Undo& operator=(const Undo&) = delete;
    void keep() { m_kept = true; }

private:
    QString m_folder;
    bool m_existed;
    bool m_kept = false;
};

} // namespace

/// A vault that is not open yet, on its way to another device.
class NewDevice {
public:
    NewDevice(const Place& place, const Clock& clock, const QUuid& id)
        : m_vault(new Vault(place, clock)), m_pending(place.state + QStringLiteral("/pending")) {
        m_vault->m_vault = id;
    }
    ~NewDevice() {
        m_vault.reset();
        QDir(m_pending).removeRecursively();
    }
    NewDevice(const NewDevice&) = delete;
    NewDevice& operator=(const NewDevice&) = delete;

    [[nodiscard]] Result<NewDeviceReport> restore(const OpenedBackup& backup, const QString& folder, BackupKeys keys,
                                                  const Entry& entry) {
        const BackupManifest& manifest = backup.manifest;
        const QString path = databasePath(m_vault->m_place.folder);
        SEREIN_TRY(const QByteArray hash, copyHashed(backupDatabasePath(folder), path));
        if (hash != manifest.databaseHash)
            return wrong(QStringLiteral("the backup was changed or is not whole"), {}, backupDatabasePath(folder));
        const crypto::Secret databaseKey = crypto::randomSecret();
        {
            SEREIN_TRY(const auto copy, Database::open(path, backup.databaseKey));
            SEREIN_CHECK(checkCopy(*copy, manifest));
            SEREIN_CHECK(copy->rekey(databaseKey));
            SEREIN_CHECK(copy->forgetJournal());
        }
        SEREIN_CHECK(m_vault->openDatabase(databaseKey));
        for (const TextKey& text : keys.texts)
            SEREIN_CHECK(keepTextKey(*m_vault->m_database, text));
        SEREIN_CHECK(m_vault->m_participantKeys->add(std::move(keys.participants)));
        SEREIN_CHECK(becomeAnother());
        SEREIN_CHECK(m_vault->rebuild());
        SEREIN_CHECK(m_vault->loadState());
        if (m_vault->m_deviceState.devices.value(manifest.device).publicKey != manifest.devicePublicKey)
            return wrong(QStringLiteral("the backup is signed with another key than the ledger in it names for that "
                                        "device"),
                         {}, folder);
        SEREIN_TRY(const Actor actor, actorOf(entry));
        SEREIN_CHECK(say({{ledger::DeviceAdded{manifest.vault, m_vault->m_devicePublicKey, QStringLiteral("restored"),
                                               idText(manifest.id)}},
                          {ledger::DeviceRevoked{manifest.device, QStringLiteral("restored from its backup")}},
                          {ledger::AccessRecovered{entry.administrator}}},
                         actor));
        SEREIN_TRY(NewDeviceReport report, settle(entry, false));
        report.revoked = manifest.device;
        report.signedBy = manifest.devicePublicKey;
        return report;
    }

    [[nodiscard]] Result<NewDeviceReport> recover(const VaultFile& file, const Entry& entry) {
        Vault& vault = *m_vault;
        vault.m_device = file.device;
        vault.m_devicePublicKey = file.devicePublicKey;
        SEREIN_CHECK(vault.checkPages());
        SEREIN_CHECK(vault.loadKeys(*vault.m_database));
        if (vault.m_migrated)
            SEREIN_CHECK(vault.rebuild());
        SEREIN_CHECK(vault.loadState());
        SEREIN_TRY(const Actor actor, actorOf(entry));
        if (auto own = account::DeviceFolder::open(vault.m_place.state, file.vault, vault.m_place.secrets)) {
            vault.m_deviceFolder = std::make_unique<account::DeviceFolder>(*std::move(own));
            const auto& devices = vault.m_deviceState.devices; // a recovery that was cut short: vault.json came last
            for (auto device = devices.begin(); device != devices.end(); ++device)
                if (vault.signsAs(device->publicKey)) {
                    vault.m_device = device.key();
                    vault.m_devicePublicKey = device->publicKey;
                }
            SEREIN_CHECK(say({{ledger::AccessRecovered{entry.administrator}}}, actor));
            return settle(entry, true);
        }
        {
            SEREIN_TRY(Transaction transaction, Transaction::begin(*vault.m_database));
            SEREIN_CHECK(becomeAnother());
            SEREIN_CHECK(
                say({{ledger::DeviceAdded{file.vault, vault.m_devicePublicKey, QStringLiteral("recovered"), {}}},
                     {ledger::DeviceRevoked{file.device, QStringLiteral("the vault was recovered on another device")}},
                     {ledger::AccessRecovered{entry.administrator}}},
                    actor));
            SEREIN_CHECK(transaction.commit());
        }
        SEREIN_CHECK(keepWitness());
        SEREIN_TRY(NewDeviceReport report, settle(entry, false));
        report.revoked = file.device;
        return report;
    }

    [[nodiscard]] Result<void> open(const crypto::Secret& databaseKey) { return m_vault->openDatabase(databaseKey); }

private:
    /// Another id, key and secret: nothing that is written from here on can be taken for what the one before wrote.
    [[nodiscard]] Result<void> becomeAnother() {
        QDir(m_pending).removeRecursively();
        SEREIN_TRY(account::DeviceFolder folder,
                   account::DeviceFolder::create(m_pending, m_vault->m_vault, m_vault->m_place.secrets));
        m_vault->m_deviceFolder = std::make_unique<account::DeviceFolder>(std::move(folder));
        m_vault->m_device = IdSource().next(m_vault->m_clock.now());
        const crypto::KeyPair pair = crypto::newEd25519();
        m_vault->m_devicePublicKey = pair.publicKey;
        SEREIN_CHECK(storeDeviceKey(*m_vault->m_database, pair.privateKey));
        return m_vault->loadKeys(*m_vault->m_database);
    }

    [[nodiscard]] Result<Actor> actorOf(const Entry& entry) {
        const auto account = m_vault->m_deviceState.accounts.value(entry.administrator, {{}, {}, false});
        const QString administrator = account::roleText(account::Role::Administrator);
        if (!account.active || !account.roles.contains(administrator)) {
            QStringList names;
            for (const ledger::AccountState& one : std::as_const(m_vault->m_deviceState.accounts))
                if (one.active && one.roles.contains(administrator))
                    names.append(one.name);
            return refused(QStringLiteral("\"%1\" is no active administrator of this vault; there is %2")
                               .arg(entry.administrator, names.join(QStringLiteral(", "))));
        }
        m_vault->m_user = {entry.administrator, account::rolesFrom(account.roles)};
        return Actor{entry.administrator, administrator};
    }

    /// Of what is committed; one that an older copy was put behind stays.
    [[nodiscard]] Result<void> keepWitness() {
        SEREIN_TRY(const auto fault, m_vault->witnessFault());
        if (fault && fault->how == QLatin1String("ahead"))
            return {};
        SEREIN_TRY(const ledger::Head head, m_vault->headOf(m_vault->m_device, ledger::deviceStream));
        return m_vault->m_deviceFolder->setWitness({head.sequence, head.hash});
    }

    /// In the device's stream, and then names every head that this device holds from here on.
    [[nodiscard]] Result<void> say(const QList<Draft>& drafts, const Actor& actor) {
        SEREIN_TRY(Transaction transaction, Transaction::begin(*m_vault->m_database));
        SEREIN_CHECK(m_vault->appendToDevice(drafts, actor));
        SEREIN_CHECK(m_vault->checkpointAll(actor));
        SEREIN_CHECK(transaction.commit());
        return m_vault->m_database->isInTransaction() ? Result<void>() : keepWitness();
    }

    /// The files beside the database; vault.json last. `keepSlots`: this device's secret still opens them.
    [[nodiscard]] Result<NewDeviceReport> settle(const Entry& entry, bool keepSlots) {
        Vault& vault = *m_vault;
        const QString path = keyringPath(vault.m_place.folder);
        if (!keepSlots) {
            SEREIN_TRY(
                account::DeviceFolder folder,
                account::DeviceFolder::settle(m_pending, vault.m_place.state, vault.m_vault, vault.m_place.secrets));
            vault.m_deviceFolder = std::make_unique<account::DeviceFolder>(std::move(folder));
        }
        account::Keyring keyring(vault.m_vault);
        if (keepSlots) {
            SEREIN_TRY(keyring, account::Keyring::read(path, vault.m_vault));
        }
        const crypto::Secret& secret = vault.m_deviceFolder->secret();
        SEREIN_CHECK(
            keyring.names().contains(entry.administrator)
                ? keyring.change(entry.administrator, entry.passphrase, secret, vault.m_databaseKey, entry.cost)
                : keyring.add(entry.administrator, entry.passphrase, secret, vault.m_databaseKey, entry.cost));
        // Certificates that have ended meanwhile let nobody in: the administrator names others.
        if (const auto recovery = vault.recovery(); recovery && !recovery->holders.isEmpty()) {
            SEREIN_TRY(keyring.recovery, sealToRecovery(vault.m_databaseKey.view(), *recovery));
        }
        SEREIN_CHECK(keyring.write(path));
        SEREIN_CHECK(vault.writeDeviceKey());
        SEREIN_CHECK(
            (VaultFile{vault.m_vault, vault.m_device, vault.m_devicePublicKey, vault.m_deviceState.synthetic}.write(
                vault.m_place.folder)));
        NewDeviceReport report{vault.m_vault, vault.m_device};
        for (const ledger::AccountState& one : std::as_const(vault.m_deviceState.accounts))
            if (one.active && !keyring.names().contains(one.name))
                report.waiting.append(one.name);
        return report;
    }

    std::unique_ptr<Vault> m_vault;
    QString m_pending; ///< where this device's part is made, until the vault is
};

Result<NewDeviceReport> restore(const Place& place, const RestoreOrder& order, const Clock& clock) {
    SEREIN_CHECK(account::checkPassphrase(order.entry.passphrase));
    const QString folder = QDir::cleanPath(order.backup);
    SEREIN_TRY(const OpenedBackup backup, openBackup(folder, order.privateKeys));
    SEREIN_CHECK(checkSigner(backup.manifest, order.registered, folder));
    SEREIN_TRY(BackupKeys keys, openBackupKeys(folder, order.privateKeys, order.withoutIdentity));
    if (const QDir target(place.folder); target.exists() && !target.isEmpty())
        return unusable(QStringLiteral("the folder is not empty"), {}, place.folder);
    if (account::DeviceFolder::open(place.state, backup.manifest.vault, place.secrets))
        return refused(QStringLiteral("this device opens this vault already, and restoring would cut that off: set its "
                                      "part aside first (the folder %1 in %2)")
                           .arg(idText(backup.manifest.vault), place.state));
    Undo undo(place.folder);
    if (!QDir().mkpath(place.folder) ||
        !QFile::setPermissions(place.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return storageFailed(QStringLiteral("the folder cannot be made"), place.folder);
    auto report = NewDevice(place, clock, backup.manifest.vault).restore(backup, folder, std::move(keys), order.entry);
    if (report)
        undo.keep();
    return report;
}

Result<NewDeviceReport> recover(const Place& place, const QList<QByteArray>& privateKeys, const Entry& entry,
                                const Clock& clock) {
    SEREIN_CHECK(account::checkPassphrase(entry.passphrase));
    SEREIN_TRY(const VaultFile file, VaultFile::read(place.folder));
    const QString path = keyringPath(place.folder);
    NewDevice device(place, clock, file.vault);
    std::optional<Error> fault;
    for (const QString& keyringFile : {path, nextPath(path)}) { // the second: new keys were being given
        if (fault && !QFile::exists(keyringFile))
            continue;
        const auto keyring = account::Keyring::read(keyringFile, file.vault);
        if (!keyring) {
            fault = fault.value_or(keyring.error());
            continue;
        }
        if (keyring->recovery.isEmpty())
            return refused(QStringLiteral("no recovery certificate was ever named for this vault: nobody opens it "
                                          "without a passphrase"));
        auto key = openRecovered(keyring->recovery, privateKeys);
        if (!key)
            return std::unexpected(key.error().in(keyringFile));
        const crypto::Secret databaseKey{QByteArrayView(*key)};
        crypto::wipe(*key);
        const auto opened = device.open(databaseKey);
        if (opened) {
            SEREIN_CHECK(keyringInForce(place.folder, file.vault, databaseKey));
            return device.recover(file, entry);
        }
        fault = opened.error();
    }
    return std::unexpected(*fault);
}

} // namespace serein::vault

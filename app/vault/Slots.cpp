// Who opens the vault: another passphrase for a person, and the site's recovery certificates.
#include "vault/Recovering.h"
#include "vault/Vault.h"
#include "vault/VaultFile.h"

namespace serein::vault {

Result<void> Vault::setPassphrase(const QString& name, const crypto::Secret& passphrase,
                                  const crypto::ScryptParameters& cost, const Actor& actor) {
    SEREIN_TRY(account::Keyring keyring, account::Keyring::read(keyringPath(m_place.folder), m_vault));
    // Without a slot: on a device that the vault was restored to, until an administrator lets them in.
    SEREIN_CHECK(keyring.names().contains(name)
                     ? keyring.change(name, passphrase, m_deviceFolder->secret(), m_databaseKey, cost)
                     : keyring.add(name, passphrase, m_deviceFolder->secret(), m_databaseKey, cost));
    // The event first: a passphrase that nobody's record mentions must not open the vault.
    SEREIN_CHECK(appendToDevice({{ledger::PassphraseChanged{name}}}, actor));
    return keyring.write(keyringPath(m_place.folder));
}

Result<Recovery> Vault::recovery() const {
    return recoveryOf(m_deviceState, m_clock.now());
}

Result<void> Vault::nameRecovery(const Recovery& recovery, const Actor& actor) {
    if (recovery.holders.isEmpty())
        return unusable(QStringLiteral("at least one certificate is needed"), QStringLiteral("/certificate"));
    SEREIN_TRY(account::Keyring keyring, account::Keyring::read(keyringPath(m_place.folder), m_vault));
    SEREIN_TRY(keyring.recovery, sealToRecovery(m_databaseKey.view(), recovery));
    SEREIN_CHECK(appendToDevice({{factOf(recovery)}}, actor));
    return keyring.write(keyringPath(m_place.folder));
}

} // namespace serein::vault

// Who opens the vault: another passphrase for a person, and the site's recovery certificate.
#include "vault/Vault.h"
#include "vault/VaultFile.h"

namespace serein::vault {

Result<void> Vault::setPassphrase(const QString& name, const crypto::Secret& passphrase,
                                  const crypto::ScryptParameters& cost, const Actor& actor) {
    SEREIN_TRY(account::Keyring keyring, account::Keyring::read(keyringPath(m_place.folder), m_vault));
    SEREIN_CHECK(keyring.change(name, passphrase, m_deviceFolder->secret(), m_databaseKey, cost));
    // The event first: a passphrase that nobody's record mentions must not open the vault.
    SEREIN_CHECK(appendToDevice({{ledger::PassphraseChanged{name}}}, actor));
    return keyring.write(keyringPath(m_place.folder));
}

Result<void> Vault::sealRecovery(const crypto::Certificate& certificate, account::Keyring& keyring) const {
    SEREIN_TRY(keyring.recovery, crypto::cmsSeal(m_databaseKey.view(), {certificate}));
    return {};
}

Result<void> Vault::nameRecovery(const crypto::Certificate& certificate, const Actor& actor) {
    SEREIN_TRY(account::Keyring keyring, account::Keyring::read(keyringPath(m_place.folder), m_vault));
    SEREIN_CHECK(sealRecovery(certificate, keyring));
    SEREIN_CHECK(appendToDevice({{ledger::RecoveryNamed{certificate.der, certificate.fingerprint}}}, actor));
    return keyring.write(keyringPath(m_place.folder));
}

} // namespace serein::vault

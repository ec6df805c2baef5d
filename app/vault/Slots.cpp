// Who opens the vault: a person more, another passphrase for one, and the site's recovery certificates.
#include "vault/Recovering.h"
#include "vault/Vault.h"
#include "vault/VaultFile.h"

#include <algorithm>

namespace serein::vault {

Result<void> Vault::addAccount(const QString& name, const QList<account::Role>& roles, const crypto::Secret& passphrase,
                               const crypto::ScryptParameters& cost, const Actor& actor) {
    if (!account::isAccountName(name))
        return unusable(QStringLiteral("\"%1\" is not a name for an account: letters, digits, dot, dash and "
                                       "underscore, beginning with a letter")
                            .arg(name));
    const QStringList known = m_deviceState.accounts.keys();
    if (std::ranges::any_of(known, [&](const QString& one) { return one.compare(name, Qt::CaseInsensitive) == 0; }))
        return refused(QStringLiteral("the name \"%1\" is taken; names are never used twice").arg(name));
    SEREIN_TRY(account::Keyring keyring, keyringInForce(m_place.folder, m_vault, m_databaseKey));
    SEREIN_CHECK(keyring.add(name, passphrase, m_deviceFolder->secret(), m_databaseKey, cost));
    // The keyring first: a slot without an account opens nothing, an account without a slot would be lost.
    SEREIN_CHECK(keyring.write(keyringPath(m_place.folder)));
    SEREIN_CHECK(appendToDevice({{ledger::AccountAdded{name, account::roleTexts(roles)}}}, actor));
    return {};
}

Result<void> Vault::setPassphrase(const QString& name, const crypto::Secret& passphrase,
                                  const crypto::ScryptParameters& cost, const Actor& actor, const QString& reason) {
    SEREIN_TRY(account::Keyring keyring, keyringInForce(m_place.folder, m_vault, m_databaseKey));
    // Without a slot: on a device that the vault was restored to, until an administrator lets them in.
    SEREIN_CHECK(keyring.names().contains(name)
                     ? keyring.change(name, passphrase, m_deviceFolder->secret(), m_databaseKey, cost)
                     : keyring.add(name, passphrase, m_deviceFolder->secret(), m_databaseKey, cost));
    // The event first: a passphrase that nobody's record mentions must not open the vault.
    SEREIN_CHECK(appendToDevice({{ledger::PassphraseChanged{name, reason}}}, actor));
    return keyring.write(keyringPath(m_place.folder));
}

Result<Recovery> Vault::recovery() const {
    return recoveryOf(m_deviceState, m_clock.now());
}

Result<void> Vault::nameRecovery(const Recovery& recovery, const Actor& actor) {
    if (recovery.holders.isEmpty())
        return unusable(QStringLiteral("at least one certificate is needed"), QStringLiteral("/certificate"));
    SEREIN_CHECK(checkRecovery(recovery));
    SEREIN_TRY(account::Keyring keyring, keyringInForce(m_place.folder, m_vault, m_databaseKey));
    SEREIN_TRY(keyring.recovery, sealToRecovery(m_databaseKey.view(), recovery));
    SEREIN_CHECK(appendToDevice({{factOf(recovery)}}, actor));
    return keyring.write(keyringPath(m_place.folder));
}

} // namespace serein::vault

#pragma once
// The vault's keyring: for each person an X25519 pair whose private half only the passphrase and the device secret
// unwrap, and the database key sealed to the public half. Who is active, and in which role, is a fact of the ledger,
// not of this file.
#include "account/Passphrases.h"

#include <QMap>
#include <QUuid>

namespace serein::account {

class Keyring {
public:
    explicit Keyring(QUuid vault) : m_vault(vault) {}
    /// Unusable with the place where the file is no keyring of this vault.
    [[nodiscard]] static Result<Keyring> read(const QString& path, const QUuid& vault);
    [[nodiscard]] Result<void> write(const QString& path) const;

    [[nodiscard]] QStringList names() const { return m_slots.keys(); }
    /// Refused where the name has a slot already.
    [[nodiscard]] Result<void> add(const QString& name, const crypto::Secret& passphrase,
                                   const crypto::Secret& deviceSecret, const crypto::Secret& databaseKey,
                                   const crypto::ScryptParameters& cost);
    /// The same name under another passphrase, with a pair of its own; Unusable where it has no slot.
    [[nodiscard]] Result<void> change(const QString& name, const crypto::Secret& passphrase,
                                      const crypto::Secret& deviceSecret, const crypto::Secret& databaseKey,
                                      const crypto::ScryptParameters& cost);
    /// Refused for a wrong name or passphrase (the same words for both); Wrong where a slot was tampered with.
    [[nodiscard]] Result<crypto::Secret> databaseKey(const QString& name, const crypto::Secret& passphrase,
                                                     const crypto::Secret& deviceSecret) const;
    /// This person's slot was made at less cost than `cost`.
    [[nodiscard]] bool isCheaper(const QString& name, const crypto::ScryptParameters& cost) const;
    /// The same pair and passphrase under another cost; Refused for a wrong passphrase.
    [[nodiscard]] Result<void> rewrap(const QString& name, const crypto::Secret& passphrase,
                                      const crypto::Secret& deviceSecret, const crypto::ScryptParameters& cost);
    /// Where this person's public half carries no MAC yet, or not this one, and is the one of the private half that the
    /// passphrase opens: adds it, and says whether it did. A half that somebody else put there never gets one.
    [[nodiscard]] Result<bool> prove(const QString& name, const crypto::Secret& passphrase,
                                     const crypto::Secret& deviceSecret, const crypto::Secret& databaseKey);
    /// Everybody's public half carries its MAC under this database key, or somebody's does.
    [[nodiscard]] bool isUnder(const crypto::Secret& databaseKey) const;
    [[nodiscard]] bool isPartlyUnder(const crypto::Secret& databaseKey) const;
    /// Another database key for these people, without their passphrases; everybody else's slot goes. Wrong where a
    /// public half is not the one that whoever had the key `before` put there: it would be sealed to somebody else.
    [[nodiscard]] Result<void> rekey(const crypto::Secret& before, const crypto::Secret& databaseKey,
                                     const QStringList& names);
    /// The database key sealed by CMS to the site's recovery certificates, DER; empty: none.
    QByteArray recovery;

private:
    struct Slot {
        crypto::ScryptParameters cost;
        QByteArray salt;
        QByteArray publicKey;
        QByteArray wrappedPrivateKey;
        QByteArray sealedDatabaseKey;
        QByteArray proof; ///< that whoever put the public half there had the database key
    };
    [[nodiscard]] bool isProven(const QString& name, const crypto::Secret& databaseKey) const;
    [[nodiscard]] QByteArray context(const QString& name) const;
    [[nodiscard]] QByteArray proofOf(const QString& name, const Slot& slot, const crypto::Secret& databaseKey) const;
    [[nodiscard]] Result<crypto::Secret> privateKey(const QString& name, const crypto::Secret& passphrase,
                                                    const crypto::Secret& deviceSecret) const;
    QUuid m_vault;
    QMap<QString, Slot> m_slots;
};

} // namespace serein::account

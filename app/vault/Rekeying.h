#pragma once
// New keys for all that is stored, without anybody's passphrase: the database, the classes of data (for what is written
// from here on), and the wrapping of the participants' keys. An old copy of the keyring opens nothing any more.
#include "vault/Vault.h"

#include <atomic>

namespace serein::vault {

struct PreparedKeys;

/// In parts, so that a screen stays alive: begun and ended where the vault is used, written on any thread in between.
class Rekeying {
public:
    /// Unusable where there is too little room for every page to be written once more.
    [[nodiscard]] static Result<std::unique_ptr<Rekeying>> begin(Vault& vault, const Actor& actor);
    ~Rekeying();
    Rekeying(const Rekeying&) = delete;
    Rekeying& operator=(const Rekeying&) = delete;

    /// The long part. Nobody else uses the vault meanwhile.
    void write();
    [[nodiscard]] double progress() const; ///< 0 … 1, of what is written; on any thread
    /// The new keys are in force, and the ledger knows; or all is as it was, and why.
    [[nodiscard]] Result<void> end();

    /// See finishRenewal.
    [[nodiscard]] static Result<void> finish(Vault& vault);

private:
    Rekeying(Vault& vault, Actor actor);
    [[nodiscard]] Result<void> checkRoom() const;
    [[nodiscard]] Result<void> prepare() const;
    void open();
    enum class Opens { Neither, Old, New };

    Vault& m_vault;
    std::unique_ptr<PreparedKeys> m_prepared;
    crypto::Secret m_key;
    qint64 m_size = 0; ///< of the database, bytes
    std::atomic_bool m_isInJournal = false;
    std::atomic_bool m_isWritten = false;
    Opens m_opens = Opens::Neither; ///< with which key the file does, once written
    Result<void> m_given;
    Result<void> m_forgotten; ///< the journal
};

/// All of it in one go. Survives being cut short at any moment: the vault opens with the old keys or with the new.
/// Unusable where there is too little room for every page to be written once more.
[[nodiscard]] Result<void> rekey(Vault& vault, const Actor& actor);

/// Where the program ended after the database had its new key and before the ledger knew: says it now, as done by
/// whoever began it.
[[nodiscard]] Result<void> finishRenewal(Vault& vault);

} // namespace serein::vault

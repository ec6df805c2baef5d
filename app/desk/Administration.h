#pragma once
// Accounts, the study in force and what it is asked with, the clock, and what is kept outside the tablet.
#include "desk/Actor.h"
#include "desk/StudyChanges.h"
#include "vault/Backup.h"
#include "vault/Merging.h"
#include "vault/Rekeying.h"

namespace serein::desk {

/// A version of the study that was read and found usable, not yet in force.
struct Amendment {
    study::Study study;
    instrument::Library library;
    QList<StudyChange> changes;
};

/// Why a participant can't follow the version in force yet.
enum class MoveBar {
    Reconsent,  ///< the version asks for consent to its own document
    HandedOver, ///< the tablet is with them
    DataClosed, ///< frozen or locked
    StillOpen   ///< an assessment was begun that the version in force no longer has
};
struct Move {
    QUuid participant;
    QString subject;
    QString version; ///< that they follow now
    std::optional<MoveBar> bar;
};

class Administration {
public:
    static constexpr int mostDrift = 120; ///< seconds between the tablet's clock and the ward's that are let pass

    explicit Administration(vault::Vault& vault) : m_vault(vault) {}

    // Accounts. Unusable at /name, /roles, /passphrase, /again, /current, /reason.
    /// `again`: the passphrase typed a second time.
    [[nodiscard]] Result<void> addAccount(const QString& name, const QList<account::Role>& roles,
                                          const crypto::Secret& passphrase, const crypto::Secret& again,
                                          const crypto::ScryptParameters& cost = {});
    /// Refused where no active administrator would be left.
    [[nodiscard]] Result<void> changeRoles(const QString& name, const QList<account::Role>& roles,
                                           const QString& reason);
    /// One's own, with the one that holds until now.
    [[nodiscard]] Result<void> changePassphrase(const crypto::Secret& current, const crypto::Secret& passphrase,
                                                const crypto::Secret& again, const crypto::ScryptParameters& cost = {});
    /// That it is whoever is at the desk, before something that can't be taken back.
    [[nodiscard]] Result<void> confirm(const crypto::Secret& passphrase);
    /// An administrator's, for somebody who forgot theirs; `reason`: why.
    [[nodiscard]] Result<void> resetPassphrase(const QString& name, const crypto::Secret& passphrase,
                                               const crypto::Secret& again, const crypto::ScryptParameters& cost = {},
                                               const QString& reason = {});

    // The study.
    /// A pack from a file: every fault at once. Unusable where the study does not ask with it or may not.
    [[nodiscard]] Result<instrument::TextPack> addPack(const QString& file);
    /// A version of the same study from a file: every fault at once. Instruments that are in force keep their
    /// definitions and words; new ones come from those that are shipped.
    [[nodiscard]] Result<Amendment> readAmendment(const QString& file) const;
    /// In force for whoever is enrolled from now on. Unusable at /approval without the ethics committee's reference,
    /// unless nothing but words or instruments differ.
    [[nodiscard]] Result<void> amend(const study::Study& study, const instrument::Library& library,
                                     const QString& approval);
    /// Everybody who follows another version than the one in force, by subject.
    [[nodiscard]] Result<QList<Move>> moves() const;
    /// Refused where something stands in the way.
    [[nodiscard]] Result<void> move(const QUuid& participant, const QString& reason);

    // The clock.
    /// Not checked yet today, at the site.
    [[nodiscard]] bool isClockCheckDue() const;
    /// What the ward's clock shows, "14:05" or "14:05:30"; how many seconds the tablet is ahead of it.
    [[nodiscard]] Result<int> checkClock(const QString& shown);

    // Outside the tablet.
    /// Any one of these certificates' keys opens backups and the vault from now on; or, with `needsAll`, all of them
    /// do; or any `needed` of them, 2 or more. Unusable at /certificate, /needed.
    [[nodiscard]] Result<void> nameRecovery(const QStringList& certificateFiles, bool needsAll = false, int needed = 0);
    [[nodiscard]] Result<std::unique_ptr<vault::BackupJob>> beginBackup(const QString& folder, int keep);
    [[nodiscard]] Result<vault::BackupReport> backUp(const QString& folder, int keep);
    /// The next one is due, and whoever is at the desk may make it.
    [[nodiscard]] bool isBackupDue() const;
    /// Every so many hours, to the folder of the last one; 0: only on demand.
    [[nodiscard]] Result<void> planBackups(int everyHours);
    /// Takes in what another device of this vault has (vault/Merging.h).
    [[nodiscard]] Result<vault::MergeReport> merge(const QString& backup, const QList<QByteArray>& privateKeys,
                                                   const QMap<QUuid, QByteArray>& registered = {});
    /// New keys for everything, without anybody's passphrase (vault/Rekeying.h).
    [[nodiscard]] Result<void> rekey();
    [[nodiscard]] Result<std::unique_ptr<vault::Rekeying>> beginRekeying();

private:
    [[nodiscard]] Result<std::optional<MoveBar>> barTo(const ledger::ParticipantState& participant) const;
    vault::Vault& m_vault;
};

} // namespace serein::desk

#pragma once
// A backup while the vault stays in use: in slices, so that a screen can show how far it is and stop it. What is copied
// is what was there at the beginning; events that follow wait for the next one.
#include "vault/BackupFile.h"

#include <QCryptographicHash>
#include <QFile>

namespace serein::vault {

struct BackupOrder {
    QString folder; ///< must exist: a disk or a stick
    int keep = 7;   ///< backups of this device there, this one among them; older ones go once this one is whole
};

struct BackupReport {
    QUuid id;
    QString path;
    qint64 events = 0;
    int removed = 0; ///< older ones
};

class BackupJob {
public:
    /// Names every stream's head in a checkpoint first. Refused without a recovery certificate; Unusable for a folder
    /// that is none or has no room.
    [[nodiscard]] static Result<std::unique_ptr<BackupJob>> begin(Vault& vault, const BackupOrder& order,
                                                                  const Actor& actor);
    /// One begun and not finished leaves nothing behind.
    ~BackupJob();
    BackupJob(const BackupJob&) = delete;
    BackupJob& operator=(const BackupJob&) = delete;

    /// Some tens of milliseconds of work. True: the backup is whole, read back and remembered as an event.
    [[nodiscard]] Result<bool> step();
    [[nodiscard]] double progress() const; ///< 0 … 1
    [[nodiscard]] const BackupReport& report() const { return m_report; }

private:
    BackupJob(Vault& vault, BackupOrder order, Actor actor)
        : m_vault(vault), m_order(std::move(order)), m_actor(std::move(actor)) {}
    [[nodiscard]] Result<void> nameHeads();
    [[nodiscard]] Result<void> makeCopy();
    [[nodiscard]] Result<void> copySmallTables() const;
    [[nodiscard]] Result<void> copyEvents();
    [[nodiscard]] Result<void> readBack();
    [[nodiscard]] Result<void> hashSome();
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] Result<void> writeKeys(const Recovery& recovery) const;
    [[nodiscard]] Result<bool> holdsAllOf(const QUuid& device) const;
    void removeOlder();
    [[nodiscard]] QString ofVault() const; ///< folder of all backups of this vault
    [[nodiscard]] QString backups() const; ///< folder of those of this device
    [[nodiscard]] QString backupsOf(const QUuid& device) const;
    [[nodiscard]] QString unfinished() const;

    enum class Phase { Copying, ReadingBack, Hashing, Done };
    Vault& m_vault;
    BackupOrder m_order;
    Actor m_actor;
    Phase m_phase = Phase::Copying;
    BackupManifest m_manifest;
    BackupReport m_report;
    crypto::Secret m_key;
    std::unique_ptr<Database> m_copy;
    qint64 m_copied = 0;           ///< ordinal of the last event copied
    qsizetype m_read = 0;          ///< streams read back
    std::unique_ptr<QFile> m_file; ///< while it is hashed
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

/// Whether the next backup of this device is due: to the folder of the last one, as often as was planned.
[[nodiscard]] bool isBackupDue(const ledger::DeviceState& state, const QUuid& device, const QDateTime& now);

/// A whole backup in one go, for the command line.
[[nodiscard]] Result<BackupReport> backUp(Vault& vault, const BackupOrder& order, const Actor& actor);

} // namespace serein::vault

#include "vault/Merging.h"

#include "core/Ids.h"
#include "ledger/Chain.h"
#include "vault/ParticipantKeys.h"
#include "vault/Schema.h"
#include "vault/VaultFile.h"

#include <QDir>
#include <QFile>

namespace serein::vault {

namespace {

Result<QByteArray> hashAt(const Database& database, const BackupManifest::Stream& stream, qint64 sequence) {
    SEREIN_TRY(Statement row, database.prepare("SELECT hash FROM events WHERE device=? AND stream=? AND sequence=?"));
    SEREIN_CHECK(row.bind(stream.device.toRfc4122()).bind(stream.head.stream).bind(sequence).step());
    return row.blob(0);
}

Result<void> copyDefinitions(const Database& from, const Database& into) {
    SEREIN_TRY(Statement rows, from.prepare("SELECT hash,kind,id,content FROM definitions"));
    for (;;) {
        SEREIN_TRY(const bool row, rows.step());
        if (!row)
            return {};
        SEREIN_TRY(Statement write,
                   into.prepare("INSERT INTO definitions VALUES(?,?,?,?) ON CONFLICT(hash) DO NOTHING"));
        SEREIN_CHECK(write.bind(rows.text(0)).bind(rows.text(1)).bind(rows.text(2)).bind(rows.blob(3)).run());
    }
}

/// Removes the copy, however the function is left.
class Copy {
public:
    explicit Copy(QString path) : m_path(std::move(path)) { QFile::remove(m_path); }
    ~Copy() { QFile::remove(m_path); }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;
    [[nodiscard]] const QString& path() const { return m_path; }

private:
    QString m_path;
};

} // namespace

class Merging {
public:
    Merging(Vault& vault, const Database& copy, const BackupManifest& manifest,
            const QMap<QUuid, QByteArray>& registered)
        : m_vault(vault), m_copy(copy), m_manifest(manifest), m_registered(registered) {}

    [[nodiscard]] Result<MergeReport> run(BackupKeys keys, const Actor& actor) {
        m_report.device = m_manifest.device;
        SEREIN_TRY(Transaction transaction, Transaction::begin(*m_vault.m_database));
        const auto merged = take(std::move(keys), actor);
        const auto done = merged ? transaction.commit() : Result<void>(std::unexpected(merged.error()));
        if (done) {
            SEREIN_TRY(const ledger::Head head, m_vault.headOf(m_vault.m_device, ledger::deviceStream));
            SEREIN_CHECK(m_vault.m_deviceFolder->setWitness({head.sequence, head.hash}));
            SEREIN_CHECK(m_vault.eraseWhatWasDecided(m_decided)); // not before all of it is here
            return m_report;
        }
        m_vault.m_participants.clear(); // what was folded meanwhile is not so
        {
            const Transaction undone = std::move(transaction);
        }
        SEREIN_CHECK(m_vault.loadKeys(*m_vault.m_database));
        SEREIN_CHECK(m_vault.loadState());
        return std::unexpected(done.error());
    }

private:
    [[nodiscard]] Result<void> take(BackupKeys keys, const Actor& actor) {
        const auto known = m_vault.m_deviceState.devices.keys();
        SEREIN_CHECK(copyDefinitions(m_copy, *m_vault.m_database));
        SEREIN_CHECK(ClassKeys::merge(m_copy, *m_vault.m_database));
        SEREIN_CHECK(m_vault.loadKeys(*m_vault.m_database));
        for (const BackupManifest::Stream& stream : m_manifest.streams)
            SEREIN_CHECK(takeStream(stream));
        if (m_report.events == 0)
            return {};
        SEREIN_CHECK(takeKeys(std::move(keys)));
        SEREIN_CHECK(m_vault.refold(m_decided));
        SEREIN_CHECK(m_vault.loadStudy());
        SEREIN_CHECK(m_vault.appendToDevice(
            {{ledger::Merged{idText(m_manifest.id), m_manifest.device, static_cast<int>(m_report.events)}}}, actor));
        SEREIN_CHECK(m_vault.checkpointAll(actor));
        SEREIN_CHECK(requireRegistered(known));
        SEREIN_CHECK(m_vault.verify()); // chains, and every device's checkpoints by its own key
        SEREIN_CHECK(findDoubled());
        return findTwice();
    }

    /// What it brings of devices that this vault did not know.
    [[nodiscard]] Result<void> requireRegistered(const QList<QUuid>& known) const {
        const auto& devices = m_vault.m_deviceState.devices;
        for (auto device = devices.begin(); device != devices.end(); ++device)
            if (!known.contains(device.key()) && m_registered.value(device.key()) != device->publicKey)
                return wrong(QStringLiteral("the backup holds events of device %1, which this vault does not know and "
                                            "which is not registered with that key")
                                 .arg(idText(device.key())));
        return {};
    }

    /// What the copy has after the last event that is here too.
    [[nodiscard]] Result<void> takeStream(const BackupManifest::Stream& stream) {
        SEREIN_TRY(const ledger::Head here, m_vault.headOf(stream.device, stream.head.stream));
        const qint64 common = std::min(here.sequence, stream.head.sequence);
        SEREIN_TRY(const QByteArray ours, hashAt(*m_vault.m_database, stream, common));
        SEREIN_TRY(const QByteArray theirs, hashAt(m_copy, stream, common));
        if (ours != theirs)
            return wrong(
                ledger::placeOf(stream.head.stream, common) +
                QStringLiteral(": it is another event here than in the backup, of the same device %1: a device "
                               "was copied and used twice")
                    .arg(idText(stream.device)));
        if (stream.head.sequence == common)
            return {};
        if (stream.head.stream != ledger::deviceStream) {
            m_touched.insert(stream.head.stream);
            SEREIN_TRY(Statement known, m_vault.m_database->prepare("SELECT 1 FROM events WHERE stream=? LIMIT 1"));
            SEREIN_TRY(const bool isKnown, known.bind(stream.head.stream).step());
            if (!isKnown) {
                m_new.insert(stream.head.stream);
                ++m_report.participants;
            }
        }
        SEREIN_TRY(Statement rows,
                   m_copy.prepare("SELECT id,sequence,hlc,header,body,hash FROM events WHERE device=? AND "
                                  "stream=? AND sequence>? ORDER BY sequence"));
        rows.bind(stream.device.toRfc4122()).bind(stream.head.stream).bind(common);
        for (;;) {
            SEREIN_TRY(const bool row, rows.step());
            if (!row)
                return {};
            SEREIN_TRY(Statement write,
                       m_vault.m_database->prepare("INSERT INTO events(id,device,stream,sequence,hlc,header,body,hash) "
                                                   "VALUES(?,?,?,?,?,?,?,?)"));
            SEREIN_CHECK(write.bind(rows.blob(0))
                             .bind(stream.device.toRfc4122())
                             .bind(stream.head.stream)
                             .bind(rows.integer(1))
                             .bind(rows.text(2))
                             .bind(rows.blob(3))
                             .bind(rows.blob(4))
                             .bind(rows.blob(5))
                             .run());
            m_taken.insert(rows.blob(0));
            // The own clock goes on after whatever it has seen.
            if (const auto time = ledger::HybridTime::fromString(rows.text(2)); time && m_vault.m_lastTime < *time)
                m_vault.m_lastTime = *time;
            ++m_report.events;
        }
    }

    /// Of participants and texts that are new here. What was destroyed here stays so, though the other device has it.
    [[nodiscard]] Result<void> takeKeys(BackupKeys keys) {
        for (const TextKey& text : keys.texts)
            if (m_taken.contains(text.event.toRfc4122()))
                SEREIN_CHECK(keepTextKey(*m_vault.m_database, text));
        std::map<QString, crypto::Secret> ofNew;
        for (auto& [name, key] : keys.participants)
            if (m_new.contains(name.section(u'/', 0, 0)))
                ofNew.emplace(name, std::move(key));
        return ofNew.empty() ? Result<void>() : m_vault.m_participantKeys->add(std::move(ofNew));
    }

    [[nodiscard]] Result<void> findDoubled() {
        SEREIN_TRY(Statement rows,
                   m_vault.m_database->prepare(
                       "SELECT subject FROM participants GROUP BY subject HAVING count(*)>1 ORDER BY 1"));
        for (;;) {
            SEREIN_TRY(const bool row, rows.step());
            if (!row)
                return {};
            m_report.doubled.append(rows.text(0));
        }
    }

    [[nodiscard]] Result<void> findTwice() {
        for (const QString& stream : std::as_const(m_touched)) {
            SEREIN_TRY(const auto events, m_vault.events(stream));
            SEREIN_TRY(const auto state, m_vault.participant(QUuid(stream)));
            QMap<QString, QUuid> begun;
            for (const ledger::Event& event : events) {
                const auto* opened = std::get_if<ledger::AssessmentOpened>(&event.fact);
                if (opened == nullptr)
                    continue;
                const QString key = opened->assessment.toString();
                if (begun.contains(key) && begun.value(key) != event.header.device)
                    m_report.twice.append(state->subject + QStringLiteral(": ") + key);
                begun.insert(key, event.header.device);
            }
        }
        m_report.twice.sort();
        return {};
    }

    Vault& m_vault;
    const Database& m_copy;
    const BackupManifest& m_manifest;
    const QMap<QUuid, QByteArray>& m_registered;
    MergeReport m_report;
    QList<ledger::ParticipantState> m_decided;
    QSet<QString> m_touched;
    QSet<QString> m_new;
    QSet<QByteArray> m_taken;
};

Result<MergeReport> merge(Vault& vault, const QString& backup, const QList<QByteArray>& privateKeys,
                          const QMap<QUuid, QByteArray>& registered, const Actor& actor) {
    const QString folder = QDir::cleanPath(backup);
    SEREIN_TRY(const OpenedBackup opened, openBackup(folder, privateKeys));
    if (opened.manifest.vault != vault.deviceState().vault)
        return unusable(QStringLiteral("it is a backup of another vault"), {}, folder);
    QMap<QUuid, QByteArray> signers = registered;
    const auto& devices = vault.deviceState().devices;
    for (auto device = devices.begin(); device != devices.end(); ++device)
        signers.insert(device.key(), device->publicKey);
    SEREIN_CHECK(checkSigner(opened.manifest, signers, folder));
    SEREIN_TRY(BackupKeys keys, openBackupKeys(folder, privateKeys, false));
    // A copy of it: nothing is written where the backup lies.
    const Copy copy(databasePath(vault.folder()) + QStringLiteral(".merged"));
    SEREIN_TRY(const QByteArray hash, copyHashed(backupDatabasePath(folder), copy.path()));
    if (hash != opened.manifest.databaseHash)
        return wrong(QStringLiteral("the backup was changed or is not whole"), {}, backupDatabasePath(folder));
    SEREIN_TRY(const auto database, Database::open(copy.path(), opened.databaseKey));
    SEREIN_CHECK(migrate(*database)); // one that an older Serein wrote
    SEREIN_CHECK(checkCopy(*database, opened.manifest));
    return Merging(vault, *database, opened.manifest, registered).run(std::move(keys), actor);
}

} // namespace serein::vault

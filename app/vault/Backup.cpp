#include "vault/Backup.h"

#include "core/Json.h"
#include "core/Writing.h"
#include "vault/ParticipantKeys.h"
#include "vault/Recovering.h"
#include "vault/Schema.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStorageInfo>
#include <algorithm>

namespace serein::vault {

namespace {

constexpr qint64 slice = 30; // ms
const QString part = QStringLiteral(".part");

Result<qint64> numberOf(const Database& database, const char* sql) {
    SEREIN_TRY(Statement row, database.prepare(sql));
    SEREIN_CHECK(row.step());
    return row.integer(0);
}

Result<QList<BackupManifest::Stream>> headsOf(const Database& database) {
    SEREIN_TRY(Statement rows,
               database.prepare("SELECT device,stream,max(sequence) FROM events GROUP BY device,stream"));
    QList<BackupManifest::Stream> heads;
    for (;;) {
        SEREIN_TRY(const bool row, rows.step());
        if (!row)
            return heads;
        // Asked apart: the grouping walks an index, and needs no event for it.
        SEREIN_TRY(Statement head,
                   database.prepare("SELECT hash FROM events WHERE device=? AND stream=? AND sequence=?"));
        SEREIN_CHECK(head.bind(rows.blob(0)).bind(rows.text(1)).bind(rows.integer(2)).step());
        heads.append({QUuid::fromRfc4122(rows.blob(0)), {rows.text(1), rows.integer(2), head.blob(0)}});
    }
}

Result<void> checkFolder(const QString& folder, qint64 needed) {
    const QFileInfo info(folder);
    if (!info.isDir() || !info.isWritable())
        return unusable(QStringLiteral("there is no such folder that can be written to"), QStringLiteral("/folder"));
    if (const QStorageInfo disk(folder); disk.isValid() && disk.bytesAvailable() < needed)
        return unusable(QStringLiteral("too little room: %1 MB are needed, %2 MB are free")
                            .arg(needed / 1'000'000 + 1)
                            .arg(disk.bytesAvailable() / 1'000'000),
                        QStringLiteral("/folder"));
    return {};
}

} // namespace

Result<qint64> Vault::unbackedEvents() const {
    SEREIN_TRY(const qint64 all, numberOf(*m_database, "SELECT coalesce(max(ordinal),0) FROM events"));
    const qint64 backed = m_deviceState.backedUpBy == m_device ? m_deviceState.backedUpEvents : 0;
    return backed == 0 ? all : std::max<qint64>(0, all - backed - 1); // the last is that of the backup itself
}

QString BackupJob::ofVault() const {
    return m_order.folder + QStringLiteral("/serein-") + idText(m_vault.m_vault);
}

QString BackupJob::backupsOf(const QUuid& device) const {
    return ofVault() + u'/' + idText(device);
}

QString BackupJob::backups() const {
    return backupsOf(m_vault.m_device);
}

QString BackupJob::unfinished() const {
    return m_report.path + part;
}

Result<std::unique_ptr<BackupJob>> BackupJob::begin(Vault& vault, const BackupOrder& order, const Actor& actor) {
    if (vault.m_deviceState.recovery.isEmpty())
        return refused(QStringLiteral("this vault has no recovery certificate, so nobody could open a backup: the "
                                      "administrator names one first"));
    SEREIN_CHECK(vault.recovery()); // none of the certificates has ended by now
    if (vault.m_backingUp)
        return refused(QStringLiteral("a backup is being made just now"));
    if (order.keep < 1)
        return unusable(QStringLiteral("at least one backup is kept"), QStringLiteral("/keep"));
    SEREIN_TRY(const qint64 pages, numberOf(*vault.m_database, "PRAGMA page_count"));
    SEREIN_TRY(const qint64 size, numberOf(*vault.m_database, "PRAGMA page_size"));
    SEREIN_CHECK(checkFolder(order.folder, pages * size + pages * size / 10 + readAtOnce));
    std::unique_ptr<BackupJob> job(new BackupJob(vault, order, actor));
    vault.m_backingUp = true;
    SEREIN_CHECK(job->nameHeads());
    SEREIN_CHECK(job->makeCopy());
    return job;
}

Result<void> BackupJob::nameHeads() {
    SEREIN_CHECK(m_vault.checkpointAll(m_actor));
    const QDateTime now = m_vault.m_clock.now();
    SEREIN_TRY(const qint64 events, numberOf(*m_vault.m_database, "SELECT max(ordinal) FROM events"));
    m_manifest = {m_vault.m_ids.next(now),
                  m_vault.m_vault,
                  m_vault.m_device,
                  m_vault.m_devicePublicKey,
                  now,
                  QStringLiteral(SEREIN_VERSION),
                  events,
                  {},
                  {}};
    SEREIN_TRY(m_manifest.streams, headsOf(*m_vault.m_database));
    return {};
}

Result<void> BackupJob::makeCopy() {
    m_report = {m_manifest.id,
                backups() + u'/' + m_manifest.at.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")) + u'-' +
                    idText(m_manifest.id).right(8),
                m_manifest.events, 0};
    if (!QDir().mkpath(backups()))
        return storageFailed(QStringLiteral("the folder cannot be made"), backups());
    const QStringList left = QDir(backups()).entryList({QStringLiteral("*") + part}, QDir::Dirs);
    for (const QString& broken : left) // of a run that was cut short
        QDir(backups() + u'/' + broken).removeRecursively();
    if (!QDir().mkdir(unfinished()))
        return storageFailed(QStringLiteral("the folder cannot be made"), unfinished());
    m_key = crypto::randomSecret();
    SEREIN_TRY(m_copy, Database::open(backupDatabasePath(unfinished()), m_key));
    SEREIN_CHECK(migrate(*m_copy));
    return copySmallTables();
}

Result<void> BackupJob::copySmallTables() const {
    SEREIN_TRY(Transaction transaction, Transaction::begin(*m_copy));
    SEREIN_TRY(Statement definitions, m_vault.m_database->prepare("SELECT hash,kind,id,content FROM definitions"));
    for (;;) {
        SEREIN_TRY(const bool row, definitions.step());
        if (!row)
            break;
        SEREIN_TRY(Statement write, m_copy->prepare("INSERT INTO definitions VALUES(?,?,?,?)"));
        SEREIN_CHECK(write.bind(definitions.text(0))
                         .bind(definitions.text(1))
                         .bind(definitions.text(2))
                         .bind(definitions.blob(3))
                         .run());
    }
    // The keys of the classes; not the device's own: who restores is another device.
    SEREIN_TRY(Statement secrets,
               m_vault.m_database->prepare("SELECT name,value FROM secrets WHERE name LIKE 'class-%'"));
    for (;;) {
        SEREIN_TRY(const bool row, secrets.step());
        if (!row)
            break;
        QByteArray value = secrets.blob(1);
        SEREIN_TRY(Statement write, m_copy->prepare("INSERT INTO secrets VALUES(?,?)"));
        const auto written = write.bind(secrets.text(0)).bind(value).run();
        crypto::wipe(value);
        SEREIN_CHECK(written);
    }
    return transaction.commit();
}

Result<void> BackupJob::copyEvents() {
    SEREIN_TRY(Transaction transaction, Transaction::begin(*m_copy));
    {
        SEREIN_TRY(Statement rows,
                   m_vault.m_database->prepare("SELECT ordinal,id,device,stream,sequence,hlc,header,body,hash FROM "
                                               "events WHERE ordinal>? AND ordinal<=? ORDER BY ordinal LIMIT 1000"));
        rows.bind(m_copied).bind(m_manifest.events);
        for (;;) {
            SEREIN_TRY(const bool row, rows.step());
            if (!row)
                break;
            SEREIN_TRY(Statement write, m_copy->prepare("INSERT INTO events VALUES(?,?,?,?,?,?,?,?,?)"));
            m_copied = rows.integer(0);
            SEREIN_CHECK(write.bind(m_copied)
                             .bind(rows.blob(1))
                             .bind(rows.blob(2))
                             .bind(rows.text(3))
                             .bind(rows.integer(4))
                             .bind(rows.text(5))
                             .bind(rows.blob(6))
                             .bind(rows.blob(7))
                             .bind(rows.blob(8))
                             .run());
        }
    }
    SEREIN_CHECK(transaction.commit());
    if (m_copied < m_manifest.events)
        return {};
    m_copy.reset(); // written to the end, and read back from the disk
    SEREIN_TRY(m_copy, Database::open(backupDatabasePath(unfinished()), m_key));
    m_phase = Phase::ReadingBack;
    return {};
}

Result<void> BackupJob::readBack() {
    if (m_read < m_manifest.streams.size())
        return checkStream(*m_copy, m_manifest.streams.at(m_read++));
    m_copy.reset();
    auto file = std::make_unique<QFile>(backupDatabasePath(unfinished()));
    if (!file->open(QIODevice::ReadOnly))
        return storageFailed(QStringLiteral("cannot be read back"), file->fileName());
    m_file = std::move(file);
    m_phase = Phase::Hashing;
    return {};
}

Result<void> BackupJob::hashSome() {
    const QByteArray bytes = m_file->read(readAtOnce);
    m_hash.addData(bytes);
    if (!bytes.isEmpty())
        return {};
    m_file.reset();
    m_manifest.databaseHash = m_hash.result();
    SEREIN_CHECK(finish());
    m_phase = Phase::Done;
    return {};
}

Result<void> BackupJob::finish() {
    SEREIN_TRY(const Recovery recovery, m_vault.recovery());
    SEREIN_TRY(const QByteArray sealed, sealBackup(m_manifest, m_key, m_vault.sign(m_manifest.message()), recovery));
    SEREIN_CHECK(writeFile(backupSealPath(unfinished()), sealed, true));
    SEREIN_CHECK(writeKeys(recovery));
    syncFolder(unfinished());
    if (!QDir().rename(unfinished(), m_report.path))
        return storageFailed(QStringLiteral("the finished backup cannot be given its name"), m_report.path);
    syncFolder(backups());
    const ledger::BackedUp fact{idText(m_report.id), static_cast<int>(m_report.events), m_order.folder, m_order.keep};
    SEREIN_CHECK(m_vault.appendToDevice({{fact}}, m_actor));
    removeOlder();
    return {};
}

// Two devices of one vault may back up to one stick. Each has a keys file of its own, or the later one would take away
// what only the other knows; but where everything of the other is known here, what was destroyed here goes there too.
Result<void> BackupJob::writeKeys(const Recovery& recovery) const {
    SEREIN_TRY(const QByteArray keys, sealBackupKeys(m_vault.m_participantKeys->all(), *m_vault.m_database, recovery));
    const auto ofDevice = [this](const BackupManifest::Stream& one) {
        return one.device == m_vault.m_device && one.head.stream == ledger::deviceStream;
    };
    const auto own = std::ranges::find_if(m_manifest.streams, ofDevice);
    // Before the keys: a run that ends between them leaves a head that nobody holds all of.
    SEREIN_CHECK(
        writeFile(backupHeadPath(backups()),
                  canonicalJson(QJsonObject{{QStringLiteral("sequence"), own->head.sequence},
                                            {QStringLiteral("hash"), QString::fromLatin1(own->head.hash.toHex())}}),
                  true));
    QStringList folders{backups()};
    for (const QString& name : QDir(ofVault()).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QUuid device(name);
        if (device.isNull() || device == m_vault.m_device)
            continue;
        SEREIN_TRY(const bool all, holdsAllOf(device));
        if (all)
            folders += backupsOf(device);
    }
    for (const QString& folder : std::as_const(folders)) {
        SEREIN_CHECK(writeFile(backupKeysPath(folder), keys, true));
        SEREIN_TRY(const QByteArray written, readFile(backupKeysPath(folder)));
        if (written != keys)
            return storageFailed(QStringLiteral("it does not read back as it was written"), backupKeysPath(folder));
    }
    return {};
}

/// Whether this vault has all that the other device's keys file there is about: its stream up to the last backup, which
/// names the heads of all others.
Result<bool> BackupJob::holdsAllOf(const QUuid& device) const {
    const auto json = readJson(backupHeadPath(backupsOf(device)));
    if (!json)
        return false;
    SEREIN_TRY(Statement event,
               m_vault.m_database->prepare("SELECT hash FROM events WHERE device=? AND stream=? AND sequence=?"));
    SEREIN_TRY(const bool known, event.bind(device.toRfc4122())
                                     .bind(ledger::deviceStream)
                                     .bind(json->toObject().value(QLatin1String("sequence")).toInteger())
                                     .step());
    return known &&
           QString::fromLatin1(event.blob(0).toHex()) == json->toObject().value(QLatin1String("hash")).toString();
}

bool isBackupDue(const ledger::DeviceState& state, const QUuid& device, const QDateTime& now) {
    if (state.backupEveryHours == 0 || state.backedUpBy != device || state.backupFolder.isEmpty() ||
        state.recovery.isEmpty())
        return false;
    // A clock that was set back must not put the next one off for years.
    return now < state.backedUpAt || state.backedUpAt.addSecs(3600LL * state.backupEveryHours) <= now;
}

void BackupJob::removeOlder() {
    static const QRegularExpression ours(QStringLiteral("^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}$"));
    QStringList all = QDir(backups()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    all.removeIf([](const QString& name) { return !ours.match(name).hasMatch(); });
    all.removeOne(QFileInfo(m_report.path).fileName()); // kept, whatever the clock said before
    while (all.size() >= m_order.keep)
        if (QDir(backups() + u'/' + all.takeFirst()).removeRecursively())
            ++m_report.removed;
}

Result<bool> BackupJob::step() {
    QElapsedTimer timer;
    timer.start();
    while (m_phase != Phase::Done && timer.elapsed() < slice)
        SEREIN_CHECK(m_phase == Phase::Copying       ? copyEvents()
                     : m_phase == Phase::ReadingBack ? readBack()
                                                     : hashSome());
    return m_phase == Phase::Done;
}

double BackupJob::progress() const {
    switch (m_phase) {
    case Phase::Copying:
        return 0.5 * static_cast<double>(m_copied) / static_cast<double>(std::max<qint64>(1, m_manifest.events));
    case Phase::ReadingBack:
        return 0.5 + 0.3 * static_cast<double>(m_read) /
                         static_cast<double>(std::max<qsizetype>(1, m_manifest.streams.size()));
    case Phase::Hashing:
        return 0.8 + 0.2 * static_cast<double>(m_file ? m_file->pos() : 1) /
                         static_cast<double>(std::max<qint64>(1, m_file ? m_file->size() : 1));
    case Phase::Done:
        return 1;
    }
    return 0;
}

BackupJob::~BackupJob() {
    m_vault.m_backingUp = false;
    m_copy.reset();
    m_file.reset();
    if (m_phase == Phase::Done || m_report.path.isEmpty())
        return;
    QDir(unfinished()).removeRecursively();
    QDir().rmdir(backups()); // where it was to be the first
    QDir().rmdir(ofVault());
}

Result<BackupReport> backUp(Vault& vault, const BackupOrder& order, const Actor& actor) {
    SEREIN_TRY(const auto job, BackupJob::begin(vault, order, actor));
    for (;;) {
        SEREIN_TRY(const bool done, job->step());
        if (done)
            return job->report();
    }
}

} // namespace serein::vault

#include "support/TestVault.h"
#include "unit/crypto/Certificates.h"
#include "vault/Backup.h"

#include <QDirIterator>
#include <QJsonObject>
#include <QRegularExpression>

using namespace serein;
using namespace serein::test;

class TestBackup : public QObject {
    Q_OBJECT

    const TestCertificate m_site = makeCertificate();
    const vault::Actor m_anna{"anna", "administrator"};

    Result<void> nameRecovery(TestVault& test) const {
        SEREIN_TRY(const crypto::Certificate certificate,
                   crypto::readCertificate(m_site.certificatePem, test.clock.now()));
        return test.vault->nameRecovery({{certificate}, false}, m_anna);
    }
    Result<vault::BackupReport> backUp(TestVault& test, const QTemporaryDir& stick, int keep = 7) const {
        test.clock.advance(std::chrono::minutes(1));
        return vault::backUp(*test.vault, {stick.path(), keep}, m_anna);
    }
    static QStringList foldersOn(const QTemporaryDir& stick) {
        QStringList folders;
        QDirIterator all(stick.path(), QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (all.hasNext())
            if (const QFileInfo folder(all.next()); folder.fileName().contains(QRegularExpression("^[0-9]{8}T")))
                folders.append(folder.filePath());
        return folders;
    }
    static void change(const QString& path, const std::function<void(QByteArray&)>& how) {
        QByteArray bytes = *readFile(path);
        how(bytes);
        QVERIFY(writeFile(path, bytes));
    }

private Q_SLOTS:
    void backup_opensWithTheRecoveryKey_andHoldsEveryEvent() {
        TestVault test;
        const QTemporaryDir stick;
        VERIFY_DONE(nameRecovery(test));
        test.handOver();
        const qint64 events = test.vault->verify()->events;
        const auto made = backUp(test, stick);
        VERIFY_DONE(made);
        QCOMPARE(made->events, events + 1); // and the checkpoint that names every head
        const auto found = vault::checkBackup(made->path, {m_site.privateKeyPem});
        VERIFY_DONE(found);
        QCOMPARE(found->events, made->events);
        QCOMPARE(found->device, test.vault->device());
        QCOMPARE(found->streams.size(), 2); // the device's and one participant's
        VERIFY_DONE(test.vault->verify());
    }
    void ledgerThatIsNotWhole_isReadBackAsSuch_andNoBackupIsCalledDone() {
        TestVault test;
        const QTemporaryDir stick;
        VERIFY_DONE(nameRecovery(test));
        const QUuid participant = test.enrol();
        test.vault.reset();
        {
            const auto unlocking = vault::Vault::derive(test.place(), "anna", crypto::Secret(passphrase), test.clock);
            const auto database = vault::Database::open(test.place().folder + "/serein.db", unlocking->databaseKey);
            VERIFY_DONE((*database)->execute("DROP TRIGGER events_no_update"));
            auto change = (*database)->prepare("UPDATE events SET body=zeroblob(64) WHERE stream=? AND sequence=1");
            VERIFY_DONE(change->bind(idText(participant)).run());
        }
        VERIFY_DONE(test.reopen());
        const auto made = backUp(test, stick);
        QVERIFY(!made);
        QVERIFY2(made.error().toString().contains(idText(participant)), qPrintable(made.error().toString()));
        QCOMPARE(QDir(stick.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
        QVERIFY(test.vault->deviceState().backedUpEvents == 0);
    }
    void copy_holdsNoDeviceKey_andNoWordInPlain() {
        TestVault test;
        const QTemporaryDir stick;
        VERIFY_DONE(nameRecovery(test));
        test.enrol(); // Ming Li, 1957
        const auto made = backUp(test, stick);
        VERIFY_DONE(made);
        const auto opened = vault::openBackup(made->path, {m_site.privateKeyPem});
        VERIFY_DONE(opened);
        {
            const auto copy = vault::Database::open(vault::backupDatabasePath(made->path), opened->databaseKey);
            VERIFY_DONE(copy);
            auto rows = (*copy)->prepare("SELECT group_concat(name) FROM (SELECT name FROM secrets ORDER BY name)");
            QVERIFY(*rows->step());
            QCOMPARE(rows->text(0), QString("class-data,class-unblinding"));
        }
        QDirIterator files(stick.path(), QDir::Files, QDirIterator::Subdirectories);
        int seen = 0;
        for (; files.hasNext(); ++seen) {
            const QByteArray bytes = *readFile(files.next());
            for (const char* word : {"Ming Li", "SYN-001", "enrolled", "anna"})
                QVERIFY2(!bytes.contains(word), word);
        }
        QCOMPARE(seen, 4); // the copy, its seal, the participants' keys, how far these reach
    }
    void withoutRecoveryCertificate_nothingIsWritten() {
        TestVault test;
        const QTemporaryDir stick;
        QCOMPARE(backUp(test, stick).error().exitStatus(), 3);
        QVERIFY(QDir(stick.path()).isEmpty());
    }
    void certificateThatEndedSince_isNamed() {
        TestVault test;
        const QTemporaryDir stick;
        VERIFY_DONE(nameRecovery(test));
        test.clock.set(*parseInstant("2027-06-01T09:00+08:00")); // it ended on 1 January
        const auto made = backUp(test, stick);
        QCOMPARE(made.error().exitStatus(), 2);
        QVERIFY(made.error().toString().contains("2027"));
    }
    void folderThatIsNone_isNamed() {
        TestVault test;
        VERIFY_DONE(nameRecovery(test));
        const auto made = vault::backUp(*test.vault, {test.folder.filePath("nowhere"), 7}, m_anna);
        QCOMPARE(made.error().exitStatus(), 2);
        QCOMPARE(made.error().faults.constFirst().pointer, QString("/folder"));
    }
    void tamperedOrHalfWritten_isRefused_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("place"); // in thousandths of the file; -1: cut in half; -2: gone
        QTest::addColumn<int>("status");
        for (const int place : {0, 1, 17, 250, 500, 999}) {
            QTest::addRow("copy at %d", place) << "serein.db" << place << 1;
            if (place >= 250) // before that stand the recipients, which CMS leaves open
                QTest::addRow("seal at %d", place) << "backup.p7m" << place << 1;
        }
        QTest::newRow("copy cut") << "serein.db" << -1 << 1;
        QTest::newRow("seal cut") << "backup.p7m" << -1 << 1;
        QTest::newRow("copy gone") << "serein.db" << -2 << 2;
        QTest::newRow("seal gone") << "backup.p7m" << -2 << 2;
    }
    void tamperedOrHalfWritten_isRefused() {
        QFETCH(QString, file);
        QFETCH(int, place);
        QFETCH(int, status);
        TestVault test;
        const QTemporaryDir stick;
        VERIFY_DONE(nameRecovery(test));
        test.enrol();
        const auto made = backUp(test, stick);
        VERIFY_DONE(made);
        const QString path = made->path + "/" + file;
        if (place == -2)
            QVERIFY(QFile::remove(path));
        else
            change(path, [&](QByteArray& bytes) {
                if (place == -1)
                    bytes.truncate(bytes.size() / 2);
                else
                    bytes[bytes.size() * place / 1000] = static_cast<char>(bytes[bytes.size() * place / 1000] ^ 1);
            });
        const auto found = vault::checkBackup(made->path, {m_site.privateKeyPem});
        QVERIFY(!found);
        if (file != "backup.p7m" || place == -2)
            QCOMPARE(found.error().exitStatus(), status);
    }
    void copyOfAnotherDay_underThisSeal_isRefused() {
        TestVault test;
        const QTemporaryDir stick;
        VERIFY_DONE(nameRecovery(test));
        const auto first = backUp(test, stick);
        test.enrol();
        const auto second = backUp(test, stick);
        VERIFY_DONE(second);
        const QByteArray old = *readFile(vault::backupDatabasePath(first->path));
        QVERIFY(writeFile(vault::backupDatabasePath(second->path), old));
        QCOMPARE(vault::checkBackup(second->path, {m_site.privateKeyPem}).error().exitStatus(), 1);
    }
    void anotherKey_opensNothing() {
        TestVault test;
        const QTemporaryDir stick;
        VERIFY_DONE(nameRecovery(test));
        const auto made = backUp(test, stick);
        QCOMPARE(vault::checkBackup(made->path, {makeCertificate().privateKeyPem}).error().exitStatus(), 1);
    }
    void stoppedHalfway_leavesNothing_andWhatAKillLeftGoes() {
        TestVault test;
        const QTemporaryDir stick;
        VERIFY_DONE(nameRecovery(test));
        {
            const auto job = vault::BackupJob::begin(*test.vault, {stick.path(), 7}, m_anna);
            VERIFY_DONE(job);
            QVERIFY((*job)->progress() < 1);
            QCOMPARE(foldersOn(stick).size(), 1);
            QVERIFY(foldersOn(stick).constFirst().endsWith(".part"));
            QCOMPARE(vault::checkBackup(foldersOn(stick).constFirst(), {m_site.privateKeyPem}).error().exitStatus(), 2);
        }
        QVERIFY(foldersOn(stick).isEmpty());
        QVERIFY(!test.vault->deviceState().backedUpAt.isValid());
        const auto made = backUp(test, stick);
        VERIFY_DONE(made);
        QVERIFY(QDir().mkpath(made->path + ".part"));
        VERIFY_DONE(backUp(test, stick));
        QCOMPARE(foldersOn(stick).filter(".part").size(), 0);
    }
    void eventsThatFollowTheBeginning_waitForTheNext() {
        TestVault test;
        const QTemporaryDir stick;
        VERIFY_DONE(nameRecovery(test));
        const auto job = vault::BackupJob::begin(*test.vault, {stick.path(), 7}, m_anna);
        VERIFY_DONE(job);
        const qint64 before = test.vault->verify()->events;
        test.enrol(); // enrolled and identified: two events
        for (bool whole = false; !whole;) {
            const auto stepped = (*job)->step();
            VERIFY_DONE(stepped);
            whole = *stepped;
        }
        QCOMPARE((*job)->progress(), 1.0);
        QCOMPARE((*job)->report().events, before);
        QCOMPARE(vault::checkBackup((*job)->report().path, {m_site.privateKeyPem})->events, before);
        QCOMPARE(*test.vault->unbackedEvents(), 2);
    }
    void unbackedEvents_areCountedSinceTheLast_alsoAfterUnlocking() {
        TestVault test;
        const QTemporaryDir stick;
        VERIFY_DONE(nameRecovery(test));
        QCOMPARE(*test.vault->unbackedEvents(), test.vault->verify()->events); // none yet
        VERIFY_DONE(backUp(test, stick));
        QCOMPARE(*test.vault->unbackedEvents(), 0);
        QCOMPARE(test.vault->deviceState().backedUpAt, test.clock.now());
        VERIFY_DONE(test.reopen());
        QCOMPARE(*test.vault->unbackedEvents(), 1); // the unlocking
        const auto digest = test.vault->projectionDigest();
        QCOMPARE(*test.vault->rebuild(), *digest);
    }
    void rotation_keepsTheNewest() {
        TestVault test;
        const QTemporaryDir stick;
        VERIFY_DONE(nameRecovery(test));
        QStringList paths;
        for (int i = 0; i < 4; ++i) {
            const auto made = backUp(test, stick, 2);
            VERIFY_DONE(made);
            paths.append(made->path);
        }
        QStringList left = foldersOn(stick);
        left.sort();
        QCOMPARE(left, paths.mid(2));
    }
    void erasedIdentity_isGoneFromOlderBackupsToo() {
        TestVault test;
        const QTemporaryDir stick;
        VERIFY_DONE(nameRecovery(test));
        const QUuid participant = test.enrol();
        const auto first = backUp(test, stick);
        VERIFY_DONE(first);
        const QString keys = vault::backupKeysPath(QFileInfo(first->path).path());
        const QString name = idText(participant) + "/identity";
        QVERIFY(crypto::cmsOpen(*readFile(keys), m_site.privateKeyPem)->contains(name.toUtf8()));
        VERIFY_DONE(test.vault->destroyKey(participant, ledger::BodyClass::Identity));
        VERIFY_DONE(backUp(test, stick));
        QVERIFY(!crypto::cmsOpen(*readFile(keys), m_site.privateKeyPem)->contains(name.toUtf8()));
        VERIFY_DONE(vault::checkBackup(first->path, {m_site.privateKeyPem})); // the rest of it stands
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"

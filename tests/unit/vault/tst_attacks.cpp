// Somebody with the tablet, its disk, or a copy of either, and without a passphrase; and somebody whose passphrase no
// longer counts.
#include "support/TestVault.h"
#include "vault/Database.h"
#include "vault/VaultFile.h"

#include <QJsonObject>
#include <QRandomGenerator>
#include <sqlite3.h>

using namespace serein;
using namespace serein::test;

namespace {

bool copyFolder(const QString& from, const QString& to) {
    bool copied = QDir().mkpath(to);
    for (const QFileInfo& file : QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot))
        copied = (file.isDir() ? copyFolder(file.filePath(), to + u'/' + file.fileName())
                               : QFile::copy(file.filePath(), to + u'/' + file.fileName())) &&
                 copied;
    return copied;
}

/// The keyring with one member of one slot changed.
void setInSlot(const QString& path, const QString& name, const char* member, const QJsonValue& value) {
    QJsonObject json = readJson(path)->toObject();
    QJsonObject slotsJson = json[QLatin1String("slots")].toObject();
    QJsonObject slot = slotsJson[name].toObject();
    slot.insert(QLatin1String(member), value);
    slotsJson.insert(name, slot);
    json.insert(QLatin1String("slots"), slotsJson);
    if (!writeFile(path, canonicalJson(json)))
        qFatal("the keyring can't be written");
}

} // namespace

class TestAttacks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void passphrasesByTheThousand_aFewAreLookedAt_andNobodyIsLockedOut() {
        TestVault test;
        test.vault.reset();
        QRandomGenerator random(7);
        int looked = 0;
        int asked = 0;
        for (; asked < 3000; ++asked) { // each call reads the file anew, as a restarted program does
            test.clock.advance(std::chrono::seconds(1));
            if (asked % 500 == 499)
                test.clock.set(test.clock.now().addSecs(-random.bounded(60, 7200))); // and the clock is set back
            const auto tried =
                vault::Vault::derive(test.place(), QStringLiteral("anna"),
                                     crypto::Secret("guess number " + QByteArray::number(asked)), test.clock);
            QVERIFY(!tried);
            QCOMPARE(tried.error().kind, Error::Kind::Refused);
            looked += tried.error().toString().contains(QLatin1String("too many")) ? 0 : 1;
        }
        // Three for nothing, then after 2, 4, 8 … 256 s (510 s together), then one each 300 s of the rest.
        QVERIFY2(looked >= 8 && looked <= 3 + 8 + (asked - 510) / 300 + 1, qPrintable(QString::number(looked)));
        // The only administrator has waited out the longest delay, on a clock that was set back by hours: they are in.
        test.clock.advance(std::chrono::hours(24));
        VERIFY_DONE(test.reopen());
        vault::TrailQuery refusals;
        refusals.kinds = {QStringLiteral("passphraseRefused")};
        const auto trail = *test.vault->trail(refusals);
        QCOMPARE(trail.size(), 1);
        QCOMPARE(std::get<ledger::PassphraseRefused>(trail.constFirst().event.fact).times, looked);
    }
    void oldKeyring_revivesNobody() {
        TestVault test;
        const QString keyring = vault::keyringPath(test.place().folder);
        VERIFY_DONE(test.desk().addAccount(QStringLiteral("bo"), {account::Role::Nurse},
                                           crypto::Secret("another long one, bo"), cheap));
        QVERIFY(QFile::copy(keyring, test.folder.filePath(QStringLiteral("old"))));
        VERIFY_DONE(test.desk().disableAccount(QStringLiteral("bo"), QStringLiteral("left the site")));
        VERIFY_DONE(test.desk().addAccount(QStringLiteral("cy"), {account::Role::Nurse},
                                           crypto::Secret("another long one, cy"), cheap));
        test.vault.reset();
        QVERIFY(QFile::remove(keyring) && QFile::copy(test.folder.filePath(QStringLiteral("old")), keyring));
        const auto revived = test.reopen(QStringLiteral("bo"), "another long one, bo");
        QVERIFY(!revived);
        QVERIFY2(revived.error().toString().contains(QLatin1String("not active")),
                 qPrintable(revived.error().toString()));
        VERIFY_DONE(test.reopen());
    }
    void disabled_isNamedNoMore_onceTheTabletLocks() {
        TestVault test;
        const auto names = [&] { return vault::Vault::inspect(test.place())->names; };
        for (const char* name : {"bo", "cy"})
            VERIFY_DONE(test.desk().addAccount(QString::fromLatin1(name), {account::Role::Nurse},
                                               crypto::Secret("another long one, for them"), cheap));
        VERIFY_DONE(test.desk().disableAccount(QStringLiteral("bo"), QStringLiteral("left the site")));
        VERIFY_DONE(test.vault->signOff());
        QCOMPARE(names(), (QStringList{QStringLiteral("anna"), QStringLiteral("cy")}));
        QVERIFY(!test.reopen(QStringLiteral("bo"), "another long one, for them"));
        VERIFY_DONE(test.reopen(QStringLiteral("cy"), "another long one, for them"));
        VERIFY_DONE(test.reopen());
        QVERIFY(!test.desk().addAccount(QStringLiteral("bo"), {account::Role::Nurse},
                                        crypto::Secret("another long one, for them"),
                                        cheap)); // a name is never used twice
    }
    void keyringChanged_opensNothing_data() {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("said");
        QTest::newRow("cost lowered to one that is allowed")
            << QByteArray("logN") << QJsonValue(15) << QStringLiteral("not right");
        QTest::newRow("cost lowered below what is accepted")
            << QByteArray("logN") << QJsonValue(1) << QStringLiteral("outside what Serein accepts");
        QTest::newRow("cost raised beyond memory")
            << QByteArray("logN") << QJsonValue(60) << QStringLiteral("outside what Serein accepts");
        QTest::newRow("r lowered") << QByteArray("r") << QJsonValue(1) << QStringLiteral("outside what Serein accepts");
        QTest::newRow("salt exchanged") << QByteArray("salt")
                                        << QJsonValue(QString::fromLatin1(QByteArray(16, 's').toBase64()))
                                        << QStringLiteral("not right");
        QTest::newRow("database key exchanged")
            << QByteArray("databaseKey") << QJsonValue(QString::fromLatin1(QByteArray(92, 'k').toBase64()))
            << QStringLiteral("changed by another program");
        QTest::newRow("public key cut") << QByteArray("publicKey") << QJsonValue(QStringLiteral("AAAA"))
                                        << QStringLiteral("/slots/anna");
    }
    void keyringChanged_opensNothing() {
        QFETCH(QByteArray, member);
        QFETCH(QJsonValue, value);
        QFETCH(QString, said);
        TestVault test;
        test.vault.reset();
        setInSlot(vault::keyringPath(test.place().folder), QStringLiteral("anna"), member.constData(), value);
        const auto opened = test.reopen();
        QVERIFY(!opened);
        QVERIFY2(opened.error().toString().contains(said), qPrintable(opened.error().toString()));
    }
    void keyringCutShort_isRefusedAtEveryLength() {
        TestVault test;
        test.vault.reset();
        const QString path = vault::keyringPath(test.place().folder);
        const QByteArray whole = *readFile(path);
        for (qsizetype length = 0; length < whole.size() - 1; length += 5) {
            QVERIFY(writeFile(path, whole.first(length)));
            const auto opened = test.reopen();
            QVERIFY(!opened);
            QVERIFY2(opened.error().toString().startsWith(QLatin1String("error: ")),
                     qPrintable(opened.error().toString()));
        }
        QVERIFY(writeFile(path, whole));
        VERIFY_DONE(test.reopen());
    }
    void slotsOfTwoPeopleSwapped_openForNeither() {
        TestVault test;
        VERIFY_DONE(test.desk().addAccount(QStringLiteral("bo"), {account::Role::Nurse},
                                           crypto::Secret("another long one, bo"), cheap));
        test.vault.reset();
        const QString path = vault::keyringPath(test.place().folder);
        QJsonObject json = readJson(path)->toObject();
        const QJsonObject was = json[QLatin1String("slots")].toObject();
        json.insert(QLatin1String("slots"), QJsonObject{{QStringLiteral("anna"), was[QLatin1String("bo")]},
                                                        {QStringLiteral("bo"), was[QLatin1String("anna")]}});
        QVERIFY(writeFile(path, canonicalJson(json)));
        for (const char* const name : {"anna", "bo"})
            for (const char* const secret : {"correct horse battery", "another long one, bo"}) {
                test.clock.advance(std::chrono::minutes(6));
                QCOMPARE(test.reopen(QString::fromLatin1(name), secret).error().exitStatus(), 3);
            }
    }
    void copiedVault_withoutTheDeviceSecret_isOfNoUse() {
        TestVault test;
        test.vault.reset();
        const vault::Place copy{test.folder.filePath(QStringLiteral("copy")),
                                test.folder.filePath(QStringLiteral("there"))};
        QVERIFY(copyFolder(test.place().folder, copy.folder));
        const auto without = vault::Vault::unlock(copy, QStringLiteral("anna"), crypto::Secret(passphrase), test.clock);
        QVERIFY(!without);
        QCOMPARE(without.error().exitStatus(), 3);
        // Another device's secret in its place: the right passphrase is a wrong one.
        const vault::Locked locked = *vault::Vault::inspect(test.place());
        QVERIFY(account::DeviceFolder::create(copy.state, locked.vault));
        const auto other = vault::Vault::unlock(copy, QStringLiteral("anna"), crypto::Secret(passphrase), test.clock);
        QVERIFY(!other);
        QVERIFY2(other.error().toString().contains(QLatin1String("not right")), qPrintable(other.error().toString()));
    }
    void cheapSlot_isMadeDearerAtUnlock_butNotInADemonstration() {
        TestVault test;
        const QString path = vault::keyringPath(test.place().folder);
        const auto cost = [&] {
            return readJson(path)
                ->toObject()[QLatin1String("slots")][QLatin1String("anna")][QLatin1String("logN")]
                .toInt();
        };
        VERIFY_DONE(test.reopen());
        QCOMPARE(cost(), 14);
        test.vault.reset();
        vault::VaultFile file = *vault::VaultFile::read(test.place().folder);
        file.synthetic = false;
        VERIFY_DONE(file.write(test.place().folder));
        VERIFY_DONE(test.reopen());
        QCOMPARE(cost(), 17);
        VERIFY_DONE(test.reopen());
    }
    void everyByteOfAPage_flipped_isFound() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("small.db"));
        const crypto::Secret key = crypto::randomSecret();
        {
            const auto database = vault::Database::open(path, key);
            QVERIFY(database);
            QVERIFY((*database)->execute("CREATE TABLE t(a TEXT); INSERT INTO t VALUES('an answer'),('another')"));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        constexpr qint64 page = 4096;
        QVERIFY(file.size() >= 2 * page);
        const QByteArray whole = file.readAll();
        for (qint64 at = page; at < 2 * page; ++at) {
            file.seek(at);
            file.putChar(static_cast<char>(whole[at] ^ (1 << (at % 8))));
            QVERIFY(file.flush());
            QVERIFY2(!vault::Database::checkPages(path, key), qPrintable(QString::number(at)));
            file.seek(at);
            file.putChar(whole[at]);
            QVERIFY(file.flush());
        }
        VERIFY_DONE(vault::Database::checkPages(path, key));
        QVERIFY(vault::Database::open(path, key));
    }
    void everyPage_damagedBehindAnOpenVault_isFound() { // which has most of them in its cache
        test::TestVault test;
        test.enrol();
        VERIFY_DONE(test.reopen());
        VERIFY_DONE(test.vault->verify());
        QFile file(test.place().folder + "/serein.db");
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        constexpr qint64 page = 4096;
        QVERIFY(file.size() >= 10 * page);
        for (qint64 at = page / 2; at < file.size(); at += page) {
            QVERIFY(file.seek(at));
            const QByteArray byte = file.peek(1);
            QVERIFY(file.putChar(static_cast<char>(byte[0] ^ 1)));
            const auto found = test.vault->verify();
            QVERIFY2(!found, qPrintable(QString::number(at)));
            QVERIFY(found.error().toString().contains(QStringLiteral("the database file is damaged")));
            QVERIFY(file.seek(at) && file.putChar(byte[0]));
        }
        VERIFY_DONE(test.vault->verify());
    }
    void eventsTable_refusesUpdateDeleteAndReplace_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("update") << QByteArray("UPDATE events SET body=x'00' WHERE ordinal=1");
        QTest::newRow("delete") << QByteArray("DELETE FROM events WHERE ordinal=1");
        const QByteArray columns = "(ordinal,id,device,stream,sequence,hlc,header,body,hash)";
        QTest::newRow("replace by ordinal")
            << "INSERT OR REPLACE INTO events" + columns +
                   " SELECT ordinal,randomblob(16),device,stream,900,hlc,header,x'00',hash "
                   "FROM events WHERE ordinal=1";
        QTest::newRow("replace by id")
            << "REPLACE INTO events" + columns +
                   " SELECT 900,id,device,stream,900,hlc,header,x'00',hash FROM events WHERE "
                   "ordinal=1";
        QTest::newRow("replace by place")
            << "INSERT OR REPLACE INTO events" + columns +
                   " SELECT 900,randomblob(16),device,stream,sequence,hlc,header,x'00',hash "
                   "FROM events WHERE ordinal=1";
        QTest::newRow("upsert")
            << "INSERT INTO events" + columns +
                   " SELECT ordinal,id,device,stream,sequence,hlc,header,body,hash FROM events WHERE "
                   "ordinal=1 ON CONFLICT(id) DO UPDATE SET body=x'00'";
    }
    void eventsTable_refusesUpdateDeleteAndReplace() {
        QFETCH(QByteArray, sql);
        TestVault test;
        test.vault.reset();
        const auto unlocking =
            vault::Vault::derive(test.place(), QStringLiteral("anna"), crypto::Secret(passphrase), test.clock);
        QVERIFY(unlocking);
        const auto database = vault::Database::open(vault::databasePath(test.place().folder), unlocking->databaseKey);
        QVERIFY(database);
        const auto done = (*database)->execute(sql.constData());
        QVERIFY(!done);
        QVERIFY2(done.error().toString().contains(QLatin1String("never")), qPrintable(done.error().toString()));
    }
};

QTEST_GUILESS_MAIN(TestAttacks)
#include "tst_attacks.moc"

#include "account/Attempts.h"
#include "account/DeviceFolder.h"
#include "account/Keyring.h"
#include "account/Pins.h"
#include "account/Roles.h"
#include "core/Clock.h"
#include "core/Json.h"

#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace serein;
using namespace serein::account;
using crypto::Secret;

class TestAccount : public QObject {
    Q_OBJECT
    const QUuid m_vault = QUuid::createUuid();
    const Secret m_device{QByteArray(32, 'd')};
    const Secret m_database{QByteArray(32, 'k')};
    static constexpr crypto::ScryptParameters cheap{14, 8, 1};

private Q_SLOTS:
    void keyring_opensForEachWithTheirOwnPassphraseOnly() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("keyring.json");
        Keyring keyring(m_vault);
        QVERIFY(keyring.add("anna", Secret("correct horse battery"), m_device, m_database, cheap));
        QVERIFY(keyring.add("bo", Secret("another long passphrase"), m_device, m_database, cheap));
        QVERIFY(keyring.write(path));
        const auto read = Keyring::read(path, m_vault);
        QVERIFY(read);
        QCOMPARE(read->names(), (QStringList{"anna", "bo"}));
        QVERIFY(read->databaseKey("bo", Secret("another long passphrase"), m_device)->equals(m_database));
        QCOMPARE(read->databaseKey("anna", Secret("another long passphrase"), m_device).error().exitStatus(), 3);
        QCOMPARE(read->databaseKey("nobody", Secret("another long passphrase"), m_device).error(),
                 read->databaseKey("anna", Secret("another long passphrase"), m_device)
                     .error()); // says nothing about which was wrong
        QVERIFY(
            !read->databaseKey("anna", Secret("correct horse battery"), Secret(QByteArray(32, 'e')))); // another device
        QVERIFY(!Keyring::read(path, QUuid::createUuid()));
        const QByteArray bytes = *readFile(path);
        QVERIFY(!bytes.contains("correct horse") && !bytes.contains(m_database.view().toByteArray().toBase64()));
    }
    void shortPassphrase_isRefused() {
        Keyring keyring(m_vault);
        QVERIFY(!keyring.add("anna", Secret("elevenchars"), m_device, m_database, cheap));
        QVERIFY(keyring.add("anna", Secret(QString("十二个汉字组成的口令好吗").toUtf8()), m_device, m_database,
                            cheap)); // characters, not bytes
    }
    void swappedSlots_openForNobody() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("keyring.json");
        Keyring keyring(m_vault);
        QVERIFY(keyring.add("anna", Secret("correct horse battery"), m_device, m_database, cheap));
        QVERIFY(keyring.add("bo", Secret("another long passphrase"), m_device, m_database, cheap));
        QVERIFY(keyring.write(path));
        QJsonObject json = readJson(path)->toObject();
        QJsonObject slotsJson = json["slots"].toObject();
        const QJsonValue anna = slotsJson["anna"];
        slotsJson["anna"] = slotsJson["bo"];
        slotsJson["bo"] = anna;
        json["slots"] = slotsJson;
        QVERIFY(writeFile(path, canonicalJson(json)));
        const auto read = Keyring::read(path, m_vault);
        QVERIFY(!read->databaseKey("anna", Secret("another long passphrase"), m_device));
        QVERIFY(!read->databaseKey("anna", Secret("correct horse battery"), m_device));
    }
    void attempts_delayGrowsToACap_survivesRestartAndASetBackClock() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("attempts");
        const QDateTime now = *parseInstant("2026-11-20T09:00Z");
        QVERIFY(Attempts(path, m_device).told());
        QList<qint64> delays;
        for (int i = 0; i < 14; ++i) {
            Attempts attempts(path, m_device); // as after a restart
            QVERIFY(attempts.begin("anna", now));
            QVERIFY(attempts.refused("anna", now));
            delays.append(Attempts(path, m_device).delay("anna", now)->count());
        }
        QCOMPARE(delays, (QList<qint64>{0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300}));
        Attempts attempts(path, m_device);
        QCOMPARE(attempts.delay("anna", now.addSecs(299))->count(), 1);
        QCOMPARE(attempts.delay("anna", now.addSecs(301))->count(), 0); // never locked out for good
        QCOMPARE(attempts.delay("bo", now)->count(), 0);
        QCOMPARE(attempts.untold(), (QList<RefusedPassphrases>{{"anna", 14, now, now}}));
        QVERIFY(attempts.succeeded("anna"));
        QCOMPARE(Attempts(path, m_device).delay("anna", now)->count(), 0);
        QCOMPARE(Attempts(path, m_device).untold().size(), 1); // the ledger has still to be told
        QVERIFY(attempts.told());
        QVERIFY(Attempts(path, m_device).untold().isEmpty());
    }
    void clockThatRanAhead_locksNobodyOut_theWaitBeginsAgain() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("attempts");
        const QDateTime now = *parseInstant("2026-11-20T09:00Z");
        QVERIFY(Attempts(path, m_device).told());
        for (int i = 0; i < 10; ++i)
            QVERIFY(Attempts(path, m_device).begin("anna", now.addYears(9))); // the clock ran ahead
        QCOMPARE(Attempts(path, m_device).delay("anna", now)->count(), 256); // 2 s, doubled at each try after the third
        QCOMPARE(Attempts(path, m_device).delay("anna", now.addSecs(200))->count(), 56); // it ends, also after restarts
        QCOMPARE(Attempts(path, m_device).delay("anna", now.addSecs(-60))->count(), 256); // set back: from the start
        QCOMPARE(Attempts(path, m_device).delay("anna", now.addSecs(196))->count(), 0);
    }
    void programEndedWhileAPassphraseIsChecked_stillCounts() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("attempts");
        const QDateTime now = *parseInstant("2026-11-20T09:00Z");
        QVERIFY(Attempts(path, m_device).told());
        for (int i = 0; i < 3; ++i)
            QVERIFY(Attempts(path, m_device).begin("anna", now)); // and nothing after it
        QCOMPARE(Attempts(path, m_device).delay("anna", now)->count(), 2);
    }
    void changedOrRemovedAttemptsFile_isToldAndLeavesNoFreeTries() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("attempts");
        const QDateTime now = *parseInstant("2026-11-20T09:00Z");
        QVERIFY(Attempts(path, m_device).told());
        QVERIFY(!Attempts(path, m_device).wasChanged());
        QByteArray bytes = *readFile(path);
        QVERIFY(writeFile(path, bytes.replace("false", "true")));
        QVERIFY(Attempts(path, m_device).wasChanged());
        QVERIFY(QFile::remove(path));
        // Removed before each try: there is no try. Kept, the longest wait ends.
        QCOMPARE(Attempts(path, m_device).delay("anna", now)->count(), 300);
        QVERIFY(QFile::remove(path));
        QCOMPARE(Attempts(path, m_device).delay("anna", now.addSecs(200))->count(), 300);
        QCOMPARE(Attempts(path, m_device).delay("bo", now.addSecs(300))->count(), 200);
        QCOMPARE(Attempts(path, m_device).delay("anna", now.addSecs(500))->count(), 0);
        Attempts attempts(path, m_device);
        QVERIFY(attempts.wasChanged()); // until the ledger knows
        QVERIFY(attempts.begin("anna", now.addSecs(500)));
        QCOMPARE(Attempts(path, m_device).delay("anna", now.addSecs(500))->count(), 300);
        QVERIFY(attempts.told());
        QVERIFY(!Attempts(path, m_device).wasChanged());
        QVERIFY(Attempts(path, m_device).begin("bo", now.addSecs(600)));
        QCOMPARE(Attempts(path, m_device).delay("bo", now.addSecs(600))->count(), 0); // the wait is not held against bo
    }
    void cheaperSlot_isWrappedAnew_forTheSamePassphraseOnly() {
        Keyring keyring(m_vault);
        QVERIFY(keyring.add("anna", Secret("correct horse battery"), m_device, m_database, cheap));
        const crypto::ScryptParameters dearer{15, 8, 1};
        QVERIFY(keyring.isCheaper("anna", dearer));
        QVERIFY(!keyring.rewrap("anna", Secret("correct horse batterx"), m_device, dearer));
        QVERIFY(keyring.isCheaper("anna", dearer)); // nothing changed
        QVERIFY(keyring.rewrap("anna", Secret("correct horse battery"), m_device, dearer));
        QVERIFY(!keyring.isCheaper("anna", dearer));
        const auto key = keyring.databaseKey("anna", Secret("correct horse battery"), m_device);
        QVERIFY(key && key->equals(m_database));
    }
    void pins_takeBackForFiveTries() {
        Pins pins;
        QVERIFY(pins.set("anna", Secret("4711")));
        QVERIFY(!pins.set("anna", Secret("47")));
        QVERIFY(!pins.set("anna", Secret("47a1")));
        QCOMPARE(*pins.match(Secret("4711")), QString("anna"));
        for (int i = 0; i < Pins::tries; ++i)
            QVERIFY(!pins.match(Secret("0000")));
        QVERIFY(!pins.match(Secret("4711"))); // void until it is set anew
        QVERIFY(!pins.has("anna"));
    }
    void pinOfWhoWentAway_isGone() {
        Pins pins;
        QVERIFY(pins.set("anna", Secret("4711")));
        QVERIFY(pins.set("bo", Secret("1234")));
        pins.keepOnly({"anna"});
        QVERIFY(!pins.has("bo") && !pins.match(Secret("1234")));
        QCOMPARE(*pins.match(Secret("4711")), QString("anna"));
    }
    void deviceFolder_keepsWitnessAndMarker() {
        const QTemporaryDir folder;
        {
            const auto made = DeviceFolder::create(folder.path(), m_vault);
            QVERIFY(made);
            QCOMPARE((*made->witness())->sequence, 0);
            QVERIFY(made->setWitness({7, QByteArray(32, 'h')}));
            QVERIFY(made->setAlertMarker(true));
        }
        QVERIFY(!DeviceFolder::create(folder.path(), m_vault)); // a secret is never written over
        const auto opened = DeviceFolder::open(folder.path(), m_vault);
        QVERIFY(opened);
        QCOMPARE((*opened->witness())->sequence, 7);
        QVERIFY(opened->alertWaits());
        QVERIFY(opened->setAlertMarker(false));
        QVERIFY(!opened->alertWaits());
        const QString mine = folder.path() + '/' + m_vault.toString(QUuid::WithoutBraces);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFile::permissions(mine) & others, QFile::Permissions());
        QCOMPARE(QFile::permissions(mine + "/device-secret") & (others | QFile::ExeOwner), QFile::Permissions());
        const QString witness = folder.path() + '/' + m_vault.toString(QUuid::WithoutBraces) + "/witness";
        QByteArray bytes = *readFile(witness);
        bytes[0] = '6';
        QVERIFY(writeFile(witness, bytes));
        QCOMPARE(opened->witness().error().exitStatus(), 1);
        QCOMPARE(DeviceFolder::open(folder.path(), QUuid::createUuid()).error().exitStatus(), 3);
    }
    void accountNames_arePlain() {
        for (const char* good : {"anna", "Bo.Li-2_x"})
            QVERIFY(isAccountName(good));
        for (const char* bad : {"", "1a", "a b", "participant", "Participant", "安娜", "a/b", "ada\n"})
            QVERIFY(!isAccountName(QString::fromUtf8(bad)));
    }
};

QTEST_APPLESS_MAIN(TestAccount)
#include "tst_account.moc"

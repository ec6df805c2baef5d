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
        QList<qint64> delays;
        for (int i = 0; i < 14; ++i) {
            Attempts attempts(path, m_device); // as after a restart
            QVERIFY(attempts.failed("anna", now));
            delays.append(Attempts(path, m_device).delay("anna", now).count());
        }
        QCOMPARE(delays, (QList<qint64>{0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300}));
        Attempts attempts(path, m_device);
        QCOMPARE(attempts.delay("anna", now.addSecs(-86400)).count(), 300); // the clock was set back
        QCOMPARE(attempts.delay("anna", now.addSecs(299)).count(), 1);
        QCOMPARE(attempts.delay("anna", now.addSecs(301)).count(), 0); // never locked out for good
        QCOMPARE(attempts.delay("bo", now).count(), 0);
        QCOMPARE(*attempts.succeeded("anna"), 14);
        QCOMPARE(Attempts(path, m_device).delay("anna", now).count(), 0);
    }
    void changedAttemptsFile_isAnAttempt() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("attempts");
        QVERIFY(Attempts(path, m_device).failed("anna", *parseInstant("2026-11-20T09:00Z")));
        QVERIFY(writeFile(path, R"({"content":{"counts":{},"unreported":0},"mac":"00"})"));
        QCOMPARE(*Attempts(path, m_device).succeeded("anna"), 1);
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
    void deviceFolder_keepsWitnessAndMarker() {
        const QTemporaryDir folder;
        {
            const auto made = DeviceFolder::create(folder.path(), m_vault);
            QVERIFY(made);
            QCOMPARE(made->witness()->sequence, 0);
            QVERIFY(made->setWitness({7, QByteArray(32, 'h')}));
            QVERIFY(made->setAlertMarker(true));
        }
        QVERIFY(!DeviceFolder::create(folder.path(), m_vault)); // a secret is never written over
        const auto opened = DeviceFolder::open(folder.path(), m_vault);
        QVERIFY(opened);
        QCOMPARE(opened->witness()->sequence, 7);
        QVERIFY(opened->alertWaits());
        QVERIFY(opened->setAlertMarker(false));
        QVERIFY(!opened->alertWaits());
        const QString witness = folder.path() + '/' + m_vault.toString(QUuid::WithoutBraces) + "/witness";
        QByteArray bytes = *readFile(witness);
        bytes[0] = '6';
        QVERIFY(writeFile(witness, bytes));
        QCOMPARE(opened->witness().error().exitStatus(), 1);
        QCOMPARE(DeviceFolder::open(folder.path(), QUuid::createUuid()).error().exitStatus(), 3);
    }
    void roles_mayDoWhatTheTableSays() {
        // The table of app/account/README.md, row by row: nurse, unblinded nurse, investigator, data manager, monitor,
        // administrator.
        const QList<std::pair<Action, QByteArray>> table{{Action::ReadParticipants, "111111"},
                                                         {Action::Enrol, "111000"},
                                                         {Action::SetAnchor, "111000"},
                                                         {Action::HandOver, "111000"},
                                                         {Action::Reopen, "111000"},
                                                         {Action::Record, "111000"},
                                                         {Action::ChangeStatus, "111000"},
                                                         {Action::AcknowledgeAlert, "111000"},
                                                         {Action::CloseAlert, "001000"},
                                                         {Action::ProposeCorrection, "111100"},
                                                         {Action::DecideCorrection, "001000"},
                                                         {Action::RaiseQuery, "000110"},
                                                         {Action::AnswerQuery, "111000"},
                                                         {Action::VerifySource, "000110"},
                                                         {Action::Sign, "001000"},
                                                         {Action::FreezeData, "001100"},
                                                         {Action::LockData, "000100"},
                                                         {Action::Unblind, "011000"},
                                                         {Action::MoveStudy, "001100"},
                                                         {Action::CheckClock, "111000"},
                                                         {Action::Export, "001100"},
                                                         {Action::ExportUnsealed, "001100"},
                                                         {Action::BackUp, "111101"},
                                                         {Action::ManageAccounts, "000001"},
                                                         {Action::AdoptStudy, "000001"}};
        QCOMPARE(table.size(), static_cast<qsizetype>(actionCount));
        for (const auto& [action, row] : table)
            for (std::size_t i = 0; i < std::size(allRoles); ++i)
                QVERIFY2(may(allRoles[i], action) == (row[static_cast<qsizetype>(i)] == '1'),
                         qPrintable(actionText(action) + ' ' + roleText(allRoles[i])));
    }
    void accountNames_arePlain() {
        for (const char* good : {"anna", "Bo.Li-2_x"})
            QVERIFY(isAccountName(good));
        for (const char* bad : {"", "1a", "a b", "participant", "Participant", "安娜", "a/b"})
            QVERIFY(!isAccountName(QString::fromUtf8(bad)));
    }
};

QTEST_APPLESS_MAIN(TestAccount)
#include "tst_account.moc"

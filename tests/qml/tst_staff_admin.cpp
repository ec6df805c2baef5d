// Administration by touch and by keyboard: people, the ward's clock, a backup, an amendment and whom it moves.
#include "Screens.h"
#include "unit/crypto/Certificates.h"

#include <QJsonObject>

using namespace serein;
using namespace serein::test;

class TestStaffAdmin : public QObject {
    Q_OBJECT

    static QString words(const Screens& screens, const char* name) {
        const QQuickItem* const found = screens.find(QString::fromLatin1(name));
        return found != nullptr ? found->property("text").toString() : QString();
    }
    static void type(Screens& screens, const char* field, const QString& text) {
        screens.tap(QString::fromLatin1(field));
        for (const QChar c : text)
            QTest::keyClick(screens.window, c.toLatin1());
    }
    static void begin(Screens& screens, const char* place, const QString& name = QStringLiteral("anna")) {
        screens.unlock(name);
        screens.tap(QStringLiteral("rail.study"));
        screens.tap(QStringLiteral("study.") + QString::fromLatin1(place));
    }
    /// By Tab alone; false where it is not on the way.
    static bool tabTo(const Screens& screens, const char* name) {
        for (int presses = 0; presses < 60; ++presses) {
            QTest::keyClick(screens.window, Qt::Key_Tab);
            const QQuickItem* item = screens.window->activeFocusItem();
            if (item != nullptr && item->objectName() == QLatin1String(name))
                return true;
        }
        return false;
    }
    static QString write(Screens& screens, const char* name, const QByteArray& bytes) {
        const QString path = screens.site.folder.filePath(QString::fromLatin1(name));
        return writeFile(path, bytes) ? path : QString();
    }

private Q_SLOTS:
    void person_isAddedByTouch_andUnlocks() {
        Screens screens;
        begin(screens, "people");
        screens.tap(QStringLiteral("people.add"));
        type(screens, "people.new.name", QStringLiteral("bo.li"));
        screens.tap(QStringLiteral("people.new.save")); // no role, no passphrase
        QTRY_COMPARE(screens.app->desk()->errorField(), QStringLiteral("roles"));
        QCOMPARE(words(screens, "people.new.name"), QStringLiteral("bo.li")); // nothing typed is lost
        screens.tap(QStringLiteral("people.new.role.monitor"));
        type(screens, "people.new.passphrase", QStringLiteral("a long enough one"));
        type(screens, "people.new.again", QStringLiteral("a long enough one"));
        screens.tap(QStringLiteral("people.new.save"));
        QTRY_VERIFY_WITH_TIMEOUT(words(screens, "page.notice").contains(QStringLiteral("bo.li")), Screens::patience);
        QCOMPARE(words(screens, "people.bo.li.roles"), QStringLiteral("monitor"));
        screens.stop();
        QVERIFY(screens.site.reopen(QStringLiteral("bo.li"), "a long enough one"));
        QCOMPARE(screens.site.vault->user().roles, QList<account::Role>{account::Role::Monitor});
    }
    void person_getsOtherRoles_andIsDisabledAfterASecondTap() {
        Screens screens;
        begin(screens, "people");
        screens.tap(QStringLiteral("people.nora.change"));
        screens.tap(QStringLiteral("people.nora.role.investigator"));
        type(screens, "people.nora.reason", QStringLiteral("joined the trial team"));
        screens.tap(QStringLiteral("people.nora.saveRoles"));
        QTRY_COMPARE(words(screens, "people.nora.roles"), QStringLiteral("nurse, investigator"));
        if (screens.find(QStringLiteral("people.nora.disable")) == nullptr)
            screens.tap(QStringLiteral("people.nora.change"));
        screens.tap(QStringLiteral("people.nora.disable"));
        QCOMPARE(words(screens, "people.nora.roles"), QStringLiteral("nurse, investigator")); // asked once more
        screens.tap(QStringLiteral("people.nora.disable"));
        QTRY_COMPARE(words(screens, "people.nora.roles"), QStringLiteral("disabled"));
        QVERIFY(screens.find(QStringLiteral("people.anna.disable")) == nullptr); // nobody ends their own account
    }
    void clock_isComparedByKeyboardAlone() {
        Screens screens; // 09:00 at the site
        screens.unlock();
        QVERIFY(tabTo(screens, "rail.study"));
        QTest::keyClick(screens.window, Qt::Key_Space);
        QTRY_VERIFY(screens.find(QStringLiteral("study.clock")) != nullptr);
        QVERIFY(words(screens, "study.clock.text").contains(QStringLiteral("Due today")));
        QVERIFY(tabTo(screens, "study.clock"));
        QTest::keyClick(screens.window, Qt::Key_Space);
        QTRY_VERIFY(screens.find(QStringLiteral("clock.ward")) != nullptr);
        QVERIFY(tabTo(screens, "clock.ward"));
        for (const char key : {'2', '5', ':', '0', '0'})
            QTest::keyClick(screens.window, key);
        QTest::keyClick(screens.window, Qt::Key_Return);
        QTRY_COMPARE(screens.app->desk()->errorField(), QStringLiteral("ward"));
        QCOMPARE(words(screens, "clock.ward"), QStringLiteral("25:00"));
        for (int erased = 0; erased < 5; ++erased)
            QTest::keyClick(screens.window, Qt::Key_Backspace);
        for (const char key : {'0', '8', ':', '5', '5'})
            QTest::keyClick(screens.window, key);
        QTest::keyClick(screens.window, Qt::Key_Return);
        QTRY_VERIFY(words(screens, "clock.last").contains(QStringLiteral("5 min ahead")));
        QVERIFY(screens.find(QStringLiteral("clock.due")) == nullptr);
    }
    void backup_isMadeByTouch_onceACertificateIsNamed() {
        Screens screens;
        const QString certificate = write(screens, "site.pem", makeCertificate().certificatePem);
        const QString stick = screens.site.folder.filePath(QStringLiteral("stick"));
        QVERIFY(QDir().mkpath(stick));
        begin(screens, "backup");
        QVERIFY(screens.find(QStringLiteral("backup.noRecovery")) != nullptr);
        QVERIFY(screens.find(QStringLiteral("backup.begin")) == nullptr);
        type(screens, "backup.certificate", certificate);
        screens.tap(QStringLiteral("backup.name"));
        QTRY_VERIFY(screens.find(QStringLiteral("backup.noRecovery")) == nullptr);
        type(screens, "backup.folder", stick);
        screens.tap(QStringLiteral("backup.begin"));
        QTRY_VERIFY_WITH_TIMEOUT(words(screens, "page.notice").contains(stick), Screens::patience);
        QVERIFY(words(screens, "backup.state").startsWith(QStringLiteral("Everything is backed up.")));
    }
    void amendment_isComparedAdopted_andAParticipantMoved() {
        Screens screens;
        QJsonObject json = demoStudy(screens.site.library).json;
        json[QStringLiteral("version")] = QStringLiteral("1.1.0");
        const QString file = write(screens, "newer.json", canonicalJson(json));
        begin(screens, "protocol");
        type(screens, "amendment.file", screens.site.folder.filePath(QStringLiteral("nowhere.json")));
        screens.tap(QStringLiteral("amendment.read"));
        QTRY_COMPARE(screens.app->desk()->errorField(), QStringLiteral("file"));
        while (!words(screens, "amendment.file").isEmpty())
            QTest::keyClick(screens.window, Qt::Key_Backspace, Qt::ControlModifier);
        type(screens, "amendment.file", file);
        screens.tap(QStringLiteral("amendment.read"));
        QTRY_VERIFY_WITH_TIMEOUT(screens.find(QStringLiteral("amendment.adopt")) != nullptr, Screens::patience);
        screens.tap(QStringLiteral("amendment.adopt"));
        QTRY_COMPARE(screens.app->desk()->errorField(), QStringLiteral("approval"));
        type(screens, "amendment.approval", QStringLiteral("EC 2026-118"));
        screens.tap(QStringLiteral("amendment.adopt"));
        QTRY_VERIFY(words(screens, "protocol.title").endsWith(QStringLiteral("version 1.1.0")));
        QVERIFY(words(screens, "moves.title").startsWith(QStringLiteral("2 participant")));
        type(screens, "moves.reason", QStringLiteral("amendment 1"));
        screens.tap(QStringLiteral("moves.SYN-002"));
        QTRY_VERIFY(words(screens, "moves.title").startsWith(QStringLiteral("1 participant")));
        QVERIFY(screens.find(QStringLiteral("moves.SYN-002")) == nullptr);
    }
    void everybody_isExportedByTouch() {
        Screens screens;
        const QString certificate = write(screens, "sponsor.pem", makeCertificate().certificatePem);
        const QString out = screens.site.folder.filePath(QStringLiteral("out"));
        begin(screens, "exportAll");
        type(screens, "exportAll.folder", out);
        type(screens, "exportAll.certificate", certificate);
        screens.tap(QStringLiteral("exportAll.begin"));
        QTRY_VERIFY_WITH_TIMEOUT(words(screens, "page.notice").contains(out), Screens::patience);
        QCOMPARE(QDir(out).entryList({QStringLiteral("*.p7m")}).size(), 2);
    }
    void nurse_findsNothingToAdminister() {
        Screens screens;
        begin(screens, "people", QStringLiteral("nora"));
        QVERIFY(screens.find(QStringLiteral("people.own")) != nullptr);
        for (const char* name : {"people.add", "people.anna.change", "people.nora.change"})
            QVERIFY2(screens.find(QString::fromLatin1(name)) == nullptr, name);
        screens.tap(QStringLiteral("page.back"));
        screens.tap(QStringLiteral("study.protocol"));
        QTRY_VERIFY(!words(screens, "protocol.title").isEmpty()); // read, not changed
        QVERIFY(screens.find(QStringLiteral("amendment.read")) == nullptr);
        screens.tap(QStringLiteral("page.back"));
        screens.tap(QStringLiteral("study.instruments"));
        QTRY_VERIFY(screens.find(QStringLiteral("instruments.phq9")) != nullptr);
        QVERIFY(screens.find(QStringLiteral("instruments.add")) == nullptr);
        screens.tap(QStringLiteral("page.back"));
        screens.tap(QStringLiteral("study.backup"));
        QTRY_VERIFY(screens.find(QStringLiteral("backup.verify")) != nullptr);
        QVERIFY(screens.find(QStringLiteral("backup.name")) == nullptr);
        screens.tap(QStringLiteral("page.back"));
        screens.tap(QStringLiteral("study.exportAll"));
        QTRY_VERIFY(screens.app->desk()->error().isEmpty());
        QVERIFY(screens.find(QStringLiteral("exportAll.begin")) == nullptr);
    }
    void lockedMeanwhile_aPageForgetsWhatWasTyped() {
        Screens screens;
        begin(screens, "people");
        screens.tap(QStringLiteral("people.own"));
        type(screens, "people.own.current", QStringLiteral("half typed"));
        screens.app->lock();
        screens.unlock();
        screens.tap(QStringLiteral("rail.study"));
        screens.tap(QStringLiteral("study.people"));
        screens.tap(QStringLiteral("people.own"));
        QCOMPARE(words(screens, "people.own.current"), QString());
    }
};

QTEST_MAIN(TestStaffAdmin)
#include "tst_staff_admin.moc"

// Administration by touch and by keyboard: people, the ward's clock, a backup, an amendment and whom it moves.
#include "Screens.h"
#include "support/AmendedDemo.h"
#include "unit/crypto/Certificates.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

using namespace serein;
using namespace serein::test;

class TestStaffAdmin : public QObject {
    Q_OBJECT

    static void begin(Screens& screens, const char* place, const QString& name = QStringLiteral("anna")) {
        screens.unlock(name);
        screens.choose(QStringLiteral("rail.study"));
        screens.choose(QStringLiteral("study.") + QString::fromLatin1(place));
    }
    static QString saveAs(Screens& screens, const char* name, const QByteArray& bytes) {
        const QString path = screens.site.folder.filePath(QString::fromLatin1(name));
        return writeFile(path, bytes) ? path : QString();
    }

private Q_SLOTS:
    void person_isAdded_andUnlocks_data() { bothWays(); }
    void person_isAdded_andUnlocks() {
        Screens screens;
        screens.asTheRowSays();
        begin(screens, "people");
        screens.choose(QStringLiteral("people.add"));
        screens.type(QStringLiteral("people.new.name"), QStringLiteral("bo.li"));
        screens.choose(QStringLiteral("people.new.save")); // no role, no passphrase
        EVENTUALLY_EQUAL(screens.app->desk()->errorField(), QStringLiteral("roles"));
        QCOMPARE(screens.textOf(QStringLiteral("people.new.name")), QStringLiteral("bo.li")); // nothing typed is lost
        screens.choose(QStringLiteral("people.new.role.monitor"));
        screens.type(QStringLiteral("people.new.passphrase"), QStringLiteral("a long enough one"));
        screens.type(QStringLiteral("people.new.again"), QStringLiteral("a long enough one"));
        screens.choose(QStringLiteral("people.new.save"));
        EVENTUALLY(screens.textOf(QStringLiteral("page.notice")).contains(QStringLiteral("bo.li")));
        QCOMPARE(screens.textOf(QStringLiteral("people.bo.li.roles")), QStringLiteral("monitor"));
        screens.stop();
        QVERIFY(screens.site.reopen(QStringLiteral("bo.li"), "a long enough one"));
        QCOMPARE(screens.site.vault->user().roles, QList<account::Role>{account::Role::Monitor});
    }
    void person_getsOtherRoles_andIsDisabledOnceAskedAgain_data() { bothWays(); }
    void person_getsOtherRoles_andIsDisabledOnceAskedAgain() {
        Screens screens;
        screens.asTheRowSays();
        begin(screens, "people");
        screens.choose(QStringLiteral("people.nora.change"));
        screens.choose(QStringLiteral("people.nora.role.investigator"));
        screens.type(QStringLiteral("people.nora.reason"), QStringLiteral("joined the trial team"));
        screens.choose(QStringLiteral("people.nora.saveRoles"));
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("people.nora.roles")), QStringLiteral("nurse, investigator"));
        if (screens.find(QStringLiteral("people.nora.disable")) == nullptr)
            screens.choose(QStringLiteral("people.nora.change"));
        screens.type(QStringLiteral("people.nora.reason"), QStringLiteral("left the site"));
        screens.choose(QStringLiteral("people.nora.disable"));
        QCOMPARE(screens.textOf(QStringLiteral("people.nora.roles")),
                 QStringLiteral("nurse, investigator")); // asked once more
        screens.choose(QStringLiteral("people.nora.disable"));
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("people.nora.roles")), QStringLiteral("disabled"));
        QVERIFY(screens.find(QStringLiteral("people.anna.disable")) == nullptr); // nobody ends their own account
        screens.app->lock();
        EVENTUALLY_EQUAL(screens.app->lockScreen()->names(), QStringList{QStringLiteral("anna")});
    }
    void clock_isCompared_data() { bothWays(); }
    void clock_isCompared() {
        Screens screens; // 09:00 at the site
        screens.asTheRowSays();
        screens.unlock();
        screens.choose(QStringLiteral("rail.study"));
        screens.await(QStringLiteral("study.clock"));
        QVERIFY(screens.textOf(QStringLiteral("study.clock.text")).contains(QStringLiteral("Due today")));
        screens.choose(QStringLiteral("study.clock"));
        const auto save = [&] { // from the field, or by its button
            screens.by == By::Keys ? screens.press(QStringLiteral("clock.ward"), Qt::Key_Return)
                                   : screens.tap(QStringLiteral("clock.save"));
        };
        screens.type(QStringLiteral("clock.ward"), QStringLiteral("25:00"));
        save();
        EVENTUALLY_EQUAL(screens.app->desk()->errorField(), QStringLiteral("ward"));
        QCOMPARE(screens.textOf(QStringLiteral("clock.ward")), QStringLiteral("25:00"));
        screens.retype(QStringLiteral("clock.ward"), QStringLiteral("08:55"));
        save();
        EVENTUALLY(screens.textOf(QStringLiteral("clock.last")).contains(QStringLiteral("5 min ahead")));
        QVERIFY(screens.find(QStringLiteral("clock.due")) == nullptr);
    }
    void backup_isMade_onceACertificateIsNamed_data() { bothWays(); }
    void backup_isMade_onceACertificateIsNamed() {
        Screens screens;
        screens.asTheRowSays();
        const QString certificate = saveAs(screens, "site.pem", makeCertificate().certificatePem);
        const QString stick = screens.site.folder.filePath(QStringLiteral("stick"));
        QVERIFY(QDir().mkpath(stick));
        begin(screens, "backup");
        QVERIFY(screens.find(QStringLiteral("backup.noRecovery")) != nullptr);
        QVERIFY(screens.find(QStringLiteral("backup.begin")) == nullptr);
        QVERIFY(screens.textOf(QStringLiteral("rail.backup")).endsWith(QStringLiteral(" events not backed up")));
        screens.type(QStringLiteral("backup.certificate"), certificate);
        screens.choose(QStringLiteral("backup.name"));
        EVENTUALLY(screens.find(QStringLiteral("backup.noRecovery")) == nullptr);
        screens.type(QStringLiteral("backup.folder"), stick);
        screens.choose(QStringLiteral("backup.begin"));
        EVENTUALLY(screens.textOf(QStringLiteral("page.notice")).contains(stick));
        QVERIFY(screens.textOf(QStringLiteral("backup.state")).startsWith(QStringLiteral("Everything is backed up.")));
        QVERIFY(screens.find(QStringLiteral("rail.backup")) == nullptr);
        QVERIFY(screens.textOf(QStringLiteral("backup.plan")).startsWith(QStringLiteral("Every day, by itself")));
        screens.choose(QStringLiteral("backup.every.6"));
        EVENTUALLY(
            screens.textOf(QStringLiteral("backup.plan")).startsWith(QStringLiteral("Every 6 hours, by itself")));
        QCOMPARE(screens.app->desk()->vault()->deviceState().backupEveryHours, 6);
    }
    void recoveryHolders_areNamed_andAllKeysNeeded_data() { bothWays(); }
    void recoveryHolders_areNamed_andAllKeysNeeded() {
        Screens screens;
        screens.asTheRowSays();
        const QString one = saveAs(screens, "one.pem", makeCertificate({.name = "The one"}).certificatePem);
        const QString other = saveAs(screens, "other.pem", makeCertificate({.name = "The other"}).certificatePem);
        begin(screens, "backup");
        screens.type(QStringLiteral("backup.certificate"), one);
        screens.choose(QStringLiteral("backup.another"));
        screens.type(QStringLiteral("backup.certificate.1"), other);
        screens.choose(QStringLiteral("backup.needed.all"));
        screens.choose(QStringLiteral("backup.name"));
        EVENTUALLY(screens.textOf(QStringLiteral("backup.recovery.1")).contains(QStringLiteral("The other")));
        QVERIFY(screens.textOf(QStringLiteral("backup.policy")).startsWith(QStringLiteral("The keys of all")));
        QVERIFY(screens.app->desk()->vault()->deviceState().recoveryNeedsAll);
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("backup.certificate")), QString());
    }
    void recoveryHolders_anyTwoOfThreeAreNeeded_andTheTrailSaysSo_data() { bothWays(); }
    void recoveryHolders_anyTwoOfThreeAreNeeded_andTheTrailSaysSo() {
        Screens screens;
        screens.asTheRowSays();
        QStringList files;
        for (const char* name : {"Ann", "Ben", "Cai"})
            files += saveAs(screens, name, makeCertificate({.name = name}).certificatePem);
        begin(screens, "backup");
        screens.type(QStringLiteral("backup.certificate"), files[0]);
        screens.choose(QStringLiteral("backup.another"));
        screens.type(QStringLiteral("backup.certificate.1"), files[1]);
        screens.await(QStringLiteral("backup.needed.all"));
        QVERIFY(screens.find(QStringLiteral("backup.needed.2")) == nullptr); // two of two: all
        screens.choose(QStringLiteral("backup.another"));
        screens.choose(QStringLiteral("backup.needed.2"));
        QVERIFY(screens.find(QStringLiteral("backup.needed.3")) == nullptr);
        screens.type(QStringLiteral("backup.certificate.2"), files[2]);
        screens.choose(QStringLiteral("backup.name"));
        EVENTUALLY(screens.textOf(QStringLiteral("backup.policy"))
                       .startsWith(QStringLiteral("The keys of any 2 of these 3 certificates are needed together")));
        QCOMPARE(screens.app->desk()->vault()->deviceState().recoveryNeeded, 2);
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("backup.certificate")), QString());
        screens.choose(QStringLiteral("page.back"));
        screens.choose(QStringLiteral("study.audit"));
        EVENTUALLY(screens.textOf(QStringLiteral("audit.line.0")).contains(QStringLiteral("any 2 of their 3 keys")));
        screens.app->setLanguage(QStringLiteral("zh-CN"));
        EVENTUALLY(screens.textOf(QStringLiteral("audit.line.0")).contains(QString::fromUtf8("3 把密钥中需任意 2 把")));
    }
    void keys_areRenewed_andTheWayLeadsToTheBackup_data() { bothWays(); }
    void keys_areRenewed_andTheWayLeadsToTheBackup() {
        Screens screens;
        screens.asTheRowSays();
        begin(screens, "keys");
        QCOMPARE(screens.textOf(QStringLiteral("keys.lastBackup")), QStringLiteral("There is no backup yet."));
        screens.choose(QStringLiteral("keys.backUpFirst"));
        EVENTUALLY(screens.find(QStringLiteral("backup.state")) != nullptr);
        screens.choose(QStringLiteral("page.back"));
        screens.choose(QStringLiteral("study.keys"));
        screens.type(QStringLiteral("keys.passphrase"), QStringLiteral("not it"));
        screens.choose(QStringLiteral("keys.begin"));
        EVENTUALLY_EQUAL(screens.app->desk()->errorField(), QStringLiteral("current"));
        QCOMPARE(screens.textOf(QStringLiteral("keys.passphrase")), QString());
        screens.site.clock.advance(std::chrono::minutes(5)); // a wrong one is answered by a delay
        screens.type(QStringLiteral("keys.passphrase"), QString::fromUtf8(passphrase));
        screens.choose(QStringLiteral("keys.begin"));
        EVENTUALLY(
            screens.textOf(QStringLiteral("page.notice")).startsWith(QStringLiteral("Everything stored here has")));
        screens.choose(QStringLiteral("keys.backUp"));
        EVENTUALLY(screens.find(QStringLiteral("backup.state")) != nullptr);
        screens.stop();
        QVERIFY(screens.site.reopen()); // by the same passphrase
        const auto events = screens.site.vault->events(ledger::deviceStream).value_or(QList<ledger::Event>());
        QVERIFY(std::ranges::any_of(
            events, [](const ledger::Event& one) { return std::holds_alternative<ledger::Rekeyed>(one.fact); }));
    }
    void amendment_isComparedAdopted_andAParticipantMoved_data() { bothWays(); }
    void amendment_isComparedAdopted_andAParticipantMoved() {
        Screens screens;
        screens.asTheRowSays();
        const QString file = saveAs(screens, "newer.json", canonicalJson(amendedDemo(screens.site.library)));
        begin(screens, "protocol");
        screens.type(QStringLiteral("amendment.file"), screens.site.folder.filePath(QStringLiteral("nowhere.json")));
        screens.choose(QStringLiteral("amendment.read"));
        EVENTUALLY_EQUAL(screens.app->desk()->errorField(), QStringLiteral("file"));
        screens.retype(QStringLiteral("amendment.file"), file);
        screens.choose(QStringLiteral("amendment.read"));
        EVENTUALLY(screens.find(QStringLiteral("amendment.adopt")) != nullptr);
        screens.choose(QStringLiteral("amendment.adopt"));
        EVENTUALLY_EQUAL(screens.app->desk()->errorField(), QStringLiteral("approval"));
        screens.type(QStringLiteral("amendment.approval"), QStringLiteral("EC 2026-118"));
        screens.choose(QStringLiteral("amendment.adopt"));
        EVENTUALLY(screens.textOf(QStringLiteral("protocol.title")).endsWith(QStringLiteral("version 1.1.0")));
        QVERIFY(screens.textOf(QStringLiteral("moves.title")).startsWith(QStringLiteral("2 participant")));
        screens.type(QStringLiteral("moves.reason"), QStringLiteral("amendment 1"));
        screens.choose(QStringLiteral("moves.SYN-002"));
        EVENTUALLY(screens.textOf(QStringLiteral("moves.title")).startsWith(QStringLiteral("1 participant")));
        QVERIFY(screens.find(QStringLiteral("moves.SYN-002")) == nullptr);
    }
    void newConsentForm_isSigned_andTheParticipantMoved_data() { bothWays(); }
    void newConsentForm_isSigned_andTheParticipantMoved() {
        Screens screens;
        screens.asTheRowSays();
        const QJsonObject json = amendedDemo(screens.site.library, [](QJsonObject& study) {
            study[QStringLiteral("consent")] = QJsonObject{{QStringLiteral("document"), QStringLiteral("2.0")},
                                                           {QStringLiteral("anchor"), QStringLiteral("consent")},
                                                           {QStringLiteral("reconsent"), true}};
        });
        const QString file = saveAs(screens, "newer.json", canonicalJson(json));
        begin(screens, "protocol");
        screens.type(QStringLiteral("amendment.file"), file);
        screens.choose(QStringLiteral("amendment.read"));
        screens.type(QStringLiteral("amendment.approval"), QStringLiteral("EC 2026-118"));
        screens.choose(QStringLiteral("amendment.adopt"));
        EVENTUALLY(!screens.textOf(QStringLiteral("moves.SYN-001.bar")).isEmpty());
        QVERIFY(screens.find(QStringLiteral("moves.SYN-001")) == nullptr);
        screens.choose(QStringLiteral("rail.participants"));
        screens.choose(QStringLiteral("participants.SYN-001"));
        EVENTUALLY(screens.textOf(QStringLiteral("participant.fact.consent")).contains(QStringLiteral("document 2.0")));
        screens.choose(QStringLiteral("participant.tab.more"));
        screens.choose(QStringLiteral("participant.consent"));
        EVENTUALLY(!screens.textOf(QStringLiteral("consent.due")).isEmpty());
        QCOMPARE(screens.textOf(QStringLiteral("consent.document")), QStringLiteral("2.0"));
        screens.choose(QStringLiteral("consent.now"));
        screens.choose(QStringLiteral("consent.save"));
        EVENTUALLY(!screens.textOf(QStringLiteral("page.notice")).isEmpty());
        screens.choose(QStringLiteral("rail.study"));
        screens.choose(QStringLiteral("study.protocol"));
        screens.type(QStringLiteral("moves.reason"), QStringLiteral("amendment 1"));
        screens.choose(QStringLiteral("moves.SYN-001"));
        EVENTUALLY(screens.textOf(QStringLiteral("moves.title")).startsWith(QStringLiteral("1 participant")));
        QVERIFY(!screens.textOf(QStringLiteral("moves.SYN-002.bar")).isEmpty());
    }
    void everybody_isExported_data() { bothWays(); }
    void everybody_isExported() {
        Screens screens;
        screens.asTheRowSays();
        const QString certificate = saveAs(screens, "sponsor.pem", makeCertificate().certificatePem);
        const QString out = screens.site.folder.filePath(QStringLiteral("out"));
        begin(screens, "exportAll");
        screens.type(QStringLiteral("exportAll.folder"), out);
        screens.type(QStringLiteral("exportAll.certificate"), certificate);
        screens.choose(QStringLiteral("exportAll.begin"));
        EVENTUALLY(screens.textOf(QStringLiteral("page.notice")).contains(out));
        QCOMPARE(QDir(out).entryList({QStringLiteral("*.p7m")}).size(), 3); // and the merged tables
    }
    void part_isExported_inTheFormatsChosen_data() { bothWays(); }
    void part_isExported_inTheFormatsChosen() {
        Screens screens;
        screens.asTheRowSays();
        const QString out = screens.site.folder.filePath(QStringLiteral("out"));
        begin(screens, "exportAll");
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("exportAll.summary")),
                         QStringLiteral("Everything, all formats"));
        QVERIFY(screens.find(QStringLiteral("exportAll.formats.csv")) == nullptr); // one line, until somebody asks
        screens.choose(QStringLiteral("exportAll.choose"));
        screens.choose(QStringLiteral("exportAll.timepoints.BL"));
        screens.choose(QStringLiteral("exportAll.formats.csv"));
        screens.choose(QStringLiteral("exportAll.language.zh-CN"));
        screens.choose(QStringLiteral("exportAll.merged.without"));
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("exportAll.summary")),
                         QStringLiteral("Only Baseline, CSV and codebook"));
        screens.type(QStringLiteral("exportAll.folder"), out);
        screens.choose(QStringLiteral("exportAll.kind.unsealed"));
        screens.type(QStringLiteral("exportAll.reason"), QStringLiteral("a check"));
        screens.choose(QStringLiteral("exportAll.begin"));
        EVENTUALLY(screens.textOf(QStringLiteral("page.notice")).contains(out));
        QCOMPARE(QDir(out).entryList({QStringLiteral("*.zip")}).size(), 2);
        const auto events = screens.app->desk()->vault()->events(ledger::deviceStream).value_or(QList<ledger::Event>());
        const ledger::Exported* told = nullptr;
        for (const ledger::Event& event : events)
            if (const auto* one = std::get_if<ledger::Exported>(&event.fact))
                told = one;
        QVERIFY(told != nullptr && told->language == QStringLiteral("zh-CN"));
        QCOMPARE(told->formats, QStringList{QStringLiteral("csv")});
        QCOMPARE(told->part, (QJsonObject{{QStringLiteral("timepoints"), QJsonArray{QStringLiteral("BL")}}}));
        screens.choose(QStringLiteral("exportAll.changed.new"));
        screens.choose(QStringLiteral("exportAll.begin"));
        EVENTUALLY(
            screens.textOf(QStringLiteral("page.notice")).contains(QStringLiteral("2 participants are unchanged")));
    }
    void participant_isExported_data() { bothWays(); }
    void participant_isExported() {
        Screens screens;
        screens.asTheRowSays();
        const QString certificate = saveAs(screens, "sponsor.pem", makeCertificate().certificatePem);
        const QString out = screens.site.folder.filePath(QStringLiteral("out"));
        screens.unlock();
        screens.choose(QStringLiteral("rail.exports"));
        screens.choose(QStringLiteral("export.participant.SYN-002"));
        screens.type(QStringLiteral("export.folder"), out);
        screens.type(QStringLiteral("export.certificate"), certificate);
        screens.choose(QStringLiteral("export.save"));
        EVENTUALLY_EQUAL(QDir(out).entryList({QStringLiteral("SYN-002_*.p7m")}).size(), 1);
    }
    void pack_isAdded_data() { bothWays(); }
    void pack_isAdded() {
        Screens screens;
        screens.asTheRowSays();
        QJsonObject pack = screens.site.library.pack(QStringLiteral("phq9"), QStringLiteral("en"))->json;
        pack.insert(QStringLiteral("version"), QStringLiteral("9.9.9"));
        const QString file = saveAs(screens, "pack.json", canonicalJson(pack));
        begin(screens, "instruments");
        screens.type(QStringLiteral("instruments.pack"), file);
        screens.choose(QStringLiteral("instruments.add"));
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("instruments.pack")), QString());
        screens.stop();
        VERIFY_DONE(screens.site.reopen());
        QCOMPARE(screens.site.vault->library().pack(QStringLiteral("phq9"), QStringLiteral("en"))->version,
                 QStringLiteral("9.9.9"));
    }
    void ownPassphrase_isChanged_data() { bothWays(); }
    void ownPassphrase_isChanged() {
        Screens screens;
        screens.asTheRowSays();
        const QString other = QStringLiteral("quiet harbour at dawn");
        begin(screens, "people");
        screens.choose(QStringLiteral("people.own"));
        screens.type(QStringLiteral("people.own.current"), QString::fromUtf8(passphrase));
        screens.type(QStringLiteral("people.own.passphrase"), other);
        screens.type(QStringLiteral("people.own.again"), other);
        screens.choose(QStringLiteral("people.own.save"));
        EVENTUALLY(!screens.textOf(QStringLiteral("page.notice")).isEmpty());
        screens.stop();
        VERIFY_DONE(screens.site.reopen(QStringLiteral("anna"), other.toUtf8()));
        QVERIFY(!screens.site.reopen());
    }
    void nurse_findsNothingToAdminister() {
        Screens screens;
        begin(screens, "people", QStringLiteral("nora"));
        QVERIFY(screens.find(QStringLiteral("people.own")) != nullptr);
        for (const char* name : {"people.add", "people.anna.change", "people.nora.change"})
            QVERIFY2(screens.find(QString::fromLatin1(name)) == nullptr, name);
        screens.tap(QStringLiteral("page.back"));
        screens.tap(QStringLiteral("study.protocol"));
        EVENTUALLY(!screens.textOf(QStringLiteral("protocol.title")).isEmpty()); // read, not changed
        QVERIFY(screens.find(QStringLiteral("amendment.read")) == nullptr);
        screens.tap(QStringLiteral("page.back"));
        screens.tap(QStringLiteral("study.instruments"));
        EVENTUALLY(screens.find(QStringLiteral("instruments.phq9")) != nullptr);
        QVERIFY(screens.find(QStringLiteral("instruments.add")) == nullptr);
        screens.tap(QStringLiteral("page.back"));
        screens.tap(QStringLiteral("study.backup"));
        EVENTUALLY(screens.find(QStringLiteral("backup.verify")) != nullptr);
        for (const char* name : {"backup.name", "backup.every.6", "study.keys"})
            QVERIFY2(screens.find(QString::fromLatin1(name)) == nullptr, name);
        screens.tap(QStringLiteral("page.back"));
        screens.tap(QStringLiteral("study.exportAll"));
        EVENTUALLY(screens.app->desk()->error().isEmpty());
        QVERIFY(screens.find(QStringLiteral("exportAll.begin")) == nullptr);
    }
    void lockedMeanwhile_aPageForgetsWhatWasTyped() {
        Screens screens;
        begin(screens, "people");
        screens.tap(QStringLiteral("people.own"));
        screens.type(QStringLiteral("people.own.current"), QStringLiteral("half typed"));
        screens.app->lock();
        screens.unlock();
        screens.tap(QStringLiteral("rail.study"));
        screens.tap(QStringLiteral("study.people"));
        screens.tap(QStringLiteral("people.own"));
        QCOMPARE(screens.textOf(QStringLiteral("people.own.current")), QString());
    }
};

QTEST_MAIN(TestStaffAdmin)
#include "tst_staff_admin.moc"

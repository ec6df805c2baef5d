#include "../crypto/Certificates.h"
#include "UiVault.h"
#include "ui/AdminModel.h"
#include "ui/BackupModel.h"
#include "ui/ExportJob.h"
#include "ui/KeysModel.h"
#include "ui/StudyModel.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

using namespace serein;
using namespace serein::test;

class TestAdminModel : public QObject {
    Q_OBJECT

    std::unique_ptr<UiVault> m_site;
    std::unique_ptr<ui::DeskModel> m_desk;
    const TestCertificate m_certificate = makeCertificate();

    template<class Model> std::unique_ptr<Model> made() {
        auto model = std::make_unique<Model>();
        model->setDesk(m_desk.get());
        return model;
    }
    QString write(const QString& name, const QByteArray& bytes) const {
        const QString path = m_site->folder.filePath(name);
        return writeFile(path, bytes) ? path : QString();
    }
    QString newVersion(const std::function<void(QJsonObject&)>& change) const {
        QJsonObject json = m_site->vault->study().json;
        json[QStringLiteral("version")] = QStringLiteral("1.1.0");
        change(json);
        return write(QStringLiteral("newer.json"), canonicalJson(json));
    }
    static QVariantMap row(const QVariantList& rows, const QString& key, const QString& value) {
        for (const QVariant& one : rows)
            if (one.toMap().value(key) == value)
                return one.toMap();
        return {};
    }

private Q_SLOTS:
    void init() {
        m_site = std::make_unique<UiVault>();
        m_desk = std::make_unique<ui::DeskModel>(nullptr);
        m_desk->open(m_site->vault.get(), QStringLiteral("en"));
    }

    void people_areShownWithTheirRolesInWords() {
        const auto admin = made<ui::AdminModel>();
        QVERIFY(admin->mayManage());
        const QVariantMap own = row(admin->people(), QStringLiteral("name"), userName);
        QCOMPARE(own.value(QStringLiteral("rolesText")).toString(),
                 QStringLiteral("nurse, investigator, administrator"));
        QVERIFY(own.value(QStringLiteral("you")).toBool() && own.value(QStringLiteral("active")).toBool());
        const QString secret = QStringLiteral("quiet morning ward");
        QVERIFY(admin->addAccount(QStringLiteral(" nora "), {QStringLiteral("monitor")}, secret, secret));
        QVERIFY(m_desk->notice().contains(QStringLiteral("nora")));
        QCOMPARE(row(admin->people(), QStringLiteral("name"), QStringLiteral("nora"))
                     .value(QStringLiteral("rolesText"))
                     .toString(),
                 QStringLiteral("monitor"));
        const auto given = QStringLiteral("five green boats drift");
        QVERIFY(!admin->resetPassphrase(QStringLiteral("nora"), given, given, {}));
        QVERIFY(admin->resetPassphrase(QStringLiteral("nora"), given, given, QStringLiteral("forgot hers")));
        QVERIFY(!admin->disable(QStringLiteral("nora"), QStringLiteral(" "))); // it says why, or it is not done
        QVERIFY(admin->disable(QStringLiteral("nora"), QStringLiteral("left the site")));
        QVERIFY(!row(admin->people(), QStringLiteral("name"), QStringLiteral("nora"))
                     .value(QStringLiteral("active"))
                     .toBool());
    }
    void badInput_isSaidAtItsField_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("again");
        QTest::addColumn<QString>("field");
        const QString good = QStringLiteral("quiet morning ward");
        const QString role = QStringLiteral("nurse");
        QTest::newRow("name") << QStringLiteral("Nurse 1") << role << good << good << QStringLiteral("name");
        QTest::newRow("taken") << userName << role << good << good << QStringLiteral("name");
        QTest::newRow("long") << QString(10'000, QLatin1Char('n')) << role << good << good << QStringLiteral("name");
        QTest::newRow("no role") << QStringLiteral("nora") << QString() << good << good << QStringLiteral("roles");
        QTest::newRow("short") << QStringLiteral("nora") << role << QStringLiteral("short") << QStringLiteral("short")
                               << QStringLiteral("passphrase");
        QTest::newRow("differs") << QStringLiteral("nora") << role << good << QStringLiteral("quiet evening wards")
                                 << QStringLiteral("again");
    }
    void badInput_isSaidAtItsField() {
        QFETCH(QString, name);
        QFETCH(QString, role);
        QFETCH(QString, secret);
        QFETCH(QString, again);
        QFETCH(QString, field);
        const auto admin = made<ui::AdminModel>();
        QVERIFY(!admin->addAccount(name, role.isEmpty() ? QStringList() : QStringList{role}, secret, again));
        QCOMPARE(m_desk->errorField(), field);
        QVERIFY(m_desk->error().contains(QStringLiteral("Nothing was saved")));
        QCOMPARE(admin->people().size(), 1);
    }
    void lastAdministrator_staysOne() {
        const auto admin = made<ui::AdminModel>();
        QVERIFY(!admin->changeRoles(userName, {QStringLiteral("nurse")}, QStringLiteral("x")));
        QVERIFY(m_desk->error().contains(QStringLiteral("stay administrator")));
        QVERIFY(admin->mayManage());
    }
    void ownPassphrase_changesWithTheOldOneOnly() {
        const auto admin = made<ui::AdminModel>();
        const QString next = QStringLiteral("quiet morning ward");
        QVERIFY(!admin->changePassphrase(QStringLiteral("not the right one"), next, next));
        QCOMPARE(m_desk->errorField(), QStringLiteral("current"));
        QVERIFY(admin->changePassphrase(passphrase, next, next));
        QVERIFY(m_desk->error().isEmpty());
    }

    void clock_isDue_thenSaysHowFarApart() {
        const auto admin = made<ui::AdminModel>();
        QVERIFY(admin->clockCheckDue() && !admin->clockDrifts());
        QVERIFY(!admin->checkClock(QStringLiteral("nine")));
        QCOMPARE(m_desk->errorField(), QStringLiteral("ward"));
        QVERIFY(admin->checkClock(QStringLiteral("09:00")));
        QVERIFY(!admin->clockCheckDue() && !admin->clockDrifts());
        QVERIFY(admin->clockText().contains(QStringLiteral("showed the same")));
        QVERIFY(admin->checkClock(QStringLiteral("09:02"))); // two minutes are let pass
        QVERIFY(!admin->clockDrifts());
        QVERIFY(admin->clockText().contains(QStringLiteral("2 min behind")));
        QVERIFY(admin->checkClock(QStringLiteral("08:57")));
        QVERIFY(admin->clockDrifts());
        QVERIFY(admin->clockText().contains(QStringLiteral("3 min ahead")));
    }

    void backup_saysWhatIsMissing_thenRunsToItsEnd() {
        const auto admin = made<ui::AdminModel>();
        const auto backup = made<ui::BackupModel>();
        const QString stick = m_site->folder.filePath(QStringLiteral("stick"));
        QVERIFY(QDir().mkpath(stick));
        QVERIFY(admin->unbackedEvents() > 0 && admin->backedUpAt().isEmpty());
        QVERIFY(admin->unbackedText().startsWith(QStringLiteral("%1 event").arg(admin->unbackedEvents())));
        QVERIFY(!backup->hasRecovery());
        QVERIFY(!backup->begin(stick, 7));
        QVERIFY(!backup->nameRecovery({QStringLiteral("/nowhere.pem")}, false));
        QCOMPARE(m_desk->errorField(), QStringLiteral("certificate"));
        QVERIFY(backup->nameRecovery({write(QStringLiteral("site.pem"), m_certificate.certificatePem)}, false));
        QVERIFY(backup->hasRecovery() && backup->holders().value(0).contains(QStringLiteral("Data management")));
        QVERIFY(!backup->begin(QStringLiteral("/nowhere at all"), 7));
        QCOMPARE(m_desk->errorField(), QStringLiteral("folder"));
        QVERIFY(!backup->begin(stick, 0));
        QCOMPARE(m_desk->errorField(), QStringLiteral("keep"));
        QVERIFY(backup->begin(QUrl::fromLocalFile(stick).toString(), 7));
        QVERIFY(backup->running());
        QTRY_VERIFY(!backup->running());
        QVERIFY2(m_desk->error().isEmpty(), qPrintable(m_desk->error()));
        QVERIFY(m_desk->notice().contains(stick));
        QCOMPARE(admin->unbackedEvents(), 0);
        QVERIFY(admin->unbackedText().isEmpty());
        QCOMPARE(admin->backedUpAt(), QStringLiteral("20 Nov 2026, 09:00"));
        QVERIFY(backup->verify());
        QVERIFY(m_desk->notice().startsWith(QStringLiteral("Whole: ")));
    }
    void backup_isPlanned_andThePageSaysHowOftenAndWhereTo() {
        const auto backup = made<ui::BackupModel>();
        const QString stick = m_site->folder.filePath(QStringLiteral("stick"));
        QVERIFY(QDir().mkpath(stick));
        QVERIFY(backup->nameRecovery({write(QStringLiteral("site.pem"), m_certificate.certificatePem)}, false));
        QCOMPARE(backup->interval(), QStringLiteral("24")); // until somebody says otherwise
        QVERIFY(backup->planText().startsWith(QStringLiteral("Every day, by itself, once somebody")));
        QVERIFY(backup->begin(stick, 3));
        QTRY_VERIFY(!backup->running());
        QCOMPARE(backup->planText(),
                 QStringLiteral("Every day, by itself, while staff have the tablet: into %1. The last "
                                "3 stay there, older ones are removed.")
                     .arg(stick));
        QVERIFY(backup->folder() == stick && backup->keep() == 3);
        QVERIFY(backup->plan(QStringLiteral("6")));
        QCOMPARE(m_site->vault->deviceState().backupEveryHours, 6);
        QVERIFY(backup->plan(QStringLiteral("0")));
        QVERIFY(backup->planText().startsWith(QStringLiteral("No backup is made by itself")));
        QVERIFY(!backup->plan(QStringLiteral("745"))); // a month and an hour
        QCOMPARE(m_site->vault->deviceState().backupEveryHours, 0);
    }
    void recoveryHolders_areNamedTogether_withWhichKeysAreNeeded() {
        const auto backup = made<ui::BackupModel>();
        const QString one = write(QStringLiteral("one.pem"), m_certificate.certificatePem);
        const QString two =
            write(QStringLiteral("two.pem"), makeCertificate({.name = "The other holder"}).certificatePem);
        QVERIFY(backup->policy().isEmpty());
        QVERIFY(backup->nameRecovery({one, QStringLiteral(" ")}, true));
        QVERIFY(backup->holders().size() == 1 && !m_site->vault->deviceState().recoveryNeedsAll);
        QVERIFY(backup->policy().startsWith(QStringLiteral("The key of this certificate")));
        QVERIFY(backup->nameRecovery({one, two}, false));
        QVERIFY(backup->holders().value(1).contains(QStringLiteral("The other holder")));
        QVERIFY(backup->policy().startsWith(QStringLiteral("The key of any one")));
        QVERIFY(backup->nameRecovery({one, two}, true));
        QVERIFY(m_site->vault->deviceState().recoveryNeedsAll);
        QVERIFY(backup->policy().startsWith(QStringLiteral("The keys of all")));
        const QString three = write(QStringLiteral("three.pem"), makeCertificate({.name = "A third"}).certificatePem);
        QVERIFY(backup->nameRecovery({one, two, three}, false, 2));
        QCOMPARE(m_site->vault->deviceState().recoveryNeeded, 2);
        QVERIFY(backup->policy().startsWith(QStringLiteral("The keys of any 2 of these 3 certificates are needed")));
        QVERIFY(!backup->nameRecovery({one, two}, false, 3)); // nothing is changed by it
        QCOMPARE(m_desk->errorField(), QStringLiteral("needed"));
        QVERIFY(!backup->nameRecovery({one, two, two}, false, 2));
        QCOMPARE(m_desk->errorField(), QStringLiteral("certificate"));
        QVERIFY(m_desk->error().contains(QStringLiteral("named twice")));
        QVERIFY(backup->policy().startsWith(QStringLiteral("The keys of any 2 of these 3")));
        QVERIFY(backup->nameRecovery({one, two}, false, 2)); // of two: all of them
        QVERIFY(backup->policy().startsWith(QStringLiteral("The keys of all")));
    }
    void keys_areRenewed_onceThePassphraseIsRight() {
        const auto keys = made<ui::KeysModel>();
        const auto renewed = [this] {
            const auto events = m_site->vault->events(ledger::deviceStream).value_or(QList<ledger::Event>());
            return std::ranges::count_if(
                events, [](const ledger::Event& one) { return std::holds_alternative<ledger::Rekeyed>(one.fact); });
        };
        QVERIFY(keys->mayRenew());
        QVERIFY(!keys->begin(QStringLiteral("not the passphrase")));
        QCOMPARE(m_desk->errorField(), QStringLiteral("current"));
        QVERIFY(!keys->running());
        m_site->clock.advance(std::chrono::minutes(5)); // a wrong one is answered by a delay
        QVERIFY2(keys->begin(passphrase), qPrintable(m_desk->error()));
        QVERIFY(keys->running() && m_desk->isBusy());
        QVERIFY(m_desk->vault() == nullptr); // nobody uses what is being written
        QVERIFY(!keys->begin(passphrase));   // nor begins it twice
        QTRY_VERIFY(keys->done());
        QVERIFY(!keys->running() && m_desk->vault() == m_site->vault.get());
        QCOMPARE(renewed(), 1);
        QVERIFY(m_desk->notice().startsWith(QStringLiteral("Everything stored here has new keys.")));
    }
    void keys_lockedMeanwhile_areWholeFirst() {
        const auto keys = made<ui::KeysModel>();
        QVERIFY(keys->begin(passphrase));
        m_desk->open(nullptr, QStringLiteral("en"));
        QVERIFY(!keys->running() && !keys->done() && !keys->mayRenew());
        QVERIFY(m_site->vault->verify());
        const auto events = m_site->vault->events(ledger::deviceStream).value_or(QList<ledger::Event>());
        QVERIFY(std::holds_alternative<ledger::Rekeyed>(events.constLast().fact));
    }
    void backup_stopsWhenTheTabletLocks_andLeavesNothing() {
        const auto backup = made<ui::BackupModel>();
        const QString stick = m_site->folder.filePath(QStringLiteral("stick"));
        QVERIFY(QDir().mkpath(stick));
        QVERIFY(backup->nameRecovery({write(QStringLiteral("site.pem"), m_certificate.certificatePem)}, false));
        QVERIFY(backup->begin(stick, 7));
        m_desk->open(nullptr, QStringLiteral("en"));
        m_site->vault.reset();
        QVERIFY(!backup->running());
        QCoreApplication::processEvents();
        const QDir folder(stick);
        for (const QString& vault : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QVERIFY(QDir(folder.filePath(vault)).isEmpty());
    }

    void export_ofEverybody_showsHowFar_andStopsBetweenBundles() {
        const auto job = made<ui::ExportJob>();
        const QString out = m_site->folder.filePath(QStringLiteral("out"));
        const QString pem = write(QStringLiteral("sponsor.pem"), m_certificate.certificatePem);
        QCOMPARE(job->count(), 2);
        QVERIFY(!job->begin(out, m_site->folder.filePath(QStringLiteral("nowhere.pem")), {}, {}));
        QCOMPARE(m_desk->errorField(), QStringLiteral("certificates"));
        QVERIFY(!job->begin(QStringLiteral("/proc/nowhere"), pem, {}, {}));
        QCOMPARE(m_desk->errorField(), QStringLiteral("folder"));
        QVERIFY(!job->begin(out, {}, QStringLiteral(" "), {}));
        QCOMPARE(m_desk->errorField(), QStringLiteral("reason"));
        QVERIFY(!job->running());
        QVERIFY(job->begin(out, pem, {}, {}));
        QTRY_COMPARE(job->finished(), 1);
        job->stop();
        QVERIFY(!job->running() && m_desk->notice().startsWith(QStringLiteral("Stopped. 1 ")));
        const QStringList bundle{QStringLiteral("*.p7m")};
        QCOMPARE(QDir(out).entryList(bundle).size(), 1);
        QCOMPARE(QDir(out).entryList(QDir::Files).size(), 2); // and its signature: nothing half-written
        QVERIFY(job->begin(out, pem, {}, {}));
        QTRY_VERIFY(!job->running());
        QCOMPARE(job->finished(), 2);
        QVERIFY(m_desk->notice().contains(out));
        QCOMPARE(QDir(out).entryList({QStringLiteral("SYN-002_*.p7m")}).size(), 1);
    }

    void mergedTables_areStopped_andNothingOfThemStays() {
        const auto job = made<ui::ExportJob>();
        const QString out = m_site->folder.filePath(QStringLiteral("out"));
        const QString pem = write(QStringLiteral("sponsor.pem"), m_certificate.certificatePem);
        const auto files = [&out](const QString& name) { return QDir(out).entryList({name}, QDir::Files).size(); };
        const auto lastFailure = [this] {
            QString cause;
            const auto events = m_site->vault->events(ledger::deviceStream);
            for (const ledger::Event& event : *events)
                if (const auto* failed = std::get_if<ledger::ExportFailed>(&event.fact))
                    cause = failed->cause;
            return cause;
        };
        // As soon as something of them is done.
        const auto inTheMiddle = [&](const std::function<void()>& act) {
            const auto watched = QObject::connect(job.get(), &ui::ExportJob::progressChanged, job.get(), [&] {
                if (job->isMerging() && job->merged() > 0)
                    act();
            });
            QVERIFY(job->begin(out, pem, {}, {}));
            QTRY_VERIFY(!job->running());
            QObject::disconnect(watched);
        };
        constexpr int others = 20; // more than one turn's work
        for (int one = 0; one < others; ++one)
            QVERIFY(desk::Desk(*m_site->vault)
                        .enrol({QStringLiteral("SYN-1%1").arg(one, 2, 10, QLatin1Char('0')),
                                QStringLiteral("en"),
                                QStringLiteral("1957"),
                                {},
                                {},
                                {}}));
        inTheMiddle([&] { job->stop(); });
        QVERIFY2(m_desk->notice().startsWith(QStringLiteral("Stopped. %1 ").arg(2 + others)),
                 qPrintable(m_desk->notice()));
        QCOMPARE(files(QStringLiteral("SYN-*.p7m")), 2 + others);
        QCOMPARE(files(QStringLiteral("*.p7m")), 2 + others);
        QCOMPARE(lastFailure(), QStringLiteral("stopped"));
        // A record that changes in the middle of it is exported anew, and everybody's tables after it.
        int changes = 0;
        inTheMiddle([&] {
            if (changes++ == 0)
                QVERIFY(m_site->vault->append(m_site->second, {{ledger::Noted{QStringLiteral("meanwhile")}}},
                                              {QStringLiteral("anna"), QStringLiteral("nurse")}));
        });
        QVERIFY2(m_desk->notice().contains(QStringLiteral("everybody's tables in one")), qPrintable(m_desk->notice()));
        QVERIFY(m_desk->notice().contains(QStringLiteral("%1 participants").arg(2 + others)) ||
                m_desk->notice().contains(QStringLiteral("%1 participant(s)").arg(2 + others)));
        QCOMPARE(files(QStringLiteral("*.p7m")) - files(QStringLiteral("SYN-*.p7m")), 1);
        QCOMPARE(files(QStringLiteral("SYN-002_*.p7m")), 2); // before and after the change
        QVERIFY(QDir(out).removeRecursively() && QDir().mkpath(out));
        // Locked in the middle of it: nothing of them stays either.
        inTheMiddle([this] { m_desk->open(nullptr, QStringLiteral("en")); });
        QCOMPARE(files(QStringLiteral("*.part")), 0);
        QCOMPARE(files(QStringLiteral("*.p7m")), files(QStringLiteral("SYN-*.p7m")));
        m_desk->open(m_site->vault.get(), QStringLiteral("en"));
        QVERIFY(job->begin(out, pem, {}, {}));
        QTRY_VERIFY(!job->running());
        QVERIFY(m_desk->notice().contains(QStringLiteral("everybody's tables in one")));
        QCOMPARE(files(QStringLiteral("*.p7m")) - files(QStringLiteral("SYN-*.p7m")), 1);
    }

    void export_ofOne_isSealedOrGivenAReason() {
        const auto job = made<ui::ExportJob>();
        job->setParticipant(idText(m_site->first));
        QCOMPARE(job->count(), 1);
        const QString out = m_site->folder.filePath(QStringLiteral("out"));
        const QString none = write(QStringLiteral("none.pem"), "no certificate");
        QVERIFY(!job->begin(out, none, {}, {}));
        QCOMPARE(m_desk->errorField(), QStringLiteral("certificates"));
        QVERIFY(!job->begin(out, {}, {}, {}));
        QCOMPARE(m_desk->errorField(), QStringLiteral("reason"));
        QVERIFY(!QDir(out).exists());
        QVERIFY(job->begin(out, write(QStringLiteral("sponsor.pem"), m_certificate.certificatePem), {}, {}));
        QTRY_VERIFY(!job->running());
        QCOMPARE(QDir(out).entryList({QStringLiteral("SYN-001_*.zip.p7m")}).size(), 1);
        QCOMPARE(QDir(out).entryList(QDir::Files).size(), 2); // and its signature: no merged tables
        QVERIFY2(m_desk->notice().startsWith(QStringLiteral("Exported, sealed: %1/SYN-001_").arg(out)),
                 qPrintable(m_desk->notice()));
    }
    void export_isOfThePartAndTheFormatsChosen() {
        const auto job = made<ui::ExportJob>();
        const auto ids = [&](const char* part) {
            QStringList all;
            for (const QVariant& one : job->parts().value(QLatin1String(part)).toList())
                all += one.toMap().value(QStringLiteral("id")).toString();
            return all;
        };
        QCOMPARE(job->summary({}), QStringLiteral("Everything, all formats"));
        QCOMPARE(ids("formats").size(), 10);
        QVERIFY(ids("timepoints").contains(QStringLiteral("POD1")) &&
                ids("instruments").contains(QStringLiteral("gad7")));
        QCOMPARE(ids("instruments").count(QStringLiteral("nrs-sleep")), 1); // however often it is asked
        const QVariantMap chosen{{QStringLiteral("timepoints"), QStringList{QStringLiteral("BL")}},
                                 {QStringLiteral("instruments"), QStringList{QStringLiteral("gad7")}},
                                 {QStringLiteral("formats"), QStringList{QStringLiteral("sav"), QStringLiteral("csv")}},
                                 {QStringLiteral("from"), QStringLiteral("2026-11-01")},
                                 {QStringLiteral("without"), QStringList{QStringLiteral("YM")}},
                                 {QStringLiteral("language"), QStringLiteral("zh-CN")},
                                 {QStringLiteral("merged"), false}};
        QCOMPARE(
            job->summary(chosen),
            QStringLiteral("Only Baseline; GAD-7; begun on 2026-11-01 or later, CSV and codebook, SPSS; SDTM without "
                           "YM"));
        const QString out = m_site->folder.filePath(QStringLiteral("out"));
        QVERIFY(job->begin(out, {}, QStringLiteral("a check"), chosen));
        QTRY_VERIFY(!job->running());
        QCOMPARE(QDir(out).entryList({QStringLiteral("*.zip")}).size(), 2);
        const auto events = m_site->vault->events(ledger::deviceStream).value_or(QList<ledger::Event>());
        const ledger::Exported* told = nullptr;
        for (const ledger::Event& event : events)
            if (const auto* one = std::get_if<ledger::Exported>(&event.fact))
                told = one;
        QVERIFY(told != nullptr);
        QCOMPARE(told->formats, (QStringList{QStringLiteral("csv"), QStringLiteral("sav")}));
        QCOMPARE(told->language, QStringLiteral("zh-CN"));
        QCOMPARE(told->without, QStringList{QStringLiteral("YM")});
        QCOMPARE(told->part, (QJsonObject{{QStringLiteral("timepoints"), QJsonArray{QStringLiteral("BL")}},
                                          {QStringLiteral("instruments"), QJsonArray{QStringLiteral("gad7")}},
                                          {QStringLiteral("from"), QStringLiteral("2026-11-01")}}));
    }
    void export_daysThatAreNone_orTheWrongWayRound_areSaidAtTheirField() {
        const auto job = made<ui::ExportJob>();
        const QString out = m_site->folder.filePath(QStringLiteral("out"));
        const auto begun = [&](const char* from, const char* to) {
            return job->begin(
                out, {}, QStringLiteral("a check"),
                {{QStringLiteral("from"), QLatin1String(from)}, {QStringLiteral("to"), QLatin1String(to)}});
        };
        QVERIFY(!begun("yesterday", ""));
        QCOMPARE(m_desk->errorField(), QStringLiteral("from"));
        QVERIFY(!begun("", "2026-02-30"));
        QCOMPARE(m_desk->errorField(), QStringLiteral("to"));
        QVERIFY(!begun("2026-11-21", "2026-11-20"));
        QCOMPARE(m_desk->errorField(), QStringLiteral("to"));
        QVERIFY(!job->running() && !QDir(out).exists());
    }
    void export_onlyOfWhatChanged_andEverybodysTablesInOne() {
        const auto job = made<ui::ExportJob>();
        const QString out = m_site->folder.filePath(QStringLiteral("out"));
        const auto run = [&](const QVariantMap& chosen) {
            QVERIFY(job->begin(out, {}, QStringLiteral("a check"), chosen));
            QTRY_VERIFY(!job->running());
            QCOMPARE(m_desk->error(), QString());
        };
        const QVariantMap fresh{{QStringLiteral("changed"), true}, {QStringLiteral("merged"), false}};
        run({}); // two bundles, and the study's
        QCOMPARE(QDir(out).entryList({QStringLiteral("*.zip")}).size(), 3);
        QVERIFY(m_desk->notice().endsWith(QStringLiteral("And everybody's tables in one.")));
        run(fresh);
        QCOMPARE(job->finished(), 0);
        QVERIFY2(m_desk->notice().contains(QStringLiteral("2 participant(s) are unchanged")),
                 qPrintable(m_desk->notice()));
        QVERIFY(desk::Desk(*m_site->vault)
                    .setAnchor(m_site->second, QStringLiteral("incision"), m_site->clock.now().addDays(1)));
        run(fresh);
        QCOMPARE(job->finished(), 1);
        QVariantMap blinder = fresh;
        blinder.insert(QStringLiteral("formats"), QStringList{QStringLiteral("csv")});
        run(blinder); // of another order nothing was exported yet
        QCOMPARE(job->finished(), 2);
    }
    void identities_leaveInASealedFileOfTheirOwn() {
        const auto job = made<ui::ExportJob>();
        QVERIFY(job->mayExportIdentities()); // exports and enrols
        const QString out = m_site->folder.filePath(QStringLiteral("out"));
        QVERIFY(!job->exportIdentities(out, {}));
        QCOMPARE(m_desk->errorField(), QStringLiteral("certificates"));
        QVERIFY(!job->exportIdentities({}, write(QStringLiteral("sponsor.pem"), m_certificate.certificatePem)));
        QCOMPARE(m_desk->errorField(), QStringLiteral("folder"));
        QVERIFY(job->exportIdentities(out, write(QStringLiteral("sponsor.pem"), m_certificate.certificatePem)));
        const QStringList files = QDir(out).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QVERIFY2(m_desk->notice().endsWith(files.constFirst()), qPrintable(m_desk->notice()));
        const auto opened =
            crypto::cmsOpen(*readFile(QDir(out).filePath(files.constFirst())), m_certificate.privateKeyPem);
        QVERIFY(opened);
        QVERIFY(opened->contains("Erste Person") && opened->contains("Zweite Person"));
        job->setParticipant(idText(m_site->second));
        QVERIFY(QDir(out).removeRecursively());
        QVERIFY(job->exportIdentities(out, write(QStringLiteral("sponsor.pem"), m_certificate.certificatePem)));
        const auto one = crypto::cmsOpen(*readFile(QDir(out).filePath(QDir(out).entryList(QDir::Files).value(0))),
                                         m_certificate.privateKeyPem);
        QVERIFY(one && !one->contains("Erste Person") && one->contains("Zweite Person"));
    }
    void export_ofEverybody_leavesOutWhoWithdrewTheirRecords_andNamesThem() {
        QVERIFY(m_site->vault->append(m_site->first, {{ledger::Withdrawn{{"records"}, "participant", {}, "kept"}}},
                                      {userName, QStringLiteral("nurse")}));
        m_desk->refresh();
        const auto job = made<ui::ExportJob>();
        const QString out = m_site->folder.filePath(QStringLiteral("out"));
        const QString pem = write(QStringLiteral("sponsor.pem"), m_certificate.certificatePem);
        QVERIFY(job->begin(out, pem, {}, {}));
        QTRY_VERIFY(!job->running());
        QCOMPARE(m_desk->error(), QString());
        QCOMPARE(job->finished(), 1);
        QVERIFY2(
            m_desk->notice().endsWith(QStringLiteral("withdrew the use of their records and were left out: SYN-001.")),
            qPrintable(m_desk->notice()));
        QCOMPARE(QDir(out).entryList({QStringLiteral("SYN-001_*")}).size(), 0);
        QCOMPARE(QDir(out).entryList({QStringLiteral("SYN-002_*.p7m")}).size(), 1);
    }

    void study_saysItsWindowsInWords() {
        const auto model = made<ui::StudyModel>();
        const QVariantMap study = model->study();
        QCOMPARE(study.value(QStringLiteral("version")).toString(), QStringLiteral("1.0.0"));
        const QVariantList timepoints = study.value(QStringLiteral("timepoints")).toList();
        const QString label =
            m_site->vault->study().anchor(QStringLiteral("pacuArrival"))->label.in(QStringLiteral("en"));
        QCOMPARE(
            row(timepoints, QStringLiteral("id"), QStringLiteral("PACU")).value(QStringLiteral("window")).toString(),
            QStringLiteral("30 min after: %1; opens 10 min earlier, closes 10 min later").arg(label));
        QCOMPARE(
            row(timepoints, QStringLiteral("id"), QStringLiteral("POD1")).value(QStringLiteral("window")).toString(),
            QStringLiteral("day 1, 06:00 to 10:00"));
        const QVariantMap gad = row(model->instruments(), QStringLiteral("id"), QStringLiteral("gad7"));
        QCOMPARE(gad.value(QStringLiteral("hash")).toString().size(), 64);
        QVERIFY(!gad.value(QStringLiteral("packs")).toList().isEmpty());
    }
    void unusableFile_listsEveryFault_andChangesNothing() {
        const auto model = made<ui::StudyModel>();
        const QString file = newVersion([](QJsonObject& json) {
            json.remove(QStringLiteral("title"));
            json.remove(QStringLiteral("zone"));
        });
        QVERIFY(!model->readAmendment(file));
        QCOMPARE(m_desk->errorField(), QStringLiteral("file"));
        QVERIFY(model->faults().size() >= 2);
        QVERIFY(model->faults().constFirst().startsWith(QStringLiteral("newer.json")));
        QVERIFY(model->amendment().isEmpty());
        QVERIFY(!model->addPack(write(QStringLiteral("pack.json"), "{")));
        QCOMPARE(m_desk->errorField(), QStringLiteral("pack"));
        QCOMPARE(model->faults().size(), 1);
    }
    void amendment_isCompared_adopted_andFollowedOneByOne() {
        const auto model = made<ui::StudyModel>();
        QVERIFY(model->readAmendment(newVersion([](QJsonObject& json) {
            QJsonArray timepoints = json[QStringLiteral("timepoints")].toArray();
            QJsonObject pacu = timepoints[1].toObject();
            QJsonObject window = pacu[QStringLiteral("window")].toObject();
            window[QStringLiteral("closes")] = QStringLiteral("PT20M");
            pacu[QStringLiteral("window")] = window;
            timepoints[1] = pacu;
            json[QStringLiteral("timepoints")] = timepoints;
        })));
        const QStringList changes = model->amendment().value(QStringLiteral("changes")).toStringList();
        QCOMPARE(changes.size(), 1);
        QVERIFY(changes.constFirst().contains(QStringLiteral("closes 10 min later")) &&
                changes.constFirst().contains(QStringLiteral("closes 20 min later")));
        QVERIFY(!model->amend(QStringLiteral(" ")));
        QCOMPARE(m_desk->errorField(), QStringLiteral("approval"));
        QVERIFY(!model->amendment().isEmpty()); // nothing is lost
        QVERIFY(model->amend(QStringLiteral("EC 2026-118")));
        QVERIFY(model->amendment().isEmpty());
        QCOMPARE(model->moves().size(), 2);
        QVERIFY(!model->move(idText(m_site->first), {}));
        QCOMPARE(m_desk->errorField(), QStringLiteral("reason"));
        QVERIFY(model->move(idText(m_site->first), QStringLiteral("amendment 1")));
        QCOMPARE(model->moves().size(), 1);
        QVERIFY(model->moveAll(QStringLiteral("amendment 1")));
        QVERIFY(m_desk->notice().contains(QStringLiteral("1.1.0: 1.")));
        QVERIFY(model->moves().isEmpty());
    }
};

QTEST_MAIN(TestAdminModel)
#include "tst_admin_model.moc"

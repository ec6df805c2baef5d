#include "UiVault.h"
#include "ui/AdminModel.h"
#include "ui/AppModel.h"
#include "ui/Endings.h"
#include "ui/Startup.h"
#include "ui/Suspend.h"
#include "ui/WorklistModel.h"

#include <QSignalSpy>
#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace serein;
using namespace serein::test;
using ui::AppModel;

namespace {

const QString pin = QStringLiteral("4711");

void unlock(AppModel& app) {
    app.lockScreen()->unlock(userName, passphrase);
    QTRY_COMPARE(app.state(), AppModel::State::Staff);
}

void handOver(AppModel& app, const UiVault& site) {
    QVERIFY(app.setPin(pin));
    QVERIFY(app.desk()->handOver({{QStringLiteral("participant"), idText(site.first)},
                                  {QStringLiteral("timepoint"), QStringLiteral("BL")},
                                  {QStringLiteral("secondIdentifier"), QStringLiteral("1957")},
                                  {QStringLiteral("mode"), QStringLiteral("self")},
                                  {QStringLiteral("language"), QStringLiteral("en")}}));
    QCOMPARE(app.state(), AppModel::State::HandedOver);
}

} // namespace

class TestAppModel : public QObject {
    Q_OBJECT

    std::unique_ptr<UiVault> m_site;
    std::unique_ptr<AppModel> m_app;

private Q_SLOTS:
    void init() {
        m_app.reset();
        m_site = std::make_unique<UiVault>();
        m_site->vault.reset();
        m_app = std::make_unique<AppModel>(m_site->place, m_site->clock, QStringLiteral("en"));
    }
    void cleanupTestCase() { m_app.reset(); }

    void folderWithoutVault_isSaidInWords() {
        const AppModel app({m_site->folder.filePath(QStringLiteral("nothing")), m_site->place.state}, m_site->clock,
                           QStringLiteral("en"));
        QCOMPARE(app.state(), AppModel::State::NoVault);
        QVERIFY(app.lockScreen()->error().contains(QStringLiteral("data manager")));
    }

    void wrongPassphrase_staysLocked_withoutBlockingTheScreen() {
        QCOMPARE(m_app->state(), AppModel::State::Locked);
        m_app->lockScreen()->unlock(userName, QStringLiteral("not this one"));
        QVERIFY(m_app->lockScreen()->busy());
        QTRY_VERIFY(!m_app->lockScreen()->busy());
        QCOMPARE(m_app->state(), AppModel::State::Locked);
        QVERIFY(!m_app->lockScreen()->error().isEmpty());
        unlock(*m_app);
        QCOMPARE(m_app->userName(), userName);
        QVERIFY(m_app->synthetic());
    }

    void handedOver_theDeskIsEmpty_untilTheRightPin() {
        unlock(*m_app);
        handOver(*m_app, *m_site);
        ui::WorklistModel work;
        work.setDesk(m_app->desk());
        QCOMPARE(work.rows()->rowCount(), 0);
        QCOMPARE(m_app->desk()->participantCount(), 0);
        m_app->cover();
        QCOMPARE(m_app->state(), AppModel::State::Covered);
        m_app->takeBack(QStringLiteral("0000"));
        QCOMPARE(m_app->state(), AppModel::State::Covered);
        QVERIFY(!m_app->pinError().isEmpty());
        m_app->uncover();
        QCOMPARE(m_app->state(), AppModel::State::HandedOver);
        m_app->takeBack(pin);
        QCOMPARE(m_app->state(), AppModel::State::Staff);
        QCOMPARE(m_app->patient()->page(), ui::PatientModel::Page::None);
        QVERIFY(m_app->desk()->resumeHandOver().isEmpty());
    }

    void fiveWrongPins_lock() {
        unlock(*m_app);
        handOver(*m_app, *m_site);
        for (int i = 0; i < account::Pins::tries; ++i)
            m_app->takeBack(QStringLiteral("0000"));
        QCOMPARE(m_app->state(), AppModel::State::Locked);
        QVERIFY(!m_app->lockScreen()->error().isEmpty());
        QVERIFY(!m_app->hasPin());
    }

    void lockWhileHandedOver_leadsBackToTheSameItem() {
        unlock(*m_app);
        handOver(*m_app, *m_site);
        m_app->patient()->begin();
        m_app->patient()->give(1);
        m_app->patient()->next();
        const QString item = m_app->patient()->itemId();
        m_app->lock();
        QCOMPARE(m_app->state(), AppModel::State::Locked);
        unlock(*m_app);
        QCOMPARE(m_app->desk()->resumeHandOver().value(QStringLiteral("subject")).toString(),
                 QStringLiteral("SYN-001"));
        handOver(*m_app, *m_site);
        QCOMPARE(m_app->patient()->itemId(), item);
    }

    void hidden_coversWhatIsHandedOver_andLocksTheDesk() {
        unlock(*m_app);
        handOver(*m_app, *m_site);
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationInactive);
        QCOMPARE(m_app->state(), AppModel::State::Covered);
        m_app->takeBack(pin);
        QCOMPARE(m_app->state(), AppModel::State::Staff);
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationInactive); // a dialog of the system, a keyboard
        QCOMPARE(m_app->state(), AppModel::State::Staff);
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationSuspended);
        QCOMPARE(m_app->state(), AppModel::State::Locked);
        unlock(*m_app);
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationHidden);
        QCOMPARE(m_app->state(), AppModel::State::Locked);
    }

    void sleptLongerThanTheLimit_isLockedWhenItWakes() {
        unlock(*m_app);
        m_site->clock.advance(std::chrono::minutes(29));
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationActive);
        QCOMPARE(m_app->state(), AppModel::State::Staff); // the demonstration study's limit is 30 minutes
        handOver(*m_app, *m_site);
        m_app->cover();
        m_site->clock.advance(std::chrono::hours(8));
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationActive);
        QCOMPARE(m_app->state(), AppModel::State::Locked);
    }

    void clockSetBackWhileItSlept_isLockedAllTheSame() {
        struct Ward final : Clock { // its clock stands still, what nobody can set runs on
            [[nodiscard]] QDateTime now() const override { return *parseInstant(QStringLiteral("2026-11-20T09:00Z")); }
            [[nodiscard]] std::optional<std::chrono::milliseconds> running() const override { return run; }
            std::chrono::milliseconds run{0};
        } clock;
        AppModel app(m_site->place, clock, QStringLiteral("en"));
        unlock(app);
        clock.run = std::chrono::minutes(29);
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationActive);
        QCOMPARE(app.state(), AppModel::State::Staff);
        clock.run = std::chrono::minutes(31);
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationActive);
        QCOMPARE(app.state(), AppModel::State::Locked);
    }

    void endedFromOutside_locksBeforeItEnds_data() {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGHUP") << SIGHUP;
    }
    void endedFromOutside_locksBeforeItEnds() {
        QFETCH(int, signal);
        const ui::Endings endings;
        unlock(*m_app);
        QTimer::singleShot(0, qApp, [signal] { std::raise(signal); });
        QCOMPARE(QCoreApplication::exec(), 0);
        QCOMPARE(m_app->state(), AppModel::State::Locked);
    }
    void tabletFallsAsleep_locked() {
        ui::Suspend suspend;
        connect(&suspend, &ui::Suspend::falls, m_app.get(), &AppModel::lock);
        unlock(*m_app);
        suspend.prepare(false);
        QCOMPARE(m_app->state(), AppModel::State::Staff);
        suspend.prepare(true);
        QCOMPARE(m_app->state(), AppModel::State::Locked);
    }
    void coreFiles_areOff() {
        QVERIFY(ui::keepMemoryPrivate());
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(prctl(PR_GET_DUMPABLE), 0);
    }

    void pinOfWhoWasDisabled_takesNothingBack_andAWrongOneIsAnEvent() {
        m_app.reset();
        const QString secret = QStringLiteral("another long one, bo");
        {
            const auto opened =
                vault::Vault::unlock(m_site->place, userName, crypto::Secret(passphrase.toUtf8()), m_site->clock);
            QVERIFY(opened);
            QVERIFY(desk::Desk(**opened).addAccount(QStringLiteral("bo"), {account::Role::Nurse},
                                                    crypto::Secret(secret.toUtf8()), {.logN = 14}));
        }
        m_app = std::make_unique<AppModel>(m_site->place, m_site->clock, QStringLiteral("en"));
        m_app->lockScreen()->unlock(QStringLiteral("bo"), secret);
        QTRY_COMPARE(m_app->state(), AppModel::State::Staff);
        const QString pinOfBo = QStringLiteral("2580");
        QVERIFY(m_app->setPin(pinOfBo));
        m_app->lock();
        unlock(*m_app);
        ui::AdminModel administration;
        administration.setDesk(m_app->desk());
        QVERIFY(administration.disable(QStringLiteral("bo"), QStringLiteral("left the site")));
        handOver(*m_app, *m_site);
        m_app->takeBack(pinOfBo);
        QCOMPARE(m_app->state(), AppModel::State::HandedOver);
        m_app->takeBack(pin);
        QCOMPARE(m_app->state(), AppModel::State::Staff);
        m_app.reset();
        const auto opened =
            vault::Vault::unlock(m_site->place, userName, crypto::Secret(passphrase.toUtf8()), m_site->clock);
        QVERIFY(opened);
        vault::TrailQuery refusals;
        refusals.kinds = {QStringLiteral("pinRefused")};
        const auto wrong = *(*opened)->trail(refusals);
        QCOMPARE(wrong.size(), 1);
        QCOMPARE(std::get<ledger::PinRefused>(wrong.constFirst().event.fact).triesLeft, 4);
    }

    void idle_coversFirst_thenLocks() {
        QJsonObject study = readJson(QStringLiteral(SEREIN_SOURCE_DIR "/instruments/studies/demo.json"))->toObject();
        QJsonObject limits = study[QLatin1String("handOver")].toObject();
        limits.insert(QStringLiteral("idleCoverAfter"), QStringLiteral("PT1S"));
        limits.insert(QStringLiteral("lockAfter"), QStringLiteral("PT2S"));
        study.insert(QStringLiteral("handOver"), limits);
        const QString file = m_site->folder.filePath(QStringLiteral("impatient.json"));
        QVERIFY(writeFile(file, canonicalJson(study)));
        UiVault site(file);
        site.vault.reset();
        AppModel app(site.place, site.clock, QStringLiteral("en"));
        unlock(app);
        handOver(app, site);
        QTRY_COMPARE(app.state(), AppModel::State::Covered);
        QTRY_COMPARE(app.state(), AppModel::State::Locked);
        QVERIFY(app.lockScreen()->names().contains(userName));
    }

    void overdueAlert_escalatesWhileAParticipantHasTheTablet() {
        UiVault site;
        const instrument::Answers answers{{QStringLiteral("q9"), instrument::AnswerValue(Decimal(1))}};
        QVERIFY(desk::Desk(*site.vault)
                    .record({site.second, QStringLiteral("BL"), QStringLiteral("phq9"), 1, QStringLiteral("interview"),
                             answers, QStringLiteral("en")}));
        const QDateTime late =
            plus(site.clock.now(), site.vault->study().acknowledgeWithin, site.vault->study().zone).addSecs(60);
        site.vault.reset();
        AppModel app(site.place, site.clock, QStringLiteral("en"));
        unlock(app);
        handOver(app, site);
        app.escalateMeanwhile(); // not yet
        site.clock.set(late);
        app.cover(); // also under the cover
        app.escalateMeanwhile();
        app.escalateMeanwhile();
        QCOMPARE(app.state(), AppModel::State::Covered);
        QCOMPARE(app.desk()->alertCount(), 0); // nothing of it is shown
        QVERIFY(app.desk()->alertBanner().isEmpty() && app.desk()->error().isEmpty() &&
                app.patient()->trouble().isEmpty());
        site.clock.advance(std::chrono::minutes(5));
        app.takeBack(pin);
        QCOMPARE(app.state(), AppModel::State::Staff);
        QCOMPARE(app.desk()->alertCount(), 1);
        QList<QDateTime> escalated;
        const QList<ledger::Event> events = *app.desk()->vault()->events(idText(site.second));
        for (const ledger::Event& event : events)
            if (std::holds_alternative<ledger::AlertEscalated>(event.fact))
                escalated += event.header.at;
        QCOMPARE(escalated.size(), 1);
        QCOMPARE(escalated.constFirst().toMSecsSinceEpoch(), late.toMSecsSinceEpoch());
    }

    void ending_locks_andSaysSoInTheLedger() {
        unlock(*m_app);
        m_app.reset();
        auto opened = vault::Vault::unlock(m_site->place, userName, crypto::Secret(passphrase.toUtf8()), m_site->clock);
        QVERIFY(opened);
        vault::TrailQuery locked;
        locked.kinds = {QStringLiteral("locked")};
        const auto last = *(*opened)->trail(locked);
        QCOMPARE(last.size(), 1);
        QCOMPARE(last.constFirst().event.header.actor, userName);
    }

    void unsuitablePin_isRefusedInWords() {
        unlock(*m_app);
        QVERIFY(!m_app->setPin(QStringLiteral("12")));
        QCOMPARE(m_app->desk()->errorField(), QStringLiteral("pin"));
        QVERIFY(!m_app->hasPin());
    }
};

QTEST_MAIN(TestAppModel)
#include "tst_app_model.moc"

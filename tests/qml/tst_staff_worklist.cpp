// The worklist by touch and by keys: searched, narrowed, acted on, and the participants' list beside it. Pictures land
// in build/worklist/.
#include "Screens.h"

#include <QDir>

using namespace serein;
using namespace serein::test;

class TestStaffWorklist : public QObject {
    Q_OBJECT

    std::unique_ptr<Screens> m_screens;

    [[nodiscard]] bool shows(const QString& name) const {
        return QTest::qWaitFor([&] { return m_screens->find(name) != nullptr; }, patience);
    }
    [[nodiscard]] bool hides(const QString& name) const {
        return QTest::qWaitFor([&] { return m_screens->find(name) == nullptr; }, patience);
    }
    [[nodiscard]] QString words(const QString& name) const { return m_screens->textOf(name); }
    void picture(const QString& name) {
        QTest::qWait(100);
        const QDir folder(QStringLiteral(SEREIN_BINARY_DIR "/worklist"));
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        QVERIFY(m_screens->window->grabWindow().save(folder.filePath(name + QStringLiteral(".png"))));
    }

    /// One at home whose day 1 is now, one in a bed whose day 1 is over, and an alert.
    void fill() {
        vault::Vault& vault = *m_screens->app->desk()->vault();
        const vault::Actor nurse{"anna", "nurse"};
        const auto surgery = [](const char* at) {
            return ledger::AnchorSet{"incision", *parseInstant(QString::fromLatin1(at))};
        };
        VERIFY_DONE(vault.append(m_screens->first,
                                 {{surgery("2026-11-19T14:00+08:00")},
                                  {ledger::Located{"home", {}, {}}},
                                  {ledger::Missed{{"POD1", "nrs-pain", 1}, "asleep", {}}}},
                                 nurse));
        VERIFY_DONE(vault.append(m_screens->second,
                                 {{surgery("2026-11-18T14:00+08:00")},
                                  {ledger::Located{"ward", "5A", "12"}},
                                  {ledger::AlertRaised{{"BL", "phq9", 1}, "item9", "q9"}}},
                                 nurse));
        m_screens->app->desk()->refresh();
    }

private Q_SLOTS:
    void init() {
        m_screens = std::make_unique<Screens>();
        m_screens->unlock();
    }
    void cleanup() { m_screens.reset(); }

    void rowHandsOver_inOneTouch() {
        QVERIFY(shows("worklist.row.SYN-001.BL.handOver"));
        QVERIFY(words("worklist.section.due").startsWith("Due"));
        picture("landscape");
        m_screens->tap("worklist.row.SYN-001.BL.handOver");
        QVERIFY(shows("handover.secondIdentifier"));
    }

    void wardClock_isPromptedOnTheWorklistAlone_untilItWasCompared() {
        QVERIFY(shows("staff.clock"));
        m_screens->tap("rail.participants");
        QVERIFY(hides("staff.clock"));
        m_screens->tap("rail.worklist");
        m_screens->press("staff.clock");
        m_screens->type("clock.ward", "09:00");
        m_screens->tap("clock.save");
        EVENTUALLY(m_screens->find("clock.due") == nullptr);
        m_screens->tap("rail.worklist");
        QVERIFY(shows("worklist.row.SYN-001.BL.handOver"));
        QVERIFY(hides("staff.clock"));
    }

    void whoOnlyReads_isOfferedNothingToDo() {
        m_screens->stop();
        VERIFY_DONE(m_screens->site.reopen());
        VERIFY_DONE(
            m_screens->site.desk().addAccount("mona", {account::Role::Monitor}, crypto::Secret(passphrase), cheap));
        m_screens->site.vault.reset();
        m_screens->start();
        m_screens->unlock("mona");
        QVERIFY(shows("worklist.row.SYN-001.BL.open"));
        for (const char* name : {"worklist.row.SYN-001.BL.handOver", "worklist.enrol", "staff.clock"})
            QVERIFY2(m_screens->find(name) == nullptr, name);
        m_screens->tap("worklist.row.SYN-001.BL.open");
        m_screens->await("participant.tab.plan");
        for (const char* name : {"participant.anchor.consent", "participant.handOver.BL"})
            QVERIFY2(m_screens->find(name) == nullptr, name);
        m_screens->tap("rail.participants");
        QVERIFY(shows("participants.SYN-001"));
        QVERIFY(m_screens->find("participants.enrol") == nullptr);
    }

    void firstQuestion_isAtMostSixTapsAway() {
        QVERIFY(shows("worklist.row.SYN-001.BL.handOver"));
        m_screens->taps = 0;
        m_screens->tap("worklist.row.SYN-001.BL.handOver");
        m_screens->type("handover.secondIdentifier", "1957"); // counted, though a nurse is allowed it besides
        m_screens->tap("handover.confirm");
        m_screens->tap("patient.begin");
        EVENTUALLY_EQUAL(m_screens->app->patient()->page(), ui::PatientModel::Page::Item);
        EVENTUALLY(m_screens->find("patient.option.0") != nullptr);
        QVERIFY2(m_screens->taps <= 6, qPrintable(QString::number(m_screens->taps)));
    }

    void firstQuestion_isReachedByKeysAlone() {
        m_screens->press("worklist.row.SYN-001.BL.handOver");
        m_screens->tabTo("handover.secondIdentifier");
        m_screens->write("1957");
        m_screens->press("handover.confirm");
        m_screens->press("patient.begin");
        EVENTUALLY_EQUAL(m_screens->app->patient()->page(), ui::PatientModel::Page::Item);
    }

    void typedWords_findTheRow_andEverythingComesBack_data() { bothWays(); }
    void typedWords_findTheRow_andEverythingComesBack() {
        m_screens->asTheRowSays();
        m_screens->type("worklist.search", "002 baseline");
        QVERIFY(hides("worklist.row.SYN-001.BL.handOver"));
        QVERIFY(shows("worklist.row.SYN-002.BL.handOver"));
        m_screens->type("worklist.search", "x");
        EVENTUALLY(words("worklist.message").startsWith("Nothing is found"));
        picture("nothing");
        m_screens->choose("worklist.all");
        QVERIFY(shows("worklist.row.SYN-001.BL.handOver"));
        QCOMPARE(words("worklist.search"), QString());
    }

    void choosing_narrowsTheList_data() { bothWays(); }
    void choosing_narrowsTheList() {
        m_screens->asTheRowSays();
        m_screens->choose("worklist.choose");
        QVERIFY(shows("worklist.timepoint.POD1"));
        picture("choices");
        m_screens->choose("worklist.timepoint.POD1");
        m_screens->choose("worklist.choose");
        QVERIFY(shows("worklist.row.SYN-001.POD1.open"));
        QVERIFY(hides("worklist.row.SYN-001.BL.open"));
        m_screens->choose("worklist.row.SYN-001.POD1.open");
        EVENTUALLY_EQUAL(m_screens->app->desk()->participant().value("subject").toString(), QString("SYN-001"));
    }

    void state_isChosen_data() { bothWays(); }
    void state_isChosen() {
        m_screens->asTheRowSays();
        m_screens->choose("worklist.filter.unscheduled");
        QVERIFY(hides("worklist.row.SYN-001.BL.open"));
        QVERIFY(shows("worklist.row.SYN-001.PACU.open"));
    }

    void participants_areSearched_data() { bothWays(); }
    void participants_areSearched() {
        m_screens->asTheRowSays();
        m_screens->choose("rail.participants");
        QVERIFY(shows("participants.SYN-001"));
        m_screens->type("participants.search", "002");
        QVERIFY(hides("participants.SYN-001"));
        EVENTUALLY_EQUAL(words("participants.count"), QString("1 found"));
        picture("participants");
        m_screens->choose("participants.SYN-002");
        EVENTUALLY_EQUAL(m_screens->app->desk()->participant().value("subject").toString(), QString("SYN-002"));
    }

    void everySizeAndLanguage_theActionIsWithinReach_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("percent");
        QTest::addColumn<QString>("language");
        for (const QSize size : {QSize(1280, 800), QSize(800, 1280)})
            for (const int percent : {100, 150})
                for (const QString& language : {QStringLiteral("en"), QStringLiteral("zh-CN")})
                    QTest::addRow("%dx%d-%d-%s", size.width(), size.height(), percent, qPrintable(language))
                        << size << percent << language;
    }
    void everySizeAndLanguage_theActionIsWithinReach() {
        QFETCH(QSize, size);
        QFETCH(int, percent);
        QFETCH(QString, language);
        fill();
        QQmlComponent component(m_screens->engine.get());
        component.setData("import QtQml\nimport Serein.Theme\nQtObject { property var theme: Theme }", {});
        const std::unique_ptr<QObject> holder(component.create());
        QObject* theme = holder->property("theme").value<QObject*>();
        QVERIFY(theme != nullptr);
        m_screens->app->setLanguage(language);
        m_screens->window->resize(size);
        QVERIFY(theme->setProperty("staffScale", percent / 100.0));
        m_screens->tap("rail.worklist");
        QVERIFY(shows("worklist.row.SYN-001.POD1.call"));
        QTest::qWait(300);
        picture(QString::fromLatin1(QTest::currentDataTag()));
        const QQuickItem* action = m_screens->find("worklist.row.SYN-001.POD1.call");
        const QRectF box = action->mapRectToScene(QRectF(0, 0, action->width(), action->height()));
        QVERIFY(box.height() >= 48 && box.left() >= 0 && box.right() <= size.width());
        theme->setProperty("staffScale", 1.0);
    }
};

QTEST_MAIN(TestStaffWorklist)
#include "tst_staff_worklist.moc"

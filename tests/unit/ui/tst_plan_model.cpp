// The plan, what was missed and what was called, in the words that staff read.
#include "UiVault.h"
#include "ui/AskingModel.h"
#include "ui/PlanModel.h"

#include <QSignalSpy>

using namespace serein;
using namespace serein::test;
using ui::AskingModel;
using ui::DeskModel;
using ui::PlanModel;

class TestPlanModel : public QObject {
    Q_OBJECT
    std::unique_ptr<UiVault> m_site;
    std::unique_ptr<DeskModel> m_desk;
    QString m_id;

    [[nodiscard]] QVariantMap changeOf(const PlanModel& plan, const QString& timepoint) const {
        const QVariantList changes = plan.changes();
        for (const QVariant& one : changes)
            if (one.toMap().value(QStringLiteral("timepoint")) == timepoint)
                return one.toMap();
        return {};
    }
    void setIncision(const QString& local) {
        QVERIFY(m_desk->setAnchor(m_id, QStringLiteral("incision"), local, QStringLiteral("set"), {}));
    }

private Q_SLOTS:
    void init() {
        m_site = std::make_unique<UiVault>();
        m_desk = std::make_unique<DeskModel>(nullptr);
        m_desk->open(m_site->vault.get(), QStringLiteral("en"));
        m_id = idText(m_site->first);
    }

    void newPlan_standsBesideTheOld() {
        PlanModel plan;
        plan.setDesk(m_desk.get());
        QVERIFY(!plan.isReady());
        plan.look(m_id, QStringLiteral("incision"), QStringLiteral("set"), QStringLiteral("2026-11-21 08:30"), false);
        QVERIFY(plan.isReady());
        QCOMPARE(plan.changes().size(), 5); // the five timepoints that count from the operation
        const QVariantMap first = changeOf(plan, QStringLiteral("POD1"));
        QCOMPARE(first.value("label").toString(), QStringLiteral("Day 1 after surgery, morning"));
        QCOMPARE(first.value("before").toString(), QStringLiteral("no date"));
        QCOMPARE(first.value("after").toString(), QStringLiteral("22 Nov 2026, 06:00 – 10:00"));
        QCOMPARE(first.value("text").toString(), QStringLiteral("Gets a date."));
        // Day 7 with a day either side: 27 to 29 November, whole days.
        QCOMPARE(changeOf(plan, QStringLiteral("POD7")).value("after").toString(),
                 QStringLiteral("27 Nov 2026 – 29 Nov 2026"));
        QVERIFY(plan.confirm({}));
        QCOMPARE(m_desk->notice(), QStringLiteral("Incision: 21 Nov 2026, 08:30."));
    }
    void badTime_isToldAtItsField_onlyOnceItIsWhole_data() {
        QTest::addColumn<QString>("anchor");
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("trouble");
        QTest::newRow("still typing") << "incision" << "move" << "2026-11-2" << "";
        QTest::newRow("no such month") << "incision" << "move" << "2026-13-20 14:05"
                                       << "Please write date and time like 2026-11-20 14:05. Nothing was saved.";
        QTest::newRow("words") << "incision" << "move" << "tomorrow afternoon"
                               << "Please write date and time like 2026-11-20 14:05. Nothing was saved.";
        QTest::newRow("years ahead") << "incision" << "move" << "2028-11-20 14:05"
                                     << "This is more than a year ahead. Nothing was saved.";
        QTest::newRow("mistyped century") << "incision" << "correct" << "1926-11-20 14:05"
                                          << "This is more than ten years before the enrolment. Nothing was saved.";
        QTest::newRow("consent to come") << "consent" << "correct" << "2026-11-20 09:01"
                                         << "This is still to come: consent is entered once it was given. Nothing was "
                                            "saved.";
        QTest::newRow("the same") << "incision" << "move" << "2026-11-20 14:05"
                                  << "This is the time that stands there already. Nothing was saved.";
        QTest::newRow("again, before") << "incision" << "repeat" << "2026-11-20 14:04"
                                       << "It happened again, so this has to be later than the first time. Nothing was "
                                          "saved.";
        QTest::newRow("long") << "incision" << "move" << QString(10000, u'9')
                              << "Please write date and time like 2026-11-20 14:05. Nothing was saved.";
    }
    void badTime_isToldAtItsField_onlyOnceItIsWhole() {
        QFETCH(QString, anchor);
        QFETCH(QString, how);
        QFETCH(QString, typed);
        QFETCH(QString, trouble);
        setIncision(QStringLiteral("2026-11-20 14:05"));
        PlanModel plan;
        plan.setDesk(m_desk.get());
        plan.look(m_id, anchor, how, typed, false);
        QVERIFY(!plan.isReady());
        QVERIFY(plan.changes().isEmpty());
        QCOMPARE(plan.trouble(), trouble);
        QVERIFY(!plan.confirm(QStringLiteral("why")));
    }
    void ways_ofAConsent_areFewer() {
        PlanModel plan;
        plan.setDesk(m_desk.get());
        const auto ids = [&](const QString& anchor) {
            QStringList all;
            const QVariantList ways = plan.ways(anchor);
            for (const QVariant& way : ways)
                all.append(way.toMap().value(QStringLiteral("id")).toString());
            return all.join(u' ');
        };
        QCOMPARE(ids(QStringLiteral("incision")), QStringLiteral("move correct revoke repeat"));
        QCOMPARE(ids(QStringLiteral("consent")), QStringLiteral("correct revoke"));
    }
    void cancelled_needsNoTime_butAReason() {
        setIncision(QStringLiteral("2026-11-21 08:30"));
        PlanModel plan;
        plan.setDesk(m_desk.get());
        plan.look(m_id, QStringLiteral("incision"), QStringLiteral("revoke"), {}, false);
        QVERIFY(plan.isReady());
        QCOMPARE(changeOf(plan, QStringLiteral("POD1")).value("after").toString(), QStringLiteral("no date"));
        QVERIFY(!plan.confirm(QStringLiteral("  ")));
        QCOMPARE(m_desk->errorField(), QStringLiteral("reason"));
        QCOMPARE(m_desk->error(), QStringLiteral("Please write something here. Nothing was saved."));
        QVERIFY(plan.confirm(QStringLiteral("cancelled")));
        QCOMPARE(m_desk->notice(), QStringLiteral("Incision: no date any more."));
    }
    void staleBaseline_isOffered_untilItIsRepeated() {
        desk::Desk desk(*m_site->vault);
        for (const QString& id : m_site->vault->study().timepoint(QStringLiteral("BL"))->battery)
            QVERIFY(desk.record({m_site->first, QStringLiteral("BL"), id, 0, QStringLiteral("interview"), {}, {}}));
        PlanModel plan;
        plan.setDesk(m_desk.get());
        setIncision(QStringLiteral("2026-11-23 08:30")); // baseline at 09:00 on the 20th: fresh
        QVERIFY(plan.stale(m_id).isEmpty());
        plan.look(m_id, QStringLiteral("incision"), QStringLiteral("move"), QStringLiteral("2026-11-28 08:30"), false);
        const QVariantMap baseline = changeOf(plan, QStringLiteral("BL"));
        QVERIFY(baseline.value("warns").toBool());
        QCOMPARE(baseline.value("text").toString(),
                 QStringLiteral("Was answered too long before the operation: it may be repeated."));
        QVERIFY(plan.confirm(QStringLiteral("fever")));
        QCOMPARE(plan.stale(m_id).size(), 1);
        QVERIFY(!plan.repeat(m_id, QStringLiteral("BL"), {}));
        QVERIFY(plan.repeat(m_id, QStringLiteral("BL"), QStringLiteral("postponed")));
        QVERIFY(plan.stale(m_id).isEmpty());
        AskingModel asking;
        asking.setProperty("participant", m_id);
        asking.setProperty("timepoint", QStringLiteral("BL"));
        asking.setDesk(m_desk.get());
        QCOMPARE(asking.unbegun().size(), 6); // asked once more
    }
    void asking_saysWhetherNowIsTheTime() {
        AskingModel asking;
        asking.setProperty("participant", m_id);
        asking.setProperty("timepoint", QStringLiteral("BL"));
        asking.setDesk(m_desk.get());
        QCOMPARE(asking.outside(), QString());
        QCOMPARE(asking.barred(), QString());
        QVERIFY(!asking.telephone());
        QCOMPARE(asking.unbegun().size(), 6);
        setIncision(QStringLiteral("2026-11-20 09:00"));
        asking.setProperty("timepoint", QStringLiteral("POD1")); // opens in 21 hours
        QCOMPARE(asking.outside(), QStringLiteral("early"));
        QCOMPARE(asking.outsideText(), QStringLiteral("It opens in 21 h. Please say why it is asked early."));
        m_site->clock.advance(std::chrono::hours(26)); // closed an hour ago
        m_desk->refresh();
        QCOMPARE(asking.outside(), QStringLiteral("late"));
        QCOMPARE(asking.outsideText(), QStringLiteral("It closed 1 h ago. Please say why it is asked late."));
        asking.setProperty("timepoint", QStringLiteral("PACU"));
        QCOMPARE(asking.outside(), QStringLiteral("unscheduled"));
        QVERIFY(m_desk->setAnchor(m_id, QStringLiteral("consent"), {}, QStringLiteral("revoke"),
                                  QStringLiteral("somebody else's")));
        QCOMPARE(asking.barred(), QStringLiteral("Consent is not recorded yet. It comes before the first question."));
    }
    void missed_isRecordedWithItsReason() {
        AskingModel asking;
        asking.setProperty("participant", m_id);
        asking.setProperty("timepoint", QStringLiteral("BL"));
        asking.setDesk(m_desk.get());
        QCOMPARE(asking.missedReasons().size(), 10);
        QVERIFY(!asking.recordMissed({}, QStringLiteral("other"), {}));
        QCOMPARE(m_desk->errorField(), QStringLiteral("remark"));
        QVERIFY(asking.recordMissed({}, QStringLiteral("asleep"), {}));
        QCOMPARE(m_desk->notice(), QStringLiteral("Recorded as missed."));
        asking.setProperty("timepoint", QStringLiteral("POD1"));
        QVERIFY(!asking.recordMissed({}, QStringLiteral("asleep"), {}));
        QCOMPARE(m_desk->error(),
                 QStringLiteral("Its window has not opened yet, so nothing was missed. Nothing was saved."));
    }
    void calls_areListed_theLatestFirst() {
        AskingModel asking;
        asking.setProperty("participant", m_id);
        asking.setProperty("timepoint", QStringLiteral("POD30"));
        asking.setDesk(m_desk.get());
        QVERIFY(asking.logCall(QStringLiteral("nobody"), QStringLiteral("noAnswer"), {}));
        m_site->clock.advance(std::chrono::minutes(10));
        QVERIFY(asking.logCall(QStringLiteral("relative"), QStringLiteral("callAgain"), QStringLiteral("after six")));
        QCOMPARE(asking.calls().size(), 2);
        const QVariantMap last = asking.calls().first().toMap();
        QCOMPARE(last.value("text").toString(), QStringLiteral("a relative: call again"));
        QCOMPARE(last.value("remark").toString(), QStringLiteral("after six"));
        QCOMPARE(last.value("at").toString(), QStringLiteral("20 Nov 2026, 09:10"));
        asking.setProperty("timepoint", QStringLiteral("POD7")); // the calls of another timepoint
        QVERIFY(asking.calls().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPlanModel)
#include "tst_plan_model.moc"

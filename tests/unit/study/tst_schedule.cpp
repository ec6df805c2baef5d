#include "study/Schedule.h"

#include <QTest>
#include <rapidcheck.h>

using namespace serein;
using namespace serein::study;

namespace {

QDateTime at(const QString& text) {
    return *parseInstant(text);
}

Study studyIn(const char* zone) {
    Study study;
    study.zone = QTimeZone(zone);
    study.dayZero = "incision";
    return study;
}

Timepoint onDay(int day, const QString& from = {}, const QString& to = {}, int spreadDays = 0) {
    Timepoint timepoint;
    timepoint.id = "T";
    timepoint.window.day = day;
    timepoint.window.from = QTime::fromString(from, "HH:mm");
    timepoint.window.to = QTime::fromString(to, "HH:mm");
    timepoint.window.spread.days = spreadDays;
    return timepoint;
}

Timepoint onAnchor(const QString& anchor, const QString& offset, const QString& opens, const QString& closes) {
    Timepoint timepoint;
    timepoint.id = "T";
    timepoint.window.anchor = anchor;
    timepoint.window.offset = *IsoDuration::fromString(offset);
    timepoint.window.opens = *IsoDuration::fromString(opens);
    timepoint.window.closes = *IsoDuration::fromString(closes);
    return timepoint;
}

} // namespace

class TestSchedule : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void timeAsWritten_isInTheWindow_whereItMayHaveBeen_data() {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("punctuality");
        // The window is 06:00 to 10:00 of 21 November in Shanghai; it was written down at noon of the 22nd.
        QTest::newRow("nothing: when it was written down") << "" << "late";
        QTest::newRow("a moment in it") << "2026-11-21T09:59+08:00" << "inWindow";
        QTest::newRow("in another offset") << "2026-11-21T00:00+01:00" << "inWindow"; // 07:00 in Shanghai
        QTest::newRow("closing is exclusive") << "2026-11-21T10:00+08:00" << "late";
        QTest::newRow("too early") << "2026-11-21T05:59+08:00" << "early";
        QTest::newRow("its date") << "2026-11-21" << "inWindow";
        QTest::newRow("the date before") << "2026-11-20" << "early";
        QTest::newRow("the date after") << "2026-11-22" << "late";
    }
    void timeAsWritten_isInTheWindow_whereItMayHaveBeen() {
        QFETCH(QString, written);
        const Study study = studyIn("Asia/Shanghai");
        const Planned planned =
            planFor(study, onDay(1, "06:00", "10:00"), {{"incision", at("2026-11-20T08:30+08:00")}});
        const Moments moments = momentsOf(written, at("2026-11-22T12:00+08:00"), study.zone);
        QTEST(punctualityText(punctualityOf(planned, moments)), "punctuality");
        QVERIFY(moments.last <= at("2026-11-22T12:00+08:00"));
        QCOMPARE(punctualityOf(Planned(), moments), Punctuality::Unscheduled);
    }
    // Clocks: Berlin forward 29 March 2026 02:00, back 25 October 2026 03:00; New York forward 8 March 02:00, back 1
    // November 02:00.
    void morningWindow_keepsTheLocalClock_data() {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("incision");
        QTest::addColumn<int>("day");
        QTest::addColumn<QString>("opens");
        QTest::addColumn<QString>("closes");
        QTest::newRow("Shanghai, no daylight saving")
            << "Asia/Shanghai" << "2026-11-20T14:05+08:00" << 1 << "2026-11-21T06:00:00.000+08:00"
            << "2026-11-21T10:00:00.000+08:00";
        QTest::newRow("Berlin, eve of spring forward")
            << "Europe/Berlin" << "2026-03-28T09:00+01:00" << 1 << "2026-03-29T06:00:00.000+02:00"
            << "2026-03-29T10:00:00.000+02:00";
        QTest::newRow("Berlin, seven days over spring forward")
            << "Europe/Berlin" << "2026-03-28T09:00+01:00" << 7 << "2026-04-04T06:00:00.000+02:00"
            << "2026-04-04T10:00:00.000+02:00";
        QTest::newRow("Berlin, eve of fall back") << "Europe/Berlin" << "2026-10-24T23:30+02:00" << 1
                                                  << "2026-10-25T06:00:00.000+01:00" << "2026-10-25T10:00:00.000+01:00";
        QTest::newRow("New York, eve of spring forward")
            << "America/New_York" << "2026-03-07T16:00-05:00" << 1 << "2026-03-08T06:00:00.000-04:00"
            << "2026-03-08T10:00:00.000-04:00";
        QTest::newRow("New York, eve of fall back")
            << "America/New_York" << "2026-10-31T16:00-04:00" << 1 << "2026-11-01T06:00:00.000-05:00"
            << "2026-11-01T10:00:00.000-05:00";
        QTest::newRow("incision written in UTC, the day before by UTC")
            << "Asia/Shanghai" << "2026-11-19T17:00Z" << 1 << "2026-11-21T06:00:00.000+08:00"
            << "2026-11-21T10:00:00.000+08:00";
        QTest::newRow("day before surgery") << "Europe/Berlin" << "2026-03-30T09:00+02:00" << -1
                                            << "2026-03-29T06:00:00.000+02:00" << "2026-03-29T10:00:00.000+02:00";
    }
    void morningWindow_keepsTheLocalClock() {
        QFETCH(QString, zone);
        QFETCH(QString, incision);
        QFETCH(int, day);
        const auto planned =
            planFor(studyIn(zone.toUtf8()), onDay(day, "06:00", "10:00"), {{"incision", at(incision)}});
        QTEST(instantText(planned.opensAt), "opens");
        QTEST(instantText(planned.closesAt), "closes");
        QCOMPARE(planned.nominal, planned.opensAt);
    }

    void wholeDay_isAsLongAsThatDay_data() {
        QTest::addColumn<QString>("incision");
        QTest::addColumn<int>("spread");
        QTest::addColumn<QString>("opens");
        QTest::addColumn<QString>("closes");
        QTest::addColumn<int>("hours");
        QTest::newRow("ordinary day") << "2026-06-01T09:00+02:00" << 0 << "2026-06-08T00:00:00.000+02:00"
                                      << "2026-06-09T00:00:00.000+02:00" << 24;
        QTest::newRow("day 7 is the spring change") << "2026-03-22T09:00+01:00" << 0 << "2026-03-29T00:00:00.000+01:00"
                                                    << "2026-03-30T00:00:00.000+02:00" << 23;
        QTest::newRow("day 7 is the autumn change") << "2026-10-18T09:00+02:00" << 0 << "2026-10-25T00:00:00.000+02:00"
                                                    << "2026-10-26T00:00:00.000+01:00" << 25;
        QTest::newRow("spread of a day over the autumn change")
            << "2026-10-18T09:00+02:00" << 1 << "2026-10-24T00:00:00.000+02:00"
            << "2026-10-27T00:00:00.000+01:00" << 73;
    }
    void wholeDay_isAsLongAsThatDay() {
        QFETCH(QString, incision);
        QFETCH(int, spread);
        QFETCH(int, hours);
        const auto planned = planFor(studyIn("Europe/Berlin"), onDay(7, {}, {}, spread), {{"incision", at(incision)}});
        QTEST(instantText(planned.opensAt), "opens");
        QTEST(instantText(planned.closesAt), "closes");
        QCOMPARE(planned.opensAt.secsTo(planned.closesAt), hours * 3600);
    }
    void spreadWithClock_opensOnTheFirstDayAndClosesOnTheLast() {
        const auto planned = planFor(studyIn("Asia/Shanghai"), onDay(7, "08:00", "20:00", 1),
                                     {{"incision", at("2026-11-20T09:00+08:00")}});
        QCOMPARE(instantText(planned.opensAt), QString("2026-11-26T08:00:00.000+08:00"));
        QCOMPARE(instantText(planned.closesAt), QString("2026-11-28T20:00:00.000+08:00"));
    }

    void surgeryEndingAfterMidnight_doesNotMoveDayOne() { // SCHEDULES: incision fixes day zero, not the end at 00:40
        const Anchors anchors{{"incision", at("2026-03-28T22:10+01:00")}, {"surgeryEnd", at("2026-03-29T00:40+01:00")}};
        const Study study = studyIn("Europe/Berlin");
        QCOMPARE(instantText(planFor(study, onDay(1, "06:00", "10:00"), anchors).opensAt),
                 QString("2026-03-29T06:00:00.000+02:00"));
        // 24 h after the end are 24 physical hours, whatever the clock on the wall does in between.
        const auto h24 = planFor(study, onAnchor("surgeryEnd", "PT24H", "-PT2H", "PT2H"), anchors);
        QCOMPARE(instantText(h24.nominal), QString("2026-03-30T01:40:00.000+02:00"));
        QCOMPARE(instantText(h24.opensAt), QString("2026-03-29T23:40:00.000+02:00"));
        QCOMPARE(instantText(h24.closesAt), QString("2026-03-30T03:40:00.000+02:00"));
    }
    void calendarOffset_keepsTheAnchorsClock() {
        const auto planned = planFor(studyIn("America/New_York"), onAnchor("incision", "P30D", "-P3D", "P3D"),
                                     {{"incision", at("2026-02-15T08:30-05:00")}});
        QCOMPARE(instantText(planned.nominal), QString("2026-03-17T08:30:00.000-04:00"));
        QCOMPARE(instantText(planned.opensAt), QString("2026-03-14T08:30:00.000-04:00"));
        QCOMPARE(instantText(planned.closesAt), QString("2026-03-20T08:30:00.000-04:00"));
    }
    void anchorInAnotherOffset_isPlannedInTheSitesOffset() {
        const auto planned = planFor(studyIn("Asia/Shanghai"), onAnchor("incision", "PT30M", "-PT10M", "PT10M"),
                                     {{"incision", at("2026-11-20T06:00Z")}});
        QCOMPARE(instantText(planned.opensAt), QString("2026-11-20T14:20:00.000+08:00"));
    }

    void night_isTheDayBefore() {
        Timepoint morning = onDay(1, "06:00", "10:00");
        const Anchors anchors{{"incision", at("2026-03-28T09:00+01:00")}};
        QVERIFY(!planFor(studyIn("Europe/Berlin"), morning, anchors).nightOf.isValid());
        morning.asksAboutNight = true;
        QCOMPARE(planFor(studyIn("Europe/Berlin"), morning, anchors).nightOf, QDate(2026, 3, 28));
        Timepoint nextDay = onAnchor("incision", "PT24H", "-PT2H", "PT2H");
        nextDay.asksAboutNight = true;
        QCOMPARE(planFor(studyIn("Europe/Berlin"), nextDay, anchors).nightOf, QDate(2026, 3, 28));
        Timepoint week = onDay(7, {}, {}, 1);
        week.asksAboutNight = true;
        QCOMPARE(planFor(studyIn("Europe/Berlin"), week, anchors).nightOf, QDate(2026, 4, 3));
    }

    void withoutItsAnchor_nothingIsScheduled() {
        Study study = studyIn("Asia/Shanghai");
        study.timepoints = {onDay(1, "06:00", "10:00"), onAnchor("pacuArrival", "PT30M", "-PT10M", "PT10M")};
        const auto planned = plan(study, {{"incision", at("2026-11-20T09:00+08:00")}, {"pacuArrival", QDateTime()}});
        QCOMPARE(planned.size(), 2);
        QVERIFY(planned[0].scheduled);
        QVERIFY(!planned[1].scheduled);
        QVERIFY(!planned[1].opensAt.isValid());
        QCOMPARE(statusAt(planned[1], at("2026-11-20T09:00Z")), WindowStatus::Unscheduled);
        QCOMPARE(punctualityOf(planned[1], at("2026-11-20T09:00Z")), Punctuality::Unscheduled);
    }

    void window_opensInclusiveAndClosesExclusive_data() {
        QTest::addColumn<QString>("when");
        QTest::addColumn<WindowStatus>("status");
        QTest::addColumn<QString>("punctuality");
        QTest::newRow("a millisecond before") << "2026-11-21T05:59:59.999+08:00" << WindowStatus::Upcoming << "early";
        QTest::newRow("as it opens") << "2026-11-21T06:00+08:00" << WindowStatus::Open << "inWindow";
        QTest::newRow("another offset, same moment") << "2026-11-20T22:00Z" << WindowStatus::Open << "inWindow";
        QTest::newRow("a millisecond before it closes")
            << "2026-11-21T09:59:59.999+08:00" << WindowStatus::Open << "inWindow";
        QTest::newRow("as it closes") << "2026-11-21T10:00+08:00" << WindowStatus::Closed << "late";
    }
    void window_opensInclusiveAndClosesExclusive() {
        QFETCH(QString, when);
        const auto planned =
            planFor(studyIn("Asia/Shanghai"), onDay(1, "06:00", "10:00"), {{"incision", at("2026-11-20T14:05+08:00")}});
        QTEST(statusAt(planned, at(when)), "status");
        QTEST(punctualityText(punctualityOf(planned, at(when))), "punctuality");
    }

    void localDayWindow_alwaysReadsTheSameClock() {
        QVERIFY(rc::check([] {
            const char* zone =
                *rc::gen::element("Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe");
            const Study study = studyIn(zone);
            const QDateTime incision =
                QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).addSecs(*rc::gen::inRange(0, 365 * 86400));
            const int day = *rc::gen::inRange(-30, 400);
            const auto planned = planFor(study, onDay(day, "06:00", "10:00"), {{"incision", incision}});
            RC_ASSERT(planned.opensAt.time() == QTime(6, 0));
            RC_ASSERT(planned.closesAt.time() == QTime(10, 0));
            RC_ASSERT(planned.opensAt.date() == incision.toTimeZone(study.zone).date().addDays(day));
            RC_ASSERT(planned.opensAt.offsetFromUtc() == study.zone.offsetFromUtc(planned.opensAt));
        }));
    }
};

QTEST_APPLESS_MAIN(TestSchedule)
#include "tst_schedule.moc"

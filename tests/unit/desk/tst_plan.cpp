// The new plan beside the old: cases worked out by hand on the demonstration's windows, in Berlin, where the clock is
// put forward on Sunday 28 March 2027 at 02:00 (+01:00 becomes +02:00) and back on Sunday 31 October 2027 at 03:00.
// BL: consent until 3 days on. PACU: 20 to 40 minutes after arrival. POD1 to POD3: 06:00 to 10:00 of that day. POD7:
// days 6 to 8 whole. POD30: days 27 to 33 whole.
#include "desk/Desk.h"
#include "desk/Planning.h"
#include "support/TestVault.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace serein;
using namespace serein::test;
using account::Role;

namespace {

QDateTime at(const char* text) {
    return *parseInstant(QString::fromLatin1(text));
}

/// The demonstration in Berlin; `repeat` is what follows a second incision, `pacuAnchor` what PACU hangs on.
study::Study berlin(const instrument::Library& library, const QString& repeat, const QString& pacuAnchor) {
    QJsonObject json =
        readJson(instrument::Library::defaultFolder() + QStringLiteral("/studies/demo.json"))->toObject();
    json.insert("zone", "Europe/Berlin");
    QJsonArray anchors;
    for (const auto one : json.value("anchors").toArray()) {
        QJsonObject anchor = one.toObject();
        anchor.insert("onRepeat", repeat);
        anchors.append(anchor);
    }
    json.insert("anchors", anchors);
    QJsonArray timepoints;
    for (const auto one : json.value("timepoints").toArray()) {
        QJsonObject timepoint = one.toObject();
        QJsonObject window = timepoint.value("window").toObject();
        if (window.value("anchor") == QLatin1String("pacuArrival"))
            window.insert("anchor", pacuAnchor);
        timepoint.insert("window", window);
        timepoints.append(timepoint);
    }
    json.insert("timepoints", timepoints);
    return *study::parseStudy(json, library);
}

QString windowText(const study::Planned& planned) {
    const auto text = [](const QDateTime& moment) {
        return moment.toString(QStringLiteral("MM-dd hh:mm")) + instantText(moment).right(6);
    };
    return planned.scheduled ? text(planned.opensAt) + QStringLiteral(" … ") + text(planned.closesAt)
                             : QStringLiteral("no date");
}

QString lineOf(const desk::PlanChange& change) {
    QString line = QStringLiteral("%1/%2 %3: %4 → %5")
                       .arg(change.timepoint)
                       .arg(change.sequence)
                       .arg(desk::effectText(change.effect), windowText(change.before), windowText(change.after));
    if (change.effect == desk::Effect::Rejudged)
        line += QStringLiteral(" (%1 → %2)")
                    .arg(study::punctualityText(change.was), study::punctualityText(change.becomes));
    if (change.turnsStale)
        line += QStringLiteral(" stale");
    return line + (change.turnsFresh ? QStringLiteral(" fresh") : QString());
}

const instrument::Library& shipped() { // read once
    static const instrument::Library library = shippedLibrary();
    return library;
}

class Ward : public TestVault {
public:
    explicit Ward(const QString& repeat = QStringLiteral("restart"),
                  const QString& pacuAnchor = QStringLiteral("pacuArrival"))
        : TestVault({Role::Administrator, Role::Nurse, Role::Investigator}, shipped(),
                    [&](const instrument::Library& known) { return berlin(known, repeat, pacuAnchor); }) {
        clock.set(at("2027-03-22T09:00+01:00"));
        participant = enrol();
        set("consent", "2027-03-22T09:00+01:00");
    }
    void set(const char* anchor, const char* when) {
        VERIFY_DONE(desk().setAnchor(participant, QString::fromLatin1(anchor), at(when)));
    }
    /// Everything of a timepoint, answered at that moment.
    void answer(const char* timepoint, const char* when) {
        clock.set(at(when));
        for (const QString& id : vault->study().timepoint(QString::fromLatin1(timepoint))->battery)
            VERIFY_DONE(desk().record({.participant = participant,
                                       .timepoint = QString::fromLatin1(timepoint),
                                       .instrument = id,
                                       .mode = QStringLiteral("interview"),
                                       .answers = {},
                                       .language = {},
                                       .reason = QStringLiteral("test")}));
    }
    QStringList preview(const desk::AnchorChange& change) {
        const auto changes = desk::Planning(*vault).preview(participant, change);
        QStringList lines;
        if (!changes)
            return {changes.error().toString()};
        for (const desk::PlanChange& one : *changes)
            if (one.effect != desk::Effect::Unchanged || one.turnsStale || one.turnsFresh)
                lines.append(lineOf(one));
        return lines;
    }
    QUuid participant;
};

} // namespace

class TestPlan : public QObject {
    Q_OBJECT

    /// What the preview promises is what stands after the change.
    static void changesAsPreviewed(Ward& ward, const desk::AnchorChange& change, const QStringList& expected) {
        QCOMPARE(ward.preview(change).join(u'\n'), expected.join(u'\n'));
        const auto promised = desk::Planning(*ward.vault).preview(ward.participant, change);
        VERIFY_DONE(desk::Planning(*ward.vault).change(ward.participant, change));
        const auto work = ward.desk().workOf(ward.participant);
        VERIFY_DONE(work);
        for (qsizetype i = 0; i < work->size(); ++i) {
            QCOMPARE(work->at(i).sequence, promised->at(i).sequence);
            QCOMPARE(windowText(work->at(i).planned), windowText(promised->at(i).after));
        }
        VERIFY_DONE(ward.vault->verify());
    }

private Q_SLOTS:
    void move_redatesWhatHasNotStarted_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("then");
        QTest::addColumn<QStringList>("expected");
        // Thursday 25 March to Saturday 27 March: day 1 is the Sunday of the change, 06:00 is +02:00 by then.
        // Day 7: 1 April (31 March to 2 April whole), then 3 April. Day 30: 24 April (21 to 27), then 26 April.
        QTest::newRow("across the change to summer time")
            << "2027-03-25T08:30+01:00" << "2027-03-27T08:30+01:00"
            << QStringList{"POD1/1 redated: 03-26 06:00+01:00 … 03-26 10:00+01:00 → 03-28 06:00+02:00 … 03-28 "
                           "10:00+02:00",
                           "POD2/1 redated: 03-27 06:00+01:00 … 03-27 10:00+01:00 → 03-29 06:00+02:00 … 03-29 "
                           "10:00+02:00",
                           "POD3/1 redated: 03-28 06:00+02:00 … 03-28 10:00+02:00 → 03-30 06:00+02:00 … 03-30 "
                           "10:00+02:00",
                           "POD7/1 redated: 03-31 00:00+02:00 … 04-03 00:00+02:00 → 04-02 00:00+02:00 … 04-05 "
                           "00:00+02:00",
                           "POD30/1 redated: 04-21 00:00+02:00 … 04-28 00:00+02:00 → 04-23 00:00+02:00 … 04-30 "
                           "00:00+02:00"};
        // Two hours later, on the next calendar day: every day counts from Friday 26 March now.
        QTest::newRow("past midnight")
            << "2027-03-25T22:30+01:00" << "2027-03-26T00:30+01:00"
            << QStringList{"POD1/1 redated: 03-26 06:00+01:00 … 03-26 10:00+01:00 → 03-27 06:00+01:00 … 03-27 "
                           "10:00+01:00",
                           "POD2/1 redated: 03-27 06:00+01:00 … 03-27 10:00+01:00 → 03-28 06:00+02:00 … 03-28 "
                           "10:00+02:00",
                           "POD3/1 redated: 03-28 06:00+02:00 … 03-28 10:00+02:00 → 03-29 06:00+02:00 … 03-29 "
                           "10:00+02:00",
                           "POD7/1 redated: 03-31 00:00+02:00 … 04-03 00:00+02:00 → 04-01 00:00+02:00 … 04-04 "
                           "00:00+02:00",
                           "POD30/1 redated: 04-21 00:00+02:00 … 04-28 00:00+02:00 → 04-22 00:00+02:00 … 04-29 "
                           "00:00+02:00"};
        // The same local day: nothing hangs on the hour.
        QTest::newRow("later the same day") << "2027-03-25T08:30+01:00" << "2027-03-25T23:59+01:00" << QStringList{};
        // 23:30 UTC on the 25th is 00:30 on the 26th in Berlin: written from elsewhere, the site's calendar counts.
        QTest::newRow("the site's day, not the writer's")
            << "2027-03-26T08:30+01:00" << "2027-03-25T23:30+00:00" << QStringList{};
    }
    void move_redatesWhatHasNotStarted() {
        QFETCH(QString, first);
        QFETCH(QString, then);
        QFETCH(QStringList, expected);
        Ward ward;
        ward.set("incision", first.toLatin1().constData());
        changesAsPreviewed(ward, {"incision", desk::AnchorAct::Move, *parseInstant(then), "list changed"}, expected);
    }
    void anchoredWindow_lastsByTheLocalCalendar() {
        // Friday 26 March 20:00+01:00 and three calendar days: Monday 29 March 20:00+02:00, 71 hours on.
        Ward ward;
        changesAsPreviewed(
            ward, {"consent", desk::AnchorAct::Correct, at("2027-03-22T08:00+01:00"), "mistyped"},
            {"BL/1 redated: 03-22 09:00+01:00 … 03-25 09:00+01:00 → 03-22 08:00+01:00 … 03-25 08:00+01:00"});
        ward.clock.set(at("2027-03-26T20:00+01:00"));
        changesAsPreviewed(
            ward, {"consent", desk::AnchorAct::Correct, at("2027-03-26T20:00+01:00"), "another day"},
            {"BL/1 redated: 03-22 08:00+01:00 … 03-25 08:00+01:00 → 03-26 20:00+01:00 … 03-29 20:00+02:00"});
    }
    void cancelled_leavesNoDates_andKeepsWhatWasDone() {
        Ward ward;
        ward.answer("BL", "2027-03-22T09:30+01:00");
        ward.set("incision", "2027-03-25T08:30+01:00");
        const QString none = QStringLiteral("no date");
        changesAsPreviewed(ward, {"incision", desk::AnchorAct::Revoke, {}, "tumour board"},
                           {"POD1/1 unscheduled: 03-26 06:00+01:00 … 03-26 10:00+01:00 → " + none,
                            "POD2/1 unscheduled: 03-27 06:00+01:00 … 03-27 10:00+01:00 → " + none,
                            "POD3/1 unscheduled: 03-28 06:00+02:00 … 03-28 10:00+02:00 → " + none,
                            "POD7/1 unscheduled: 03-31 00:00+02:00 … 04-03 00:00+02:00 → " + none,
                            "POD30/1 unscheduled: 04-21 00:00+02:00 … 04-28 00:00+02:00 → " + none});
        const auto work = ward.desk().workOf(ward.participant);
        QCOMPARE(work->at(0).state, desk::WorkState::Done); // BL
        QCOMPARE(work->at(2).state, desk::WorkState::Unscheduled);
    }
    void secondSurgery_asTheStudySays_data() {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QStringList>("expected");
        // First operation Thursday 25 March, day 1 answered on the 26th; the second on Saturday 27 March at 15:00.
        // The baseline of 22 March 09:30 lies more than three days before it.
        const QString stale = "BL/1 unchanged: 03-22 09:00+01:00 … 03-25 09:00+01:00 → 03-22 09:00+01:00 … 03-25 "
                              "09:00+01:00 stale";
        const QString pod2 = "03-27 06:00+01:00 … 03-27 10:00+01:00 → 03-29 06:00+02:00 … 03-29 10:00+02:00";
        const QString pod3 = "03-28 06:00+02:00 … 03-28 10:00+02:00 → 03-30 06:00+02:00 … 03-30 10:00+02:00";
        const QString pod7 = "03-31 00:00+02:00 … 04-03 00:00+02:00 → 04-02 00:00+02:00 … 04-05 00:00+02:00";
        const QString pod30 = "04-21 00:00+02:00 … 04-28 00:00+02:00 → 04-23 00:00+02:00 … 04-30 00:00+02:00";
        QTest::newRow("restart") << "restart"
                                 << QStringList{stale,
                                                "POD1/2 restarted: 03-26 06:00+01:00 … 03-26 10:00+01:00 → 03-28 "
                                                "06:00+02:00 … 03-28 10:00+02:00",
                                                "POD2/2 restarted: " + pod2,
                                                "POD3/2 restarted: " + pod3,
                                                "POD7/2 restarted: " + pod7,
                                                "POD30/2 restarted: " + pod30};
        QTest::newRow("continue") << "continue"
                                  << QStringList{stale,
                                                 "POD1/1 kept: 03-26 06:00+01:00 … 03-26 10:00+01:00 → 03-26 "
                                                 "06:00+01:00 … 03-26 10:00+01:00",
                                                 "POD2/1 redated: " + pod2,
                                                 "POD3/1 redated: " + pod3,
                                                 "POD7/1 redated: " + pod7,
                                                 "POD30/1 redated: " + pod30};
        QTest::newRow("ignore") << "ignore" << QStringList{};
    }
    void secondSurgery_asTheStudySays() {
        QFETCH(QString, policy);
        QFETCH(QStringList, expected);
        Ward ward(policy);
        ward.answer("BL", "2027-03-22T09:30+01:00");
        ward.set("incision", "2027-03-25T08:30+01:00");
        ward.answer("POD1", "2027-03-26T07:00+01:00");
        ward.clock.set(at("2027-03-27T17:00+01:00"));
        changesAsPreviewed(ward, {"incision", desk::AnchorAct::Repeat, at("2027-03-27T15:00+01:00"), "bleeding"},
                           expected);
        const auto state = *ward.vault->participant(ward.participant);
        const ledger::AssessmentKey first{"POD1", "nrs-sleep", 1};
        QCOMPARE(state->assessments.value(first).status, ledger::AssessmentStatus::Submitted); // still there, done
        QCOMPARE(state->sequenceOf("POD1"), policy == "restart" ? 2 : 1);
        if (policy != "restart")
            return;
        // The second sequence is asked and entered beside the first; by default an entry belongs to it.
        ward.answer("POD1", "2027-03-28T07:00+02:00");
        const auto after = *ward.vault->participant(ward.participant);
        QVERIFY(after->assessment({"POD1", "nrs-sleep", 2}) != nullptr);
        const auto windowOf = [&](int sequence) {
            return windowText(study::planFor(ward.vault->study(), *ward.vault->study().timepoint("POD1"),
                                             after->anchorsFor({"POD1", "nrs-sleep", sequence})));
        };
        QCOMPARE(windowOf(1), QStringLiteral("03-26 06:00+01:00 … 03-26 10:00+01:00"));
        QCOMPARE(windowOf(2), QStringLiteral("03-28 06:00+02:00 … 03-28 10:00+02:00"));
        QCOMPARE(ward.desk().workOf(ward.participant)->at(2).state, desk::WorkState::Done);
    }
    void correction_judgesWhatWasSubmittedAgain_data() {
        QTest::addColumn<QString>("anchor");
        QTest::newRow("arrival in the recovery room") << "pacuArrival";
        QTest::newRow("end of surgery") << "surgeryEnd";
    }
    void correction_judgesWhatWasSubmittedAgain() {
        QFETCH(QString, anchor);
        // 12:00 plus 30 minutes, 10 either way: 12:20 to 12:40; answered at 12:30, in time. It had been 12:40: 13:00 to
        // 13:20, so 12:30 was early.
        Ward ward(QStringLiteral("restart"), anchor);
        ward.clock.set(at("2027-03-25T12:05+01:00"));
        VERIFY_DONE(ward.desk().setAnchor(ward.participant, anchor, at("2027-03-25T12:00+01:00")));
        ward.answer("PACU", "2027-03-25T12:30+01:00");
        const QString line = "PACU/1 rejudged: 03-25 12:20+01:00 … 03-25 12:40+01:00 → 03-25 13:00+01:00 … 03-25 "
                             "13:20+01:00 (inWindow → early)";
        changesAsPreviewed(ward, {anchor, desk::AnchorAct::Correct, at("2027-03-25T12:40+01:00"), "read wrong"},
                           {line});
        // And back: 11:55 gives 12:15 to 12:35, in time again.
        changesAsPreviewed(
            ward, {anchor, desk::AnchorAct::Correct, at("2027-03-25T11:55+01:00"), "read wrong again"},
            {"PACU/1 rejudged: 03-25 13:00+01:00 … 03-25 13:20+01:00 → 03-25 12:15+01:00 … 03-25 12:35+01:00 (early → "
             "inWindow)"});
    }
    void postponed_keepsWhatWasJudged_andFlagsAStaleBaseline() {
        // Baseline on Monday 22 March 09:30; operation on Thursday the 25th 08:30: from 22 March 08:30 it is fresh.
        // Five days later, Tuesday 30 March 08:30+02:00, only from 27 March 08:30.
        Ward ward;
        ward.answer("BL", "2027-03-22T09:30+01:00");
        ward.set("incision", "2027-03-25T08:30+01:00");
        ward.set("pacuArrival", "2027-03-25T12:00+01:00");
        ward.answer("PACU", "2027-03-25T12:30+01:00");
        ward.clock.advance(std::chrono::hours(1));
        QVERIFY(!ward.desk().workOf(ward.participant)->at(0).stale);
        const QStringList lines =
            ward.preview({"incision", desk::AnchorAct::Move, at("2027-03-30T08:30+02:00"), "fever"});
        QCOMPARE(lines.size(), 6); // BL, and the five days after surgery
        QCOMPARE(lines.first(), QStringLiteral("BL/1 unchanged: 03-22 09:00+01:00 … 03-25 09:00+01:00 → 03-22 "
                                               "09:00+01:00 … 03-25 09:00+01:00 stale"));
        VERIFY_DONE(ward.desk().moveAnchor(ward.participant, "incision", at("2027-03-30T08:30+02:00"), "fever"));
        QVERIFY(ward.desk().workOf(ward.participant)->at(0).stale);
        // Moved, not corrected: what was submitted keeps its window.
        changesAsPreviewed(ward, {"pacuArrival", desk::AnchorAct::Move, at("2027-03-30T12:40+02:00"), "fever"},
                           {"PACU/1 kept: 03-25 12:20+01:00 … 03-25 12:40+01:00 → 03-25 12:20+01:00 … 03-25 "
                            "12:40+01:00"});
        // Brought forward to the 25th again it is fresh again.
        QCOMPARE(
            ward.preview({"incision", desk::AnchorAct::Move, at("2027-03-25T08:00+01:00"), "slot"}).first().right(6),
            QStringLiteral(" fresh"));
    }
    void staleBaseline_mayBeRepeated_andOnlyThen() {
        Ward ward;
        desk::Planning planning(*ward.vault);
        ward.answer("BL", "2027-03-22T09:30+01:00");
        ward.set("incision", "2027-03-25T08:30+01:00");
        QVERIFY(!planning.repeat(ward.participant, "BL", "postponed"));
        VERIFY_DONE(ward.desk().moveAnchor(ward.participant, "incision", at("2027-03-30T08:30+02:00"), "fever"));
        QCOMPARE(planning.repeat(ward.participant, "BL", "  ").error().faults.constFirst().pointer, QString("/reason"));
        QVERIFY(!planning.repeat(ward.participant, "POD1", "postponed"));
        VERIFY_DONE(planning.repeat(ward.participant, "BL", "postponed"));
        const auto work = ward.desk().workOf(ward.participant)->at(0);
        QCOMPARE(work.sequence, 2);
        QCOMPARE(work.instrumentsDone, 0);
        QVERIFY(!work.stale);
        ward.answer("BL", "2027-03-29T09:30+02:00");
        QVERIFY(!ward.desk().workOf(ward.participant)->at(0).stale); // a day before
        QCOMPARE((*ward.vault->participant(ward.participant))->assessments.size(), 12);
    }
    void localTime_isTakenAsTheSiteReadsIt_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << "2027-03-25 08:30" << "2027-03-25T08:30:00.000+01:00";
        QTest::newRow("space around") << "  2027-03-25  08:30 " << "2027-03-25T08:30:00.000+01:00";
        QTest::newRow("full width") << QStringLiteral("２０２７－０３－２５　０８：３０")
                                    << "2027-03-25T08:30:00.000+01:00";
        QTest::newRow("leapt over") << "2027-03-28 02:30" << "/at";
        QTest::newRow("just after the leap") << "2027-03-28 03:00" << "2027-03-28T03:00:00.000+02:00";
        QTest::newRow("twice") << "2027-10-31 02:30"
                               << "2027-10-31T02:30:00.000+02:00 2027-10-31T02:30:00.000+01:00";
        QTest::newRow("once again") << "2027-10-31 03:00" << "2027-10-31T03:00:00.000+01:00";
        QTest::newRow("no such day") << "2027-02-29 10:00" << "/at";
        QTest::newRow("no such hour") << "2027-03-25 25:00" << "/at";
        QTest::newRow("words") << "tomorrow" << "/at";
        QTest::newRow("empty") << "" << "/at";
        QTest::newRow("long") << QString(10000, u'1') << "/at";
    }
    void localTime_isTakenAsTheSiteReadsIt() {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        const auto read = desk::localTime(typed, QTimeZone("Europe/Berlin"));
        if (!read)
            QCOMPARE(read.error().faults.constFirst().pointer, expected);
        else
            QCOMPARE(read->again.isValid() ? instantText(read->at) + u' ' + instantText(read->again)
                                           : instantText(read->at),
                     expected);
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"

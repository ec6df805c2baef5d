// Who may be asked, and when: consent, where they stand, the window with its reason, what was missed, what was called.
#include "desk/Desk.h"
#include "desk/Gate.h"
#include "desk/Planning.h"
#include "support/TestVault.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace serein;
using namespace serein::test;
using account::Role;
using desk::WorkState;

namespace {

const QString form = QStringLiteral("state-at-assessment");

/// The demonstration, with a form of staff's at baseline that decides on eligibility, and with consent anew.
study::Study screening(const instrument::Library& library) {
    QByteArray json = *readFile(instrument::Library::defaultFolder() + QStringLiteral("/studies/demo.json"));
    json.replace(R"({"document": "1.0", "anchor": "consent"})",
                 R"({"document": "2.0", "anchor": "consent", "reconsent": true})");
    json.replace(
        R"("dayZero": "incision")",
        R"("dayZero": "incision", "eligibility": {"instrument": "state-at-assessment", "score": "fit_to_answer", "operator": "ge", "cut": 1})");
    json.replace(R"({"instrument": "phq9"},)", R"({"instrument": "state-at-assessment"}, {"instrument": "phq9"},)");
    const auto study = study::parseStudy(*parseJson(json), library);
    if (!study)
        qFatal("%s", qPrintable(study.error().toString()));
    return *study;
}

const instrument::Library& shipped() { // read once
    static const instrument::Library library = shippedLibrary();
    return library;
}

class Ward : public TestVault {
public:
    Ward() : TestVault({Role::Administrator, Role::Nurse, Role::Investigator}, shipped(), screening) {
        participant = enrol();
    }
    void consent() { VERIFY_DONE(desk().setAnchor(participant, "consent", clock.now())); }
    void write(const ledger::Fact& fact) {
        VERIFY_DONE(vault->append(participant, {vault::Draft(fact)}, {"anna", "nurse"}));
    }
    [[nodiscard]] Result<void> give(const QString& timepoint = "BL", const QString& reason = {},
                                    const QString& mode = "self") {
        return desk().handOver({.participant = participant,
                                .timepoint = timepoint,
                                .secondIdentifier = "1957",
                                .mode = mode,
                                .language = "en",
                                .helper = mode == "self" ? QString() : QString("nurse"),
                                .reason = reason});
    }
    [[nodiscard]] auto fillIn(const QString& instrument, const QString& mode, const instrument::Answers& answers = {},
                              const QString& filledIn = {}, const QString& reason = {}) {
        return desk().record({participant, "BL", instrument, 0, mode, answers, "en", std::nullopt, filledIn, reason});
    }
    [[nodiscard]] desk::Planning planning() { return desk::Planning(*vault); }
    [[nodiscard]] auto state() const { return *vault->participant(participant); }
    [[nodiscard]] WorkState stateOf(const QString& timepoint) {
        const auto work = *desk().workOf(participant);
        const auto found = std::ranges::find(work, timepoint, &desk::WorkItem::timepoint);
        return found->state;
    }
    QUuid participant;
};

QString pointerOf(const auto& result) {
    return result ? QString() : result.error().faults.constFirst().pointer;
}

} // namespace

class TestAsking : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void consent_comesBeforeTheFirstQuestion() {
        Ward ward;
        QCOMPARE(pointerOf(ward.give()), QString("/consent"));
        QCOMPARE(ward.give().error().exitStatus(), 3);
        QCOMPARE(pointerOf(ward.fillIn("gad7", "interview")), QString("/consent"));
        QCOMPARE(pointerOf(ward.fillIn(form, "staff")), QString("/consent"));
        ward.consent();
        const auto state = ward.state();
        QCOMPARE(state->consents.size(), 1);
        QCOMPARE(state->consents.first().document, QString("2.0"));
        QCOMPARE(state->consents.first().occasion, QString("initial"));
        QCOMPARE(state->consents.first().by, QString("participant"));
        QCOMPARE(state->consents.first().at, ward.clock.now());
        VERIFY_DONE(ward.give());
    }
    void consent_andItsAnchorAreOneEntry() {
        Ward ward;
        const QDateTime now = ward.clock.now();
        QCOMPARE(pointerOf(ward.desk().setAnchor(ward.participant, "consent", now.addSecs(60))), QString("/at"));
        QVERIFY(ward.state()->consents.isEmpty()); // neither is written without the other
        ward.consent();
        VERIFY_DONE(ward.desk().correctAnchor(ward.participant, "consent", now.addSecs(-600), "mistyped"));
        QCOMPARE(ward.state()->consents.constLast().at, now.addSecs(-600));
        QCOMPARE(ward.state()->consents.constLast().occasion, QString("initial"));
        // Revoked: it had not been given. Who has consented by a wrong entry is not asked.
        VERIFY_DONE(ward.desk().revokeAnchor(ward.participant, "consent", "another participant's"));
        QCOMPARE(pointerOf(ward.give()), QString("/consent"));
        ward.consent();
        VERIFY_DONE(ward.give());
    }
    void consentOfAnOlderDocument_isGivenAnewFirst() {
        Ward ward;
        ward.write(ledger::Consented{"1.0", ward.clock.now().addSecs(-60), "participant", "initial"});
        ward.write(ledger::AnchorSet{"consent", ward.clock.now().addSecs(-60)});
        QCOMPARE(pointerOf(ward.give()), QString("/reconsent"));
        ward.write(ledger::Consented{"2.0", ward.clock.now(), "participant", "amendment"});
        // The first one, mended afterwards, is no step back to the older document.
        VERIFY_DONE(ward.desk().correctAnchor(ward.participant, "consent", ward.clock.now().addSecs(-90), "mistyped"));
        QCOMPARE(ward.state()->consents.constLast().document, QString("1.0"));
        VERIFY_DONE(ward.give());
    }
    void bar_isToldByItsName_data() {
        QTest::addColumn<QString>("bar");
        QTest::addColumn<bool>("formToo"); // what staff fill in is barred as well
        QTest::newRow("screen failure") << "screenFailed" << true;
        QTest::newRow("suspended") << "suspended" << false;
        QTest::newRow("withdrawn from questionnaires") << "withdrawn" << false;
        QTest::newRow("died") << "died" << false;
        QTest::newRow("not eligible") << "notEligible" << false;
    }
    void bar_isToldByItsName() {
        QFETCH(QString, bar);
        QFETCH(bool, formToo);
        Ward ward;
        ward.consent();
        VERIFY_DONE(ward.desk().setAnchor(ward.participant, "incision", ward.clock.now()));
        if (bar == "screenFailed")
            ward.write(ledger::ScreenFailed{"age"});
        else if (bar == "suspended")
            ward.write(ledger::Suspended{"icu", "septic shock"});
        else if (bar == "withdrawn")
            ward.write(ledger::Withdrawn{{"questionnaires"}, "participant", {}, "kept"});
        else if (bar == "died")
            VERIFY_DONE(ward.planning().recordMissed(ward.participant, {.timepoint = "POD1", .reason = "died"}));
        else
            VERIFY_DONE(
                ward.fillIn(form, "staff", {{"mode", Decimal(1)}, {"alertness", Decimal(1)}, {"sedated", Decimal(1)}}));
        QCOMPARE(pointerOf(ward.give()), u'/' + bar);
        QCOMPARE(pointerOf(ward.fillIn("gad7", "interview")), u'/' + bar);
        if (bar != "notEligible")
            QCOMPARE(pointerOf(ward.fillIn(form, "staff")), formToo ? u'/' + bar : QString());
    }
    void paperFilledInBefore_mayStillBeEntered() {
        Ward ward;
        ward.consent();
        const QString then = instantText(ward.clock.now().addSecs(60));
        ward.clock.advance(std::chrono::hours(5));
        ward.write(ledger::Withdrawn{{"questionnaires"}, "participant", {}, "kept"});
        ward.clock.advance(std::chrono::hours(5));
        QCOMPARE(pointerOf(ward.fillIn("gad7", "interview")), QString("/withdrawn"));
        VERIFY_DONE(ward.fillIn("gad7", "interview", {}, then));
        QCOMPARE(pointerOf(ward.fillIn("nrs-pain", "interview", {}, instantText(ward.clock.now().addSecs(-11 * 3600)))),
                 QString("/consent")); // an hour before it
    }
    void withdrawnFromCalls_isAskedInPersonAlone() {
        Ward ward;
        ward.consent();
        ward.write(ledger::Withdrawn{{"calls"}, "participant", {}, "kept"});
        QCOMPARE(pointerOf(ward.give("BL", {}, "telephone")), QString("/calls"));
        QCOMPARE(pointerOf(ward.planning().logCall(ward.participant, {"BL", "participant", "callAgain"})),
                 QString("/calls"));
        VERIFY_DONE(ward.give());
    }
    void outsideItsWindow_aReasonIsGiven_data() {
        QTest::addColumn<QString>("timepoint");
        QTest::addColumn<int>("hoursOn");
        QTest::addColumn<bool>("needed");
        // Consent and incision on 20 November 09:00. BL closes on the 23rd at 09:00, POD1 is the 21st from 06:00 to
        // 10:00, PACU has no date.
        QTest::newRow("in time") << "BL" << 0 << false;
        QTest::newRow("last hour") << "BL" << 71 << false;
        QTest::newRow("late") << "BL" << 72 << true;
        QTest::newRow("early") << "POD1" << 20 << true;
        QTest::newRow("opens") << "POD1" << 21 << false;
        QTest::newRow("closed") << "POD1" << 25 << true;
        QTest::newRow("no date") << "PACU" << 0 << true;
    }
    void outsideItsWindow_aReasonIsGiven() {
        QFETCH(QString, timepoint);
        QFETCH(int, hoursOn);
        QFETCH(bool, needed);
        Ward ward;
        ward.consent();
        VERIFY_DONE(ward.desk().setAnchor(ward.participant, "incision", ward.clock.now()));
        ward.clock.advance(std::chrono::hours(hoursOn));
        QCOMPARE(pointerOf(ward.give(timepoint)), needed ? QString("/reason") : QString());
        QCOMPARE(pointerOf(ward.give(timepoint, "  ")), needed ? QString("/reason") : QString());
        if (needed)
            QCOMPARE(pointerOf(ward.give(timepoint, QString(501, u'x'))), QString("/reason"));
        VERIFY_DONE(ward.give(timepoint, " discharged early "));
        QCOMPARE(ward.state()->handOver->reason, needed ? QString("discharged early") : QString());
        VERIFY_DONE(ward.desk().takeBack("anna", "pin"));
        const desk::BackEntry entry{.participant = ward.participant,
                                    .timepoint = timepoint,
                                    .instrument = "nrs-pain",
                                    .mode = "interview",
                                    .answers = {},
                                    .language = "en"};
        QCOMPARE(pointerOf(ward.desk().record(entry)), needed ? QString("/reason") : QString());
        if (!needed)
            return;
        desk::BackEntry explained = entry;
        explained.reason = "discharged early";
        VERIFY_DONE(ward.desk().record(explained));
        QCOMPARE(ward.state()->assessment({timepoint, "nrs-pain", 1})->reason, QString("discharged early"));
    }
    void sheetFilledInInTime_needsNoReason() {
        Ward ward;
        ward.consent();
        const QDateTime start = ward.clock.now();
        ward.clock.advance(std::chrono::days(5)); // the window closed on the third
        QCOMPARE(pointerOf(ward.fillIn("gad7", "interview")), QString("/reason"));
        QCOMPARE(pointerOf(ward.fillIn("gad7", "interview", {}, "2026-11-24")), QString("/reason")); // a day late
        VERIFY_DONE(ward.fillIn("gad7", "interview", {}, "2026-11-23")); // that morning it was open
        QCOMPARE(pointerOf(ward.fillIn("nrs-pain", "interview", {}, instantText(start.addDays(3)))),
                 QString("/reason")); // closes then, exclusive
        VERIFY_DONE(ward.fillIn("nrs-pain", "interview", {}, instantText(start.addDays(3).addSecs(-1))));
    }
    void missed_isToldWithItsReason_data() {
        QTest::addColumn<QString>("timepoint");
        QTest::addColumn<QString>("instrument");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("remark");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char* name, const char* timepoint, const char* instrument, const char* reason,
                            const QString& remark, const char* pointer) {
            QTest::newRow(name) << QString(timepoint) << QString(instrument) << QString(reason) << remark
                                << QString(pointer);
        };
        for (const QString& reason : desk::missedReasons)
            if (reason != "other")
                row(qPrintable(reason), "POD1", "", qPrintable(reason), {}, "");
        row("one instrument", "POD1", "nrs-pain", "asleep", {}, "");
        row("other, said", "POD1", "", "other", "fire alarm", "");
        row("other, not said", "POD1", "", "other", " ", "/remark");
        row("too long", "POD1", "", "asleep", QString(10000, u'x'), "/remark");
        row("turned direction", "POD1", "", "asleep", QStringLiteral("a\u202eb"), "/remark");
        row("no reason", "POD1", "", "", {}, "/reason");
        row("unknown reason", "POD1", "", "bored", {}, "/reason");
        row("unknown timepoint", "POD99", "", "asleep", {}, "/timepoint");
        row("not asked there", "POD1", "phq9", "asleep", {}, "/instrument");
        row("not yet", "POD2", "", "asleep", {}, "/timepoint");
        row("no date", "PACU", "", "asleep", {}, "/timepoint");
        row("refused beforehand", "POD2", "", "refused", {}, "");
        row("died before", "POD2", "", "died", {}, "");
    }
    void missed_isToldWithItsReason() {
        QFETCH(QString, timepoint);
        QFETCH(QString, instrument);
        QFETCH(QString, reason);
        QFETCH(QString, remark);
        QFETCH(QString, pointer);
        Ward ward;
        ward.consent();
        VERIFY_DONE(ward.desk().setAnchor(ward.participant, "incision", ward.clock.now()));
        ward.clock.advance(std::chrono::hours(26)); // 21 November 11:00: POD1 closed at ten
        QCOMPARE(ward.stateOf("POD1"), WorkState::Overdue);
        const auto missed = ward.planning().recordMissed(ward.participant, {timepoint, instrument, reason, remark});
        QCOMPARE(pointerOf(missed), pointer);
        if (!pointer.isEmpty()) {
            QVERIFY(ward.state()->missed.isEmpty());
            return;
        }
        const ledger::AssessmentKey key{timepoint, "nrs-pain", 1};
        QCOMPARE(ward.state()->missedAs(key)->reason, reason);
        QCOMPARE(ward.state()->missedAs({timepoint, "nrs-sleep", 1}) != nullptr, instrument.isEmpty());
        QCOMPARE(ward.stateOf(timepoint) == WorkState::Missed, instrument.isEmpty());
        QCOMPARE(ward.stateOf("POD3"), reason == "died" ? WorkState::NotApplicable : WorkState::Upcoming);
    }
    void mistappedMissed_getsAnotherReason_orNone_withAReasonForIt() {
        Ward ward;
        ward.consent();
        const ledger::AssessmentKey whole{"BL", {}, 1};
        const auto planning = [&] { return ward.planning(); };
        QCOMPARE(pointerOf(planning().correctMissed(ward.participant, whole, "asleep", {}, "slip")),
                 QString("/timepoint")); // nothing is marked
        QCOMPARE(pointerOf(planning().takeBackMissed(ward.participant, whole, "slip")), QString("/timepoint"));
        VERIFY_DONE(planning().recordMissed(ward.participant, {.timepoint = "BL", .reason = "died"}));
        QCOMPARE(ward.stateOf("PACU"), WorkState::NotApplicable);
        QCOMPARE(pointerOf(planning().correctMissed(ward.participant, whole, "asleep", {}, " ")), QString("/why"));
        QCOMPARE(pointerOf(planning().correctMissed(ward.participant, whole, "bored", {}, "slip")), QString("/reason"));
        QCOMPARE(pointerOf(planning().correctMissed(ward.participant, whole, "died", {}, "slip")), QString("/reason"));
        QCOMPARE(pointerOf(planning().correctMissed(ward.participant, whole, "other", {}, "slip")), QString("/remark"));
        QVERIFY(ward.state()->diedAt().isValid());
        const auto events = ward.vault->events(idText(ward.participant))->size();
        VERIFY_DONE(planning().correctMissed(ward.participant, whole, "asleep", {}, "the wrong button"));
        QVERIFY(!ward.state()->diedAt().isValid());
        QCOMPARE(ward.state()->missedAs({"BL", "gad7", 1})->reason, QString("asleep"));
        QCOMPARE(ward.stateOf("BL"), WorkState::Missed);
        QCOMPARE(ward.stateOf("PACU"), WorkState::Unscheduled);
        QCOMPARE(pointerOf(planning().takeBackMissed(ward.participant, whole, "")), QString("/why"));
        VERIFY_DONE(planning().takeBackMissed(ward.participant, whole, "she woke up"));
        QCOMPARE(ward.stateOf("BL"), WorkState::Due);
        // All of it stays: two for the correction, one for what was taken back.
        const auto told = *ward.vault->events(idText(ward.participant));
        QCOMPARE(told.size(), events + 3);
        QCOMPARE(std::get<ledger::MissedTakenBack>(told.constLast().fact).reason, QString("she woke up"));
        QCOMPARE(std::get<ledger::MissedTakenBack>(told[events].fact).reason, QString("the wrong button"));
        VERIFY_DONE(ward.vault->rebuild());
        QCOMPARE(ward.stateOf("BL"), WorkState::Due);
    }
    void whatWasAnswered_isNeverMissed() {
        Ward ward;
        ward.consent();
        VERIFY_DONE(ward.fillIn("gad7", "interview"));
        QCOMPARE(pointerOf(ward.planning().recordMissed(ward.participant, {"BL", "gad7", "asleep"})),
                 QString("/timepoint"));
        VERIFY_DONE(ward.planning().recordMissed(ward.participant, {.timepoint = "BL", .reason = "refused"}));
        QCOMPARE(ward.stateOf("BL"), WorkState::Done); // nothing is left, and something was done
        QVERIFY(ward.state()->missedAs({"BL", "gad7", 1}) == nullptr);
        QVERIFY(ward.state()->missedAs({"BL", "phq9", 1}) != nullptr);
        VERIFY_DONE(ward.fillIn("phq9", "interview")); // asked after all
        QVERIFY(ward.state()->missedAs({"BL", "phq9", 1}) == nullptr);
    }
    void missedInstrument_isNotHandedOver() {
        Ward ward;
        ward.consent();
        const auto battery = ward.vault->study().timepoint("BL")->battery;
        for (const QString& id : battery)
            VERIFY_DONE(ward.planning().recordMissed(ward.participant, {"BL", id, "refused"}));
        QCOMPARE(pointerOf(ward.give()), QString("/timepoint"));
    }
    void call_isLoggedAsItWent_data() {
        QTest::addColumn<QString>("reached");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("remark");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("nobody") << "nobody" << "noAnswer" << "" << "";
        QTest::newRow("not in service") << "nobody" << "notInService" << "" << "";
        QTest::newRow("daughter") << "relative" << "callAgain" << "after six" << "";
        QTest::newRow("done") << "participant" << "assessmentDone" << "" << "";
        QTest::newRow("nobody answered, and yet") << "nobody" << "assessmentDone" << "" << "/outcome";
        QTest::newRow("somebody, and no answer") << "participant" << "noAnswer" << "" << "/outcome";
        QTest::newRow("other") << "other" << "other" << "" << "/remark";
        QTest::newRow("who") << "" << "noAnswer" << "" << "/reached";
        QTest::newRow("long") << "nobody" << "noAnswer" << QString(501, u'x') << "/remark";
    }
    void call_isLoggedAsItWent() {
        QFETCH(QString, reached);
        QFETCH(QString, outcome);
        QFETCH(QString, remark);
        QFETCH(QString, pointer);
        Ward ward;
        ward.consent();
        QCOMPARE(pointerOf(ward.planning().logCall(ward.participant, {"POD30", reached, outcome, remark})), pointer);
        QCOMPARE(ward.state()->calls.size(), pointer.isEmpty() ? 1 : 0);
        if (pointer.isEmpty()) {
            QCOMPARE(ward.state()->calls.first().reached, reached);
            QCOMPARE(ward.state()->calls.first().remark.text, remark);
            QCOMPARE(ward.state()->calls.first().remark.by, QString("anna"));
        }
    }
    void discharged_isCalled() {
        Ward ward;
        ward.consent();
        VERIFY_DONE(ward.desk().setAnchor(ward.participant, "incision", ward.clock.now()));
        VERIFY_DONE(ward.fillIn(form, "staff"));
        const auto telephone = [&](qsizetype index) {
            return ward.desk().workOf(ward.participant)->at(index).telephone;
        };
        QVERIFY(!telephone(5));
        ward.write(ledger::Located{"home", {}, {}});
        QVERIFY(telephone(5) && telephone(6)); // days 7 and 30
        ward.write(ledger::Located{"ward", "3 West", "12"});
        QVERIFY(!telephone(5));
    }
    void roles_andLock() {
        Ward ward;
        ward.consent();
        VERIFY_DONE(ward.desk().addAccount("mo", {Role::Monitor, Role::DataManager},
                                           crypto::Secret("another long passphrase"), cheap));
        VERIFY_DONE(ward.reopen("mo", "another long passphrase"));
        const QDateTime now = ward.clock.now();
        QCOMPARE(ward.planning().change(ward.participant, {"incision", desk::AnchorAct::Set, now}).error().exitStatus(),
                 3);
        QCOMPARE(ward.planning().recordMissed(ward.participant, {"BL", {}, "asleep"}).error().exitStatus(), 3);
        QCOMPARE(ward.planning().takeBackMissed(ward.participant, {"BL", {}, 1}, "slip").error().exitStatus(), 3);
        QCOMPARE(
            ward.planning().correctMissed(ward.participant, {"BL", {}, 1}, "died", {}, "slip").error().exitStatus(), 3);
        QCOMPARE(ward.planning().repeat(ward.participant, "BL", "stale").error().exitStatus(), 3);
        QCOMPARE(ward.planning().logCall(ward.participant, {"BL", "nobody", "noAnswer"}).error().exitStatus(), 3);
        VERIFY_DONE(ward.reopen());
        ward.write(ledger::DataStateChanged{"locked", "analysis"});
        QCOMPARE(ward.planning().change(ward.participant, {"incision", desk::AnchorAct::Set, now}).error().exitStatus(),
                 3);
        QCOMPARE(ward.planning().recordMissed(ward.participant, {"BL", {}, "asleep"}).error().exitStatus(), 3);
        QCOMPARE(ward.give().error().exitStatus(), 3);
        QCOMPARE(ward.fillIn("gad7", "interview").error().exitStatus(), 3);
    }
    void anchorTime_isPossible_data() {
        QTest::addColumn<QString>("act");
        QTest::addColumn<qint64>("days"); // from the first time, which is now
        QTest::addColumn<QString>("pointer");
        QTest::newRow("planned") << "move" << 365LL << "";
        QTest::newRow("more than a year ahead") << "move" << 366LL << "/at";
        QTest::newRow("long ago") << "correct" << -3653LL << "/at"; // ten years hold two or three leap days
        QTest::newRow("ten years") << "correct" << -3650LL << "";
        QTest::newRow("the same") << "correct" << 0LL << "/at";
        QTest::newRow("again, earlier") << "repeat" << -1LL << "/at";
        QTest::newRow("again") << "repeat" << 1LL << "";
        QTest::newRow("set twice") << "set" << 1LL << "/anchor";
    }
    void anchorTime_isPossible() {
        QFETCH(QString, act);
        QFETCH(qint64, days);
        QFETCH(QString, pointer);
        Ward ward;
        const QDateTime now = ward.clock.now();
        VERIFY_DONE(ward.desk().setAnchor(ward.participant, "incision", now));
        const desk::AnchorChange change{"incision", *desk::anchorActFrom(act), now.addDays(days), "why"};
        QCOMPARE(pointerOf(ward.planning().preview(ward.participant, change)), pointer);
        QCOMPARE(pointerOf(ward.planning().change(ward.participant, change)), pointer);
        if (pointer.isEmpty())
            QCOMPARE(ward.state()->anchors.value("incision"), now.addDays(days));
        else
            QCOMPARE(ward.state()->anchors.value("incision"), now);
    }
    void anchorReason_isWordsThatCanBeRead_data() {
        QTest::addColumn<QString>("reason");
        QTest::newRow("none") << "";
        QTest::newRow("space") << "   ";
        QTest::newRow("long") << QString(10000, u'x');
        QTest::newRow("control") << QStringLiteral("a\u0007b");
        QTest::newRow("turned direction") << QStringLiteral("a\u202eb");
    }
    void anchorReason_isWordsThatCanBeRead() {
        QFETCH(QString, reason);
        Ward ward;
        const QDateTime now = ward.clock.now();
        VERIFY_DONE(ward.desk().setAnchor(ward.participant, "incision", now));
        for (const char* act : {"move", "correct", "revoke", "repeat"})
            QCOMPARE(pointerOf(ward.planning().change(ward.participant,
                                                      {"incision", *desk::anchorActFrom(act), now.addDays(1), reason})),
                     QString("/reason"));
        QCOMPARE(ward.state()->anchors.value("incision"), now);
    }
};

QTEST_GUILESS_MAIN(TestAsking)
#include "tst_asking.moc"

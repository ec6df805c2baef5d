// Reading data again on the screens, by touch and by keyboard: corrections proposed, approved and declined; queries
// raised, answered and closed; verified, signed, voided, moved, reopened; the record frozen, locked, opened, signed,
// unblinded; what waits of everybody; the readable record.
#include "Screens.h"
#include "desk/Review.h"
#include "support/AmendedDemo.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace serein;
using namespace serein::test;

class TestStaffReview : public QObject {
    Q_OBJECT

    /// The first participant's PHQ-9, answered on the screen's own session and submitted.
    static void answer(Screens& screens) {
        screens.unlock();
        screens.handOver(screens.first, QStringLiteral("1957"));
        ui::PatientModel& patient = *screens.app->patient();
        patient.begin();
        while (patient.page() == ui::PatientModel::Page::Item) {
            patient.give(0);
            patient.next();
        }
        patient.submit();
        screens.app->takeBack(QStringLiteral("4711"));
        QCOMPARE(screens.app->state(), ui::AppModel::State::Staff);
    }
    static void go(Screens& screens, const QString& place) {
        screens.app->desk()->openParticipant(idText(screens.first));
        const QVariant about = QVariantMap{{QStringLiteral("participant"), idText(screens.first)},
                                           {QStringLiteral("subject"), QStringLiteral("SYN-001")},
                                           {QStringLiteral("timepoint"), QStringLiteral("BL")},
                                           {QStringLiteral("instrument"), QStringLiteral("phq9")},
                                           {QStringLiteral("sequence"), 1}};
        QQuickItem* const staff = screens.await(QStringLiteral("staff")); // made anew when the tablet comes back
        QVERIFY(staff != nullptr);
        QVERIFY(QMetaObject::invokeMethod(staff, "go", Q_ARG(QString, place), Q_ARG(QVariant, about)));
        screens.frame();
    }
    /// The facts of one kind in the first participant's stream; the app is stopped for it.
    template<class Kind> static QList<Kind> facts(Screens& screens, const QUuid& participant) {
        QList<Kind> found;
        const QList<ledger::Event> all = screens.events(participant);
        for (const ledger::Event& event : all)
            if (const auto* one = std::get_if<Kind>(&event.fact))
                found += *one;
        return found;
    }
    static void writeAs(Screens& screens, const QString& name, const std::function<void(desk::Review&)>& act) {
        screens.stop();
        VERIFY_DONE(screens.site.reopen(name));
        desk::Review review(*screens.site.vault);
        act(review);
        screens.site.vault.reset();
        screens.start();
        screens.unlock();
    }
    static void saved(const Screens& screens) {
        EVENTUALLY_EQUAL(saidBy(screens, "notice"), QStringLiteral("Saved."));
        QCOMPARE(saidBy(screens, "error"), QString());
    }
    static QString saidBy(const Screens& screens, const char* property) {
        return screens.app->desk()->property(property).toString();
    }

private Q_SLOTS:
    void correction_isProposed_andWhatWasTypedStaysWhenRefused_data() { bothWays(); }
    void correction_isProposed_andWhatWasTypedStaysWhenRefused() {
        Screens screens;
        screens.asTheRowSays();
        answer(screens);
        go(screens, QStringLiteral("assessment"));
        screens.choose(QStringLiteral("item.0.propose"));
        screens.choose(QStringLiteral("act.answer.2"));
        screens.choose(QStringLiteral("act.save")); // without a reason
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("text"));
        QVERIFY(screens.find(QStringLiteral("act.answer.2"))->property("chosen").toBool());
        screens.type(QStringLiteral("act.text"), QStringLiteral("misread"));
        screens.choose(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "error"), QString());
        bool proposed = false;
        for (const ledger::Event& event : screens.events(screens.first))
            if (const auto* one = std::get_if<ledger::CorrectionProposed>(&event.fact))
                proposed = one->answer == QJsonValue(2) && one->reason == QStringLiteral("misread");
        QVERIFY(proposed);
    }
    void signature_isGiven_withThePassphrase_data() { bothWays(); }
    void signature_isGiven_withThePassphrase() {
        Screens screens;
        screens.asTheRowSays();
        answer(screens);
        go(screens, QStringLiteral("assessment"));
        screens.choose(QStringLiteral("assessment.sign"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("reviewed"));
        screens.type(QStringLiteral("act.passphrase"), QStringLiteral("not it"));
        screens.choose(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("passphrase"));
        QCOMPARE(screens.find(QStringLiteral("act.text"))->property("text").toString(), QStringLiteral("reviewed"));
        QCOMPARE(screens.find(QStringLiteral("act.passphrase"))->property("text").toString(), QString());
        screens.site.clock.advance(std::chrono::minutes(5)); // a wrong one is answered by a delay
        screens.type(QStringLiteral("act.passphrase"), QString::fromUtf8(passphrase));
        screens.choose(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "error"), QString());
        QString meaning;
        for (const ledger::Event& event : screens.events(screens.first))
            if (const auto* one = std::get_if<ledger::Signed>(&event.fact))
                meaning = one->meaning;
        QCOMPARE(meaning, QStringLiteral("reviewed"));
    }
    void assessmentThatBelongsElsewhere_isMoved_data() { bothWays(); }
    void assessmentThatBelongsElsewhere_isMoved() {
        Screens screens;
        screens.asTheRowSays();
        answer(screens);
        go(screens, QStringLiteral("assessment"));
        screens.choose(QStringLiteral("assessment.reassign"));
        screens.retype(QStringLiteral("act.subject"), QStringLiteral("SYN-999"));
        EVENTUALLY(screens.find(QStringLiteral("act.timepoint.BL.1")) == nullptr); // nobody has it
        screens.type(QStringLiteral("act.text"), QStringLiteral("swapped"));
        screens.choose(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("subject"));
        screens.retype(QStringLiteral("act.subject"), QStringLiteral("SYN-002"));
        screens.choose(QStringLiteral("act.save")); // to no timepoint of hers
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("timepoint"));
        QVERIFY(screens.find(QStringLiteral("act.timepoint.POD1.1")) == nullptr); // does not ask it
        screens.choose(QStringLiteral("act.timepoint.BL.1"));
        screens.choose(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "error"), QString());
        bool moved = false;
        for (const ledger::Event& event : screens.events(screens.second))
            moved = moved || std::holds_alternative<ledger::Reassigned>(event.fact);
        QVERIFY(moved);
    }
    void assessmentOfTheFirstTime_isMoved_toTheSecond_data() { bothWays(); }
    void assessmentOfTheFirstTime_isMoved_toTheSecond() {
        Screens screens;
        screens.asTheRowSays();
        answer(screens);
        writeAs(screens, QStringLiteral("anna"), [&](desk::Review&) {
            VERIFY_DONE(screens.site.vault->append(screens.first, {{ledger::TimepointRepeated{"BL", "postponed"}}},
                                                   {"anna", "nurse"}));
        });
        go(screens, QStringLiteral("assessment"));
        screens.choose(QStringLiteral("assessment.reassign"));
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("act.subject")), QStringLiteral("SYN-001"));
        QVERIFY(screens.find(QStringLiteral("act.timepoint.BL.1")) == nullptr); // it stands there
        screens.choose(QStringLiteral("act.timepoint.BL.2"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("of the second morning"));
        screens.choose(QStringLiteral("act.save"));
        saved(screens);
        const auto moved = facts<ledger::Reassigned>(screens, screens.first);
        QCOMPARE(moved.size(), 1);
        QVERIFY(moved.constFirst().assessment == (ledger::AssessmentKey{"BL", "phq9", 2}));
    }
    void correction_isApproved_andAnotherDeclined_data() { bothWays(); }
    void correction_isApproved_andAnotherDeclined() {
        Screens screens;
        screens.asTheRowSays();
        answer(screens);
        const ledger::AssessmentKey key{QStringLiteral("BL"), QStringLiteral("phq9"), 1};
        QUuid first;
        writeAs(screens, QStringLiteral("nora"), [&](desk::Review& review) {
            first = *review.propose({screens.first, key, QStringLiteral("q1"), 2, QStringLiteral("misread")});
            screens.site.clock.advance(std::chrono::minutes(1));
            VERIFY_DONE(review.propose({screens.first, key, QStringLiteral("q2"), 3, QStringLiteral("misheard")}));
        });
        go(screens, QStringLiteral("assessment"));
        screens.choose(QStringLiteral("proposal.0.approve"));
        saved(screens);
        EVENTUALLY(screens.find(QStringLiteral("proposal.1.approve")) == nullptr); // one is left
        screens.choose(QStringLiteral("proposal.0.decline"));
        screens.choose(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("text")); // without a reason
        screens.type(QStringLiteral("act.text"), QStringLiteral("as it was given"));
        screens.choose(QStringLiteral("act.save"));
        saved(screens);
        EVENTUALLY(screens.find(QStringLiteral("proposal.0.decline")) == nullptr);
        const auto corrected = facts<ledger::Corrected>(screens, screens.first);
        QCOMPARE(corrected.size(), 1);
        QCOMPARE(corrected.constFirst().answer, QJsonValue(2));
        QVERIFY(corrected.constFirst().proposal == first);
        const auto declined = facts<ledger::CorrectionDeclined>(screens, screens.first);
        QCOMPARE(declined.size(), 1);
        QCOMPARE(declined.constFirst().reason, QStringLiteral("as it was given"));
    }
    void query_isRaised_answeredAndClosed_data() { bothWays(); }
    void query_isRaised_answeredAndClosed() {
        Screens screens;
        screens.asTheRowSays();
        answer(screens);
        go(screens, QStringLiteral("assessment"));
        screens.choose(QStringLiteral("item.1.query"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("Is this right?"));
        screens.choose(QStringLiteral("act.save"));
        saved(screens);
        screens.choose(QStringLiteral("query.0.answer"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("It is"));
        screens.choose(QStringLiteral("act.save"));
        saved(screens);
        screens.choose(QStringLiteral("query.0.close"));
        screens.choose(QStringLiteral("act.save")); // a last word may stay empty
        saved(screens);
        EVENTUALLY(screens.find(QStringLiteral("query.0.close")) == nullptr);
        QCOMPARE(facts<ledger::QueryRaised>(screens, screens.first).constFirst().text,
                 QStringLiteral("Is this right?"));
        QCOMPARE(facts<ledger::QueryAnswered>(screens, screens.first).constFirst().text, QStringLiteral("It is"));
        QCOMPARE(facts<ledger::QueryClosed>(screens, screens.first).size(), 1);
    }
    void source_isVerified_andTheAssessmentVoided_data() { bothWays(); }
    void source_isVerified_andTheAssessmentVoided() {
        Screens screens;
        screens.asTheRowSays();
        answer(screens);
        go(screens, QStringLiteral("assessment"));
        screens.choose(QStringLiteral("assessment.verify"));
        saved(screens);
        EVENTUALLY(screens.find(QStringLiteral("assessment.verify")) == nullptr); // it is, until it changes
        screens.choose(QStringLiteral("assessment.void"));
        screens.choose(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("text"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("a test run"));
        screens.choose(QStringLiteral("act.save"));
        saved(screens);
        screens.await(QStringLiteral("participant.tab.plan")); // it stands here no longer
        QCOMPARE(facts<ledger::SourceVerified>(screens, screens.first).size(), 1);
        QCOMPARE(facts<ledger::Voided>(screens, screens.first).constFirst().reason, QStringLiteral("a test run"));
    }
    void submitted_isReopened_withAReason_data() { bothWays(); }
    void submitted_isReopened_withAReason() {
        Screens screens;
        screens.asTheRowSays();
        answer(screens);
        go(screens, QStringLiteral("assessment"));
        screens.choose(QStringLiteral("assessment.reopen"));
        screens.choose(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("text"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("skipped a page"));
        screens.choose(QStringLiteral("act.save"));
        EVENTUALLY(saidBy(screens, "notice").startsWith(QStringLiteral("Reopened.")));
        EVENTUALLY(screens.find(QStringLiteral("assessment.reopen")) == nullptr);
        QCOMPARE(facts<ledger::Reopened>(screens, screens.first).constFirst().reason, QStringLiteral("skipped a page"));
    }
    void record_isLocked_opened_andSigned_data() { bothWays(); }
    void record_isLocked_opened_andSigned() {
        Screens screens;
        screens.asTheRowSays();
        answer(screens);
        go(screens, QStringLiteral("stream"));
        screens.choose(QStringLiteral("record.locked"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("analysis"));
        screens.choose(QStringLiteral("act.save"));
        saved(screens);
        EVENTUALLY(screens.find(QStringLiteral("record.locked")) == nullptr);
        QVERIFY(screens.find(QStringLiteral("record.signRecord")) == nullptr); // locked
        screens.choose(QStringLiteral("record.open"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("one more form"));
        screens.choose(QStringLiteral("act.save"));
        saved(screens);
        screens.choose(QStringLiteral("record.signRecord"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("I have reviewed this record"));
        screens.type(QStringLiteral("act.passphrase"), QString::fromUtf8(passphrase));
        screens.choose(QStringLiteral("act.save"));
        saved(screens);
        const auto states = facts<ledger::DataStateChanged>(screens, screens.first);
        QCOMPARE(states.size(), 2);
        QCOMPARE(states.constFirst().state, QStringLiteral("locked"));
        QCOMPARE(states.constLast().state, QStringLiteral("open"));
        QCOMPARE(states.constLast().reason, QStringLiteral("one more form"));
        const auto signatures = facts<ledger::Signed>(screens, screens.first);
        QCOMPARE(signatures.size(), 1);
        QVERIFY(signatures.constFirst().assessment.instrument.isEmpty()); // the whole
    }
    void unblinding_isDone_withWhy_data() { bothWays(); }
    void unblinding_isDone_withWhy() {
        Screens screens;
        screens.asTheRowSays();
        screens.stop();
        VERIFY_DONE(screens.site.reopen());
        // A study that keeps the arm from investigators.
        VERIFY_DONE(amendDemo(screens.site, [](QJsonObject& json) {
            json.insert(QStringLiteral("blinding"),
                        QJsonObject{{QStringLiteral("seesUnblinding"), QJsonArray{QStringLiteral("unblindedNurse")}}});
        }));
        screens.site.vault.reset();
        screens.start();
        screens.unlock();
        go(screens, QStringLiteral("stream"));
        screens.choose(QStringLiteral("record.unblind"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("anaphylaxis"));
        screens.choose(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("manner"));
        QCOMPARE(screens.textOf(QStringLiteral("act.text")), QStringLiteral("anaphylaxis"));
        screens.choose(QStringLiteral("act.manner.emergency"));
        screens.choose(QStringLiteral("act.save"));
        saved(screens);
        EVENTUALLY(screens.find(QStringLiteral("record.unblind")) == nullptr);
        const auto all = facts<ledger::Unblinded>(screens, screens.first);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.constFirst().manner, QStringLiteral("emergency"));
        QCOMPARE(all.constFirst().reason, QStringLiteral("anaphylaxis"));
    }
    void whatWaits_isReachedFromTheWorklist_data() { bothWays(); }
    void whatWaits_isReachedFromTheWorklist() {
        Screens screens;
        screens.asTheRowSays();
        answer(screens);
        const ledger::AssessmentKey key{QStringLiteral("BL"), QStringLiteral("phq9"), 1};
        writeAs(screens, QStringLiteral("nora"), [&](desk::Review& review) {
            VERIFY_DONE(review.propose({screens.first, key, QStringLiteral("q1"), 2, QStringLiteral("misread")}));
        });
        writeAs(screens, QStringLiteral("anna"), [&](desk::Review& review) {
            VERIFY_DONE(review.raiseQuery(screens.first, key, QStringLiteral("q2"), QStringLiteral("right?")));
        });
        screens.choose(QStringLiteral("rail.worklist"));
        EVENTUALLY(screens.find(QStringLiteral("worklist.review")) != nullptr);
        QVERIFY(screens.textOf(QStringLiteral("worklist.review")).contains(QStringLiteral("1 open query")));
        screens.choose(QStringLiteral("worklist.review"));
        screens.choose(QStringLiteral("reviewWork.1"));
        screens.choose(QStringLiteral("query.0.answer"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("yes"));
        screens.choose(QStringLiteral("act.save"));
        saved(screens);
        screens.choose(QStringLiteral("page.back")); // to where it was opened from
        EVENTUALLY(!screens.textOf(QStringLiteral("reviewWork.text")).contains(QStringLiteral("open query")));
        screens.choose(QStringLiteral("reviewWork.0"));
        screens.choose(QStringLiteral("proposal.0.approve"));
        saved(screens);
        QCOMPARE(facts<ledger::Corrected>(screens, screens.first).size(), 1);
    }
    void whatWaitsAboutAVoidedAssessment_isSettled_data() { bothWays(); }
    void whatWaitsAboutAVoidedAssessment_isSettled() {
        Screens screens;
        screens.asTheRowSays();
        answer(screens);
        const ledger::AssessmentKey key{QStringLiteral("BL"), QStringLiteral("phq9"), 1};
        writeAs(screens, QStringLiteral("nora"), [&](desk::Review& review) {
            VERIFY_DONE(review.propose({screens.first, key, QStringLiteral("q1"), 2, QStringLiteral("misread")}));
        });
        writeAs(screens, QStringLiteral("anna"), [&](desk::Review& review) {
            VERIFY_DONE(review.raiseQuery(screens.first, key, QStringLiteral("q2"), QStringLiteral("right?")));
        });
        screens.choose(QStringLiteral("worklist.review"));
        screens.choose(QStringLiteral("reviewWork.0"));
        screens.choose(QStringLiteral("assessment.void"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("a test run"));
        screens.choose(QStringLiteral("act.save"));
        saved(screens);
        screens.choose(QStringLiteral("reviewWork.0")); // the list that it was opened from: both still wait
        screens.choose(QStringLiteral("voidedProposal.0.decline"));
        screens.choose(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("text")); // without a reason
        screens.type(QStringLiteral("act.text"), QStringLiteral("it counts for nobody"));
        screens.choose(QStringLiteral("act.save"));
        saved(screens);
        screens.awaitNone(QStringLiteral("voidedProposal.0.decline"));
        QVERIFY(screens.find(QStringLiteral("queries.0.open")) == nullptr); // there is no such assessment to read
        screens.choose(QStringLiteral("queries.0.answer"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("it was voided"));
        screens.choose(QStringLiteral("act.save"));
        saved(screens);
        screens.choose(QStringLiteral("queries.0.close"));
        screens.choose(QStringLiteral("act.save"));
        saved(screens);
        screens.awaitNone(QStringLiteral("queries.0.close"));
        screens.choose(QStringLiteral("page.back"));
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("reviewWork.text")), QStringLiteral("Nothing waits."));
        QCOMPARE(facts<ledger::CorrectionDeclined>(screens, screens.first).constFirst().reason,
                 QStringLiteral("it counts for nobody"));
        QCOMPARE(facts<ledger::QueryAnswered>(screens, screens.first).constFirst().text,
                 QStringLiteral("it was voided"));
        QCOMPARE(facts<ledger::QueryClosed>(screens, screens.first).size(), 1);
    }
    void record_isReadFilteredAndFrozen_data() { bothWays(); }
    void record_isReadFilteredAndFrozen() {
        Screens screens;
        screens.asTheRowSays();
        answer(screens);
        go(screens, QStringLiteral("stream"));
        const QQuickItem* const list = screens.await(QStringLiteral("stream.list"));
        QVERIFY(list != nullptr);
        EVENTUALLY(list->property("count").toInt() > 10);
        const int all = list->property("count").toInt();
        screens.choose(QStringLiteral("stream.kind.plan"));
        EVENTUALLY(list->property("count").toInt() < all);
        screens.choose(QStringLiteral("record.frozen"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("clean"));
        screens.choose(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "error"), QString());
        QString state;
        for (const ledger::Event& event : screens.events(screens.first))
            if (const auto* one = std::get_if<ledger::DataStateChanged>(&event.fact))
                state = one->state;
        QCOMPARE(state, QStringLiteral("frozen"));
    }
    /// What it looks like, for people to look at.
    void pictures() {
        Screens screens;
        answer(screens);
        QDir().mkpath(QStringLiteral(SEREIN_BINARY_DIR "/staff-review"));
        for (const char* language : {"en", "zh-CN"})
            for (const QSize size : {QSize(1280, 800), QSize(800, 1280)}) {
                screens.app->setLanguage(QString::fromLatin1(language));
                screens.window->resize(size);
                for (const char* place : {"assessment", "stream", "queries", "sign"}) {
                    go(screens, QString::fromLatin1(place));
                    QTest::qWait(500);
                    QVERIFY(screens.window->grabWindow().save(
                        QStringLiteral(SEREIN_BINARY_DIR "/staff-review/%1-%2-%3.png")
                            .arg(QString::fromLatin1(place), QString::fromLatin1(language))
                            .arg(size.width())));
                }
            }
    }
};

QTEST_MAIN(TestStaffReview)
#include "tst_staff_review.moc"

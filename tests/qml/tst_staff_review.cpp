// Reading data again on the screens, by touch and by keyboard: corrections proposed, approved and declined; queries
// raised, answered and closed; verified, signed, voided, moved, reopened; the record frozen, locked, opened, signed,
// unblinded; what waits of everybody; the readable record.
#include "Screens.h"
#include "desk/Review.h"

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
    void correction_isProposedByTouch_andWhatWasTypedStaysWhenRefused() {
        Screens screens;
        answer(screens);
        go(screens, QStringLiteral("assessment"));
        screens.tap(QStringLiteral("item.0.propose"));
        screens.tap(QStringLiteral("act.answer.2"));
        screens.tap(QStringLiteral("act.save")); // without a reason
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("text"));
        QVERIFY(screens.find(QStringLiteral("act.answer.2"))->property("chosen").toBool());
        screens.type(QStringLiteral("act.text"), QStringLiteral("misread"));
        screens.tap(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "error"), QString());
        bool proposed = false;
        for (const ledger::Event& event : screens.events(screens.first))
            if (const auto* one = std::get_if<ledger::CorrectionProposed>(&event.fact))
                proposed = one->answer == QJsonValue(2) && one->reason == QStringLiteral("misread");
        QVERIFY(proposed);
    }
    void signature_isGivenByKeyboard_withThePassphrase() {
        Screens screens;
        answer(screens);
        go(screens, QStringLiteral("assessment"));
        screens.tap(QStringLiteral("assessment.sign"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("reviewed"));
        screens.type(QStringLiteral("act.passphrase"), QStringLiteral("not it"));
        QTest::keyClick(screens.window, Qt::Key_Tab);
        QTest::keyClick(screens.window, Qt::Key_Space);
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("passphrase"));
        QCOMPARE(screens.find(QStringLiteral("act.text"))->property("text").toString(), QStringLiteral("reviewed"));
        QCOMPARE(screens.find(QStringLiteral("act.passphrase"))->property("text").toString(), QString());
        screens.site.clock.advance(std::chrono::minutes(5)); // a wrong one is answered by a delay
        screens.type(QStringLiteral("act.passphrase"), QString::fromUtf8(passphrase));
        QTest::keyClick(screens.window, Qt::Key_Tab);
        QTest::keyClick(screens.window, Qt::Key_Space);
        EVENTUALLY_EQUAL(saidBy(screens, "error"), QString());
        QString meaning;
        for (const ledger::Event& event : screens.events(screens.first))
            if (const auto* one = std::get_if<ledger::Signed>(&event.fact))
                meaning = one->meaning;
        QCOMPARE(meaning, QStringLiteral("reviewed"));
    }
    void assessmentThatBelongsElsewhere_isMovedByTouch() {
        Screens screens;
        answer(screens);
        go(screens, QStringLiteral("assessment"));
        screens.tap(QStringLiteral("assessment.reassign"));
        screens.retype(QStringLiteral("act.subject"), QStringLiteral("SYN-999"));
        EVENTUALLY(screens.find(QStringLiteral("act.timepoint.BL.1")) == nullptr); // nobody has it
        screens.type(QStringLiteral("act.text"), QStringLiteral("swapped"));
        screens.tap(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("subject"));
        screens.retype(QStringLiteral("act.subject"), QStringLiteral("SYN-002"));
        screens.tap(QStringLiteral("act.save")); // to no timepoint of hers
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("timepoint"));
        QVERIFY(screens.find(QStringLiteral("act.timepoint.POD1.1")) == nullptr); // does not ask it
        screens.tap(QStringLiteral("act.timepoint.BL.1"));
        screens.tap(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "error"), QString());
        bool moved = false;
        for (const ledger::Event& event : screens.events(screens.second))
            moved = moved || std::holds_alternative<ledger::Reassigned>(event.fact);
        QVERIFY(moved);
    }
    void assessmentOfTheFirstTime_isMovedByKeys_toTheSecond() {
        Screens screens;
        answer(screens);
        writeAs(screens, QStringLiteral("anna"), [&](desk::Review&) {
            VERIFY_DONE(screens.site.vault->append(screens.first, {{ledger::TimepointRepeated{"BL", "postponed"}}},
                                                   {"anna", "nurse"}));
        });
        go(screens, QStringLiteral("assessment"));
        screens.press(QStringLiteral("assessment.reassign"));
        EVENTUALLY_EQUAL(screens.textOf(QStringLiteral("act.subject")), QStringLiteral("SYN-001"));
        QVERIFY(screens.find(QStringLiteral("act.timepoint.BL.1")) == nullptr); // it stands there
        screens.press(QStringLiteral("act.timepoint.BL.2"));
        screens.tabTo(QStringLiteral("act.text"));
        screens.write(QStringLiteral("of the second morning"));
        screens.press(QStringLiteral("act.save"));
        saved(screens);
        const auto moved = facts<ledger::Reassigned>(screens, screens.first);
        QCOMPARE(moved.size(), 1);
        QVERIFY(moved.constFirst().assessment == (ledger::AssessmentKey{"BL", "phq9", 2}));
    }
    void correction_isApprovedByTouch_andAnotherDeclinedByKeys() {
        Screens screens;
        answer(screens);
        const ledger::AssessmentKey key{QStringLiteral("BL"), QStringLiteral("phq9"), 1};
        QUuid first;
        writeAs(screens, QStringLiteral("nora"), [&](desk::Review& review) {
            first = *review.propose({screens.first, key, QStringLiteral("q1"), 2, QStringLiteral("misread")});
            screens.site.clock.advance(std::chrono::minutes(1));
            VERIFY_DONE(review.propose({screens.first, key, QStringLiteral("q2"), 3, QStringLiteral("misheard")}));
        });
        go(screens, QStringLiteral("assessment"));
        screens.tap(QStringLiteral("proposal.0.approve"));
        saved(screens);
        EVENTUALLY(screens.find(QStringLiteral("proposal.1.approve")) == nullptr); // one is left
        screens.press(QStringLiteral("proposal.0.decline"));
        screens.press(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("text")); // without a reason
        screens.tabTo(QStringLiteral("act.text"));
        screens.write(QStringLiteral("as it was given"));
        screens.press(QStringLiteral("act.save"));
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
    void query_isRaisedByTouch_answeredAndClosedByKeys() {
        Screens screens;
        answer(screens);
        go(screens, QStringLiteral("assessment"));
        screens.tap(QStringLiteral("item.1.query"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("Is this right?"));
        screens.tap(QStringLiteral("act.save"));
        saved(screens);
        screens.press(QStringLiteral("query.0.answer"));
        screens.tabTo(QStringLiteral("act.text"));
        screens.write(QStringLiteral("It is"));
        screens.press(QStringLiteral("act.save"));
        saved(screens);
        screens.press(QStringLiteral("query.0.close"));
        screens.press(QStringLiteral("act.save")); // a last word may stay empty
        saved(screens);
        EVENTUALLY(screens.find(QStringLiteral("query.0.close")) == nullptr);
        QCOMPARE(facts<ledger::QueryRaised>(screens, screens.first).constFirst().text,
                 QStringLiteral("Is this right?"));
        QCOMPARE(facts<ledger::QueryAnswered>(screens, screens.first).constFirst().text, QStringLiteral("It is"));
        QCOMPARE(facts<ledger::QueryClosed>(screens, screens.first).size(), 1);
    }
    void source_isVerifiedByKeys_andTheAssessmentVoidedByTouch() {
        Screens screens;
        answer(screens);
        go(screens, QStringLiteral("assessment"));
        screens.press(QStringLiteral("assessment.verify"));
        saved(screens);
        EVENTUALLY(screens.find(QStringLiteral("assessment.verify")) == nullptr); // it is, until it changes
        screens.tap(QStringLiteral("assessment.void"));
        screens.tap(QStringLiteral("act.save"));
        EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("text"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("a test run"));
        screens.tap(QStringLiteral("act.save"));
        saved(screens);
        screens.await(QStringLiteral("participant.tab.plan")); // it stands here no longer
        QCOMPARE(facts<ledger::SourceVerified>(screens, screens.first).size(), 1);
        QCOMPARE(facts<ledger::Voided>(screens, screens.first).constFirst().reason, QStringLiteral("a test run"));
    }
    void submitted_isReopenedByTouch_andByKeys_withAReason() {
        for (const bool byKeys : {false, true}) {
            Screens screens;
            answer(screens);
            go(screens, QStringLiteral("assessment"));
            byKeys ? screens.press(QStringLiteral("assessment.reopen"))
                   : screens.tap(QStringLiteral("assessment.reopen"));
            screens.tap(QStringLiteral("act.save"));
            EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("text"));
            screens.type(QStringLiteral("act.text"), QStringLiteral("skipped a page"));
            byKeys ? screens.press(QStringLiteral("act.save")) : screens.tap(QStringLiteral("act.save"));
            EVENTUALLY(saidBy(screens, "notice").startsWith(QStringLiteral("Reopened.")));
            EVENTUALLY(screens.find(QStringLiteral("assessment.reopen")) == nullptr);
            QCOMPARE(facts<ledger::Reopened>(screens, screens.first).constFirst().reason,
                     QStringLiteral("skipped a page"));
        }
    }
    void record_isLockedByTouch_openedByKeys_andSigned() {
        Screens screens;
        answer(screens);
        go(screens, QStringLiteral("stream"));
        screens.tap(QStringLiteral("record.locked"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("analysis"));
        screens.tap(QStringLiteral("act.save"));
        saved(screens);
        EVENTUALLY(screens.find(QStringLiteral("record.locked")) == nullptr);
        QVERIFY(screens.find(QStringLiteral("record.signRecord")) == nullptr); // locked
        screens.press(QStringLiteral("record.open"));
        screens.tabTo(QStringLiteral("act.text"));
        screens.write(QStringLiteral("one more form"));
        screens.press(QStringLiteral("act.save"));
        saved(screens);
        screens.tap(QStringLiteral("record.signRecord"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("I have reviewed this record"));
        screens.type(QStringLiteral("act.passphrase"), QString::fromUtf8(passphrase));
        screens.tap(QStringLiteral("act.save"));
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
    void unblinding_isDoneByTouch_andByKeys_withWhy() {
        for (const bool byKeys : {false, true}) {
            Screens screens;
            screens.stop();
            VERIFY_DONE(screens.site.reopen());
            // A study that keeps the arm from investigators.
            QJsonObject json = demoStudy(screens.site.library).json;
            json.insert(QStringLiteral("version"), QStringLiteral("1.1.0"));
            json.insert(QStringLiteral("blinding"),
                        QJsonObject{{QStringLiteral("seesUnblinding"), QJsonArray{QStringLiteral("unblindedNurse")}}});
            VERIFY_DONE(
                screens.site.desk().amend(*study::parseStudy(json, screens.site.library), screens.site.library));
            screens.site.vault.reset();
            screens.start();
            screens.unlock();
            go(screens, QStringLiteral("stream"));
            const auto choose = [&](const char* name) {
                byKeys ? screens.press(QString::fromLatin1(name)) : screens.tap(QString::fromLatin1(name));
            };
            choose("record.unblind");
            screens.type(QStringLiteral("act.text"), QStringLiteral("anaphylaxis"));
            choose("act.save");
            EVENTUALLY_EQUAL(saidBy(screens, "errorField"), QStringLiteral("manner"));
            QCOMPARE(screens.textOf(QStringLiteral("act.text")), QStringLiteral("anaphylaxis"));
            choose("act.manner.emergency");
            choose("act.save");
            saved(screens);
            EVENTUALLY(screens.find(QStringLiteral("record.unblind")) == nullptr);
            const auto all = facts<ledger::Unblinded>(screens, screens.first);
            QCOMPARE(all.size(), 1);
            QCOMPARE(all.constFirst().manner, QStringLiteral("emergency"));
            QCOMPARE(all.constFirst().reason, QStringLiteral("anaphylaxis"));
        }
    }
    void whatWaits_isReachedFromTheWorklist_byTouchAndByKeys() {
        Screens screens;
        answer(screens);
        const ledger::AssessmentKey key{QStringLiteral("BL"), QStringLiteral("phq9"), 1};
        writeAs(screens, QStringLiteral("nora"), [&](desk::Review& review) {
            VERIFY_DONE(review.propose({screens.first, key, QStringLiteral("q1"), 2, QStringLiteral("misread")}));
        });
        writeAs(screens, QStringLiteral("anna"), [&](desk::Review& review) {
            VERIFY_DONE(review.raiseQuery(screens.first, key, QStringLiteral("q2"), QStringLiteral("right?")));
        });
        screens.tap(QStringLiteral("rail.worklist"));
        EVENTUALLY(screens.find(QStringLiteral("worklist.review")) != nullptr);
        QVERIFY(screens.textOf(QStringLiteral("worklist.review")).contains(QStringLiteral("1 open query")));
        screens.tap(QStringLiteral("worklist.review"));
        screens.tap(QStringLiteral("reviewWork.1"));
        screens.tap(QStringLiteral("query.0.answer"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("yes"));
        screens.tap(QStringLiteral("act.save"));
        saved(screens);
        screens.press(QStringLiteral("page.back")); // to where it was opened from
        EVENTUALLY(!screens.textOf(QStringLiteral("reviewWork.text")).contains(QStringLiteral("open query")));
        screens.press(QStringLiteral("reviewWork.0"));
        screens.press(QStringLiteral("proposal.0.approve"));
        saved(screens);
        QCOMPARE(facts<ledger::Corrected>(screens, screens.first).size(), 1);
    }
    void record_isReadAndFiltered() {
        Screens screens;
        answer(screens);
        go(screens, QStringLiteral("stream"));
        const QQuickItem* const list = screens.await(QStringLiteral("stream.list"));
        QVERIFY(list != nullptr);
        EVENTUALLY(list->property("count").toInt() > 10);
        const int all = list->property("count").toInt();
        screens.tap(QStringLiteral("stream.kind.plan"));
        EVENTUALLY(list->property("count").toInt() < all);
        screens.tap(QStringLiteral("record.frozen"));
        screens.type(QStringLiteral("act.text"), QStringLiteral("clean"));
        screens.tap(QStringLiteral("act.save"));
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

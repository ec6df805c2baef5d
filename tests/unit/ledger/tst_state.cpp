#include "core/Clock.h"
#include "ledger/State.h"

#include <QTest>

using namespace serein;
using namespace serein::ledger;

class TestState : public QObject {
    Q_OBJECT
    const AssessmentKey m_key{"BL", "phq9", 1};
    QDateTime m_now = *parseInstant("2026-11-20T09:00+08:00");
    qint64 m_sequence = 0;

    Event event(const Fact& fact) {
        Header header;
        header.id = QUuid::createUuid();
        header.stream = QUuid::createUuidV5(QUuid(), QByteArray("p")).toString(QUuid::WithoutBraces);
        header.sequence = ++m_sequence;
        header.at = m_now = m_now.addSecs(1);
        header.actor = "participant";
        return {header, fact};
    }
    ParticipantState fold(const QList<Fact>& facts) {
        ParticipantState state;
        Touched touched;
        for (const Fact& fact : facts)
            apply(state, event(fact), touched);
        return state;
    }
    AssessmentOpened opened() const { return {m_key, "d", "p", "en", {}, false, "self"}; }

private Q_SLOTS:
    void changedAnswer_countsItsChanges() {
        const auto state = fold({Enrolled{"S", "x", "en", false}, opened(), ItemShown{m_key, "q1"},
                                 Answered{m_key, "q1", 1}, Answered{m_key, "q1", 2}, Answered{m_key, "q1", 2}});
        const AnswerState answer = state.assessments[m_key].answers["q1"];
        QCOMPARE(answer.value, QJsonValue(2));
        QCOMPARE(answer.changes, 1);
        QCOMPARE(answer.responseMs, 3000); // from the showing to the last time it was given
    }
    void declined_isKeptAsItIs_neverANumber() {
        const auto state = fold({opened(), Answered{m_key, "q1", QJsonObject{{"declined", true}}}});
        QVERIFY(!state.assessments[m_key].answers["q1"].value.isDouble());
    }
    void submitted_isNotChangedByLateAnswers() {
        const auto state = fold({opened(), Answered{m_key, "q1", 1}, Submitted{m_key, {{"total", 1}}, "1", false, {}},
                                 Answered{m_key, "q1", 3}});
        QCOMPARE(state.assessments[m_key].answers["q1"].value, QJsonValue(1));
        QCOMPARE(state.assessments[m_key].status, AssessmentStatus::Submitted);
    }
    void alert_staysThoughTheAnswerIsChanged() {
        const auto state =
            fold({opened(), Answered{m_key, "q9", 1}, AlertRaised{m_key, "item9", "q9"}, Answered{m_key, "q9", 0}});
        QCOMPARE(state.alerts.size(), 1);
        QVERIFY(!state.alerts.first().acknowledgedAt.isValid());
    }
    void instructionThatWasRead_standsWithItsForm() {
        const Fact submitted = Submitted{m_key, {{"total", 1}}, "1", false, {}};
        QVERIFY(!fold({opened(), submitted}).assessments[m_key].instructionReadAt.isValid());
        const auto read = fold({opened(), submitted, InstructionRead{m_key, "report it"}});
        QVERIFY(read.assessments[m_key].instructionReadAt > read.assessments[m_key].submittedAt);
        QCOMPARE(read.assessments[m_key].instructionReadBy, QString("participant"));
        QVERIFY(fold({InstructionRead{m_key, "of nothing"}}).assessments.isEmpty());
    }
    void anchors_followTheirLastWord() {
        const QDateTime later = m_now.addDays(5);
        const auto state = fold({AnchorSet{"incision", m_now}, AnchorMoved{"incision", later, "postponed"},
                                 AnchorSet{"consent", m_now}, AnchorRevoked{"consent", "mistake"}});
        QCOMPARE(state.anchors.size(), 1);
        QCOMPARE(state.anchors["incision"], later);
    }
    void handOver_endsWhenHandedBack() {
        QVERIFY(fold({HandedOver{"BL", 1, "self", "en"}}).handOver);
        QVERIFY(!fold({HandedOver{"BL", 1, "self", "en"}, HandedBack{"pin"}}).handOver);
    }
    void unknownAndWithheld_changeNothing() {
        const auto state = fold({Enrolled{"S", "x", "en", false}, UnknownKind{"newer"}, Withheld{"identified"}});
        QCOMPARE(state.subject, QString("S"));
        QVERIFY(state.name.isEmpty());
    }
    // What an assessment's window hung on.
    void movedAnchor_leavesWhatWasBegunWithTheOldPlan_andCorrectedJudgesItAgain() {
        const QDateTime first = *parseInstant("2026-11-20T08:00+08:00");
        const QDateTime postponed = first.addDays(5);
        const QDateTime mended = first.addSecs(-40 * 60);
        const AssessmentKey later{"POD1", "nrs-sleep", 1};
        const auto moved = fold({AnchorSet{"incision", first}, opened(), AnchorMoved{"incision", postponed, "fever"}});
        QCOMPARE(moved.anchorsFor(m_key)["incision"], first); // begun before
        QCOMPARE(moved.anchorsFor(later)["incision"], postponed);
        const auto corrected =
            fold({AnchorSet{"incision", first}, opened(), AnchorCorrected{"incision", mended, "mistyped"}});
        QCOMPARE(corrected.anchorsFor(m_key)["incision"], mended);
        // Corrected after it was moved: what hung on the first date still does.
        const auto both = fold({AnchorSet{"incision", first}, opened(), AnchorMoved{"incision", postponed, "fever"},
                                AnchorCorrected{"incision", postponed.addDays(1), "mistyped"}});
        QCOMPARE(both.anchorsFor(m_key)["incision"], first);
        QCOMPARE(both.anchors["incision"], postponed.addDays(1));
        // Written after the assessment began: it is what the window hung on all the same.
        const auto late = fold({opened(), AnchorSet{"incision", first}});
        QCOMPARE(late.anchorsFor(m_key)["incision"], first);
    }
    void revokedAnchor_isGone_andRepeatedBeginsASequenceOnlyWhereTheStudySaysSo() {
        const QDateTime first = m_now;
        const QDateTime second = first.addDays(10);
        QVERIFY(!fold({AnchorSet{"incision", first}, AnchorRevoked{"incision", "cancelled"}})
                     .anchorsFor(m_key)
                     .contains("incision"));
        const auto restart = fold(
            {AnchorSet{"incision", first}, AnchorRepeated{"incision", second, "restart", {"POD1"}, "second look"}});
        QCOMPARE(restart.sequenceOf("POD1"), 2);
        QCOMPARE(restart.sequenceOf("BL"), 1);
        QCOMPARE(restart.anchorsFor({"POD1", "nrs-sleep", 1})["incision"], first);
        QCOMPARE(restart.anchorsFor({"POD1", "nrs-sleep", 2})["incision"], second);
        const auto ignored =
            fold({AnchorSet{"incision", first}, AnchorRepeated{"incision", second, "ignore", {}, "second look"}});
        QCOMPARE(ignored.anchors["incision"], first);
        const auto onwards =
            fold({AnchorSet{"incision", first}, AnchorRepeated{"incision", second, "continue", {}, "second look"}});
        QCOMPARE(onwards.anchors["incision"], second);
        QCOMPARE(onwards.sequenceOf("POD1"), 1);
    }
    void missed_isSaidOfATimepointOrAnInstrument_andEndsWhenItIsBegun() {
        const auto state = fold({Missed{{"BL", {}, 1}, "asleep", {}}, Missed{{"POD1", "nrs-sleep", 1}, "refused", {}}});
        QCOMPARE(state.missedAs(m_key)->reason, QString("asleep"));
        QCOMPARE(state.missedAs({"POD1", "nrs-sleep", 1})->reason, QString("refused"));
        QVERIFY(!state.missedAs({"POD1", "nrs-pain", 1}));
        QVERIFY(!fold({Missed{{"BL", {}, 1}, "asleep", {}}, opened()}).missedAs(m_key));
    }
    void missedThatIsTakenBack_isNotMissed_andNobodyDied() {
        const AssessmentKey whole{"BL", {}, 1};
        const auto state =
            fold({Missed{whole, "died", {}}, Missed{m_key, "asleep", {}}, MissedTakenBack{whole, "slip"}});
        QVERIFY(!state.diedAt().isValid());
        QVERIFY(!state.missedAs({"BL", "nrs-sleep", 1}));
        QCOMPARE(state.missedAs(m_key)->reason, QString("asleep")); // that mark is another
    }
    // Corrections, and what belongs elsewhere.
    void correction_changesTheAnswerAndTheScores_besideTheFirstOnes() {
        const auto state = fold({opened(), Answered{m_key, "q1", 1}, Submitted{m_key, {{"total", 1}}, "1", false, {}},
                                 Corrected{m_key, "q1", 1, 2, "misread", {{"total", 2}}, "1", {}},
                                 Corrected{m_key, "q1", 2, 3, "misread again", {{"total", 3}}, "1", {}}});
        const AssessmentState& one = state.assessments[m_key];
        QCOMPARE(one.answers["q1"].value, QJsonValue(3));
        QCOMPARE(one.submittedAnswer("q1"), QJsonValue(1));
        QCOMPARE(one.scores["total"].toInt(), 3);
        QCOMPARE(one.submittedScores["total"].toInt(), 1);
        QCOMPARE(one.corrections.size(), 2);
    }
    void voided_standsNoLonger_andReassignedKeepsWhoAndWhen() {
        ParticipantState state;
        Touched touched;
        const AssessmentKey right{"POD1", "phq9", 1};
        for (const Fact& fact :
             QList<Fact>{opened(), Answered{m_key, "q1", 1}, Submitted{m_key, {{"total", 1}}, "1", false, {}}})
            apply(state, event(fact), touched);
        const AssessmentState before = state.assessments[m_key];
        const Event voiding = event(Voided{m_key, "another morning", {}, right});
        apply(state, voiding, touched);
        QVERIFY(!state.assessment(m_key));
        QCOMPARE(state.voided.size(), 1);
        apply(state, event(Reassigned{right, {}, voiding.header.id, {}, "another morning"}), touched);
        QCOMPARE(state.assessments[right].answers["q1"].at, before.answers["q1"].at);
        QCOMPARE(state.assessments[right].scores, before.scores);
        // In another participant's stream the event carries it.
        ParticipantState other;
        apply(other, event(Reassigned{right, QUuid::createUuid(), voiding.header.id, assessmentToJson(before), "x"}),
              touched);
        QCOMPARE(other.assessments[right].answers["q1"].value, QJsonValue(1));
        QCOMPARE(other.assessments[right].submittedAt.toUTC(), before.submittedAt.toUTC());
        QCOMPARE(assessmentToJson(other.assessments[right]), assessmentToJson(before));
    }
    void correctedAssessment_movesWithItsOriginals_andTheEngineOfItsScores() {
        const auto state =
            fold({Enrolled{"S", "v1", "en", false}, HandedOver{"BL", 1, "self", "en", {}, {}, "late lunch"}, opened(),
                  Answered{m_key, "q1", 1}, Submitted{m_key, {{"total", 1}}, "1", false, {}},
                  Corrected{m_key, "q1", 1, 2, "misread", {{"total", 2}}, "2", {}}});
        const AssessmentState& one = state.assessments[m_key];
        QCOMPARE(one.engine, QString("2"));          // what computed the scores that stand
        QCOMPARE(one.reason, QString("late lunch")); // said at the hand-over, for all that was asked then
        QCOMPARE(one.study, QString("v1"));
        const AssessmentState moved = assessmentFromJson(assessmentToJson(one));
        QCOMPARE(moved.submittedAnswer("q1"), QJsonValue(1));
        QCOMPARE(moved.submittedScores["total"].toInt(), 1);
        QCOMPARE(moved.scores["total"].toInt(), 2);
        QCOMPARE(moved.corrections.size(), 1);
        QCOMPARE(moved.corrections[0].reason, QString("misread"));
        QCOMPARE(moved.reason, one.reason);
        QCOMPARE(moved.study, one.study);
    }
    void recordSignature_breaksByAChangeThatIsWithheld() {
        const QList<Fact> facts{Enrolled{"S", "v1", "en", false}, Signed{{}, "whole record"}};
        QVERIFY(fold(facts + QList<Fact>{Withheld{"corrected"}}).signatures[0].brokenAt.isValid());
        QVERIFY(!fold(facts + QList<Fact>{Withheld{"queryRaised"}}).signatures[0].brokenAt.isValid());
    }
    void signature_breaksWhenWhatItCoversChanges() {
        const AssessmentKey other{"BL", "gad7", 1};
        const QList<Fact> facts{opened(),
                                Answered{m_key, "q1", 1},
                                Submitted{m_key, {{"total", 1}}, "1", false, {}},
                                Signed{m_key, "reviewed"},
                                Signed{{}, "whole record"},
                                Signed{other, "reviewed"}};
        auto state = fold(facts + QList<Fact>{QueryRaised{m_key, "q1", "sure?"}, Noted{"calm"}});
        for (const SignatureState& signature : std::as_const(state.signatures))
            QVERIFY(!signature.brokenAt.isValid()); // a question or a note changes no data
        state = fold(facts + QList<Fact>{Corrected{m_key, "q1", 1, 2, "misread", {}, "1", {}}});
        QVERIFY(state.signatures[0].brokenAt.isValid());
        QVERIFY(state.signatures[1].brokenAt.isValid());
        QVERIFY(!state.signatures[2].brokenAt.isValid());
    }
    void verifiedMark_isGoneAfterAChange() {
        QList<Fact> facts{opened(), Answered{m_key, "q1", 1}, Submitted{m_key, {}, "1", false, {}},
                          SourceVerified{m_key}};
        QVERIFY(fold(facts).assessments[m_key].verifiedAt.isValid());
        facts.append(Corrected{m_key, "q1", 1, 2, "misread", {}, "1", {}});
        QVERIFY(!fold(facts).assessments[m_key].verifiedAt.isValid());
    }
    void withdrawal_addsDegrees() {
        const auto state = fold({Withdrawn{{"studyDrug"}, "participant", "nausea", "kept"},
                                 Withdrawn{{"questionnaires", "studyDrug"}, "participant", "moves abroad", "kept"}});
        QCOMPARE(state.withdrawn->from(), QStringList({"studyDrug", "questionnaires"}));
        QVERIFY(state.hasWithdrawnFrom("questionnaires"));
        QVERIFY(!state.hasWithdrawnFrom("records"));
        QCOMPARE(state.withdrawnFrom("studyDrug")->reason.text, QString("nausea"));
        QCOMPARE(state.withdrawnFrom("questionnaires")->reason.text, QString("moves abroad"));
    }
    void fieldThatCameLater_mayBeAbsent_anyOtherMayNot() {
        QJsonObject body = bodyOf(HandedOver{"BL", 1, "self", "en"});
        body.remove("reason");
        QVERIFY(factFrom("handedOver", body));
        body.remove("mode");
        QCOMPARE(factFrom("handedOver", body).error().faults.first().pointer, QString("/mode"));
    }
    void backup_andWhomItIsSealedTo_areTheLastSaid() {
        DeviceState state;
        Touched touched;
        apply(state, event(RecoveryNamed{"first", "f1"}), touched);
        apply(state, event(BackedUp{"a", 40}), touched);
        apply(state, event(RecoveryNamed{"second", "f2"}), touched);
        apply(state, event(BackedUp{"b", 57}), touched);
        QCOMPARE(state.recovery, QByteArray("second"));
        QCOMPARE(state.backedUpEvents, 57);
        QCOMPARE(state.backedUpAt, m_now);
    }
    void accountName_isNeverUsedTwice() {
        DeviceState state;
        Touched touched;
        apply(state, event(AccountAdded{"anna", {"nurse"}}), touched);
        apply(state, event(AccountDisabled{"anna"}), touched);
        apply(state, event(AccountAdded{"anna", {"administrator"}}), touched);
        QVERIFY(!state.accounts["anna"].active);
        QCOMPARE(state.accounts["anna"].roles, QStringList{"nurse"});
    }
};

QTEST_APPLESS_MAIN(TestState)
#include "tst_state.moc"

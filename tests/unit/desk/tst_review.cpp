#include "desk/Review.h"
#include "desk/ReviewWork.h"

#include "support/ReviewVault.h"

using namespace serein;
using namespace serein::test;
using desk::Review;

namespace {

int number(const QJsonObject& scores, const char* id) {
    return scores[QLatin1String(id)][QLatin1String("value")].toInt(-1);
}

QString field(const auto& result) {
    return result ? QString() : result.error().faults.constFirst().pointer;
}

} // namespace

class TestReview : public QObject {
    Q_OBJECT
    std::unique_ptr<ReviewVault> m_site;
    [[nodiscard]] Review review() const { return Review(*m_site->vault); }
    [[nodiscard]] desk::CorrectionOrder change(const char* item, const QJsonValue& answer,
                                               const ledger::AssessmentKey& key = mood,
                                               const char* reason = "misread on the screen") const {
        return {m_site->first, key, QString::fromLatin1(item), answer, QString::fromLatin1(reason)};
    }
    [[nodiscard]] qsizetype eventCount(const QUuid& id) const { return m_site->vault->stream(idText(id))->size(); }

private Q_SLOTS:
    void init() { m_site = std::make_unique<ReviewVault>(); }

    // Corrections.
    void staffsOwnEntry_isCorrectedWithAReason_andTheOriginalStays() {
        m_site->as("uma");
        VERIFY_REFUSED(review().correct(change("dose", 30, drug, "  ")), "write something");
        VERIFY_DONE(review().correct(change("dose", 30, drug)));
        const auto& form = m_site->state(m_site->first)->assessments[drug];
        QCOMPARE(form.answers["dose"].value, QJsonValue(30));
        QCOMPARE(form.submittedAnswer("dose"), QJsonValue(25));
        QCOMPARE(form.corrections.size(), 1);
        QCOMPARE(form.corrections[0].by, QString("uma"));
        QVERIFY(m_site->vault->verify());
    }
    void participantsAnswer_isNeverCorrectedByStaff() {
        m_site->as("nora");
        const auto tried = review().correct(change("q1", 2));
        VERIFY_REFUSED(tried, "propose a correction");
        QCOMPARE(field(tried), QString("/item"));
    }
    void proposal_changesNothing_untilAnInvestigatorApproves() {
        m_site->as("nora");
        const auto proposal = review().propose(change("q1", 3));
        VERIFY_DONE(proposal);
        QCOMPARE(m_site->state(m_site->first)->assessments[mood].answers["q1"].value, QJsonValue(1));
        VERIFY_REFUSED(review().propose(change("q1", 2)), "waits for an investigator");
        VERIFY_REFUSED(review().approve(m_site->first, *proposal), "may not decide");
        m_site->as("iris");
        VERIFY_DONE(review().approve(m_site->first, *proposal));
        const auto state = m_site->state(m_site->first);
        const ledger::AssessmentState& scale = state->assessments[mood];
        // Four ones and then a three for the first of them: 6, "mild" from 5 on (Kroenke 2001). The first was 4.
        QCOMPARE(number(scale.scores, "total"), 6);
        QCOMPARE(scale.scores["total"]["band"].toString(), QString("mild"));
        QCOMPARE(number(scale.submittedScores, "total"), 4);
        QCOMPARE(scale.submittedAnswer("q1"), QJsonValue(1));
        QCOMPARE(scale.corrections[0].proposedBy, QString("nora"));
        QCOMPARE(scale.corrections[0].by, QString("iris"));
        QCOMPARE(state->proposals[*proposal].decision, ledger::ProposalState::Decision::Approved);
        VERIFY_REFUSED(review().approve(m_site->first, *proposal), "iris has decided it");
    }
    void ownProposal_isDecidedBySomebodyElse() {
        m_site->as("iris");
        const auto proposal = review().propose(change("q1", 3));
        VERIFY_DONE(proposal);
        VERIFY_REFUSED(review().approve(m_site->first, *proposal), "another investigator");
        m_site->as("ivan");
        VERIFY_DONE(review().approve(m_site->first, *proposal));
    }
    void declinedProposal_keepsTheAnswer_andSaysWhy() {
        m_site->as("nora");
        const auto proposal = review().propose(change("q1", 3));
        m_site->as("iris");
        VERIFY_REFUSED(review().decline(m_site->first, *proposal, {}), "write something");
        VERIFY_DONE(review().decline(m_site->first, *proposal, "the participant is sure"));
        const auto state = m_site->state(m_site->first);
        QCOMPARE(state->proposals[*proposal].decision, ledger::ProposalState::Decision::Declined);
        QCOMPARE(state->proposals[*proposal].decisionReason, QString("the participant is sure"));
        QCOMPARE(number(state->assessments[mood].scores, "total"), 4);
    }
    void answerThatChangedMeanwhile_isNotApproved() {
        m_site->as("uma");
        const auto proposal = review().propose(change("dose", 40, drug));
        VERIFY_DONE(proposal);
        VERIFY_DONE(review().correct(change("dose", 30, drug)));
        m_site->as("ivan");
        VERIFY_DONE(review().unblind(m_site->first, "emergency", "convulsions"));
        VERIFY_REFUSED(review().approve(m_site->first, *proposal), "has changed since");
    }
    void correction_mustFitItsQuestion_data() {
        QTest::addColumn<QString>("item");
        QTest::addColumn<QJsonValue>("answer");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("field");
        QTest::newRow("not a choice") << "q1" << QJsonValue(4) << "x" << "/answer";
        QTest::newRow("a text") << "q1" << QJsonValue("two") << "x" << "/answer";
        QTest::newRow("the same") << "q1" << QJsonValue(1) << "x" << "/answer";
        QTest::newRow("no such question") << "q77" << QJsonValue(1) << "x" << "/item";
        QTest::newRow("no reason") << "q1" << QJsonValue(2) << "" << "/reason";
        QTest::newRow("ten thousand characters") << "q1" << QJsonValue(2) << QString(10'000, u'x') << "/reason";
        QTest::newRow("writing turned round") << "q1" << QJsonValue(2) << QString::fromUtf8("ab\u202Ecd") << "/reason";
        QTest::newRow("a control character") << "q1" << QJsonValue(2) << QString::fromUtf8("ab\x07") << "/reason";
    }
    void correction_mustFitItsQuestion() {
        QFETCH(QString, item);
        QFETCH(QJsonValue, answer);
        QFETCH(QString, reason);
        m_site->as("nora");
        const auto before = eventCount(m_site->first);
        QTEST(field(review().propose({m_site->first, mood, item, answer, reason})), "field");
        QCOMPARE(eventCount(m_site->first), before);
    }
    void hiddenQuestion_isNotCorrected() {
        // "volume of placebo" is asked where the drug is the placebo.
        m_site->as("uma");
        QCOMPARE(field(review().correct(change("volume_ml", 50, drug))), QString("/item"));
        VERIFY_DONE(review().correct(change("drug", 7, drug)));
        VERIFY_DONE(review().correct(change("volume_ml", 50, drug)));
    }
    void firedRule_raisesItsAlert_andAnOldAlertStays() {
        m_site->as("nora");
        const auto up = review().propose(change("q9", 1));
        m_site->as("iris");
        VERIFY_DONE(review().approve(m_site->first, *up));
        auto alerts = m_site->state(m_site->first)->alerts;
        QCOMPARE(alerts.size(), 1);
        QCOMPARE(alerts.first().rule, QString("item9"));
        QVERIFY(m_site->vault->deviceFolder().alertWaits());
        const auto down = review().propose(change("q9", 0));
        m_site->as("ivan");
        VERIFY_DONE(review().approve(m_site->first, *down));
        QCOMPARE(m_site->state(m_site->first)->alerts.size(), 1);
        QCOMPARE(m_site->vault->openAlerts()->size(), 1);
    }

    // Void and reassign.
    void wrongTimepoint_movesAsItWas() {
        m_site->as("iris");
        VERIFY_DONE(review().reassign(m_site->first, sleep1, {m_site->first, "POD2"}, "night 2 was meant"));
        const auto state = m_site->state(m_site->first);
        QVERIFY(!state->assessment(sleep1));
        const ledger::AssessmentKey there{"POD2", "nrs-sleep", 1};
        QVERIFY(state->assessment(there));
        QCOMPARE(number(state->assessments[there].scores, "value"), 7);
        QCOMPARE(state->assessments[there].submittedBy, QString("participant"));
        QCOMPARE(state->voided.size(), 1);
        QCOMPARE(state->voided.first().toAssessment, there);
        QVERIFY(review().unplaced(m_site->first)->isEmpty());
        QVERIFY(m_site->vault->verify());
    }
    void wrongParticipant_takesTimesHandsAndAlertsAlong() {
        m_site->write(m_site->first, {ledger::AlertRaised{mood, "item9", "q9"}}, vault::participantActor);
        m_site->as("iris");
        const auto before = m_site->state(m_site->first)->assessments[mood];
        const auto eventsBefore = eventCount(m_site->first);
        VERIFY_DONE(review().reassign(m_site->first, mood, {m_site->second, "BL"}, "the tablets were swapped"));
        const auto source = m_site->state(m_site->first);
        const auto target = m_site->state(m_site->second);
        QVERIFY(!source->assessment(mood));
        const ledger::AssessmentState& there = target->assessments[mood];
        QCOMPARE(there.scores, before.scores);
        QCOMPARE(there.submittedAt, before.submittedAt);
        QCOMPARE(there.definition, before.definition);
        QCOMPARE(there.answers["q3"].actor, QString("participant"));
        QCOMPARE(there.reassignedFrom, m_site->first);
        QCOMPARE(source->alerts.size(), 1); // it stays where it was raised, and is shown at both
        const auto alerts = review().alertsAbout(*target, there);
        QCOMPARE(alerts->size(), 1);
        QVERIFY(alerts->first().raisedElsewhere);
        QVERIFY(eventCount(m_site->first) > eventsBefore); // nothing is taken out
        QVERIFY(m_site->vault->verify());
        // The projections are what folding everything again gives.
        const auto digest = m_site->vault->projectionDigest();
        QCOMPARE(*m_site->vault->rebuild(), *digest);
    }
    void crashBetweenTheTwo_leavesOneThatCanStillBePlaced() {
        m_site->write(m_site->first, {ledger::Voided{mood, "swapped", m_site->second, mood}},
                      {"iris", "investigator"}); // and the tablet died
        m_site->as("iris");
        const auto waiting = review().unplaced(m_site->first);
        QCOMPARE(waiting->size(), 1);
        VERIFY_DONE(review().place(m_site->first, waiting->first(), {m_site->second, "BL"}, "swapped"));
        QVERIFY(m_site->state(m_site->second)->assessment(mood));
        QVERIFY(review().unplaced(m_site->first)->isEmpty());
        VERIFY_REFUSED(review().place(m_site->first, waiting->first(), {m_site->second, "BL"}, "again"),
                       "stands there already");
    }
    void movedOnAgain_isNotLeftWaiting() {
        m_site->as("iris");
        VERIFY_DONE(review().reassign(m_site->first, sleep1, {m_site->second, "POD1"}, "swapped"));
        VERIFY_DONE(review().reassign(m_site->second, sleep1, {m_site->second, "POD2"}, "and of night 2"));
        QVERIFY(review().unplaced(m_site->first)->isEmpty());
        QVERIFY(review().unplaced(m_site->second)->isEmpty());
    }
    void correctionsAndOriginals_moveAlong() {
        m_site->as("nora");
        const auto proposal = review().propose(change("q1", 3));
        m_site->as("iris");
        VERIFY_DONE(review().approve(m_site->first, *proposal));
        VERIFY_DONE(review().reassign(m_site->first, mood, {m_site->second, "BL"}, "swapped"));
        const auto there = m_site->state(m_site->second)->assessments[mood];
        QCOMPARE(there.submittedAnswer("q1"), QJsonValue(1));
        QCOMPARE(number(there.submittedScores, "total"), 4);
        QCOMPARE(number(there.scores, "total"), 6);
    }
    void reassigning_needsAFreePlaceThatAsksTheSame_data() {
        QTest::addColumn<QString>("timepoint");
        QTest::addColumn<int>("sequence");
        QTest::addColumn<QString>("words");
        QTest::newRow("taken") << "BL" << 1 << "has been begun";
        QTest::newRow("not asked there") << "PACU" << 1 << "is not asked";
        QTest::newRow("no such timepoint") << "POD99" << 1 << "no such timepoint";
        QTest::newRow("no such sequence") << "BL" << 2 << "no such timepoint";
    }
    void reassigning_needsAFreePlaceThatAsksTheSame() {
        QFETCH(QString, timepoint);
        QFETCH(int, sequence);
        QFETCH(QString, words);
        m_site->give(m_site->second, mood, {{"q1", 0}}, "self", "2026-11-20T10:00+08:00");
        m_site->as("iris");
        const auto tried = review().reassign(m_site->first, mood, {m_site->second, timepoint, sequence}, "swapped");
        VERIFY_REFUSED(tried, qPrintable(words));
        QVERIFY(m_site->state(m_site->first)->assessment(mood)); // nothing was voided
    }
    void nobodysAssessment_isVoided() {
        m_site->as("iris");
        VERIFY_DONE(review().voidAssessment(m_site->first, mood, "a test of the tablet"));
        QVERIFY(m_site->state(m_site->first)->voided.first().toParticipant.isNull());
        QVERIFY(review().unplaced(m_site->first)->isEmpty());
    }

    // Queries, verification, signatures.
    void query_isRaisedAnsweredAndClosed() {
        m_site->as("mona");
        const auto query = review().raiseQuery(m_site->first, mood, "q1", "Is this the first week?");
        VERIFY_DONE(query);
        VERIFY_REFUSED(review().answerQuery(m_site->first, *query, "x"), "may not answer");
        m_site->as("nora");
        VERIFY_DONE(review().answerQuery(m_site->first, *query, "Yes, she said so."));
        VERIFY_REFUSED(review().closeQuery(m_site->first, *query, {}), "may not raise");
        m_site->as("dana");
        VERIFY_DONE(review().closeQuery(m_site->first, *query, {}));
        VERIFY_REFUSED(review().answerQuery(m_site->first, *query, "x"), "may not answer");
        const auto state = m_site->state(m_site->first)->queries[*query];
        QCOMPARE(state.answeredBy, QString("nora"));
        QCOMPARE(state.closedBy, QString("dana"));
    }
    void sourceVerified_onceUntilItChanges() {
        m_site->as("mona");
        VERIFY_DONE(review().verifySource(m_site->first, mood));
        VERIFY_REFUSED(review().verifySource(m_site->first, mood), "mona has verified");
        m_site->as("nora");
        const auto proposal = review().propose(change("q1", 3));
        m_site->as("iris");
        VERIFY_DONE(review().approve(m_site->first, *proposal));
        QVERIFY(!m_site->state(m_site->first)->assessments[mood].verifiedAt.isValid());
    }
    void signature_needsThePassphrase_andBreaksVisibly() {
        m_site->as("iris");
        const auto wrong = review().sign(m_site->first, mood, "reviewed", crypto::Secret(QByteArrayView("not this")));
        QCOMPARE(field(wrong), QString("/passphrase"));
        QVERIFY(m_site->state(m_site->first)->signatures.isEmpty());
        VERIFY_DONE(review().sign(m_site->first, mood, "reviewed", crypto::Secret(passphrase)));
        VERIFY_DONE(review().signRecord(m_site->first, "complete and true", crypto::Secret(passphrase)));
        VERIFY_DONE(review().signStudy("complete", crypto::Secret(passphrase)));
        VERIFY_REFUSED(review().sign(m_site->first, mood, "again", crypto::Secret(passphrase)), "have signed it");
        auto state = m_site->state(m_site->first);
        QCOMPARE(state->signatures[0].by, QString("iris"));
        QCOMPARE(state->signatures[0].meaning, QString("reviewed"));
        QVERIFY(!desk::isStudySignatureBroken(m_site->vault->deviceState(), *state));
        m_site->clock.advance(std::chrono::minutes(1));
        m_site->as("nora");
        const auto proposal = review().propose(change("q1", 3));
        m_site->as("ivan");
        VERIFY_DONE(review().approve(m_site->first, *proposal));
        state = m_site->state(m_site->first);
        QVERIFY(state->signatures[0].brokenAt.isValid() && state->signatures[1].brokenAt.isValid());
        QVERIFY(desk::isStudySignatureBroken(m_site->vault->deviceState(), *state));
    }

    // Freezing and locking.
    void lockedData_refuseEveryWrite_inWords_data() {
        QTest::addColumn<bool>("wholeStudy");
        QTest::addColumn<QString>("to");
        for (const char* to : {"frozen", "locked"})
            for (const bool study : {false, true})
                QTest::addRow("%s %s", to, study ? "study" : "participant") << study << QString::fromLatin1(to);
    }
    void lockedData_refuseEveryWrite_inWords() {
        QFETCH(bool, wholeStudy);
        QFETCH(QString, to);
        m_site->as("nora");
        const auto proposal = review().propose(change("q1", 3));
        m_site->as("dana");
        VERIFY_DONE(wholeStudy ? review().setStudyDataState(to, "clean")
                               : review().setDataState(m_site->first, to, "clean"));
        const QByteArray words = "the data are " + to.toUtf8();
        m_site->as("uma");
        VERIFY_REFUSED(review().correct(change("dose", 30, drug)), words);
        m_site->as("nora");
        VERIFY_REFUSED(review().propose(change("q2", 3)), words);
        m_site->as("iris");
        VERIFY_REFUSED(review().approve(m_site->first, *proposal), words);
        VERIFY_REFUSED(review().decline(m_site->first, *proposal, "no"), words);
        VERIFY_REFUSED(review().reassign(m_site->first, mood, {m_site->second, "BL"}, "x"), words);
        VERIFY_REFUSED(review().reassign(m_site->second, mood, {m_site->first, "BL"}, "x"),
                       wholeStudy ? words.constData() : "there is no such assessment");
        const auto signature = review().sign(m_site->first, mood, "reviewed", crypto::Secret(passphrase));
        QCOMPARE(signature.has_value(), to == "frozen"); // frozen is when they are signed
        m_site->as("mona");
        QCOMPARE(review().verifySource(m_site->first, mood).has_value(), to == "frozen");
        QVERIFY(review().raiseQuery(m_site->first, mood, {}, "why?")); // a question changes no data
    }
    void unlocking_isTheDataManagers() {
        m_site->as("iris");
        VERIFY_DONE(review().setDataState(m_site->first, "frozen", "before signing"));
        VERIFY_REFUSED(review().setDataState(m_site->first, "locked", "done"), "may not lock");
        m_site->as("dana");
        VERIFY_REFUSED(review().setDataState(m_site->first, "locked", ""), "write something");
        VERIFY_DONE(review().setDataState(m_site->first, "locked", "done"));
        m_site->as("iris");
        VERIFY_REFUSED(review().setDataState(m_site->first, "open", "one more thing"), "may not lock");
        m_site->as("dana");
        VERIFY_DONE(review().setDataState(m_site->first, "open", "one more thing"));
        QCOMPARE(m_site->state(m_site->first)->dataState, QString("open"));
        QCOMPARE(field(review().setDataState(m_site->first, "ajar", "x")), QString("/state"));
    }

    // What waits, of everybody.
    void waitingReview_isCountedAndListed_forWhoLooksAfterIt() {
        using Kind = vault::ReviewWait::Kind;
        const auto counts = [&](const char* name) {
            m_site->as(name);
            QList<int> all;
            const auto found = desk::ReviewWork(*m_site->vault).counts();
            for (const Kind kind : {Kind::Query, Kind::Answered, Kind::Proposal})
                all += found ? found->value(kind) : -1;
            return all;
        };
        const QList<int> nothing{0, 0, 0};
        QCOMPARE(counts("mona"), nothing);
        const auto query = review().raiseQuery(m_site->first, mood, "q1", "Is this right?");
        VERIFY_DONE(query);
        m_site->as("dana");
        VERIFY_DONE(review().raiseQuery(m_site->first, drug, "dose", "In mg?"));
        m_site->clock.advance(std::chrono::minutes(1));
        m_site->as("iris");
        const auto proposal = review().propose(change("q1", 3));
        VERIFY_DONE(proposal);
        QCOMPARE(counts("nora"), (QList<int>{1, 0, 0})); // not the one that would tell her the arm
        QCOMPARE(counts("uma"), (QList<int>{2, 0, 0}));
        QCOMPARE(counts("dana"), (QList<int>{2, 0, 0}));
        QCOMPARE(counts("iris"), (QList<int>{1, 0, 0})); // who proposed it does not decide on it
        QCOMPARE(counts("ivan"), (QList<int>{1, 0, 1}));
        QCOMPARE(counts("anna"), nothing); // an administrator does none of it
        const auto listed = [&] { return *desk::ReviewWork(*m_site->vault).waiting(0, 10); };
        m_site->as("ivan");
        QCOMPARE(listed().size(), 2);
        QCOMPARE(listed().constFirst().kind, Kind::Query); // the longest waiting first
        QCOMPARE(listed().constFirst().by, QString("mona"));
        QCOMPARE(listed().constFirst().subject, QString("SYN-001"));
        QVERIFY(listed().constLast().assessment == mood && listed().constLast().id == *proposal);
        QCOMPARE(desk::ReviewWork(*m_site->vault).waiting(1, 10)->size(), 1);
        m_site->as("nora");
        VERIFY_DONE(review().answerQuery(m_site->first, *query, "It is."));
        QCOMPARE(counts("nora"), nothing);
        QCOMPARE(counts("mona"), (QList<int>{0, 1, 0}));
        VERIFY_DONE(review().closeQuery(m_site->first, *query, {}));
        QCOMPARE(counts("mona"), nothing);
        m_site->as("ivan");
        VERIFY_DONE(review().approve(m_site->first, *proposal));
        QCOMPARE(counts("ivan"), nothing);
        VERIFY_DONE(m_site->vault->rebuild());
        QCOMPARE(counts("uma"), (QList<int>{1, 0, 0}));
        QVERIFY(listed().constFirst().stands);
        m_site->write(m_site->first, {ledger::Voided{drug, "a test", {}, {}}}, {"uma", "unblindedNurse"},
                      ledger::BodyClass::Unblinding);
        QVERIFY(!listed().constFirst().stands);
    }

    // Unblinding.
    void unblinding_opensThisParticipantToThisPerson() {
        m_site->as("iris");
        VERIFY_REFUSED(review().raiseQuery(m_site->first, drug, {}, "x"), "may not raise");
        VERIFY_REFUSED(review().sign(m_site->first, drug, "reviewed", crypto::Secret(passphrase)), "tell the arm");
        VERIFY_REFUSED(review().unblind(m_site->first, "curious", "x"), "emergency or planned");
        VERIFY_REFUSED(review().unblind(m_site->first, "emergency", ""), "write something");
        VERIFY_DONE(review().unblind(m_site->first, "emergency", "convulsions"));
        VERIFY_DONE(review().sign(m_site->first, drug, "reviewed", crypto::Secret(passphrase)));
        const auto state = m_site->state(m_site->first);
        QCOMPARE(state->unblindings[0].first, QString("emergency"));
        QCOMPARE(state->unblindings[0].second.by, QString("iris"));
        QVERIFY(!desk::seesUnblinding(*m_site->vault, *m_site->state(m_site->second)));
        m_site->as("ivan");
        QVERIFY(!desk::seesUnblinding(*m_site->vault, *state));
        m_site->as("nora");
        VERIFY_REFUSED(review().unblind(m_site->first, "emergency", "x"), "may not unblind");
    }
    void blindedPerson_touchesNothingOfClassUnblinding() {
        m_site->as("dana");
        const auto query = review().raiseQuery(m_site->first, drug, "drug_name", "Which batch?");
        VERIFY_DONE(query);
        m_site->as("nora");
        VERIFY_REFUSED(review().correct(change("dose", 30, drug)), "tell the arm");
        VERIFY_REFUSED(review().propose(change("dose", 30, drug)), "tell the arm");
        VERIFY_REFUSED(review().answerQuery(m_site->first, *query, "x"), "no such query");
        m_site->as("mona");
        VERIFY_REFUSED(review().raiseQuery(m_site->first, drug, {}, "x"), "tell the arm");
        VERIFY_REFUSED(review().verifySource(m_site->first, drug), "tell the arm");
        m_site->as("iris");
        VERIFY_REFUSED(review().reassign(m_site->first, drug, {m_site->second, "POD1"}, "x"), "tell the arm");
    }

    void everyAction_isItsRoles_data() {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QStringList>("may");
        // By the table of roles (account/Roles.h).
        QTest::newRow("nurse") << "nora" << QStringList{"correct", "propose", "answer"};
        QTest::newRow("unblinded nurse") << "uma" << QStringList{"correct", "propose", "answer", "unblind"};
        QTest::newRow("investigator") << "iris" << QStringList{"correct", "propose", "decide", "void",
                                                               "answer",  "sign",    "freeze", "unblind"};
        QTest::newRow("data manager") << "dana" << QStringList{"propose", "raise", "verify", "freeze", "lock"};
        QTest::newRow("monitor") << "mona" << QStringList{"raise", "verify"};
        QTest::newRow("administrator") << "anna" << QStringList{};
    }
    void everyAction_isItsRoles() {
        QFETCH(QString, who);
        QFETCH(QStringList, may);
        m_site->as(who);
        const QUuid nothing;
        const auto passed = [](const auto& result) { // beyond the role: done, or another complaint
            return result.has_value() || !result.error().toString().contains(QLatin1String("may not"));
        };
        const QMap<QString, bool> could{
            {"correct", passed(review().correct(change("q1", 3)))},
            {"propose", passed(review().propose(change("q1", 77)))},
            {"decide", passed(review().decline(m_site->first, nothing, "x"))},
            {"void", passed(review().voidAssessment(m_site->first, mood, ""))},
            {"raise", passed(review().raiseQuery(m_site->first, mood, {}, ""))},
            {"answer", passed(review().answerQuery(m_site->first, nothing, "x"))},
            {"verify", passed(review().verifySource(m_site->first, {"BL", "gad7", 1}))},
            {"sign", passed(review().sign(m_site->first, mood, "", crypto::Secret(passphrase)))},
            {"freeze", passed(review().setDataState(m_site->first, "frozen", ""))},
            {"lock", passed(review().setDataState(m_site->first, "locked", ""))},
            {"unblind", passed(review().unblind(m_site->first, "planned", ""))}};
        QStringList found;
        for (auto it = could.begin(); it != could.end(); ++it)
            if (*it)
                found.append(it.key());
        may.sort();
        QCOMPARE(found, may);
        // What is refused is remembered.
        const auto device = m_site->vault->events(ledger::deviceStream);
        int refusals = 0;
        for (const ledger::Event& event : *device)
            refusals += std::holds_alternative<ledger::Refused>(event.fact) ? 1 : 0;
        QCOMPARE(refusals, static_cast<int>(could.size() - may.size()));
    }
};

QTEST_APPLESS_MAIN(TestReview)
#include "tst_review.moc"

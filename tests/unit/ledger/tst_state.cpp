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

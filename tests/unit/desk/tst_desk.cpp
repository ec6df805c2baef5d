#include "core/Ids.h"
#include "desk/Worklist.h"
#include "support/TestVault.h"

#include <QJsonObject>

using namespace serein;
using namespace serein::test;
using account::Role;

class TestDesk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void enrolment_refusesWhatDoesNotFit_data() {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("another pattern") << "X-1" << "en" << "1957" << "/subject";
        QTest::newRow("taken") << "SYN-001" << "en" << "1957" << "/subject";
        QTest::newRow("language") << "SYN-002" << "fr" << "1957" << "/language";
        QTest::newRow("second identifier") << "SYN-002" << "en" << "57" << "/secondIdentifier";
    }
    void enrolment_refusesWhatDoesNotFit() {
        QFETCH(QString, subject);
        QFETCH(QString, language);
        QFETCH(QString, second);
        QFETCH(QString, pointer);
        TestVault test;
        test.enrol("SYN-001");
        const auto enrolled = test.desk().enrol({subject, language, second, {}, {}, {}});
        QVERIFY(!enrolled);
        QCOMPARE(enrolled.error().exitStatus(), 2);
        QCOMPARE(enrolled.error().faults.constFirst().pointer, pointer);
        QCOMPARE(test.vault->participants()->size(), 1);
    }
    void anchor_isSetOnce_thenMovedOrCorrectedWithAReason() {
        TestVault test;
        const QUuid participant = test.enrol();
        const QDateTime at = test.clock.now();
        QVERIFY(!test.desk().moveAnchor(participant, "incision", at, "postponed"));
        VERIFY_DONE(test.desk().setAnchor(participant, "incision", at));
        QVERIFY(!test.desk().setAnchor(participant, "incision", at));
        QVERIFY(!test.desk().setAnchor(participant, "noSuchAnchor", at));
        QVERIFY(!test.desk().moveAnchor(participant, "incision", at, " "));
        VERIFY_DONE(test.desk().moveAnchor(participant, "incision", at.addDays(5), "fever"));
        VERIFY_DONE(test.desk().correctAnchor(participant, "incision", at.addDays(5).addSecs(60), "mistyped"));
        VERIFY_DONE(test.desk().revokeAnchor(participant, "incision", "cancelled"));
        QVERIFY((*test.vault->participant(participant))->anchors.isEmpty());
    }
    void worklist_saysWhoIsDue_byWhatClosesSoonest() {
        TestVault test;
        const QUuid first = test.enrol("SYN-001");
        const QUuid second = test.enrol("SYN-002");
        QVERIFY(test.desk().setAnchor(first, "consent", test.clock.now()));
        QVERIFY(test.desk().setAnchor(second, "consent", test.clock.now().addSecs(-3600)));
        const auto work = test.desk().worklist();
        VERIFY_DONE(work);
        QCOMPARE(work->at(0).subject, QString("SYN-002")); // consented earlier, so its window closes sooner
        QCOMPARE(work->at(0).timepoint, QString("BL"));
        QCOMPARE(work->at(0).state, desk::WorkState::Due);
        QCOMPARE(work->at(1).subject, QString("SYN-001"));
        QCOMPARE(work->constLast().state, desk::WorkState::Unscheduled); // no surgery yet
    }
    void worklist_movesThroughItsStates() {
        TestVault test;
        const QUuid participant = test.enrol();
        QVERIFY(test.desk().setAnchor(participant, "incision", *parseInstant("2026-11-20T10:00+08:00")));
        const auto pod1 = [&] {
            const QList<desk::WorkItem> work = *test.desk().workOf(participant);
            for (const desk::WorkItem& item : work)
                if (item.timepoint == "POD1")
                    return item.state;
            return desk::WorkState::Unscheduled;
        };
        QCOMPARE(pod1(), desk::WorkState::Upcoming);
        test.clock.set(*parseInstant("2026-11-21T06:00+08:00"));
        QCOMPARE(pod1(), desk::WorkState::Due);
        test.clock.set(*parseInstant("2026-11-21T10:00+08:00")); // closes at ten, exclusive
        QCOMPARE(pod1(), desk::WorkState::Overdue);
    }
    void handOver_checksWhoThisIs() {
        TestVault test;
        const QUuid participant = test.enrol();
        QVERIFY(test.desk().setAnchor(participant, "consent", test.clock.now()));
        const auto mismatch = test.desk().handOver({participant, "BL", "1958", "self", "en", {}, {}});
        QCOMPARE(mismatch.error().faults.constFirst().pointer, QString("/secondIdentifier"));
        QVERIFY(!mismatch.error().toString().contains("1957")); // never shows the right one
        QVERIFY(!*test.vault->handedOverTo());
        QVERIFY(!test.desk().handOver({participant, "BL", "1957", "shouting", "en", {}, {}}));
        QVERIFY(!test.desk().handOver({participant, "NOWHERE", "1957", "self", "en", {}, {}}));
        VERIFY_DONE(test.desk().handOver({participant, "BL", "1957", "self", "en", {}, {}}));
        QCOMPARE(**test.vault->handedOverTo(), participant);
        VERIFY_DONE(test.desk().takeBack("anna", "pin"));
        QVERIFY(!*test.vault->handedOverTo());
        // Vouched for at once, the hand-back itself among it.
        const ledger::Head last = test.vault->heads(idText(participant))->constFirst();
        const auto named = *test.vault->vouched(test.vault->device(), test.vault->device(), idText(participant));
        QVERIFY(named && named->head.sequence == last.sequence && named->head.hash == last.hash);
    }
    void role_isCheckedAndTheRefusalIsAnEvent() {
        TestVault test({Role::Administrator});
        VERIFY_DONE(test.desk().addAccount("mo", {Role::Monitor}, crypto::Secret("another long passphrase"), cheap));
        VERIFY_DONE(test.reopen("mo", "another long passphrase"));
        const auto enrolled = test.desk().enrol({"SYN-001", "en", "1957", {}, {}, {}});
        QCOMPARE(enrolled.error().exitStatus(), 3);
        QCOMPARE(enrolled.error().toString(), QString("error: mo (monitor) may not enrol a participant"));
        const auto events = test.vault->stream(ledger::deviceStream);
        QCOMPARE(ledger::Header::fromBytes(events->constLast().header)->kind, QString("refused"));
        QVERIFY(test.desk().worklist());
        QVERIFY(!test.desk().addAccount("x1", {Role::Nurse}, crypto::Secret("another long passphrase"), cheap));
    }
    void lastAdministrator_isNeverDisabled() {
        TestVault test;
        QCOMPARE(test.desk().disableAccount("anna", "left the site").error().exitStatus(), 3);
        VERIFY_DONE(
            test.desk().addAccount("bo", {Role::Administrator}, crypto::Secret("another long passphrase"), cheap));
        VERIFY_DONE(test.desk().disableAccount("anna", "left the site"));
        QCOMPARE(test.desk().disableAccount("anna", "left the site").error().exitStatus(), 2);
        QCOMPARE(test.reopen().error().exitStatus(), 3);
        VERIFY_DONE(test.reopen("bo", "another long passphrase"));
        QCOMPARE(test.desk().disableAccount("bo", "left the site").error().exitStatus(), 3);
    }
    void backEntry_scoresAndAlertsAsOnScreen() {
        TestVault test;
        const QUuid participant = test.enrol();
        VERIFY_DONE(test.desk().setAnchor(participant, "consent", test.clock.now()));
        instrument::Answers answers;
        for (int i = 1; i <= 9; ++i)
            answers.insert(QStringLiteral("q%1").arg(i), instrument::AnswerValue(Decimal(1)));
        const auto scores = test.desk().record({participant, "BL", "phq9", 1, "interview", answers, {}});
        VERIFY_DONE(scores);
        QCOMPARE(std::get<Decimal>((*scores)["total"].value), Decimal(9));
        QCOMPARE((*scores)["total"].band, QString("mild")); // 5–9, Kroenke 2001
        QCOMPARE(test.vault->openAlerts()->size(), 1);
        QVERIFY(!test.desk().record({participant, "BL", "phq9", 1, "interview", answers, {}}));   // once
        QVERIFY(!test.desk().record({participant, "POD1", "phq9", 1, "interview", answers, {}})); // not asked there
        VERIFY_DONE(test.vault->verify());
    }
};

QTEST_GUILESS_MAIN(TestDesk)
#include "tst_desk.moc"

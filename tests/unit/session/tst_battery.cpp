#include "desk/Alerting.h"
#include "session/Battery.h"
#include "support/TestVault.h"

#include <QJsonObject>

using namespace serein;
using namespace serein::test;
using instrument::AnswerValue;
using session::Battery;
using session::Stage;

class TestBattery : public QObject {
    Q_OBJECT
    static std::unique_ptr<Battery> resume(TestVault& test, const QUuid& participant) {
        auto battery = Battery::resume(*test.vault, participant);
        if (!battery)
            qFatal("%s", qPrintable(battery.error().toString()));
        return *std::move(battery);
    }
    /// The lowest value this item allows, in its own type.
    static instrument::Answer lowest(const instrument::Item& item) {
        if (!item.choices.isEmpty())
            return AnswerValue(item.choices.constFirst().value);
        return AnswerValue(item.min.value_or(Decimal(0)));
    }
    static void answerAll(Battery& battery, const instrument::Answers& chosen = {}) {
        QVERIFY(battery.begin());
        while (battery.stage() == Stage::Item) {
            const QString id = battery.item().id;
            QVERIFY(battery.give(chosen.value(id, lowest(battery.item()))));
            QVERIFY(battery.next());
        }
    }

private Q_SLOTS:
    void begin_showsTheFirstItem_withNothingChosen() {
        TestVault test;
        const QUuid participant = test.handOver();
        const auto battery = resume(test, participant);
        QCOMPARE(battery->stage(), Stage::Breath);
        VERIFY_DONE(battery->begin());
        QCOMPARE(battery->stage(), Stage::Item);
        QCOMPARE(battery->itemNumber(), 1);
        QVERIFY(std::holds_alternative<std::monostate>(battery->answer(battery->item().id)));
    }
    void answering_doesNotAdvanceThePage() {
        TestVault test;
        const auto battery = resume(test, test.handOver());
        QVERIFY(battery->begin());
        const QString item = battery->item().id;
        VERIFY_DONE(battery->give(lowest(battery->item())));
        QCOMPARE(battery->item().id, item);
        QVERIFY(battery->give(instrument::Declined{}));
        QVERIFY(std::holds_alternative<instrument::Declined>(battery->answer(item)));
        QVERIFY(battery->back()); // the first page has none before it
        QCOMPARE(battery->item().id, item);
    }
    void interruption_anywhere_resumesAtTheSamePlace() {
        TestVault test;
        const QUuid participant = test.handOver();
        auto battery = resume(test, participant);
        QVERIFY(battery->begin());
        for (int step = 0; battery->stage() == Stage::Item; ++step) {
            const QString item = battery->item().id;
            QVERIFY(battery->give(lowest(battery->item())));
            if (step % 3 == 0) {
                battery.reset();
                VERIFY_DONE(test.reopen());
                battery = resume(test, participant);
                QCOMPARE(battery->item().id, item);
                QVERIFY(std::holds_alternative<AnswerValue>(battery->answer(item)));
            }
            QVERIFY(battery->next());
        }
        QCOMPARE(battery->stage(), Stage::Review);
        battery.reset();
        VERIFY_DONE(test.reopen());
        battery = resume(test, participant);
        QCOMPARE(battery->stage(), Stage::Review);
    }
    void review_jumpsToAnItemAndBack() {
        TestVault test;
        const auto battery = resume(test, test.handOver());
        answerAll(*battery);
        QCOMPARE(battery->stage(), Stage::Review);
        VERIFY_DONE(battery->goTo(battery->shownItems().at(1)));
        QCOMPARE(battery->itemNumber(), 2);
        VERIFY_DONE(battery->next());
        QCOMPARE(battery->stage(), Stage::Review);
        VERIFY_DONE(battery->back());
        QCOMPARE(battery->itemNumber(), battery->itemCount());
    }
    void submit_storesScoresAndGoesOnToTheNextInstrument() {
        TestVault test;
        const QUuid participant = test.handOver();
        const auto battery = resume(test, participant);
        const QString first = battery->instrument().id;
        answerAll(*battery);
        VERIFY_DONE(battery->submit());
        QCOMPARE(battery->stage(), Stage::Breath);
        QCOMPARE(battery->instrumentNumber(), 2);
        const auto state = *test.vault->participant(participant);
        const auto& submitted = state->assessments[{"BL", first, 1}];
        QCOMPARE(submitted.status, ledger::AssessmentStatus::Submitted);
        QVERIFY(!submitted.scores.isEmpty());
        QCOMPARE((*test.vault->vouched(test.vault->device(), test.vault->device(), idText(participant)))->head.sequence,
                 static_cast<qint64>(test.vault->stream(idText(participant))->size()));
    }
    void wholeBattery_endsAtClosing() {
        TestVault test;
        const QUuid participant = test.handOver();
        const auto battery = resume(test, participant);
        for (int i = 0; battery->stage() == Stage::Breath && i < 20; ++i) {
            answerAll(*battery);
            VERIFY_DONE(battery->submit());
        }
        QCOMPARE(battery->stage(), Stage::Closing);
        QVERIFY(!battery->alertFired());
        QCOMPARE(resume(test, participant)->stage(), Stage::Closing);
    }
    void suicidalAnswer_firesOnEntry_andStaysThoughItIsChanged() {
        TestVault test;
        const QUuid participant = test.handOver();
        auto battery = resume(test, participant);
        while (battery->instrument().id != "phq9") {
            answerAll(*battery);
            QVERIFY(battery->submit());
        }
        QVERIFY(battery->begin());
        while (battery->item().id != "q9") {
            QVERIFY(battery->give(AnswerValue(Decimal(0))));
            QVERIFY(battery->next());
        }
        QVERIFY(test.vault->openAlerts()->isEmpty());
        VERIFY_DONE(battery->give(AnswerValue(Decimal(1))));
        QCOMPARE(test.vault->openAlerts()->size(), 1);
        QVERIFY(vault::Vault::inspect(test.place())->alertWaits); // the lock screen calls staff
        VERIFY_DONE(battery->give(AnswerValue(Decimal(0))));
        QCOMPARE(test.vault->openAlerts()->size(), 1);
        VERIFY_DONE(battery->give(AnswerValue(Decimal(2))));
        QCOMPARE(test.vault->openAlerts()->size(), 1); // one alert a rule and assessment
        QVERIFY(battery->alertFired());
        battery.reset();
        VERIFY_DONE(test.reopen());
        const auto alert = test.vault->openAlerts()->constFirst();
        QCOMPARE(desk::Alerting(*test.vault).acknowledge(alert.participant, alert.id, "  ").error().exitStatus(), 2);
        VERIFY_DONE(desk::Alerting(*test.vault)
                        .acknowledge(alert.participant, alert.id, "Stayed with her; psychiatrist called"));
        QVERIFY(test.vault->openAlerts()->isEmpty());
        QVERIFY(!vault::Vault::inspect(test.place())->alertWaits);
    }
    void itemLeftUnanswered_firesAtTheBreak_onlyWhenItWasShown() {
        TestVault test;
        auto battery = resume(test, test.handOver());
        while (battery->instrument().id != "phq9") {
            answerAll(*battery);
            QVERIFY(battery->submit());
        }
        QVERIFY(battery->begin());
        VERIFY_DONE(battery->pause());
        QVERIFY(test.vault->openAlerts()->isEmpty()); // question 9 was not reached
        while (battery->item().id != "q9")
            QVERIFY(battery->next());
        VERIFY_DONE(battery->pause());
        QCOMPARE(test.vault->openAlerts()->size(), 1);
    }
    void leftOpenPastItsWindow_endsEarly_scoresAbsentWithAReason() {
        TestVault test;
        const QUuid participant = test.enrol();
        QVERIFY(test.desk().setAnchor(participant, "consent", test.clock.now()));
        QVERIFY(test.desk().setAnchor(participant, "incision", *parseInstant("2026-11-20T10:00+08:00")));
        test.clock.set(*parseInstant("2026-11-21T06:30+08:00"));
        VERIFY_DONE(test.desk().handOver({participant, "POD1", "1957", "self", "zh-CN", {}, {}}));
        auto battery = resume(test, participant);
        QVERIFY(battery->begin());
        const QString first = battery->instrument().id;
        battery.reset();
        test.clock.set(*parseInstant("2026-11-22T07:00+08:00"));
        battery = resume(test, participant);
        const auto ended = (*test.vault->participant(participant))->assessments[{"POD1", first, 1}];
        QCOMPARE(ended.status, ledger::AssessmentStatus::EndedEarly);
        for (const QJsonValue score : ended.scores) {
            QVERIFY(score.toObject()["value"].isNull());
            QCOMPARE(score.toObject()["status"].toString(), QString("missing"));
        }
        QVERIFY(battery->instrument().id != first);
        // What the night would have said is not known; it is not a no.
        for (const study::Endpoint& endpoint : test.vault->study().endpoints)
            QCOMPARE(study::evaluate(endpoint, {{"POD1", {{first, {}}}}}).overall, study::Ternary::Unknown);
        QVERIFY(!test.vault->study().endpoints.isEmpty());
    }
    void killedOnTheClosingPage_theTabletStillWaitsForStaff() {
        TestVault test;
        const QUuid participant = test.handOver();
        {
            const auto battery = resume(test, participant);
            while (battery->stage() != Stage::Closing) {
                answerAll(*battery);
                VERIFY_DONE(battery->submit());
            }
        }
        QVERIFY(test.reopen());
        QCOMPARE(resume(test, participant)->stage(), Stage::Closing);
    }
    void withoutHandOver_isRefused() {
        TestVault test;
        QCOMPARE(Battery::resume(*test.vault, test.enrol()).error().exitStatus(), 3);
    }
};

QTEST_GUILESS_MAIN(TestBattery)
#include "tst_battery.moc"

// What surrounds the answers of a battery: the hand-over and the state it asks about, language, reading help, gentle
// checks, a mode that changes, reopening. On a study that asks a night's log and, of staff, the participant's state.
#include "session/Battery.h"
#include "support/TestVault.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace serein;
using namespace serein::test;
using instrument::AnswerValue;
using session::Battery;
using session::Stage;

namespace {

const QString sleepLog = QStringLiteral("sleep-log");
const QString form = QStringLiteral("state-at-assessment");

study::Study nightStudy(const instrument::Library& library) {
    QByteArray json = *readFile(QStringLiteral(SEREIN_SOURCE_DIR "/tests/fixtures/new-scale/study.json"));
    json.replace(R"([{"instrument": "warmth"}])",
                 R"([{"instrument": "sleep-log"}, {"instrument": "state-at-assessment"}])");
    json.replace(
        R"("lockAfter": "PT30M")",
        R"("lockAfter": "PT30M", "state": {"instrument": "state-at-assessment", "adviseAgainst": {"score": "fit_to_answer", "operator": "lt", "cut": 1}})");
    const auto study = study::parseStudy(*parseJson(json), library);
    if (!study)
        qFatal("%s", qPrintable(study.error().toString()));
    return *study;
}

struct Ward : TestVault {
    Ward() : TestVault({account::Role::Administrator, account::Role::Nurse}, shippedLibrary(), nightStudy) {
        participant = enrol();
        if (!desk().setAnchor(participant, QStringLiteral("consent"), clock.now()))
            qFatal("no consent");
    }
    [[nodiscard]] Result<void> give(const QString& mode = QStringLiteral("self"), const QString& helper = {}) {
        return desk().handOver({participant, QStringLiteral("BL"), QStringLiteral("1957"), mode, QStringLiteral("en"),
                                helper, QStringLiteral("ward 3")});
    }
    std::unique_ptr<Battery> resume() {
        auto battery = Battery::resume(*vault, participant);
        if (!battery)
            qFatal("%s", qPrintable(battery.error().toString()));
        return *std::move(battery);
    }
    [[nodiscard]] ledger::AssessmentState log() const {
        const auto state = *vault->participant(participant);
        return *state->assessment({QStringLiteral("BL"), sleepLog, 1});
    }
    [[nodiscard]] QStringList kinds() const {
        QStringList all;
        const auto events = vault->events(idText(participant)).value();
        for (const ledger::Event& event : events)
            all.append(ledger::kindOf(event.fact));
        return all;
    }
    QUuid participant;
};

AnswerValue clockTime(int hour, int minute) {
    return instrument::ClockTime{hour * 60 + minute};
}

/// In bed from 22:00 to 20:00: an unusual night.
void answerLongNight(Battery& battery) {
    const QMap<QString, AnswerValue> given{{"q1", clockTime(22, 0)},
                                           {"q2", clockTime(22, 10)},
                                           {"q7", clockTime(19, 0)},
                                           {"q8", clockTime(20, 0)},
                                           {"q3", Decimal(1)}};
    QVERIFY(battery.begin());
    while (battery.stage() == Stage::Item) {
        const instrument::Item& item = battery.item();
        if (given.contains(item.id))
            QVERIFY(battery.give(given.value(item.id)));
        else if (item.type == instrument::ItemType::Duration)
            QVERIFY(battery.give(AnswerValue(instrument::Minutes{Decimal(10)})));
        else if (item.asks())
            QVERIFY(battery.give(AnswerValue(Decimal(0))));
        QVERIFY(battery.next());
    }
}

} // namespace

class TestReading : public QObject {
    Q_OBJECT

    static Fault refusal(Ward& ward, const desk::BackEntry& entry) {
        const auto done = ward.desk().record(entry);
        return done ? Fault{} : done.error().faults.constFirst();
    }

private Q_SLOTS:
    void formsOfStaff_areNotOnTheParticipantsWay() {
        Ward ward;
        VERIFY_DONE(ward.give());
        const auto battery = ward.resume();
        QCOMPARE(battery->instrumentCount(), 1);
        QCOMPARE(battery->instrument().id, sleepLog);
    }
    void languageIsOffered_untilSomethingIsBegun() {
        Ward ward;
        VERIFY_DONE(ward.give());
        auto battery = ward.resume();
        QCOMPARE(battery->languagesOffered(), (QStringList{"en", "zh-CN"}));
        VERIFY_DONE(battery->chooseLanguage("zh-CN"));
        QCOMPARE(battery->language(), QString("zh-CN"));
        QCOMPARE(battery->words().language, QString("zh-CN"));
        QVERIFY(!battery->chooseLanguage("fr"));
        VERIFY_DONE(battery->begin());
        QVERIFY(battery->languagesOffered().isEmpty());
        QVERIFY(!battery->chooseLanguage("en"));
        battery = ward.resume(); // and it stays
        QCOMPARE(battery->language(), QString("zh-CN"));
        QCOMPARE(ward.log().language, QString("zh-CN"));
    }
    void textSizeAndLook_areRememberedForTheParticipant() {
        Ward ward;
        VERIFY_DONE(ward.give());
        VERIFY_DONE(ward.resume()->prefer({150, QStringLiteral("dim")}));
        QVERIFY(ward.desk().takeBack("anna", "pin"));
        QVERIFY(ward.reopen());
        VERIFY_DONE(ward.give());
        QCOMPARE(ward.resume()->reading().textPercent, 150);
        QCOMPARE(ward.resume()->reading().look, QString("dim"));
    }
    void gentleCheck_asksOnce_andKeepingIsRecorded() {
        Ward ward;
        VERIFY_DONE(ward.give());
        const auto battery = ward.resume();
        answerLongNight(*battery);
        QCOMPARE(battery->stage(), Stage::Review);
        QVERIFY(battery->openChecks().contains("time_in_bed_unusual"));
        for (const QString& check : battery->openChecks())
            VERIFY_DONE(battery->keep(check));
        QVERIFY(battery->openChecks().isEmpty());
        QVERIFY(ward.kinds().contains("checkKept"));
        QVERIFY(ward.resume()->openChecks().isEmpty());
        VERIFY_DONE(battery->submit()); // a check never bars the way
    }
    void modeChangesHalfWay_andTheAnswersCarryIt() {
        Ward ward;
        VERIFY_DONE(ward.give());
        auto battery = ward.resume();
        QVERIFY(battery->begin());
        QVERIFY(battery->give(clockTime(22, 0)));
        QVERIFY(battery->next());
        QVERIFY(ward.desk().takeBack("anna", "pin"));
        const auto nameless = ward.give("interview");
        QVERIFY(!nameless); // whose voice it is, is named
        QCOMPARE(nameless.error().faults.first().pointer, QString("/helper"));
        VERIFY_DONE(ward.give("interview", "nurse"));
        battery = ward.resume();
        QVERIFY(battery->give(clockTime(22, 10)));
        const auto state = *ward.vault->participant(ward.participant);
        const ledger::AssessmentState open = ward.log();
        QCOMPARE(open.mode, QString("self"));
        QCOMPARE(open.answers["q1"].mode, QString("self"));
        QCOMPARE(open.answers["q2"].mode, QString("interview"));
        QCOMPARE(state->handOver->helper, QString("nurse"));
        QCOMPARE(state->handOver->place, QString("ward 3"));
        QVERIFY(ward.kinds().contains("modeChanged"));
    }
    void stateForm_isDueOnce_andAdvisesAgainstSelfReport() {
        Ward ward;
        QCOMPARE(*ward.desk().stateFormDue(ward.participant, "BL"), form);
        const auto& entry = *ward.library.entry(form);
        instrument::Answers drowsy;
        const QList<QPair<QString, int>> given{{"setting", 1},  {"mode", 1},       {"alertness", 1},
                                               {"sedated", 1},  {"in_pain", 0},    {"concentration", 1},
                                               {"language", 0}, {"interrupted", 0}};
        for (const auto& [item, value] : given)
            drowsy.insert(item, *instrument::answerFromJson(*entry.instrument.item(item), value));
        QVERIFY(!*ward.desk().isAdvisedAgainst(ward.participant, "BL"));
        VERIFY_DONE(ward.desk().record({.participant = ward.participant,
                                        .timepoint = "BL",
                                        .instrument = form,
                                        .mode = "staff",
                                        .answers = drowsy,
                                        .language = "en"}));
        QCOMPARE(*ward.desk().stateFormDue(ward.participant, "BL"), QString());
        QVERIFY(*ward.desk().isAdvisedAgainst(ward.participant, "BL"));
        VERIFY_DONE(ward.give()); // advice, no bar
    }
    void reopened_isAnsweredAgain_andScoredAnew() {
        Ward ward;
        VERIFY_DONE(ward.give());
        auto battery = ward.resume();
        answerLongNight(*battery);
        VERIFY_DONE(battery->submit());
        QVERIFY(ward.desk().takeBack("anna", "pin"));
        QVERIFY(!ward.give()); // all that is theirs is done
        QVERIFY(!ward.desk().reopen(ward.participant, {"BL", sleepLog, 1}, " "));
        VERIFY_DONE(ward.desk().reopen(ward.participant, {"BL", sleepLog, 1}, "wrong night"));
        QVERIFY(ward.log().scores.isEmpty());
        VERIFY_DONE(ward.give());
        battery = ward.resume();
        QCOMPARE(battery->stage(), Stage::Review);
        VERIFY_DONE(battery->goTo("q8"));
        QVERIFY(battery->give(clockTime(6, 0)));
        QVERIFY(battery->next());
        VERIFY_DONE(battery->submit());
        QCOMPARE(ward.log().scores.value("time_in_bed_min").toObject().value("value").toInt(), 480);
        const QByteArray before = *ward.vault->projectionDigest();
        QCOMPARE(*ward.vault->rebuild(), before);
        ward.clock.advance(std::chrono::days(4)); // its window has closed
        QVERIFY(!ward.desk().reopen(ward.participant, {"BL", sleepLog, 1}, "too late"));
    }
    void paper_isTypedTwice() {
        Ward ward;
        desk::BackEntry entry{.participant = ward.participant,
                              .timepoint = "BL",
                              .instrument = sleepLog,
                              .mode = "paper",
                              .answers = {{"q1", clockTime(22, 0)}},
                              .language = "en"};
        QCOMPARE(refusal(ward, entry).pointer, QString("/secondEntry"));
        entry.secondEntry = instrument::Answers{{"q1", clockTime(23, 0)}};
        QCOMPARE(refusal(ward, entry).toString(), QString("error: /q1: differs from the first entry"));
        entry.secondEntry = entry.answers;
        entry.filledInAt = "2027-01-01";
        QCOMPARE(refusal(ward, entry).pointer, QString("/filledInAt"));
        ward.clock.advance(std::chrono::hours(1));
        entry.filledInAt = "2026-11-20T09:30+08:00";
        VERIFY_DONE(ward.desk().record(entry));
        QCOMPARE(ward.log().filledInAt, entry.filledInAt);
    }
};

QTEST_GUILESS_MAIN(TestReading)
#include "tst_reading.moc"

// Alerts from the first to the last hand: deadlines by the site's clock, roles, escalation, what a blinded person sees;
// forms kept as they are typed, and what a serious event asks staff to read.
#include "desk/Alerting.h"
#include "desk/Forms.h"
#include "support/TestVault.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace serein;
using namespace serein::test;
using account::Role;
using vault::AlertStanding;

namespace {

constexpr auto toldText = "For this test: report within the hours that a protocol names.";

/// The shipped ones; for these tests a form that would tell the treatment raises an alert.
instrument::Library formsLibrary() {
    static const instrument::Library known = [] {
        instrument::Library shipped = shippedLibrary();
        instrument::Entry entry = *shipped.entry(QStringLiteral("psychotomimetic"));
        QJsonObject json = entry.instrument.json;
        json.insert(QStringLiteral("alerts"),
                    QJsonArray{QJsonObject{
                        {QStringLiteral("id"), QStringLiteral("seen")},
                        {QStringLiteral("item"), QStringLiteral("hallucination")},
                        {QStringLiteral("when"),
                         QJsonObject{{QStringLiteral("eq"),
                                      QJsonArray{QJsonObject{{QStringLiteral("item"), QStringLiteral("hallucination")}},
                                                 1}}}}}});
        entry.instrument = *instrument::parseInstrument(json);
        shipped.add(entry);
        return shipped;
    }();
    return known;
}

/// The demonstration in `zone`, with two of staff's forms at baseline and a deadline of `within`.
study::Study ward(const instrument::Library& known, const QString& zone, const QString& within) {
    QJsonObject json =
        readJson(instrument::Library::defaultFolder() + QStringLiteral("/studies/demo.json"))->toObject();
    json.insert(QStringLiteral("zone"), zone);
    QJsonArray timepoints = json[QLatin1String("timepoints")].toArray();
    QJsonObject baseline = timepoints.at(0).toObject();
    QJsonArray battery = baseline[QLatin1String("battery")].toArray();
    for (const char* form : {"psychotomimetic", "adverse-events", "contact-log"})
        battery.append(QJsonObject{{QStringLiteral("instrument"), QString::fromLatin1(form)}});
    baseline.insert(QStringLiteral("battery"), battery);
    timepoints.replace(0, baseline);
    json.insert(QStringLiteral("timepoints"), timepoints);
    QJsonArray alerts = json[QLatin1String("alerts")].toArray();
    alerts.append(QJsonObject{{QStringLiteral("instrument"), QStringLiteral("psychotomimetic")},
                              {QStringLiteral("alert"), QStringLiteral("seen")}});
    json.insert(QStringLiteral("alerts"), alerts);
    QJsonObject policy = json[QLatin1String("alertPolicy")].toObject();
    policy.insert(QStringLiteral("acknowledgeWithin"), within);
    json.insert(QStringLiteral("alertPolicy"), policy);
    json.insert(QStringLiteral("blinding"),
                QJsonObject{{QStringLiteral("seesUnblinding"), QJsonArray{QStringLiteral("unblindedNurse")}}});
    json.insert(QStringLiteral("seriousAdverseEvent"),
                QJsonObject{{QStringLiteral("instrument"), QStringLiteral("adverse-events")},
                            {QStringLiteral("score"), QStringLiteral("worst")},
                            {QStringLiteral("operator"), QStringLiteral("ge")},
                            {QStringLiteral("cut"), 3},
                            {QStringLiteral("text"), QJsonObject{{QStringLiteral("en"), QString::fromLatin1(toldText)},
                                                                 {QStringLiteral("zh-CN"), QStringLiteral("测试")}}}});
    auto study = study::parseStudy(json, known);
    if (!study)
        qFatal("%s", qPrintable(study.error().toString()));
    return *study;
}

QDateTime at(const char* text) {
    return *parseInstant(QString::fromLatin1(text));
}

instrument::Answer number(int value) {
    return instrument::AnswerValue(Decimal(value));
}

class Ward : public TestVault {
public:
    explicit Ward(const QString& zone = QStringLiteral("Asia/Shanghai"), const QString& within = QStringLiteral("PT1H"))
        : TestVault({Role::Administrator, Role::Nurse, Role::Investigator}, formsLibrary(),
                    [&](const instrument::Library& known) { return ward(known, zone, within); }) {
        for (const auto& [name, role] : QList<std::pair<const char*, Role>>{{"nora", Role::Nurse},
                                                                            {"uma", Role::UnblindedNurse},
                                                                            {"iris", Role::Investigator},
                                                                            {"mona", Role::Monitor}})
            VERIFY_DONE(desk().addAccount(QString::fromLatin1(name), {role}, crypto::Secret(passphrase), cheap));
    }
    QUuid consented(const QString& subject = QStringLiteral("SYN-001")) {
        const QUuid participant = enrol(subject);
        [&] { VERIFY_DONE(desk().setAnchor(participant, QStringLiteral("consent"), clock.now())); }();
        return participant;
    }
    /// Question 9 of the PHQ-9 as 1: an alert of the shipped study.
    ledger::AlertState raise(const QUuid& participant) {
        instrument::Answers answers;
        for (int item = 1; item <= 9; ++item)
            answers.insert(QStringLiteral("q%1").arg(item), number(item == 9 ? 1 : 0));
        [&] { VERIFY_DONE(desk().record({participant, "BL", "phq9", 1, "interview", answers, {}})); }();
        return only(AlertStanding::Waiting).alert;
    }
    desk::AlertCase only(AlertStanding standing) {
        const auto cases = desk::Alerting(*vault).list(standing);
        if (!cases || cases->size() != 1)
            qFatal("not one alert");
        return cases->constFirst();
    }
    void become(const char* name) { VERIFY_DONE(reopen(QString::fromLatin1(name), passphrase)); }
    /// How often a kind stands in the stream.
    int count(const QUuid& participant, const char* kind) {
        int found = 0;
        const QList<ledger::Event> events = *vault->events(idText(participant));
        for (const ledger::Event& event : events)
            found += event.header.kind == QLatin1String(kind) ? 1 : 0;
        return found;
    }
    int waiting() { return vault->alertCounts()->value(AlertStanding::Waiting); }
};

QString pointerOf(const Error& error) {
    return error.faults.constFirst().pointer;
}

} // namespace

class TestAlerting : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deadline_isByTheSitesClock_data() {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("within");
        QTest::addColumn<QString>("raised");
        QTest::addColumn<QString>("deadline");
        QTest::newRow("an hour") << "Asia/Shanghai" << "PT1H" << "2026-11-20T09:00+08:00" << "2026-11-20T10:00+08:00";
        // Berlin 2026: put forward 29 March 02:00 → 03:00, back 25 October 03:00 → 02:00.
        QTest::newRow("over the spring gap") << "Europe/Berlin" << "PT1H" << "2026-03-29T01:30+01:00"
                                             << "2026-03-29T03:30+02:00";
        QTest::newRow("in the autumn fold") << "Europe/Berlin" << "PT1H" << "2026-10-25T02:30+02:00"
                                            << "2026-10-25T02:30+01:00";
        QTest::newRow("a day of 25 hours") << "Europe/Berlin" << "P1D" << "2026-10-24T12:00+02:00"
                                           << "2026-10-25T12:00+01:00";
        QTest::newRow("a day into the gap") << "Europe/Berlin" << "P1D" << "2026-03-28T02:30+01:00"
                                            << "2026-03-29T03:00+02:00";
    }
    void deadline_isByTheSitesClock() {
        QFETCH(QString, zone);
        QFETCH(QString, within);
        QFETCH(QString, raised);
        QFETCH(QString, deadline);
        Ward test(zone, within);
        test.clock.set(*parseInstant(raised));
        test.raise(test.consented());
        const desk::AlertCase one = test.only(AlertStanding::Waiting);
        QCOMPARE(instantText(one.deadline), instantText(*parseInstant(deadline)));
        QVERIFY(!one.isOverdue(one.deadline.addMSecs(-1)));
        QVERIFY(one.isOverdue(one.deadline));
    }
    void alert_isAcknowledged_thenClosed_inThatOrder() {
        Ward test;
        const QUuid participant = test.consented();
        const ledger::AlertState alert = test.raise(participant);
        const auto early = desk::Alerting(*test.vault).close(participant, alert.id, "too soon");
        QVERIFY(!early);
        QCOMPARE(early.error().exitStatus(), 2);
        QCOMPARE(pointerOf(early.error()), QString("/alert"));
        QVERIFY(vault::Vault::inspect(test.place())->alertWaits);
        VERIFY_DONE(desk::Alerting(*test.vault).acknowledge(participant, alert.id, " Talked with her. "));
        QVERIFY(!vault::Vault::inspect(test.place())->alertWaits);
        const ledger::AlertState acknowledged = test.only(AlertStanding::Acknowledged).alert;
        QCOMPARE(acknowledged.action, QString("Talked with her."));
        QCOMPARE(acknowledged.acknowledgedBy, QString("anna"));
        QCOMPARE(pointerOf(desk::Alerting(*test.vault).acknowledge(participant, alert.id, "again").error()),
                 QString("/alert"));
        VERIFY_DONE(desk::Alerting(*test.vault).close(participant, alert.id, "Seen by the psychiatrist."));
        const ledger::AlertState closed = test.only(AlertStanding::Closed).alert;
        QCOMPARE(closed.outcome, QString("Seen by the psychiatrist."));
        QCOMPARE(closed.closedBy, QString("anna"));
        QVERIFY(!desk::Alerting(*test.vault).close(participant, alert.id, "again"));
        QCOMPARE(test.count(participant, "alertAcknowledged"), 1);
        QCOMPARE(test.count(participant, "alertClosed"), 1);
        QVERIFY(!desk::Alerting(*test.vault).acknowledge(participant, QUuid::createUuid(), "nothing there"));
        VERIFY_DONE(test.vault->verify());
    }
    void roles_decideWhoAcknowledges_andWhoCloses() {
        Ward test;
        const QUuid participant = test.consented();
        const ledger::AlertState alert = test.raise(participant);
        test.become("mona");
        QCOMPARE(desk::Alerting(*test.vault).acknowledge(participant, alert.id, "x").error().exitStatus(), 3);
        QCOMPARE(test.waiting(), 1);
        test.become("nora");
        VERIFY_DONE(desk::Alerting(*test.vault).acknowledge(participant, alert.id, "Stayed with her"));
        QCOMPARE(desk::Alerting(*test.vault).close(participant, alert.id, "x").error().exitStatus(), 3);
        test.become("iris");
        VERIFY_DONE(desk::Alerting(*test.vault).close(participant, alert.id, "Psychiatry follows"));
    }
    void whatIsTyped_mustSaySomething_thatCanBeRead_data() {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << QString();
        QTest::newRow("spaces") << QStringLiteral("  \n ");
        QTest::newRow("10,000 characters") << QString(10000, u'x');
        QTest::newRow("control") << QStringLiteral("called\u0007her");
        QTest::newRow("right to left") << QStringLiteral("called \u202Eher");
    }
    void whatIsTyped_mustSaySomething_thatCanBeRead() {
        QFETCH(QString, typed);
        Ward test;
        const QUuid participant = test.consented();
        const ledger::AlertState alert = test.raise(participant);
        QCOMPARE(pointerOf(desk::Alerting(*test.vault).acknowledge(participant, alert.id, typed).error()),
                 QString("/action"));
        QCOMPARE(test.waiting(), 1);
        VERIFY_DONE(desk::Alerting(*test.vault).acknowledge(participant, alert.id, QString(2000, u'x')));
        QCOMPARE(pointerOf(desk::Alerting(*test.vault).close(participant, alert.id, typed).error()),
                 QString("/outcome"));
    }
    void overdueAlert_escalatesOnce_whoeverUnlocks() {
        Ward test;
        const QUuid participant = test.consented();
        test.raise(participant);
        test.clock.set(at("2026-11-20T09:59:59+08:00"));
        QCOMPARE(*desk::Alerting(*test.vault).escalateOverdue(), 0);
        test.clock.set(at("2026-11-20T10:00+08:00"));
        test.become("mona"); // a monitor may do nothing about it: it is the tablet that writes
        QCOMPARE(*desk::Alerting(*test.vault).escalateOverdue(), 1);
        QCOMPARE(*desk::Alerting(*test.vault).escalateOverdue(), 0);
        test.become("nora");
        QCOMPARE(*desk::Alerting(*test.vault).escalateOverdue(), 0);
        QCOMPARE(test.count(participant, "alertEscalated"), 1);
        const desk::AlertCase one = test.only(AlertStanding::Waiting);
        QCOMPARE(one.alert.escalatedAt.toMSecsSinceEpoch(), at("2026-11-20T10:00+08:00").toMSecsSinceEpoch());
        QString contact;
        const QList<ledger::Event> events = *test.vault->events(idText(participant));
        for (const ledger::Event& event : events)
            if (const auto* fact = std::get_if<ledger::AlertEscalated>(&event.fact))
                contact = fact->contact;
        QCOMPARE(contact, test.vault->study().alertContact.in("zh-CN")); // the study's first language
        VERIFY_DONE(desk::Alerting(*test.vault).acknowledge(participant, one.alert.id, "Late, but done"));
    }
    void acknowledgedAlert_neverEscalates() {
        Ward test;
        const QUuid participant = test.consented();
        const ledger::AlertState alert = test.raise(participant);
        VERIFY_DONE(desk::Alerting(*test.vault).acknowledge(participant, alert.id, "Stayed with her"));
        test.clock.advance(std::chrono::hours(48));
        QCOMPARE(*desk::Alerting(*test.vault).escalateOverdue(), 0);
    }
    void alertThatWouldTell_showsOnlyThatItWaits() {
        Ward test;
        const QUuid participant = test.consented();
        test.become("uma");
        VERIFY_DONE(
            desk::Forms(*test.vault).keep({participant, "BL", "psychotomimetic"}, {{"hallucination", number(1)}}));
        QVERIFY(!test.only(AlertStanding::Waiting).isHidden);
        test.become("nora");
        const desk::AlertCase hidden = test.only(AlertStanding::Waiting);
        QVERIFY(hidden.isHidden);
        QCOMPARE(desk::Alerting(*test.vault).acknowledge(participant, hidden.alert.id, "x").error().exitStatus(), 3);
        test.become("iris");
        QVERIFY(test.only(AlertStanding::Waiting).isHidden);
        test.become("uma");
        VERIFY_DONE(desk::Alerting(*test.vault).acknowledge(participant, hidden.alert.id, "Dose noted"));
        const QList<ledger::Event> events = *test.vault->events(idText(participant));
        for (const ledger::Event& event : events)
            if (event.header.kind == QLatin1String("alertAcknowledged"))
                QCOMPARE(event.header.bodyClass, ledger::BodyClass::Unblinding);
    }
    void alertsAreListed_theLongestWaitingFirst_theLatestClosedFirst() {
        Ward test;
        QList<QUuid> people;
        for (const char* subject : {"SYN-001", "SYN-002", "SYN-003"}) {
            people.append(test.consented(QString::fromLatin1(subject)));
            instrument::Answers answers{{"q9", number(1)}};
            VERIFY_DONE(test.desk().record({people.constLast(), "BL", "phq9", 1, "interview", answers, {}}));
            test.clock.advance(std::chrono::minutes(5));
        }
        desk::Alerting alerting(*test.vault);
        const auto waiting = alerting.list(AlertStanding::Waiting);
        QCOMPARE(waiting->size(), 3);
        QCOMPARE(waiting->constFirst().subject, QString("SYN-001"));
        for (const desk::AlertCase& one : *waiting) {
            VERIFY_DONE(alerting.acknowledge(one.alert.participant, one.alert.id, "done"));
            VERIFY_DONE(alerting.close(one.alert.participant, one.alert.id, "well"));
            test.clock.advance(std::chrono::minutes(1));
        }
        QCOMPARE(alerting.list(AlertStanding::Closed, 0, 2)->size(), 2);
        QCOMPARE(alerting.list(AlertStanding::Closed, 0, 2)->constFirst().subject, QString("SYN-003"));
        QCOMPARE(alerting.list(AlertStanding::Closed, 2, 2)->constFirst().subject, QString("SYN-001"));
        QCOMPARE(test.vault->alertCounts()->value(AlertStanding::Closed), 3);
    }

    void form_isKeptAsItIsTyped_andSubmittedOnce() {
        Ward test;
        const QUuid participant = test.consented();
        const desk::FormPlace place{participant, "BL", "adverse-events"};
        QVERIFY(desk::Forms(*test.vault).kept(place)->isEmpty());
        VERIFY_DONE(desk::Forms(*test.vault).keep(place, {{"nausea", number(1)}}));
        VERIFY_DONE(desk::Forms(*test.vault).keep(place, {{"nausea", number(1)}, {"nausea_severity", number(2)}}));
        VERIFY_DONE(test.reopen()); // as after a kill
        const auto kept = desk::Forms(*test.vault).kept(place);
        QCOMPARE(kept->size(), 2);
        QCOMPARE(kept->value("nausea_severity"), number(2));
        QCOMPARE(test.count(participant, "assessmentOpened"), 1);
        QCOMPARE(test.count(participant, "answered"), 2); // what did not change is not written again
        QCOMPARE(test.count(participant, "submitted"), 0);
        const auto scores = desk::Forms(*test.vault).submit(place, *kept);
        VERIFY_DONE(scores);
        QCOMPARE(test.count(participant, "answered"), 2);
        const auto state = *test.vault->participant(participant);
        const auto* form = state->assessment({"BL", "adverse-events", 1});
        QCOMPARE(form->mode, QString("staff"));
        QCOMPARE(form->submittedBy, QString("anna"));
        QCOMPARE(pointerOf(desk::Forms(*test.vault).kept(place).error()), QString("/instrument"));
        QVERIFY(!desk::Forms(*test.vault).submit(place, *kept));
        VERIFY_DONE(test.vault->verify());
    }
    void emptiedField_isTakenBack() {
        Ward test;
        const QUuid participant = test.consented();
        const desk::FormPlace place{participant, "BL", "adverse-events"};
        VERIFY_DONE(desk::Forms(*test.vault).keep(place, {{"nausea", number(1)}}));
        VERIFY_DONE(desk::Forms(*test.vault).keep(place, {{"nausea", instrument::Answer()}}));
        QVERIFY(!instrument::isAnswered(desk::Forms(*test.vault).kept(place)->value("nausea")));
        QCOMPARE(test.count(participant, "answered"), 2);
    }
    void form_isForThoseWhoMay() {
        Ward test;
        const QUuid participant = test.consented();
        const desk::FormPlace tells{participant, "BL", "psychotomimetic"};
        QCOMPARE(desk::Forms(*test.vault).keep({participant, "BL", "phq9"}, {{"q1", number(1)}}).error().exitStatus(),
                 2);
        QCOMPARE(desk::Forms(*test.vault).keep({participant, "POD1", "adverse-events"}, {}).error().exitStatus(), 2);
        test.become("nora");
        QCOMPARE(desk::Forms(*test.vault).kept(tells).error().exitStatus(), 3);
        QCOMPARE(desk::Forms(*test.vault).keep(tells, {{"hallucination", number(0)}}).error().exitStatus(), 3);
        test.become("mona");
        QCOMPARE(desk::Forms(*test.vault).kept({participant, "BL", "adverse-events"}).error().exitStatus(), 3);
        test.become("uma");
        VERIFY_DONE(desk::Forms(*test.vault).keep(tells, {{"hallucination", number(0)}}));
    }
    void formOutsideItsWindow_needsAReason_onceOnly() {
        Ward test;
        const QUuid participant = test.consented();
        test.clock.advance(std::chrono::hours(24 * 4)); // baseline closes after three days
        desk::FormPlace place{participant, "BL", "adverse-events"};
        QCOMPARE(pointerOf(desk::Forms(*test.vault).keep(place, {{"nausea", number(0)}}).error()), QString("/reason"));
        place.reason = QStringLiteral("Told late by the ward");
        VERIFY_DONE(desk::Forms(*test.vault).keep(place, {{"nausea", number(0)}}));
        place.reason.clear();
        VERIFY_DONE(desk::Forms(*test.vault).submit(place, {{"nausea", number(1)}}));
        const auto state = *test.vault->participant(participant);
        QCOMPARE(state->assessment({"BL", "adverse-events", 1})->reason, QString("Told late by the ward"));
    }
    void halfFilledForm_isNotEndedByAHandOver() {
        Ward test;
        const QUuid participant = test.consented();
        const desk::FormPlace place{participant, "BL", "adverse-events"};
        VERIFY_DONE(desk::Forms(*test.vault).keep(place, {{"nausea", number(0)}}));
        VERIFY_DONE(test.desk().handOver({participant, "BL", "1957", "self", "en", {}, {}}));
        VERIFY_DONE(test.desk().takeBack("anna", "pin"));
        QCOMPARE(desk::Forms(*test.vault).kept(place)->size(), 1);
    }

    void seriousEvent_isReadBySomebody() {
        Ward test;
        const QUuid participant = test.consented();
        const desk::FormPlace place{participant, "BL", "adverse-events"};
        instrument::Answers answers;
        for (const instrument::Item& item : test.library.instrument("adverse-events")->items)
            if (item.type == instrument::ItemType::Choice && item.id.indexOf('_') < 0)
                answers.insert(item.id, number(item.id == QLatin1String("nausea") ? 1 : 0));
        for (const char* item : {"respiratory_depression", "oversedation"})
            if (test.library.instrument("adverse-events")->item(QString::fromLatin1(item)))
                answers.insert(QString::fromLatin1(item), number(0));
        answers.insert("nausea_severity", number(2));
        VERIFY_DONE(desk::Forms(*test.vault).keep(place, answers));
        desk::Instructing instructing(*test.vault);
        QVERIFY(instructing.waiting()->isEmpty());
        answers.insert("nausea_severity", number(3)); // severe: 3 is the test study's cut
        VERIFY_DONE(desk::Forms(*test.vault).submit(place, answers));
        VERIFY_DONE(test.reopen("nora", passphrase));
        const auto waiting = desk::Instructing(*test.vault).waiting();
        QCOMPARE(waiting->size(), 1);
        QCOMPARE(waiting->constFirst().subject, QString("SYN-001"));
        QCOMPARE(waiting->constFirst().text.in("en"), QString::fromLatin1(toldText));
        test.become("mona");
        QVERIFY(desk::Instructing(*test.vault).waiting()->isEmpty()); // a monitor reports nothing
        test.become("nora");
        VERIFY_DONE(desk::Instructing(*test.vault).read(waiting->constFirst(), "en"));
        QVERIFY(desk::Instructing(*test.vault).waiting()->isEmpty());
        QCOMPARE(test.count(participant, "instructionRead"), 1);
        const auto state = *test.vault->participant(participant);
        QCOMPARE(state->assessment({"BL", "adverse-events", 1})->instructionReadBy, QString("nora"));
    }
    void milderEvent_asksForNothing() {
        Ward test;
        const QUuid participant = test.consented();
        VERIFY_DONE(desk::Forms(*test.vault).submit({participant, "BL", "adverse-events"}, {{"nausea", number(0)}}));
        QVERIFY(desk::Instructing(*test.vault).waiting()->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAlerting)
#include "tst_alerting.moc"

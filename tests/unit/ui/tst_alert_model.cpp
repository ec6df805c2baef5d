// Alerts and staff's forms in the words that staff read: deadlines, what was done, what is kept while it is typed.
#include "UiVault.h"
#include "ui/AlertModel.h"
#include "ui/FormModel.h"
#include "ui/InstructionModel.h"
#include "ui/StaffForms.h"

#include <QJsonArray>

using namespace serein;
using namespace serein::test;
using ui::AlertModel;
using ui::DeskModel;
using ui::FormModel;

namespace {

const QString toldText = QStringLiteral("For this test: report within the hours that a protocol names.");

/// The demonstration with two of staff's forms at baseline, in Berlin; a severe event is to be reported.
QString studyWithForms(const QTemporaryDir& folder) {
    QJsonObject json = readJson(QStringLiteral(SEREIN_SOURCE_DIR "/instruments/studies/demo.json"))->toObject();
    json.insert(QStringLiteral("zone"), QStringLiteral("Europe/Berlin"));
    QJsonArray timepoints = json[QLatin1String("timepoints")].toArray();
    QJsonObject baseline = timepoints.at(0).toObject();
    QJsonArray battery = baseline[QLatin1String("battery")].toArray();
    for (const char* form : {"adverse-events", "contact-log"})
        battery.append(QJsonObject{{QStringLiteral("instrument"), QString::fromLatin1(form)}});
    baseline.insert(QStringLiteral("battery"), battery);
    timepoints.replace(0, baseline);
    json.insert(QStringLiteral("timepoints"), timepoints);
    json.insert(QStringLiteral("seriousAdverseEvent"),
                QJsonObject{{QStringLiteral("instrument"), QStringLiteral("adverse-events")},
                            {QStringLiteral("score"), QStringLiteral("worst")},
                            {QStringLiteral("operator"), QStringLiteral("ge")},
                            {QStringLiteral("cut"), 3},
                            {QStringLiteral("text"), QJsonObject{{QStringLiteral("en"), toldText},
                                                                 {QStringLiteral("zh-CN"), QStringLiteral("测试")}}}});
    const QString file = folder.filePath(QStringLiteral("study.json"));
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(canonicalJson(json)) < 0)
        qFatal("no study");
    return file;
}

/// The model of a page, as the page makes it.
class Form : public FormModel {
public:
    Form(DeskModel& desk, const QUuid& participant, const char* instrument) {
        setDesk(&desk);
        setParticipant(idText(participant));
        setTimepoint(QStringLiteral("BL"));
        setInstrument(QString::fromLatin1(instrument));
    }
    void type(const char* item, const QString& text) { enter(QString::fromLatin1(item), text); }
    [[nodiscard]] QString shows(const char* item) const {
        return entered().value(QString::fromLatin1(item)).toString();
    }
    [[nodiscard]] QVariantMap row(const char* item) const {
        const QVariantList rows = items();
        for (const QVariant& one : rows)
            if (one.toMap().value(QStringLiteral("id")) == QString::fromLatin1(item))
                return one.toMap();
        return {};
    }
};

} // namespace

class TestAlertModel : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<UiVault> m_site;
    std::unique_ptr<DeskModel> m_desk;

    void raise() {
        instrument::Answers answers;
        for (int item = 1; item <= 9; ++item)
            answers.insert(QStringLiteral("q%1").arg(item), instrument::AnswerValue(Decimal(item == 9 ? 1 : 0)));
        QVERIFY(desk::Desk(*m_site->vault)
                    .record({m_site->first, QStringLiteral("BL"), QStringLiteral("phq9"), 1,
                             QStringLiteral("interview"), answers, QStringLiteral("en")}));
        m_desk->refresh();
    }
    [[nodiscard]] static QString cell(const AlertModel& alerts, const char* role, int row = 0) {
        const auto names = alerts.rows()->roleNames();
        return alerts.rows()->index(row, 0).data(names.key(role)).toString();
    }
    [[nodiscard]] int count(const char* kind) const {
        int found = 0;
        const QList<ledger::Event> events = *m_site->vault->events(idText(m_site->first));
        for (const ledger::Event& event : events)
            found += event.header.kind == QLatin1String(kind) ? 1 : 0;
        return found;
    }

private Q_SLOTS:
    void init() {
        m_site = std::make_unique<UiVault>(studyWithForms(m_folder));
        m_desk = std::make_unique<DeskModel>(nullptr);
        m_desk->open(m_site->vault.get(), QStringLiteral("en")); // 09:00 in Shanghai, 02:00 in Berlin
    }

    void alert_isListedUntilSomebodySaysWhatWasDone() {
        raise();
        QCOMPARE(m_desk->alertCount(), 1);
        AlertModel alerts;
        alerts.setDesk(m_desk.get());
        QCOMPARE(cell(alerts, "subject"), QStringLiteral("SYN-001"));
        QCOMPARE(cell(alerts, "raised"), QStringLiteral("Raised 20 Nov 2026, 02:00"));
        QCOMPARE(cell(alerts, "deadline"), QStringLiteral("Acknowledge before 03:00, in 1 h"));
        const QString person = cell(alerts, "participant");
        const QString alert = cell(alerts, "alert");
        QVERIFY(!alerts.acknowledge(person, alert, QStringLiteral(" ")));
        QCOMPARE(m_desk->errorField(), QStringLiteral("action"));
        QCOMPARE(m_desk->alertCount(), 1);
        QVERIFY(alerts.acknowledge(person, alert, QStringLiteral("Talked with the participant")));
        QCOMPARE(m_desk->notice(), QStringLiteral("Acknowledged."));
        QCOMPARE(m_desk->alertCount(), 0);
        QCOMPARE(alerts.rows()->rowCount(), 0);
        alerts.setStanding(QStringLiteral("acknowledged"));
        QCOMPARE(cell(alerts, "done"),
                 QStringLiteral("Acknowledged 20 Nov 2026, 02:00 by nurse1: Talked with the participant"));
        QVERIFY(alerts.close(person, alert, QStringLiteral("Psychiatry follows")));
        alerts.setStanding(QStringLiteral("closed"));
        QCOMPARE(cell(alerts, "came"), QStringLiteral("Closed 20 Nov 2026, 02:00 by nurse1: Psychiatry follows"));
        QCOMPARE(alerts.standings().at(2).toMap().value("label").toString(), QStringLiteral("Closed: 1"));
    }
    void deadline_isSaidWithWhatRemains_data() {
        QTest::addColumn<int>("minutes"); // since it was raised, at 02:00 in Berlin, to be acknowledged within an hour
        QTest::addColumn<QString>("words");
        QTest::newRow("just raised") << 0 << "Acknowledge before 03:00, in 1 h";
        QTest::newRow("later") << 20 << "Acknowledge before 03:00, in 40 min";
        QTest::newRow("the last minute") << 59 << "Acknowledge before 03:00, in 1 min";
        QTest::newRow("over") << 80 << "Should have been acknowledged before 03:00, 20 min ago. Call now.";
        QTest::newRow("next day") << 24 * 60
                                  << "Should have been acknowledged before 20 Nov 2026, 03:00, 23 h ago. Call "
                                     "now.";
    }
    void deadline_isSaidWithWhatRemains() {
        QFETCH(int, minutes);
        QFETCH(QString, words);
        raise();
        m_site->clock.advance(std::chrono::minutes(minutes));
        AlertModel alerts;
        alerts.setDesk(m_desk.get());
        QCOMPARE(cell(alerts, "deadline"), words);
        QCOMPARE(cell(alerts, "overdue"), minutes >= 60 ? QStringLiteral("true") : QStringLiteral("false"));
    }
    void banner_saysWhomToCall_andUntilWhen() {
        QVERIFY(m_desk->alertBanner().isEmpty());
        raise();
        QCOMPARE(m_desk->alertBanner().value("text").toString(), QStringLiteral("Acknowledge before 03:00, in 1 h"));
        QCOMPARE(m_desk->alertBanner().value("overdue").toInt(), 0);
        QCOMPARE(m_desk->alertBanner().value("contact").toString(), m_site->vault->study().alertContact.in("en"));
        m_site->clock.advance(std::chrono::hours(1));
        m_desk->refresh();
        QCOMPARE(m_desk->alertBanner().value("overdue").toInt(), 1);
    }
    void overdueAlert_escalatesAtTheNextUnlock_once() {
        raise();
        m_site->clock.advance(std::chrono::hours(2));
        QCOMPARE(count("alertEscalated"), 0);
        for (int unlock = 0; unlock < 2; ++unlock) {
            m_desk->open(nullptr, QStringLiteral("en"));
            m_desk->open(m_site->vault.get(), QStringLiteral("en"));
        }
        QCOMPARE(count("alertEscalated"), 1);
        AlertModel alerts;
        alerts.setDesk(m_desk.get());
        QCOMPARE(cell(alerts, "came"), QStringLiteral("Escalated 20 Nov 2026, 04:00: nobody had acknowledged it."));
    }
    void secondHand_isToldThatItIsDone() {
        raise();
        AlertModel alerts;
        alerts.setDesk(m_desk.get());
        const QString person = cell(alerts, "participant");
        const QString alert = cell(alerts, "alert");
        QVERIFY(alerts.acknowledge(person, alert, QStringLiteral("done")));
        QVERIFY(alerts.acknowledge(person, alert, QStringLiteral("done again")));
        QCOMPARE(m_desk->notice(), QStringLiteral("Somebody has looked after this alert already."));
        QCOMPARE(count("alertAcknowledged"), 1);
    }

    void entries_areKeptAtOnce_andFoundAgain() {
        {
            Form form(*m_desk, m_site->first, "adverse-events");
            QCOMPARE(form.rater(), QStringLiteral("Recorded by nurse1 (nurse)"));
            QCOMPARE(form.row("nausea").value("number").toInt(), 1);
            QVERIFY(form.row("nausea_severity").isEmpty());
            form.type("nausea", QStringLiteral("1"));
            QVERIFY(form.isKept()); // a tap: at once
            QVERIFY(!form.row("nausea_severity").isEmpty());
            QCOMPARE(count("answered"), 1);
            form.type("nausea_onset", QStringLiteral("1:30"));
            QVERIFY(!form.isKept());                     // a field: once typing rests
            m_desk->open(nullptr, QStringLiteral("en")); // locked within that second
        }
        m_desk->open(m_site->vault.get(), QStringLiteral("en"));
        QCOMPARE(count("answered"), 2);
        QCOMPARE(count("submitted"), 0);
        Form again(*m_desk, m_site->first, "adverse-events");
        QCOMPARE(again.shows("nausea"), QStringLiteral("1"));
        QCOMPARE(again.shows("nausea_onset"), QStringLiteral("90")); // minutes
        QVERIFY(again.save());
        QCOMPARE(m_desk->notice(), QStringLiteral("Saved."));
        QCOMPARE(count("submitted"), 1);
        Form third(*m_desk, m_site->first, "adverse-events");
        QVERIFY(!third.trouble().isEmpty());
    }
    void typedText_isKeptOnceTypingRests() {
        Form form(*m_desk, m_site->first, "contact-log");
        form.type("remark", QStringLiteral("rang twice"));
        QCOMPARE(count("answered"), 0);
        QTRY_COMPARE_WITH_TIMEOUT(count("answered"), 1, 5000);
        QVERIFY(form.isKept());
    }
    void whatDoesNotFit_isSaidAtItsField_andStays_data() {
        QTest::addColumn<QString>("item");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("words");
        const QString hidden =
            QStringLiteral("Holds characters that cannot be seen: please type it again. Nothing was saved.");
        QTest::newRow("words for a time")
            << "at" << "tomorrow" << "Please write date and time like 2026-11-20 14:05. Nothing was saved.";
        QTest::newRow("no such day") << "at" << "2026-02-30 10:00"
                                     << "Please write date and time like 2026-11-20 14:05. Nothing was saved.";
        QTest::newRow("an hour that isn't there")
            << "at" << "2026-03-29 02:30"
            << "This time does not exist on that day: the clock is put forward past it. Nothing was saved.";
        QTest::newRow("no such date") << "next_contact" << "2026-13-01"
                                      << "Not a date such as 2026-11-20. It is not saved yet.";
        QTest::newRow("10,000 characters")
            << "remark" << QString(10000, u'x') << "Longer than 200 characters. It is not saved yet.";
        QTest::newRow("still to come") << "at" << "2027-01-01 10:00" << "Is still to come. It is not saved yet.";
        QTest::newRow("control") << "remark" << QStringLiteral("rang\u0007") << hidden;
        QTest::newRow("right to left") << "remark" << QStringLiteral("rang \u202Eecht") << hidden;
    }
    void whatDoesNotFit_isSaidAtItsField_andStays() {
        QFETCH(QString, item);
        QFETCH(QString, typed);
        QFETCH(QString, words);
        Form form(*m_desk, m_site->first, "contact-log");
        form.enter(QStringLiteral("channel"), QStringLiteral("1"));
        form.enter(item, typed);
        QVERIFY(!form.save());
        QCOMPARE(m_desk->errorField(), item);
        QCOMPARE(m_desk->error(), words);
        QCOMPARE(form.entered().value(item).toString(), typed);
        QCOMPARE(count("submitted"), 0);
        form.enter(item, QString());
        QVERIFY(m_desk->error().isEmpty());
        QVERIFY(form.save());
    }
    void hourThatComesTwice_takesTheFirst_andSaysSo() {
        Form form(*m_desk, m_site->first, "contact-log");
        form.type("at", QStringLiteral("2026-10-25 02:30"));
        QCOMPARE(form.row("at").value("remark").toString(),
                 QStringLiteral("The clock is put back that night, so this time comes twice. The first of them is "
                                "recorded."));
        QVERIFY(form.flush());
        const auto state = *m_site->vault->participant(m_site->first);
        const auto* open = state->assessment({QStringLiteral("BL"), QStringLiteral("contact-log"), 1});
        QCOMPARE(*parseInstant(open->answers.value("at").value.toString()), *parseInstant("2026-10-25T02:30+02:00"));
        form.type("at", QStringLiteral("2026-10-25 03:30"));
        QVERIFY(form.row("at").value("remark").toString().isEmpty());
    }
    void siteTime_isNotTheTabletsTime() {
        // On a tablet in any zone: an hour that only another zone skips is a time like any other in Berlin.
        const instrument::Instrument& form = *m_site->library.instrument("contact-log");
        const QTimeZone berlin("Europe/Berlin");
        const auto answers = ui::formAnswers(form, {{QStringLiteral("at"), QStringLiteral("2026-03-08 02:30")}},
                                             berlin); // New York's gap
        QVERIFY(answers);
        QCOMPARE(*parseInstant(instrument::answerToJson(answers->value("at")).toString()),
                 *parseInstant("2026-03-08T02:30+01:00"));
        QCOMPARE(ui::formEntries(form, *answers, berlin).value("at").toString(), QStringLiteral("2026-03-08 02:30"));
    }

    void whatIsToBeReported_staysUntilItWasRead() {
        ui::InstructionModel instruction;
        instruction.setDesk(m_desk.get());
        m_desk->openParticipant(idText(m_site->first));
        Form form(*m_desk, m_site->first, "adverse-events");
        const QVariantList asked = form.items();
        for (const QVariant& one : asked)
            form.enter(one.toMap().value("id").toString(), QStringLiteral("0"));
        form.type("nausea", QStringLiteral("1"));
        form.type("nausea_severity", QStringLiteral("3")); // severe
        QCOMPARE(instruction.count(), 0);
        QVERIFY(form.save());
        QCOMPARE(instruction.count(), 1);
        QCOMPARE(instruction.about(), QStringLiteral("SYN-001: Adverse events"));
        QCOMPARE(instruction.text(), toldText);
        m_desk->open(nullptr, QStringLiteral("en"));
        QCOMPARE(instruction.count(), 0);
        m_desk->open(m_site->vault.get(), QStringLiteral("en")); // it waits for whoever comes next
        QCOMPARE(instruction.text(), toldText);
        QVERIFY(instruction.read());
        QCOMPARE(instruction.count(), 0);
        QCOMPARE(count("instructionRead"), 1);
    }
};

QTEST_GUILESS_MAIN(TestAlertModel)
#include "tst_alert_model.moc"

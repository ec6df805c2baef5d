// Alerts and staff's forms on the screens, by touch and by keyboard: acknowledged and closed, whom to call above every
// page, a form that a lock cut short, what a serious event asks to be reported; and pictures of each page.
#include "Screens.h"
#include "desk/Alerting.h"
#include "desk/Forms.h"

#include <QDir>
#include <QJsonArray>
#include <QQmlComponent>

using namespace serein;
using namespace serein::test;
using State = ui::AppModel::State;

namespace {

const QString toldText = QStringLiteral("For this test: report within the hours that a protocol names.");

/// The demonstration with two of staff's forms at baseline; a severe event is to be reported.
study::Study withForms(const instrument::Library& known) {
    QJsonObject json =
        readJson(instrument::Library::defaultFolder() + QStringLiteral("/studies/demo.json"))->toObject();
    json.insert(QStringLiteral("version"), QStringLiteral("1.1.0"));
    QJsonArray timepoints = json[QLatin1String("timepoints")].toArray();
    QJsonObject baseline = timepoints.at(0).toObject();
    QJsonArray battery = baseline[QLatin1String("battery")].toArray();
    for (const char* form : {"adverse-events", "contact-log"})
        battery.append(QJsonObject{{QStringLiteral("instrument"), QString::fromLatin1(form)}});
    baseline.insert(QStringLiteral("battery"), battery);
    timepoints.replace(0, baseline);
    json.insert(QStringLiteral("timepoints"), timepoints);
    json.insert(
        QStringLiteral("seriousAdverseEvent"),
        QJsonObject{{QStringLiteral("instrument"), QStringLiteral("adverse-events")},
                    {QStringLiteral("score"), QStringLiteral("worst")},
                    {QStringLiteral("operator"), QStringLiteral("ge")},
                    {QStringLiteral("cut"), 3},
                    {QStringLiteral("text"),
                     QJsonObject{{QStringLiteral("en"), toldText},
                                 {QStringLiteral("zh-CN"), QStringLiteral("仅供测试：请在方案规定的时间内上报。")}}}});
    return *study::parseStudy(json, known);
}

class Ward : public Screens {
public:
    Ward() {
        stop();
        if (!site.reopen() || !site.desk().amend(withForms(site.library), site.library))
            qFatal("no study with forms");
        third = *site.desk().enrol({QStringLiteral("SYN-003"),
                                    QStringLiteral("en"),
                                    QStringLiteral("1949"),
                                    QStringLiteral("Lan Wang"),
                                    {},
                                    {}});
        if (!site.desk().setAnchor(third, QStringLiteral("consent"), site.clock.now().addSecs(-3600)))
            qFatal("no consent");
        raise(third);
        site.vault.reset();
        begin();
    }
    /// The app, unlocked; every page gets the desk for its banners.
    void begin(const QString& name = QStringLiteral("anna")) {
        start();
        unlock(name);
        staff = await(QStringLiteral("staff"));
        QVERIFY(staff != nullptr);
        for (QObject* child : staff->findChildren<QObject*>())
            if (QByteArray(child->metaObject()->className()).startsWith("StaffBanners"))
                child->setProperty("desk", QVariant::fromValue(app->desk()));
    }
    void raise(const QUuid& participant) {
        instrument::Answers answers{{QStringLiteral("q9"), instrument::AnswerValue(Decimal(1))}};
        if (!site.desk().record({participant,
                                 QStringLiteral("BL"),
                                 QStringLiteral("phq9"),
                                 1,
                                 QStringLiteral("interview"),
                                 answers,
                                 {}}))
            qFatal("no alert");
    }
    void go(const QString& place, const QVariantMap& about = {}) {
        QVERIFY(QMetaObject::invokeMethod(staff, "go", Q_ARG(QString, place),
                                          Q_ARG(QVariant, about.isEmpty() ? QVariant() : QVariant::fromValue(about))));
        frame();
    }
    void openForm(const QString& instrument, const QString& name) {
        app->desk()->openParticipant(idText(third));
        go(QStringLiteral("form"),
           {{QStringLiteral("timepoint"), QVariantMap{{QStringLiteral("id"), QStringLiteral("BL")},
                                                      {QStringLiteral("label"), QStringLiteral("Baseline")}}},
            {QStringLiteral("cell"),
             QVariantMap{{QStringLiteral("instrument"), instrument}, {QStringLiteral("name"), name}}}});
    }
    template<class Fact> QList<Fact> facts() {
        QList<Fact> found;
        const QList<ledger::Event> all = events(third);
        for (const ledger::Event& event : all)
            if (const auto* fact = std::get_if<Fact>(&event.fact))
                found.append(*fact);
        return found;
    }
    QObject* staff = nullptr;
    QUuid third;
};

} // namespace

class TestStaffAlerts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void alert_isAcknowledgedByTouch_andClosed() {
        Ward ward;
        EVENTUALLY(ward.find(QStringLiteral("alert.action.0")) != nullptr); // unlocking lands on it
        QCOMPARE(ward.textOf(QStringLiteral("alert.deadline.0")), QStringLiteral("Acknowledge before 10:00, in 1 h"));
        ward.type(QStringLiteral("alert.action.0"), QStringLiteral("Talked with her"));
        ward.app->desk()->refresh(); // a minute passes: nothing of what was typed is lost
        QCOMPARE(ward.textOf(QStringLiteral("alert.action.0")), QStringLiteral("Talked with her"));
        ward.tap(QStringLiteral("alert.acknowledge.0"));
        EVENTUALLY_EQUAL(ward.app->desk()->alertCount(), 0);
        ward.tap(QStringLiteral("alerts.show.acknowledged"));
        ward.type(QStringLiteral("alert.outcome.0"), QStringLiteral("Psychiatry follows"));
        ward.tap(QStringLiteral("alert.close.0"));
        ward.tap(QStringLiteral("alerts.show.closed"));
        EVENTUALLY(ward.find(QStringLiteral("alert.close.0")) == nullptr);
        const auto closed = ward.facts<ledger::AlertClosed>();
        QCOMPARE(closed.size(), 1);
        QCOMPARE(closed.first().outcome, QStringLiteral("Psychiatry follows"));
    }
    void alert_isAcknowledgedByKeyboard_andClosed() {
        Ward ward;
        EVENTUALLY(ward.find(QStringLiteral("alert.action.0")) != nullptr);
        ward.tabTo(QStringLiteral("alert.action.0"));
        ward.write(QStringLiteral("Talked with her"));
        ward.press(QStringLiteral("alert.acknowledge.0"), Qt::Key_Return);
        EVENTUALLY_EQUAL(ward.app->desk()->alertCount(), 0);
        ward.press(QStringLiteral("alerts.show.acknowledged"), Qt::Key_Return);
        EVENTUALLY(ward.find(QStringLiteral("alert.outcome.0")) != nullptr);
        ward.tabTo(QStringLiteral("alert.outcome.0"));
        ward.write(QStringLiteral("Psychiatry follows"));
        ward.press(QStringLiteral("alert.close.0"), Qt::Key_Return);
        QCOMPARE(ward.facts<ledger::AlertClosed>().size(), 1);
    }
    void participantsOwnAlerts_areReachedFromTheirPage_byTouchAndByKeys() {
        Ward ward;
        ward.app->lock();
        QVERIFY(ward.site.reopen());
        ward.raise(ward.first); // somebody else's, which is not shown
        ward.site.vault.reset();
        ward.begin();
        ward.app->desk()->openParticipant(idText(ward.third));
        ward.go(QStringLiteral("participant"));
        ward.tap(QStringLiteral("participant.alert.0.open"));
        EVENTUALLY(ward.find(QStringLiteral("alert.action.0")) != nullptr);
        QVERIFY(ward.find(QStringLiteral("alert.action.1")) == nullptr);
        QVERIFY(ward.textOf(QStringLiteral("page.title")).startsWith(QStringLiteral("SYN-003")));
        ward.type(QStringLiteral("alert.action.0"), QStringLiteral("Talked with her"));
        ward.tap(QStringLiteral("alert.acknowledge.0"));
        EVENTUALLY_EQUAL(ward.app->desk()->alertCount(), 1); // the other one
        ward.press(QStringLiteral("page.back"));
        ward.press(QStringLiteral("participant.alert.0.open")); // now acknowledged, and to be closed
        EVENTUALLY(ward.find(QStringLiteral("alert.outcome.0")) != nullptr);
        ward.press(QStringLiteral("alerts.all"));
        ward.press(QStringLiteral("alerts.show.waiting"));
        EVENTUALLY(ward.find(QStringLiteral("alert.action.0")) != nullptr);
        QCOMPARE(ward.facts<ledger::AlertAcknowledged>().size(), 1);
    }
    void nurse_acknowledges_butDoesNotClose() {
        Ward ward;
        ward.app->lock();
        ward.begin(QStringLiteral("nora"));
        EVENTUALLY(ward.find(QStringLiteral("alert.action.0")) != nullptr);
        ward.type(QStringLiteral("alert.action.0"), QStringLiteral("Stayed with her"));
        QTest::keyClick(ward.window, Qt::Key_Return);
        EVENTUALLY_EQUAL(ward.app->desk()->alertCount(), 0);
        ward.tap(QStringLiteral("alerts.show.acknowledged"));
        QTest::qWait(100);
        QVERIFY(ward.find(QStringLiteral("alert.outcome.0")) == nullptr);
    }
    void banner_saysWhomToCall_onEveryPage() {
        Ward ward;
        const QString contact = QStringLiteral("To call: ") + ward.app->desk()->alertContact();
        for (const char* place : {"worklist", "participants", "exports"}) {
            ward.go(QString::fromLatin1(place));
            QCOMPARE(ward.textOf(QStringLiteral("staff.alerts.until")),
                     QStringLiteral("Acknowledge before 10:00, in 1 h"));
            QCOMPARE(ward.textOf(QStringLiteral("staff.alerts.contact")), contact);
        }
        ward.site.clock.advance(std::chrono::minutes(90));
        ward.app->desk()->refresh();
        EVENTUALLY_EQUAL(ward.textOf(QStringLiteral("staff.alerts.until")),
                         QStringLiteral("Should have been acknowledged before 10:00. Call now."));
        ward.tap(QStringLiteral("staff.alerts"));
        EVENTUALLY(ward.find(QStringLiteral("alert.action.0")) != nullptr);
    }
    void halfFilledForm_survivesALock_andAKill_data() { bothWays(); }
    void halfFilledForm_survivesALock_andAKill() {
        Ward ward;
        ward.asTheRowSays();
        ward.openForm(QStringLiteral("contact-log"), QStringLiteral("Contacts"));
        ward.choose(QStringLiteral("form.channel.1"));
        ward.type(QStringLiteral("form.at"), QStringLiteral("2026-11-20 08:30"));
        ward.app->lock(); // within a second of the last key
        ward.begin();
        ward.openForm(QStringLiteral("contact-log"), QStringLiteral("Contacts"));
        EVENTUALLY_EQUAL(ward.textOf(QStringLiteral("form.at")), QStringLiteral("2026-11-20 08:30"));
        QVERIFY(ward.find(QStringLiteral("form.channel.1"))->property("chosen").toBool());
        QCOMPARE(ward.facts<ledger::Submitted>().size(), 1); // the scale that raised the alert, and no form
    }
    void form_isFilledIn_andWhatIsToBeReportedStays_data() { bothWays(); }
    void form_isFilledIn_andWhatIsToBeReportedStays() {
        Ward ward;
        ward.asTheRowSays();
        ward.openForm(QStringLiteral("adverse-events"), QStringLiteral("Adverse events"));
        ward.choose(QStringLiteral("form.nausea.1"));
        EVENTUALLY(ward.find(QStringLiteral("form.nausea_severity.3")) != nullptr);
        QCOMPARE(ward.window->activeFocusItem()->objectName(),
                 QStringLiteral("form.nausea.1")); // a branch takes no focus
        ward.choose(QStringLiteral("form.nausea_severity.3"));
        ui::DeskModel& model = *ward.app->desk();
        const QVariantList asked =
            model.formItems(QStringLiteral("adverse-events"), {{QStringLiteral("nausea"), QStringLiteral("1")}});
        for (const QVariant& one : asked) {
            const QString id = one.toMap().value(QStringLiteral("id")).toString();
            const QVariantList options = one.toMap().value(QStringLiteral("options")).toList();
            if (options.size() == 2 && id != QStringLiteral("nausea"))
                ward.choose(QStringLiteral("form.%1.0").arg(id));
        }
        ward.choose(QStringLiteral("form.save"));
        EVENTUALLY_EQUAL(ward.textOf(QStringLiteral("instruction.text")), toldText);
        ward.go(QStringLiteral("participants"));
        QCOMPARE(ward.textOf(QStringLiteral("instruction.text")), toldText);
        ward.app->lock();
        ward.begin();
        EVENTUALLY_EQUAL(ward.textOf(QStringLiteral("instruction.text")), toldText);
        ward.choose(QStringLiteral("instruction.read"));
        EVENTUALLY(ward.find(QStringLiteral("instruction.read")) == nullptr);
        QCOMPARE(ward.facts<ledger::InstructionRead>().size(), 1);
    }
    void pictures() {
        const QString folder = QStringLiteral(SEREIN_BINARY_DIR "/staff-alerts");
        QVERIFY(QDir().mkpath(folder));
        Ward ward;
        ui::DeskModel& model = *ward.app->desk();
        QQmlComponent component(ward.engine.get());
        component.setData("import QtQml\nimport Serein.Theme\nQtObject { property var theme: Theme }", {});
        const std::unique_ptr<QObject> holder(component.create());
        QObject* theme = holder->property("theme").value<QObject*>();
        QVERIFY(desk::Forms(*model.vault())
                    .keep({ward.third, QStringLiteral("BL"), QStringLiteral("adverse-events")},
                          {{QStringLiteral("nausea"), instrument::AnswerValue(Decimal(1))},
                           {QStringLiteral("nausea_severity"), instrument::AnswerValue(Decimal(3))}}));
        for (const QString& language : {QStringLiteral("en"), QStringLiteral("zh-CN")}) {
            ward.app->setLanguage(language);
            for (const QSize size : {QSize(1280, 800), QSize(800, 1280)}) {
                ward.window->resize(size);
                for (const int percent : {100, 150}) {
                    theme->setProperty("staffScale", percent / 100.0);
                    const auto picture = [&](const QString& name) {
                        QTest::qWait(400);
                        QVERIFY(ward.window->grabWindow().save(QStringLiteral("%1/%2-%3-%4-%5.png")
                                                                   .arg(folder, name, language)
                                                                   .arg(size.width())
                                                                   .arg(percent)));
                    };
                    ward.go(QStringLiteral("alerts"));
                    picture(QStringLiteral("alerts"));
                    ward.openForm(QStringLiteral("adverse-events"), QStringLiteral("Adverse events"));
                    picture(QStringLiteral("form"));
                    ward.openForm(QStringLiteral("contact-log"), QStringLiteral("Contacts"));
                    picture(QStringLiteral("log"));
                }
            }
        }
    }
};

QTEST_MAIN(TestStaffAlerts)
#include "tst_staff_alerts.moc"

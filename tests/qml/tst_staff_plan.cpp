// The plan on the desk's screens, by touch and by keyboard: an operation set, postponed with the new plan beside the
// old, a baseline asked once more, what was missed, a late hand-over with its reason, calls; and pictures of each page.
#include "Screens.h"
#include "desk/Planning.h"
#include "support/AmendedDemo.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QQmlComponent>

using namespace serein;
using namespace serein::test;
using State = ui::AppModel::State;

namespace {

class Desk : public Screens {
public:
    Desk() {
        unlock();
        staff = await(QStringLiteral("staff"));
        QVERIFY(staff != nullptr);
        app->desk()->openParticipant(idText(first));
    }
    void go(const QString& place, const QVariantMap& about = {}) {
        QVERIFY(QMetaObject::invokeMethod(staff, "go", Q_ARG(QString, place),
                                          Q_ARG(QVariant, about.isEmpty() ? QVariant() : QVariant::fromValue(about))));
        frame();
    }
    [[nodiscard]] QVariantMap about(const QString& timepoint) const {
        return {{QStringLiteral("participant"), idText(first)},
                {QStringLiteral("subject"), QStringLiteral("SYN-001")},
                {QStringLiteral("timepoint"), timepoint},
                {QStringLiteral("label"), timepoint},
                {QStringLiteral("language"), QStringLiteral("en")}};
    }
    [[nodiscard]] QString anchorText(const QString& id) const {
        const QVariantList anchors = app->desk()->participant().value(QStringLiteral("anchors")).toList();
        for (const QVariant& one : anchors)
            if (one.toMap().value(QStringLiteral("id")) == id)
                return one.toMap().value(QStringLiteral("at")).toString();
        return {};
    }
    template<class Fact> QList<Fact> facts() {
        QList<Fact> found;
        const QList<ledger::Event> all = events(first);
        for (const ledger::Event& event : all)
            if (const auto* fact = std::get_if<Fact>(&event.fact))
                found.append(*fact);
        return found;
    }
    QObject* staff = nullptr;
};

} // namespace

class TestStaffPlan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void surgeryIsPostponed_withTheNewPlanInView_data() { bothWays(); }
    void surgeryIsPostponed_withTheNewPlanInView() {
        Desk desk;
        desk.asTheRowSays();
        desk.go(QStringLiteral("participant"));
        desk.choose(QStringLiteral("participant.anchor.incision"));
        EVENTUALLY(desk.find(QStringLiteral("anchor.at")) != nullptr);
        QVERIFY(desk.find(QStringLiteral("anchor.save")) == nullptr); // nothing to confirm yet
        desk.type(QStringLiteral("anchor.at"), QStringLiteral("2026-11-21 08:30"));
        EVENTUALLY(desk.find(QStringLiteral("plan.change.POD1")) != nullptr);
        desk.choose(QStringLiteral("anchor.save"));
        EVENTUALLY_EQUAL(desk.anchorText(QStringLiteral("incision")), QStringLiteral("2026-11-21 08:30"));

        desk.choose(QStringLiteral("participant.anchor.incision"));
        desk.type(QStringLiteral("anchor.at"), QStringLiteral("2026-11-26 08:30"));
        EVENTUALLY(desk.find(QStringLiteral("plan.change.POD1")) != nullptr);
        desk.choose(QStringLiteral("anchor.save")); // no reason yet
        EVENTUALLY_EQUAL(desk.app->desk()->errorField(), QStringLiteral("reason"));
        QCOMPARE(desk.textOf(QStringLiteral("anchor.at")), QStringLiteral("2026-11-26 08:30")); // nothing typed is lost
        desk.type(QStringLiteral("anchor.reason"), QStringLiteral("fever"));
        desk.choose(QStringLiteral("anchor.save"));
        EVENTUALLY_EQUAL(desk.anchorText(QStringLiteral("incision")), QStringLiteral("2026-11-26 08:30"));
        const auto moved = desk.facts<ledger::AnchorMoved>();
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved.first().reason, QStringLiteral("fever"));
    }
    void surgeryIsCancelled_data() { bothWays(); }
    void surgeryIsCancelled() {
        Desk desk;
        desk.asTheRowSays();
        QVERIFY(desk.app->desk()->setAnchor(idText(desk.first), QStringLiteral("incision"),
                                            QStringLiteral("2026-11-21 08:30"), QStringLiteral("set"), {}));
        desk.go(QStringLiteral("participant"));
        desk.choose(QStringLiteral("participant.anchor.incision"));
        EVENTUALLY(desk.find(QStringLiteral("anchor.how.revoke")) != nullptr);
        desk.choose(QStringLiteral("anchor.how.revoke"));
        QVERIFY(desk.find(QStringLiteral("anchor.at")) == nullptr);
        QVERIFY(desk.find(QStringLiteral("plan.change.POD1")) != nullptr);
        desk.type(QStringLiteral("anchor.reason"), QStringLiteral("cancelled"));
        desk.choose(QStringLiteral("anchor.save"));
        EVENTUALLY_EQUAL(desk.anchorText(QStringLiteral("incision")), QString());
        QCOMPARE(desk.facts<ledger::AnchorRevoked>().size(), 1);
    }
    void missed_isRecordedInTwoTouches_data() { bothWays(); }
    void missed_isRecordedInTwoTouches() {
        Desk desk;
        desk.asTheRowSays();
        desk.go(QStringLiteral("handOver"), desk.about(QStringLiteral("BL")));
        desk.choose(QStringLiteral("handover.missed"));
        EVENTUALLY(desk.find(QStringLiteral("missed.reason.asleep")) != nullptr);
        QVERIFY(desk.find(QStringLiteral("missed.save")) == nullptr); // no reason, no record
        desk.taps = 0;
        desk.choose(QStringLiteral("missed.reason.asleep"));
        desk.choose(QStringLiteral("missed.save"));
        QCOMPARE(desk.taps, desk.by == By::Touch ? 2 : 0);
        EVENTUALLY_EQUAL(desk.app->desk()->notice(), QStringLiteral("Recorded as missed."));
        const auto missed = desk.facts<ledger::Missed>();
        QCOMPARE(missed.size(), 1);
        QCOMPARE(missed.first().reason, QStringLiteral("asleep"));
    }
    void mistappedMissed_isMendedFromItsColumn_andTakenBack_data() { bothWays(); }
    void mistappedMissed_isMendedFromItsColumn_andTakenBack() {
        Desk desk;
        desk.asTheRowSays();
        VERIFY_DONE(desk::Planning(*desk.app->desk()->vault())
                        .recordMissed(desk.first, {QStringLiteral("BL"), {}, QStringLiteral("died")}));
        desk.app->desk()->refresh();
        desk.go(QStringLiteral("participant"));
        desk.choose(QStringLiteral("participant.handOver.BL")); // the column's one action
        EVENTUALLY(desk.textOf(QStringLiteral("mark.now")).contains(QStringLiteral("anna")));
        QVERIFY(desk.find(QStringLiteral("mark.save")) == nullptr);
        desk.choose(QStringLiteral("mark.reason.asleep"));
        desk.choose(QStringLiteral("mark.save")); // without a reason for it
        EVENTUALLY_EQUAL(desk.app->desk()->errorField(), QStringLiteral("why"));
        desk.type(QStringLiteral("mark.why"), QStringLiteral("the wrong button"));
        desk.choose(QStringLiteral("mark.save"));
        EVENTUALLY_EQUAL(desk.app->desk()->notice(), QStringLiteral("Corrected."));
        desk.choose(QStringLiteral("participant.cell.BL.1.phq9")); // a cell of it leads there as well
        desk.choose(QStringLiteral("mark.reason.none"));
        desk.type(QStringLiteral("mark.why"), QStringLiteral("she woke up"));
        desk.choose(QStringLiteral("mark.save"));
        EVENTUALLY_EQUAL(desk.app->desk()->notice(), QStringLiteral("It is not marked as missed any more."));
        EVENTUALLY_EQUAL(desk.textOf(QStringLiteral("participant.handOver.BL")), QStringLiteral("Hand over"));
        QCOMPARE(desk.facts<ledger::Missed>().size(), 2); // nothing is removed
        QCOMPARE(desk.facts<ledger::MissedTakenBack>().size(), 2);
    }
    void missedForm_isRecordedFromTheForm_andFromTheParticipantsPage_data() { bothWays(); }
    void missedForm_isRecordedFromTheForm_andFromTheParticipantsPage() {
        Desk desk;
        desk.asTheRowSays();
        desk.stop();
        VERIFY_DONE(desk.site.reopen());
        VERIFY_DONE(amendDemo(desk.site, [](QJsonObject& json) {
            QJsonArray timepoints = json[QLatin1String("timepoints")].toArray();
            QJsonObject baseline = timepoints.at(0).toObject();
            baseline.insert(QStringLiteral("battery"),
                            QJsonArray{QJsonObject{{QStringLiteral("instrument"), QStringLiteral("contact-log")}},
                                       QJsonObject{{QStringLiteral("instrument"), QStringLiteral("adverse-events")}}});
            baseline.remove(QStringLiteral("freshFor"));
            timepoints.replace(0, baseline);
            json.insert(QStringLiteral("timepoints"), timepoints);
        }));
        desk.first = *desk.site.desk().enrol({QStringLiteral("SYN-003"),
                                              QStringLiteral("en"),
                                              QStringLiteral("1949"),
                                              QStringLiteral("Lan Wang"),
                                              {},
                                              {}});
        VERIFY_DONE(desk.site.desk().setAnchor(desk.first, QStringLiteral("consent"), desk.site.clock.now()));
        desk.site.vault.reset();
        desk.start();
        desk.unlock();
        desk.staff = desk.await(QStringLiteral("staff"));
        desk.app->desk()->openParticipant(idText(desk.first));
        desk.go(QStringLiteral("participant"));
        desk.choose(QStringLiteral("participant.cell.BL.1.contact-log"));
        desk.choose(QStringLiteral("form.missed"));
        desk.choose(QStringLiteral("missed.reason.staffUnavailable"));
        desk.choose(QStringLiteral("missed.save"));
        EVENTUALLY_EQUAL(desk.app->desk()->notice(), QStringLiteral("Recorded as missed."));
        desk.choose(QStringLiteral("participant.tab.more"));
        desk.choose(QStringLiteral("participant.missed.BL"));
        desk.choose(QStringLiteral("missed.reason.refused"));
        desk.choose(QStringLiteral("missed.save"));
        EVENTUALLY_EQUAL(desk.app->desk()->notice(), QStringLiteral("Recorded as missed."));
        const auto missed = desk.facts<ledger::Missed>();
        QCOMPARE(missed.size(), 2);
        QCOMPARE(missed.constFirst().assessment.instrument, QStringLiteral("contact-log")); // the form it came from
        QCOMPARE(missed.constLast().assessment.instrument, QString());
    }
    void lateHandOver_saysWhy_data() { bothWays(); }
    void lateHandOver_saysWhy() {
        Desk desk;
        desk.asTheRowSays();
        desk.site.clock.advance(std::chrono::days(3)); // consent at 08:00: the window closed an hour ago
        desk.app->desk()->refresh();
        desk.go(QStringLiteral("handOver"), desk.about(QStringLiteral("BL")));
        desk.type(QStringLiteral("handover.secondIdentifier"), QStringLiteral("1957"));
        QVERIFY(desk.find(QStringLiteral("handover.confirm")) == nullptr); // a reason is missing
        desk.type(QStringLiteral("handover.reason"), QStringLiteral("in theatre until now"));
        desk.choose(QStringLiteral("handover.confirm"));
        EVENTUALLY_EQUAL(desk.app->state(), State::HandedOver);
        desk.choose(QStringLiteral("patient.begin"));
        const auto opened = desk.facts<ledger::AssessmentOpened>(); // and so in every export
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().reason, QStringLiteral("in theatre until now"));
    }
    void withoutConsent_nothingIsHandedOver() {
        Desk desk;
        QVERIFY(desk.app->desk()->setAnchor(idText(desk.first), QStringLiteral("consent"), {}, QStringLiteral("revoke"),
                                            QStringLiteral("somebody else's")));
        desk.go(QStringLiteral("handOver"), desk.about(QStringLiteral("BL")));
        QVERIFY(desk.find(QStringLiteral("handover.barred")) != nullptr);
        desk.type(QStringLiteral("handover.reason"), QStringLiteral("early"));
        desk.type(QStringLiteral("handover.secondIdentifier"), QStringLiteral("1957"));
        QVERIFY(desk.find(QStringLiteral("handover.confirm")) == nullptr);
    }
    void calls_areLogged_andLeadToTheQuestions_data() { bothWays(); }
    void calls_areLogged_andLeadToTheQuestions() {
        Desk desk;
        desk.asTheRowSays();
        desk.go(QStringLiteral("handOver"), desk.about(QStringLiteral("BL")));
        desk.choose(QStringLiteral("handover.call"));
        EVENTUALLY(desk.find(QStringLiteral("call.reached.nobody")) != nullptr);
        QVERIFY(desk.find(QStringLiteral("call.save")) == nullptr);
        desk.choose(QStringLiteral("call.reached.nobody"));
        desk.choose(QStringLiteral("call.outcome.noAnswer"));
        desk.choose(QStringLiteral("call.save"));
        EVENTUALLY_EQUAL(desk.app->desk()->notice(), QStringLiteral("The call is in the log."));
        desk.reach(QStringLiteral("call.0"));
        desk.go(QStringLiteral("call"), desk.about(QStringLiteral("BL")));
        desk.choose(QStringLiteral("call.ask"));
        EVENTUALLY(desk.find(QStringLiteral("handover.helper")) != nullptr); // by telephone, so somebody asks
        QCOMPARE(desk.facts<ledger::CallAttempted>().size(), 1);
    }
    void staleBaseline_isAskedOnceMore_data() { bothWays(); }
    void staleBaseline_isAskedOnceMore() {
        Desk desk;
        desk.asTheRowSays();
        ui::DeskModel& model = *desk.app->desk();
        desk::Desk room(*model.vault());
        for (const QString& id : model.vault()->study().timepoint(QStringLiteral("BL"))->battery)
            QVERIFY(room.record({desk.first, QStringLiteral("BL"), id, 0, QStringLiteral("interview"), {}, {}}));
        QVERIFY(model.setAnchor(idText(desk.first), QStringLiteral("incision"), QStringLiteral("2026-11-26 08:30"),
                                QStringLiteral("set"), {}));
        desk.go(QStringLiteral("participant"));
        desk.type(QStringLiteral("stale.BL.reason"), QStringLiteral("postponed"));
        desk.choose(QStringLiteral("stale.BL.repeat"));
        EVENTUALLY(desk.find(QStringLiteral("stale.BL")) == nullptr);
        QCOMPARE(desk.facts<ledger::TimepointRepeated>().size(), 1);
    }
    void pictures_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        for (const char* language : {"en", "zh-CN"})
            for (const QSize size : {QSize(1280, 800), QSize(800, 1280)})
                QTest::addRow("%s-%d", language, size.width()) << QString::fromLatin1(language) << size;
    }
    void pictures() {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        const QString folder = QStringLiteral(SEREIN_BINARY_DIR "/staff-plan");
        QVERIFY(QDir().mkpath(folder));
        Desk desk;
        ui::DeskModel& model = *desk.app->desk();
        desk::Desk room(*model.vault());
        for (const QString& id : model.vault()->study().timepoint(QStringLiteral("BL"))->battery)
            QVERIFY(room.record({desk.first, QStringLiteral("BL"), id, 0, QStringLiteral("interview"), {}, {}}));
        const QString participant = idText(desk.first);
        QVERIFY(model.setAnchor(participant, QStringLiteral("incision"), QStringLiteral("2026-11-21 08:30"),
                                QStringLiteral("set"), {}));
        QVERIFY(desk::Planning(*model.vault())
                    .logCall(desk.first, {QStringLiteral("POD1"), QStringLiteral("relative"),
                                          QStringLiteral("callAgain"), QStringLiteral("After six in the evening")}));
        QQmlComponent component(desk.engine.get());
        component.setData("import QtQml\nimport Serein.Theme\nQtObject { property var theme: Theme }", {});
        const std::unique_ptr<QObject> holder(component.create());
        QObject* theme = holder->property("theme").value<QObject*>();
        desk.app->setLanguage(language);
        model.openParticipant(participant);
        desk.window->resize(size);
        for (const int percent : {100, 150}) {
            theme->setProperty("staffScale", percent / 100.0);
            const auto picture = [&](const QString& name) {
                QTest::qWait(400); // motion ends
                QVERIFY(desk.window->grabWindow().save(
                    QStringLiteral("%1/%2-%3-%4-%5.png").arg(folder, name, language).arg(size.width()).arg(percent)));
            };
            const QVariantList anchors = model.participant().value(QStringLiteral("anchors")).toList();
            desk.go(QStringLiteral("anchor"), anchors.at(1).toMap());
            desk.type(QStringLiteral("anchor.at"), QStringLiteral("2026-11-26 08:30"));
            picture(QStringLiteral("anchor"));
            for (const char* place : {"handOver", "missed", "call"}) {
                desk.go(QString::fromLatin1(place), desk.about(QStringLiteral("POD1")));
                picture(QString::fromLatin1(place));
            }
        }
    }
};

QTEST_MAIN(TestStaffPlan)
#include "tst_staff_plan.moc"

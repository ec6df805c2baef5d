// One participant's page in words: every state of a cell worked out by hand, what may be opened by whom, what stands
// above the plan, and the courses of the scores.
#include "ui/ParticipantPage.h"

#include "support/ReviewVault.h"
#include "ui/TrendModel.h"

using namespace serein;
using namespace serein::test;
using ledger::AssessmentKey;

namespace {

const vault::Actor nora{QStringLiteral("nora"), QStringLiteral("nurse")};

AssessmentKey at(const char* timepoint, const char* instrument, int sequence = 1) {
    return {QString::fromLatin1(timepoint), QString::fromLatin1(instrument), sequence};
}

QVariantMap rowWith(const QVariant& list, const QString& key, const QVariant& value) {
    for (const QVariant& one : list.toList())
        if (one.toMap().value(key) == value)
            return one.toMap();
    return {};
}

} // namespace

class TestParticipantPage : public QObject {
    Q_OBJECT
    std::unique_ptr<ReviewVault> m_site;

    void now(const char* text) { m_site->clock.set(*parseInstant(QString::fromLatin1(text))); }
    void write(const QUuid& id, const ledger::Fact& fact) { m_site->write(id, {fact}, nora); }
    [[nodiscard]] QVariantMap page(const QUuid& id, const QString& language = QStringLiteral("en")) const {
        const auto page = ui::participantPage(*m_site->vault, id, language);
        return page.value_or(QVariantMap());
    }
    [[nodiscard]] QVariantMap column(const QUuid& id, const QString& timepoint, int sequence = 1) const {
        for (const QVariant& one : page(id).value("timepoints").toList())
            if (one.toMap().value("timepoint") == timepoint && one.toMap().value("sequence") == sequence)
                return one.toMap();
        return {};
    }
    [[nodiscard]] QVariantMap cell(const QUuid& id, const AssessmentKey& key) const {
        return rowWith(column(id, key.timepoint, key.sequence).value("cells"), "instrument", key.instrument);
    }
    /// "submitted | late, corrected | assessment"
    [[nodiscard]] QString standing(const QUuid& id, const AssessmentKey& key) const {
        const QVariantMap one = cell(id, key);
        QStringList marks;
        for (const QVariant& mark : one.value("marks").toList())
            marks += mark.toMap().value("condition").toString();
        return one.value("state").toString() + " | " + marks.join(", ") + " | " + one.value("action").toString();
    }
    void begin(const QUuid& id, const AssessmentKey& key, const char* when) {
        now(when);
        write(id, ledger::AssessmentOpened{key, {}, {}, "en", {}, false, "self"});
    }
    [[nodiscard]] QString fact(const QUuid& id, const char* what) const {
        return rowWith(page(id).value("facts"), "id", QString::fromLatin1(what)).value("text").toString();
    }
    [[nodiscard]] QStringList choices(const char* place) const { // of the second participant
        QStringList timepoints;
        const QVariantMap one = rowWith(page(m_site->second).value("actions"), "place", QString::fromLatin1(place));
        for (const QVariant& choice : one.value("choices").toList())
            timepoints += choice.toMap().value("timepoint").toString();
        return timepoints;
    }
    [[nodiscard]] QStringList actions(const QUuid& id) const {
        QStringList places;
        for (const QVariant& one : page(id).value("actions").toList())
            places += one.toMap().value("place").toString();
        return places;
    }

private Q_SLOTS:
    void init() {
        m_site = std::make_unique<ReviewVault>(); // consent 20 Nov 09:00, incision 20 Nov 11:30; now 21 Nov 09:00
        m_site->as("nora");
    }

    void nothingBegun_followsTheWindow() {
        QCOMPARE(standing(m_site->first, at("BL", "gad7")), "open |  | "); // three days from the consent
        QCOMPARE(standing(m_site->first, at("PACU", "nrs-pain")), "unscheduled |  | ");
        QCOMPARE(standing(m_site->first, at("POD2", "nrs-sleep")), "planned |  | ");
        now("2026-11-21T05:59:59+08:00");
        QCOMPARE(standing(m_site->first, at("POD1", "nrs-pain")), "planned |  | ");
        now("2026-11-21T06:00+08:00");
        QCOMPARE(standing(m_site->first, at("POD1", "nrs-pain")), "open |  | ");
        now("2026-11-21T09:59:59+08:00");
        QCOMPARE(standing(m_site->first, at("POD1", "nrs-pain")), "open |  | ");
        now("2026-11-21T10:00+08:00"); // the end is no part of it
        QCOMPARE(standing(m_site->first, at("POD1", "nrs-pain")), "overdue |  | ");
    }
    void begun_saysHowFar() {
        QCOMPARE(standing(m_site->first, mood), "submitted |  | assessment");
        begin(m_site->first, at("BL", "gad7"), "2026-11-21T09:00+08:00");
        QCOMPARE(standing(m_site->first, at("BL", "gad7")), "inProgress |  | assessment");
        write(m_site->first, ledger::Submitted{at("BL", "gad7"), {}, "1", true, {"q7"}});
        QCOMPARE(standing(m_site->first, at("BL", "gad7")), "endedEarly |  | assessment");
        QCOMPARE(cell(m_site->first, at("BL", "gad7")).value("text").toString(), "ended early");
    }
    void outsideItsWindow_isEarlyOrLate_data() {
        QTest::addColumn<QString>("when");
        QTest::addColumn<QString>("mark");
        QTest::newRow("just before") << "2026-11-21T05:59:59+08:00" << "early";
        QTest::newRow("as it opens") << "2026-11-21T06:00+08:00" << "";
        QTest::newRow("last second") << "2026-11-21T09:59:59+08:00" << "";
        QTest::newRow("as it closes") << "2026-11-21T10:00+08:00" << "late";
    }
    void outsideItsWindow_isEarlyOrLate() {
        QFETCH(const QString, when);
        QFETCH(const QString, mark);
        begin(m_site->second, at("POD1", "nrs-pain"), qPrintable(when));
        QCOMPARE(standing(m_site->second, at("POD1", "nrs-pain")), "inProgress | " + mark + " | assessment");
    }
    void begunWithoutADate_saysSo() {
        begin(m_site->first, at("PACU", "nrs-pain"), "2026-11-21T09:00+08:00");
        QCOMPARE(standing(m_site->first, at("PACU", "nrs-pain")), "inProgress | unscheduled | assessment");
    }
    void missed_saysWhy() {
        write(m_site->first, ledger::Missed{at("POD1", "nrs-pain"), "asleep", {}});
        QCOMPARE(standing(m_site->first, at("POD1", "nrs-pain")), "missed |  | missed"); // to be mended
        QCOMPARE(cell(m_site->first, at("POD1", "nrs-pain")).value("text").toString(), "missed: asleep");
        write(m_site->first, ledger::Missed{at("POD1", ""), "inTheatre", {}}); // the rest of it
        QCOMPARE(cell(m_site->first, at("POD1", "nrs-anxiety")).value("text").toString(), "missed: in theatre");
        QCOMPARE(standing(m_site->first, sleep1), "submitted |  | assessment"); // was answered all the same
    }
    void baseline_isStale_pastThreeDaysBeforeDayZero() {
        // Submitted on 20 Nov at 10:00, fresh for three days: an incision on 23 Nov at 10:00 still is.
        write(m_site->first, ledger::AnchorMoved{"incision", *parseInstant("2026-11-23T10:00+08:00"), "fever"});
        QCOMPARE(standing(m_site->first, mood), "submitted |  | assessment");
        write(m_site->first, ledger::AnchorMoved{"incision", *parseInstant("2026-11-23T10:00:01+08:00"), "fever"});
        QCOMPARE(standing(m_site->first, mood), "submitted | stale | assessment");
        QCOMPARE(standing(m_site->first, sleep1), "submitted |  | assessment"); // keeps the plan it was asked by
    }
    void corrected_queried_proposed_areMarked() {
        m_site->write(m_site->first,
                      {ledger::Corrected{mood, "q1", 1, 0, "mistyped",
                                         m_site->state(m_site->first)->assessment(mood)->scores, "1", QUuid()}},
                      nora);
        QCOMPARE(standing(m_site->first, mood), "submitted | corrected | assessment");
        m_site->write(m_site->first, {ledger::CorrectionProposed{mood, "q2", 1, 0, "mistyped"}}, nora);
        const auto raised =
            m_site->vault->append(m_site->first, {{ledger::QueryRaised{mood, "q3", "Sure?"}}}, {"dana", "dataManager"});
        QVERIFY(raised);
        QCOMPARE(standing(m_site->first, mood), "submitted | corrected, proposed, query | assessment");
        QCOMPARE(fact(m_site->first, "queries"), "1");
        write(m_site->first, ledger::QueryAnswered{raised->constFirst(), "Yes."});
        QCOMPARE(fact(m_site->first, "queries"), "1"); // open until whoever asked closes it
        m_site->write(m_site->first, {ledger::QueryClosed{raised->constFirst(), {}}}, {"dana", "dataManager"});
        QCOMPARE(standing(m_site->first, mood), "submitted | corrected, proposed | assessment");
        QCOMPARE(fact(m_site->first, "queries"), "0");
    }
    void screenFailedOrWithdrawn_isNotApplicable() {
        write(m_site->second, ledger::Withdrawn{{"questionnaires"}, "participant", {}, "kept"});
        QCOMPARE(standing(m_site->second, at("BL", "phq9")), "notApplicable |  | ");
        QCOMPARE(standing(m_site->second, at("POD1", "treatment")), "open |  | "); // records may still be used
        QCOMPARE(column(m_site->second, "BL").value("action").toString(), QString());
        write(m_site->second, ledger::ScreenFailed{"no surgery"});
        QCOMPARE(standing(m_site->second, at("POD1", "treatment")), "notApplicable |  | ");
        QCOMPARE(standing(m_site->first, mood), "submitted |  | assessment");
    }
    void everySequence_hasItsColumn() {
        write(m_site->first, ledger::TimepointRepeated{"POD1", "again"});
        QCOMPARE(page(m_site->first).value("timepoints").toList().size(), 8); // seven, and day 1 twice
        QCOMPARE(column(m_site->first, "POD1", 1).value("label").toString(), "Day 1 after surgery, morning · 1st");
        QCOMPARE(column(m_site->first, "POD1", 2).value("label").toString(), "Day 1 after surgery, morning · 2nd");
        QCOMPARE(standing(m_site->first, sleep1), "submitted |  | assessment");
        QCOMPARE(cell(m_site->first, sleep1).value("sequence").toInt(), 1);
        QCOMPARE(standing(m_site->first, at("POD1", "nrs-pain", 1)), "superseded |  | ");
        QCOMPARE(standing(m_site->first, at("POD1", "nrs-sleep", 2)), "open |  | ");
        QCOMPARE(column(m_site->first, "POD1", 1).value("action").toString(), QString());
        QCOMPARE(column(m_site->first, "POD1", 2).value("action").toString(), "handOver");
        QCOMPARE(column(m_site->first, "POD2").value("label").toString(), "Day 2 after surgery, morning");
    }

    void whoMayNotKnow_seesThatItIsDone_andNoWayIn_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("done");
        QTest::addColumn<QString>("left");
        QTest::newRow("nurse") << "nora" << "submitted |  | " << "open |  | ";
        QTest::newRow("investigator") << "iris" << "submitted |  | " << "open |  | ";
        QTest::newRow("monitor") << "mona" << "submitted |  | " << "open |  | ";
        QTest::newRow("data manager") << "dana" << "submitted |  | assessment" << "open |  | ";
        QTest::newRow("unblinded nurse") << "uma" << "submitted |  | assessment" << "open |  | form";
    }
    void whoMayNotKnow_seesThatItIsDone_andNoWayIn() {
        QFETCH(const QString, name);
        QFETCH(const QString, done);
        QFETCH(const QString, left);
        m_site->as(name);
        QCOMPARE(standing(m_site->first, drug), done);
        QCOMPARE(standing(m_site->second, drug), left);
        const QByteArray all = canonicalJson(QJsonValue::fromVariant(page(m_site->first)));
        QVERIFY(!all.contains(sentinel.toUtf8()));
    }

    void column_offersWhatTheWorklistDoes() {
        QCOMPARE(column(m_site->second, "POD1").value("action").toString(), "handOver");
        write(m_site->second, ledger::Located{"home", {}, {}});
        QCOMPARE(column(m_site->second, "POD1").value("action").toString(), "call");
        write(m_site->second, ledger::Suspended{"icu", "sepsis"});
        QCOMPARE(column(m_site->second, "POD1").value("action").toString(), QString());
        write(m_site->second, ledger::Resumed{"back"});
        for (const char* self : {"nrs-sleep", "nrs-pain", "nrs-anxiety"})
            write(m_site->second, ledger::Missed{at("POD1", self), "refused", {}});
        QCOMPARE(column(m_site->second, "POD1").value("action").toString(), QString()); // not a blinded nurse's form
        m_site->as("uma");
        QCOMPARE(choices("missed"), (QStringList{"BL", "POD1"})); // of day 1 a form alone is left
        QCOMPARE(choices("call"), QStringList{"BL"});
        QCOMPARE(column(m_site->second, "POD1").value("action").toString(), "fillIn");
        QCOMPARE(column(m_site->second, "POD1").value("form").toMap().value("instrument").toString(), "treatment");
        write(m_site->second, ledger::Missed{at("POD1", "treatment"), "refused", {}});
        QCOMPARE(column(m_site->second, "POD1").value("action").toString(), "missed"); // nothing else is left to do
        m_site->as("mona");
        QCOMPARE(column(m_site->second, "BL").value("action").toString(), QString()); // who reads hands nothing over
        QCOMPARE(column(m_site->second, "POD1").value("action").toString(), QString());
        QCOMPARE(standing(m_site->second, at("POD1", "nrs-pain")), "missed |  | ");
    }
    void actions_areThoseOfTheRole() {
        const QStringList bedside{"consent", "standing", "whereabouts", "notes", "missed", "call", "stream", "queries"};
        QCOMPARE(actions(m_site->first), bedside);
        m_site->as("iris");
        QCOMPARE(actions(m_site->first), bedside + QStringList({"sign", "export"}));
        m_site->as("mona");
        QCOMPARE(actions(m_site->first), (QStringList{"notes", "stream", "queries"}));
        m_site->as("dana");
        QCOMPARE(actions(m_site->first), (QStringList{"notes", "stream", "queries", "export"}));
    }
    void missedAndCalls_nameTheTimepointsThatAreLeft() {
        const QVariantMap missed = rowWith(page(m_site->first).value("actions"), "place", "missed");
        QStringList timepoints;
        for (const QVariant& one : missed.value("choices").toList())
            timepoints += one.toMap().value("about").toMap().value("timepoint").toString();
        QCOMPARE(timepoints, (QStringList{"BL", "POD1"})); // those whose window has opened
    }
    void dates_areChangedByWhoMayPlan() {
        QVERIFY(page(m_site->first).value("mayPlan").toBool());
        for (const char* reader : {"mona", "dana"}) {
            m_site->as(reader);
            QVERIFY2(!page(m_site->first).value("mayPlan").toBool(), reader);
        }
    }
    void alerts_areListed_asFarAsTheBlindingAllows() {
        now("2026-11-21T09:00+08:00");
        write(m_site->first, ledger::AlertRaised{mood, "item9", "q9"});
        m_site->write(m_site->first, {ledger::AlertRaised{drug, "overdose", "dose"}}, nora,
                      ledger::BodyClass::Unblinding);
        const auto texts = [&](const char* key) {
            QStringList all;
            for (const QVariant& one : page(m_site->first).value("alerts").toList())
                all += one.toMap().value(key).toString();
            all.sort();
            return all;
        };
        QCOMPARE(texts("standing"), (QStringList{"waiting", "waiting"}));
        QVERIFY(texts("since").constFirst().startsWith("waits since 21 Nov 2026, 09:00"));
        const QString kept = "What this alert says is not for this role. Call the contact.";
        QCOMPARE(texts("text").filter(kept).size(), 1);
        QCOMPARE(texts("text").filter("PHQ-9").size(), 1);
        QVERIFY(texts("text").filter("dose", Qt::CaseInsensitive).isEmpty());
        QVERIFY(actions(m_site->first).contains("participantAlerts"));
        QVERIFY(!actions(m_site->second).contains("participantAlerts")); // has none
        m_site->as("uma");
        QVERIFY(texts("text").filter(kept).isEmpty());
        const auto alerts = m_site->state(m_site->first)->alerts;
        for (const ledger::AlertState& alert : alerts)
            if (alert.assessment == mood)
                write(m_site->first, ledger::AlertAcknowledged{alert.id, "talked"});
        QCOMPARE(texts("standing"), (QStringList{"acknowledged", "waiting"}));
        QCOMPARE(texts("since").filter("acknowledged 21 Nov 2026, 09:00 by nora, not closed").size(), 1);
        m_site->clock.advance(std::chrono::hours(24 * 7));
        QCOMPARE(texts("since").filter("overdue").size(), 1);
    }

    void header_saysWhatOneHasToKnow() {
        QCOMPARE(fact(m_site->first, "standing"), "in the study");
        QCOMPARE(fact(m_site->first, "consent"), "none yet"); // dated, but nobody wrote down which document was signed
        QCOMPARE(fact(m_site->first, "whereabouts"), "not recorded");
        QCOMPARE(fact(m_site->first, "language"), "English");
        QCOMPARE(fact(m_site->first, "alerts"), "0");
        QCOMPARE(fact(m_site->first, "data"), "open");
        write(m_site->first,
              ledger::Consented{"1.0", *parseInstant("2026-11-20T09:00+08:00"), "participant", "initial"});
        QCOMPARE(fact(m_site->first, "consent"), "document 1.0, 20 Nov 2026, 09:00");
        write(m_site->first, ledger::Located{"icu", "7", "3"});
        QCOMPARE(fact(m_site->first, "whereabouts"), "in intensive care · ward 7 · bed 3");
        write(m_site->first, ledger::Suspended{"icu", "sepsis"});
        QCOMPARE(fact(m_site->first, "standing"), "suspended: in intensive care");
        write(m_site->first, ledger::Withdrawn{{"studyDrug", "calls"}, "participant", {}, "kept"});
        QCOMPARE(fact(m_site->first, "standing"),
                 "withdrawn from the study drug, calls · suspended: in intensive care");
        write(m_site->first, ledger::AlertRaised{mood, "item9", "q9"});
        QCOMPARE(fact(m_site->first, "alerts"), "1");
        write(m_site->first, ledger::DataStateChanged{"frozen", "review"});
        QCOMPARE(fact(m_site->first, "data"), "frozen");
    }
    void queryAboutWhatTellsTheTreatment_isNotCountedForTheBlinded() {
        m_site->write(m_site->first, {ledger::QueryRaised{drug, "dose", "Sure?"}}, {"dana", "dataManager"},
                      ledger::BodyClass::Unblinding);
        QCOMPARE(fact(m_site->first, "queries"), "0");
        m_site->as("uma");
        QCOMPARE(fact(m_site->first, "queries"), "1");
    }

    void course_joinsOnlyNeighbours() {
        const auto sleep = [&](const char* timepoint, int value, const char* when) {
            m_site->give(m_site->first, at(timepoint, "nrs-sleep"), {{"q1", value}}, "self", QString::fromLatin1(when));
        };
        sleep("POD3", 5, "2026-11-23T07:00+08:00"); // day 2 is missing between 7 and 5
        sleep("POD7", 0, "2026-11-27T07:00+08:00");
        ui::DeskModel desk(nullptr);
        desk.open(m_site->vault.get(), "en");
        ui::TrendModel trends;
        trends.setDesk(&desk);
        trends.setParticipant(idText(m_site->first));
        QCOMPARE(trends.condition(), "list");
        const QVariantMap course = rowWith(trends.trends(), "id", "nrs-sleep.value");
        QStringList words;
        for (const QVariant& one : course.value("points").toList()) {
            const QVariantMap point = one.toMap();
            words += point.value("tick").toString() + u' ' +
                     (point.contains("at") ? point.value("at").toString() : "-") +
                     (point.value("joins").toBool() ? " joins" : "");
        }
        QCOMPARE(words, (QStringList{"BL -", "POD1 0.7", "POD2 -", "POD3 0.5", "POD7 0 joins", "POD30 -"}));
        QVERIFY(course.value("bands").toList().isEmpty()); // the demonstration doesn't show them
        const QVariantMap endpoint = rowWith(trends.endpoints(), "id", "psd");
        QCOMPARE(endpoint.value("text").toString(), "yes");
        QCOMPARE(endpoint.value("missing").toString(), QString());
    }
    void bands_standOnlyWhereTheStudyShowsThem_andHiddenCoursesSaySo() {
        const auto with = [](const char* member, const QJsonValue& value) {
            return [=](const instrument::Library& library) {
                QJsonObject json = readJson(instrument::Library::defaultFolder() + "/studies/demo.json")->toObject();
                if (QLatin1String(member) == QLatin1String("hidesTrends")) {
                    QJsonObject blinding = json["blinding"].toObject();
                    blinding.insert(member, value);
                    json["blinding"] = blinding;
                } else {
                    json.insert(member, value);
                }
                return *study::parseStudy(json, library);
            };
        };
        const auto coursesOf = [](TestVault& site, const auto& look) {
            const QUuid id = site.enrol();
            const AssessmentKey key = at("BL", "phq9");
            const QJsonObject scores{{"total", QJsonObject{{"value", 9}, {"status", "complete"}}}};
            QVERIFY(site.vault->append(id,
                                       {{ledger::AssessmentOpened{key, {}, {}, "en", {}, false, "self"}},
                                        {ledger::Submitted{key, scores, "1", false, {}}}},
                                       vault::participantActor));
            ui::DeskModel desk(nullptr);
            desk.open(site.vault.get(), "en");
            ui::TrendModel trends;
            trends.setDesk(&desk);
            trends.setParticipant(idText(id));
            look(trends);
        };
        TestVault shown({account::Role::Nurse}, shippedLibrary(), with("showBands", true));
        coursesOf(shown, [](const ui::TrendModel& trends) {
            // Kroenke 2001: 0 to 27; mild from 5, moderate from 10, moderately severe from 15, severe from 20.
            const QVariantList bands = trends.trends().constFirst().toMap().value("bands").toList();
            QCOMPARE(bands.size(), 5);
            QCOMPARE(bands[1].toMap().value("from").toDouble(), 5.0 / 27);
            QCOMPARE(bands[1].toMap().value("to").toDouble(), 10.0 / 27);
            QCOMPARE(bands[4].toMap().value("to").toDouble(), 1.0);
        });
        TestVault hidden({account::Role::Nurse}, shippedLibrary(), with("hidesTrends", QJsonArray{"nurse"}));
        coursesOf(hidden, [](const ui::TrendModel& trends) {
            QCOMPARE(trends.condition(), "hidden");
            QVERIFY(trends.trends().isEmpty() && trends.endpoints().isEmpty());
        });
    }
};

QTEST_GUILESS_MAIN(TestParticipantPage)
#include "tst_participant_page.moc"

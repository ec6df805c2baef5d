// What SDTM says of a participant over time: first exposure, baseline, visits through amendments, death. Expected
// values from the SDTM Implementation Guide 3.3.
#include "SdtmRows.h"
#include "Ward.h"
#include "exporting/Reconcile.h"
#include "exporting/SdtmFiles.h"
#include "exporting/SdtmFindings.h"
#include "exporting/Selection.h"

using namespace serein;
using namespace serein::exporting;
using fixture::at;
using fixture::Kept;
using fixture::Ward;
using test::named;
using test::Row;
using test::rows;

namespace {

SdtmDataset named(const Records& records, const char* name) {
    const auto all = test::datasetsOf(records);
    if (!all)
        qFatal("%s", qPrintable(all.error().toString()));
    return named(*all, name);
}
Row dm(const Kept& kept) {
    return rows(named({kept.record()}, "DM")).value(0);
}
Row finding(const Kept& kept, const Row& wanted) {
    return rows(named({kept.record()}, "QS"), wanted).value(0);
}

/// The demonstration study with an anchor more, which may be the one that it names first exposure.
void addAnchor(Ward& ward, const QString& id, bool isNamed) {
    ward.amend([&](QJsonObject& json) {
        QJsonArray anchors = json.value("anchors").toArray();
        anchors.append(QJsonObject{{"id", id}, {"label", QJsonObject{{"en", "Drug"}, {"zh-CN", "用药"}}}});
        json.insert("anchors", anchors);
        if (isNamed)
            json.insert("firstExposure", id);
    });
}
void set(Ward& ward, const QString& anchor, const char* moment) {
    ward.happen(ledger::AnchorSet{anchor, at(moment)}, "nora", "nurse");
}
const ledger::AssessmentKey baseline{"BL", "nrs-pain", 1};
const QJsonObject pain{{"rest", 4}, {"movement", 6}};

} // namespace

class TestSdtmSubject : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstExposure_isTheAnchorThatTheStudyNames_data() {
        QTest::addColumn<QString>("anchor");
        QTest::addColumn<bool>("isNamed");
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("exposure");
        // The incision is at 08:30, the drug at 09:00.
        const QString drug = "2026-11-20T09:00:00+08:00";
        QTest::newRow("named") << "pcaStart" << true << drug << drug;
        QTest::newRow("studyDrug, unsaid") << "studyDrug" << false << drug << drug;
        QTest::newRow("none: day zero") << "drugStart" << false << "2026-11-20T08:30:00+08:00" << QString();
    }
    void firstExposure_isTheAnchorThatTheStudyNames() {
        QFETCH(QString, anchor);
        QFETCH(bool, isNamed);
        Ward ward;
        addAnchor(ward, anchor, isNamed);
        ward.enrol();
        set(ward, anchor, "2026-11-20T09:00+08:00");
        ward.now("2026-11-20T08:45+08:00"); // after the incision, before the drug
        ward.give(baseline, pain);
        const Kept kept(ward);
        QTEST(dm(kept).value("RFSTDTC"), "reference");
        QTEST(dm(kept).value("RFXSTDTC"), "exposure");
        const bool isBefore = !dm(kept).value("RFXSTDTC").isEmpty();
        const Row rest = finding(kept, {{"QSTESTCD", "NRSP0101"}});
        QCOMPARE(rest.value("EPOCH"), QString(isBefore ? "BASELINE" : "TREATMENT"));
        QCOMPARE(rest.value("QSLOBXFL"), QString(isBefore ? "Y" : ""));
        QCOMPARE(rest.value("QSDY"), QString("1"));
    }
    void shippedStudies_nameTheirFirstExposure() {
        const instrument::Library library = fixture::library();
        const QMap<QString, QString> anchors{{"demo", {}},
                                             {"mood-breast", "drugStart"},
                                             {"pain-magnesium", "drugStart"},
                                             {"postpartum", "drugStart"},
                                             {"psd-laparoscopy", "drugStart"},
                                             {"scoliosis-analgesia", "pcaStart"}};
        for (auto it = anchors.begin(); it != anchors.end(); ++it) {
            const auto json = readJson(QStringLiteral(SEREIN_SOURCE_DIR "/instruments/studies/%1.json").arg(it.key()));
            QCOMPARE(study::parseStudy(*json, library)->firstExposure, *it);
        }
        QJsonObject json = fixture::study(library).json;
        json.insert("firstExposure", "nowhere");
        const auto wrong = study::parseStudy(json, library);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().faults.constFirst().pointer, QString("/firstExposure"));
    }
    void secondOperation_leavesTheFirstExposure() {
        Ward ward;
        addAnchor(ward, "studyDrug", false);
        ward.enrol();
        set(ward, "studyDrug", "2026-11-20T08:00+08:00");
        ward.happen(ledger::AnchorMoved{"studyDrug", at("2026-11-20T09:00+08:00"), "put off"}, "nora", "nurse");
        ward.happen(ledger::AnchorRepeated{"studyDrug", at("2026-11-25T09:00+08:00"), "continue", {}, "again"}, "nora",
                    "nurse");
        QCOMPARE(dm(Kept(ward)).value("RFXSTDTC"), QString("2026-11-20T09:00:00+08:00"));
        ward.happen(ledger::AnchorRevoked{"studyDrug", "cancelled"}, "nora", "nurse");
        QCOMPARE(dm(Kept(ward)).value("RFXSTDTC"), QString("2026-11-20T09:00:00+08:00"));
        set(ward, "studyDrug", "2026-11-26T09:00+08:00");
        QCOMPARE(dm(Kept(ward)).value("RFSTDTC"), QString("2026-11-20T09:00:00+08:00"));
    }
    void revokedExposure_isNone() {
        Ward ward;
        addAnchor(ward, "studyDrug", false);
        ward.enrol();
        set(ward, "studyDrug", "2026-11-20T08:00+08:00");
        ward.happen(ledger::AnchorRevoked{"studyDrug", "cancelled"}, "nora", "nurse");
        QCOMPARE(dm(Kept(ward)).value("RFXSTDTC"), QString());
        set(ward, "studyDrug", "2026-11-22T08:00+08:00");
        QCOMPARE(dm(Kept(ward)).value("RFXSTDTC"), QString("2026-11-22T08:00:00+08:00"));
    }
    void dateOnPaper_staysADate_andIsNoBaselineOnTheDayOfExposure_data() {
        QTest::addColumn<QString>("filledInAt");
        QTest::addColumn<QString>("epoch");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("flag");
        // The incision, day zero, is on 20 November at 08:30.
        QTest::newRow("the day before") << "2026-11-19" << "BASELINE" << "-1" << "Y";
        QTest::newRow("that day") << "2026-11-20" << "" << "1" << "";
        QTest::newRow("the day after") << "2026-11-21" << "FOLLOW-UP" << "2" << "";
    }
    void dateOnPaper_staysADate_andIsNoBaselineOnTheDayOfExposure() {
        QFETCH(QString, filledInAt);
        Ward ward;
        ward.enrol();
        ward.now("2026-11-23T15:00+08:00");
        ward.give(baseline, pain, {.mode = "paper", .filledInAt = filledInAt});
        const QByteArray zone = qgetenv("TZ");
        for (const char* other : {"UTC", "Pacific/Kiritimati", "America/New_York"}) {
            qputenv("TZ", other);
            ::tzset();
            const Row rest = finding(Kept(ward), {{"QSTESTCD", "NRSP0101"}});
            qputenv("TZ", zone);
            ::tzset();
            QCOMPARE(rest.value("QSDTC"), filledInAt);
            QTEST(rest.value("EPOCH"), "epoch");
            QTEST(rest.value("QSDY"), "day");
            QTEST(rest.value("QSLOBXFL"), "flag");
        }
        QCOMPARE(dm(Kept(ward)).value("RFENDTC"), filledInAt);
        const QByteArray define = formatFiles({Kept(ward).record()}, {"define"})->value("sdtm/define.xml");
        QVERIFY(define.contains("Name=\"QSDTC\" DataType=\"partialDatetime\""));
        QVERIFY(define.contains("Name=\"RFSTDTC\" DataType=\"datetime\""));
    }
    void day_isTheSitesCalendar() {
        Ward ward;
        ward.enrol("2026-11-18T09:00+08:00", "2026-11-20T00:30Z"); // 08:30 in Shanghai
        ward.now("2026-11-20T18:00Z");                             // 02:00 of the 21st there
        ward.give(baseline, pain);
        const Row rest = finding(Kept(ward), {{"QSTESTCD", "NRSP0101"}});
        QCOMPARE(rest.value("QSDTC"), QString("2026-11-21T02:00:00+08:00"));
        QCOMPARE(rest.value("QSDY"), QString("2"));
    }
    void whatWasNotDone_wasAtNoTime() {
        Ward ward;
        ward.enrol();
        ward.now("2026-11-21T12:00+08:00");
        ward.happen(ledger::Missed{{"POD1", "nrs-pain", 1}, "asleep", {}}, "nora", "nurse");
        const Row all = finding(Kept(ward), {{"QSTESTCD", "QSALL"}});
        QCOMPARE(all.value("QSSTAT"), QString("NOT DONE"));
        QCOMPARE(all.value("QSDTC") + all.value("QSDY") + all.value("EPOCH"), QString());
        QCOMPARE(all.value("VISIT"), finding(Kept(ward), {}).value("VISIT"));
    }
    void visits_areThoseOfTheVersionFollowedThen_andNumbersAreTheirs() {
        Ward ward;
        ward.enrol();
        ward.now("2026-11-21T07:00+08:00");
        ward.give({"POD1", "nrs-pain", 1}, pain);
        ward.happen(ledger::Missed{{"POD2", "nrs-pain", 1}, "asleep", {}}, "nora", "nurse");
        const QString before = ward.study.timepoint("POD1")->label.in("en");
        // The amendment has a timepoint more at the front, no POD2, and another name for POD1.
        ward.amend([](QJsonObject& json) {
            json.insert("version", "2.0.0");
            QJsonArray timepoints;
            for (const auto& one : json.value("timepoints").toArray()) {
                QJsonObject timepoint = one.toObject();
                if (timepoints.isEmpty()) {
                    QJsonObject screening = timepoint;
                    screening.insert("id", "SCR");
                    screening.insert("label", QJsonObject{{"en", "Screening"}, {"zh-CN", "筛选"}});
                    timepoints.append(screening);
                }
                if (timepoint.value("id") == "POD1")
                    timepoint.insert("label", QJsonObject{{"en", "First morning"}, {"zh-CN", "次日"}});
                if (timepoint.value("id") != "POD2")
                    timepoints.append(timepoint);
            }
            json.insert("timepoints", timepoints);
            QJsonArray endpoints;
            json.insert("endpoints", endpoints);
            json.insert("recallDeclared", QJsonArray());
        });
        ward.happen(ledger::StudyMoved{ward.store(ward.study.json), "amendment 1"}, "iris", "investigator");
        ward.now("2026-11-23T07:00+08:00");
        ward.give({"POD3", "nrs-pain", 1}, pain);
        const Kept kept(ward);
        QMap<QString, QString> numbers; // visit → number, and each number once
        for (const Row& row : rows(named({kept.record()}, "QS"))) {
            QCOMPARE(numbers.value(row.value("VISIT"), row.value("VISITNUM")), row.value("VISITNUM"));
            numbers.insert(row.value("VISIT"), row.value("VISITNUM"));
        }
        const QStringList all = numbers.values();
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), 3);
        // SCR 1, BL 2, PACU 3, POD1 as renamed 4, as it was 5, POD2 of the earlier version 6, POD3 7.
        QCOMPARE(numbers.value(before), QString("5"));
        QCOMPARE(finding(kept, {{"QSTESTCD", "QSALL"}}).value("VISITNUM"), QString("6"));
        QCOMPARE(numbers.value(ward.study.timepoint("POD3")->label.in("en")), QString("7"));
    }
    void timepointAtOnce_isTimed() {
        Ward ward;
        ward.amend([](QJsonObject& json) {
            QJsonArray timepoints = json.value("timepoints").toArray();
            QJsonObject arrival = timepoints[0].toObject();
            arrival.insert("id", "P0");
            arrival.insert("label", QJsonObject{{"en", "On arrival"}, {"zh-CN", "入室"}});
            arrival.insert(
                "window",
                QJsonObject{{"anchor", "pacuArrival"}, {"offset", "PT0S"}, {"opens", "PT0S"}, {"closes", "PT10M"}});
            timepoints.insert(1, arrival);
            json.insert("timepoints", timepoints);
        });
        ward.enrol();
        set(ward, "pacuArrival", "2026-11-20T12:00+08:00");
        ward.now("2026-11-20T12:01+08:00");
        ward.give({"P0", "nrs-pain", 1}, pain);
        ward.give(baseline, pain);
        const Kept kept(ward);
        const Row now = finding(kept, {{"QSTESTCD", "NRSP0101"}, {"VISIT", "On arrival"}});
        QCOMPARE(now.value("QSTPT"), QString("On arrival"));
        QCOMPARE(now.value("QSTPTNUM"), QString("1"));
        QCOMPARE(now.value("QSELTM"), QString("PT0S"));
        QCOMPARE(now.value("QSRFTDTC"), QString("2026-11-20T12:00:00+08:00"));
        // Three days from consent are no moment.
        QCOMPARE(finding(kept, {{"QSTESTCD", "NRSP0101"}, {"VISIT", "Baseline"}}).value("QSTPT"), QString());
    }
    void partOfARecord_saysTheSameOfItsSubject() {
        Ward ward;
        ward.enrol();
        ward.now("2026-11-18T10:00+08:00");
        ward.give(baseline, pain);
        ward.now("2026-11-19T10:00+08:00");
        ward.give({"BL", "nrs-pain", 2}, pain);
        ward.now("2026-11-21T07:00+08:00");
        ward.give({"POD1", "nrs-sleep", 1}, {{"q1", 7}});
        ward.happen(ledger::Missed{{"POD7", {}, 1}, "died", {}}, "nora", "nurse");
        ward.happen(ledger::Missed{{"BL", "nrs-anxiety", 1}, "asleep", {}}, "nora", "nurse");
        ward.happen(ledger::Missed{{"ACU", "nrs-anxiety", 1}, "asleep", {}}, "nora", "nurse"); // before BL
        const Kept kept(ward);
        const Selection first{{"BL"}, {}, {}, {}, QDate(2026, 11, 18)};
        const ledger::ParticipantState chosen = selected(kept.state, first);
        const Record part{chosen, kept.definitions, kept.events, "full", {}, "en", &kept.state};
        QCOMPARE(rows(named({part}, "DM")), rows(named({kept.record()}, "DM")));
        QCOMPARE(dm(kept).value("DTHFL"), QString("Y"));
        const auto shown = rows(named({part}, "QS"));
        QVERIFY(!shown.isEmpty());
        // Not the last before exposure, though the last that is shown; and numbered as in the whole.
        for (const Row& row : shown) {
            QCOMPARE(row.value("QSLOBXFL"), QString());
            QVERIFY(rows(named({kept.record()}, "QS")).contains(row));
        }
    }
    /// By SDTMIG's DS and README.md, whatever the writer makes of it: of every cell, what else it may have said.
    void disposition_isReadBack_fromBothFiles() {
        const auto live = [](Ward& ward, const QStringList& from) {
            ward.enrol();
            ward.now("2026-11-21T09:00+08:00");
            ward.happen(ledger::Suspended{"icu", "ventilated"}, "nora", "nurse");
            ward.happen(ledger::Withdrawn{from, "participant", "too tired", "kept"}, "iris", "investigator");
        };
        Ward ward;
        live(ward, {"calls", "studyDrug"});
        const Kept kept(ward);
        Files files = *formatFiles({kept.record()}, {"dataset-json"});
        files.insert(*formatFiles({kept.record()}, {"xpt"}));
        const auto same = compareAll({kept.record()}, files);
        QVERIFY2(same && same->differences.isEmpty(), same ? "differs" : qPrintable(same.error().toString()));
        const QList<std::pair<QByteArray, QByteArray>> otherwise{
            {"PROTOCOL MILESTONE", "PROTOCOL MILLSTONE"},
            {"DISPOSITION EVENT", "OTHER EVENT      "},
            {"OTHER EVENT", "ANY EVENT  "},
            {"SPONSOR: WITHDRAWN FROM CALLS", "WITHDRAWN FROM THE CALLS     "},
            {"Withdrawn from calls", "Withdrawn from falls"},
            {"Suspended, icu", "Suspended, sea"},
            {"2026-11-21T09:00:00+08:00", "2026-11-21T09:00:00+09:00"},
            {"too tired", "too angry"},
            {"participant", "investigate"},
            {"nora", "iris"}};
        for (const auto& [from, to] : otherwise)
            for (const char* ending : {".json", ".xpt"}) {
                Files changed = files;
                for (const char* table : {"sdtm/ds", "sdtm/suppds"})
                    changed[table + QLatin1String(ending)].replace(from, to.left(from.size()));
                QVERIFY2(changed != files, from);
                const auto found = compareAll({kept.record()}, changed);
                QVERIFY2(!found, from);
                QVERIFY(found.error().toString().contains(QStringLiteral("sdtm/ds") + QLatin1String(ending)));
            }
        Ward fewer; // as if the writer passed over a degree
        live(fewer, {"calls"});
        const Kept lacking(fewer);
        Files others = *formatFiles({lacking.record()}, {"dataset-json"});
        QVERIFY(!compareAll({kept.record()}, others));
        others = *formatFiles({lacking.record()}, {"xpt"});
        QVERIFY(!compareAll({kept.record()}, others));
    }
    void death_isDatedByTheForm_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("flag");
        QTest::addColumn<QString>("date");
        QTest::newRow("nothing said") << "" << "" << "";
        QTest::newRow("missed by it") << "missed" << "Y" << "";
        QTest::newRow("the form") << "form" << "Y" << "2026-12-02";
        QTest::newRow("missed, then the form") << "missed form" << "Y" << "2026-12-02";
        QTest::newRow("alive") << "alive" << "" << "";
        QTest::newRow("date not known") << "undated" << "Y" << "";
    }
    void death_isDatedByTheForm() {
        QFETCH(QString, what);
        Ward ward;
        ward.enrol();
        ward.now("2026-12-10T09:00+08:00");
        if (what.contains("missed"))
            ward.happen(ledger::Missed{{"POD7", {}, 1}, "died", {}}, "nora", "nurse");
        QJsonObject status{{"known", 1}, {"status", what == "alive" ? 0 : 1}};
        if (what.contains("form"))
            status.insert("death_date", "2026-12-02");
        if (!what.isEmpty() && what != "missed")
            ward.give({"POD7", "vital-status", 1}, status, {.mode = "staff", .language = "none"});
        const Kept kept(ward);
        QTEST(dm(kept).value("DTHFL"), "flag");
        QTEST(dm(kept).value("DTHDTC"), "date");
    }
    void arm_isNull_withAReason() {
        Ward ward;
        ward.enrol();
        QVERIFY(!dm(Kept(ward)).value("ARMNRS").isEmpty());
        ward.happen(ledger::ScreenFailed{"too young"}, "nora", "nurse");
        QCOMPARE(dm(Kept(ward)).value("ARMNRS"), QString("SCREEN FAILURE"));
        const QByteArray define = formatFiles({Kept(ward).record()}, {"define"})->value("sdtm/define.xml");
        const qsizetype age = define.indexOf("Name=\"AGE\"");
        QVERIFY(define.sliced(age, define.indexOf("</ItemDef>", age) - age)
                    .contains("<def:Origin Type=\"Not Available\"/>"));
    }
    void origin_saysWhoseWordItIs() {
        Ward ward;
        ward.enrol();
        ward.give(baseline, pain);
        ward.give({"POD1", "rass", 1}, {{"q1", -1}}, {.mode = "staff"});
        const QByteArray define = formatFiles({Kept(ward).record()}, {"define"})->value("sdtm/define.xml");
        const auto originOf = [&](const QByteArray& variable) {
            const qsizetype item = define.indexOf("<ItemDef OID=\"IT." + variable);
            const qsizetype origin = define.indexOf("<def:Origin", item);
            return define.sliced(origin, define.indexOf("/>", origin) - origin);
        };
        QCOMPARE(originOf("QS.QSORRES"), QByteArray("<def:Origin Type=\"Collected\" Source=\"Subject\""));
        QCOMPARE(originOf("RS.RSORRES"), QByteArray("<def:Origin Type=\"Collected\" Source=\"Investigator\""));
        QCOMPARE(originOf("DM.DTHDTC"), QByteArray("<def:Origin Type=\"Collected\" Source=\"Investigator\""));
    }
    void booleanScore_isTheSameAsTextAndNumber() {
        Ward ward;
        ward.enrol();
        QJsonObject answers;
        for (int item = 1; item <= 9; ++item)
            answers.insert(QStringLiteral("q%1").arg(item), 1);
        ward.give({"BL", "phq9", 1}, answers);
        const auto yes = rows(named({Kept(ward).record()}, "QS"), {{"QSORRES", "Y"}, {"QSDRVFL", "Y"}});
        QVERIFY(!yes.isEmpty()); // item 9 above "not at all"
        for (const Row& row : yes)
            QCOMPARE(row.value("QSSTRESC") + row.value("QSSTRESN"), QString("11"));
    }
    void sitesOwnForms_haveTablesAndBaselinesOfTheirOwn() {
        Ward ward;
        // Their ids have SHA-256 values that give one letter.
        QMap<QString, QString> byLetter;
        QStringList twins;
        for (int i = 0; twins.isEmpty(); ++i) {
            const QString id = QStringLiteral("ward-form-%1").arg(i);
            const QString domain = sdtmFormDomain(id);
            if (byLetter.contains(domain))
                twins = {byLetter.value(domain), id};
            byLetter.insert(domain, id);
        }
        for (const QString& id : std::as_const(twins)) {
            QJsonObject json = ward.library.instrument("vital-status")->json;
            json.insert("id", id);
            const auto form = instrument::parseInstrument(json);
            QVERIFY(form);
            ward.library.add({*form, {}, {}});
        }
        ward.amend([&](QJsonObject& json) {
            QJsonArray timepoints = json.value("timepoints").toArray();
            QJsonObject first = timepoints[0].toObject();
            QJsonArray battery = first.value("battery").toArray();
            for (const QString& id : twins)
                battery.append(QJsonObject{{"instrument", id}});
            first.insert("battery", battery);
            timepoints[0] = first;
            json.insert("timepoints", timepoints);
        });
        ward.enrol();
        for (const QString& id : std::as_const(twins))
            ward.give({"BL", id, 1}, {{"known", 0}}, {.mode = "staff", .language = "none"});
        const Kept kept(ward);
        QStringList tables;
        const QList<SdtmDataset> all = *test::datasetsOf({kept.record()});
        for (const SdtmDataset& dataset : all)
            if (dataset.name.startsWith('Y')) {
                tables += dataset.name;
                QCOMPARE(rows(dataset, {{dataset.name + "LOBXFL", "Y"}, {dataset.name + "TESTCD", "KNOWN"}}).size(), 1);
            }
        QCOMPARE(tables.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestSdtmSubject)
#include "tst_sdtm_subject.moc"

// When something was done, against which window, by which version of the study: every format says the same.
#include "SdtmRows.h"
#include "Ward.h"
#include "exporting/Fhir.h"
#include "exporting/Odm.h"
#include "exporting/Redcap.h"
#include "exporting/SdtmFiles.h"
#include "exporting/StatFile.h"
#include "exporting/StatTables.h"
#include "exporting/Tables.h"

using namespace serein;
using namespace serein::exporting;
using fixture::Kept;
using fixture::rowsOf;
using fixture::Ward;

namespace {

using Row = QMap<QString, QString>;
const ledger::AssessmentKey sleep1{"POD1", "nrs-sleep", 1};

QString tagOf(const QJsonObject& resource, const QString& system) {
    const QJsonArray tags = resource.value("meta")["tag"].toArray();
    for (const auto& tag : tags)
        if (tag.toObject().value("system") == "urn:serein:" + system)
            return tag.toObject().value("code").toString();
    return {};
}
QJsonObject resource(const Kept& kept, const QString& type) {
    const QJsonObject bundle = parseJson(formatFiles({kept.record()}, {"fhir"})->value(fhirFile))->toObject();
    for (const auto& entry : bundle.value("entry").toArray())
        if (const QJsonObject one = entry.toObject().value("resource").toObject(); one.value("resourceType") == type)
            return one;
    return {};
}
QString supplement(const Kept& kept, const QString& name) {
    const QList<SdtmDataset> all = *test::datasetsOf({kept.record()});
    for (const SdtmDataset& dataset : all)
        for (qsizetype i = 0; dataset.name == "SUPPQS" && i < dataset.rows.size(); ++i)
            if (dataset.text(i, "QNAM") == name)
                return dataset.text(i, "QVAL");
    return {};
}
/// The value of an ODM item of the assessment itself.
QString odmOf(const Kept& kept, const QByteArray& item) {
    const QByteArray xml = formatFiles({kept.record()}, {"odm"})->value("odm.xml");
    const qsizetype at = xml.indexOf("<ItemData ItemOID=\"I.assessment." + item + "\" Value=\"");
    const qsizetype from = xml.indexOf("Value=\"", at) + 7;
    return at < 0 ? QString() : QString::fromUtf8(xml.sliced(from, xml.indexOf('"', from) - from));
}
Row firstRow(const Kept& kept, const QString& file, const QString& instrument) {
    for (const Row& row : rowsOf(formatFiles({kept.record()}, {"csv"})->value(file)))
        if (row.value("instrument") == instrument)
            return row;
    return {};
}
/// Of the first row.
QString statCell(const StatSpool& table, const QString& variable) {
    const auto found = std::ranges::find(table.head.variables, variable, &StatVariable::name);
    QStringList texts;
    const auto read = table.forEach([&](const QList<StatCell>& row) -> Result<void> {
        const auto* text = std::get_if<QString>(&row[found - table.head.variables.begin()]);
        texts += text ? *text : QString();
        return {};
    });
    return read ? texts.value(0) : QString();
}

/// Given on paper; typed in two days after the window (06:00 to 10:00 of 21 November) closed.
Kept onPaper(Ward& ward, const QString& filledInAt) {
    ward.enrol();
    ward.now("2026-11-23T15:00+08:00");
    ward.give(sleep1, {{"q1", 7}}, {.mode = "paper", .filledInAt = filledInAt});
    return Kept(ward);
}

} // namespace

class TestTimes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void paper_isJudgedByWhenItWasFilledIn_inEveryFormat_data() {
        QTest::addColumn<QString>("filledInAt");
        QTest::addColumn<QString>("punctuality");
        QTest::newRow("in the window") << "2026-11-21T07:00+08:00" << "inWindow";
        QTest::newRow("on its day, no time said") << "2026-11-21" << "inWindow";
        QTest::newRow("after it") << "2026-11-21T11:00+08:00" << "late";
        QTest::newRow("the day before, no time said") << "2026-11-20" << "early";
        QTest::newRow("the day after, no time said") << "2026-11-22" << "late";
    }
    void paper_isJudgedByWhenItWasFilledIn_inEveryFormat() {
        QFETCH(QString, filledInAt);
        QFETCH(QString, punctuality);
        Ward ward;
        const Kept kept = onPaper(ward, filledInAt);
        QCOMPARE(firstRow(kept, answersFile, "nrs-sleep").value("punctuality"), punctuality);
        QCOMPARE(firstRow(kept, assessmentsFile, "nrs-sleep").value("punctuality"), punctuality);
        QCOMPARE(tagOf(resource(kept, "QuestionnaireResponse"), "punctuality"), punctuality);
        QCOMPARE(tagOf(resource(kept, "Observation"), "punctuality"), punctuality);
        QCOMPARE(supplement(kept, "QSWINDOW"), punctuality);
        QCOMPARE(odmOf(kept, "punctuality"), punctuality);
    }
    void dateWithoutATime_staysADate() {
        Ward ward;
        const Kept kept = onPaper(ward, "2026-11-21");
        QCOMPARE(resource(kept, "QuestionnaireResponse").value("authored").toString(), QString("2026-11-21"));
        QCOMPARE(resource(kept, "Observation").value("effectiveDateTime").toString(), QString("2026-11-21"));
        QCOMPARE(odmOf(kept, "filledInAt"), QString("2026-11-21"));
        QCOMPARE(firstRow(kept, assessmentsFile, "nrs-sleep").value("filled_in_at"), QString("2026-11-21"));
    }
    void amendment_changesNoWindowOfWhatWasBegun() {
        Ward ward;
        ward.enrol();
        ward.now("2026-11-21T09:00+08:00"); // in the window of version 1.0.0, 06:00 to 10:00
        ward.give(sleep1, {{"q1", 7}});
        ward.amend([](QJsonObject& json) {
            json.insert("version", "2.0.0");
            QJsonArray timepoints = json.value("timepoints").toArray();
            for (auto&& one : timepoints) {
                QJsonObject timepoint = one.toObject();
                if (timepoint.value("id") == "POD1")
                    timepoint.insert("window", QJsonObject{{"day", 1}, {"from", "06:00"}, {"to", "08:00"}});
                one = timepoint;
            }
            json.insert("timepoints", timepoints);
        });
        ward.happen(ledger::StudyMoved{ward.store(ward.study.json), "amendment 1"}, "iris", "investigator");
        const Kept kept(ward);
        const QString closes = "2026-11-21T10:00:00.000+08:00";
        QCOMPARE(firstRow(kept, answersFile, "nrs-sleep").value("planned_closes"), closes);
        QCOMPARE(firstRow(kept, answersFile, "nrs-sleep").value("punctuality"), QString("inWindow"));
        QCOMPARE(firstRow(kept, assessmentsFile, "nrs-sleep").value("punctuality"), QString("inWindow"));
        QCOMPARE(rowsOf(formatFiles({kept.record()}, {"csv"})->value(wideFile))[0].value("planned_closes"), closes);
        QCOMPARE(tagOf(resource(kept, "QuestionnaireResponse"), "punctuality"), QString("inWindow"));
        QCOMPARE(supplement(kept, "QSPLNEND"), closes);
        QCOMPARE(odmOf(kept, "plannedCloses"), closes);
    }
    void wideRow_hangsOnTheAnchorsOfItsAnswers() {
        Ward ward;
        ward.enrol();
        ward.now("2026-11-21T07:00+08:00");
        ward.give(sleep1, {{"q1", 7}});
        ward.now("2026-11-23T09:00+08:00"); // another operation: the rest of the plan is counted from it
        ward.happen(ledger::AnchorRepeated{"incision", fixture::at("2026-11-23T08:30+08:00"), "continue", {}, "again"},
                    "nora", "nurse");
        const Kept kept(ward);
        const QString opens = "2026-11-21T06:00:00.000+08:00";
        QCOMPARE(firstRow(kept, answersFile, "nrs-sleep").value("planned_opens"), opens);
        QCOMPARE(rowsOf(formatFiles({kept.record()}, {"csv"})->value(wideFile))[0].value("planned_opens"), opens);
        const auto wide = statWide({kept.record()}, "en");
        QVERIFY(wide);
        QCOMPARE(statCell(*wide, "planned_opens"), opens);
    }
    void endedEarlyAndCorrected_isBoth() {
        Ward ward;
        ward.enrol();
        const ledger::AssessmentKey mood{"BL", "phq9", 1};
        ward.give(mood, {{"q1", 2}}, {.notReached = {"q9"}});
        ward.happen(ledger::Corrected{mood, "q1", 2, 3, "misread", {}, "1", {}}, "iris", "investigator");
        const Kept kept(ward);
        const QJsonObject response = resource(kept, "QuestionnaireResponse");
        QCOMPARE(response.value("status").toString(), QString("stopped"));
        QCOMPARE(tagOf(response, "status"), QString("endedEarly"));
        QVERIFY(canonicalJson(response.value("item").toArray().at(0).toObject()).contains("urn:serein:corrected"));
    }
    void whatWasMissed_andHowTheRestWasDone_isInEveryFormat() {
        Ward ward;
        ward.enrol();
        ward.now("2026-11-21T11:00+08:00");
        ward.happen(ledger::AssessmentOpened{sleep1,
                                             fixture::hashOf(ward.library.instrument("nrs-sleep")->json),
                                             {},
                                             "en",
                                             {},
                                             false,
                                             "interview",
                                             "asleep until eleven"},
                    "nora", "nurse");
        ward.happen(ledger::Answered{sleep1, "q1", QJsonObject{{"declined", true}, {"reason", "tired"}}});
        ward.happen(ledger::Submitted{sleep1, {}, "1", true, {}});
        ward.happen(ledger::Missed{{"POD2", {}, 1}, "refused", "no more"}, "nora", "nurse");
        const Kept kept(ward);
        const Row missed = [&] {
            for (const Row& row : rowsOf(formatFiles({kept.record()}, {"csv"})->value(answersFile)))
                if (row.value("kind") == assessmentKind && row.value("instrument") == "nrs-sleep")
                    return row;
            return Row();
        }();
        QCOMPARE(missed.value("status"), QString("missed"));
        QCOMPARE(missed.value("reason"), QString("refused"));
        QCOMPARE(missed.value("timepoint"), QString("POD2"));
        QCOMPARE(missed.value("planned_opens"), QString("2026-11-22T06:00:00.000+08:00"));
        const QList<Row> wide = rowsOf(formatFiles({kept.record()}, {"csv"})->value(wideFile));
        QCOMPARE(wide.size(), 2);
        QCOMPARE(wide[0].value("nrs_sleep_asmt_status"), QString("endedEarly"));
        QCOMPARE(wide[0].value("nrs_sleep_asmt_mode"), QString("interview"));
        QCOMPARE(wide[0].value("nrs_sleep_asmt_window"), QString("late"));
        QCOMPARE(wide[0].value("nrs_sleep_asmt_reason"), QString("asleep until eleven"));
        QCOMPARE(wide[1].value("timepoint"), QString("POD2"));
        QCOMPARE(wide[1].value("nrs_sleep_asmt_status"), QString("missed"));
        QCOMPARE(wide[1].value("nrs_pain_asmt_reason"), QString("refused"));
        const auto stat = statWide({kept.record()}, "en");
        QVERIFY(stat);
        QCOMPARE(stat->size(), 2);
        QCOMPARE(statCell(*stat, "nrs_sleep_asmt_window"), QString("late"));
        QCOMPARE(rowsOf(formatFiles({kept.record()}, {"csv"})->value(answersFile))[0].value("reason"),
                 QString("tired"));
        const QList<Row> redcap = rowsOf(formatFiles({kept.record()}, {"redcap"})->value("redcap/import.csv"));
        QCOMPARE(redcap[0].value("nrs_sleep_asmt_status"), QString("endedEarly"));
        QCOMPARE(redcap[0].value("nrs_sleep_absent"), QString("q1=declined: tired"));
        QCOMPARE(redcap[1].value("nrs_sleep_asmt_reason"), QString("refused"));
        // Pain was begun by nobody: it was missed all the same, and the import has no column that the dictionary lacks.
        QCOMPARE(redcap[1].value("nrs_pain_asmt_status"), QString("missed"));
        const QList<Row> fields = rowsOf(formatFiles({kept.record()}, {"redcap"})->value("redcap/dictionary.csv"));
        QCOMPARE(std::ranges::count(fields, QString("nrs_pain"), [](const Row& row) { return row.value("Form Name"); }),
                 8); // seven that say how, and why fields are empty
        QVERIFY(formatFiles({kept.record()}, {"redcap"})
                    ->value("redcap/event-forms.csv")
                    .contains("1,pod2_arm_1,nrs_pain\r\n"));
        const QJsonObject task = resource(kept, "Task");
        QCOMPARE(task.value("status").toString(), QString("cancelled"));
        QCOMPARE(task.value("statusReason")["text"].toString(), QString("no more"));
        QVERIFY(canonicalJson(resource(kept, "QuestionnaireResponse")).contains("asleep until eleven"));
    }
    void missedForm_thatOnlyAnEarlierVersionAsks_isInEveryFormat() {
        Ward ward;
        ward.enrol();
        ward.now("2026-11-22T11:00+08:00");
        ward.happen(ledger::Missed{{"POD2", {}, 1}, "refused", {}}, "nora", "nurse"); // sleep, pain and anxiety
        ward.amend([](QJsonObject& json) {                                            // POD2 asks about sleep alone
            json.insert("version", "2.0.0");
            QJsonArray timepoints = json.value("timepoints").toArray();
            for (auto&& one : timepoints) {
                QJsonObject timepoint = one.toObject();
                if (timepoint.value("id") == "POD2")
                    timepoint.insert("battery", QJsonArray{QJsonObject{{"instrument", "nrs-sleep"}}});
                one = timepoint;
            }
            json.insert("timepoints", timepoints);
        });
        ward.happen(ledger::StudyMoved{ward.store(ward.study.json), "amendment 1"}, "iris", "investigator");
        const Kept kept(ward);
        QCOMPARE(firstRow(kept, assessmentsFile, "nrs-pain").value("status"), QString("missed"));
        QCOMPARE(firstRow(kept, assessmentsFile, "nrs-pain").value("study_version"), QString("1.0.0"));
        QCOMPARE(firstRow(kept, answersFile, "nrs-pain").value("status"), QString("missed"));
        QCOMPARE(rowsOf(formatFiles({kept.record()}, {"csv"})->value(wideFile))[0].value("nrs_pain_asmt_status"),
                 QString("missed"));
        const auto stat = statWide({kept.record()}, "en");
        QVERIFY(stat);
        QCOMPARE(statCell(*stat, "nrs_pain_asmt_status"), QString("missed"));
        QCOMPARE(rowsOf(formatFiles({kept.record()}, {"redcap"})->value("redcap/import.csv"))[0].value(
                     "nrs_pain_asmt_status"),
                 QString("missed"));
        QVERIFY(formatFiles({kept.record()}, {"redcap"})
                    ->value("redcap/event-forms.csv")
                    .contains("1,pod2_arm_1,nrs_pain\r\n"));
        QVERIFY(formatFiles({kept.record()}, {"odm"})
                    ->value("odm.xml")
                    .contains("<FormData FormOID=\"F.nrs-pain.1.0.0\">"));
        const QList<SdtmDataset> all = *test::datasetsOf({kept.record()});
        const auto qs = std::ranges::find(all, QString("QS"), &SdtmDataset::name);
        QStringList notDone;
        for (qsizetype i = 0; i < qs->rows.size(); ++i)
            notDone += qs->text(i, "QSGRPID") + u'|' + qs->text(i, "QSTESTCD") + u'|' + qs->text(i, "QSSTAT");
        QVERIFY(notDone.contains("POD2/nrs-pain/1|QSALL|NOT DONE"));
        const QByteArray fhir = formatFiles({kept.record()}, {"fhir"})->value(fhirFile);
        QCOMPARE(fhir.count("\"resourceType\":\"Task\""), 3);
    }
    void fhirIdentifiers_areOneParticipants() {
        const auto identifierOf = [](const char* stream, const char* type) {
            Ward ward(stream); // Enrolled names the stream as the participant's id
            const Kept kept = onPaper(ward, {});
            const QJsonValue identifier = resource(kept, type).value("identifier");
            return (identifier.isArray() ? identifier.toArray().at(0) : identifier)["value"].toString();
        };
        for (const char* type : {"QuestionnaireResponse", "Observation"})
            QVERIFY(identifierOf("0190a2f4-7f3c-7b21-9a10-000000000001", type) !=
                    identifierOf("0190a2f4-7f3c-7b21-9a10-000000000002", type));
    }
    void redcap_takesTextsAsTheyAre() {
        Ward ward;
        ward.enrol();
        ward.give({"BL", "psqi", 1}, {{"q5j_text", "=pain' at night"}}, {.language = "none"});
        const Kept kept(ward);
        const QByteArray import = formatFiles({kept.record()}, {"redcap"})->value("redcap/import.csv");
        QVERIFY(import.contains(",=pain' at night,"));
        QVERIFY(!import.contains("'=pain"));
        QVERIFY(formatFiles({kept.record()}, {"csv"})->value(answersFile).contains(",'=pain' at night,"));
    }
};

QTEST_GUILESS_MAIN(TestTimes)
#include "tst_times.moc"

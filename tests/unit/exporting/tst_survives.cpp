// What is hard to carry stands in every file, as programs read it that know nothing of Serein: two hours of one name on
// the night the clocks go back, a correction, a refusal in words, an early end, a window missed, a call, what was never
// asked, two versions of the study, and a text of ten thousand characters with whatever breaks tables.
#include "HardToCarry.h"
#include "Readers.h"
#include "exporting/Report.h"

#include <QRegularExpression>

using namespace serein;
using namespace serein::exporting;
using fixture::awkward;
using fixture::Kept;
using fixture::Ward;

namespace {

using Row = QMap<QString, QString>;
using Rows = QList<Row>;

/// 9,900 Chinese characters after it, each another.
const QString longText = [] {
    QString text = awkward;
    for (int i = 0; i < 9900; ++i)
        text += QChar(0x4e00 + i);
    return text;
}();
const ledger::AssessmentKey mood{"BL", "gad7", 1};
const ledger::AssessmentKey sleep0{"BL", "nrs-sleep", 1};
const ledger::AssessmentKey sleep1{"POD1", "nrs-sleep", 1};

/// In Berlin, where 02:30 of 25 October 2026 comes twice: first at +02:00, then at +01:00.
void happen(Ward& ward) {
    ward.amend([](QJsonObject& json) { json.insert("zone", "Europe/Berlin"); });
    ward.makeRoomForLongTexts();
    ward.enrol("2026-10-24T09:00+02:00", "2026-10-26T08:30+01:00");
    ward.now("2026-10-25T02:30+02:00");
    ward.give(mood, {{"q1", 1}, {"q2", 2}, {"q3", 0}, {"q4", 0}, {"q5", 3}, {"q6", 0}, {"q7", 1}},
              {.mode = "telephone"});
    ward.now("2026-10-25T02:30+01:00");
    ward.give(sleep0, {{"q1", 3}});
    ward.happen(ledger::Corrected{sleep0,
                                  "q1",
                                  3,
                                  5,
                                  "misheard",
                                  QJsonObject{{"value", QJsonObject{{"value", 5}, {"status", "complete"}}}},
                                  "1",
                                  {}},
                "ida", "investigator");
    ward.give({"BL", "psqi", 1},
              {{"q5b", QJsonObject{{"declined", true}, {"reason", awkward}}}, {"q5j_text", longText}, {"q5j", 2}});
    ward.give({"BL", "phq9", 1}, {{"q1", 0}, {"q2", 1}},
              {.language = "zh-CN", .notReached = {"q3", "q4", "q5", "q6", "q7", "q8", "q9", "q10"}});
    ward.now("2026-10-27T11:00+01:00"); // the window closed at ten
    ward.happen(ledger::AssessmentOpened{sleep1,
                                         fixture::hashOf(ward.library.instrument("nrs-sleep")->json),
                                         {},
                                         "en",
                                         {},
                                         false,
                                         "interview",
                                         "asleep until eleven"},
                "nora", "nurse");
    ward.happen(ledger::Answered{sleep1, "q1", 6});
    ward.happen(ledger::Submitted{
        sleep1, QJsonObject{{"value", QJsonObject{{"value", 6}, {"status", "complete"}}}}, "1", false, {}});
    ward.happen(ledger::Missed{{"POD2", {}, 1}, "refused", "no more"}, "nora", "nurse");
    ward.amend([](QJsonObject& json) { json.insert("version", "2.0.0"); });
    ward.happen(ledger::StudyMoved{ward.store(ward.study.json), "amendment 1"}, "iris", "investigator");
    ward.now("2026-10-29T08:00+01:00");
    ward.give({"POD3", "nrs-sleep", 1}, {{"q1", 2}});
}

QJsonValue readBy(const QString& program, const QStringList& arguments) {
    const auto ran = readers::run(program, arguments);
    const auto json = parseJson(ran.out);
    if (ran.status != 0 || !json)
        qFatal("%s: %s", qPrintable(arguments.constFirst()), ran.said.constData());
    return *json;
}

/// As pandas reads it.
Rows ofCsv(const QString& file) {
    Rows rows;
    const QJsonArray read =
        readBy(readers::python(), {QStringLiteral(SEREIN_SOURCE_DIR "/tests/stat/read_csv.py"), file}).toArray();
    for (const auto& one : read) {
        Row& row = rows.emplace_back();
        const QJsonObject cells = one.toObject();
        for (auto cell = cells.begin(); cell != cells.end(); ++cell)
            row.insert(cell.key(), cell->toString());
    }
    return rows;
}

/// As haven reads it: numbers as they are, texts from their code points.
Rows ofStat(const QString& file) {
    const auto ran = readers::run("Rscript", {"--vanilla", SEREIN_SOURCE_DIR "/tests/stat/read.R", file});
    if (ran.status != 0)
        qFatal("%s: %s", qPrintable(file), ran.said.constData());
    static const QRegularExpression number(QStringLiteral("^(NA.*|-?[0-9]+([.][0-9]+)?)$"));
    const QSet<QString> numeric{"sequence", "value_num", "corrected", "changes"};
    Rows rows;
    for (const QByteArray& line : ran.out.split('\n')) {
        const QList<QByteArray> parts = line.split('\t');
        if (parts.constFirst() != "cell")
            continue;
        const qsizetype index = parts.value(1).toInt() - 1;
        if (index >= rows.size())
            rows.resize(index + 1);
        const QString name = QString::fromUtf8(parts.value(2));
        QString text = QString::fromLatin1(parts.value(3));
        if (!numeric.contains(name) && !text.startsWith(QLatin1String("NA")) && !text.contains(u'.')) {
            QString read;
            for (const QString& point : text.split(u'-', Qt::SkipEmptyParts))
                read += QString::fromUcs4(std::array{static_cast<char32_t>(point.toUInt())}.data(), 1);
            text = read;
        }
        rows[index].insert(name, text);
        rows[index].insert(name + u'#', QString::fromLatin1(parts.value(3))); // as a number
    }
    return rows;
}

Rows ofDataset(const QJsonValue& dataset) {
    Rows rows;
    const QJsonArray columns = dataset["columns"].toArray();
    const QJsonArray all = dataset["rows"].toArray();
    for (const auto& one : all) {
        Row& row = rows.emplace_back();
        const QJsonArray cells = one.toArray();
        for (qsizetype i = 0; i < columns.size(); ++i)
            row.insert(columns.at(i).toString(), cells.at(i).toString());
    }
    return rows;
}

/// One row an assessment, under "place" its own.
Rows ofOdm(const QTemporaryDir& folder) {
    const QJsonValue read = readBy(
        readers::python(), {readers::tool("read_odm.py"), folder.filePath(odmFile), folder.filePath(odmHistoryFile)});
    Rows rows;
    const QJsonObject places = read["now"].toObject();
    for (auto place = places.begin(); place != places.end(); ++place) {
        Row& row = rows.emplace_back();
        row.insert("place", place.key());
        row.insert("version", read["versions"][place.key()].toString());
        const QJsonObject items = place->toObject();
        for (auto item = items.begin(); item != items.end(); ++item) {
            row.insert(item.key(), item->toString());
            const QJsonArray notes = read["notes"][place.key()][item.key()].toArray();
            for (const auto& note : notes)
                row[item.key() + "/note"] += note.toArray().at(0).toString() + u'|' + note.toArray().at(1).toString();
            row.insert(item.key() + "/why", read["audit"][place.key()][item.key()][2].toString());
        }
    }
    return rows;
}

/// One row a resource: its type, and its own JSON without what is the same for all.
Rows ofFhir(const QByteArray& file) {
    Rows rows;
    const QJsonArray entries = parseJson(file)->toObject()["entry"].toArray();
    for (const auto& entry : entries) {
        const QJsonObject resource = entry.toObject()["resource"].toObject();
        rows.append(
            {{"type", resource["resourceType"].toString()}, {"of", QString::fromUtf8(canonicalJson(resource))}});
    }
    return rows;
}

/// Long texts go on in supplemental qualifiers, QSORRES1 …, to be joined in their order.
QString joined(const Rows& supplement, const Row& finding) {
    QString text = finding.value("QSORRES");
    for (const Row& row : supplement)
        if (row.value("IDVAR") == "QSSEQ" && row.value("IDVARVAL") == finding.value("QSSEQ") &&
            row.value("QLABEL") == "Continued")
            text += row.value("QVAL");
    return text;
}

bool holds(const Row& row, const Row& wanted) {
    for (auto cell = wanted.begin(); cell != wanted.end(); ++cell) {
        const bool contains = cell.key().endsWith(u'~'); // a part of it
        const QString found = row.value(contains ? cell.key().chopped(1) : cell.key());
        if (contains ? !found.contains(*cell) : found != *cell)
            return false;
    }
    return true;
}

} // namespace

class TestSurvives : public QObject {
    Q_OBJECT
    QMap<QString, Rows> m_tables;
    QString m_lost; ///< the first character of the long text that the report lacks

    static void expect(const char* what, const QStringList& formats, const Row& where, const Row& cells) {
        for (const QString& format : formats)
            QTest::addRow("%s, %s", what, qPrintable(format)) << format << where << cells;
    }

private Q_SLOTS:
    void initTestCase() {
        if (!readers::has("Rscript") || !readers::has("pdftotext") || readers::schemas().isEmpty())
            QSKIP("R, pdftotext or the official schemas are not here: deploy/test installs the programs");
        Ward ward;
        happen(ward);
        const Kept kept(ward);
        const auto files = formatFiles({kept.record()}, formatNames());
        QVERIFY2(files, files ? "" : qPrintable(files.error().toString()));
        const QTemporaryDir folder;
        readers::unpack(*files, folder);
        for (const char* csv : {"answers.csv", "wide.csv", "redcap/import.csv"})
            m_tables.insert(csv, ofCsv(folder.filePath(csv)));
        for (const char* stat : {"long.sav", "long.dta", "wide.sav", "wide.dta"})
            m_tables.insert(stat, ofStat(folder.filePath(stat)));
        const QJsonValue xpt = readBy("Rscript", {"--vanilla", readers::tool("read_xpt.R"), folder.filePath("sdtm")});
        const QJsonValue json = readBy(readers::python(), {readers::tool("read_dataset_json.py"),
                                                           readers::schemas() + "/dataset-json-1.1/dataset.schema.json",
                                                           folder.filePath("sdtm")});
        for (const QString& dataset : {QStringLiteral("QS"), QStringLiteral("SUPPQS")}) {
            m_tables.insert(dataset + ".xpt", ofDataset(xpt[dataset]));
            m_tables.insert(dataset + ".json", ofDataset(json[dataset]));
        }
        for (const QString& ending : {QStringLiteral(".xpt"), QStringLiteral(".json")}) {
            for (Row& row : m_tables["QS" + ending])
                row.insert("text", joined(m_tables["SUPPQS" + ending], row));
        }
        m_tables.insert("odm.xml", ofOdm(folder));
        m_tables.insert("fhir.json", ofFhir(files->value(fhirFile)));
        const auto pdf = readers::run("pdftotext", {"-raw", "-enc", "UTF-8", folder.filePath("report.pdf"), "-"});
        static const QRegularExpression gaps(QStringLiteral("[ \\n\\t\\f]"));
        QString words = QString::fromUtf8(pdf.out);
        words.remove(gaps);
        qsizetype from = words.indexOf(longText.right(9900).left(3)); // the heads of pages stand in between
        for (const QChar each : longText.right(9900))
            if (from = from < 0 ? -1 : words.indexOf(each, from); from < 0) {
                m_lost = QStringLiteral("U+%1").arg(each.unicode(), 0, 16);
                break;
            }
        m_tables.insert("report.pdf", {{{"of", words}, {"lost", m_lost}}});
    }

    void everyFile_saysIt_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<Row>("where");
        QTest::addColumn<Row>("cells");
        const QStringList longs{"answers.csv", "long.sav", "long.dta"};
        const QStringList wides{"wide.csv", "wide.sav", "wide.dta"};
        const QStringList redcap{"redcap/import.csv"};
        const QStringList findings{"QS.xpt", "QS.json"};
        const QStringList supplement{"SUPPQS.xpt", "SUPPQS.json"};
        const QStringList odm{"odm.xml"};
        const QStringList fhir{"fhir.json"};
        const QStringList pdf{"report.pdf"};
        const auto item = [](const char* timepoint, const char* instrument, const char* id) {
            return Row{{"timepoint", timepoint}, {"instrument", instrument}, {"kind", "item"}, {"id", id}};
        };
        const auto at = [](const char* timepoint) { return Row{{"timepoint", timepoint}}; };
        const auto event = [](const char* name) { return Row{{"redcap_event_name", name}}; };
        const auto group = [](const char* name) { return Row{{"IDVAR", "QSGRPID"}, {"IDVARVAL", name}}; };
        const auto place = [](const char* name) { return Row{{"place", QStringLiteral("SYN-001|") + name}}; };
        const auto response = [](const char* part) {
            return Row{{"type", "QuestionnaireResponse"}, {"of~", QString::fromLatin1(part)}};
        };
        const QString first = "2026-10-25T02:30:00.000+02:00";
        const QString second = "2026-10-25T02:30:00.000+01:00";

        expect("the hour before the clocks went back", longs, item("BL", "gad7", "q1"), {{"opened_at", first}});
        expect("the hour before the clocks went back", wides, at("BL"), {{"gad7_asmt_at", first}});
        expect("the hour before the clocks went back", redcap, event("bl_arm_1"), {{"gad7_asmt_at", first}});
        expect("the hour before the clocks went back", findings, {{"QSGRPID", "BL/gad7/1"}, {"QSTESTCD", "GAD0201"}},
               {{"QSDTC", "2026-10-25T02:30:00+02:00"}});
        expect("the hour before the clocks went back", odm, place("SE.BL|1|F.gad7.1.0.0"),
               {{"I.assessment.openedAt", first}});
        expect("the hour before the clocks went back", fhir, response("gad7"),
               {{"of~", "\"authored\":\"2026-10-25T02:30:56.000+02:00\""}});
        expect("the hour before the clocks went back", pdf, {}, {{"of~", "2026-10-2502:30+02:00"}});
        expect("the same hour again", longs, item("BL", "nrs-sleep", "q1"), {{"opened_at", second}});
        expect("the same hour again", wides, at("BL"), {{"nrs_sleep_asmt_at", second}});
        expect("the same hour again", redcap, event("bl_arm_1"), {{"nrs_sleep_asmt_at", second}});
        expect("the same hour again", findings, {{"QSGRPID", "BL/nrs-sleep/1"}, {"QSDRVFL", ""}},
               {{"QSDTC", "2026-10-25T02:30:00+01:00"}});
        expect("the same hour again", odm, place("SE.BL|1|F.nrs-sleep.1.0.0"), {{"I.assessment.openedAt", second}});
        expect("the same hour again", fhir, response("/BL/nrs-sleep/1\""),
               {{"of~", "\"authored\":\"2026-10-25T02:30:14.000+01:00\""}});
        expect("the same hour again", pdf, {}, {{"of~", "2026-10-2502:30+01:00"}});

        expect("corrected", longs, item("BL", "nrs-sleep", "q1"),
               {{"corrected", "1"}, {"value", "5"}, {"original_value", "3"}, {"correction_reason", "misheard"}});
        expect("corrected", wides, at("BL"), {{"nrs_sleep_asmt_corrected", "q1=3: misheard"}});
        expect("corrected, as it stands", {"wide.sav", "wide.dta"}, at("BL"), {{"nrs_sleep_q1#", "5"}});
        expect("corrected, as it stands", {"wide.csv"}, at("BL"), {{"nrs_sleep_q1", "5"}});
        expect("corrected", redcap, event("bl_arm_1"),
               {{"nrs_sleep_q1", "5"}, {"nrs_sleep_asmt_corrected", "q1=3: misheard"}});
        expect("corrected", findings, {{"QSGRPID", "BL/nrs-sleep/1"}, {"QSDRVFL", ""}}, {{"QSSTRESC", "5"}});
        expect("corrected", supplement, {{"IDVAR", "QSSEQ"}, {"QNAM", "QSORIG"}}, {{"QVAL", "3"}});
        expect("why it was corrected", supplement, {{"IDVAR", "QSSEQ"}, {"QNAM", "QSCORR"}}, {{"QVAL", "misheard"}});
        expect("corrected", odm, place("SE.BL|1|F.nrs-sleep.1.0.0"),
               {{"I.nrs-sleep.1.0.0.q1", "5"}, {"I.nrs-sleep.1.0.0.q1/why", "misheard"}});
        expect("corrected", fhir, response("/BL/nrs-sleep/1\""), {{"of~", "urn:serein:corrected"}});
        expect("corrected", pdf, {}, {{"of~", "3→5.Reason:misheard"}});

        expect("telephone", longs, item("BL", "gad7", "q1"), {{"mode", "telephone"}});
        expect("telephone", wides, at("BL"), {{"gad7_asmt_mode", "telephone"}});
        expect("telephone", redcap, event("bl_arm_1"), {{"gad7_asmt_mode", "telephone"}});
        expect("telephone", supplement,
               [&] {
                   Row row = group("BL/gad7/1");
                   row.insert("QNAM", "QSMODE");
                   return row;
               }(),
               {{"QVAL", "telephone"}});
        expect("telephone", odm, place("SE.BL|1|F.gad7.1.0.0"), {{"I.assessment.mode", "telephone"}});
        expect("telephone", fhir, response("gad7"), {{"of~", "telephone"}});
        expect("telephone", pdf, {}, {{"of~", "telephone"}});

        expect("declined in words", {"long.sav", "long.dta"}, item("BL", "psqi", "q5b"),
               {{"state", "declined"}, {"reason", awkward}});
        expect("declined in words", {"answers.csv"}, item("BL", "psqi", "q5b"), // a spreadsheet must not run it
               {{"state", "declined"}, {"reason", u'\'' + awkward}});
        expect("declined in words", redcap, event("bl_arm_1"), // one line, and "|" parts what is said of each
               {{"psqi_absent~", "q5b=declined: " + QString(awkward).replace('|', '/').replace('\n', ' ')}});
        expect("declined in words", odm, place("SE.BL|1|F.psqi.1.0.0"),
               {{"I.psqi.1.0.0.q5b", {}}, {"I.psqi.1.0.0.q5b/note~", "declined"}});
        expect("declined", {"wide.dta"}, at("BL"), {{"psqi_q5b", "NA(a)"}});
        expect("declined", {"wide.sav"}, at("BL"), {{"psqi_q5b#", "-99991"}});
        expect("declined in words", fhir, response("psqi"), {{"of~", "asked-declined"}});

        expect("ten thousand characters", {"long.sav", "long.dta"}, item("BL", "psqi", "q5j_text"),
               {{"value", longText}});
        expect("ten thousand characters", {"answers.csv"}, item("BL", "psqi", "q5j_text"),
               {{"value", u'\'' + longText}});
        expect("ten thousand characters", {"wide.sav", "wide.dta"}, at("BL"), {{"psqi_q5j_text", longText}});
        expect("ten thousand characters", {"wide.csv"}, at("BL"), {{"psqi_q5j_text", u'\'' + longText}});
        expect("ten thousand characters", redcap, event("bl_arm_1"), {{"psqi_q5j_text", longText}});
        expect("ten thousand characters", findings, {{"QSGRPID", "BL/psqi/1"}, {"QSORRES~", "=cmd"}},
               {{"text", longText}});
        expect("ten thousand characters", odm, place("SE.BL|1|F.psqi.1.0.0"), {{"I.psqi.1.0.0.q5j_text", longText}});
        expect("ten thousand characters", fhir, response("psqi"),
               {{"of~", QString::fromUtf8(canonicalJson(QJsonArray{longText})).sliced(1).chopped(1)}});
        expect("ten thousand characters", pdf, {}, {{"lost", {}}});

        expect("ended early", longs, item("BL", "phq9", "q3"), {{"status", "endedEarly"}, {"state", "not_reached"}});
        expect("ended early", wides, at("BL"), {{"phq9_asmt_status", "endedEarly"}});
        expect("ended early", redcap, event("bl_arm_1"),
               {{"phq9_asmt_status", "endedEarly"}, {"phq9_absent~", "q3=not_reached"}});
        expect("ended early", findings, {{"QSGRPID", "BL/phq9/1"}, {"QSTESTCD", "PHQ0103"}},
               {{"QSSTAT", "NOT DONE"}, {"QSREASND", "NOT REACHED"}, {"QSORRES", {}}});
        expect("ended early", odm, place("SE.BL|1|F.phq9.1.0.0"),
               {{"I.assessment.status", "endedEarly"}, {"I.phq9.1.0.0.q3/note~", "not_reached"}});
        expect("ended early", fhir, response("phq9"), {{"of~", "\"status\":\"stopped\""}});
        expect("words in Chinese", longs, item("BL", "phq9", "q2"), {{"text", "好几天"}});
        expect("words in Chinese", findings, {{"QSGRPID", "BL/phq9/1"}, {"QSTESTCD", "PHQ0102"}},
               {{"QSORRES", "好几天"}, {"QSSTRESC", "1"}});

        expect("out of its window", longs, item("POD1", "nrs-sleep", "q1"),
               {{"punctuality", "late"}, {"window_reason", "asleep until eleven"}});
        expect("out of its window", wides, at("POD1"),
               {{"nrs_sleep_asmt_window", "late"}, {"nrs_sleep_asmt_reason", "asleep until eleven"}});
        expect("out of its window", redcap, event("pod1_arm_1"),
               {{"nrs_sleep_asmt_window", "late"}, {"nrs_sleep_asmt_reason", "asleep until eleven"}});
        expect("out of its window", supplement,
               [&] {
                   Row row = group("POD1/nrs-sleep/1");
                   row.insert("QNAM", "QSWINDOW");
                   return row;
               }(),
               {{"QVAL", "late"}});
        expect("out of its window", odm, place("SE.POD1|1|F.nrs-sleep.1.0.0"),
               {{"I.assessment.punctuality", "late"}, {"I.assessment.windowReason", "asleep until eleven"}});
        expect("out of its window", fhir, response("/POD1/nrs-sleep/1\""), {{"of~", "asleep until eleven"}});
        expect("out of its window", pdf, {}, {{"of~", "asleepuntileleven"}});

        expect("missed", longs, {{"timepoint", "POD2"}, {"instrument", "nrs-pain"}, {"kind", "assessment"}},
               {{"status", "missed"}, {"reason", "refused"}});
        expect("missed", wides, at("POD2"), {{"nrs_pain_asmt_status", "missed"}, {"nrs_pain_asmt_reason", "refused"}});
        expect("missed", redcap, event("pod2_arm_1"),
               {{"nrs_pain_asmt_status", "missed"}, {"nrs_pain_asmt_reason", "refused"}});
        expect("missed", findings, {{"QSGRPID", "POD2/nrs-pain/1"}, {"QSTESTCD", "QSALL"}},
               {{"QSSTAT", "NOT DONE"}, {"QSORRES", {}}});
        expect("missed", supplement, {{"QNAM", "QSREMARK"}}, {{"QVAL", "no more"}});
        expect("missed", odm, place("SE.POD2|1|F.nrs-pain.1.0.0"),
               {{"I.assessment.status", "missed"},
                {"I.assessment.missedReason", "refused"},
                {"I.assessment.missedRemark", "no more"}});
        expect("missed", fhir, {{"type", "Task"}}, {{"of~", "no more"}});

        for (const auto& [timepoint, version] : {std::pair{QStringLiteral("POD1"), QStringLiteral("1.0.0")},
                                                 {QStringLiteral("POD3"), QStringLiteral("2.0.0")}}) {
            const QByteArray point = timepoint.toUtf8();
            const QByteArray what = "the study's version at " + point;
            expect(what, longs, item(point, "nrs-sleep", "q1"), {{"study_version", version}});
            expect(what, wides, at(point), {{"nrs_sleep_asmt_study", version}});
            expect(what, redcap, event(timepoint.toLower().toUtf8() + "_arm_1"), {{"nrs_sleep_asmt_study", version}});
            Row ofGroup = group(point + "/nrs-sleep/1");
            ofGroup.insert("QNAM", "QSSTDVER");
            expect(what, supplement, ofGroup, {{"QVAL", version}});
            expect(what, odm, place("SE." + point + "|1|F.nrs-sleep.1.0.0"), {{"version", "MDV." + version}});
        }
    }
    void everyFile_saysIt() {
        QFETCH(QString, format);
        QFETCH(Row, where);
        QFETCH(Row, cells);
        const Rows& rows = m_tables[format];
        QVERIFY2(!rows.isEmpty(), qPrintable(format));
        const auto found = std::ranges::find_if(rows, [&](const Row& row) { return holds(row, where); });
        QVERIFY2(found != rows.end(), "there is no such row");
        for (const Row& row : rows)
            if (holds(row, where) && holds(row, cells))
                return;
        QString said;
        for (auto cell = cells.begin(); cell != cells.end(); ++cell)
            said += cell.key() + u'=' +
                    found->value(cell.key().endsWith(u'~') ? cell.key().chopped(1) : cell.key()).left(300) + u' ';
        QFAIL(qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(TestSurvives)
#include "tst_survives.moc"

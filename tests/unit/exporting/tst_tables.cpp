#include "ExportFixture.h"
#include "exporting/Replay.h"
#include "exporting/Tables.h"
#include "exporting/Variables.h"
#include "instrument/Scoring.h"

#include <QJsonArray>

using namespace serein;
using namespace serein::exporting;
using fixture::at;

namespace {

using Row = QMap<QString, QString>;

Row named(const Table& table, const QList<Cell>& cells) {
    Row row;
    for (qsizetype i = 0; i < cells.size(); ++i)
        row.insert(table.columns[i], cells[i].text);
    return row;
}

QList<Row> rowsWhere(const Table& table, const Row& wanted) {
    QList<Row> found;
    for (const QList<Cell>& cells : table.rows) {
        const Row row = named(table, cells);
        if (std::all_of(wanted.keyBegin(), wanted.keyEnd(),
                        [&](const QString& key) { return row.value(key) == wanted.value(key); }))
            found += row;
    }
    return found;
}

ledger::AnswerState given(const QJsonValue& value, const char* when, int changes = 0, qint64 responseMs = -1) {
    return {value, at(when), QStringLiteral("participant"), changes, responseMs};
}

} // namespace

class TestTables : public QObject {
    Q_OBJECT
    instrument::Library m_library;
    study::Study m_study;
    StoredDefinitions m_stored;
    ledger::ParticipantState m_state;

    QString store(const QJsonObject& json) {
        const QString hash = fixture::hashOf(json);
        m_stored.insert(hash, instrument::definitionBytes(json));
        return hash;
    }
    ledger::AssessmentState& open(const char* timepoint, const char* instrument, const char* language,
                                  const char* when) {
        ledger::AssessmentState assessment;
        assessment.key = {timepoint, instrument, 1};
        assessment.definition = store(m_library.instrument(instrument)->json);
        if (const instrument::TextPack* pack = m_library.pack(instrument, language))
            assessment.pack = store(pack->json);
        assessment.language = language;
        assessment.mode = "self";
        assessment.openedAt = at(when);
        return *m_state.assessments.insert(assessment.key, assessment);
    }
    static void submit(ledger::AssessmentState& assessment, const QJsonObject& scores, const char* when,
                       ledger::AssessmentStatus status = ledger::AssessmentStatus::Submitted) {
        assessment.status = status;
        assessment.submittedAt = at(when);
        assessment.scores = scores;
        assessment.engine = instrument::engineVersion;
    }
    Definitions definitions() {
        auto read = Definitions::read(m_stored, m_state);
        if (!read)
            qFatal("%s", qPrintable(read.error().toString()));
        return *read;
    }

private Q_SLOTS:
    void initTestCase() {
        m_library = fixture::library();
        m_study = fixture::study(m_library);
        QCOMPARE(m_study.id, QString("demo"));
    }
    void init() {
        m_stored.clear();
        m_state = {};
        m_state.subject = "SYN-001";
        m_state.study = store(m_study.json);
        // Baseline opens with the consent; day zero is the incision's date in Shanghai.
        m_state.anchors = {{"consent", at("2026-11-18T09:00+08:00")}, {"incision", at("2026-11-20T08:30+08:00")}};
        for (auto it = m_state.anchors.begin(); it != m_state.anchors.end(); ++it)
            m_state.anchorHistory[it.key()] = {{it.value(), it.value(), "set"}};
    }

    void item_hasOneOfFiveStates() {
        ledger::AssessmentState& phq9 = open("BL", "phq9", "en", "2026-11-18T10:00+08:00");
        phq9.answers = {
            {"q1", given(2, "2026-11-18T10:00:07.250+08:00", 1, 4200)},
            {"q2", given(QJsonObject{{"declined", true}, {"reason", "rather not"}}, "2026-11-18T10:00:20+08:00")},
            {"q3", given(QJsonValue::Null, "2026-11-18T10:00:30+08:00", 1)}};
        phq9.notReached = QStringList{"q9", "q10"};
        submit(phq9, {}, "2026-11-21T09:00+08:00", ledger::AssessmentStatus::EndedEarly);
        const auto table = answersTable(m_state, definitions());
        QVERIFY(table);
        QCOMPARE(table->rows.size(), 10);
        const auto item = [&](const char* id) { return rowsWhere(*table, {{"id", id}}).value(0); };
        const Row q1 = item("q1");
        QCOMPARE(q1.value("state"), QString("answered"));
        QCOMPARE(q1.value("value"), QString("2"));
        QCOMPARE(q1.value("text"), QString("More than half the days"));
        QCOMPARE(q1.value("concept"), QString("anhedonia"));
        QCOMPARE(q1.value("changes"), QString("1"));
        QCOMPARE(q1.value("response_ms"), QString("4200"));
        QCOMPARE(q1.value("answered_at"), QString("2026-11-18T10:00:07.250+08:00"));
        QCOMPARE(q1.value("planned_opens"), QString("2026-11-18T09:00:00.000+08:00"));
        QCOMPARE(q1.value("planned_closes"), QString("2026-11-21T09:00:00.000+08:00"));
        QCOMPARE(q1.value("punctuality"), QString("inWindow"));
        QCOMPARE(q1.value("status"), QString("endedEarly"));
        QCOMPARE(q1.value("provenance"), QString("official"));
        QCOMPARE(item("q2").value("state"), QString("declined"));
        QCOMPARE(item("q2").value("reason"), QString("rather not"));
        QCOMPARE(item("q2").value("value"), QString());
        QCOMPARE(item("q3").value("state"), QString("unanswered"));
        QCOMPARE(item("q3").value("changes"), QString("1"));
        QCOMPARE(item("q4").value("state"), QString("unanswered"));
        QCOMPARE(item("q4").value("changes"), QString());
        QCOMPARE(item("q9").value("state"), QString("not_reached"));
        QCOMPARE(item("q10").value("state"), QString("not_reached")); // shown, since q1 is a problem
    }
    void answerGivenAnotherWay_carriesItsOwnMode() {
        ledger::AssessmentState& phq9 = open("BL", "phq9", "en", "2026-11-18T10:00+08:00");
        phq9.mode = "self";
        phq9.answers.insert("q1", given(0, "2026-11-18T10:01+08:00"));
        phq9.answers.insert("q2", given(1, "2026-11-18T10:02+08:00"));
        phq9.answers["q2"].mode = "interview"; // read aloud from here on
        const auto table = answersTable(m_state, definitions());
        QVERIFY(table);
        QCOMPARE(rowsWhere(*table, {{"id", "q1"}}).value(0).value("mode"), QString("self"));
        QCOMPARE(rowsWhere(*table, {{"id", "q2"}}).value(0).value("mode"), QString("interview"));
    }
    void hiddenItem_isNotApplicable_whateverWasOnceAnswered() {
        ledger::AssessmentState& phq9 = open("BL", "phq9", "en", "2026-11-18T10:00+08:00");
        for (const char* id : {"q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9"})
            phq9.answers.insert(id, given(0, "2026-11-18T10:01+08:00"));
        phq9.answers.insert("q10", given(1, "2026-11-18T10:02+08:00")); // before the last problem was taken back
        const auto table = answersTable(m_state, definitions());
        QVERIFY(table);
        const Row q10 = rowsWhere(*table, {{"id", "q10"}}).value(0);
        QCOMPARE(q10.value("state"), QString("not_applicable"));
        QCOMPARE(q10.value("value"), QString());
        const Definitions read = definitions();
        const auto wide = wideTable({m_state, read, {}, "full"});
        QVERIFY(wide);
        QCOMPARE(named(*wide, wide->rows[0]).value("phq9_q10"), QString());
        QCOMPARE(named(*wide, wide->rows[0]).value("phq9_q9"), QString("0"));
    }
    void score_isTheOneSubmitted_asANumberOrOneAndZero() {
        ledger::AssessmentState& phq9 = open("BL", "phq9", "en", "2026-11-18T10:00+08:00");
        submit(phq9,
               {{"total", QJsonObject{{"value", 12}, {"status", "prorated"}, {"band", "moderate"}}},
                {"major_depressive_syndrome", QJsonObject{{"value", QJsonValue::Null}, {"status", "missing"}}},
                {"item9_positive", QJsonObject{{"value", true}, {"status", "complete"}}}},
               "2026-11-18T10:10+08:00");
        const auto table = answersTable(m_state, definitions());
        QVERIFY(table);
        const QList<Row> scores = rowsWhere(*table, {{"kind", "score"}});
        QCOMPARE(scores.size(), 3);
        QCOMPARE(scores[0].value("id"), QString("total"));
        QCOMPARE(scores[0].value("value"), QString("12"));
        QCOMPARE(scores[0].value("band"), QString("moderate"));
        QCOMPARE(scores[0].value("score_status"), QString("prorated"));
        QCOMPARE(scores[0].value("engine"), QString("1"));
        QCOMPARE(scores[1].value("value"), QString());
        QCOMPARE(scores[1].value("score_status"), QString("missing"));
        QCOMPARE(scores[2].value("value"), QString("1"));
    }
    void night_isTheOneBeforeTheMorning_andLateIsSaid() {
        open("POD1", "nrs-sleep", "zh-CN", "2026-11-21T11:00+08:00").answers = {
            {"q1", given(7, "2026-11-21T11:00:05+08:00")}};
        const auto table = answersTable(m_state, definitions());
        QVERIFY(table);
        const Row q1 = rowsWhere(*table, {{"id", "q1"}}).value(0);
        QCOMPARE(q1.value("planned_opens"), QString("2026-11-21T06:00:00.000+08:00"));
        QCOMPARE(q1.value("planned_closes"), QString("2026-11-21T10:00:00.000+08:00"));
        QCOMPARE(q1.value("night_of"), QString("2026-11-20"));
        QCOMPARE(q1.value("punctuality"), QString("late"));
        QCOMPARE(q1.value("provenance"), QString("unvalidated"));
    }
    void entryByItemId_needsNoWords_andTextIsNoFormula() {
        ledger::AssessmentState& psqi = open("BL", "psqi", "en", "2026-11-18T10:00+08:00");
        QCOMPARE(psqi.pack, QString());
        psqi.answers = {{"q1", given("22:30", "2026-11-18T10:01+08:00")},
                        {"q2", given(20, "2026-11-18T10:01+08:00")},
                        {"q6", given(1, "2026-11-18T10:01+08:00")},
                        {"q5j_text", given("=1+1", "2026-11-18T10:01+08:00")}};
        const auto table = answersTable(m_state, definitions());
        QVERIFY(table);
        QCOMPARE(rowsWhere(*table, {{"id", "q1"}}).value(0).value("value"), QString("22:30"));
        QCOMPARE(rowsWhere(*table, {{"id", "q2"}}).value(0).value("value"), QString("20"));
        QCOMPARE(rowsWhere(*table, {{"id", "q6"}}).value(0).value("text"), QString());
        QVERIFY(toCsv(*table).contains(",'=1+1,"));
        const Table book = codebook(definitions());
        QCOMPARE(rowsWhere(book, {{"variable", "psqi_q1"}}).value(0).value("label"), QString("bedTime"));
        QCOMPARE(rowsWhere(book, {{"variable", "psqi_q2"}}).value(0).value("unit"), QString("min"));
    }
    void wordsThatMayNotBeExported_stayInTheVault() {
        QJsonObject pack = m_library.pack("phq9", "en")->json;
        QJsonObject licence = pack.value("licence").toObject();
        QJsonObject allows = licence.value("allows").toObject();
        allows.insert("exportWording", false);
        licence.insert("allows", allows);
        pack.insert("licence", licence);
        ledger::AssessmentState& phq9 = open("BL", "phq9", "en", "2026-11-18T10:00+08:00");
        m_stored.remove(phq9.pack);
        phq9.pack = store(pack);
        phq9.answers = {{"q1", given(2, "2026-11-18T10:01+08:00")}};
        const Definitions read = definitions();
        const auto files = formatFiles({{m_state, read, {}, "full"}}, {"csv"});
        QVERIFY(files);
        for (const QByteArray& bytes : *files) {
            QVERIFY(!bytes.contains("More than half"));
            QVERIFY(!bytes.contains("Little interest"));
        }
        QCOMPARE(rowsWhere(codebook(read), {{"variable", "phq9_q1"}}).value(0).value("choices"),
                 QString("0=notAtAll|1=severalDays|2=moreThanHalfTheDays|3=nearlyEveryDay"));
    }
    void wide_hasARowATimepoint_andAColumnAVariable() {
        open("POD1", "nrs-sleep", "zh-CN", "2026-11-21T07:00+08:00").answers = {
            {"q1", given(7, "2026-11-21T07:01+08:00")}};
        ledger::AssessmentState& pain = open("POD1", "nrs-pain", "zh-CN", "2026-11-21T07:02+08:00");
        pain.answers = {{"rest", given(2, "2026-11-21T07:03+08:00")}, {"movement", given(5, "2026-11-21T07:03+08:00")}};
        submit(pain, {{"rest", QJsonObject{{"value", 2}, {"status", "complete"}}}}, "2026-11-21T07:04+08:00");
        open("BL", "nrs-sleep", "zh-CN", "2026-11-18T10:00+08:00").answers = {
            {"q1", given(3, "2026-11-18T10:01+08:00")}};
        const Definitions read = definitions();
        const auto table = wideTable({m_state, read, {}, "full"});
        QVERIFY(table);
        QCOMPARE(table->columns, QStringList({"subject",
                                              "timepoint",
                                              "sequence",
                                              "planned_opens",
                                              "planned_closes",
                                              "night_of",
                                              "site",
                                              "nrs_sleep_q1",
                                              "nrs_sleep_value",
                                              "nrs_pain_rest",
                                              "nrs_pain_movement",
                                              "nrs_pain_rest_score",
                                              "nrs_pain_movement_score",
                                              "nrs_sleep_asmt_status",
                                              "nrs_sleep_asmt_mode",
                                              "nrs_sleep_asmt_at",
                                              "nrs_sleep_asmt_window",
                                              "nrs_sleep_asmt_reason",
                                              "nrs_sleep_asmt_study",
                                              "nrs_sleep_asmt_corrected",
                                              "nrs_pain_asmt_status",
                                              "nrs_pain_asmt_mode",
                                              "nrs_pain_asmt_at",
                                              "nrs_pain_asmt_window",
                                              "nrs_pain_asmt_reason",
                                              "nrs_pain_asmt_study",
                                              "nrs_pain_asmt_corrected"}));
        QCOMPARE(table->rows.size(), 2);
        QCOMPARE(named(*table, table->rows[0]).value("timepoint"), QString("BL"));
        QCOMPARE(named(*table, table->rows[0]).value("nrs_sleep_q1"), QString("3"));
        QCOMPARE(named(*table, table->rows[0]).value("nrs_pain_rest"), QString());
        QCOMPARE(named(*table, table->rows[1]).value("nrs_sleep_q1"), QString("7"));
        QCOMPARE(named(*table, table->rows[1]).value("nrs_pain_movement"), QString("5"));
        QCOMPARE(named(*table, table->rows[1]).value("nrs_pain_rest_score"), QString("2"));
        QCOMPARE(named(*table, table->rows[1]).value("night_of"), QString("2026-11-20"));
        QCOMPARE(named(*table, table->rows[1]).value("nrs_pain_asmt_status"), QString("submitted"));
        QCOMPARE(named(*table, table->rows[1]).value("nrs_sleep_asmt_status"), QString("open"));
        QCOMPARE(named(*table, table->rows[1]).value("nrs_pain_asmt_at"), QString("2026-11-21T07:02:00.000+08:00"));
        QCOMPARE(named(*table, table->rows[1]).value("nrs_pain_asmt_window"), QString("inWindow"));
    }
    void names_areAtMost32Characters_andStayApart() {
        instrument::Instrument scale;
        scale.id = "very-long-instrument-name";
        const QString one = variableName(scale, "an_item_of_many_words_1", false);
        const QString other = variableName(scale, "an_item_of_many_words_2", false);
        QCOMPARE(one.size(), 32);
        QVERIFY(one.startsWith("very_long_instrument_name_a"));
        QVERIFY(one != other);
        QCOMPARE(variableName(*m_library.instrument("phq9"), "q1", false), QString("phq9_q1"));
        for (const QString& id : m_library.ids())
            open("BL", qPrintable(id), "en", "2026-11-18T10:00+08:00");
        QSet<QString> names;
        for (const Variable& variable : variables(definitions())) {
            QVERIFY2(variable.name.size() <= 32, qPrintable(variable.name));
            QVERIFY2(!names.contains(variable.name), qPrintable(variable.name));
            names.insert(variable.name);
        }
    }
    void codebook_saysWhatAColumnMeans() {
        open("BL", "phq9", "en", "2026-11-18T10:00+08:00");
        open("BL", "nrs-sleep", "en", "2026-11-18T10:00+08:00");
        const Table book = codebook(definitions());
        const Row q1 = rowsWhere(book, {{"variable", "phq9_q1"}}).value(0);
        QCOMPARE(q1.value("label"), QString("Little interest or pleasure in doing things"));
        QCOMPARE(q1.value("choices"),
                 QString("0=Not at all|1=Several days|2=More than half the days|3=Nearly every day"));
        QCOMPARE(q1.value("loinc"), QString("44250-9"));
        QCOMPARE(q1.value("cdisc"), QString("PHQ0101"));
        QCOMPARE(q1.value("recall"), QString("P14D"));
        QCOMPARE(rowsWhere(book, {{"variable", "phq9_q10"}}).value(0).value("missing"),
                 QString("declined|not_reached|not_applicable|unanswered"));
        const Row total = rowsWhere(book, {{"variable", "phq9_total"}}).value(0);
        QCOMPARE(total.value("min"), QString("0"));
        QCOMPARE(total.value("max"), QString("27"));
        QCOMPARE(total.value("direction"), QString("higherWorse"));
        QCOMPARE(rowsWhere(book, {{"variable", "phq9_item9_positive"}}).value(0).value("choices"),
                 QString("0=no|1=yes"));
        QCOMPARE(rowsWhere(book, {{"variable", "nrs_sleep_q1"}}).value(0).value("choices"),
                 QString("0=Best possible sleep|10=Worst possible sleep"));
    }
    void definitionThatIsMissingOrChanged_isNamed() {
        const QString hash = open("BL", "phq9", "en", "2026-11-18T10:00+08:00").definition;
        StoredDefinitions changed = m_stored;
        changed[hash].replace("PHQ-9", "PHQ-8");
        const auto read = Definitions::read(changed, m_state);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Wrong);
        QCOMPARE(read.error().faults[0].file, "definitions/" + hash + ".json");
        changed.remove(hash);
        QVERIFY(!Definitions::read(changed, m_state));
    }
    void scoreComputedAgain_mustBeTheOneSubmitted() {
        ledger::AssessmentState& sleep = open("POD1", "nrs-sleep", "en", "2026-11-21T07:00+08:00");
        sleep.answers = {{"q1", given(7, "2026-11-21T07:01+08:00")}};
        submit(sleep, {{"value", QJsonObject{{"value", 7}, {"status", "complete"}}}}, "2026-11-21T07:02+08:00");
        const instrument::Instrument& scale = *m_library.instrument("nrs-sleep");
        const auto right = rescore(sleep, scale);
        QVERIFY(right);
        QCOMPARE(*right, 1);
        sleep.scores = {{"value", QJsonObject{{"value", 6}, {"status", "complete"}}}};
        const auto wrong = rescore(sleep, scale);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, Error::Kind::Wrong);
        sleep.engine = "0";
        QVERIFY(rescore(sleep, scale).error().toString().contains("scored by engine 0; this program has 1"));
    }
};

QTEST_APPLESS_MAIN(TestTables)
#include "tst_tables.moc"

// Scores as the command line gives them, held against the published rules (the sources stand in each instrument.json).
#include "Programs.h"

using namespace serein::test;

class TestInstrumentCli : public QObject {
    Q_OBJECT

    /// A good sleeper: every component 0.
    static QJsonObject sleeper(const QJsonObject& changed) {
        QJsonObject answers{{"q1", "23:00"}, {"q2", 10}, {"q3", "07:00"}, {"q4", 450},
                            {"q6", 0},       {"q7", 0},  {"q8", 0},       {"q9", 0}};
        for (const char* item : {"q5a", "q5b", "q5c", "q5d", "q5e", "q5f", "q5g", "q5h", "q5i"})
            answers.insert(item, 0);
        for (auto it = changed.begin(); it != changed.end(); ++it)
            answers.insert(it.key(), it.value());
        return answers;
    }
    static QJsonObject all(int count, int value) {
        QJsonObject answers;
        for (int item = 1; item <= count; ++item)
            answers.insert("q" + QString::number(item), value);
        return answers;
    }
    Ran score(const QString& id, const QJsonValue& answers, const QStringList& options = {}) const {
        const QJsonDocument document =
            answers.isArray() ? QJsonDocument(answers.toArray()) : QJsonDocument(answers.toObject());
        return m_bench.ctl(QStringList{"instrument", "score", id, "--answers", "-"} + options, document.toJson());
    }
    static QJsonObject scored(const Ran& ran, const QString& name) {
        return ran.object()["scores"].toObject()[name].toObject();
    }
    static QString shipped(const QString& name) { return QStringLiteral(SEREIN_SOURCE_DIR "/instruments/") + name; }
    const Bench m_bench;

private Q_SLOTS:
    void psqi_followsTheManual_data() {
        QTest::addColumn<QJsonObject>("changed");
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        const QJsonValue null = QJsonValue::Null;
        QTest::newRow("bedtime across midnight")
            << QJsonObject{{"q1", "22:00"}, {"q3", "06:00"}} << "" << "time_in_bed_h" << QJsonValue(8);
        QTest::newRow("efficiency over 100 % scores 0")
            << QJsonObject{{"q4", 540}} << "" << "c4_efficiency" << QJsonValue(0);
        QTest::newRow("efficiency over 100 % is flagged")
            << QJsonObject{{"q4", 540}} << "" << "efficiency_over_100" << QJsonValue(true);
        QTest::newRow("no time in bed: no efficiency") << QJsonObject{{"q1", "07:00"}} << "" << "c4_efficiency" << null;
        QTest::newRow("no time in bed: no total") << QJsonObject{{"q1", "07:00"}} << "" << "total" << null;
        QTest::newRow("7.0 h, pitt") << QJsonObject{{"q4", 420}} << "pitt" << "c3_duration" << QJsonValue(0);
        QTest::newRow("7.0 h, print") << QJsonObject{{"q4", 420}} << "print" << "c3_duration" << QJsonValue(1);
        QTest::newRow("7.0 h, as a duration")
            << QJsonObject{{"q4", "PT7H"}} << "print" << "c3_duration" << QJsonValue(1);
        QTest::newRow("85 %, pitt") << QJsonObject{{"q4", 408}} << "pitt" << "c4_efficiency" << QJsonValue(0);
        QTest::newRow("85 %, print") << QJsonObject{{"q4", 408}} << "print" << "c4_efficiency" << QJsonValue(1);
        QTest::newRow("84.5 %, pitt") << QJsonObject{{"q1", "23:20"}, {"q3", "06:00"}, {"q4", 338}} << "pitt"
                                      << "c4_efficiency" << QJsonValue(1);
        QTest::newRow("84.5 %, print") << QJsonObject{{"q1", "23:20"}, {"q3", "06:00"}, {"q4", 338}} << "print"
                                       << "c4_efficiency" << QJsonValue(1);
        QTest::newRow("bedtime after midnight")
            << QJsonObject{{"q1", "00:30"}, {"q3", "08:00"}} << "" << "time_in_bed_h" << QJsonValue(7.5);
        for (const auto& [minutes, points] : {std::pair(0, 0), {15, 0}, {16, 1}, {30, 1}, {31, 2}, {60, 2}, {61, 3}})
            QTest::newRow(
                qPrintable(QString("latency of %1 minutes").arg(minutes))) // with q5a = 1 the sum is points + 1
                << QJsonObject{{"q2", minutes}, {"q5a", 1}} << "" << "c2_latency" << QJsonValue((points + 2) / 2);
        QTest::newRow("5j without its comment counts 0")
            << QJsonObject{{"q5j", 3}} << "" << "c5_disturbance" << QJsonValue(0);
        QTest::newRow("5j with its comment counts")
            << QJsonObject{{"q5j", 3}, {"q5j_text", "noise"}} << "" << "c5_disturbance" << QJsonValue(1);
        QTest::newRow("q5d missing: no component 5") << QJsonObject{{"q5d", null}} << "" << "c5_disturbance" << null;
        QTest::newRow("q5d missing, print: no total") << QJsonObject{{"q5d", null}} << "print" << "total" << null;
        QTest::newRow("a component missing: no total") << QJsonObject{{"q6", null}} << "" << "total" << null;
        QTest::newRow("declined is missing, not 0")
            << QJsonObject{{"q6", QJsonObject{{"declined", true}}}} << "" << "total" << null;
    }
    void psqi_followsTheManual() {
        QFETCH(QJsonObject, changed);
        QFETCH(QString, profile);
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        const Ran ran =
            score("psqi", sleeper(changed), profile.isEmpty() ? QStringList() : QStringList{"--profile", profile});
        QVERIFY2(ran.status == 0, ran.said());
        QCOMPARE(ran.object()["profile"].toString(), profile.isEmpty() ? "pitt" : profile);
        QVERIFY(scored(ran, name).contains("value"));
        QCOMPARE(scored(ran, name)["value"], value);
        QCOMPARE(scored(ran, name)["status"].toString(), value.isNull() ? "missing" : "complete");
    }
    void phq9_hasTheContractsShape() {
        const Ran ran = score("phq9", all(9, 1));
        QVERIFY2(ran.status == 0, ran.said());
        QCOMPARE(ran.object()["instrument"].toString(), QString("phq9"));
        QVERIFY(ran.object()["profile"].isNull());
        QCOMPARE(scored(ran, "total"), (QJsonObject{{"value", 9}, {"status", "complete"}, {"band", "mild"}}));
    }
    void phq9Total_isProratedOnlyWhenAsked_data() { // APA: up to two unanswered, sum × 9 ÷ answered, half up
        QTest::addColumn<QJsonObject>("answers");
        QTest::addColumn<bool>("prorate");
        QTest::addColumn<QJsonObject>("total");
        QJsonObject oneLeft = all(9, 1);
        oneLeft["q9"] = QJsonValue::Null;
        oneLeft["q8"] = 2;
        QJsonObject threeLeft = all(6, 1);
        const QJsonObject missing{{"value", QJsonValue::Null}, {"status", "missing"}};
        QTest::newRow("one left, not asked") << oneLeft << false << missing;
        QTest::newRow("one left: 9 × 9 ÷ 8 = 10.125")
            << oneLeft << true << QJsonObject{{"value", 10}, {"status", "prorated"}, {"band", "moderate"}};
        QTest::newRow("two left: 4 × 9 ÷ 7 = 5.14")
            << QJsonObject{{"q1", 1}, {"q2", 1}, {"q3", 1}, {"q4", 1}, {"q5", 0}, {"q6", 0}, {"q7", 0}} << true
            << QJsonObject{{"value", 5}, {"status", "prorated"}, {"band", "mild"}};
        QTest::newRow("a half rounds up: 4 × 9 ÷ 8 = 4.5")
            << QJsonObject{{"q1", 1}, {"q2", 1}, {"q3", 1}, {"q4", 1}, {"q5", 0}, {"q6", 0}, {"q7", 0}, {"q8", 0}}
            << true << QJsonObject{{"value", 5}, {"status", "prorated"}, {"band", "mild"}};
        QTest::newRow("three left") << threeLeft << true << missing;
    }
    void phq9Total_isProratedOnlyWhenAsked() {
        QFETCH(QJsonObject, answers);
        QFETCH(bool, prorate);
        QFETCH(QJsonObject, total);
        const Ran ran = score("phq9", answers, prorate ? QStringList{"--prorate"} : QStringList());
        QVERIFY2(ran.status == 0, ran.said());
        QCOMPARE(scored(ran, "total"), total);
    }
    void gad7_bandsBeginWherePublished_data() { // Spitzer 2006: 5, 10, 15
        QTest::addColumn<int>("total");
        QTest::addColumn<QString>("band");
        QTest::newRow("4") << 4 << "minimal";
        QTest::newRow("5") << 5 << "mild";
        QTest::newRow("9") << 9 << "mild";
        QTest::newRow("10") << 10 << "moderate";
        QTest::newRow("15") << 15 << "severe";
        QTest::newRow("21") << 21 << "severe";
    }
    void gad7_bandsBeginWherePublished() {
        QFETCH(int, total);
        QFETCH(QString, band);
        QJsonObject answers;
        for (int item = 1, left = total; item <= 7; ++item) {
            answers.insert("q" + QString::number(item), std::min(3, left));
            left -= std::min(3, left);
        }
        const Ran ran = score("gad7", answers);
        QVERIFY2(ran.status == 0, ran.said());
        QCOMPARE(scored(ran, "total"), (QJsonObject{{"value", total}, {"status", "complete"}, {"band", band}}));
    }
    void array_keepsItsOrder_aBadElementFailsInPlace() {
        QJsonObject bad = all(7, 1);
        bad["q3"] = 4;
        const Ran ran = score("gad7", QJsonArray{all(7, 0), bad, 5, all(7, 3)});
        QCOMPARE(ran.status, 1);
        const QJsonArray results = ran.array();
        QCOMPARE(results.size(), 4);
        QCOMPARE(results[0].toObject()["scores"].toObject()["total"].toObject()["value"].toInt(-1), 0);
        QVERIFY(results[1].toObject()["error"].toString().startsWith("/1/q3: "));
        QCOMPARE(results[1].toObject().keys(), QStringList{"error"});
        QVERIFY(results[2].toObject().contains("error"));
        QCOMPARE(results[3].toObject()["scores"].toObject()["total"].toObject()["value"].toInt(-1), 21);
        QVERIFY2(ran.err.contains("error: -: /1/q3: "), ran.err);
    }
    void folder_standsForAnId() {
        const Ran ran = m_bench.ctl({"instrument", "score", shipped("gad7"), "--answers", "-"}, "{}");
        QVERIFY2(ran.status == 0, ran.said());
        QCOMPARE(scored(ran, "total")["status"].toString(), QString("missing"));
    }
    void shippedInstruments_passTheirCases() {
        const Ran ran = m_bench.ctl({"--json", "instrument", "check"});
        QVERIFY2(ran.status == 0, ran.said());
        const Ran list = m_bench.ctl({"instrument", "list", "--json"});
        QCOMPARE(ran.array().size(), list.array().size());
        for (const QJsonValue result : ran.array())
            QCOMPARE(result["status"].toString(), QString("ok"));
    }
    void wrongCase_exitsOne_andNamesIt() {
        for (const char* name : {"instrument.json", "text.en.json", "text.zh-CN.json", "cases.json"}) {
            QDir().mkpath(m_bench.path("gad7"));
            QFile::copy(QString(SEREIN_SOURCE_DIR "/instruments/gad7/") + name, m_bench.path(QString("gad7/") + name));
        }
        QFile file(m_bench.path("gad7/cases.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        QJsonArray cases = json["cases"].toArray();
        QJsonObject first = cases[0].toObject();
        first["scores"] = QJsonObject{{"total", QJsonObject{{"value", 1}, {"status", "complete"}}}};
        first["answers"] = all(7, 3);
        cases[0] = first;
        json["cases"] = cases;
        QFile::remove(file.fileName());
        m_bench.write("gad7/cases.json", QJsonDocument(json).toJson());
        const Ran ran = m_bench.ctl({"instrument", "check", m_bench.path("gad7")});
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.err.contains("gad7/cases.json: /cases/0/scores/total/value: ") &&
                     ran.err.contains("21, expected 1"),
                 ran.err);
    }
    void show_givesTheDefinition() {
        const Ran ran = m_bench.ctl({"instrument", "show", "psqi", "--json"});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.object()["definition"]["id"].toString(), QString("psqi"));
        QCOMPARE(ran.object()["profiles"].toArray().size(), 2);
        QCOMPARE(m_bench.ctl({"instrument", "show", "psqi"}).status, 0);
    }
    void timeline_followsTheSitesZone() {
        const Ran ran = m_bench.ctl(
            {"--json", "study", "timeline", shipped("studies/demo.json"), "--anchor", "incision=2026-11-20T01:05Z"});
        QVERIFY2(ran.status == 0, ran.said());
        QJsonObject first;
        QJsonObject baseline;
        for (const QJsonValue row : ran.array()) {
            if (row["timepoint"].toString() == "POD1")
                first = row.toObject();
            if (row["timepoint"].toString() == "BL")
                baseline = row.toObject();
        }
        QCOMPARE(first["opensAt"].toString(), QString("2026-11-21T06:00:00.000+08:00"));
        QCOMPARE(first["closesAt"].toString(), QString("2026-11-21T10:00:00.000+08:00"));
        QCOMPARE(first["nightOf"].toString(), QString("2026-11-20"));
        QCOMPARE(baseline["scheduled"].toBool(true), false);
        QVERIFY(baseline["opensAt"].isNull());
    }
    void globals_standBeforeAndAfterTheCommand() {
        QCOMPARE(m_bench.ctl({"--json", "instrument", "list"}).out, m_bench.ctl({"instrument", "list", "--json"}).out);
        QCOMPARE(m_bench.ctl({"--help"}).status, 0);
        QCOMPARE(m_bench.ctl({"instrument", "score", "--help"}).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestInstrumentCli)
#include "tst_instrument_cli.moc"

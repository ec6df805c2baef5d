// SDTM as others read it: R's haven for XPT, jsonschema for Dataset-JSON, and both against the ledger.
#include "Readers.h"
#include "SdtmRows.h"
#include "Ward.h"
#include "exporting/SdtmFiles.h"
#include "exporting/SdtmTests.h"

#include <QJsonArray>

using namespace serein;
using namespace serein::exporting;
using fixture::Kept;
using fixture::Ward;
using test::named;
using test::rows;

namespace {

const ledger::AssessmentKey mood{"BL", "phq9", 1};
const QString awkward = QStringLiteral("=cmd|'/c calc'!A1 \"很疼\"\n🙂 'ja'");

QList<SdtmDataset> datasets(const Kept& kept) {
    const auto made = test::datasetsOf({kept.record()});
    if (!made)
        qFatal("%s", qPrintable(made.error().toString()));
    return *made;
}
/// A long text as a reviewer puts it together again.
QString rejoined(const QList<SdtmDataset>& all, const char* domain, const QMap<QString, QString>& row) {
    const QString prefix = QLatin1String(domain);
    QString text = row.value(prefix + "ORRES");
    const SdtmDataset supplement = named(all, qPrintable("SUPP" + prefix));
    for (qsizetype i = 1;; ++i) {
        const auto more = rows(supplement, {{"USUBJID", row.value("USUBJID")},
                                            {"IDVAR", prefix + "SEQ"},
                                            {"IDVARVAL", row.value(prefix + "SEQ")},
                                            {"QNAM", sdtmContinued(prefix + "ORRES", i)}});
        if (more.isEmpty())
            return text;
        text += more[0].value("QVAL");
    }
}

} // namespace

class TestSdtm : public QObject {
    Q_OBJECT

    static void write(const Kept& kept, const QTemporaryDir& folder) {
        const Records records{kept.record()};
        const auto files = formatFiles(records, {datasetJsonFormat, xptFormat, defineFormat});
        QVERIFY2(files, files ? "" : qPrintable(files.error().toString()));
        readers::unpack(*files, folder);
    }
    static void live(Ward& ward) {
        ward.enrol();
        ward.now("2026-11-18T10:00+08:00");
        ward.give(mood,
                  {{"q1", 2}, {"q2", QJsonObject{{"declined", true}, {"reason", "rather not"}}}, {"q3", 0}, {"q10", 1}},
                  {.notReached = {"q9"}});
        ward.makeRoomForLongTexts();
        ward.give({"BL", "psqi", 1},
                  {{"q1", "22:30"}, {"q2", 15}, {"q5j", 1}, {"q5j_text", awkward + QString(9900, QChar(0x75bc))}},
                  {.language = "none"});
        ward.happen(ledger::Corrected{mood, "q1", 2, 3, "misread", {}, "1", {}}, "iris", "investigator");
        ward.happen(ledger::AnchorSet{"pacuArrival", fixture::at("2026-11-20T12:00+08:00")}, "nora", "nurse");
        ward.now("2026-11-20T12:31+08:00");
        ward.give({"PACU", "nrs-pain", 1}, {{"rest", 4}, {"movement", 6}}, {.mode = "interview"});
        ward.happen(ledger::Missed{{"PACU", "nrs-anxiety", 1}, "asleep", awkward}, "nora", "nurse");
        ward.now("2026-11-21T07:00+08:00");
        ward.give({"POD1", "nrs-sleep", 1}, {{"q1", 7}}, {.language = "zh-CN"});
        ward.give({"POD1", "rass", 1}, {{"q1", -1}}, {.mode = "staff"});
        ward.give({"POD1", "treatment", 1},
                  {{"purpose", 1}, {"drug", 8}, {"drug_name", "Quetzalcoatlamine"}, {"dose", 25}}, {.mode = "staff"});
    }

private Q_SLOTS:
    void answer_hasTheWordsAndTheNumber_underCdiscsCode() {
        Ward ward;
        live(ward);
        const Kept kept(ward);
        const SdtmDataset qs = named(datasets(kept), "QS");
        const auto found = rows(qs, {{"QSTESTCD", "PHQ0101"}});
        QCOMPARE(found.size(), 1);
        const auto& q1 = found[0];
        QCOMPARE(q1.value("QSTEST"), QString("PHQ01-Little Interest/Pleasure in Things"));
        QCOMPARE(q1.value("QSCAT"), QString("PHQ-9"));
        QCOMPARE(q1.value("QSORRES"), QString("Nearly every day")); // as corrected
        QCOMPARE(q1.value("QSSTRESC"), QString("3"));
        QCOMPARE(q1.value("QSSTRESN"), QString("3"));
        QCOMPARE(q1.value("QSEVLINT"), QString("-P2W"));
        QCOMPARE(q1.value("QSDTC"), QString("2026-11-18T10:00:00+08:00"));
        QCOMPARE(q1.value("QSDY"), QString("-2")); // the incision is on day 1
        QCOMPARE(q1.value("VISIT"), QString("Baseline"));
        QCOMPARE(q1.value("VISITNUM"), QString("1"));
        QCOMPARE(q1.value("EPOCH"), QString("BASELINE"));
        QCOMPARE(q1.value("QSLOBXFL"), QString("Y"));
        QCOMPARE(q1.value("USUBJID"), QString("demo-SYN-001"));
        const auto chinese = rows(qs, {{"QSTESTCD", "NRSS0101"}}).value(0);
        QCOMPARE(chinese.value("QSEVINTX"), QString("LAST NIGHT"));
        QCOMPARE(chinese.value("QSDY"), QString("2"));
        QCOMPARE(chinese.value("EPOCH"), QString("FOLLOW-UP"));
        QCOMPARE(chinese.value("QSLOBXFL"), QString());
    }
    void withoutAnAnswer_notDoneAndWhy_andNoResult() {
        Ward ward;
        live(ward);
        const Kept kept(ward);
        const SdtmDataset qs = named(datasets(kept), "QS");
        const QMap<QString, QString> reasons{
            {"PHQ0102", "SUBJECT DECLINED: rather not"}, {"PHQ0104", "LEFT UNANSWERED"}, {"PHQ0109", "NOT REACHED"}};
        for (auto it = reasons.begin(); it != reasons.end(); ++it) {
            const auto row = rows(qs, {{"QSTESTCD", it.key()}}).value(0);
            QCOMPARE(row.value("QSSTAT"), QString("NOT DONE"));
            QCOMPARE(row.value("QSREASND"), *it);
            QCOMPARE(row.value("QSORRES") + row.value("QSSTRESC") + row.value("QSSTRESN"), QString());
            QCOMPARE(row.value("QSLOBXFL"), QString());
        }
        const auto all = rows(qs, {{"QSTESTCD", "QSALL"}});
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].value("QSTEST"), QString("ANXIETY NRS, NOW"));
        QCOMPARE(all[0].value("QSREASND"), QString("ASLEEP"));
        QCOMPARE(all[0].value("QSSTAT"), QString("NOT DONE"));
    }
    void hiddenItem_isLogicallySkipped() {
        Ward ward;
        ward.enrol();
        QJsonObject none;
        for (int item = 1; item <= 9; ++item)
            none.insert(QStringLiteral("q%1").arg(item), 0);
        ward.give(mood, none);
        const Kept kept(ward);
        const auto row = rows(named(datasets(kept), "QS"), {{"QSTESTCD", "PHQ0110"}}).value(0);
        QCOMPARE(row.value("QSREASND"), QString("LOGICALLY SKIPPED ITEM"));
        const auto total = rows(named(datasets(kept), "QS"), {{"QSTESTCD", "PHQ0111"}}).value(0);
        QCOMPARE(total.value("QSSTRESN"), QString("0"));
        QCOMPARE(total.value("QSDRVFL"), QString("Y"));
    }
    void timedAssessment_saysFromWhat() {
        Ward ward;
        live(ward);
        const Kept kept(ward);
        const auto row = rows(named(datasets(kept), "QS"), {{"QSTESTCD", "NRSP0101"}}).value(0);
        QCOMPARE(row.value("QSTPT"), QString("Recovery room, 30 minutes"));
        QCOMPARE(row.value("QSTPTNUM"), QString("1"));
        QCOMPARE(row.value("QSELTM"), QString("PT30M"));
        QCOMPARE(row.value("QSTPTREF"), QString("Arrival in the recovery room"));
        QCOMPARE(row.value("QSRFTDTC"), QString("2026-11-20T12:00:00+08:00"));
        QCOMPARE(row.value("EPOCH"), QString("TREATMENT"));
    }
    void clinicianScale_isInRs_andStaffsFormInASponsorsTable() {
        Ward ward;
        live(ward);
        const Kept kept(ward);
        const auto all = datasets(kept);
        const auto rass = rows(named(all, "RS"), {{"RSTESTCD", "RASS0101"}});
        QCOMPARE(rass.size(), 1);
        QCOMPARE(rass[0].value("RSCAT"), QString("RASS"));
        QCOMPARE(rass[0].value("RSSTRESN"), QString("-1"));
        QCOMPARE(rows(named(all, "XE"), {{"XETESTCD", "DRUGNAME"}}).value(0).value("XEORRES"),
                 QString("Quetzalcoatlamine"));
        const Kept blinded(ward, "blinded");
        const auto seen = datasets(blinded);
        QVERIFY(named(seen, "XE").rows.isEmpty());
        for (const SdtmDataset& dataset : seen)
            for (qsizetype i = 0; i < dataset.rows.size(); ++i)
                for (const SdtmVariable& variable : dataset.variables)
                    QVERIFY(!dataset.text(i, variable.name).contains("Quetzalcoatlamine"));
    }
    void staffsForm_isLeftOutByName() {
        Ward ward;
        live(ward);
        const Kept kept(ward);
        Record record = kept.record();
        record.without = {"XE"};
        const auto made = test::datasetsOf({record});
        QVERIFY(made);
        QVERIFY(named(*made, "XE").rows.isEmpty() && named(*made, "SUPPXE").rows.isEmpty());
        QVERIFY(!named(*made, "QS").rows.isEmpty());
        QVERIFY(checkWithout({"XE", "YA"}));
        QCOMPARE(checkWithout({"QS"}).error().kind, Error::Kind::Unusable);
    }
    void lastValueBeforeExposure_isOneATest() {
        Ward ward;
        ward.enrol();
        ward.now("2026-11-18T10:00+08:00");
        ward.give({"BL", "nrs-pain", 1}, {{"rest", 1}, {"movement", 2}});
        ward.now("2026-11-19T10:00+08:00");
        ward.give({"BL", "nrs-pain", 2}, {{"rest", 3}, {"movement", QJsonObject{{"declined", true}}}});
        ward.now("2026-11-21T10:00+08:00");
        ward.give({"POD1", "nrs-pain", 1}, {{"rest", 5}, {"movement", 6}});
        const Kept kept(ward);
        const SdtmDataset qs = named(datasets(kept), "QS");
        const auto rest = rows(qs, {{"QSTESTCD", "NRSP0101"}, {"QSLOBXFL", "Y"}});
        QCOMPARE(rest.size(), 1);
        QCOMPARE(rest[0].value("QSSTRESN"), QString("3"));
        QCOMPARE(rest[0].value("VISITNUM"), QString("1.01"));
        const auto movement = rows(qs, {{"QSTESTCD", "NRSP0102"}, {"QSLOBXFL", "Y"}});
        QCOMPARE(movement.size(), 1); // the declined one is no value
        QCOMPARE(movement[0].value("QSSTRESN"), QString("2"));
    }
    void correction_keepsWhatWasSubmitted() {
        Ward ward;
        live(ward);
        const Kept kept(ward);
        const auto all = datasets(kept);
        const QString sequence = rows(named(all, "QS"), {{"QSTESTCD", "PHQ0101"}}).value(0).value("QSSEQ");
        const SdtmDataset supplement = named(all, "SUPPQS");
        const auto of = [&](const char* name) {
            return rows(supplement, {{"IDVAR", "QSSEQ"}, {"IDVARVAL", sequence}, {"QNAM", name}})
                .value(0)
                .value("QVAL");
        };
        QCOMPARE(of("QSORIG"), QString("2"));
        QCOMPARE(of("QSCORR"), QString("misread"));
        QCOMPARE(rows(supplement, {{"IDVARVAL", "PACU/nrs-pain/1"}, {"QNAM", "QSMODE"}}).value(0).value("QVAL"),
                 QString("interview"));
    }
    void codesAndNames_fitTheirColumns_andStayApart() {
        Ward ward;
        ward.enrol();
        for (const QString& id : ward.library.ids())
            ward.give({"POD7", id, 1}, {}, {.language = "none"});
        const Kept kept(ward);
        QMap<QString, QString> names; // test code → name, over a domain
        for (const SdtmDataset& dataset : datasets(kept)) {
            QVERIFY(dataset.label.size() <= 40);
            for (const SdtmVariable& variable : dataset.variables)
                QVERIFY2(variable.name.size() <= 8 && variable.label.size() <= 40, qPrintable(variable.label));
            if (dataset.class_ != "FINDINGS")
                continue;
            for (qsizetype i = 0; i < dataset.rows.size(); ++i) {
                const QString code = dataset.text(i, dataset.domain + "TESTCD");
                const QString name = dataset.text(i, dataset.domain + "TEST");
                QVERIFY2(QRegularExpression("^[A-Z][A-Z0-9]{0,7}$").match(code).hasMatch(), qPrintable(code));
                QVERIFY2(name.size() <= 40 && !name.isEmpty(), qPrintable(name));
                const QString key = dataset.domain + u'/' + code;
                QVERIFY2(names.value(key, name) == name, qPrintable(key + ": " + name + ", " + names.value(key)));
                names.insert(key, name);
            }
        }
        QSet<QString> apart;
        for (auto it = names.begin(); it != names.end(); ++it) {
            const QString name = it.key().section('/', 0, 0) + u'/' + *it;
            QVERIFY2(!apart.contains(name), qPrintable(name));
            apart.insert(name);
        }
    }
    void longText_isCutBetweenCharacters_andRejoins() {
        const QString chinese(3000, QChar(0x75bc));
        const QString blanks = QString(199, 'x') + QStringLiteral("     ") + QString(300, 'y');
        const QString smiles = QStringLiteral("🙂").repeated(120);
        for (const QString& text : {chinese, blanks, smiles, awkward, QString(10000, 'z')}) {
            const QStringList pieces = sdtmPieces(text);
            QCOMPARE(pieces.join(QString()), text);
            for (qsizetype i = 0; i < pieces.size(); ++i) {
                QVERIFY(pieces[i].toUtf8().size() <= 200);
                QVERIFY(QString::fromUtf8(pieces[i].toUtf8()) == pieces[i]);
                QVERIFY(i + 1 == pieces.size() || !pieces[i].endsWith(' '));
            }
        }
        Ward ward;
        ward.enrol();
        ward.makeRoomForLongTexts();
        const QString longest = awkward + QString(10000 - awkward.size(), QChar(0x75bc));
        ward.give({"BL", "psqi", 1}, {{"q5j_text", longest}}, {.language = "none"});
        const Kept kept(ward);
        const auto all = datasets(kept);
        const QString code = SdtmTests(*ward.library.instrument("psqi")).item("q5j_text").code;
        const auto row = rows(named(all, "QS"), {{"QSTESTCD", code}}).value(0);
        QCOMPARE(rejoined(all, "QS", row), longest);
        QCOMPARE(sdtmContinued("QSORRES", 1), QString("QSORRES1"));
        QCOMPARE(sdtmContinued("QSORRES", 100), QString("QSORR100"));
    }
    void datasetJson_isValid_andHoldsTheSameRows() {
        if (readers::schemas().isEmpty() || !readers::has("python3"))
            QSKIP("SEREIN_SCHEMAS names no folder of official schemas, or python3 is not installed");
        Ward ward;
        live(ward);
        const Kept kept(ward);
        const QTemporaryDir folder;
        write(kept, folder);
        const auto ran = readers::run(readers::python(), {readers::tool("read_dataset_json.py"),
                                                          readers::schemas() + "/dataset-json-1.1/dataset.schema.json",
                                                          folder.filePath("sdtm")});
        QVERIFY2(ran.status == 0, ran.said.constData());
        compare(parseJson(ran.out)->toObject(), kept);
    }
    void xpt_isReadByHaven_withTheSameRows() {
        if (!readers::has("Rscript"))
            QSKIP("R is not installed: deploy/test installs it");
        Ward ward;
        live(ward);
        const Kept kept(ward);
        const QTemporaryDir folder;
        write(kept, folder);
        const auto ran = readers::run("Rscript", {"--vanilla", readers::tool("read_xpt.R"), folder.filePath("sdtm")});
        QVERIFY2(ran.status == 0, ran.said.constData());
        compare(parseJson(ran.out)->toObject(), kept);
    }
    void xpt_isTheSameInEveryTimeZone() {
        Ward ward;
        live(ward);
        const Kept kept(ward);
        const QByteArray zone = qgetenv("TZ");
        QSet<QByteArray> all;
        for (const char* other : {"UTC", "Pacific/Kiritimati", "America/New_York"}) {
            qputenv("TZ", other);
            ::tzset();
            all.insert(formatFiles({kept.record()}, {"xpt"})->value("sdtm/qs.xpt"));
        }
        qputenv("TZ", zone);
        ::tzset();
        QCOMPARE(all.size(), 1);
    }
    void define_describesEveryVariable() {
        if (!readers::has("python3"))
            QSKIP("python3 is not installed: deploy/test installs it");
        Ward ward;
        live(ward);
        const Kept kept(ward);
        const QTemporaryDir folder;
        write(kept, folder);
        const auto ran = readers::run(readers::python(), {readers::tool("read_define.py"), folder.filePath("sdtm")});
        QVERIFY2(ran.status == 0, (ran.said + ran.out).constData());
    }

private:
    /// What a reader found, {"QS": {"columns": [...], "rows": [[text, …], …]}}, against the model.
    static void compare(const QJsonObject& read, const Kept& kept) {
        const auto all = datasets(kept);
        QVERIFY(all.size() >= 5);
        QCOMPARE(read.size(), all.size());
        for (const SdtmDataset& dataset : all) {
            const QJsonObject seen = read.value(dataset.name).toObject();
            QJsonArray columns;
            for (const SdtmVariable& variable : dataset.variables)
                columns.append(variable.name);
            QCOMPARE(seen.value("columns").toArray(), columns);
            QCOMPARE(seen.value("rows").toArray().size(), dataset.rows.size());
            for (qsizetype row = 0; row < dataset.rows.size(); ++row)
                for (qsizetype i = 0; i < columns.size(); ++i) {
                    const QString name = dataset.variables[i].name;
                    const QString there = seen.value("rows").toArray().at(row).toArray().at(i).toString();
                    QVERIFY2(there == dataset.text(row, name),
                             qPrintable(QStringLiteral("%1 row %2 %3").arg(dataset.name).arg(row).arg(name)));
                }
        }
    }
};

QTEST_GUILESS_MAIN(TestSdtm)
#include "tst_sdtm.moc"

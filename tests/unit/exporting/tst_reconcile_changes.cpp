// One value changed in one file, one row too many, one too few: read back, each is found and named. (In a whole bundle
// its hash and the replay would say so first: here is nothing but the values.)
#include "HardToCarry.h"
#include "exporting/Reconcile.h"
#include "exporting/SdtmReader.h"
#include "exporting/StatFile.h"

#include <QJsonDocument>
#include <QtEndian>

using namespace serein;
using namespace serein::exporting;
using fixture::awkward;
using fixture::Kept;
using fixture::Ward;

namespace {

using Edit = std::function<void(QByteArray& bytes)>;
using Where = QMap<QString, QString>;

/// The first place where it stands.
Edit text(const QByteArray& from, const QByteArray& to) {
    return [=](QByteArray& bytes) {
        const qsizetype at = bytes.indexOf(from);
        if (at < 0)
            qFatal("\"%s\" is not there", from.constData());
        bytes.replace(at, from.size(), to);
    };
}
/// From where `begin` stands to the end of `end`: left out, or once more.
Edit span(const QByteArray& begin, const QByteArray& end, int times) {
    return [=](QByteArray& bytes) {
        const qsizetype at = bytes.indexOf(begin);
        const qsizetype to = bytes.indexOf(end, at) + end.size();
        if (at < 0 || to < at)
            qFatal("\"%s\" is not there", begin.constData());
        bytes.replace(at, to - at, bytes.mid(at, to - at).repeated(times));
    };
}

/// Rows of Dataset-JSON in which each of these variables has that value, by `change` with the columns' names.
Edit rows(const Where& where, const std::function<void(QJsonArray& rows, qsizetype at, const QStringList&)>& change) {
    return [=](QByteArray& bytes) {
        QJsonObject json = QJsonDocument::fromJson(bytes).object();
        QStringList columns;
        for (const auto& column : json.value("columns").toArray())
            columns += column.toObject().value("name").toString();
        QJsonArray all = json.value("rows").toArray();
        for (qsizetype i = 0; i < all.size(); ++i) {
            const QJsonArray row = all.at(i).toArray();
            if (!std::all_of(where.keyBegin(), where.keyEnd(), [&](const QString& key) {
                    return row.at(columns.indexOf(key)).toVariant().toString() == where.value(key);
                }))
                continue;
            change(all, i, columns);
            json.insert("rows", all);
            json.insert("records", all.size());
            bytes = QJsonDocument(json).toJson();
            return;
        }
        qFatal("no such row");
    };
}
Edit cell(const Where& where, const QString& column, const QJsonValue& value) {
    return rows(where, [=](QJsonArray& all, qsizetype at, const QStringList& columns) {
        QJsonArray row = all.at(at).toArray();
        row.replace(columns.indexOf(column), value);
        all.replace(at, row);
    });
}
Edit leftOut(const Where& where) {
    return rows(where, [](QJsonArray& all, qsizetype at, const QStringList&) { all.removeAt(at); });
}
Edit twice(const Where& where) {
    return rows(where, [](QJsonArray& all, qsizetype at, const QStringList&) { all.append(all.at(at)); });
}

/// A statistics program's table, changed at the first row whose columns have these texts.
Edit statRow(bool isSav, const Where& where, const std::function<void(StatTable& table, qsizetype row)>& change) {
    return [=](QByteArray& bytes) {
        auto table = isSav ? fromSav(bytes) : fromDta(bytes);
        for (qsizetype i = 0; i < table->rows.size(); ++i) {
            bool isIt = true;
            for (auto it = where.begin(); it != where.end(); ++it) {
                const auto column = std::ranges::find(table->variables, it.key(), &StatVariable::name);
                const auto* words = std::get_if<QString>(&table->rows[i][column - table->variables.begin()]);
                isIt = isIt && words && *words == *it;
            }
            if (!isIt)
                continue;
            for (StatVariable& variable : table->variables) // reading back doesn't say which have states
                variable.hasStates = variable.form != StatVariable::Form::Text;
            change(*table, i);
            bytes = isSav ? *toSav(*table) : *toDta(*table);
            return;
        }
        qFatal("no such row");
    };
}
Edit statCell(bool isSav, const Where& where, const QString& name, const StatCell& value) {
    return statRow(isSav, where, [=](StatTable& table, qsizetype row) {
        const auto column = std::ranges::find(table.variables, name, &StatVariable::name);
        table.rows[row][column - table.variables.begin()] = value;
    });
}

/// Whole numbers as SAS writes them: 400 is 0.19 (base 16) times 16 to the power of 3, which is 0x43 less 0x40.
const QByteArray ibm400 = QByteArray::fromHex("4319000000000000");
const QByteArray ibm401 = QByteArray::fromHex("4319100000000000");

/// Without the last of its rows, filled up with blanks as transport files are.
void dropLastXptRow(QByteArray& bytes) {
    const qsizetype names = bytes.indexOf("NAMESTR ");
    const int count = bytes.mid(names + 34, 4).toInt();
    qsizetype width = 0;
    for (int i = 0; i < count; ++i)
        width += qFromBigEndian<qint16>(bytes.constData() + names + 60 + i * 140 + 4);
    const qsizetype begin = bytes.indexOf("HEADER RECORD*******OBS") + 80;
    const auto rowCount = (bytes.size() - begin) / width;
    bytes.truncate(begin + (rowCount - 1) * width);
    bytes.append(QByteArray((80 - bytes.size() % 80) % 80, ' '));
}

struct Change {
    const char* name;
    const char* file;
    Edit make;
    QString place; ///< after the subject
    QString slice; ///< what differs, in the slice
    QString found; ///< and in the file
};

const QString sleep = QStringLiteral("BL/psqi/1 item q4");
const QString bed = QStringLiteral("BL/psqi/1 item q1");
const QString efficiency = QStringLiteral("BL/psqi/1 score efficiency_pct");
const QByteArray odmSleep = "<ItemData ItemOID=\"I.psqi.1.0.0.q4\" Value=\"400\"";

const Where sleepRow{{"QSGRPID", "BL/psqi/1"}, {"QSSTRESC", "400"}};
const Where sleepCells{{"instrument", "psqi"}, {"id", "q4"}};

QList<Change> changes() {
    QList<Change> all{
        {"value", "answers.csv", text(",q4,sleepDuration,400,", ",q4,sleepDuration,401,"), sleep, "400", "401"},
        {"state", "answers.csv", text(",not_reached,", ",unanswered,"), "BL/gad7/1 item q3", "not_reached",
         "unanswered"},
        {"missed", "answers.csv", text(",asleep,", ",refused,"), "POD1/nrs-sleep/1 missed", "asleep", "refused"},
        {"value", "wide.csv", text(",23:15,", ",23:16,"), bed, "23:15", "23:16"},
        {"value", "redcap/import.csv", text(",06:45,", ",06:46,"), "BL/psqi/1 item q3", "06:45", "06:46"},
        {"state", "redcap/import.csv", text("q5b=declined", "q5b=unanswered"), "BL/psqi/1 item q5b", "declined",
         "unanswered"},
        {"value", "fhir.json", text("\"valueInteger\":400", "\"valueInteger\":401"), sleep, "400", "401"},
        {"state", "fhir.json", text("asked-declined", "unknown"), "BL/psqi/1 item q5b", "declined", "unanswered"},
        {"value", "odm.xml", text(odmSleep, "<ItemData ItemOID=\"I.psqi.1.0.0.q4\" Value=\"401\""), sleep, "400",
         "401"},
        {"clock", "odm.xml", text("Value=\"23:15:00\"", "Value=\"23:16:00\""), bed, "23:15", "23:16"},
        {"state", "odm.xml", text(">declined</FlagValue>", ">unanswered</FlagValue>"), "BL/psqi/1 item q5b", "declined",
         "unanswered"},
        {"reason", "odm.xml", text("<Comment SponsorOrSite=\"Site\">=cmd", "<Comment SponsorOrSite=\"Site\">=cme"),
         "BL/psqi/1 item q5b", awkward, "=cme" + awkward.mid(4)},
        {"score", "odm.xml", text("Value=\"88.888889\"", "Value=\"88.888888\""), efficiency, "88.888889", "88.888888"},
        {"value missing", "odm.xml", span(odmSleep, "</ItemData>", 0), sleep, "400", ""},
        {"value", "odm-history.xml",
         text("ItemOID=\"I.psqi.1.0.0.q4\" TransactionType=\"Insert\" Value=\"400\"",
              "ItemOID=\"I.psqi.1.0.0.q4\" TransactionType=\"Insert\" Value=\"401\""),
         sleep, "400", "401"},
        {"value", "sdtm/qs.json", cell(sleepRow, "QSSTRESC", "401"), sleep, "400", "401"},
        {"number", "sdtm/qs.json", cell(sleepRow, "QSSTRESN", 401), sleep, "400", "401"},
        {"words", "sdtm/qs.json", cell(sleepRow, "QSORRES", "four hundred"), sleep, "400", "four hundred"},
        {"why", "sdtm/qs.json",
         cell({{"QSGRPID", "BL/gad7/1"}, {"QSREASND", "NOT REACHED"}}, "QSREASND", "LEFT UNANSWERED"),
         "BL/gad7/1 item q3", "not_reached", "unanswered"},
        {"missed", "sdtm/qs.json", cell({{"QSTESTCD", "QSALL"}}, "QSREASND", "REFUSED"), "POD1/nrs-sleep/1 missed",
         "ASLEEP", "REFUSED"},
        {"row missing", "sdtm/qs.json", leftOut(sleepRow), sleep, "400", ""},
        {"band", "sdtm/suppqs.json", cell({{"QNAM", "QSBAND"}, {"QVAL", "minimal"}}, "QVAL", "severe"),
         "BL/phq9/1 score total", "minimal", "severe"},
        {"value", "sdtm/qs.xpt", text("400     ", "401     "), sleep, "400", "401"},
        {"number", "sdtm/qs.xpt", text(ibm400, ibm401), sleep, "400", "401"},
        {"why", "sdtm/qs.xpt", text("NOT REACHED    ", "LEFT UNANSWERED"), "BL/gad7/1 item q3", "not_reached",
         "unanswered"},
        {"row missing", "sdtm/qs.xpt", dropLastXptRow, "POD1/nrs-anxiety/1 missed", "ASLEEP", ""},
    };
    for (const bool isSav : {true, false}) {
        const char* file = isSav ? "long.sav" : "long.dta";
        all += {
            {"value", file, statCell(isSav, sleepCells, "value", QString("401")), sleep, "400", "401"},
            {"number", file, statCell(isSav, sleepCells, "value_num", 401.0), sleep, "400", "401"},
            {"state", file, statCell(isSav, sleepCells, "state", QString("declined")), sleep, "answered", "declined"},
            {"words", file, statCell(isSav, sleepCells, "text", QString("long")), sleep, "", "long"},
            {"row missing", file,
             statRow(isSav, sleepCells, [](StatTable& table, qsizetype row) { table.rows.removeAt(row); }), sleep,
             "400", ""},
        };
        all += {"value",
                isSav ? "wide.sav" : "wide.dta",
                statCell(isSav, {{"timepoint", "BL"}}, "psqi_q4", 401.0),
                sleep,
                "400",
                "401"};
    }
    return all;
}

/// The first that differs of what both say.
std::pair<QString, QString> differing(const Said& slice, const Said& found) {
    using Member = std::optional<QString> Said::*;
    if (slice.value != found.value)
        return {slice.value, found.value};
    for (const Member member : {&Said::state, &Said::reason, &Said::words, &Said::original, &Said::number})
        if (found.*member && slice.*member != found.*member)
            return {*(slice.*member), *(found.*member)};
    return {};
}

struct Oddity {
    const char* name;
    const char* file;
    Edit make;
    const char* says;
};
QList<Oddity> faults() {
    const QByteArray csvRow = "SYN-001,BL,1,phq9,";
    return {
        {"row twice", "answers.csv", span(csvRow, "\r\n", 2), "SYN-001 BL/phq9/1 item q1: it stands there twice"},
        {"row missing", "answers.csv", span(csvRow, "\r\n", 0), "SYN-001 BL/phq9/1 item q1: it is missing"},
        {"somebody else's", "answers.csv", text(csvRow, "SYN-002,BL,1,phq9,"), "SYN-002 BL/phq9/1 item q1: no such"},
        {"item that is none", "answers.csv", text(",q4,sleepDuration,400,", ",q40,sleepDuration,400,"),
         "SYN-001 BL/psqi/1 item q40: the ledger slice has nothing of the kind"},
        {"column that is none", "wide.csv", text("subject,", "subjekt,"), "subjekt"},
        {"row of another time", "wide.csv", text("SYN-001,BL,1,", "SYN-001,BL,2,"),
         "SYN-001 BL/phq9/1 item q1: it is missing"},
        {"row of another event", "redcap/import.csv", text("bl_arm_1,", "pod5_arm_1,"),
         "SYN-001 BL/phq9/1 item q1: it is missing"},
        {"column that is none", "redcap/import.csv", text(",psqi_q4,", ",psqi_q44,"), "psqi_q44"},
        {"item twice", "odm.xml", span(odmSleep, "</ItemData>", 2), "I.psqi.1.0.0.q4: it stands there twice"},
        {"item that is none", "odm.xml", text(odmSleep, "<ItemData ItemOID=\"I.psqi.1.0.0.q44\" Value=\"400\""),
         "I.psqi.1.0.0.q44"},
        {"item of another form", "odm.xml", text(odmSleep, "<ItemData ItemOID=\"I.gad7.1.0.0.q1\" Value=\"400\""),
         "I.gad7.1.0.0.q1"},
        {"neither value nor null", "odm.xml", text(odmSleep, "<ItemData ItemOID=\"I.psqi.1.0.0.q4\""),
         "I.psqi.1.0.0.q4"},
        {"somebody else's", "odm.xml", text("SubjectKey=\"SYN-001\"", "SubjectKey=\"SYN-002\""), "SYN-00"},
        {"another event", "odm.xml",
         text("StudyEventData StudyEventOID=\"SE.BL\"", "StudyEventData StudyEventOID=\"SE.PACU\""), "SE.PACU"},
        {"another repeat", "odm.xml",
         text("\"SE.BL\" StudyEventRepeatKey=\"1\"", "\"SE.BL\" StudyEventRepeatKey=\"2\""), "SE.BL/2"},
        {"another form", "odm.xml", text("FormData FormOID=\"F.phq9.1.0.0\"", "FormData FormOID=\"F.gad7.1.0.0\""),
         "F.gad7.1.0.0"},
        {"another version of the study", "odm.xml",
         text("<ClinicalData StudyOID=\"demo\" MetaDataVersionOID=\"MDV.",
              "<ClinicalData StudyOID=\"demo\" MetaDataVersionOID=\"MDV.9."),
         "MDV.9."},
        {"form twice", "odm.xml", span("<FormData FormOID=\"F.phq9.1.0.0\"", "</FormData>", 2), "stands there twice"},
        {"form missing", "odm.xml", span("<FormData FormOID=\"F.phq9.1.0.0\"", "</FormData>", 0),
         "SYN-001 BL/phq9/1 item q1: it is missing"},
        {"change of what is not there", "odm-history.xml",
         text("ItemOID=\"I.psqi.1.0.0.q4\" TransactionType=\"Insert\"",
              "ItemOID=\"I.psqi.1.0.0.q4\" TransactionType=\"Update\""),
         "I.psqi.1.0.0.q4: it is not there"},
        {"row twice", "sdtm/qs.json", twice(sleepRow), "stands there twice"},
        {"question twice", "sdtm/qs.json",
         rows(sleepRow,
              [](QJsonArray& all, qsizetype at, const QStringList& columns) {
                  QJsonArray row = all.at(at).toArray();
                  row.replace(columns.indexOf("QSSEQ"), 999);
                  all.append(row);
              }),
         "SYN-001 BL/psqi/1 item q4: it stands there twice"},
        {"test that is none", "sdtm/qs.json", cell(sleepRow, "QSTESTCD", "NOTHING"), "SYN-001 BL/psqi/1"},
        {"somebody else's", "sdtm/qs.json", cell(sleepRow, "USUBJID", "demo-SYN-002"), "demo-SYN-002"},
        {"assessment that is none", "sdtm/qs.json", cell(sleepRow, "QSGRPID", "BL/psqi/2"), "SYN-001 BL/psqi/2"},
        {"not done, with a value", "sdtm/qs.json", cell(sleepRow, "QSSTAT", "NOT DONE"), "SYN-001 BL/psqi/1 item q4"},
        {"participant twice", "sdtm/dm.json", twice({{"SUBJID", "SYN-001"}}), "SYN-001"},
        {"participant missing", "sdtm/dm.json", leftOut({{"SUBJID", "SYN-001"}}), "SYN-001"},
        {"qualifier of no row", "sdtm/suppqs.json", cell({{"QNAM", "QSBAND"}}, "IDVARVAL", "999"), "QSSEQ 999"},
        {"qualifier twice", "sdtm/suppqs.json", twice({{"QNAM", "QSBAND"}}), "QSBAND stands there twice"},
        {"qualifier that is none", "sdtm/suppqs.json", cell({{"QNAM", "QSBAND"}}, "QNAM", "QSNONE"), "QSNONE"},
        {"part of a text missing", "sdtm/suppqs.json", leftOut({{"QNAM", "QSORRES7"}}), "QSORR"},
        {"cut", "sdtm/qs.xpt", [](QByteArray& bytes) { bytes.chop(bytes.size() / 3); }, "cut"},
        {"Observation twice", "fhir.json",
         [](QByteArray& bytes) {
             QJsonObject json = QJsonDocument::fromJson(bytes).object();
             QJsonArray entries = json.value("entry").toArray();
             entries.append(entries.last());
             for (const auto& entry : std::as_const(entries))
                 if (entry.toObject()["resource"].toObject()["resourceType"] == "Observation") {
                     entries.append(entry);
                     break;
                 }
             json.insert("entry", entries);
             bytes = QJsonDocument(json).toJson();
         },
         "SYN-001 BL/"},
        {"question that is none", "fhir.json", text("\"linkId\":\"q4\"", "\"linkId\":\"q44\""), "q4"},
    };
}

} // namespace

class TestReconcileChanges : public QObject {
    Q_OBJECT
    std::unique_ptr<Ward> m_ward;
    std::unique_ptr<Kept> m_kept;
    Files m_files;

    [[nodiscard]] Files changed(const QString& file, const Edit& make) const {
        Files files = m_files;
        make(files[file]);
        if (files.value(file) == m_files.value(file))
            qFatal("nothing was changed");
        return files;
    }

private Q_SLOTS:
    void initTestCase() {
        m_ward = std::make_unique<Ward>();
        fixture::fill(*m_ward);
        m_ward->happen(ledger::Missed{{"POD1", "", 1}, "asleep", ""}, "nora", "nurse");
        m_kept = std::make_unique<Kept>(*m_ward);
        m_files = fixture::filesOf({m_kept->record()});
        const auto done = reconcile({m_kept->record()}, m_files);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().toString()));
    }
    void oneChangedValue_isFoundWithBothValues_data() {
        QTest::addColumn<int>("at");
        const QList<Change> all = changes();
        for (qsizetype i = 0; i < all.size(); ++i)
            QTest::addRow("%s: %s", all[i].file, all[i].name) << int(i);
    }
    void oneChangedValue_isFoundWithBothValues() {
        QFETCH(int, at);
        const Change change = changes().at(at);
        const Files files = changed(QString::fromLatin1(change.file), change.make);
        const auto compared = compareAll({m_kept->record()}, files);
        QVERIFY2(compared, qPrintable(compared ? QString() : compared.error().toString()));
        QCOMPARE(compared->differences.size(), 1);
        const Difference one = compared->differences.first();
        // What goes on in SUPP-- is of the row it belongs to.
        QCOMPARE(one.file, QString::fromLatin1(change.file).replace("suppqs", "qs"));
        QCOMPARE(one.place, "SYN-001 " + change.place);
        QCOMPARE(differing(one.slice, one.found), std::pair(change.slice, change.found));
    }
    void anError_namesThePlace_neverTheAnswer() {
        const auto done =
            reconcile({m_kept->record()},
                      changed("odm.xml", text(odmSleep, "<ItemData ItemOID=\"I.psqi.1.0.0.q4\" Value=\"401\"")));
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Wrong);
        const QString said = done.error().toString();
        QVERIFY2(said.contains("odm.xml") && said.contains("SYN-001 BL/psqi/1 item q4"), qPrintable(said));
        QVERIFY2(!said.contains("401") && !said.contains("400"), qPrintable(said));
    }
    void oneTooMany_orTooFew_isAFault_data() {
        QTest::addColumn<int>("at");
        const QList<Oddity> all = faults();
        for (qsizetype i = 0; i < all.size(); ++i)
            QTest::addRow("%s: %s", all[i].file, all[i].name) << int(i);
    }
    void oneTooMany_orTooFew_isAFault() {
        QFETCH(int, at);
        const Oddity fault = faults().at(at);
        const QString file = QString::fromLatin1(fault.file);
        const auto done = reconcile({m_kept->record()}, changed(file, fault.make));
        QVERIFY(!done);
        const QString said = done.error().toString();
        const QString folder = file.startsWith("sdtm/") ? "sdtm/" : file;
        QVERIFY2(said.contains(folder) && said.contains(QLatin1String(fault.says)), qPrintable(said));
        QVERIFY2(!said.contains(awkward.left(8)), qPrintable(said));
    }
    void aDatasetThatIsMissing_orOneTooMany_isAFault() {
        Files files = m_files;
        files.remove("sdtm/qs.xpt");
        const auto missing = reconcile({m_kept->record()}, files);
        QVERIFY(!missing);
        QVERIFY2(missing.error().toString().contains("sdtm/qs.xpt"), qPrintable(missing.error().toString()));
        files = m_files;
        files["sdtm/xe.json"] = QByteArray(files.value("sdtm/qs.json")).replace("\"name\":\"QS\"", "\"name\":\"XE\"");
        const auto more = reconcile({m_kept->record()}, files);
        QVERIFY(!more);
        QVERIFY2(more.error().toString().contains("sdtm/xe.json"), qPrintable(more.error().toString()));
    }
    void ibmFloats_areReadAsTheyAreDefined_data() {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("isMissing");
        // SAS TS-140; 1 is 1/16 times 16, -118.625 the example that every text on the format gives.
        QTest::newRow("zero") << QByteArray("0000000000000000") << 0.0 << false;
        QTest::newRow("one") << QByteArray("4110000000000000") << 1.0 << false;
        QTest::newRow("minus one") << QByteArray("c110000000000000") << -1.0 << false;
        QTest::newRow("-118.625") << QByteArray("c276a00000000000") << -118.625 << false;
        QTest::newRow("0.1") << QByteArray("401999999999999a") << 0.1 << false;
        QTest::newRow("missing") << QByteArray("2e00000000000000") << 0.0 << true;
        QTest::newRow("missing, .A") << QByteArray("4100000000000000") << 0.0 << true;
    }
    void ibmFloats_areReadAsTheyAreDefined() {
        QFETCH(QByteArray, hex);
        QFETCH(double, value);
        QFETCH(bool, isMissing);
        const auto read = fromIbmFloat(QByteArray::fromHex(hex));
        QCOMPARE(!read, isMissing);
        QCOMPARE(read.value_or(0), value);
    }
    void blanksAtTheEndOfAText_areNoDifferenceWhereAFormatCantHoldThem() {
        Ward ward;
        ward.enrol();
        ward.now("2026-11-18T20:00+08:00");
        ward.give({"BL", "psqi", 1}, {{"q1", "23:15"}, {"q5j_text", "  noise  "}, {"q5j", 2}});
        const Kept kept(ward);
        const auto done = reconcile({kept.record()}, fixture::filesOf({kept.record()}));
        QVERIFY2(done, qPrintable(done ? QString() : done.error().toString()));
    }
};

QTEST_GUILESS_MAIN(TestReconcileChanges)
#include "tst_reconcile_changes.moc"

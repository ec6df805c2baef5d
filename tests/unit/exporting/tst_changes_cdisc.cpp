// What happens to data after they were given, as ODM and SDTM say it: read from the bundle by a reader that knows
// nothing of ours (ODM) and from Dataset-JSON as it is (SDTM). Nothing of it leaves the ledger.
#include "Readers.h"
#include "unit/exporting/Happenings.h"

#include <QXmlStreamReader>

using namespace serein;
using namespace serein::test;
namespace readers = exporting::readers;
using Row = QMap<QString, QString>;

namespace {

const QJsonValue absent(QJsonValue::Undefined);
const QJsonValue none(QJsonValue::Null);
const QString phqForm = QStringLiteral("SYN-001|SE.BL|1|F.phq9.1.0.0");
const QString sleepForm = QStringLiteral("SYN-001|SE.POD2|1|F.nrs-sleep.1.0.0");
const QString painForm = QStringLiteral("SYN-001|SE.POD2|1|F.nrs-pain.1.0.0");
const QString person = QStringLiteral("SYN-001|SE.record||F.record");
const QString q1 = QStringLiteral("I.phq9.1.0.0.q1");
const QString total = QStringLiteral("I.phq9.1.0.0.score.total");
const QString nine = QStringLiteral("2026-11-21T09:00:00.000+08:00");
const QString seven = QStringLiteral("2026-11-22T07:00:00.000+08:00");

/// What an ODM snapshot says somewhere, before and after.
struct Said {
    const char* section; ///< now, audit (who, when, why), notes, form (notes on it), signed, record
    QString place;
    QString item;
    QJsonValue before;
    QJsonValue after;
};
/// How many rows of an SDTM dataset, each with its supplements, hold all of these cells.
struct Tabled {
    const char* dataset;
    Row cells;
    int before = 0;
    int after = 0;
};

QJsonValue by(const char* who, const QString& at, const QJsonValue& why) {
    return QJsonArray{QLatin1String(who), at, why};
}
QJsonValue notes(const QList<QStringList>& steps) {
    QJsonArray all;
    for (const QStringList& step : steps)
        all.append(QJsonArray::fromStringList(step));
    return all;
}

QJsonObject odmRead(const exporting::Files& files) {
    const QTemporaryDir folder;
    readers::unpack(files, folder);
    const auto ran = readers::run(readers::python(), {readers::tool("read_odm.py"), folder.filePath("odm.xml"),
                                                      folder.filePath("odm-history.xml")});
    if (ran.status != 0)
        qFatal("%s", ran.said.constData());
    return parseJson(ran.out)->toObject();
}
QJsonValue find(const QJsonObject& odm, const Said& said) {
    if (QLatin1String(said.section) == QLatin1String("form"))
        return odm.value("notes")[said.place][""];
    const QJsonObject section = odm.value(QLatin1String(said.section)).toObject();
    if (said.item.isEmpty())
        return section.value(said.place);
    const QJsonValue value = section.value(said.place).toObject().value(said.item);
    if (QLatin1String(said.section) != QLatin1String("audit") || !value.isArray())
        return value;
    const QJsonArray record = value.toArray(); // its fourth is the event's id
    return QJsonArray{record.at(0), record.at(1), record.at(2)};
}
/// What is said there instead of what should be.
QString words(const Said& said, const QJsonObject& odm) {
    return QString("%1 %2 %3: %4").arg(said.section, said.place, said.item, canonicalJson({{"is", find(odm, said)}}));
}
/// Who took a form out of ODM's history, and why.
QStringList removals(const exporting::Files& files) {
    QXmlStreamReader xml(files.value("odm-history.xml"));
    QStringList found;
    QString form;
    QString user;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement && xml.name() == u"FormData")
            form.clear();
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"FormData" && xml.attributes().value("TransactionType") == u"Remove")
            form = xml.attributes().value("FormOID").toString();
        else if (xml.name() == u"UserRef")
            user = xml.attributes().value("UserOID").toString();
        else if (xml.name() == u"ReasonForChange" && !form.isEmpty())
            found += QStringList{form, user, xml.readElementText()}.join(u'|');
    }
    return found;
}

QList<Row> dataset(const exporting::Files& files, const QString& name) {
    const QJsonObject json =
        parseJson(files.value("sdtm/" + name.toLower() + ".json")).value_or(QJsonValue()).toObject();
    const QJsonArray columns = json.value("columns").toArray();
    QList<Row> rows;
    for (const auto& one : json.value("rows").toArray()) {
        Row row;
        for (qsizetype i = 0; i < columns.size(); ++i)
            row.insert(columns[i]["name"].toString(), one.toArray().at(i).toVariant().toString());
        rows += row;
    }
    return rows;
}
/// As a statistician joins them: what is said of an assessment, then what is said of the row itself.
QList<Row> joined(const exporting::Files& files, const QString& name) {
    QList<Row> rows = dataset(files, name);
    const QList<Row> supplements = dataset(files, "SUPP" + name);
    for (Row& row : rows)
        for (const QString& variable : {name + "GRPID", name + "SEQ"})
            for (const Row& one : supplements)
                if (one.value("IDVAR") == variable && one.value("IDVARVAL") == row.value(variable))
                    row.insert(one.value("QNAM"), one.value("QVAL"));
    return rows;
}
int count(const QList<Row>& rows, const Row& wanted) {
    return static_cast<int>(std::ranges::count_if(rows, [&](const Row& row) {
        return std::all_of(wanted.keyBegin(), wanted.keyEnd(),
                           [&](const QString& key) { return row.value(key) == wanted.value(key); });
    }));
}
/// Everything that SDTM's tables say.
QMap<QString, QList<Row>> tables(const exporting::Files& files) {
    QMap<QString, QList<Row>> all;
    for (const QString& path : files.keys())
        if (path.startsWith("sdtm/") && path.endsWith(".json"))
            all.insert(path, dataset(files, path.section('/', 1).section('.', 0, 0)));
    return all;
}

} // namespace

class TestChangesCdisc : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!readers::has("python3"))
            QSKIP("python3 is not installed: deploy/test installs it");
    }

    /// No `odm`: the snapshot says what it said. No `sdtm`: the standard has no place for it, so its tables say what
    /// they said. `removed`: what the history then says was taken out of the snapshot, by whom and why.
    void whatHappens_isSaidByOdmAndSdtm_data() {
        QTest::addColumn<QList<Said>>("odm");
        QTest::addColumn<QList<Tabled>>("sdtm");
        QTest::addColumn<QStringList>("removed");
        const auto row = [](const char* what, const QList<Said>& odm, const QList<Tabled>& sdtm,
                            const QStringList& removed = {}) { QTest::newRow(what) << odm << sdtm << removed; };
        // PHQ-9: its ten questions, its total (1 + 1 + 1 + 1) and what else is scored.
        const Row little{{"QSTESTCD", "PHQ0101"}};
        const auto with = [](Row cells, const Row& more) {
            cells.insert(more);
            return cells;
        };
        row("correction",
            {{"now", phqForm, q1, "1", "3"},
             {"now", phqForm, total, "4", "6"},
             {"audit", phqForm, q1, by("U.participant", "2026-11-20T10:00:00.000+08:00", none),
              by("U.iris", nine, "misread")},
             {"audit", phqForm, total, by("U.participant", "2026-11-20T10:00:00.000+08:00", none),
              by("U.iris", nine, "misread")},
             {"now", phqForm, "I.phq9.1.0.0.q2", "1", "1"}},
            {{"QS", with(little, {{"QSORRES", "Several days"}, {"QSSTRESN", "1"}, {"QSORIG", ""}}), 1, 0},
             {"QS",
              with(little,
                   {{"QSORRES", "Nearly every day"}, {"QSSTRESN", "3"}, {"QSORIG", "1"}, {"QSCORR", "misread"}}),
              0, 1},
             {"QS", {{"QSTESTCD", "PHQ0111"}, {"QSSTRESN", "4"}}, 1, 0},
             {"QS", {{"QSTESTCD", "PHQ0111"}, {"QSSTRESN", "6"}, {"QSDRVFL", "Y"}}, 0, 1}});
        row("proposal", {}, {}); // the answer stands until an investigator lets it change
        row("moved away",
            {{"now", phqForm, q1, "1", absent}, {"now", phqForm, "I.assessment.status", "submitted", absent}},
            {{"QS", {{"QSGRPID", "BL/phq9/1"}, {"QSTESTCD", "PHQ0101"}}, 1, 0},
             {"QS", {{"QSCAT", "PHQ-9"}, {"QSTESTCD", "PHQ0111"}}, 1, 0},
             {"SUPPQS", {{"IDVARVAL", "BL/phq9/1"}, {"QNAM", "QSMODE"}}, 1, 0},
             {"QS", {{"QSTESTCD", "NRSS0101"}}, 1, 1}},
            {"F.phq9.1.0.0|U.iris|swapped"});
        row("nobody's",
            {{"now", phqForm, q1, "1", absent}, {"now", phqForm, "I.assessment.status", "submitted", absent}},
            {{"QS", {{"QSGRPID", "BL/phq9/1"}, {"QSTESTCD", "PHQ0101"}}, 1, 0},
             {"SUPPQS", {{"IDVARVAL", "BL/phq9/1"}, {"QNAM", "QSMODE"}}, 1, 0}},
            {"F.phq9.1.0.0|U.iris|a trial of the tablet"});
        row("moved here",
            {{"now", painForm, "I.nrs-pain.1.0.0.rest", absent, "2"},
             {"now", painForm, "I.assessment.status", absent, "submitted"},
             {"audit", painForm, "I.nrs-pain.1.0.0.rest", absent, by("U.iris", seven, "swapped")}},
            {{"QS", {{"QSGRPID", "POD2/nrs-pain/1"}, {"QSTESTCD", "NRSP0102"}, {"QSSTRESN", "5"}}, 0, 1}});

        // No CDISC term is at hand, so none is claimed: the sponsor's own says that it is.
        const auto disposed = [](const char* category, const QString& term, const Row& more) {
            Row cells{{"DSCAT", category},
                      {"DSTERM", term},
                      {"DSDECOD", "SPONSOR: " + term.toUpper()},
                      {"DSSTDTC", "2026-11-21T09:00:00+08:00"}};
            cells.insert(more);
            return cells;
        };
        const Row drugEnds = disposed("DISPOSITION EVENT", "Withdrawn from studyDrug",
                                      {{"DSREASON", "tired of it"}, {"DSBY", "participant"}, {"DSWRITER", "iris"}});
        row("withdrawn from the drug",
            {{"now", person, "I.record.withdrawnFrom", absent, "studyDrug"},
             {"now", person, "I.record.withdrawnBy.studyDrug", absent, "participant"},
             {"now", person, "I.record.withdrawnReason.studyDrug", absent, "tired of it"},
             {"audit", person, "I.record.withdrawnFrom", absent, by("U.iris", nine, "tired of it")}},
            {{"DM", {{"RFPENDTC", ""}}, 1, 1}, // they still take part
             {"QS", little, 1, 1},
             {"DS", drugEnds, 0, 1}});
        row("withdrawn from calls too",
            {{"now", person, "I.record.withdrawnFrom", absent, "studyDrug|calls"},
             {"now", person, "I.record.withdrawnReason.calls", absent, absent},
             {"audit", person, "I.record.withdrawnBy.studyDrug", absent, by("U.iris", nine, "tired of it")}},
            {{"DM", {{"RFPENDTC", ""}}, 1, 1},
             {"DS", drugEnds, 0, 1},
             {"DS", disposed("DISPOSITION EVENT", "Withdrawn from calls", {{"DSREASON", ""}, {"DSBY", "participant"}}),
              0, 1}});
        row("withdrawn from what is asked",
            {{"now", person, "I.record.withdrawnFrom", absent, "questionnaires|calls"},
             {"audit", person, "I.record.withdrawnFrom", absent, by("U.iris", nine, "moves abroad")}},
            {{"DM", {{"RFPENDTC", "2026-11-21T09:00:00+08:00"}}, 0, 1}, {"QS", little, 1, 1}});
        row("withdrawn from records later",
            {{"now", person, "I.record.withdrawnFrom", absent, "questionnaires|calls|records"}},
            {{"DM", {{"RFPENDTC", "2026-11-21T09:00:00+08:00"}}, 0, 1}}); // nothing was asked any more from then on
        row("withdrawn from everything",
            {{"now", person, "I.record.withdrawnFrom", absent, "studyDrug|questionnaires|calls|records"},
             {"now", person, "I.record.withdrawnReason.records", absent, absent}, // nobody has to give one
             {"now", phqForm, q1, "1", "1"}},
            {{"DM", {{"RFPENDTC", "2026-11-21T09:00:00+08:00"}}, 0, 1},
             {"QS", little, 1, 1},
             {"DS", {{"DSCAT", "DISPOSITION EVENT"}}, 0, 4}});
        row("suspended",
            {{"now", person, "I.record.suspended", absent, "icu"},
             {"audit", person, "I.record.suspended", absent, by("U.iris", nine, "ventilated")}},
            {{"DS", disposed("OTHER EVENT", "Suspended, icu", {{"DSREASON", "ventilated"}, {"DSWRITER", "iris"}}), 0,
              1}});
        row("suspended and resumed", {{"now", person, "I.record.suspended", absent, absent}},
            {{"DS", disposed("OTHER EVENT", "Suspended, icu", {{"DSSEQ", "1"}}), 0, 1},
             {"DS", disposed("OTHER EVENT", "Resumed", {{"DSSEQ", "2"}, {"DSREASON", "back on the ward"}}), 0, 1}});
        row("screen failure",
            {{"now", person, "I.record.screenFailed", absent, "haemoglobin too low"},
             {"audit", person, "I.record.screenFailed", absent, by("U.nora", nine, "haemoglobin too low")}},
            {{"DM", {{"ARMNRS", "SCREEN FAILURE"}}, 0, 1},
             {"DS", disposed("DISPOSITION EVENT", "Screening failed", {{"DSREASON", "haemoglobin too low"}}), 0, 1}});
        row("reconsent",
            {{"now", person, "I.record.consentDocument", absent, "2.0"},
             {"now", person, "I.record.consentAt", absent, "2026-11-21T08:45:00.000+08:00"},
             {"audit", person, "I.record.consentDocument", absent, by("U.nora", nine, none)}},
            {{"DM", {{"RFICDTC", "2026-11-20T09:00:00+08:00"}}, 1, 1}, // the first one
             {"DS",
              disposed("PROTOCOL MILESTONE", "Informed consent, amendment",
                       {{"DSSTDTC", "2026-11-21T08:45:00+08:00"}, {"DSFORM", "2.0"}, {"DSBY", "participant"}}),
              0, 1}});

        const auto missedRow = [](const char* group, const char* reason) {
            return Row{{"QSGRPID", group}, {"QSTESTCD", "QSALL"}, {"QSSTAT", "NOT DONE"}, {"QSREASND", reason},
                       {"QSORRES", ""},    {"QSSTRESC", ""},      {"QSSTRESN", ""},       {"QSDTC", ""}};
        };
        row("missed",
            {{"now", sleepForm, "I.assessment.status", absent, "missed"},
             {"now", sleepForm, "I.assessment.missedReason", absent, "asleep"},
             {"now", sleepForm, "I.assessment.missedRemark", absent, "deeply"},
             {"now", painForm, "I.assessment.status", absent, "missed"},
             {"audit", sleepForm, "I.assessment.status", absent, by("U.nora", nine, "asleep")}},
            {{"QS", missedRow("POD2/nrs-sleep/1", "ASLEEP"), 0, 1},
             {"QS", with(missedRow("POD2/nrs-pain/1", "ASLEEP"), {{"QSREMARK", "deeply"}}), 0, 1}});
        row("missed by itself", {{"now", sleepForm, "I.assessment.missedReason", absent, "refused"}},
            {{"QS", missedRow("POD2/nrs-sleep/1", "REFUSED"), 0, 1}, {"QS", {{"QSTESTCD", "QSALL"}}, 0, 1}});
        row("missed by death",
            {{"now", "SYN-001|SE.POD7|1|F.nrs-sleep.1.0.0", "I.assessment.missedReason", absent, "died"}},
            {{"DM", {{"DTHFL", "Y"}, {"DTHDTC", ""}}, 0, 1}});
        row("missed, not so", {}, {},
            {"F.nrs-sleep.1.0.0|U.nora|woke up at nine", "F.nrs-pain.1.0.0|U.nora|woke up at nine",
             "F.nrs-anxiety.1.0.0|U.nora|woke up at nine"});
        for (const char* which : {"early", "late"}) {
            const QString punctuality = QString::fromLatin1(which);
            row(which,
                {{"now", sleepForm, "I.assessment.punctuality", absent, punctuality},
                 {"now", sleepForm, "I.assessment.windowReason", absent, "theatre at that hour"},
                 {"now", sleepForm, "I.assessment.plannedOpens", absent, "2026-11-22T06:00:00.000+08:00"},
                 {"now", sleepForm, "I.assessment.plannedCloses", absent, "2026-11-22T10:00:00.000+08:00"}},
                {{"QS",
                  {{"QSGRPID", "POD2/nrs-sleep/1"},
                   {"QSTESTCD", "NRSS0101"},
                   {"QSSTRESN", "3"},
                   {"QSDTC", which[0] == 'e' ? "2026-11-22T05:59:59+08:00" : "2026-11-22T10:00:00+08:00"},
                   {"QSWINDOW", punctuality},
                   {"QSWINRSN", "theatre at that hour"}},
                  0,
                  1}});
        }
        row("telephone",
            {{"now", sleepForm, "I.assessment.mode", absent, "telephone"},
             {"now", sleepForm, "I.assessment.punctuality", absent, "inWindow"}},
            {{"QS", {{"QSGRPID", "POD2/nrs-sleep/1"}, {"QSTESTCD", "NRSS0101"}, {"QSMODE", "telephone"}}, 0, 1}});
        row("read aloud from the second question", {{"now", painForm, "I.assessment.mode", absent, "self"}},
            {{"QS", {{"QSTESTCD", "NRSP0101"}, {"QSMODE", "self"}}, 0, 1},
             {"QS", {{"QSTESTCD", "NRSP0102"}, {"QSMODE", "interview"}}, 0, 1}});

        const QStringList asked{"raised", "mona, " + nine + ": Is this right?"};
        const QStringList said{"answered", "nora, " + nine + ": She said so twice"};
        row("query", {{"notes", phqForm, q1, notes({}), notes({asked})}, {"now", phqForm, q1, "1", "1"}}, {});
        row("query answered", {{"notes", phqForm, q1, notes({}), notes({asked, said})}}, {});
        row("query closed",
            {{"notes", phqForm, q1, notes({}), notes({asked, said, {"closed", "mona, " + nine + ": Thank you"}})}}, {});
        row("query about the whole",
            {{"notes", phqForm, q1, notes({}), notes({})},
             {"form", phqForm, {}, notes({}), notes({{"raised", "mona, " + nine + ": Who read it aloud?"}})}},
            {});
        row("verified",
            {{"now", phqForm, "I.assessment.verifiedAt", absent, nine},
             {"audit", phqForm, "I.assessment.verifiedAt", absent, by("U.mona", nine, none)}},
            {});

        const QJsonValue iris = QJsonArray{"U.iris", "SD.reviewed"};
        const QString irisSigned = "iris (investigator), " + nine + ": ";
        row("signature", {{"signed", phqForm, {}, absent, iris}, {"form", phqForm, {}, notes({}), notes({})}}, {});
        row("record signed",
            {{"record", "signed", {}, none, "SD.complete"}, {"record", "notes", {}, notes({}), notes({})}}, {});
        row("broken signature",
            {{"record", "signed", {}, none, none},
             {"record", "notes", {}, notes({}), notes({{"brokenSignature", irisSigned + "complete; broken " + nine}})}},
            {{"QS", with(little, {{"QSORIG", "1"}}), 0, 1}});
        row("broken signature of a scale",
            {{"signed", phqForm, {}, absent, absent},
             {"form", phqForm, {}, notes({}), notes({{"brokenSignature", irisSigned + "reviewed; broken " + nine}})}},
            {{"QS", with(little, {{"QSORIG", "1"}}), 0, 1}});
        const auto state = [](const char* after, const QJsonValue& why) {
            return QList<Said>{{"now", person, "I.record.dataState", "open", after},
                               {"audit", person, "I.record.dataState", by("U.nora", nine, none), why}};
        };
        row("freeze", state("frozen", by("U.dana", nine, "clean")), {});
        row("lock", state("locked", by("U.dana", nine, "clean")), {});
        row("locked and unlocked", state("open", by("U.dana", nine, "a sheet turned up")), {});
    }
    void whatHappens_isSaidByOdmAndSdtm() {
        QFETCH(QList<Said>, odm);
        QFETCH(QList<Tabled>, sdtm);
        QFETCH(QStringList, removed);
        Happenings site;
        const auto files = [&](const char* audience) {
            return site.bundle(QString::fromLatin1(audience), {"odm", "dataset-json"});
        };
        const exporting::Files before = files("full");
        const QJsonObject saidBefore = odmRead(before);
        for (const Said& said : odm)
            QVERIFY2(find(saidBefore, said) == said.before, qPrintable(words(said, saidBefore)));
        for (const Tabled& tabled : sdtm)
            QCOMPARE(count(joined(before, QLatin1String(tabled.dataset)), tabled.cells), tabled.before);
        const auto ledger = site.ledgerNow();
        QCOMPARE(site.happen(QString::fromLatin1(QTest::currentDataTag())), QString());
        for (const char* audience : {"blinded", "full"}) {
            const exporting::Files after = files(audience);
            const QJsonObject saidAfter = odmRead(after);
            QCOMPARE(saidAfter.value("problems"), QJsonValue(QJsonArray()));
            QCOMPARE(saidAfter.value("replayed"), saidAfter.value("now"));
            for (const Said& said : odm)
                QVERIFY2(find(saidAfter, said) == said.after, qPrintable(words(said, saidAfter)));
            for (const Tabled& tabled : sdtm)
                QCOMPARE(count(joined(after, QLatin1String(tabled.dataset)), tabled.cells), tabled.after);
            QStringList taken = removals(after);
            QStringList expected = removed;
            taken.sort();
            expected.sort();
            QCOMPARE(taken, expected);
            if (odm.isEmpty() && QLatin1String(audience) == QLatin1String("full"))
                QCOMPARE(saidAfter.value("now"), saidBefore.value("now"));
            if (sdtm.isEmpty() && QLatin1String(audience) == QLatin1String("full"))
                QVERIFY(tables(after) == tables(before));
            for (const QByteArray& file : after)
                QVERIFY(QLatin1String(audience) == QLatin1String("full") || !file.contains(sentinel.toUtf8()));
        }
        QCOMPARE(site.lostOrUnverified(ledger), QString());
    }
    /// E6(R3) 4.1: who was told the arm, and why, is out of reach of those who may not know it.
    void unblinding_isSaidInAFullExportAlone() {
        Happenings site;
        QCOMPARE(site.happen("unblinded"), QString());
        const Row unblinded{{"DSCAT", "OTHER EVENT"},
                            {"DSTERM", "Unblinded, emergency"},
                            {"DSDECOD", "SPONSOR: UNBLINDED, EMERGENCY"},
                            {"DSSTDTC", "2026-11-21T09:00:00+08:00"},
                            {"DSREASON", "convulsions"},
                            {"DSWRITER", "iris"}};
        for (const bool full : {true, false}) {
            const exporting::Files files = site.bundle(full ? "full" : "blinded", {"odm", "dataset-json"});
            const QJsonObject said = odmRead(files);
            QCOMPARE(find(said, {"now", person, "I.record.unblinded", {}, {}}),
                     full ? QJsonValue("emergency") : absent);
            QCOMPARE(find(said, {"audit", person, "I.record.unblinded", {}, {}}),
                     full ? by("U.iris", nine, "convulsions") : absent);
            QCOMPARE(count(joined(files, "DS"), unblinded), full ? 1 : 0);
            for (auto it = files.begin(); it != files.end(); ++it)
                QVERIFY2(full || !it->contains("convulsions"), qPrintable(it.key()));
        }
    }
};

QTEST_GUILESS_MAIN(TestChangesCdisc)
#include "tst_changes_cdisc.moc"

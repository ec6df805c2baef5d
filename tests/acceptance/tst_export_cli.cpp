// What `sereinctl export` is asked for is what a bundle holds, by value; what it does not know is refused in one line,
// and nothing is written.
#include "Site.h"
#include "core/Json.h"
#include "exporting/BundleFiles.h"
#include "exporting/Manifest.h"
#include "exporting/StatFile.h"
#include "exporting/Tables.h"
#include "unit/exporting/ExportFixture.h"

#include <QDir>

using namespace serein;
using namespace serein::test;
using exporting::fixture::rowsOf;

namespace {

/// The demonstration study at two sites, with staff's log of contacts on day 1.
QByteArray twoSites() {
    QJsonObject json = readJson(Site::study())->toObject();
    const auto site = [](const char* id, const char* label) {
        return QJsonObject{{"id", id}, {"label", QJsonObject{{"en", label}, {"zh-CN", label}}}};
    };
    json.insert("sites", QJsonArray{site("N", "North"), site("S", "South")});
    QJsonArray timepoints = json["timepoints"].toArray();
    for (auto&& one : timepoints) {
        QJsonObject timepoint = one.toObject();
        if (timepoint["id"] != "POD1")
            continue;
        QJsonArray battery = timepoint["battery"].toArray();
        battery.append(QJsonObject{{"instrument", "contact-log"}});
        timepoint.insert("battery", battery);
        one = timepoint;
    }
    json.insert("timepoints", timepoints);
    return canonicalJson(json);
}

} // namespace

class TestExportCli : public QObject {
    Q_OBJECT
    static constexpr auto nextDay = "2026-11-21T07:00:00+08:00";
    std::unique_ptr<Site> m_site;

    [[nodiscard]] Ran done(const QStringList& command, const QString& at = Site::now) const {
        const Ran ran = m_site->as("nora", command, at);
        if (ran.status != 0)
            qWarning() << command << ran.said();
        return ran;
    }
    [[nodiscard]] bool enrol(const QString& subject, const QString& site) const {
        const auto anchor = [&](const char* id, const char* time) {
            return done({"participant", "anchor", "set", "--participant", subject, "--anchor", id, "--time", time})
                       .status == 0;
        };
        return done({"participant", "enrol", "--subject", subject, "--language", "en", "--second-identifier", "1957",
                     "--name", "Name of " + subject, "--site", site})
                       .status == 0 &&
               anchor("consent", "2026-11-19T10:00+08:00") && anchor("incision", "2026-11-20T09:00+08:00") &&
               anchor("pacuArrival", "2026-11-20T13:30+08:00");
    }
    [[nodiscard]] bool record(const QString& subject, const QString& timepoint, const QString& instrument,
                              const QByteArray& answers, const QString& at, const QString& mode = "interview") const {
        return done({"record", "--participant", subject, "--timepoint", timepoint, "--instrument", instrument,
                     "--answers", m_site->write("answers.json", answers), "--mode", mode},
                    at)
                   .status == 0;
    }
    [[nodiscard]] Ran exported(const QStringList& more, const QString& at = nextDay) const {
        return m_site->as(
            "nora",
            QStringList{"export", "-o", m_site->path("out"), "--unsealed", "--reason", "test", "--audience", "full"} +
                more,
            at);
    }
    /// Of SYN-001's one bundle.
    [[nodiscard]] exporting::Files files(const QStringList& more) const {
        const Ran ran = exported(QStringList{"--participant", "SYN-001"} + more);
        if (ran.status != 0)
            qWarning() << ran.said();
        return filesOf(ran.array()[0]["path"].toString());
    }
    [[nodiscard]] static exporting::Files filesOf(const QString& path) {
        const auto bundle = exporting::readBundle(path, {});
        return bundle ? bundle->files : exporting::Files();
    }
    [[nodiscard]] static QSet<QString> column(const exporting::Files& files, const QString& name) {
        QSet<QString> values;
        for (const auto& row : rowsOf(files.value(exporting::answersFile)))
            values.insert(row.value(name));
        return values;
    }

private Q_SLOTS:
    void initTestCase() {
        m_site = std::make_unique<Site>(twoSites());
        QVERIFY(m_site->stands());
        QVERIFY(enrol("SYN-001", "N") && enrol("SYN-002", "S"));
        QVERIFY(record("SYN-001", "BL", "nrs-sleep", R"({"q1": 4})", Site::now));
        QVERIFY(record("SYN-001", "PACU", "nrs-pain", R"({"rest": 3, "movement": 6})", Site::now));
        QVERIFY(record("SYN-002", "PACU", "nrs-pain", R"({"rest": 1, "movement": 2})", Site::now));
        QVERIFY(record("SYN-001", "POD1", "nrs-sleep", R"({"q1": 7})", nextDay));
        QVERIFY(record("SYN-001", "POD1", "contact-log",
                       R"({"at": "2026-11-21T06:30+08:00", "channel": 1, "reached": 1, "person": 1, "outcome": 1})",
                       nextDay, "staff"));
    }
    void cleanup() { QDir(m_site->path("out")).removeRecursively(); }

    void format_isAllThatIsWritten() {
        const exporting::Files some = files({"--format", "sav,csv", "--format", "odm"});
        QCOMPARE(exporting::Manifest::fromBytes(some.value(exporting::manifestFile))->formats,
                 (QStringList{"csv", "odm", "sav"}));
        for (const char* there : {"answers.csv", "wide.csv", "odm.xml", "odm-history.xml", "wide.sav", "long.sav"})
            QVERIFY2(some.contains(there), there);
        for (const char* absent : {"fhir.json", "report.pdf", "wide.dta", "sdtm/qs.json", "redcap/import.csv"})
            QVERIFY2(!some.contains(absent), absent);
    }
    void without_leavesThatTableOut() {
        const QStringList formats{"--format", "dataset-json,xpt"};
        const exporting::Files whole = files(formats);
        QVERIFY(whole.contains("sdtm/xl.json") && whole.contains("sdtm/xl.xpt"));
        const exporting::Files less = files(formats + QStringList{"--without", "XL"});
        QVERIFY(!less.contains("sdtm/xl.json") && !less.contains("sdtm/xl.xpt"));
        QCOMPARE(less.value("sdtm/qs.json").size(), whole.value("sdtm/qs.json").size());
    }
    void timepoint_isAllThatTheTablesHold() {
        QCOMPARE(column(files({"--format", "csv"}), "timepoint"), (QSet<QString>{"BL", "PACU", "POD1"}));
        QCOMPARE(column(files({"--format", "csv", "--timepoint", "PACU"}), "timepoint"), QSet<QString>{"PACU"});
        QCOMPARE(column(files({"--format", "csv", "--timepoint", "PACU,BL"}), "timepoint"),
                 (QSet<QString>{"BL", "PACU"}));
    }
    void instrument_isAllThatTheTablesHold() {
        const exporting::Files sleep = files({"--format", "csv", "--instrument", "nrs-sleep"});
        QCOMPARE(column(sleep, "instrument"), QSet<QString>{"nrs-sleep"});
        QCOMPARE(column(sleep, "timepoint"), (QSet<QString>{"BL", "POD1"}));
        QSet<QString> values;
        for (const auto& row : rowsOf(sleep.value(exporting::answersFile)))
            if (row.value("id") == "q1" && row.value("kind") == "item")
                values.insert(row.value("timepoint") + ' ' + row.value("value"));
        QCOMPARE(values, (QSet<QString>{"BL 4", "POD1 7"}));
        QCOMPARE(column(files({"--format", "csv", "--instrument", "nrs-sleep", "--timepoint", "POD1"}), "timepoint"),
                 QSet<QString>{"POD1"});
    }
    void fromAndTo_areDaysOfTheSite_bothIncluded() {
        const auto timepoints = [this](const QStringList& part) {
            return column(files(QStringList{"--format", "csv"} + part), "timepoint");
        };
        QCOMPARE(timepoints({"--from", "2026-11-21"}), QSet<QString>{"POD1"});
        QCOMPARE(timepoints({"--to", "2026-11-20"}), (QSet<QString>{"BL", "PACU"}));
        QCOMPARE(timepoints({"--from", "2026-11-20", "--to", "2026-11-21"}), (QSet<QString>{"BL", "PACU", "POD1"}));
        QCOMPARE(timepoints({"--from", "2026-11-22"}), QSet<QString>());
    }
    void site_isWhoIsWritten_alsoMerged() {
        const Ran ran = exported({"--all", "--format", "csv", "--site", "S"});
        QVERIFY2(ran.status == 0, ran.said());
        QCOMPARE(ran.array().size(), 2);
        QCOMPARE(ran.array()[0]["subject"].toString(), "SYN-002");
        QCOMPARE(ran.array()[1]["study"].toString(), "demo");
        QCOMPARE(column(filesOf(ran.array()[1]["path"].toString()), "subject"), QSet<QString>{"SYN-002"});
        const Ran both = exported({"--all", "--format", "csv", "--site", "S,N"});
        QCOMPARE(both.array().size(), 3);
    }
    void language_isThatOfTheLabels() {
        const auto label = [this](const QString& language) {
            const auto table = exporting::fromSav(
                files({"--format", "sav", "--language", language, "--timepoint", "PACU"}).value("wide.sav"));
            for (const exporting::StatVariable& variable : table->variables)
                if (variable.name == "nrs_pain_rest")
                    return variable.label;
            return QString();
        };
        for (const char* const language : {"en", "zh-CN"}) {
            const QString pack =
                QStringLiteral(SEREIN_SOURCE_DIR "/instruments/nrs-pain/text.%1.json").arg(QLatin1String(language));
            const QJsonObject words = readJson(pack)->toObject()["items"].toObject()["rest"].toObject();
            QCOMPARE(label(QString::fromLatin1(language)), words["text"].toString());
        }
    }
    void identity_isItsOwnSealedFile_andNothingElse() {
        QVERIFY(m_site->makeCertificate("ethics"));
        const QStringList asked{
            "export", "--all", "--identity", "-o", m_site->path("out"), "--seal", m_site->path("ethics.pem")};
        const Ran ran = m_site->as("nora", asked, Site::today());
        QVERIFY2(ran.status == 0, ran.said());
        QCOMPARE(ran.array().size(), 1);
        const QString path = ran.array()[0]["path"].toString();
        QCOMPARE(QDir(m_site->path("out")).entryList(QDir::Files), QStringList{QFileInfo(path).fileName()});
        QVERIFY(!readFile(path)->contains("Name of"));
        const Ran opened = runProgram(
            "openssl",
            {"cms", "-decrypt", "-binary", "-inform", "DER", "-in", path, "-inkey", m_site->path("ethics.key")},
            m_site->environment);
        QCOMPARE(opened.out, QByteArray("subject,site,second_identifier,name,phone,record_number\r\n"
                                        "SYN-001,N,1957,Name of SYN-001,,\r\n"
                                        "SYN-002,S,1957,Name of SYN-002,,\r\n"));
        const Ran part = m_site->as("nora", asked + QStringList{"--site", "S"}, Site::today());
        QCOMPARE(part.status, 2);
        QVERIFY2(part.err.startsWith("error: --identity is who the participants are and nothing else"), part.said());
    }
    void changed_writesNobodyWhoIsAsTheyWere() {
        const QStringList asked{"--all", "--changed", "--format", "csv", "--language", "zh-CN"};
        const auto subjects = [](const Ran& ran) {
            QStringList named;
            for (const QJsonValue one : ran.array())
                if (one[QLatin1String("path")].isString())
                    named += one[QLatin1String("subject")].toString();
            return named;
        };
        QCOMPARE(subjects(exported(asked)), (QStringList{"SYN-001", "SYN-002", ""})); // "": everyone's, merged
        QCOMPARE(subjects(exported(asked)), QStringList{""});
        QVERIFY(record("SYN-002", "POD1", "nrs-sleep", R"({"q1": 2})", nextDay));
        QCOMPARE(subjects(exported(asked)), (QStringList{"SYN-002", ""}));
    }

    void unknown_isRefusedInOneLine_andNothingIsWritten_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const QStringList& options, const char* says) {
            QTest::newRow(name) << options << QByteArray(says);
        };
        row("format", {"--format", "csv,xls"}, "error: --format: xls not in ");
        row("table of no form", {"--without", "QS"}, "error: /without: \"QS\" is no table of staff's forms");
        row("table that is none", {"--without", "XZ"}, "error: /without: \"XZ\" is no table of staff's forms");
        row("timepoint", {"--timepoint", "POD1,POD9"}, "error: the study has no timepoint \"POD9\"");
        row("instrument", {"--instrument", "phq15"}, "error: the study has no instrument \"phq15\"");
        row("from", {"--from", "20.11.2026"}, "error: --from: not a date such as 2026-11-20");
        row("to", {"--to", "2026-02-30"}, "error: --to: not a date such as 2026-11-20");
        row("order of dates", {"--from", "2026-11-21", "--to", "2026-11-20"},
            "error: the first date is after the last");
        row("language", {"--language", "fr"}, "error: --language: fr not in ");
        row("audience", {"--audience", "everyone"}, "error: --audience: everyone not in ");
        row("nobody's option", {"--visit", "POD1"}, "error: ");
    }
    void unknown_isRefusedInOneLine_andNothingIsWritten() {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, says);
        for (const QStringList& whose : {QStringList{"--participant", "SYN-001"}, QStringList{"--all"}}) {
            QStringList asked{"export", "-o", m_site->path("out"), "--unsealed", "--reason", "test"};
            const Ran ran = m_site->as("nora", asked + whose + options, nextDay);
            QCOMPARE(ran.status, 2);
            QCOMPARE(ran.err.count('\n'), 1);
            QVERIFY2(ran.err.startsWith(says), ran.said());
            QCOMPARE(ran.out, QByteArray());
            QVERIFY(!QDir(m_site->path("out")).exists());
        }
    }
    void siteThatIsNotTheirs_isRefused() {
        const Ran unknown = exported({"--all", "--site", "W"});
        QCOMPARE(unknown.status, 2);
        QCOMPARE(unknown.err, QByteArray("error: the study has no site \"W\"\n"));
        const Ran other = exported({"--participant", "SYN-001", "--site", "S"});
        QCOMPARE(other.status, 2);
        QCOMPARE(other.err, QByteArray("error: --site: the participant is of none of these sites\n"));
        QVERIFY(!QDir(m_site->path("out")).exists());
    }
};

QTEST_GUILESS_MAIN(TestExportCli)
#include "tst_export_cli.moc"

// The library as a whole, by the command line: licences told truly, an independent scoring that agrees, a new scale
// without a line of code, and no scale's name in the program.
#include "Site.h"

#include <QDirIterator>
#include <QRegularExpression>

using namespace serein::test;

class TestLibraryCli : public QObject {
    Q_OBJECT
    const Bench m_bench;

    static QString source(const QString& name) { return QStringLiteral(SEREIN_SOURCE_DIR "/") + name; }
    static QByteArray read(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void copy(const QString& from, const QString& to) {
        for (QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            const QString path = files.next();
            const QString target = to + path.mid(from.size());
            QDir().mkpath(QFileInfo(target).path());
            QVERIFY(QFile::copy(path, target));
        }
    }
    static const QJsonObject definition(const QString& id) {
        return QJsonDocument::fromJson(read(source("instruments/" + id + "/instrument.json"))).object();
    }
    static QStringList shipped() {
        QStringList ids;
        const QDir root(source("instruments"));
        for (const QString& id : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
            if (QFile::exists(root.filePath(id + "/instrument.json")))
                ids.append(id);
        return ids;
    }

private Q_SLOTS:
    void check_provesTheWholeLibrary() {
        const Ran ran = m_bench.ctl({"--json", "instrument", "check"});
        QVERIFY2(ran.status == 0, ran.said());
        QCOMPARE(ran.array().size(), shipped().size());
        for (const QJsonValue one : ran.array())
            QVERIFY2(one["cases"].toInt() >= 6, qUtf8Printable(one["instrument"].toString()));
    }
    void licencesPage_isWhatThePacksSay() {
        const Ran ran = m_bench.ctl({"instrument", "licences"});
        QVERIFY2(ran.status == 0, ran.said());
        QCOMPARE(QString::fromUtf8(ran.out), QString::fromUtf8(read(source("instruments/LICENCES.md"))));
    }
    void scaleWithoutWords_saysWhoseTheyAre() {
        for (const QString& id : shipped())
            if (QDir(source("instruments/" + id)).entryList({"text.*.json"}).isEmpty())
                QVERIFY2(!definition(id)["wording"]["holder"].toString().isEmpty(), qUtf8Printable(id));
    }
    void show_printsEveryScaleForPeople() {
        for (const QString& id : shipped()) {
            const Ran ran = m_bench.ctl({"instrument", "show", id});
            QVERIFY2(ran.status == 0, ran.said());
            const QString page = QString::fromUtf8(ran.out);
            QVERIFY2(page.contains("\nSource: ") && page.contains("\nItems\n"), qUtf8Printable(id));
            QVERIFY2(page.contains("\nWords: ") || page.contains("\nNo words ship: "), qUtf8Printable(id));
            for (const QJsonValue score : definition(id)["scores"].toArray())
                QVERIFY2(page.contains("\n  " + score["id"].toString() + "  "), qUtf8Printable(id));
            static const QRegularExpression nothing("\n      = *\n|\\(\\)");
            QVERIFY2(!page.contains(nothing), qUtf8Printable(page));
        }
    }
    void show_tellsTheRuleInWords() {
        const QString phq9 = QString::fromUtf8(m_bench.ctl({"instrument", "show", "phq9"}).out);
        QVERIFY(phq9.contains("= the sum of q1 … q9\n      0 to 27, higher is worse"));
        QVERIFY(phq9.contains("at least 5 of [q1 ≥ 2, q2 ≥ 2"));
        QVERIFY(phq9.contains("Alert item9: q9 ≥ 1, or q9 left unanswered"));
        const QString sas = QString::fromUtf8(m_bench.ctl({"instrument", "show", "sas"}).out);
        QVERIFY(sas.contains("raw × 1.25, the whole part"));
        QVERIFY(sas.contains("5 − q5"));
    }
    void placeholder_isForDemonstrationsOnly() {
        QTemporaryDir packs;
        for (const QString& language : {QString("en"), QString("zh-CN")}) {
            const Ran pack = m_bench.ctl({"instrument", "placeholder", "psqi", "--language", language});
            QVERIFY2(pack.status == 0, pack.said());
            QFile file(packs.filePath("psqi." + language + ".json"));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pack.out) > 0);
        }
        QByteArray study = read(source("tests/fixtures/new-scale/study.json"));
        study.replace("\"warmth\"", "\"psqi\"");
        const Ran demonstration =
            m_bench.ctl({"study", "check", m_bench.write("demonstration.json", study), "--packs", packs.path()});
        QVERIFY2(demonstration.status == 0, demonstration.said());
        QVERIFY(!demonstration.out.contains("needs:"));
        const Ran without = m_bench.ctl({"study", "check", m_bench.path("demonstration.json")});
        QVERIFY2(without.status == 0 && without.out.contains("needs: psqi has no words in zh-CN"), without.said());

        study.replace("\"demonstration\"", "\"trial\"");
        const Ran trial = m_bench.ctl({"study", "check", m_bench.write("trial.json", study), "--packs", packs.path()});
        QCOMPARE(trial.status, 2);
        QVERIFY2(trial.err.contains("trial.json: /timepoints/0/battery/0/instrument: the words of psqi in en cannot be "
                                    "used: they are placeholders, which a trial may not use"),
                 trial.said());
    }
    void sitesPack_isHeldAgainstItsInstrument() {
        QTemporaryDir packs;
        QByteArray pack = m_bench.ctl({"instrument", "placeholder", "psqi", "--language", "en"}).out;
        pack.replace("\"psqi\"", "\"somebody-elses\"");
        QFile file(packs.filePath("pack.json"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pack) > 0);
        file.close();
        const Ran ran =
            m_bench.ctl({"study", "check", source("instruments/studies/demo.json"), "--packs", packs.path()});
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.err.contains("/instrument: there is no instrument \"somebody-elses\""), ran.said());
    }

    void newScale_needsNoRebuild() {
        const QString instruments = m_bench.path("instruments");
        copy(source("instruments"), instruments);
        copy(source("tests/fixtures/new-scale/warmth"), instruments + "/warmth");
        Bench bench;
        bench.environment.insert("SEREIN_INSTRUMENTS", instruments);
        const Ran list = bench.ctl({"instrument", "list"});
        QVERIFY2(list.out.contains("warmth  1.0.0  Warmth  (en, zh-CN)"), list.said());
        const Ran check = bench.ctl({"instrument", "check", instruments + "/warmth"});
        QVERIFY2(check.status == 0, check.said());

        bench.write("p.txt", "correct horse battery\n");
        const QStringList vault{"--vault", bench.path("vault"), "--user",
                                "ada",     "--passphrase-file", bench.path("p.txt"),
                                "--at",    Site::now,           "--json"};
        const auto done = [&](const QStringList& command) {
            const Ran ran = bench.ctl(vault + command);
            QVERIFY2(ran.status == 0, ran.said());
        };
        done({"vault", "init", "--study", source("tests/fixtures/new-scale/study.json"), "--admin", "ada"});
        bench.write("nora.txt", "correct horse battery nora\n");
        done({"account", "add", "nora", "--role", "investigator,dataManager,nurse", "--new-passphrase-file",
              bench.path("nora.txt")});
        QStringList asNora = vault;
        asNora[3] = "nora";
        asNora[5] = bench.path("nora.txt");
        const auto doneAsNora = [&](const QStringList& command) {
            const Ran ran = bench.ctl(asNora + command);
            QVERIFY2(ran.status == 0, ran.said());
        };
        doneAsNora({"participant", "enrol", "--subject", "SYN-001", "--language", "en", "--second-identifier", "1957",
                    "--name", "Wang"});
        doneAsNora({"participant", "anchor", "set", "--participant", "SYN-001", "--anchor", "consent", "--time",
                    "2026-11-20T09:00+08:00"});
        doneAsNora({"record", "--participant", "SYN-001", "--timepoint", "BL", "--instrument", "warmth", "--answers",
                    bench.write("a.json", "{\"q1\": 2, \"q2\": 1}"), "--mode", "interview"});
        doneAsNora({"export", "--participant", "SYN-001", "-o", bench.path("out"), "--unsealed", "--reason", "test"});
        QByteArray bundle;
        for (QDirIterator files(bench.path("out"), QDir::Files); files.hasNext();)
            bundle += read(files.next());
        // The zip is stored, so its tables read as they are.
        QVERIFY(bundle.contains("Are your hands warm?"));
        QVERIFY(bundle.contains("warmth"));
    }

    void program_namesNoScale() {
        // Words that are also the formats' own, or the ledger's: what became of a call or of an export, why a
        // timepoint was missed.
        static const QSet<QString> ours{"any",     "at",     "count", "died",    "given",  "interrupted", "language",
                                        "mean",    "mode",   "other", "outcome", "person", "proxy",       "purpose",
                                        "reached", "remark", "salt",  "sedated", "site",   "status",      "value"};
        QSet<QString> names;
        for (const QString& id : shipped()) {
            names.insert(id);
            for (const char* list : {"items", "scores", "alerts"})
                for (const QJsonValue one : definition(id)[QLatin1String(list)].toArray())
                    names.insert(one["id"].toString());
        }
        static const QRegularExpression literal("\"([^\"\\\\\n]*)\"");
        static const QRegularExpression comment("//[^\n]*");
        for (const char* tree : {"app", "qml"})
            for (QDirIterator files(source(tree), {"*.cpp", "*.h", "*.qml"}, QDir::Files, QDirIterator::Subdirectories);
                 files.hasNext();) {
                const QString path = files.next();
                const QString code = QString::fromUtf8(read(path)).remove(comment);
                for (auto found = literal.globalMatch(code); found.hasNext();) {
                    const QString word = found.next().captured(1);
                    QVERIFY2(!names.contains(word) || ours.contains(word), qUtf8Printable(path + ": " + word));
                }
            }
    }

    void independentScoring_agrees() {
        const Ran ran = runProgram("python3", {"-B", source("tests/oracle/agree.py"), SEREINCTL, "--sets", "100000"},
                                   m_bench.environment);
        QVERIFY2(ran.status == 0, ran.said());
        QVERIFY2(ran.out.contains(", 0 failed"), ran.said());
    }
};

QTEST_GUILESS_MAIN(TestLibraryCli)
#include "tst_library_cli.moc"

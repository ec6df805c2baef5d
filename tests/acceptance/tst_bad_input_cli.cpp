// Bad input gets one clear error that names the place, the right exit status, and changes nothing.
#include "Site.h"

using namespace serein::test;

class TestBadInputCli : public QObject {
    Q_OBJECT
    const Site m_site;
    QJsonArray m_recorded;

    QString at(const QString& name) const { return m_site.path(name); }
    /// A copy of a shipped instrument with one file changed.
    QString damaged(const QString& folder, const QString& file, const QByteArray& from, const QByteArray& to) const {
        QString copy = at(folder + "/gad7");
        QDir().mkpath(copy);
        for (const QString& name : QDir(SEREIN_SOURCE_DIR "/instruments/gad7").entryList(QDir::Files)) {
            QFile source(SEREIN_SOURCE_DIR "/instruments/gad7/" + name);
            if (!source.open(QIODevice::ReadOnly))
                return {};
            QByteArray bytes = source.readAll();
            if (name == file) {
                if (!bytes.contains(from))
                    return {};
                bytes.replace(bytes.indexOf(from), from.size(), to);
            }
            m_site.write(folder + "/gad7/" + name, bytes);
        }
        return copy;
    }
    QString damagedStudy(const QString& name, const QByteArray& from, const QByteArray& to) const {
        QFile source(Site::study());
        if (!source.open(QIODevice::ReadOnly))
            return {};
        QByteArray bytes = source.readAll();
        return m_site.write(name, bytes.replace(bytes.indexOf(from), from.size(), to));
    }
    /// Every event but those of coming, going and being refused.
    [[nodiscard]] QJsonArray recorded() const {
        static const QStringList comings{"unlocked",    "locked",  "checkpoint",
                                         "clockJumped", "refused", "passphraseRefused"};
        QJsonArray others;
        for (const QJsonValue event : m_site.as("nora", {"audit", "--last", "9999"}).array())
            if (!comings.contains(event[QLatin1String("kind")].toString()))
                others.append(event);
        return others;
    }
    static void columns() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
    }
    static void everyLineIsAnError(const QByteArray& err) {
        for (const QByteArray& line : err.trimmed().split('\n'))
            QVERIFY2(line.startsWith("error: "), err);
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_site.stands() && m_site.enrolOne());
        m_recorded = recorded();
        QVERIFY(m_recorded.size() > 5);
    }

    void withoutAVault_data() {
        columns();
        const auto score = [this](const QByteArray& answers, const QStringList& more = {}) {
            static int number = 0;
            const QString name = "answers" + QString::number(++number) + ".json";
            return QStringList{"instrument", "score", "gad7", "--answers", m_site.write(name, answers)} + more;
        };
        QTest::newRow("unknown item") << score(R"({"q99": 1})") << 2 << ".json: /q99: gad7 has no such item";
        QTest::newRow("out of range") << score(R"({"q1": 4})") << 2 << ".json: /q1: none of this item's choices";
        QTest::newRow("wrong type") << score(R"({"q1": "2"})") << 2 << ".json: /q1: none of this item's choices";
        QTest::newRow("key twice") << score(R"({"q1": 1, "q1": 2})") << 2 << ".json: /q1: the key stands twice";
        QTest::newRow("not JSON") << score("{\n\"q1\": 1,\n}") << 2 << ".json:3: not JSON";
        QTest::newRow("not an object") << score("7") << 2 << ".json: not an object of answers";
        QTest::newRow("unknown profile") << score("{}", {"--profile", "pitt"}) << 2
                                         << "--profile: gad7 has no profile \"pitt\"";
        QTest::newRow("no answers file") << QStringList{"instrument", "score", "gad7", "--answers", at("absent.json")}
                                         << 2 << "absent.json: cannot be read";
        QTest::newRow("unknown instrument")
            << QStringList{"instrument", "show", "gad70"} << 2 << "no instrument \"gad70\"";
        QTest::newRow("a way out of the folder")
            << QStringList{"instrument", "show", ".."} << 2 << "no instrument \"..\"";

        QTest::newRow("broken instrument")
            << QStringList{"instrument", "check", damaged("a", "instrument.json", R"("id": "gad7")", R"("id": 7)")} << 2
            << "gad7/instrument.json: /id: ";
        QTest::newRow("score of an unknown item")
            << QStringList{"instrument", "check",
                           damaged("b", "instrument.json", R"({"item": "q1"})", R"({"item": "q77"})")}
            << 2 << "gad7/instrument.json: /scores/0/expression/sum/0";
        QTest::newRow("broken pack") << QStringList{"instrument", "check",
                                                    damaged("c", "text.en.json", R"("language": "en")",
                                                            R"("language": "en", "language": "fr")")}
                                     << 2 << "gad7/text.en.json: /language: the key stands twice";
        QTest::newRow("pack for another instrument")
            << QStringList{"instrument", "check",
                           damaged("d", "text.en.json", R"("instrument": "gad7")", R"("instrument": "phq9")")}
            << 2 << "gad7/text.en.json: /instrument: ";
        QTest::newRow("no such folder") << QStringList{"instrument", "check", at("nowhere/gad7")} << 2
                                        << "nowhere/gad7/instrument.json: cannot be read";

        QTest::newRow("broken study") << QStringList{"study", "check",
                                                     damagedStudy("battery.json", R"({"instrument": "phq9"})",
                                                                  R"({"instrument": "phq99"})")}
                                      << 2 << "battery.json: /timepoints/0/battery/0";
        QTest::newRow("unknown anchor") << QStringList{"study", "timeline", Site::study(), "--anchor",
                                                       "lunch=2026-11-20T14:05+08:00"}
                                        << 2 << "--anchor lunch: the study has no such anchor";
        QTest::newRow("a time without its offset")
            << QStringList{"study", "timeline", Site::study(), "--anchor", "incision=2026-11-20T14:05"} << 2
            << "--anchor incision: ";

        QTest::newRow("no command") << QStringList{} << 2 << "";
        QTest::newRow("unknown command") << QStringList{"sing"} << 2 << "sing";
        QTest::newRow("unknown option") << QStringList{"instrument", "list", "--loud"} << 2 << "--loud";
        QTest::newRow("missing option") << QStringList{"instrument", "score", "gad7"} << 2 << "--answers";
        QTest::newRow("a time that is none") << QStringList{"--at", "noon", "demo", at("demo")} << 2 << "--at: ";
        QTest::newRow("too many participants")
            << QStringList{"demo", at("demo"), "--participants", "1000"} << 2 << "--participants";
        QTest::newRow("demo into a folder in use")
            << QStringList{"demo", at("vault")} << 2 << "vault: the folder is not empty";

        const QStringList init{"vault", "init", "--vault", at("new"), "--admin", "ada", "--study"};
        const QStringList secret{"--passphrase-file", at("ada.txt")};
        QTest::newRow("init: broken study")
            << init + QStringList{damagedStudy("schema.json", R"("schema")", R"("scheme")")} + secret << 2
            << "schema.json: /scheme: ";
        QTest::newRow("init: short passphrase")
            << init + QStringList{Site::study(), "--passphrase-file", m_site.write("short.txt", "eleven char\n")} << 2
            << "the passphrase is too short";
        QTest::newRow("init: empty passphrase")
            << init + QStringList{Site::study(), "--passphrase-file", m_site.write("empty.txt", "\n")} << 2
            << "empty.txt: the passphrase is empty";
        QTest::newRow("init: no passphrase file")
            << init + QStringList{Site::study(), "--passphrase-file", at("none.txt")} << 2 << "none.txt: ";
        QTest::newRow("init: no passphrase") << init + QStringList{Site::study()} << 2 << "no terminal";
        QTest::newRow("init: recovery is no certificate")
            << init + QStringList{Site::study(), "--recovery", m_site.write("rubbish.pem", "rubbish")} + secret << 2
            << "rubbish.pem: ";
        QTest::newRow("init: bad name") << QStringList{"vault",   "init",    "--vault", at("new"),
                                                       "--admin", "9 lives", "--study", Site::study()} +
                                               secret
                                        << 2 << "9 lives";
        QTest::newRow("init: folder in use")
            << QStringList{"vault", "init", "--vault", at("vault"), "--admin", "ada", "--study", Site::study()} + secret
            << 2 << "vault: the folder is not empty";

        const QStringList user{"--user", "ada", "--passphrase-file", at("ada.txt")};
        QTest::newRow("no --vault") << QStringList{"worklist"} + user << 2 << "--vault DIR is required";
        QTest::newRow("no --user") << QStringList{"worklist", "--vault", at("vault")} + secret << 2
                                   << "--user NAME is required";
        QTest::newRow("no such vault") << QStringList{"vault", "verify", "--vault", at("nowhere")} + user << 2
                                       << "nowhere";
        QDir().mkpath(at("plain"));
        QTest::newRow("a folder that is no vault")
            << QStringList{"vault", "verify", "--vault", at("plain")} + user << 2 << "plain";
        QDir().mkpath(at("garbled"));
        m_site.write("garbled/vault.json", "{}");
        QTest::newRow("a garbled vault") << QStringList{"vault", "verify", "--vault", at("garbled")} + user << 2
                                         << "garbled/vault.json: ";
        QTest::newRow("wrong passphrase")
            << QStringList{"vault",  "verify", "--vault",           at("vault"),
                           "--user", "ada",    "--passphrase-file", m_site.write("wrong.txt", "not her passphrase")}
            << 3 << "";
        QTest::newRow("unknown user") << QStringList{"vault", "verify", "--vault", at("vault"), "--user", "eve"} +
                                             secret
                                      << 3 << "";
        QTest::newRow("not a bundle") << QStringList{"export", "verify", m_site.write("some.zip", "PK nothing")} << 1
                                      << "some.zip: ";
        QTest::newRow("no such bundle") << QStringList{"export", "verify", at("absent.zip")} << 2 << "absent.zip: ";
    }
    void withoutAVault() {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QString, message);
        const QByteArray before = folderHash(at("vault"));
        const Ran ran = m_site.ctl(arguments);
        QVERIFY2(ran.status == status, ran.said());
        QVERIFY2(ran.err.contains(message.toUtf8()), ran.err);
        everyLineIsAnError(ran.err);
        QVERIFY2(ran.out.isEmpty() || arguments.contains("check"), ran.out);
        QCOMPARE(folderHash(at("vault")), before);
        QVERIFY(!QDir(at("new")).exists() && !QDir(at("demo")).exists());
    }

    void inTheVault_data() {
        columns();
        const QStringList record{"record", "--participant", "SYN-001",      "--timepoint", "BL",
                                 "--mode", "interview",     "--instrument", "gad7",        "--answers"};
        const QString good = m_site.write("good.json", R"({"q1":1,"q2":1,"q3":1,"q4":1,"q5":1,"q6":1,"q7":1})");
        QTest::newRow("answer out of range")
            << record + QStringList{m_site.write("far.json", R"({"q1": 9, "q8": 0})")} << 2 << "far.json: /q1: none";
        QTest::newRow("every fault at once")
            << record + QStringList{at("far.json")} << 2 << "far.json: /q8: gad7 has no such item";
        QTest::newRow("an array of answers")
            << record + QStringList{m_site.write("two.json", "[{}, {}]")} << 2 << "two.json: not an object";
        QTest::newRow("the second entry differs")
            << record + QStringList{good, "--second-entry",
                                    m_site.write("second.json", R"({"q1":1,"q2":1,"q3":2,"q4":1,"q5":1,"q6":1})")}
            << 2 << "second.json: /q3: differs from the first entry";
        QTest::newRow("the second entry leaves one out")
            << record + QStringList{good, "--second-entry", at("second.json")} << 2
            << "second.json: /q7: differs from the first entry";
        QTest::newRow("mode") << QStringList{"record", "--participant", "SYN-001", "--timepoint", "BL", "--mode",
                                             "self",   "--instrument",  "gad7",    "--answers",   good}
                              << 2 << "--mode";
        QTest::newRow("unknown participant")
            << QStringList{"record",    "--participant", "SYN-009", "--timepoint", "BL", "--mode",
                           "interview", "--instrument",  "gad7",    "--answers",   good}
            << 2 << "--participant: no participant of that name";
        QTest::newRow("unknown instrument")
            << QStringList{"record",    "--participant", "SYN-001", "--timepoint", "BL", "--mode",
                           "interview", "--instrument",  "psqi",    "--answers",   good}
            << 2 << "--instrument: the study has no instrument \"psqi\"";
        QTest::newRow("not asked then") << QStringList{"record", "--participant", "SYN-001",   "--timepoint",
                                                       "PACU",   "--mode",        "interview", "--instrument",
                                                       "gad7",   "--answers",     good}
                                        << 2 << "/instrument: ";
        QTest::newRow("recorded before") << QStringList{"record",   "--participant", "SYN-001",      "--timepoint",
                                                        "PACU",     "--mode",        "interview",    "--instrument",
                                                        "nrs-pain", "--answers",     at("pain.json")}
                                         << 2 << "/instrument: ";
        QTest::newRow("subject of another form")
            << QStringList{"participant", "enrol", "--subject", "X1", "--second-identifier", "1957"} << 2
            << "/subject: ";
        QTest::newRow("enrolled before") << QStringList{"participant",         "enrol", "--subject", "SYN-001",
                                                        "--second-identifier", "1957"}
                                         << 2 << "/subject: ";
        QTest::newRow("second identifier")
            << QStringList{"participant", "enrol", "--subject", "SYN-002", "--second-identifier", "57"} << 2
            << "/secondIdentifier: ";
        QTest::newRow("language") << QStringList{"participant",         "enrol", "--subject",  "SYN-002",
                                                 "--second-identifier", "1957",  "--language", "de"}
                                  << 2 << "/language: ";
        QTest::newRow("unknown anchor") << QStringList{"participant",   "anchor",  "set",
                                                       "--participant", "SYN-001", "--anchor",
                                                       "lunch",         "--time",  "2026-11-20T12:00+08:00"}
                                        << 2 << "/anchor: ";
        QTest::newRow("anchor set before")
            << QStringList{"participant", "anchor",  "set",    "--participant",         "SYN-001",
                           "--anchor",    "consent", "--time", "2026-11-20T12:00+08:00"}
            << 2 << "/anchor: ";
        QTest::newRow("anchor without an offset")
            << QStringList{"participant", "anchor",  "set",    "--participant",   "SYN-001",
                           "--anchor",    "consent", "--time", "2026-11-20T12:00"}
            << 2 << "--time: ";
        QTest::newRow("export sealed to nobody") << QStringList{"export", "--all", "-o", at("out")} << 2 << "--seal";
        QTest::newRow("export unsealed without a reason")
            << QStringList{"export", "--all", "-o", at("out"), "--unsealed"} << 2 << "--reason";
        QTest::newRow("export of nobody")
            << QStringList{"export", "-o", at("out"), "--unsealed", "--reason", "why"} << 2 << "--participant";
        QTest::newRow("sealed to what is no certificate")
            << QStringList{"export", "--all", "-o", at("out"), "--seal", at("good.json")} << 2 << "good.json: ";
        QTest::newRow("a role that does not exist")
            << QStringList{"account", "add", "bob", "--role", "king", "--new-passphrase-file", at("nora.txt")} << 2
            << "--role: no role \"king\"";
        QTest::newRow("not her role") << QStringList{"account",     "add",   "bob",
                                                     "--role",      "nurse", "--new-passphrase-file",
                                                     at("nora.txt")}
                                      << 3 << "nora";
    }
    void inTheVault() {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QString, message);
        const Ran ran = m_site.as("nora", arguments);
        QVERIFY2(ran.status == status, ran.said());
        QVERIFY2(ran.err.contains(message.toUtf8()), ran.err);
        everyLineIsAnError(ran.err);
        QVERIFY2(ran.out.isEmpty(), ran.out);
        QCOMPARE(recorded(), m_recorded);
        QVERIFY(!QDir(at("out")).exists());
    }
    void expiredCertificate_isRefused_beforeAnythingIsWritten() {
        QVERIFY(m_site.makeCertificate("recipient"));
        const Ran ran =
            m_site.as("nora", {"export", "--all", "-o", at("out"), "--seal", at("recipient.pem")}, "2060-01-01T00:00Z");
        QVERIFY2(ran.status == 2, ran.said());
        QVERIFY2(ran.err.contains("recipient.pem: ") && ran.err.contains("expired"), ran.err);
        QVERIFY(!QDir(at("out")).exists());
    }
};

QTEST_GUILESS_MAIN(TestBadInputCli)
#include "tst_bad_input_cli.moc"

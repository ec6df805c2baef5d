// The whole way on the command line: vault, people, participant, answers, worklist, checks, sealed export, its
// verification.
#include "Site.h"
#include "exporting/BundleFiles.h"

using namespace serein::test;

class TestVaultCli : public QObject {
    Q_OBJECT
    const Site m_site;
    QString m_sealed; ///< bundle of SYN-001
    QString m_plain;  ///< the same, opened by openssl

    QString at(const QString& name) const { return m_site.path(name); }
    Ran verify(const QString& bundle, const QStringList& more = {}) const {
        return m_site.ctl(
            QStringList{"--json", "export", "verify", bundle, "--device-keys", at("vault/device-key.json")} + more);
    }
    /// The bundle as a folder of files.
    QStringList unpack(const QString& folder) const {
        const auto bundle = serein::exporting::readBundle(m_plain, {});
        if (!bundle)
            return {};
        const auto& files = bundle->files;
        for (auto it = files.begin(); it != files.end(); ++it) {
            QDir().mkpath(QFileInfo(at(folder + "/" + it.key())).path());
            m_site.write(folder + "/" + it.key(), *it);
        }
        return files.keys();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_site.stands() && m_site.enrolOne()); }

    void accounts_areListedWithTheirRoles() {
        const Ran ran = m_site.as("ada", {"account", "list"});
        QCOMPARE(ran.array().size(), 2);
        QCOMPARE(ran.array()[1]["name"].toString(), QString("nora"));
        QCOMPARE(ran.array()[1]["roles"].toArray().size(), 3);
    }
    void everyCommand_signsOff_andAStatedTimeIsAnEvent() {
        QCOMPARE(m_site.as("ada", {"account", "list"}).status, 0);
        const Ran ran = m_site.as("ada", {"audit", "--device", "--last", "7"});
        QVERIFY2(ran.status == 0, ran.said());
        QStringList kinds; // the one before it from its end, the list, and this very command from its beginning
        for (const QJsonValue one : ran.array())
            kinds.append(one[QLatin1String("kind")].toString());
        QCOMPARE(kinds, (QStringList{"checkpoint", "clockJumped", "unlocked", "locked", "checkpoint", "clockJumped",
                                     "unlocked"}));
    }
    void participants_areListedWithoutIdentity() {
        const Ran ran = m_site.as("nora", {"participant", "list"});
        QCOMPARE(ran.array().size(), 1);
        QCOMPARE(ran.array()[0]["subject"].toString(), QString("SYN-001"));
        QCOMPARE(ran.array()[0]["anchors"]["incision"].toString(), QString("2026-11-20T09:00:00.000+08:00"));
        QVERIFY(!ran.out.contains("Wang"));
    }
    void worklist_knowsWhatIsDue() {
        const auto states = [this](const char* time) {
            QMap<QString, QString> byTimepoint;
            for (const QJsonValue row : m_site.as("nora", {"worklist"}, time).array())
                byTimepoint.insert(row["timepoint"].toString(), row["state"].toString());
            return byTimepoint;
        };
        const auto now = states(Site::now);
        QCOMPARE(now["BL"], QString("due"));
        QCOMPARE(now["PACU"], QString("due")); // one of its two instruments is done
        QCOMPARE(now["POD1"], QString("upcoming"));
        QCOMPARE(states("2026-11-21T12:00+08:00")["POD1"], QString("overdue"));
    }
    void record_scoresAndShowsOnce() {
        m_site.write("gad7.json", R"({"q1":2,"q2":2,"q3":1,"q4":1,"q5":1,"q6":1,"q7":2})");
        const QStringList record{"record",        "--participant", "SYN-001",   "--timepoint",   "BL",
                                 "--instrument",  "gad7",          "--answers", at("gad7.json"), "--second-entry",
                                 at("gad7.json"), "--mode",        "paper"};
        const Ran ran = m_site.as("nora", record);
        QVERIFY2(ran.status == 0, ran.said());
        QCOMPARE(ran.object()["scores"]["total"].toObject(),
                 (QJsonObject{{"value", 10}, {"status", "complete"}, {"band", "moderate"}}));
        QCOMPARE(m_site.as("nora", record).status, 2);
    }
    void anchor_isMovedWithAReason() {
        const QStringList move{"participant", "anchor",      "move",   "--participant",         "SYN-001",
                               "--anchor",    "pacuArrival", "--time", "2026-11-20T13:40+08:00"};
        QCOMPARE(m_site.as("nora", move).status, 2);
        QCOMPARE(m_site.as("nora", move + QStringList{"--reason", "delayed in theatre"}).status, 0);
    }
    void vault_isWhole_andRebuildsTheSame() {
        const Ran verified = m_site.as("ada", {"vault", "verify"});
        QVERIFY2(verified.status == 0, verified.said());
        QVERIFY(verified.object()["events"].toInt() > 10);
        QCOMPARE(verified.object()["streams"].toInt(), 2);
        const Ran rebuilt = m_site.as("ada", {"vault", "rebuild"});
        QVERIFY2(rebuilt.status == 0, rebuilt.said());
        QVERIFY(rebuilt.object()["identical"].toBool());
        QCOMPARE(rebuilt.object()["before"], rebuilt.object()["after"]);
    }
    void sealedExport_opensWithOpenssl_andVerifies() {
        QVERIFY(m_site.makeCertificate("recipient"));
        const Ran made =
            m_site.as("nora", {"export", "--participant", "SYN-001", "-o", at("out"), "--seal", at("recipient.pem")},
                      Site::today());
        QVERIFY2(made.status == 0, made.said());
        m_sealed = made.array()[0]["path"].toString();
        QVERIFY(m_sealed.endsWith(".zip.p7m"));
        m_plain = at("plain.zip");
        const Ran opened = runProgram(
            "openssl",
            {"cms", "-decrypt", "-inform", "DER", "-in", m_sealed, "-inkey", at("recipient.key"), "-out", m_plain},
            m_site.environment);
        QVERIFY2(opened.status == 0, opened.said());
        for (const Ran& ran : {verify(m_plain), verify(m_sealed, {"--key", at("recipient.key")})}) {
            QVERIFY2(ran.status == 0, ran.said());
            QVERIFY(ran.object()["deviceRegistered"].toBool());
            QCOMPARE(ran.object()["subject"].toString(), QString("SYN-001"));
            QCOMPARE(ran.object()["assessments"].toInt(), 2);
        }
    }
    void exportingTwice_givesTheSameBytes() {
        QByteArray bytes[2];
        for (QByteArray& one : bytes) {
            const Ran made =
                m_site.as("nora", {"export", "--all", "-o", at("again"), "--unsealed", "--reason", "a test of bytes"});
            QVERIFY2(made.status == 0, made.said());
            QFile file(made.array()[0]["path"].toString());
            QVERIFY(file.open(QIODevice::ReadOnly));
            one = file.readAll();
        }
        QCOMPARE(bytes[0], bytes[1]);
        QFile opened(m_plain);
        QVERIFY(opened.open(QIODevice::ReadOnly));
        QCOMPARE(opened.readAll(), bytes[0]);
    }
    void flippedByte_inAnyFile_isFound() {
        const QStringList names = unpack("unpacked");
        QVERIFY(names.size() > 5);
        QVERIFY(verify(at("unpacked")).status == 0);
        for (const QString& name : names) {
            QFile file(at("unpacked/" + name));
            QVERIFY(file.open(QIODevice::ReadWrite));
            const QByteArray whole = file.readAll();
            QByteArray flipped = whole;
            const qsizetype place = whole.size() / 2;
            flipped[place] = static_cast<char>(flipped[place] ^ 1);
            file.seek(0);
            file.write(flipped);
            file.close();
            const Ran ran = verify(at("unpacked"));
            QVERIFY2(ran.status == 1, name.toUtf8() + ": " + ran.said());
            QVERIFY2(ran.err.startsWith("error: "), ran.err);
            m_site.write("unpacked/" + name, whole);
        }
        QVERIFY(verify(at("unpacked")).status == 0);
    }
    void
    flippedByte_anywhereInTheSealedFile_isFound() { // its list of recipients, too: the signature beside it covers all
        QFile file(m_sealed);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        QVERIFY(QFile::copy(m_sealed + ".sig", at("flipped.zip.p7m.sig")));
        for (const qsizetype place : {qsizetype(60), qsizetype(200), whole.size() / 2, whole.size() - 4}) {
            QByteArray bytes = whole;
            bytes[place] = static_cast<char>(bytes[place] ^ 1);
            const Ran ran = verify(m_site.write("flipped.zip.p7m", bytes), {"--key", at("recipient.key")});
            QVERIFY2(ran.status == 1, QByteArray::number(place) + ": " + ran.said());
        }
        QCOMPARE(verify(m_site.write("flipped.zip.p7m", whole), {"--key", at("recipient.key")}).status, 0);
    }
    void deviceKey_mustBeRegistered() {
        const Bench other;
        other.write("p.txt", "correct horse battery eve");
        QVERIFY(other
                    .ctl({"vault", "init", "--vault", other.path("vault"), "--study", Site::study(), "--admin", "eve",
                          "--passphrase-file", other.path("p.txt")})
                    .status == 0);
        const Ran ran = m_site.ctl({"export", "verify", m_plain, "--device-keys", other.path("vault/device-key.json")});
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.err.contains("not registered"), ran.err);

        const Ran without = m_site.ctl({"--json", "export", "verify", m_plain});
        QCOMPARE(without.status, 0);
        QCOMPARE(without.object()["deviceRegistered"].toBool(true), false);
        QVERIFY(m_site.ctl({"export", "verify", m_plain}).out.contains("warning: "));
    }
    void whoWithdrewTheirRecords_isLeftOutOfEverybodysExport_andNamed() {
        QVERIFY(m_site.enrolOne("SYN-002", "Li Hua"));
        QCOMPARE(m_site
                     .as("nora", {"participant", "withdraw", "--participant", "SYN-002", "--from", "records", "--by",
                                  "participant"})
                     .status,
                 0);
        const Ran made =
            m_site.as("nora", {"export", "--all", "-o", at("left"), "--unsealed", "--reason", "a test of skipping"});
        QVERIFY2(made.status == 0, made.said());
        QCOMPARE(made.array().size(), 3); // one bundle, who was left out, and the merged tables
        QCOMPARE(made.array()[1]["subject"].toString(), QString("SYN-002"));
        QVERIFY(made.array()[1].toObject().contains("leftOut") && !made.array()[1].toObject().contains("path"));
        QCOMPARE(QDir(at("left")).entryList({"SYN-001_*.zip"}).size(), 1);
        QCOMPARE(QDir(at("left")).entryList({"SYN-002_*"}).size(), 0);
    }
    void disabledAccount_isRefused() {
        m_site.write("bob.txt", "correct horse battery bob");
        QCOMPARE(
            m_site.as("ada", {"account", "add", "bob", "--role", "monitor", "--new-passphrase-file", at("bob.txt")})
                .status,
            0);
        QCOMPARE(m_site.as("bob", {"worklist"}).status, 0);
        QCOMPARE(m_site.as("bob", {"export", "--all", "-o", at("out"), "--unsealed", "--reason", "curious"}).status, 3);
        const Ran twin =
            m_site.as("ada", {"account", "add", "Bob", "--role", "monitor", "--new-passphrase-file", at("bob.txt")});
        QVERIFY2(twin.status == 2 && twin.err.contains("taken"), twin.said());
        m_site.write("study.txt", "serein-demo-26");
        const Ran named =
            m_site.as("ada", {"account", "add", "eve", "--role", "monitor", "--new-passphrase-file", at("study.txt")});
        QVERIFY2(named.status == 2 && named.err.contains("guessed"), named.said()); // the study, and little else
        QCOMPARE(m_site.as("ada", {"account", "disable", "bob"}).status, 2);
        const Ran unsaid = m_site.as("ada", {"account", "disable", "bob", "--reason", " "});
        QVERIFY2(unsaid.status == 2 && unsaid.err.startsWith("error: --reason: why"), unsaid.said());
        QCOMPARE(m_site.as("bob", {"worklist"}).status, 0);
        QCOMPARE(m_site.as("ada", {"account", "disable", "bob", "--reason", "left the study"}).status, 0);
        QCOMPARE(m_site.as("bob", {"worklist"}).status, 3);
        QCOMPARE(m_site.as("ada", {"account", "disable", "ada", "--reason", "goes"}).status, 3);
    }
    void studyIsAmended_oldScoresStay() {
        QFile file(Site::study());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString newer =
            m_site.write("newer.json", file.readAll().replace(R"("version": "1.0.0")", R"("version": "1.1.0")"));
        QCOMPARE(m_site.as("nora", {"vault", "amend", "--study", newer}).status, 3);
        QCOMPARE(m_site.as("ada", {"vault", "amend", "--study", newer, "--approval", "EC 2026-118"})
                     .object()["version"]
                     .toString(),
                 QString("1.1.0"));
        QCOMPARE(m_site.as("ada", {"vault", "rebuild"}).status, 0);
        QCOMPARE(m_site.as("ada", {"vault", "verify"}).status, 0);
    }
    void otherDevice_withoutTheStateFolder_isRefused() {
        Ran ran = runProgram(
            SEREINCTL, {"vault", "verify", "--vault", at("vault"), "--user", "ada", "--passphrase-file", at("ada.txt")},
            [this] {
                QProcessEnvironment elsewhere = m_site.environment;
                elsewhere.insert("SEREIN_STATE_DIR", at("elsewhere"));
                return elsewhere;
            }());
        QVERIFY2(ran.status == 3, ran.said());
    }
};

QTEST_GUILESS_MAIN(TestVaultCli)
#include "tst_vault_cli.moc"

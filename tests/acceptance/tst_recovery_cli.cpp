// The drill: the tablet is lost or every passphrase forgotten, and the site goes on from its backup, or from the
// vault's folder, with the recovery key alone.
#include "Site.h"

using namespace serein::test;

class TestRecoveryCli : public QObject {
    Q_OBJECT
    Site m_site;

    QString at(const QString& name) const { return m_site.path(name); }
    /// A command on another device: its own state folder.
    Ran elsewhere(const QString& vault, const QString& state, const QString& user, const QStringList& command) const {
        QProcessEnvironment environment = m_site.environment;
        environment.insert("SEREIN_STATE_DIR", at(state));
        return runProgram(SEREINCTL,
                          QStringList{"--vault", at(vault), "--user", user, "--passphrase-file", at("fresh.txt"),
                                      "--at", Site::today(), "--json"} +
                              command,
                          environment);
    }
    QString backUp(const QString& stick = "stick") const {
        const Ran made = m_site.as("nora", {"vault", "backup", "-o", at(stick)}, Site::today());
        if (made.status != 0)
            qWarning() << made.said();
        return made.object()["path"].toString();
    }
    static int eventsOf(const Ran& verified) { return verified.object()["events"].toInt(); }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_site.stands() && m_site.enrolOne());
        for (const char* name : {"site", "first", "second", "third"})
            QVERIFY(m_site.makeCertificate(name));
        QCOMPARE(m_site.as("ada", {"vault", "recovery", "--cert", at("site.pem")}, Site::today()).status, 0);
        m_site.write("fresh.txt", "a fresh passphrase for another day\n");
    }
    void backupRestoredElsewhere_goesOn_andTakesInWhatTheLostTabletStillHad() {
        const QString early = backUp();
        QVERIFY(!early.isEmpty());
        const QStringList order{"vault", "restore", early, "--key", at("site.key")};
        QCOMPARE(elsewhere("b", "stateB", "nora", order).status, 3); // no administrator
        QVERIFY(!QFile::exists(at("b")));
        const Ran made = elsewhere("b", "stateB", "ada", order);
        QVERIFY2(made.status == 0, made.said());
        QCOMPARE(made.object()["waiting"].toArray(), QJsonArray{"nora"});
        QVERIFY(QFile::exists(made.object()["deviceKey"].toString()));
        QCOMPARE(elsewhere("b", "stateB", "ada", order).status, 2); // it is there already
        const Ran verified = elsewhere("b", "stateB", "ada", {"vault", "verify"});
        QVERIFY2(verified.status == 0, verified.said());
        QCOMPARE(verified.object()["devices"].toInt(), 2);
        const Ran rebuilt = elsewhere("b", "stateB", "ada", {"vault", "rebuild"});
        QVERIFY2(rebuilt.object()["identical"].toBool(), rebuilt.said());
        QCOMPARE(elsewhere("b", "stateB", "ada",
                           {"account", "passphrase", "nora", "--new-passphrase-file", at("fresh.txt"), "--reason",
                            "on another tablet"})
                     .status,
                 0);
        // Both go on.
        QVERIFY(m_site.enrolOne("SYN-002", "Zhao Liu"));
        QCOMPARE(elsewhere("b", "stateB", "nora",
                           {"participant", "enrol", "--subject", "SYN-003", "--second-identifier", "1961"})
                     .status,
                 0);
        const QString late = backUp();
        QCOMPARE(elsewhere("b", "stateB", "nora", {"vault", "merge", late, "--key", at("site.key")}).status, 3);
        const Ran merged = elsewhere("b", "stateB", "ada", {"vault", "merge", late, "--key", at("site.key")});
        QVERIFY2(merged.status == 0, merged.said());
        QCOMPARE(merged.object()["participants"].toInt(), 1);
        QStringList subjects;
        const QJsonArray listed = elsewhere("b", "stateB", "nora", {"participant", "list"}).array();
        for (const QJsonValue one : listed)
            subjects.append(one["subject"].toString());
        QCOMPARE(subjects, (QStringList{"SYN-001", "SYN-002", "SYN-003"}));
        QCOMPARE(elsewhere("b", "stateB", "ada", {"vault", "verify"}).status, 0);
        QCOMPARE(m_site.as("ada", {"vault", "verify"}, Site::today()).status, 0);
        // What B exports is proven by both devices' registered keys, as `vault devices` lists them.
        const Ran devices = elsewhere("b", "stateB", "ada", {"vault", "devices"});
        QCOMPARE(devices.array().size(), 2);
        m_site.write("devices.json", devices.out);
        QCOMPARE(elsewhere("b", "stateB", "ada", {"vault", "verify", "--device-keys", at("devices.json")}).status, 0);
        const Ran exported =
            elsewhere("b", "stateB", "nora",
                      {"export", "--participant", "SYN-002", "-o", at("out"), "--unsealed", "--reason", "the drill"});
        QVERIFY2(exported.status == 0, exported.said());
        const Ran checked = m_site.ctl({"export", "verify", exported.array()[0]["path"].toString(), "--device-keys",
                                        at("devices.json"), "--json"});
        QVERIFY2(checked.status == 0, checked.said());
        QCOMPARE(checked.object()["otherDevices"].toArray().size(), 1);
    }
    void everyPassphraseForgotten_andTheDeviceGone_isRecovered() {
        const Ran before = m_site.as("ada", {"vault", "verify"}, Site::today());
        QCOMPARE(elsewhere("vault", "stateC", "ada", {"worklist"}).status, 3); // a copied vault opens nowhere
        QCOMPARE(elsewhere("vault", "stateC", "ada", {"vault", "recover", "--key", at("first.key")}).status, 1);
        const Ran made = elsewhere("vault", "stateC", "ada", {"vault", "recover", "--key", at("site.key")});
        QVERIFY2(made.status == 0, made.said());
        const Ran after = elsewhere("vault", "stateC", "ada", {"vault", "verify"});
        QVERIFY2(after.status == 0, after.said());
        // Everything that was there; three events say what happened, then their checkpoints, and that she came in.
        QVERIFY(eventsOf(after) > eventsOf(before) + 3);
        QVERIFY2(elsewhere("vault", "stateC", "ada", {"vault", "rebuild"}).object()["identical"].toBool(), "rows");
        QVERIFY(m_site.as("ada", {"vault", "verify"}, Site::today()).status != 0); // the old device is out
    }
    void severalHolders_allAreNeeded() {
        const auto ada = [&](const QStringList& command) { return elsewhere("vault", "stateC", "ada", command); };
        const Ran named = ada({"vault", "recovery", "--cert", at("first.pem"), "--cert", at("second.pem"), "--all"});
        QVERIFY2(named.status == 0, named.said());
        QCOMPARE(named.object()["fingerprints"].toArray().size(), 2);
        const QString path = ada({"vault", "backup", "-o", at("both")}).object()["path"].toString();
        const auto opened = [&](const QStringList& keys) {
            QStringList command{"vault", "backup", "verify", path};
            for (const QString& key : keys)
                command << "--key" << at(key);
            return m_site.ctl(command).status;
        };
        QCOMPARE(opened({"first.key", "second.key"}), 0);
        QCOMPARE(opened({"second.key"}), 3);
        QCOMPARE(opened({"site.key"}), 1);
    }
    void anyTwoOfThree_oneWhereTheyAre() {
        const auto ada = [&](const QStringList& command) { return elsewhere("vault", "stateC", "ada", command); };
        const QStringList naming{"vault",  "recovery",       "--cert", at("first.pem"),
                                 "--cert", at("second.pem"), "--cert", at("third.pem")};
        for (const char* wrong : {"1", "256", "two"})
            QCOMPARE(ada(naming + QStringList{"--needed", wrong}).status, 2);
        const Ran tooMany = ada(naming + QStringList{"--needed", "4"});
        QCOMPARE(tooMany.status, 2);
        QCOMPARE(tooMany.err, QByteArray("error: --needed: 4 holders cannot be needed where 3 are named\n"));
        QCOMPARE(ada(naming + QStringList{"--needed", "2", "--all"}).status, 2);
        const Ran named = ada(naming + QStringList{"--needed", "2"});
        QVERIFY2(named.status == 0, named.said());
        QCOMPARE(named.object()["needed"].toInt(), 2);
        const QString path = ada({"vault", "backup", "-o", at("shared")}).object()["path"].toString();
        const auto opened = [&](const QStringList& keys) {
            QStringList command{"vault", "backup", "verify", path};
            for (const QString& key : keys)
                command << "--key" << at(key);
            return m_site.ctl(command);
        };
        for (const QStringList& pair : {QStringList{"first.key", "second.key"}, QStringList{"third.key", "first.key"},
                                        QStringList{"second.key", "third.key"}})
            QCOMPARE(opened(pair).status, 0);
        QCOMPARE(opened({"second.key"}).status, 3);
        // The third opens their share where they are, with openssl, and sends it.
        QFile file(path + "/backup.p7m");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray line = file.readLine();
        const QJsonArray shares = QJsonDocument::fromJson(line.mid(line.indexOf(' ')))["shares"].toArray();
        m_site.write("third.share.p7m", QByteArray::fromBase64(shares[2]["sealed"].toString().toLatin1()));
        const Ran decrypted = runProgram("openssl",
                                         {"cms", "-decrypt", "-inform", "DER", "-binary", "-in", at("third.share.p7m"),
                                          "-inkey", at("third.key"), "-out", at("third.share")},
                                         m_site.environment);
        QVERIFY2(decrypted.status == 0, decrypted.said());
        QCOMPARE(opened({"third.share"}).status, 3);
        QCOMPARE(opened({"third.share", "first.key"}).status, 0);
    }
    void rekeyed_passphrasesStay() {
        const Ran made = elsewhere("vault", "stateC", "ada", {"vault", "rekey"});
        QVERIFY2(made.status == 0, made.said());
        QCOMPARE(elsewhere("vault", "stateC", "ada", {"vault", "verify"}).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestRecoveryCli)
#include "tst_recovery_cli.moc"

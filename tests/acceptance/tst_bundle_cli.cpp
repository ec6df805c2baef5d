// A bundle on a monitor's laptop: every command that reads says of it what it says of the vault, and none writes.
#include "Site.h"

#include <QDir>

using namespace serein::test;

class TestBundleCli : public QObject {
    Q_OBJECT
    std::unique_ptr<Site> m_site;
    QString m_bundle;

    [[nodiscard]] Ran inVault(const QStringList& command) const { return m_site->as("nora", command); }
    /// On another machine: without the vault and its state.
    [[nodiscard]] Ran inBundle(const QStringList& command, const QStringList& more = {}) const {
        Bench laptop;
        const Ran ran = laptop.ctl(QStringList{"--bundle", m_bundle, "--bundle-device-keys",
                                               m_site->path("vault/device-key.json"), "--at", Site::now, "--json"} +
                                   more + command);
        if (QDir(laptop.path("state")).exists())
            qFatal("reading a bundle leaves nothing on the laptop");
        return ran;
    }
    [[nodiscard]] QString exported(const QStringList& how) {
        const Ran ran = m_site->as(
            "nora",
            QStringList{"export", "--participant", "SYN-001", "--audience", "full", "-o", m_site->path("out")} + how,
            how.contains("--seal") ? Site::today() : QString(Site::now));
        if (ran.status != 0)
            qWarning() << ran.said();
        return ran.array()[0]["path"].toString();
    }

private Q_SLOTS:
    void initTestCase() {
        m_site = std::make_unique<Site>();
        QVERIFY(m_site->stands() && m_site->enrolOne());
        const Ran alerting =
            inVault({"record", "--participant", "SYN-001", "--timepoint", "BL", "--instrument", "phq9", "--answers",
                     m_site->write("phq9.json", R"({"q1":2,"q2":1,"q3":0,"q4":3,"q5":0,"q6":0,"q7":0,"q8":0,"q9":1})"),
                     "--mode", "interview"});
        QVERIFY2(alerting.status == 0, alerting.said());
        m_bundle = exported({"--unsealed", "--reason", "monitoring"});
        QVERIFY(QFile::exists(m_bundle));
    }
    void record_isThatOfTheVault() {
        const QStringList show{"participant", "show", "--participant", "SYN-001"};
        const Ran expected = inVault(show);
        const Ran found = inBundle(show);
        QVERIFY2(expected.status == 0, expected.said());
        QVERIFY2(found.status == 0, found.said());
        QCOMPARE(found.out, expected.out);
        const QJsonObject record = found.object();
        QCOMPARE(record["anchors"]["incision"].toString(), "2026-11-20T09:00:00.000+08:00");
        QCOMPARE(record["assessments"].toArray().size(), 2);
        QCOMPARE(record["assessments"][0]["instrument"].toString(), "phq9");
        QCOMPARE(record["assessments"][0]["scores"]["total"]["value"].toInt(), 7); // 2+1+0+3+0+0+0+0+1
        QCOMPARE(record["assessments"][1]["answers"]["movement"]["value"].toInt(), 6);
        QCOMPARE(record["alerts"].toArray().size(), 1);
        QCOMPARE(record["alerts"][0]["item"].toString(), "q9");
        QCOMPARE(record["plan"].toArray().size(), 7);
    }
    void lists_areThoseOfTheVault() {
        for (const QStringList& list : {QStringList{"participant", "list"}, QStringList{"worklist"}}) {
            const Ran found = inBundle(list);
            QVERIFY2(found.status == 0 && !found.array().isEmpty(), found.said());
            QCOMPARE(found.out, inVault(list).out);
        }
    }
    void auditTrail_isThatOfTheVault_withoutIdentity() {
        const QStringList audit{"audit", "--participant", "SYN-001", "--last", "1000"};
        const QJsonArray expected = inVault(audit).array();
        const QJsonArray found = inBundle(audit).array();
        QVERIFY(found.size() > 10);
        QCOMPARE(found.size(), expected.size());
        for (qsizetype i = 0; i < found.size(); ++i)
            if (found[i]["kind"].toString() != "identified")
                QCOMPARE(found[i].toObject(), expected[i].toObject());
        QVERIFY(!QJsonDocument(found).toJson().contains("Wang Xiaoming"));
    }
    void whatWouldWrite_isRefused_andNothingChanges() {
        const QByteArray before = folderHash(m_site->path("out"));
        for (const QStringList& command :
             {QStringList{"participant", "anchor", "set", "--participant", "SYN-001", "--anchor", "discharge", "--time",
                          Site::now},
              QStringList{"participant", "enrol", "--subject", "SYN-002"},
              QStringList{"participant", "missed", "--participant", "SYN-001", "--timepoint", "POD1", "--reason",
                          "asleep"},
              QStringList{"account", "disable", "nora", "--reason", "left"},
              QStringList{"export", "--all", "--unsealed", "--reason", "on", "-o", m_site->path("out")}}) {
            const Ran ran = inBundle(command);
            QVERIFY2(ran.status == 3, command.join(' ').toUtf8() + '\n' + ran.said());
            QVERIFY2(ran.err.endsWith("error: an export that was opened to be read takes nothing in\n"), ran.said());
        }
        QCOMPARE(folderHash(m_site->path("out")), before);
    }
    void saysWhatIsRead_andWhatVouchesForIt() {
        const Ran held = inBundle({"participant", "list"});
        QVERIFY2(held.err.startsWith("read only: bundle "), held.said());
        QVERIFY2(held.err.contains(" of SYN-001 (full), vouched for at 2026-11-20T14:00:00.000+08:00\n"), held.said());
        QVERIFY(!held.err.contains("warning"));
        Bench laptop;
        const Ran unheld = laptop.ctl({"--bundle", m_bundle, "participant", "list"});
        QCOMPARE(unheld.status, 0);
        QVERIFY2(unheld.err.contains("warning: device "), unheld.said());
    }
    void sealed_needsItsKey() {
        QVERIFY(m_site->makeCertificate("monitor"));
        const QString sealed = exported({"--seal", m_site->path("monitor.pem")});
        Bench laptop;
        const QStringList list{"--bundle", sealed, "participant", "list", "--json"};
        const Ran without = laptop.ctl(list);
        QCOMPARE(without.status, 2);
        QVERIFY2(without.err.contains("private key"), without.said());
        const Ran with = laptop.ctl(list + QStringList{"--bundle-key", m_site->path("monitor.key")});
        QCOMPARE(with.status, 0);
        QCOMPARE(with.array()[0]["subject"].toString(), "SYN-001");
    }
    void changed_isNotOpened() {
        QFile whole(m_bundle);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QByteArray bytes = whole.readAll();
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        Bench laptop;
        const Ran ran = laptop.ctl({"--bundle", laptop.write("changed.zip", bytes), "participant", "list"});
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.out, QByteArray());
    }
    void bundleAndVault_areNotNamedTogether() {
        const Ran ran = inVault({"participant", "list", "--bundle", m_bundle});
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.err.startsWith("error: name either --bundle"), ran.said());
    }
};

QTEST_GUILESS_MAIN(TestBundleCli)
#include "tst_bundle_cli.moc"

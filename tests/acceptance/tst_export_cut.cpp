// An export that is killed, or finds the disk full, at any byte: nothing partial stands under the final name, and the
// ledger says what became of it. The limit on a file's size is the system's: its signal kills, or (ignored) the write
// fails. SEREIN_KILLS sets how often it is also killed at a random moment (10 unless told).
#include "Programs.h"
#include "core/Json.h"
#include "unit/crypto/Certificates.h"

#include <QDir>
#include <QRandomGenerator>
#include <csignal>
#include <sys/resource.h>

using namespace serein;
using namespace serein::test;

class TestExportCut : public QObject {
    Q_OBJECT
    static constexpr auto now = "2026-11-20T14:00:00+08:00";
    std::unique_ptr<Bench> m_bench;
    bool m_seals = false;

    [[nodiscard]] QStringList command(const QStringList& words) const {
        return QStringList{"--vault",
                           m_bench->path("demo/vault"),
                           "--user",
                           "demo",
                           "--passphrase-file",
                           m_bench->path("demo/passphrase.txt"),
                           "--at",
                           now,
                           "--json"} +
               words;
    }
    [[nodiscard]] QStringList exporting(const QStringList& more = {"--participant", "SYN-003"}) const {
        const QStringList how =
            m_seals ? QStringList{"--seal", m_bench->path("site.pem")} : QStringList{"--unsealed", "--reason", "cut"};
        return command(QStringList{"export"} + more + how +
                       QStringList{"--audience", "full", "-o", m_bench->path("out")});
    }
    /// With no file larger than that.
    [[nodiscard]] Ran exportUnder(qint64 bytes, void (*onSignal)(int)) const {
        QProcess process;
        process.setProcessEnvironment(m_bench->environment);
        process.setChildProcessModifier([bytes, onSignal] {
            const rlimit most{static_cast<rlim_t>(bytes), static_cast<rlim_t>(bytes)};
            ::setrlimit(RLIMIT_FSIZE, &most);
            std::signal(SIGXFSZ, onSignal);
        });
        process.start(SEREINCTL, exporting());
        if (!process.waitForFinished(120'000))
            process.kill();
        const bool ended = process.exitStatus() == QProcess::NormalExit;
        return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    [[nodiscard]] QStringList inFolder(const QStringList& patterns) const {
        return QDir(m_bench->path("out")).entryList(patterns, QDir::Files);
    }
    struct Trail {
        QStringList begun;
        QStringList exported;
        QStringList failed;
    };
    /// What the audit trail says of exports, oldest first.
    [[nodiscard]] Trail trail() const {
        Trail trail;
        const Ran ran = m_bench->ctl(command({"audit", "--kind", "tablet", "--last", "100000"}));
        for (const QJsonValue one : ran.array()) {
            const QString kind = one[QLatin1String("kind")].toString();
            const QString what = one[QLatin1String("what")].toString();
            if (kind == QLatin1String("exportBegun"))
                trail.begun += what;
            else if (kind == QLatin1String("exported"))
                trail.exported += what;
            else if (kind == QLatin1String("exportFailed"))
                trail.failed += what;
        }
        return trail;
    }
    [[nodiscard]] Ran verify(const QString& name) const {
        return m_bench->ctl({"export", "verify", m_bench->path("out/") + name, "--device-keys",
                             m_bench->path("demo/vault/device-key.json"), "--key", m_bench->path("site.key"),
                             "--json"});
    }
    static void sizes() {
        QTest::addColumn<bool>("sealed");
        QTest::addColumn<qint64>("bytes"); // the bundle has more than 1.1 MB
        for (const qint64 bytes : {500'000, 650'000, 800'000, 950'000, 1'100'000})
            QTest::addRow("%lld bytes", static_cast<long long>(bytes)) << false << bytes;
        for (const qint64 bytes : {650'000, 1'100'000})
            QTest::addRow("%lld bytes, sealed", static_cast<long long>(bytes)) << true << bytes;
    }

private Q_SLOTS:
    void init() {
        m_bench = std::make_unique<Bench>();
        m_bench->environment.insert("SEREIN_STATE_DIR", m_bench->path("demo/state"));
        const Ran made = m_bench->ctl({"demo", m_bench->path("demo"), "--participants", "3", "--at", now});
        QVERIFY2(made.status == 0, made.said());
        const TestCertificate site = makeCertificate({.algorithm = CertificateWish::Algorithm::Ec, .bits = 256});
        QVERIFY(writeFile(m_bench->path("site.pem"), site.certificatePem) &&
                writeFile(m_bench->path("site.key"), site.privateKeyPem));
        m_seals = false;
    }
    void killedAtAByte_nothingIsUnderTheName_andTheLedgerSaysSo_data() { sizes(); }
    void killedAtAByte_nothingIsUnderTheName_andTheLedgerSaysSo() {
        QFETCH(bool, sealed);
        QFETCH(qint64, bytes);
        m_seals = sealed;
        QCOMPARE(exportUnder(bytes, SIG_DFL).status, -1);
        QCOMPARE(inFolder({"*.zip", "*.p7m", "*.sig"}), QStringList());
        QVERIFY(!inFolder({"*.part"}).isEmpty()); // it was killed while it wrote
        const Trail after = trail();
        QCOMPARE(after.begun.size(), 1);
        QVERIFY(after.begun.constFirst().startsWith("Export begun, of SYN-003 (full), "));
        QCOMPARE(after.begun.constFirst().endsWith("not sealed"), !sealed);
        QCOMPARE(after.exported, QStringList());
        QCOMPARE(after.failed, QStringList{"Export cut short, of SYN-003 (full): the program ended in the middle of "
                                           "it; a whole file may have been written"});
        QCOMPARE(trail().failed.size(), 1); // said once
        const Ran again = m_bench->ctl(exporting());
        QVERIFY2(again.status == 0, again.said());
        QCOMPARE(inFolder({"*.part"}), QStringList());
        const QStringList bundles = inFolder({sealed ? "*.zip.p7m" : "*.zip"});
        QCOMPARE(bundles.size(), 1);
        const Ran whole = verify(bundles.constFirst());
        QVERIFY2(whole.status == 0, whole.said());
    }
    void diskFullAtAByte_isSaid_andNothingIsLeft_data() { sizes(); }
    void diskFullAtAByte_isSaid_andNothingIsLeft() {
        QFETCH(bool, sealed);
        QFETCH(qint64, bytes);
        m_seals = sealed;
        const Ran ran = exportUnder(bytes, SIG_IGN);
        QCOMPARE(ran.status, 2);
        QCOMPARE(ran.err.count('\n'), 1);
        QVERIFY2(ran.err.startsWith("error: " + m_bench->path("out/SYN-003_").toUtf8()), ran.said());
        QVERIFY2(ran.err.trimmed().endsWith(sealed ? ".zip.p7m: cannot be written: File too large"
                                                   : ".zip: cannot be written: File too large"),
                 ran.said());
        QVERIFY(!QDir(m_bench->path("out")).exists()); // it was made for this alone
        const Trail after = trail();
        QCOMPARE(after.begun.size(), 1);
        QCOMPARE(after.exported, QStringList());
        QCOMPARE(after.failed, QStringList{"Export failed, of SYN-003 (full): the file could not be written. Nothing "
                                           "was written."});
    }
    void whatStoodThereBefore_staysWhole() {
        QCOMPARE(m_bench->ctl(exporting()).status, 0);
        const QByteArray before = folderHash(m_bench->path("out"));
        QCOMPARE(exportUnder(800'000, SIG_IGN).status, 2);
        QCOMPARE(folderHash(m_bench->path("out")), before);
        QCOMPARE(exportUnder(800'000, SIG_DFL).status, -1);
        QCOMPARE(verify(inFolder({"*.zip"}).constFirst()).status, 0);
    }
    void fullDisk_isRefusedBeforeAByteIsWritten() {
        QVERIFY(QDir().mkpath(m_bench->path("out")));
        const QString script = "mount -t tmpfs -o size=400k none \"$0\" || exit 77; \"$@\"; s=$?; "
                               "test -z \"$(ls -A \"$0\")\" || exit 78; exit $s";
        const Ran ran =
            runProgram("unshare", QStringList{"-rm", "sh", "-c", script, m_bench->path("out"), SEREINCTL} + exporting(),
                       m_bench->environment);
        if (ran.status == -1 || ran.status == 1 || ran.status == 77)
            QSKIP("this system lets nobody mount a small disk");
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.err.contains("there is too little room"), ran.said());
        QCOMPARE(ran.err.count('\n'), 1);
        QCOMPARE(trail().failed,
                 QStringList{"Export failed, of SYN-003 (full): there was too little room. Nothing was written."});
    }
    void killedAtARandomMoment_whatStandsThereIsWhole_andEveryBeginningHasAnEnd() {
        const int asked = qEnvironmentVariableIntValue("SEREIN_KILLS");
        for (int kill = 0; kill < (asked > 0 ? asked : 10); ++kill) {
            QProcess process;
            process.setProcessEnvironment(m_bench->environment);
            process.start(SEREINCTL, exporting({"--all", "--format", "csv"}));
            QVERIFY(process.waitForStarted());
            process.waitForFinished(QRandomGenerator::global()->bounded(50, 1500));
            process.kill();
            process.waitForFinished();
            const Trail after = trail();
            QCOMPARE(after.begun.size(), after.exported.size() + after.failed.size());
            for (const QString& bundle : inFolder({"*.zip"})) {
                QVERIFY(!inFolder({bundle + ".sig"}).isEmpty());
                const bool ofAll = bundle.startsWith("demo_"); // replayed from all the others, if they came so far
                QVERIFY2(ofAll || verify(bundle).status == 0, qPrintable(bundle));
            }
        }
        QCOMPARE(m_bench->ctl(exporting({"--all", "--format", "csv"})).status, 0);
        QCOMPARE(inFolder({"*.part"}), QStringList());
        QCOMPARE(inFolder({"*.zip"}).size(), 4);
        for (const QString& bundle : inFolder({"*.zip"}))
            QCOMPARE(verify(bundle).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestExportCut)
#include "tst_export_cut.moc"

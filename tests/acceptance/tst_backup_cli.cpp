// Backups from the command line: sealed to a certificate that openssl made, opened with its key alone.
#include "Site.h"

using namespace serein::test;

class TestBackupCli : public QObject {
    Q_OBJECT
    Site m_site;

    QString at(const QString& name) const { return m_site.path(name); }
    Ran backUp(const QStringList& more = {}) const {
        return m_site.as("nora", QStringList{"vault", "backup", "-o", at("stick")} + more, Site::today());
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_site.stands());
        QVERIFY(m_site.makeCertificate("site"));
        QVERIFY(m_site.makeCertificate("stranger"));
    }
    void withoutCertificate_nothingIsBackedUp() {
        const Ran ran = backUp();
        QCOMPARE(ran.status, 3);
        QVERIFY2(ran.err.contains("recovery certificate"), ran.said());
        QVERIFY(!QFile::exists(at("stick")));
    }
    void certificate_isNamedByAnAdministrator() {
        QCOMPARE(m_site.as("nora", {"vault", "recovery", "--cert", at("site.pem")}, Site::today()).status, 3);
        QCOMPARE(m_site.as("ada", {"vault", "recovery", "--cert", at("ada.txt")}, Site::today()).status, 2);
        const Ran named = m_site.as("ada", {"vault", "recovery", "--cert", at("site.pem")}, Site::today());
        QVERIFY2(named.status == 0, named.said());
        const Ran openssl =
            runProgram("openssl", {"x509", "-in", at("site.pem"), "-outform", "DER"}, m_site.environment);
        QCOMPARE(named.object()["fingerprint"].toString().toLatin1(),
                 QCryptographicHash::hash(openssl.out, QCryptographicHash::Sha256).toHex());
    }
    void backup_isVerifiedWithTheKey() {
        const Ran made = backUp();
        QVERIFY2(made.status == 0, made.said());
        const QString path = made.object()["path"].toString();
        const Ran found = m_site.ctl({"vault", "backup", "verify", path, "--key", at("site.key"), "--json"});
        QVERIFY2(found.status == 0, found.said());
        QCOMPARE(found.object()["events"], made.object()["events"]);
        QCOMPARE(m_site.ctl({"vault", "backup", "verify", path, "--key", at("stranger.key")}).status, 1);
        QCOMPARE(m_site.ctl({"vault", "backup", "verify", at("stick"), "--key", at("site.key")}).status, 2);
        const Ran sealed = runProgram(
            "openssl", {"cms", "-decrypt", "-inform", "DER", "-in", path + "/backup.p7m", "-inkey", at("site.key")},
            m_site.environment);
        QCOMPARE(sealed.object()["manifest"]["backup"].toString(), QString());
        QCOMPARE(sealed.object()["manifest"]["id"].toString(), made.object()["backup"].toString());
        QFile copy(path + "/serein.db");
        QVERIFY(copy.open(QIODevice::ReadWrite) && copy.seek(copy.size() / 2));
        const QByteArray byte = copy.peek(1);
        QCOMPARE(copy.write(QByteArray(1, static_cast<char>(byte[0] ^ 1))), 1);
        copy.close();
        const Ran broken = m_site.ctl({"vault", "backup", "verify", path, "--key", at("site.key")});
        QCOMPARE(broken.status, 1);
        QVERIFY2(broken.err.contains("serein.db"), broken.said());
    }
    void keep_removesTheOldest() {
        QCOMPARE(backUp({"--keep", "0"}).status, 2);
        QCOMPARE(backUp({"--keep", "2"}).status, 0);
        const Ran last = backUp({"--keep", "2"});
        QVERIFY2(last.status == 0, last.said());
        const QDir folder(QFileInfo(last.object()["path"].toString()).path());
        QCOMPARE(folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
    }
    void passphrase_isChangedByItsOwner_orReplacedByAnAdministrator() {
        m_site.write("next.txt", "a morning without alarms\n");
        QCOMPARE(m_site.as("nora", {"account", "passphrase", "--new-passphrase-file", at("next.txt")}).status, 0);
        QCOMPARE(m_site.as("nora", {"worklist"}).status, 3); // the old one
        m_site.write("nora.txt", "a morning without alarms\n");
        QCOMPARE(m_site.as("nora", {"worklist"}).status, 0);
        QCOMPARE(
            m_site
                .as("nora", {"account", "passphrase", "ada", "--new-passphrase-file", at("next.txt"), "--reason", "x"})
                .status,
            3);
        m_site.write("given.txt", "given by ada this noon\n");
        const Ran unsaid =
            m_site.as("ada", {"account", "passphrase", "nora", "--new-passphrase-file", at("given.txt")});
        QVERIFY2(unsaid.status == 2 && unsaid.err.startsWith("error: --reason: why nora"), unsaid.said());
        QCOMPARE(m_site
                     .as("ada", {"account", "passphrase", "nora", "--new-passphrase-file", at("given.txt"), "--reason",
                                 "forgot hers"})
                     .status,
                 0);
        m_site.write("nora.txt", "given by ada this noon\n");
        QCOMPARE(m_site.as("nora", {"worklist"}).status, 0);
        m_site.write("short.txt", "short\n");
        QCOMPARE(m_site.as("nora", {"account", "passphrase", "--new-passphrase-file", at("short.txt")}).status, 2);
    }
    void amendment_needsApproval() {
        QFile file(Site::study());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString newer =
            m_site.write("newer.json", file.readAll().replace(R"("version": "1.0.0")", R"("version": "1.2.0")"));
        const Ran without = m_site.as("ada", {"vault", "amend", "--study", newer});
        QCOMPARE(without.status, 2);
        QVERIFY2(without.err.contains("--approval"), without.said());
        QCOMPARE(m_site.as("ada", {"vault", "amend", "--study", newer, "--approval", "EC 2026-118"}).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestBackupCli)
#include "tst_backup_cli.moc"

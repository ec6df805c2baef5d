// A merge that is killed while it writes: all of it is there or nothing, and this device never vouched for more than
// its ledger holds. The program kills itself at the n-th write into a database, so that every moment can be chosen.
#include "desk/Administration.h"
#include "support/TestVault.h"
#include "unit/crypto/Certificates.h"
#include "vault/NewDevice.h"

#include <QCoreApplication>
#include <QProcess>
#include <csignal>
#include <sys/syscall.h>
#include <unistd.h>

using namespace serein;
using namespace serein::test;

namespace {
int writes = 0;
int fatalWrite = 0; ///< 0: none
} // namespace

/// In place of the C library's, which SQLCipher writes with.
extern "C" ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t offset) {
    if (++writes == fatalWrite)
        std::raise(SIGKILL);
    return syscall(SYS_pwrite64, file, bytes, count, offset);
}

namespace {

const vault::Actor anna{"anna", "administrator"};
const QByteArray fresh = "a fresh passphrase for another day";
const auto now = QStringLiteral("2026-11-20T15:00+08:00");

/// FOLDER STATE BACKUP KEY NTH: merges, and says how often it wrote.
int mergeAndDie(const QStringList& told) {
    const FixedClock clock(*parseInstant(now));
    const auto vault = vault::Vault::unlock({told[0], told[1]}, "anna", crypto::Secret(passphrase), clock);
    if (!vault)
        return 2;
    writes = 0;
    fatalWrite = told[4].toInt();
    const auto merged = desk::Administration(**vault).merge(told[2], {*readFile(told[3])});
    fatalWrite = 0;
    printf("%d\n", writes);
    return merged ? 0 : 1;
}

bool copyFolder(const QString& from, const QString& to) {
    QProcess copying;
    copying.start("cp", {"-a", from, to});
    return copying.waitForFinished() && copying.exitCode() == 0;
}

} // namespace

class TestKilledMerge : public QObject {
    Q_OBJECT

    TestVault m_a;
    QUuid m_participant;
    QTemporaryDir m_room;
    QString m_backup;

    /// The status of the child, which works on a copy of A in `to`; how often it wrote.
    std::pair<bool, int> merge(const QString& to, int fatal) const {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {"merge", to + "/vault", to + "/state", m_backup,
                                                              m_room.filePath("site.key"), QString::number(fatal)});
        if (!child.waitForFinished(120'000))
            child.kill();
        const bool ended = child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0;
        return {ended, child.readAllStandardOutput().trimmed().toInt()};
    }
    [[nodiscard]] QString copyOfA(int number) const {
        const QString to = m_room.filePath(QString::number(number));
        if (!copyFolder(m_a.folder.path(), to))
            qFatal("no copy");
        return to;
    }

private Q_SLOTS:
    void initTestCase() {
        // B is restored from A, and writes on; A knows B by an earlier merge.
        CertificateWish wish;
        wish.algorithm = CertificateWish::Algorithm::Ec;
        wish.bits = 256;
        const TestCertificate site = makeCertificate(wish);
        QVERIFY(writeFile(m_room.filePath("site.key"), site.privateKeyPem));
        const auto certificate = crypto::readCertificate(site.certificatePem, m_a.clock.now());
        VERIFY_DONE(m_a.vault->nameRecovery({{*certificate}, false}, anna));
        m_participant = m_a.enrol();
        const auto first = vault::backUp(*m_a.vault, {m_room.filePath("."), 7}, anna);
        VERIFY_DONE(first);
        const vault::Place placeOfB{m_room.filePath("b/vault"), m_room.filePath("b/state")};
        m_a.clock.advance(std::chrono::hours(1));
        VERIFY_DONE(vault::restore(
            placeOfB, {first->path, {site.privateKeyPem}, {"anna", crypto::Secret(fresh), cheap}}, m_a.clock));
        auto b = vault::Vault::unlock(placeOfB, "anna", crypto::Secret(fresh), m_a.clock);
        VERIFY_DONE(b);
        const QTemporaryDir known;
        const auto introducing = vault::backUp(**b, {known.path(), 7}, anna);
        VERIFY_DONE(introducing);
        VERIFY_DONE(desk::Administration(*m_a.vault)
                        .merge(introducing->path, {site.privateKeyPem}, {{(*b)->device(), (*b)->devicePublicKey()}}));
        VERIFY_DONE((*b)->append(m_participant, {{ledger::Noted{"written on B"}}}, anna));
        VERIFY_DONE((*b)->append(m_participant, {{ledger::AnchorSet{"consent", m_a.clock.now()}}}, anna));
        m_a.clock.advance(std::chrono::minutes(1));
        const auto made = vault::backUp(**b, {m_room.filePath("."), 7}, anna);
        VERIFY_DONE(made);
        m_backup = made->path;
        m_a.vault.reset();
    }
    void killedAtAnyWrite_allOrNothingIsThere_andTheWitnessHolds() {
        const auto [whole, total] = merge(copyOfA(0), 0);
        QVERIFY(whole);
        QVERIFY(total > 10);
        QSet<int> moments;
        for (int part = 1; part <= 12; ++part)
            moments.insert(total * part / 12);
        int nothing = 0;
        for (const int moment : std::as_const(moments)) {
            const QString to = copyOfA(moment);
            QVERIFY(!merge(to, moment).first);
            FixedClock clock(*parseInstant("2026-11-20T16:00+08:00"));
            const vault::Place place{to + "/vault", to + "/state"};
            const auto opened = vault::Vault::unlock(place, "anna", crypto::Secret(passphrase), clock);
            VERIFY_DONE(opened);
            const auto said = (*opened)->events(ledger::deviceStream);
            VERIFY_DONE(said);
            qsizetype merges = 0;
            for (const ledger::Event& event : *said) {
                QVERIFY2(!std::holds_alternative<ledger::WitnessFailed>(event.fact), "the witness ran ahead");
                merges += std::holds_alternative<ledger::Merged>(event.fact) ? 1 : 0;
            }
            VERIFY_DONE((*opened)->verify());
            VERIFY_DONE((*opened)->verifyProjections());
            const auto notes = (*(*opened)->participant(m_participant))->notes.size();
            QCOMPARE(notes, merges - 1); // the one that introduced B brought none
            nothing += notes == 0 ? 1 : 0;
            VERIFY_DONE(desk::Administration(**opened).merge(m_backup, {*readFile(m_room.filePath("site.key"))}));
            QCOMPARE((*(*opened)->participant(m_participant))->notes.size(), 1);
            VERIFY_DONE((*opened)->verify());
        }
        QVERIFY(nothing > 0);
    }
};

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    if (const QStringList told = QCoreApplication::arguments(); told.value(1) == QLatin1String("merge"))
        return mergeAndDie(told.mid(2));
    TestKilledMerge test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killed_merge.moc"

// Nothing that was typed in comes to the disk in plaintext: markers are planted as answers, identity, note and
// passphrase, then every byte that was left anywhere is searched.
#include "Site.h"
#include "vault/Database.h"
#include "vault/ParticipantKeys.h"
#include "vault/Vault.h"
#include "vault/VaultFile.h"

#include <sys/inotify.h>
#include <unistd.h>

using namespace serein::test;
using namespace serein;

class TestNoPlaintext : public QObject {
    Q_OBJECT
    const Site m_site;
    const QList<QByteArray> m_markers{"MARKER-ANSWER-91cf",       "MARKER-NAME-5e77", "MARKER-PHONE-d3a0",
                                      "MARKER-RECORD-44be",       "MARKER-NOTE-08f2", "correct horse battery nora",
                                      "correct horse battery ada"};
    QByteArray m_said; ///< all that the programs printed

    Ran as(const QString& name, const QStringList& command) {
        Ran ran = m_site.as(name, command);
        m_said += ran.out + ran.err;
        return ran;
    }
    /// The markers that these bytes hold, in UTF-8 or UTF-16.
    static QByteArrayList found(const QByteArray& bytes, const QList<QByteArray>& markers) {
        QByteArrayList hits;
        for (const QByteArray& marker : markers) {
            const QString wide = QString::fromUtf8(marker);
            if (bytes.contains(marker) ||
                bytes.contains(QByteArray(reinterpret_cast<const char*>(wide.utf16()), wide.size() * 2)))
                hits.append(marker);
        }
        return hits;
    }
    QByteArrayList foundIn(const QString& folder) const {
        QByteArrayList hits;
        for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                for (const QByteArray& hit : found(file.readAll(), m_markers))
                    hits.append(file.fileName().toUtf8() + ": " + hit);
        }
        return hits;
    }

    /// Every key of the closed vault: the device secret, the database's, the classes', the device's own, those of free
    /// texts, and each participant's.
    QList<QByteArray> keys() const {
        const SystemClock clock;
        const vault::Place place{m_site.path("vault"), m_site.path("state")};
        const auto unlocking = vault::Vault::derive(place, "ada", crypto::Secret("correct horse battery ada"), clock);
        const auto locked = vault::Vault::inspect(place);
        if (!unlocking || !locked)
            qFatal("the vault does not open");
        QList<QByteArray> all{unlocking->databaseKey.view().toByteArray(),
                              unlocking->databaseKey.view().toByteArray().toHex()};
        const auto device = account::DeviceFolder::open(place.state, locked->vault);
        all += device->secret().view().toByteArray();
        const auto ofParticipants =
            vault::ParticipantKeys::read(vault::participantKeysPath(place.folder), unlocking->databaseKey);
        for (const auto& [name, key] : ofParticipants->all())
            all += key.view().toByteArray();
        const auto database = vault::Database::open(vault::databasePath(place.folder), unlocking->databaseKey);
        for (const char* rows : {"SELECT value FROM secrets WHERE length(value)=32", "SELECT key FROM text_keys"}) {
            auto one = (*database)->prepare(rows);
            while (*one->step())
                all += one->blob(0);
        }
        // Two each of two participants; two classes, what the device signs with; why it was declined, and the note.
        if (all.size() < 3 + 4 + 3 + 2)
            qFatal("only %lld keys were found", static_cast<long long>(all.size()));
        return all;
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_site.stands());
        QVERIFY(m_site.enrolOne());
        const Ran enrolled = as("nora", {"participant", "enrol", "--subject", "SYN-002", "--language", "en",
                                         "--second-identifier", "1948", "--name", "MARKER-NAME-5e77", "--phone",
                                         "MARKER-PHONE-d3a0", "--record-number", "MARKER-RECORD-44be"});
        QVERIFY2(enrolled.status == 0, enrolled.said());
        const Ran consented = as("nora", {"participant", "anchor", "set", "--participant", "SYN-002", "--anchor",
                                          "consent", "--time", Site::now});
        QVERIFY2(consented.status == 0, consented.said());
        const QString answers =
            m_site.write("declined.json", R"({"q1": {"declined": true, "reason": "MARKER-ANSWER-91cf"}})");
        const Ran recorded = as("nora", {"record", "--participant", "SYN-002", "--timepoint", "BL", "--instrument",
                                         "nrs-sleep", "--answers", answers, "--mode", "interview"});
        QVERIFY2(recorded.status == 0, recorded.said());
    }
    void lockedProcess_holdsNothing() {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("the sanitizer brings its own allocator");
#endif
        QProcess process;
        process.setProcessEnvironment(m_site.environment);
        process.start(LOCKED_PROCESS, {m_site.path("vault"), m_site.path("state"), "nora", m_site.path("nora.txt"),
                                       m_site.write("note.txt", QByteArray("MARKER-NOTE-08f2 ").repeated(12))});
        QVERIFY(process.waitForReadyRead(60000));
        const QByteArray said = process.readAll();
        QVERIFY2(said.startsWith("locked"), said);
        m_said += said;
        const QString core = m_site.path("core");
        const Ran dumped = runProgram(
            "gdb", {"--batch", "-p", QString::number(process.processId()), "-ex", "gcore " + core}, m_site.environment);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(30000));
        if (dumped.status != 0 || !QFile::exists(core))
            QSKIP("no gdb here, or it may not attach");
        QFile file(core);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains(m_site.path("vault").toUtf8())); // its arguments: it is that program's memory
        QCOMPARE(found(bytes, m_markers + keys()), QByteArrayList());
        file.close();
        QVERIFY(QFile::remove(core));
    }
    /// Without a debugger: it searches itself. What this can't cover: memory of the kernel (page cache, the terminal, a
    /// keyboard's buffers), registers, what was swapped out before, and what Qt's own text field held while it was
    /// typed in (this program has no screen).
    void lockedProcess_searchesItself_andFindsNothing() {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("the sanitizer brings its own allocator");
#endif
        QProcess process;
        process.setProcessEnvironment(m_site.environment);
        process.start(LOCKED_PROCESS, {m_site.path("vault"), m_site.path("state"), "nora", m_site.path("nora.txt"),
                                       m_site.write("note2.txt", QByteArray("MARKER-NOTE-08f2 ").repeated(12))});
        QVERIFY(process.waitForReadyRead(60000));
        QVERIFY(process.readAll().startsWith("locked"));
        const auto timesFound = [&process](QByteArray marker) {
            for (char& c : marker)
                c = static_cast<char>(c ^ 0x5A);
            process.write(marker.toHex() + '\n');
            return process.waitForReadyRead(60000) ? process.readAll().trimmed().toInt() : -1;
        };
        // It finds what is there: its own arguments.
        QVERIFY(timesFound(m_site.path("vault").toUtf8()) > 0);
        for (const QByteArray& marker : m_markers + keys()) {
            const QString wide = QString::fromUtf8(marker);
            QVERIFY2(timesFound(marker) == 0, marker.left(7).toHex());
            QVERIFY2(timesFound(QByteArray(reinterpret_cast<const char*>(wide.utf16()), wide.size() * 2)) == 0,
                     marker.left(7).toHex());
        }
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(30000));
    }
    void sealedExport_writesNoTemporaryFile() {
        QVERIFY(m_site.makeCertificate("recipient"));
        const QString temporary = m_site.path("tmp");
        QVERIFY(QDir().mkpath(temporary));
        QProcessEnvironment environment = m_site.environment;
        for (const char* variable : {"TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"})
            environment.insert(variable, temporary);
        const int watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        QVERIFY(inotify_add_watch(watch, temporary.toUtf8().constData(), IN_CREATE | IN_MODIFY | IN_MOVED_TO) >= 0);
        const Ran ran = runProgram(SEREINCTL,
                                   {"--vault", m_site.path("vault"), "--user", "nora", "--passphrase-file",
                                    m_site.path("nora.txt"), "--at", Site::today(), "export", "--all", "-o",
                                    m_site.path("out"), "--seal", m_site.path("recipient.pem")},
                                   environment);
        QVERIFY2(ran.status == 0, ran.said());
        m_said += ran.out + ran.err;
        char events[4096];
        QVERIFY(::read(watch, events, sizeof events) < 0); // nothing ever happened there
        ::close(watch);
        QCOMPARE(QDir(m_site.path("out")).entryList({"*.p7m"}, QDir::Files).size(),
                 3); // of each participant, and the merged tables
        QCOMPARE(foundIn(m_site.path("out")), QByteArrayList());
    }
    void vaultAndState_holdNoPlaintext() {
        QVERIFY(QDir(m_site.path("vault")).entryList(QDir::Files).size() >= 4);
        QCOMPARE(foundIn(m_site.path("vault")), QByteArrayList());
        QCOMPARE(foundIn(m_site.path("state")), QByteArrayList());
    }
    void writeAheadLog_holdsNoPlaintext() { // of a vault that is still open
        const SystemClock clock;
        auto vault = vault::Vault::unlock({m_site.path("vault"), m_site.path("state")}, "nora",
                                          crypto::Secret("correct horse battery nora"), clock);
        QVERIFY(vault);
        const auto everyone = (*vault)->participants();
        QVERIFY(everyone && everyone->size() == 2);
        QVERIFY((*vault)->append(everyone->first().id, {{ledger::Noted{"MARKER-NOTE-08f2"}}}, {"nora", "nurse"}));
        QVERIFY(QFileInfo(m_site.path("vault/serein.db-wal")).size() > 0);
        QCOMPARE(foundIn(m_site.path("vault")), QByteArrayList());
    }
    void programs_printNoneOfIt() { QCOMPARE(found(m_said, m_markers), QByteArrayList()); }
};

QTEST_GUILESS_MAIN(TestNoPlaintext)
#include "tst_no_plaintext.moc"

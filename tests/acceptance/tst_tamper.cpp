// Whoever has the database key and goes behind Serein's back by plain SQL is found out: `vault verify` names the first
// bad event.
#include "Site.h"
#include "vault/Vault.h"

#include <sqlite3.h>

using namespace serein::test;
using namespace serein;

namespace {

/// The vault's database, opened with its raw key and with the triggers gone.
class RawDatabase {
public:
    RawDatabase(const QString& path, const crypto::Secret& key) {
        m_open =
            sqlite3_open_v2(path.toUtf8().constData(), &m_connection, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK &&
            run("PRAGMA key=\"x'" + key.view().toByteArray().toHex() + "'\"") && run("DROP TRIGGER events_no_update") &&
            run("DROP TRIGGER events_no_delete") && run("DROP TRIGGER events_no_replace");
    }
    ~RawDatabase() { sqlite3_close_v2(m_connection); }
    RawDatabase(const RawDatabase&) = delete;
    RawDatabase& operator=(const RawDatabase&) = delete;

    [[nodiscard]] bool isOpen() const { return m_open; }
    bool run(const QByteArray& sql) {
        char* message = nullptr;
        const bool done = sqlite3_exec(m_connection, sql.constData(), nullptr, nullptr, &message) == SQLITE_OK;
        if (!done)
            qWarning("%s: %s", sql.constData(), message);
        sqlite3_free(message);
        return done;
    }
    /// The first column of the first row.
    QByteArray read(const QByteArray& sql) {
        sqlite3_stmt* statement = nullptr;
        QByteArray value;
        if (sqlite3_prepare_v2(m_connection, sql.constData(), -1, &statement, nullptr) == SQLITE_OK &&
            sqlite3_step(statement) == SQLITE_ROW)
            value = QByteArray(static_cast<const char*>(sqlite3_column_blob(statement, 0)),
                               sqlite3_column_bytes(statement, 0));
        sqlite3_finalize(statement);
        return value;
    }

private:
    sqlite3* m_connection = nullptr;
    bool m_open = false;
};

bool copyFolder(const QString& from, const QString& to) {
    QDir().mkpath(to);
    bool copied = true;
    for (const QFileInfo& file : QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot))
        copied = (file.isDir() ? copyFolder(file.filePath(), to + "/" + file.fileName())
                               : QFile::copy(file.filePath(), to + "/" + file.fileName())) &&
                 copied;
    return copied;
}

} // namespace

class TestTamper : public QObject {
    Q_OBJECT
    const Site m_site;
    QString m_stream;
    crypto::Secret m_key;

    /// As it was, with what the device remembers of it.
    bool putBack() const {
        return QDir(m_site.path("vault")).removeRecursively() && QDir(m_site.path("state")).removeRecursively() &&
               copyFolder(m_site.path("whole"), m_site.path("vault")) &&
               copyFolder(m_site.path("whole-state"), m_site.path("state"));
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_site.stands() && m_site.enrolOne());
        m_stream = m_site.as("nora", {"participant", "list"}).array()[0]["id"].toString();
        QCOMPARE(
            m_site.as("nora", {"export", "--all", "-o", m_site.path("out"), "--unsealed", "--reason", "a checkpoint"})
                .status,
            0);
        qputenv("SEREIN_STATE_DIR", m_site.path("state").toUtf8());
        const SystemClock clock;
        auto unlocking = vault::Vault::derive({m_site.path("vault"), m_site.path("state")}, "ada",
                                              crypto::Secret("correct horse battery ada"), clock);
        QVERIFY(unlocking);
        m_key = std::move(unlocking->databaseKey);
        QCOMPARE(m_site.as("ada", {"vault", "verify"}).status, 0);
        QVERIFY(copyFolder(m_site.path("vault"), m_site.path("whole")) &&
                copyFolder(m_site.path("state"), m_site.path("whole-state")));
    }
    void verify_namesTheFirstBadEvent_data() {
        QTest::addColumn<QString>("sql"); // STREAM stands for the participant's stream, LAST for its last sequence
        QTest::addColumn<QString>("place");
        const QString of = QString("participant %1, event ").arg(m_stream);
        QTest::newRow("body edited")
            << "UPDATE events SET body=zeroblob(length(body)) WHERE stream='STREAM' AND sequence=3" << of + "3";
        QTest::newRow("header edited") << "UPDATE events SET header=CAST(replace(CAST(header AS TEXT),'nora','nara') "
                                          "AS BLOB) WHERE stream='STREAM' AND sequence=4"
                                       << of + "4";
        QTest::newRow("hash edited") << "UPDATE events SET hash=zeroblob(32) WHERE stream='STREAM' AND sequence=2"
                                     << of + "2";
        QTest::newRow("deleted") << "DELETE FROM events WHERE stream='STREAM' AND sequence=5" << of + "5";
        QTest::newRow("first deleted") << "DELETE FROM events WHERE stream='STREAM' AND sequence=1" << of + "1";
        QTest::newRow("inserted at the end") << "INSERT INTO events(id,device,stream,sequence,hlc,header,body,hash) "
                                                "SELECT zeroblob(16),device,stream,LAST+1,hlc,header,body,hash "
                                                "FROM events WHERE stream='STREAM' AND sequence=LAST"
                                             << of + "LAST+1";
        QTest::newRow("inserted between, the rest moved on")
            << "UPDATE events SET sequence=-sequence-1 WHERE stream='STREAM' AND sequence>=4; UPDATE events SET "
               "sequence=-sequence WHERE sequence<0;"
               "INSERT INTO events(id,device,stream,sequence,hlc,header,body,hash) SELECT "
               "zeroblob(16),device,stream,4,hlc,header,body,hash "
               "FROM events WHERE stream='STREAM' AND sequence=3"
            << of + "4";
        QTest::newRow("reordered") << "UPDATE events SET sequence=-4 WHERE stream='STREAM' AND sequence=3; UPDATE "
                                      "events SET sequence=3 WHERE stream='STREAM' "
                                      "AND sequence=4; UPDATE events SET sequence=4 WHERE sequence=-4"
                                   << of + "3";
        QTest::newRow("cut before its last checkpoint")
            << "DELETE FROM events WHERE stream='STREAM' AND sequence=LAST" << of + "LAST";
        QTest::newRow("removed whole") << "DELETE FROM events WHERE stream='STREAM'" << of + "1";
        QTest::newRow("device stream edited")
            << "UPDATE events SET body=zeroblob(length(body)) WHERE stream='device' AND sequence=4"
            << "device stream, event 4";
        QTest::newRow("device stream, one deleted")
            << "DELETE FROM events WHERE stream='device' AND sequence=5" << "device stream, event 5";
        // Unlocking for this very check is written as events 5 to 7: the stated time, the witness, who unlocked.
        QTest::newRow("device stream cut behind the witness")
            << "DELETE FROM events WHERE stream='device' AND sequence>4" << "device stream, event 8";
    }
    void verify_namesTheFirstBadEvent() {
        QFETCH(QString, sql);
        QFETCH(QString, place);
        QVERIFY(putBack());
        {
            RawDatabase database(m_site.path("vault/serein.db"), m_key);
            QVERIFY(database.isOpen());
            const int last =
                database.read("SELECT CAST(max(sequence) AS TEXT) FROM events WHERE stream='" + m_stream.toUtf8() + "'")
                    .toInt();
            QVERIFY(last > 6);
            sql.replace("STREAM", m_stream)
                .replace("LAST+1", QString::number(last + 1))
                .replace("LAST", QString::number(last));
            place.replace("LAST+1", QString::number(last + 1)).replace("LAST", QString::number(last));
            QVERIFY(database.run(sql.toUtf8()));
        }
        const Ran ran = m_site.as("ada", {"vault", "verify"});
        QVERIFY2(ran.status == 1, ran.said());
        const qsizetype end = ran.err.indexOf(place.toUtf8()) + place.size();
        QVERIFY2(ran.err.contains(place.toUtf8()) && !QChar(ran.err.at(end)).isDigit(), ran.said());
    }
    void untouchedCopy_isWhole() {
        QVERIFY(putBack());
        const Ran ran = m_site.as("ada", {"vault", "verify"});
        QVERIFY2(ran.status == 0, ran.said());
    }
    void flippedByteOfTheDatabaseFile_isFound() {
        QFile file(m_site.path("vault/serein.db"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 place = file.size() / 2;
        file.seek(place);
        const QByteArray byte = file.read(1);
        file.seek(place);
        file.write(QByteArray(1, static_cast<char>(byte[0] ^ 1)));
        file.close();
        const Ran ran = m_site.as("ada", {"vault", "verify"});
        QVERIFY2(ran.status == 1 || ran.status == 2, ran.said());
        QVERIFY2(ran.err.startsWith("error: "), ran.err);
    }
};

QTEST_GUILESS_MAIN(TestTamper)
#include "tst_tamper.moc"

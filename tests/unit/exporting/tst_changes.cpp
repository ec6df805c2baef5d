// What happens to data after they were given changes the export visibly, verifies again, and takes nothing out of the
// ledger.
#include "exporting/Tables.h"
#include "unit/crypto/Certificates.h"
#include "unit/exporting/ExportFixture.h"
#include "unit/exporting/Happenings.h"

using namespace serein;
using namespace serein::test;
using exporting::fixture::rowsOf;
using Row = QMap<QString, QString>;

namespace {

/// Rows of a file that hold all of these cells.
int count(const exporting::Files& files, const QString& file, const Row& wanted) {
    int found = 0;
    for (const Row& row : rowsOf(files.value(file)))
        found += std::all_of(wanted.keyBegin(), wanted.keyEnd(),
                             [&](const QString& key) { return row.value(key) == wanted.value(key); })
                     ? 1
                     : 0;
    return found;
}

} // namespace

class TestChanges : public QObject {
    Q_OBJECT
    std::unique_ptr<Happenings> m_site;

    [[nodiscard]] exporting::Files bundle(const QString& audience = QStringLiteral("full")) const {
        return m_site->bundle(audience, {QStringLiteral("csv")});
    }

private Q_SLOTS:
    void init() { m_site = std::make_unique<Happenings>(); }

    void whatHappens_isSeenInTheExport_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("file");
        QTest::addColumn<Row>("row");
        QTest::addColumn<int>("rows");
        const auto rows = [](const char* what, const char* where, const QString& file, const Row& cells,
                             int expected = 1) {
            QTest::addRow("%s%s%s", what, *where ? ": " : "", where)
                << QString::fromLatin1(what) << file << cells << expected;
        };
        const auto row = [&](const char* what, const QString& file, const Row& cells, int expected = 1) {
            rows(what, "", file, cells, expected);
        };
        using namespace exporting;
        row("correction", answersFile,
            {{"id", "q1"},
             {"instrument", "phq9"},
             {"value", "3"},
             {"corrected", "1"},
             {"original_value", "1"},
             {"original_text", "Several days"},
             {"correction_reason", "misread"}});
        row("proposal", correctionsFile,
            {{"state", "proposed"}, {"before", "1"}, {"after", "3"}, {"proposed_by", "nora"}});
        row("moved away", assessmentsFile,
            {{"status", "voided"}, {"instrument", "phq9"}, {"reason", "swapped"}, {"moved_to", "another participant"}});
        row("moved here", assessmentsFile, {{"status", "submitted"}, {"instrument", "nrs-pain"}, {"reassigned", "1"}});
        row("nobody's", assessmentsFile,
            {{"status", "voided"},
             {"instrument", "phq9"},
             {"reason", "a trial of the tablet"},
             {"changed_by", "iris"},
             {"moved_to", ""}});
        row("withdrawn from the drug", recordFile,
            {{"what", "withdrawn"}, {"detail", "studyDrug|participant|kept"}, {"reason", "tired of it"}});
        row("withdrawn from calls too", recordFile, {{"what", "withdrawn"}}, 2);
        rows("withdrawn from calls too", "the drug keeps its own reason", recordFile,
             {{"what", "withdrawn"}, {"detail", "studyDrug|participant|kept"}, {"reason", "tired of it"}});
        rows("withdrawn from records later", "what ended before keeps its time", recordFile,
             {{"what", "withdrawn"}, {"recorded_at", "2026-11-21T09:00:00.000+08:00"}, {"reason", "moves abroad"}}, 2);
        row("withdrawn from what is asked", recordFile, {{"what", "withdrawn"}, {"reason", "moves abroad"}}, 2);
        row("withdrawn from everything", recordFile, {{"what", "withdrawn"}, {"by", "iris"}}, 4);
        row("withdrawn from what is asked, then forgotten", recordFile,
            {{"what", "withdrawn"},
             {"detail", "identity|representative|destroyed"},
             {"recorded_at", "2026-11-21T09:00:00.000+08:00"},
             {"by", "iris"},
             {"reason", "wants to be forgotten"}});
        rows("withdrawn from what is asked, then forgotten", "a row each", recordFile, {{"what", "withdrawn"}}, 3);
        row("forgotten at once", recordFile, {{"what", "withdrawn"}, {"reason", "moves abroad"}}, 2);
        row("screen failure", recordFile,
            {{"what", "screenFailed"}, {"by", "nora"}, {"reason", "haemoglobin too low"}});
        row("suspended", recordFile,
            {{"what", "suspended"}, {"detail", "icu"}, {"by", "iris"}, {"reason", "ventilated"}});
        row("reconsent", recordFile,
            {{"what", "consent"},
             {"detail", "2.0|participant|amendment"},
             {"at", "2026-11-21T08:45:00.000+08:00"},
             {"recorded_at", "2026-11-21T09:00:00.000+08:00"},
             {"by", "nora"}});
        // POD2 asks sleep, pain and anxiety.
        row("missed", assessmentsFile,
            {{"status", "missed"}, {"timepoint", "POD2"}, {"reason", "asleep"}, {"remark", "deeply"}}, 3);
        row("missed by itself", assessmentsFile,
            {{"status", "missed"}, {"instrument", "nrs-sleep"}, {"reason", "refused"}});
        row("early", answersFile,
            {{"timepoint", "POD2"},
             {"kind", "item"},
             {"punctuality", "early"},
             {"window_reason", "theatre at that hour"}});
        row("late", answersFile,
            {{"timepoint", "POD2"},
             {"kind", "item"},
             {"punctuality", "late"},
             {"window_reason", "theatre at that hour"}});
        row("telephone", recordFile, {{"what", "call"}, {"detail", "POD2|1|relative|callAgain"}});
        const Row byTelephone{{"timepoint", "POD2"}, {"instrument", "nrs-sleep"}, {"mode", "telephone"}};
        rows("telephone", "its answer and its score", answersFile, byTelephone, 2);
        rows("telephone", "the assessment", assessmentsFile, byTelephone);
        rows("read aloud from the second question", "the answers before", answersFile,
             {{"instrument", "nrs-pain"}, {"kind", "item"}, {"id", "rest"}, {"mode", "self"}});
        rows("read aloud from the second question", "the answers from there", answersFile,
             {{"instrument", "nrs-pain"}, {"kind", "item"}, {"id", "movement"}, {"mode", "interview"}});
        row("query", queriesFile,
            {{"state", "open"}, {"item", "q1"}, {"text", "Is this right?"}, {"raised_by", "mona"}});
        row("query about the whole", queriesFile,
            {{"state", "open"}, {"instrument", "phq9"}, {"item", ""}, {"text", "Who read it aloud?"}});
        row("query answered", queriesFile,
            {{"state", "answered"}, {"answer", "She said so twice"}, {"answered_by", "nora"}, {"closed_by", ""}});
        row("query closed", queriesFile,
            {{"state", "closed"},
             {"text", "Is this right?"},
             {"answer", "She said so twice"},
             {"closing", "Thank you"},
             {"closed_by", "mona"}});
        row("verified", assessmentsFile, {{"instrument", "phq9"}, {"verified_by", "mona"}});
        row("signature", signaturesFile,
            {{"covers", "assessment"},
             {"by", "iris"},
             {"role", "investigator"},
             {"meaning", "reviewed"},
             {"state", "holds"}});
        row("broken signature", signaturesFile, {{"covers", "record"}, {"state", "broken"}});
        const auto dataState = [](const char* state, const char* why) {
            return Row{{"what", "dataState"},
                       {"detail", state},
                       {"recorded_at", "2026-11-21T09:00:00.000+08:00"},
                       {"by", "dana"},
                       {"reason", why}};
        };
        row("lock", recordFile, dataState("locked", "clean"));
        row("freeze", recordFile, dataState("frozen", "clean"));
        row("locked and unlocked", recordFile, dataState("open", "a sheet turned up"));
        row("unblinded", recordFile,
            {{"what", "unblinded"}, {"detail", "emergency"}, {"by", "iris"}, {"reason", "convulsions"}});
        row("alert closed", alertsFile,
            {{"rule", "item9"}, {"action", "talked with her"}, {"outcome", "seen by psychiatry"}});
        row("alert escalated", alertsFile,
            {{"rule", "item9"}, {"escalated_at", "2026-11-21T10:00:00.000+08:00"}, {"acknowledged_at", ""}});
    }
    void whatHappens_isSeenInTheExport() {
        QFETCH(QString, what);
        QFETCH(QString, file);
        QFETCH(Row, row);
        QFETCH(int, rows);
        const exporting::Files before = bundle();
        QVERIFY(!before.isEmpty());
        QCOMPARE(count(before, file, row), 0);
        const auto ledger = m_site->ledgerNow();
        QCOMPARE(m_site->happen(what), QString());
        QCOMPARE(count(bundle("full"), file, row), rows);
        // Who was told the arm, and why, is for those alone who may know it.
        QCOMPARE(count(bundle("blinded"), file, row), what == "unblinded" ? 0 : rows);
        QCOMPARE(m_site->lostOrUnverified(ledger), QString());
    }
    void whatIsUndone_standsNoLonger_andIsLostNowhere_data() {
        QTest::addColumn<QString>("then");
        QTest::addColumn<QString>("file");
        QTest::addColumn<Row>("first");
        QTest::addColumn<Row>("afterwards");
        QTest::addColumn<int>("rows"); // of each, while it stands
        const auto row = [](const char* name, const char* then, const QString& file, const Row& first,
                            const Row& afterwards, int rows = 1) {
            QTest::newRow(name) << QString::fromLatin1(then) << file << first << afterwards << rows;
        };
        using namespace exporting;
        row("lock", "unlock", recordFile, {{"what", "dataState"}, {"detail", "locked"}},
            {{"what", "dataState"}, {"detail", "open"}});
        row("freeze", "lock", recordFile, {{"what", "dataState"}, {"detail", "frozen"}},
            {{"what", "dataState"}, {"detail", "locked"}});
        row("suspended", "resumed", recordFile,
            {{"what", "suspended"}, {"detail", "icu"}, {"by", "iris"}, {"reason", "ventilated"}}, {});
        row("query", "answered", queriesFile, {{"state", "open"}, {"answer", ""}},
            {{"state", "answered"}, {"answer", "She said so twice"}});
        row("query answered", "closed", queriesFile, {{"state", "answered"}, {"closed_by", ""}},
            {{"state", "closed"}, {"closed_by", "mona"}});
        row("missed", "missed taken back", assessmentsFile, {{"status", "missed"}, {"timepoint", "POD2"}}, {}, 3);
        row("verified", "correction", assessmentsFile, {{"instrument", "phq9"}, {"verified_by", "mona"}},
            {{"instrument", "phq9"}, {"verified_by", ""}, {"corrections", "1"}});
        row("signature", "correction", signaturesFile, {{"covers", "assessment"}, {"state", "holds"}},
            {{"covers", "assessment"}, {"state", "broken"}, {"broken_at", "2026-11-21T09:00:00.000+08:00"}});
    }
    void whatIsUndone_standsNoLonger_andIsLostNowhere() {
        QFETCH(QString, then);
        QFETCH(QString, file);
        QFETCH(Row, first);
        QFETCH(Row, afterwards);
        QFETCH(int, rows);
        QCOMPARE(m_site->happen(QString::fromLatin1(QTest::currentDataTag())), QString());
        QCOMPARE(count(bundle(), file, first), rows);
        const auto ledger = m_site->ledgerNow();
        QCOMPARE(m_site->happen(then), QString());
        for (const char* audience : {"blinded", "full"}) {
            const exporting::Files files = bundle(QString::fromLatin1(audience));
            QCOMPARE(count(files, file, first), 0);
            if (!afterwards.isEmpty())
                QCOMPARE(count(files, file, afterwards), rows);
        }
        QCOMPARE(m_site->lostOrUnverified(ledger), QString());
    }
    void correctedScore_keepsTheOneSubmittedBesideIt() {
        QCOMPARE(m_site->happen("correction"), QString());
        // 1 + 1 + 1 + 1 = 4 was submitted; 3 + 1 + 1 + 1 = 6 stands.
        QCOMPARE(
            count(
                bundle(), exporting::answersFile,
                {{"instrument", "phq9"}, {"id", "total"}, {"value", "6"}, {"corrected", "1"}, {"original_value", "4"}}),
            1);
        QCOMPARE(count(bundle(), exporting::answersFile, {{"instrument", "phq9"}, {"id", "q2"}, {"corrected", ""}}), 1);
    }
    void voidedAnswers_areNoData() {
        QVERIFY(count(bundle(), exporting::answersFile, {{"instrument", "phq9"}}) > 0);
        QCOMPARE(m_site->happen("moved away"), QString());
        QCOMPARE(count(bundle(), exporting::answersFile, {{"instrument", "phq9"}}), 0);
    }
    void recordSignature_breaksInTheBlindedCopyToo() {
        m_site->as("iris");
        QCOMPARE(ok(desk::Review(*m_site->vault).signRecord(m_site->first, "complete", crypto::Secret(passphrase))),
                 QString());
        m_site->as("uma");
        QCOMPARE(ok(desk::Review(*m_site->vault).correct({m_site->first, drug, "dose", 30, "misread"})), QString());
        QCOMPARE(count(bundle("blinded"), exporting::signaturesFile, {{"state", "broken"}}), 1);
        for (const QByteArray& file : bundle("blinded"))
            QVERIFY(!file.contains(sentinel.toUtf8()));
    }
    void withheldForm_isNotCalledMissed() {
        // POD1 asks sleep (answered), pain, anxiety and what was given (filled in).
        m_site->say(ledger::Missed{{"POD1", "", 1}, "asleep", ""});
        for (const char* audience : {"blinded", "full"}) {
            const exporting::Files files = bundle(audience);
            QCOMPARE(count(files, exporting::assessmentsFile, {{"status", "missed"}, {"timepoint", "POD1"}}), 2);
            QCOMPARE(count(files, exporting::assessmentsFile, {{"status", "missed"}, {"instrument", "treatment"}}), 0);
        }
    }
    void withdrawnRecords_leaveOnlyAsAFullCopyWithAReason() {
        m_site->say(ledger::Withdrawn{{"records"}, "participant", "", "kept"});
        m_site->as("dana");
        QVERIFY(QDir(m_site->folder.path()).mkpath("out"));
        const QString out = m_site->folder.filePath("out");
        VERIFY_REFUSED(exporting::exportParticipant(*m_site->vault, {m_site->first, "blinded", out, {}, "analysis"}),
                       "withdrew the use of their records");
        QVERIFY(QDir(out).isEmpty());
        QVERIFY(exporting::exportParticipant(*m_site->vault, {m_site->first, "full", out, {}, "audit of 3 December"}));
        const TestCertificate auditor = makeCertificate();
        const auto certificate = crypto::readCertificate(auditor.certificatePem, m_site->clock.now());
        VERIFY_DONE(certificate);
        VERIFY_REFUSED(exporting::exportParticipant(*m_site->vault, {m_site->first, "full", out, {*certificate}, ""}),
                       "withdrew the use of their records");
        VERIFY_DONE(exporting::exportParticipant(*m_site->vault,
                                                 {m_site->first, "full", out, {*certificate}, "audit of 3 December"}));
    }
    void everyColumn_isExplained() {
        const exporting::Files files = bundle();
        QSet<QString> explained;
        for (const exporting::ColumnWords& column : exporting::columnWords()) {
            QVERIFY(!column.words.isEmpty());
            explained.insert(column.file + u'/' + column.column);
        }
        for (const QString& name : exporting::tableNames) {
            if (name == exporting::wideFile || name == exporting::codebookFile)
                continue;
            const QString head = QString::fromUtf8(files.value(name)).section(QStringLiteral("\r\n"), 0, 0);
            QVERIFY2(!head.isEmpty(), qPrintable(name));
            for (const QString& column : head.split(u','))
                QVERIFY2(explained.contains(name + u'/' + column), qPrintable(name + u'/' + column));
        }
    }
};

QTEST_APPLESS_MAIN(TestChanges)
#include "tst_changes.moc"

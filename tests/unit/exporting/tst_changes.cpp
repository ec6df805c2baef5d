// What happens to data after they were given changes the export visibly, verifies again, and takes nothing out of the
// ledger.
#include "desk/Review.h"
#include "exporting/Bundle.h"
#include "exporting/Tables.h"
#include "support/ReviewVault.h"
#include "unit/exporting/ExportFixture.h"

#include <QDir>

using namespace serein;
using namespace serein::test;
using exporting::fixture::rowsOf;
using Row = QMap<QString, QString>;

namespace {

constexpr auto nurse = "nurse";

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

QString ok(const auto& result) {
    return result ? QString() : result.error().toString();
}

} // namespace

class TestChanges : public QObject {
    Q_OBJECT
    std::unique_ptr<ReviewVault> m_site;

    [[nodiscard]] exporting::Files bundle(const QString& audience = QStringLiteral("full")) const {
        [[maybe_unused]] const auto named =
            m_site->vault->checkpoint(m_site->first, {QStringLiteral("dana"), QStringLiteral("dataManager")});
        const auto files = exporting::buildBundle(*m_site->vault, m_site->first, audience);
        return files ? *files : exporting::Files();
    }
    QString approveChange(const char* item, const QJsonValue& answer) {
        desk::Review review(*m_site->vault);
        m_site->as(QStringLiteral("nora"));
        const auto proposal =
            desk::Review(*m_site->vault)
                .propose({m_site->first, mood, QString::fromLatin1(item), answer, QStringLiteral("misread")});
        if (!proposal)
            return ok(proposal);
        m_site->as(QStringLiteral("iris"));
        return ok(desk::Review(*m_site->vault).approve(m_site->first, *proposal));
    }
    void say(const ledger::Fact& fact) const {
        m_site->write(m_site->first, {fact}, {QStringLiteral("nora"), QString::fromLatin1(nurse)});
    }

    /// Does it; what went wrong, or nothing.
    QString happen(const QString& what) {
        const auto as = [this](const char* name) {
            m_site->as(QString::fromLatin1(name));
            return desk::Review(*m_site->vault);
        };
        if (what == "correction")
            return approveChange("q1", 3);
        if (what == "proposal")
            return ok(as("nora").propose({m_site->first, mood, "q1", 3, "misread"}));
        if (what == "moved away")
            return ok(as("iris").reassign(m_site->first, mood, {m_site->second, "BL"}, "swapped"));
        if (what == "moved here") {
            m_site->give(m_site->second, {"POD2", "nrs-pain", 1}, {{"rest", 2}, {"movement", 5}}, "self",
                         "2026-11-22T07:00+08:00");
            return ok(as("iris").reassign(m_site->second, {"POD2", "nrs-pain", 1}, {m_site->first, "POD2"}, "swapped"));
        }
        if (what == "withdrawn from the drug")
            say(ledger::Withdrawn{{"studyDrug"}, "participant", "tired of it", "kept"});
        if (what == "withdrawn from calls too") {
            say(ledger::Withdrawn{{"studyDrug"}, "participant", "", "kept"});
            say(ledger::Withdrawn{{"calls"}, "participant", "", "kept"});
        }
        if (what == "missed")
            say(ledger::Missed{{"POD2", "", 1}, "asleep", "deeply"});
        if (what == "missed by itself")
            say(ledger::Missed{{"POD2", "nrs-sleep", 1}, "refused", ""});
        if (what == "early" || what == "late") {
            say(ledger::HandedOver{"POD2", 1, "self", "en", {}, {}, "theatre at that hour"});
            m_site->give(m_site->first, {"POD2", "nrs-sleep", 1}, {{"q1", 3}}, "self",
                         what == "early" ? "2026-11-22T05:00+08:00" : "2026-11-22T10:00+08:00");
        }
        if (what == "telephone") {
            m_site->give(m_site->first, {"POD2", "nrs-sleep", 1}, {{"q1", 3}}, "telephone", "2026-11-22T07:00+08:00");
            say(ledger::CallAttempted{"POD2", 1, "relative", "callAgain", "at work until noon"});
        }
        if (what == "query")
            return ok(as("mona").raiseQuery(m_site->first, mood, "q1", "Is this right?"));
        if (what == "verified")
            return ok(as("mona").verifySource(m_site->first, mood));
        if (what == "signature")
            return ok(as("iris").sign(m_site->first, mood, "reviewed", crypto::Secret(passphrase)));
        if (what == "broken signature") {
            if (const QString wrong = ok(as("iris").signRecord(m_site->first, "complete", crypto::Secret(passphrase)));
                !wrong.isEmpty())
                return wrong;
            return approveChange("q1", 3);
        }
        if (what == "lock")
            return ok(as("dana").setDataState(m_site->first, "locked", "clean"));
        if (what == "unblinded")
            return ok(as("iris").unblind(m_site->first, "emergency", "convulsions"));
        if (what == "alert closed") {
            if (const QString wrong = approveChange("q9", 1); !wrong.isEmpty())
                return wrong;
            const QUuid alert = m_site->state(m_site->first)->alerts.firstKey();
            say(ledger::AlertAcknowledged{alert, "talked with her"});
            say(ledger::AlertClosed{alert, "seen by psychiatry"});
        }
        return {};
    }

private Q_SLOTS:
    void init() { m_site = std::make_unique<ReviewVault>(); }

    void whatHappens_isSeenInTheExport_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<Row>("row");
        QTest::addColumn<int>("rows");
        const auto row = [](const char* name, const QString& file, const Row& cells, int rows = 1) {
            QTest::newRow(name) << file << cells << rows;
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
        row("withdrawn from the drug", recordFile,
            {{"what", "withdrawn"}, {"detail", "studyDrug|participant|kept"}, {"reason", "tired of it"}});
        row("withdrawn from calls too", recordFile, {{"what", "withdrawn"}}, 2);
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
        row("query", queriesFile,
            {{"state", "open"}, {"item", "q1"}, {"text", "Is this right?"}, {"raised_by", "mona"}});
        row("verified", assessmentsFile, {{"instrument", "phq9"}, {"verified_by", "mona"}});
        row("signature", signaturesFile,
            {{"covers", "assessment"},
             {"by", "iris"},
             {"role", "investigator"},
             {"meaning", "reviewed"},
             {"state", "holds"}});
        row("broken signature", signaturesFile, {{"covers", "record"}, {"state", "broken"}});
        row("lock", recordFile, {{"what", "dataState"}, {"detail", "locked"}});
        row("unblinded", recordFile,
            {{"what", "unblinded"}, {"detail", "emergency"}, {"by", "iris"}, {"reason", "convulsions"}});
        row("alert closed", alertsFile,
            {{"rule", "item9"}, {"action", "talked with her"}, {"outcome", "seen by psychiatry"}});
    }
    void whatHappens_isSeenInTheExport() {
        QFETCH(QString, file);
        QFETCH(Row, row);
        QFETCH(int, rows);
        const exporting::Files before = bundle();
        QVERIFY(!before.isEmpty());
        QCOMPARE(count(before, file, row), 0);
        const auto stream = m_site->vault->stream(idText(m_site->first));
        QCOMPARE(happen(QString::fromLatin1(QTest::currentDataTag())), QString());
        for (const char* audience : {"blinded", "full"})
            QCOMPARE(count(bundle(QString::fromLatin1(audience)), file, row), rows);
        // Everything that was there is there still, byte for byte.
        const auto after = m_site->vault->stream(idText(m_site->first));
        QVERIFY(after->size() > stream->size());
        for (qsizetype i = 0; i < stream->size(); ++i)
            QCOMPARE(after->at(i).hash, stream->at(i).hash);
        QVERIFY(m_site->vault->verify());
        const auto digest = m_site->vault->projectionDigest();
        QCOMPARE(*m_site->vault->rebuild(), *digest);
        // And the bundle is worked out again from its slice.
        m_site->as(QStringLiteral("dana"));
        QVERIFY(QDir(m_site->folder.path()).mkpath(QStringLiteral("out")));
        const auto made = exporting::exportParticipant(*m_site->vault, {m_site->first,
                                                                        QStringLiteral("full"),
                                                                        m_site->folder.filePath(QStringLiteral("out")),
                                                                        {},
                                                                        QStringLiteral("a test")});
        QVERIFY2(made, qPrintable(ok(made)));
        const auto report =
            exporting::verifyBundle(made->path, {m_site->folder.filePath(QStringLiteral("vault/device-key.json")), {}});
        QVERIFY2(report, qPrintable(ok(report)));
    }
    void correctedScore_keepsTheOneSubmittedBesideIt() {
        QCOMPARE(happen("correction"), QString());
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
        QCOMPARE(happen("moved away"), QString());
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
        say(ledger::Missed{{"POD1", "", 1}, "asleep", ""});
        for (const char* audience : {"blinded", "full"}) {
            const exporting::Files files = bundle(audience);
            QCOMPARE(count(files, exporting::assessmentsFile, {{"status", "missed"}, {"timepoint", "POD1"}}), 2);
            QCOMPARE(count(files, exporting::assessmentsFile, {{"status", "missed"}, {"instrument", "treatment"}}), 0);
        }
    }
    void withdrawnRecords_leaveOnlyAsAFullCopyWithAReason() {
        say(ledger::Withdrawn{{"records"}, "participant", "", "kept"});
        m_site->as("dana");
        QVERIFY(QDir(m_site->folder.path()).mkpath("out"));
        const QString out = m_site->folder.filePath("out");
        VERIFY_REFUSED(exporting::exportParticipant(*m_site->vault, {m_site->first, "blinded", out, {}, "analysis"}),
                       "withdrew the use of their records");
        QVERIFY(QDir(out).isEmpty());
        QVERIFY(exporting::exportParticipant(*m_site->vault, {m_site->first, "full", out, {}, "audit of 3 December"}));
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

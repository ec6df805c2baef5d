// What leaves the tablet is an event before its first byte, and one when it has ended, however it ended.
#include "core/Ids.h"
#include "exporting/Audit.h"
#include "exporting/Delivery.h"
#include "exporting/StudyExport.h"
#include "support/ReviewVault.h"
#include "unit/crypto/Certificates.h"

#include <QDir>
#include <QTemporaryFile>
#include <unistd.h>

using namespace serein;
using namespace serein::test;

class TestDelivery : public QObject {
    Q_OBJECT
    std::unique_ptr<ReviewVault> m_site;
    QString m_out;

    [[nodiscard]] exporting::ExportOrder order() const {
        return {m_site->first, "blinded", m_out, {}, "for the monitor", {"csv"}};
    }
    [[nodiscard]] Result<exporting::ExportResult> exportFirst() const {
        return exporting::exportParticipant(*m_site->vault, order());
    }
    /// What the device's stream says from that event on, as "kind audience cause", without its checkpoints.
    [[nodiscard]] QStringList said(qsizetype from) const {
        QStringList said;
        const QList<ledger::Event> events = *m_site->vault->events(ledger::deviceStream);
        for (const ledger::Event& event : events.mid(from)) {
            QString line = event.header.kind;
            if (const auto* begun = std::get_if<ledger::ExportBegun>(&event.fact))
                line += u' ' + begun->audience;
            if (const auto* exported = std::get_if<ledger::Exported>(&event.fact))
                line += u' ' + exported->audience;
            if (const auto* failed = std::get_if<ledger::ExportFailed>(&event.fact))
                line += u' ' + failed->audience + u' ' + failed->cause;
            if (event.header.kind != QLatin1String("checkpoint"))
                said += line;
        }
        return said;
    }
    [[nodiscard]] qsizetype count() const { return m_site->vault->events(ledger::deviceStream)->size(); }
    [[nodiscard]] Result<exporting::AuditWritten> writeAuditTo(const QString& path) const {
        exporting::AuditOrder audit;
        audit.format = "csv";
        audit.path = path;
        audit.reason = "inspection";
        return exporting::writeAudit(*m_site->vault, audit, {});
    }
    void begin() const {
        const ledger::ExportBegun begun{m_site->first, "full", {}, "cut"};
        QVERIFY(m_site->vault->appendToDevice({{begun}}, {"dana", "dataManager"}));
    }

private Q_SLOTS:
    void init() {
        m_site = std::make_unique<ReviewVault>();
        m_out = m_site->folder.filePath("out");
        QVERIFY(QDir().mkpath(m_out));
        m_site->as("dana");
    }
    void done_isBegunThenExported() {
        const qsizetype before = count();
        VERIFY_DONE(exportFirst());
        QCOMPARE(said(before), (QStringList{"exportBegun blinded", "exported blinded"}));
        const auto begun = std::get<ledger::ExportBegun>(m_site->vault->events(ledger::deviceStream)->at(before).fact);
        QCOMPARE(begun.participant, m_site->first);
        QCOMPARE(begun.reason, QString("for the monitor"));
    }
    void merged_isBegunThenExported() {
        const qsizetype before = count();
        VERIFY_DONE(exporting::exportStudy(*m_site->vault, order()));
        QCOMPARE(said(before), (QStringList{"exportBegun blinded", "exported blinded"}));
    }
    void merged_tellsHowFarItIs_andStoppedAnywhereLeavesNothing() {
        exporting::ExportOrder all = order();
        all.formats = {};
        QList<double> turns;
        const auto whole = exporting::exportStudy(*m_site->vault, all, [&turns](double part) -> Result<void> {
            turns.append(part);
            return {};
        });
        VERIFY_DONE(whole);
        QVERIFY2(turns.size() > 8, qPrintable(QString::number(turns.size()))); // more than one of each writer
        QVERIFY(std::ranges::is_sorted(turns) && turns.constFirst() >= 0);
        QCOMPARE(turns.constLast(), 1.0);
        QVERIFY(QDir(m_out).removeRecursively() && QDir().mkpath(m_out));
        for (const qsizetype stopAt : {qsizetype{0}, qsizetype{3}, turns.size() / 2, turns.size() - 1}) {
            const qsizetype before = count();
            qsizetype turn = 0;
            const auto made = exporting::exportStudy(*m_site->vault, all, [&](double) -> Result<void> {
                return turn++ == stopAt ? std::unexpected(exporting::stopped()) : Result<void>();
            });
            VERIFY_REFUSED(made, "was stopped");
            QCOMPARE(said(before), (QStringList{"exportBegun blinded", "exportFailed blinded stopped"}));
            QCOMPARE(QDir(m_out).entryList(QDir::Files | QDir::Hidden), QStringList());
        }
    }
    void merged_ofARecordThatChangesMeanwhile_isRefused() {
        const qsizetype before = count();
        bool wrote = false;
        const auto made = exporting::exportStudy(*m_site->vault, order(), [&](double part) -> Result<void> {
            if (part > 0.05 && !wrote) {
                wrote = true;
                return m_site->vault->append(m_site->second, {{ledger::Noted{"meanwhile"}}}, {"nora", "nurse"})
                           ? Result<void>()
                           : refused("not written");
            }
            return {};
        });
        QVERIFY(wrote);
        VERIFY_REFUSED(made, "the record of SYN-002 changed");
        QCOMPARE(said(before), (QStringList{"exportBegun blinded", "exportFailed blinded content"}));
        QCOMPARE(QDir(m_out).entryList(QDir::Files | QDir::Hidden), QStringList());
    }
    void mergedInTurns_isTheSameExport_andLeftInTheMiddleItIsStopped() {
        exporting::ExportOrder all = order();
        all.formats = {};
        qsizetype before = count();
        {
            exporting::StudyExport study(*m_site->vault, all);
            std::optional<Result<exporting::ExportResult>> ended;
            for (double done = 0; !ended; done = study.progress()) {
                ended = study.step();
                QVERIFY(study.progress() >= done);
            }
            VERIFY_DONE(*ended);
            QVERIFY(QFile::exists((*ended)->path) && QFile::exists((*ended)->path + ".sig"));
            QCOMPARE(study.progress(), 1.0);
        }
        QCOMPARE(said(before), (QStringList{"exportBegun blinded", "exported blinded"}));
        QVERIFY(QDir(m_out).removeRecursively() && QDir().mkpath(m_out));
        before = count();
        {
            exporting::StudyExport study(*m_site->vault, all, std::chrono::milliseconds(0));
            QVERIFY(!study.step());
        }
        QCOMPARE(said(before), (QStringList{"exportBegun blinded", "exportFailed blinded stopped"}));
        before = count();
        {
            const exporting::StudyExport neverBegun(*m_site->vault, all);
        }
        QCOMPARE(count(), before);
        QCOMPARE(QDir(m_out).entryList(QDir::Files | QDir::Hidden), QStringList());
    }
    void refused_isNotBegun() {
        m_site->as("nora");
        const qsizetype before = count();
        QCOMPARE(exportFirst().error().kind, Error::Kind::Refused);
        QCOMPARE(said(before), QStringList{"refused"});
    }
    void folderGone_isSaid() {
        const qsizetype before = count();
        QVERIFY(QDir(m_out).removeRecursively());
        VERIFY_REFUSED(exportFirst(), "there is no such folder");
        QCOMPARE(said(before), (QStringList{"exportBegun blinded", "exportFailed blinded folderGone"}));
        QVERIFY(!QDir(m_out).exists());
    }
    void folderThatCannotBeWrittenTo_isSaid() {
        if (::geteuid() == 0)
            QSKIP("root writes everywhere");
        const qsizetype before = count();
        QVERIFY(QFile::setPermissions(m_out, QFile::ReadOwner | QFile::ExeOwner));
        VERIFY_REFUSED(exportFirst(), "cannot be written");
        QCOMPARE(said(before), (QStringList{"exportBegun blinded", "exportFailed blinded notWritable"}));
    }
    void identities_andAuditTrail_areBegunToo() {
        const TestCertificate site = makeCertificate();
        exporting::ExportOrder asked = order();
        asked.sealTo = {*crypto::readCertificate(site.certificatePem, m_site->clock.now())};
        m_site->as("iris");
        const qsizetype before = count();
        VERIFY_DONE(exporting::exportIdentities(*m_site->vault, asked));
        VERIFY_DONE(writeAuditTo(m_out + "/audit.csv"));
        VERIFY_REFUSED(writeAuditTo(m_out + "/nowhere/audit.csv"), "cannot be written");
        QCOMPARE(said(before), (QStringList{"exportBegun identity", "exported identity", "exportBegun audit",
                                            "auditExported", "exportBegun audit", "exportFailed audit folderGone"}));
    }
    void endedInTheMiddle_isSaidAtTheNextUnlock_once() {
        begin();
        const qsizetype before = count();
        m_site->as("nora");
        QCOMPARE(said(before), (QStringList{"exportFailed full interrupted", "unlocked"}));
        const qsizetype unlocked = count();
        m_site->as("dana");
        QCOMPARE(said(unlocked), QStringList{"unlocked"});
    }
    void failureThatCouldNotBeWritten_isSaidAtTheNextExport() {
        begin();
        const qsizetype before = count();
        VERIFY_DONE(exportFirst());
        QCOMPARE(said(before),
                 (QStringList{"exportFailed full interrupted", "exportBegun blinded", "exported blinded"}));
    }
    void whatAKilledExportLeft_isRemoved_andNothingElse() {
        const QString own = idText(m_site->vault->device()).right(12);
        const QStringList others{"SYN-001_0123.zip.0123456789ab.part", "notes.part", "SYN-001_0123.zip",
                                 "SYN-001_0123.zip.sig"};
        for (const QString& name : others + QStringList{"SYN-001_0123.zip." + own + ".part"})
            VERIFY_DONE(writeFile(m_out + '/' + name, "half"));
        const auto made = exportFirst();
        VERIFY_DONE(made);
        QStringList expected = others;
        expected += {QFileInfo(made->path).fileName(), QFileInfo(made->path).fileName() + ".sig"};
        expected.sort();
        QStringList left = QDir(m_out).entryList(QDir::Files);
        left.sort();
        QCOMPARE(left, expected);
    }
    void spoolOfAKilledExport_isRemoved_andNothingElse() {
        const QString vault = m_site->vault->folder();
        QTemporaryFile killed(vault + "/spool.XXXXXX"); // as the disk names it where it has to
        killed.setAutoRemove(false);
        QVERIFY(killed.open() && killed.write("sealed") == 6);
        QVERIFY(QFile::exists(killed.fileName()));
        killed.close();
        const QStringList others{"spool.csv", "spool.abcdefg", "spool.abc12f", "my.spool.abcdef", "spools.abcdef"};
        for (const QString& name : others)
            VERIFY_DONE(writeFile(vault + '/' + name, "somebody's"));
        VERIFY_DONE(exporting::exportStudy(*m_site->vault, order()));
        QVERIFY(!QFile::exists(killed.fileName()));
        for (const QString& name : others)
            QVERIFY2(QFile::exists(vault + '/' + name), qPrintable(name));
    }
};

QTEST_GUILESS_MAIN(TestDelivery)
#include "tst_delivery.moc"

// The merged tables of a whole study: everyone's rows, signed, and replayed from the participants' bundles beside them.
#include "exporting/Bundle.h"
#include "exporting/BundleFiles.h"
#include "exporting/StudyManifest.h"
#include "exporting/Tables.h"
#include "exporting/Zip.h"
#include "support/ReviewVault.h"
#include "unit/exporting/ExportFixture.h"

#include <QDir>

using namespace serein;
using namespace serein::test;
using exporting::fixture::rowsOf;

class TestStudyBundle : public QObject {
    Q_OBJECT
    std::unique_ptr<ReviewVault> m_site;
    QString m_out;

    [[nodiscard]] exporting::ExportOrder order(const QUuid& participant = {}, const QString& audience = "full") const {
        return {participant, audience, m_out, {}, "test", {"csv", "odm", "dataset-json"}};
    }
    /// Everyone's bundle and the merged tables; the path of the latter.
    QString exportAll(const QString& audience = "full") {
        for (const QUuid& one : {m_site->first, m_site->second})
            if (const auto made = exporting::exportParticipant(*m_site->vault, order(one, audience)); !made)
                qFatal("%s", qPrintable(made.error().toString()));
        const auto merged = exporting::exportStudy(*m_site->vault, order({}, audience));
        if (!merged)
            qFatal("%s", qPrintable(merged.error().toString()));
        return merged->path;
    }
    static exporting::Files files(const QString& path) { return exporting::readBundle(path, {})->files; }
    [[nodiscard]] exporting::VerifyOptions registered() const {
        return {m_site->folder.filePath("vault/device-key.json"), {}};
    }

private Q_SLOTS:
    void init() {
        m_site = std::make_unique<ReviewVault>();
        m_out = m_site->folder.filePath("out");
        QVERIFY(QDir().mkpath(m_out));
        m_site->give(m_site->second, {"POD2", "nrs-pain", 1}, {{"rest", 2}, {"movement", 5}}, "self",
                     "2026-11-22T07:00+08:00");
        m_site->as("dana");
    }
    void everyonesRows_standInOneTable_andAreReplayed() {
        const QString path = exportAll();
        const exporting::Files merged = files(path);
        QSet<QString> subjects;
        for (const auto& row : rowsOf(merged.value(exporting::answersFile)))
            subjects.insert(row.value("subject"));
        QCOMPARE(subjects, (QSet<QString>{"SYN-001", "SYN-002"}));
        QCOMPARE(merged.value("odm.xml").count("<SubjectData "), 2);
        QVERIFY(merged.value("sdtm/qs.json").contains("SYN-001") && merged.value("sdtm/qs.json").contains("SYN-002"));
        QVERIFY(!merged.contains(exporting::sliceFile));
        const auto report = exporting::verifyBundle(path, registered());
        VERIFY_DONE(report);
        QCOMPARE(report->participants, 2);
        QCOMPARE(report->assessments, 4);
        QCOMPARE(report->subject, QString("demo"));
    }
    void sameData_sameBytes() {
        const QByteArray first = *readFile(exportAll());
        m_site->clock.advance(std::chrono::hours(30));
        QCOMPARE(*readFile(exportAll()), first);
    }
    void bundleThatIsNotBesideIt_isNamed() {
        const QString path = exportAll();
        for (const QString& name : QDir(m_out).entryList({"SYN-002*"}))
            QVERIFY(QFile::remove(m_out + '/' + name));
        VERIFY_REFUSED(exporting::verifyBundle(path, registered()), "SYN-002");
    }
    void mergedTableThatTheSlicesDoNotSay_isFound_evenSigned() {
        const QString path = exportAll();
        exporting::Files changed = files(path);
        changed["odm.xml"].replace("Value=\"7\"", "Value=\"6\"");
        auto manifest = *exporting::StudyManifest::fromBytes(changed.value(exporting::manifestFile));
        manifest.files = exporting::Manifest::listed(changed);
        changed[exporting::manifestFile] = manifest.toBytes();
        changed[exporting::signatureFile] = m_site->vault->sign(changed.value(exporting::manifestFile));
        QVERIFY(QFile::remove(path) && QFile::remove(path + ".sig"));
        QVERIFY(writeFile(path, *exporting::zip(changed)));
        const auto report = exporting::verifyBundle(path, registered());
        QVERIFY(!report);
        QVERIFY2(report.error().toString().contains("odm.xml"), qPrintable(report.error().toString()));
    }
    void blinded_holdsNothingThatUnblinds() {
        for (const QByteArray& bytes : files(exportAll("blinded")))
            QVERIFY(!bytes.contains(sentinel.toUtf8()));
        bool isThere = false;
        for (const QByteArray& bytes : files(exportAll("full")))
            isThere |= bytes.contains(sentinel.toUtf8());
        QVERIFY(isThere);
    }
    void whoWithdrewTheirRecords_isInNoMergedTable() {
        m_site->write(m_site->second, {ledger::Withdrawn{{"records"}, "participant", "", "kept"}}, {"nora", "nurse"});
        for (const char* audience : {"blinded", "full"}) {
            const auto merged = exporting::exportStudy(*m_site->vault, {{}, audience, m_out, {}, "analysis", {"csv"}});
            VERIFY_DONE(merged);
            QVERIFY(files(merged->path).value(exporting::answersFile).contains("SYN-001"));
            for (const QByteArray& bytes : files(merged->path))
                QVERIFY(!bytes.contains("SYN-002"));
        }
    }
};

QTEST_GUILESS_MAIN(TestStudyBundle)
#include "tst_study_bundle.moc"

// The merged tables of a whole study: everyone's rows, signed, and replayed from the participants' bundles beside them.
#include "exporting/Bundle.h"
#include "exporting/BundleFiles.h"
#include "exporting/KeptRecord.h"
#include "exporting/RowSpool.h"
#include "exporting/StatTable.h"
#include "exporting/StudyManifest.h"
#include "exporting/Tables.h"
#include "exporting/Zip.h"
#include "support/ReviewVault.h"
#include "unit/exporting/ExportFixture.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace serein;
using namespace serein::test;
using exporting::fixture::rowsOf;

class TestStudyBundle : public QObject {
    Q_OBJECT
    std::unique_ptr<ReviewVault> m_site;
    QString m_out;

    [[nodiscard]] exporting::ExportOrder order(const QUuid& participant = {}, const QString& audience = "full") const {
        return {participant, audience, m_out,
                {},          "test",   {"csv", "odm", "dataset-json", "xpt", "redcap", "sav", "dta", "fhir"}};
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
        QVERIFY(report->reconciled > 0);
    }
    void goneThroughOneByOne_givesTheBytesOfWhatIsHeld() {
        const auto kept = [this](const QUuid& id) {
            return *exporting::keptRecord(*m_site->vault, id, "full", {}, {});
        };
        exportAll(); // names every head
        const exporting::KeptRecord first = kept(m_site->first);
        const exporting::KeptRecord second = kept(m_site->second);
        const exporting::Records held{first.record(), second.record()};
        std::weak_ptr<const void> before;
        const auto oneByOne =
            exporting::Records::oneByOne(2, [&](std::size_t index) -> Result<std::shared_ptr<const exporting::Record>> {
                if (index > 0 && !before.expired())
                    qFatal("two records are in memory at once");
                const auto owner =
                    std::make_shared<exporting::KeptRecord>(kept(index == 0 ? m_site->first : m_site->second));
                const auto record = std::shared_ptr<const exporting::Record>(
                    new exporting::Record(owner->record()), [owner](const exporting::Record* one) { delete one; });
                if (index > 0)
                    before = record;
                return record;
            });
        VERIFY_DONE(oneByOne);
        QStringList merged = exporting::formatNames();
        merged.removeAll("pdf"); // of one participant
        const auto whole = exporting::formatFiles(held, merged);
        VERIFY_DONE(whole);
        const auto streamed = exporting::formatFiles(*oneByOne, merged);
        VERIFY_DONE(streamed);
        QCOMPARE(streamed->keys(), whole->keys());
        for (auto it = whole->begin(); it != whole->end(); ++it)
            QVERIFY2(streamed->value(it.key()) == *it, qPrintable(it.key()));
    }
    void recordThatCannotBeRead_endsTheExport() {
        exportAll();
        const auto kept = *exporting::keptRecord(*m_site->vault, m_site->first, "full", {}, {});
        const auto failing =
            exporting::Records::oneByOne(2, [&](std::size_t index) -> Result<std::shared_ptr<const exporting::Record>> {
                if (index == 1)
                    return wrong("the second is damaged");
                return std::make_shared<const exporting::Record>(kept.record());
            });
        VERIFY_DONE(failing);
        for (const QString& format : exporting::formatNames()) {
            const auto written = exporting::formatFiles(*failing, {format});
            QVERIFY2(!written && written.error().toString().contains("damaged"), qPrintable(format));
        }
    }
    void rowsOfATable_areSpooled_andComeBackWhole() {
        using Cell = std::variant<std::monostate, exporting::Absent, double, QString, Decimal, QDate>;
        const QTemporaryDir folder;
        for (const QString& where : {QString(), folder.path()}) {
            exporting::RowSpool<Cell> spool(where);
            QList<QList<Cell>> all;
            for (int i = 0; i < 30'000; ++i) {
                all += {{},
                        exporting::Absent::NotReached,
                        0.1 * i,
                        QString(i % 200, u'疼'),
                        *Decimal::fromString(QStringLiteral("-0.25")),
                        QDate(2026, 11, 20).addDays(i)};
                if (i % 1000 == 0)
                    all.last() = {};
                VERIFY_DONE(spool.append(all.constLast()));
            }
            QCOMPARE(spool.size(), all.size());
            for (int round = 0; round < 2; ++round) {
                QList<QList<Cell>> read;
                VERIFY_DONE(spool.forEach([&read](const QList<Cell>& row) -> Result<void> {
                    read += row;
                    return {};
                }));
                QVERIFY(read == all);
            }
            int seen = 0;
            const auto ended = spool.forEach([&seen](const QList<Cell>&) -> Result<void> {
                return ++seen < 3 ? Result<void>() : wrong(QStringLiteral("enough"));
            });
            QVERIFY(!ended && ended.error().toString().contains("enough"));
            QCOMPARE(seen, 3);
        }
    }
    void largeFiles_areSpooledSealed_andComeBackWhole() {
        const QTemporaryDir folder;
        exporting::Spool spool(folder.path());
        QByteArray all;
        for (int i = 0; i < 300; ++i) {
            const QByteArray piece = QByteArray::number(i).repeated(5000);
            all += piece;
            VERIFY_DONE(spool.append(piece));
        }
        QCOMPARE(spool.size(), all.size());
        QCOMPARE(spool.sha256(), crypto::sha256(all));
        for (int round = 0; round < 2; ++round) {
            QByteArray read;
            VERIFY_DONE(spool.read([&read](QByteArrayView piece) -> Result<void> {
                read.append(piece);
                return {};
            }));
            QVERIFY(read == all);
        }
        for (const QFileInfo& file :
             QDir(folder.path()).entryInfoList(QDir::Files | QDir::Hidden)) // where it has a name
            QVERIFY(!readFile(file.filePath())->contains(QByteArray("123").repeated(10)));
        exporting::Spools spools;
        spools.emplace("answers.csv", std::move(spool));
        QByteArray packed;
        VERIFY_DONE(exporting::zipTo(spools, [&packed](QByteArrayView piece) -> Result<void> {
            packed.append(piece);
            return {};
        }));
        QVERIFY(packed == *exporting::zip({{"answers.csv", all}}));
        QCOMPARE(*exporting::zipSize(spools), packed.size());
    }
    void sameData_sameBytes() {
        const QByteArray first = *readFile(exportAll());
        m_site->clock.advance(std::chrono::hours(30));
        QCOMPARE(*readFile(exportAll()), first);
    }
    void recordsThatAreReadAgain_areTheSame() {
        const QString path = exportAll();
        const auto held = exporting::verifyBundle(path, registered());
        VERIFY_DONE(held);
        exporting::VerifyOptions none = registered();
        none.recordsHeld = 0;
        const auto read = exporting::verifyBundle(path, none);
        VERIFY_DONE(read);
        QCOMPARE(read->reconciled, held->reconciled);
        QCOMPARE(read->events, held->events);
    }
    void bundleThatIsNotBesideIt_isNamed() {
        const QString path = exportAll();
        for (const QString& name : QDir(m_out).entryList({"SYN-002*"}))
            QVERIFY(QFile::remove(m_out + '/' + name));
        VERIFY_REFUSED(exporting::verifyBundle(path, registered()), "SYN-002");
    }
    /// What the second participant said of pain in motion is 5.
    void mergedTableThatTheSlicesDoNotSay_isFoundAndNamed_evenSigned() {
        struct Change {
            const char* file;
            QByteArray from;
            QByteArray to;
            const char* place;
        };
        const char* pain = "SYN-002 POD2/nrs-pain/1 item movement";
        const QByteArray odmPain = "I.nrs-pain.1.0.0.movement\" Value=\"";
        const QByteArray fhirPain = "],\"linkId\":\"movement\"";
        const QList<Change> changes{
            {"answers.csv", ",painOnMovement,5,", ",painOnMovement,6,", pain},
            {"odm.xml", odmPain + '5', odmPain + '6', pain},
            {"fhir.json", "{\"valueInteger\":5}" + fhirPain, "{\"valueInteger\":6}" + fhirPain, pain},
            {"sdtm/qs.json", "\"5\",\"\",\"5\",5,", "\"5\",\"\",\"6\",6,", pain},
            {"sdtm/qs.xpt", "demo-SYN-002", "demo-SYN-003", "demo-SYN-003"},
            {"answers.csv", "\r\nSYN-002,", "\r\nSYN-001,", "SYN-001 POD2/nrs-pain/1"}, // another's
            {"odm.xml", "SubjectKey=\"SYN-002\"", "SubjectKey=\"SYN-003\"", "SYN-00"},  // nobody's
            {"redcap/import.csv", "\r\nSYN-002,", "\r\nSYN-003,", "SYN-003"}};
        const QString path = exportAll();
        const exporting::Files written = files(path);
        QVERIFY(QFile::remove(path + ".sig"));
        for (const Change& change : changes) {
            exporting::Files changed = written;
            changed[change.file].replace(change.from, change.to);
            QVERIFY2(changed != written, change.file);
            auto manifest = *exporting::StudyManifest::fromBytes(changed.value(exporting::manifestFile));
            changed.remove(exporting::manifestFile);
            changed.remove(exporting::signatureFile);
            manifest.files = exporting::Manifest::listed(changed);
            changed[exporting::manifestFile] = manifest.toBytes();
            changed[exporting::signatureFile] = m_site->vault->sign(changed.value(exporting::manifestFile));
            QVERIFY(QFile::remove(path));
            QVERIFY(writeFile(path, *exporting::zip(changed)));
            for (const int recordsHeld : {0, 100}) {
                exporting::VerifyOptions options = registered();
                options.recordsHeld = recordsHeld;
                const auto report = exporting::verifyBundle(path, options);
                QVERIFY2(!report, change.file);
                const QString said = report.error().toString();
                QVERIFY2(said.contains(change.file) && said.contains(change.place), qPrintable(said));
            }
        }
    }
    void spool_givesBackWhatItGot_howeverMuchCameAtOnce() {
        const QTemporaryDir folder;
        for (const QString& where : {QString(), folder.path()}) {
            exporting::Spool spool(where);
            QByteArray all;
            for (const int size : {0, 1, 65'535, 131'072, 131'071, 2, 1'000'003, 131'072, 5}) {
                const QByteArray bytes = crypto::randomBytes(size);
                VERIFY_DONE(spool.append(bytes));
                all += bytes;
                QCOMPARE(spool.size(), all.size());
            }
            for (int time = 0; time < 2; ++time) {
                QByteArray read;
                VERIFY_DONE(spool.read([&read](QByteArrayView piece) -> Result<void> {
                    read.append(piece);
                    return {};
                }));
                QCOMPARE(read, all);
            }
            QCOMPARE(spool.sha256(), crypto::sha256(all));
        }
    }
    void bundlesInAnotherLanguageBesideIt_areNotTakenForIts() {
        for (const char* language : {"en", "zh-CN"})
            for (const QUuid& one : {m_site->first, m_site->second}) {
                exporting::ExportOrder asked = order(one);
                asked.as.language = QString::fromLatin1(language);
                VERIFY_DONE(exporting::exportParticipant(*m_site->vault, asked));
            }
        for (const char* language : {"en", "zh-CN"}) {
            exporting::ExportOrder asked = order();
            asked.as.language = QString::fromLatin1(language);
            const auto merged = exporting::exportStudy(*m_site->vault, asked);
            VERIFY_DONE(merged);
            VERIFY_DONE(exporting::verifyBundle(merged->path, registered()));
        }
    }
    void manifest_isNamedByItsCanonicalJson_whateverItsTextsLookLike() {
        exporting::StudyManifest manifest;
        manifest.vault = QUuid::createUuid();
        manifest.studyId = R"("participants":[ "participants": [)";
        manifest.participants = {
            {QUuid::createUuid(), R"(A-"participants":[)", 7, QByteArray(32, 'h'), {}},
            {QUuid::createUuid(), u"王芳"_qs, 1, QByteArray(32, 'i'), {{QUuid::createUuid(), QByteArray(32, 'j')}}}};
        const QByteArray bytes = manifest.toBytes();
        const auto read = exporting::StudyManifest::fromBytes(bytes);
        VERIFY_DONE(read);
        QCOMPARE(read->participants, manifest.participants);
        QCOMPARE(read->studyId, manifest.studyId);
        QJsonObject json = QJsonDocument::fromJson(bytes).object();
        QCOMPARE(json.take("bundle").toString(), manifest.bundle);
        const QByteArray canonical = QJsonDocument(json).toJson(QJsonDocument::Compact); // keys are sorted
        QCOMPARE(manifest.bundle.toLatin1(), crypto::sha256(canonical).toHex().first(32));
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

#include "ExportFixture.h"
#include "core/Ids.h"
#include "exporting/Bundle.h"
#include "exporting/Formats.h"
#include "exporting/Manifest.h"
#include "exporting/Zip.h"
#include "instrument/Scoring.h"
#include "unit/crypto/Certificates.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace serein;
using namespace serein::exporting;
using fixture::at;

namespace {

/// PHQ-9: a total of 4, "minimal" as published.
const QMap<QString, int> fourPoints{{"q1", 1}, {"q2", 1}, {"q3", 1}, {"q4", 1}, {"q5", 0},
                                    {"q6", 0}, {"q7", 0}, {"q8", 0}, {"q9", 0}};

QByteArray read(const QString& path) {
    return readFile(path).value_or(QByteArray());
}

void unpack(const Files& files, const QString& folder) {
    for (auto it = files.begin(); it != files.end(); ++it) {
        const QString path = folder + u'/' + it.key();
        QDir().mkpath(QFileInfo(path).path());
        QVERIFY(writeFile(path, *it));
    }
}

/// The same study, in which anxiety counts as something that would unblind.
void makeUnblinding(instrument::Library& library, const QString& id) {
    instrument::Entry entry = *library.entry(id);
    QJsonObject json = entry.instrument.json;
    json.insert("class", "unblinding");
    entry.instrument = *instrument::parseInstrument(json);
    library.add(entry);
}

/// A new version of the PHQ-9 in which "mild" begins at 4.
void changeBands(instrument::Library& library) {
    instrument::Entry entry = *library.entry("phq9");
    const auto renewed = [](const QJsonObject& json, const char* from, const char* to) {
        QByteArray bytes = canonicalJson(json);
        return parseJson(bytes.replace(from, to))->toObject();
    };
    QJsonObject json = renewed(entry.instrument.json, "\"from\":5,\"id\":\"mild\"", "\"from\":4,\"id\":\"mild\"");
    json.insert("version", "1.0.1");
    entry.instrument = *instrument::parseInstrument(json);
    for (instrument::TextPack& pack : entry.packs)
        pack = *instrument::parseTextPack(
            renewed(pack.json, "\"instrumentVersion\":\"1.0.0\"", "\"instrumentVersion\":\"1.0.1\""), entry.instrument);
    library.add(entry);
}

} // namespace

class TestBundle : public QObject {
    Q_OBJECT
    instrument::Library m_library;
    study::Study m_study;
    std::unique_ptr<QTemporaryDir> m_folder;
    FixedClock m_clock{at("2026-11-18T10:00+08:00")};
    std::unique_ptr<vault::Vault> m_vault;
    QUuid m_participant;
    QStringList m_formats{"csv"}; ///< one, where a test goes through every byte

    QString path(const QString& name) const { return m_folder->filePath(name); }
    void makeVault(const QList<account::Role>& roles = {account::Role::Administrator, account::Role::Investigator}) {
        m_vault.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock.set(at("2026-11-18T10:00+08:00"));
        vault::Creation creation;
        creation.study = m_study;
        creation.library = &m_library;
        creation.administrator = "wang";
        creation.roles = roles;
        creation.passphrase = crypto::Secret(QByteArrayView("correct horse battery"));
        creation.synthetic = true;
        creation.cost = {14, 8, 1};
        auto made = vault::Vault::create({path("vault"), path("state")}, std::move(creation), m_clock);
        QVERIFY2(made, made ? "" : qPrintable(made.error().toString()));
        m_vault = *std::move(made);
        QVERIFY(QDir().mkdir(path("out")));
    }
    void enrolAndRecord() {
        const vault::Actor nurse{"wang", "nurse"};
        const auto participant =
            m_vault->enrol({{ledger::Enrolled{"SYN-001", m_vault->deviceState().study, "en", true}},
                            {ledger::Identified{"1957", "IDENTITYMARKER", "", ""}},
                            {ledger::AnchorSet{"consent", at("2026-11-18T09:00+08:00")}},
                            {ledger::AnchorSet{"incision", at("2026-11-20T08:30+08:00")}}},
                           nurse);
        QVERIFY2(participant, participant ? "" : qPrintable(participant.error().toString()));
        m_participant = *participant;
        record("BL", "phq9", fourPoints);
        record("BL", "nrs-anxiety", {{"q1", 6}});
        record("BL", "nrs-pain", {{"rest", 0}, {"movement", 3}});
    }
    /// One assessment, entered and submitted under the definitions in force.
    void record(const QString& timepoint, const QString& id, const QMap<QString, int>& values) {
        m_clock.advance(std::chrono::minutes(5));
        const ledger::AssessmentKey key{timepoint, id, 1};
        const instrument::Instrument& scale = *m_vault->library().instrument(id);
        const QJsonObject adopted = m_vault->deviceState().instruments.value(id).toObject();
        QList<ledger::Fact> facts{ledger::AssessmentOpened{key, adopted.value("definition").toString(),
                                                           adopted.value("packs").toObject().value("en").toString(),
                                                           "en", scale.defaultProfile, true, "paper"}};
        instrument::Answers answers;
        for (auto it = values.begin(); it != values.end(); ++it) {
            answers.insert(it.key(), instrument::AnswerValue(Decimal(*it)));
            facts.append(ledger::Answered{key, it.key(), *it});
        }
        QJsonObject scores;
        const auto computed = instrument::score(scale, answers, {scale.defaultProfile, true});
        for (auto it = computed.begin(); it != computed.end(); ++it)
            scores.insert(it.key(), instrument::scoreToJson(*it));
        facts.append(ledger::Submitted{key, scores, instrument::engineVersion, false, {}});
        QList<vault::Draft> drafts;
        for (const ledger::Fact& fact : std::as_const(facts))
            drafts.append({fact, ledger::classFrom(scale.dataClass)});
        const auto written = m_vault->append(m_participant, drafts, {"wang", "nurse"});
        QVERIFY2(written, written ? "" : qPrintable(written.error().toString()));
    }
    Result<ExportResult> unsealed(const QString& audience = "blinded") {
        return exportParticipant(*m_vault, {m_participant, audience, path("out"), {}, "test of the export", m_formats});
    }
    Files bundle(const QString& audience = "blinded") {
        const auto built = buildBundle(*m_vault, m_participant, audience, m_formats);
        return built ? *built : Files();
    }
    /// The file that verification names where these are signed anew, in these formats (none: as they were).
    QString faultOfSigned(Files files, const QStringList& formats) {
        Manifest manifest = *Manifest::fromBytes(files.value(manifestFile));
        if (!formats.isEmpty())
            manifest.formats = formats;
        manifest.files = Manifest::listed(files);
        files[manifestFile] = manifest.toBytes();
        files[signatureFile] = m_vault->sign(files.value(manifestFile));
        QTemporaryDir folder;
        unpack(files, folder.path());
        const auto report = verifyBundle(folder.path(), registered());
        return report ? QString() : report.error().faults[0].file;
    }
    VerifyOptions registered() const { return {path("vault/device-key.json"), {}}; }
    QList<ledger::Fact> deviceFacts(const QString& kind) const {
        QList<ledger::Fact> facts;
        const auto stream = m_vault->stream(ledger::deviceStream);
        for (const ledger::StoredEvent& stored : *stream) {
            const auto header = *ledger::Header::fromBytes(stored.header);
            if (header.kind == kind)
                facts += std::move(ledger::openEvent(stored, *m_vault->eventKey(header))->fact);
        }
        return facts;
    }

private Q_SLOTS:
    void initTestCase() {
        m_library = fixture::library();
        m_study = fixture::study(m_library);
        QCOMPARE(m_study.id, QString("demo"));
    }
    void init() {
        makeVault();
        if (!QTest::currentTestFailed())
            enrolAndRecord();
    }

    void bundle_isVerifiedAndRescored() {
        const auto made = unsealed();
        QVERIFY2(made, made ? "" : qPrintable(made.error().toString()));
        QCOMPARE(made->path, path("out/SYN-001_" + made->bundle + ".zip"));
        QCOMPARE(QFile::permissions(made->path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const auto report = verifyBundle(made->path, registered());
        QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
        QCOMPARE(report->bundle, made->bundle);
        QCOMPARE(report->subject, QString("SYN-001"));
        QCOMPARE(report->device, idText(m_vault->device()));
        QCOMPARE(report->assessments, 3);
        QCOMPARE(report->scores, 4 + 1 + 2);
        QVERIFY(report->deviceRegistered);
        const auto alone = verifyBundle(made->path, {});
        QVERIFY(alone);
        QVERIFY(!alone->deviceRegistered);
    }
    void exportingTwice_givesTheSameBytes() {
        const auto first = unsealed();
        QVERIFY(first);
        const QByteArray bytes = read(first->path);
        QVERIFY(QFile::remove(first->path));
        m_clock.advance(std::chrono::hours(30));
        const auto second = unsealed();
        QVERIFY(second);
        QCOMPARE(second->path, first->path);
        QCOMPARE(read(second->path), bytes);
        QCOMPARE(deviceFacts("exported").size(), 2);
        const auto exported = std::get<ledger::Exported>(deviceFacts("exported")[1]);
        QCOMPARE(exported.bundle, first->bundle);
        QCOMPARE(exported.reason, QString("test of the export"));
        QVERIFY(exported.sealedTo.isEmpty());
    }
    void everyFormat_isVerified_andTheSameAgain() {
        m_formats.clear();
        const auto made = unsealed();
        const Files files = bundle();
        m_formats = QStringList{"csv"};
        QVERIFY2(made, made ? "" : qPrintable(made.error().toString()));
        QCOMPARE(Manifest::fromBytes(files.value(manifestFile))->formats, formatNames());
        for (const char* name :
             {"answers.csv", "odm.xml", "odm-history.xml", "sdtm/qs.json", "sdtm/qs.xpt", "sdtm/define.xml"})
            QVERIFY2(files.contains(name), name);
        QCOMPARE(*unzip(read(made->path)), files);
        const auto report = verifyBundle(made->path, registered());
        QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
        for (const char* name : {"odm.xml", "sdtm/qs.json", "sdtm/qs.xpt", "sdtm/define.xml"}) {
            Files changed = files;
            const QByteArray before = changed[name];
            changed[name].replace("SYN-001", "SYN-002").replace("<StudyName>demo<", "<StudyName>Demo<");
            QVERIFY2(changed[name] != before, name);
            QCOMPARE(faultOfSigned(changed, {}), QString(name));
        }
    }
    void newAnswer_givesAnotherBundle() {
        const auto first = unsealed();
        record("BL", "nrs-sleep", {{"q1", 4}});
        const auto second = unsealed();
        QVERIFY(first && second);
        QVERIFY(first->bundle != second->bundle);
    }
    void flippedByte_inAnyFile_isFound() {
        QVERIFY(unsealed());
        const Files files = bundle();
        QVERIFY(files.size() >= 12);
        QTemporaryDir folder;
        unpack(files, folder.path());
        QVERIFY(verifyBundle(folder.path(), registered()));
        for (auto it = files.begin(); it != files.end(); ++it)
            for (const qsizetype place : {qsizetype(0), it->size() / 2, it->size() - 1}) {
                QByteArray changed = *it;
                changed[place] = static_cast<char>(changed[place] ^ 1);
                QVERIFY(writeFile(folder.filePath(it.key()), changed));
                const auto report = verifyBundle(folder.path(), registered());
                QVERIFY2(!report, qPrintable(QStringLiteral("%1 at %2").arg(it.key()).arg(place)));
                QCOMPARE(report.error().kind, Error::Kind::Wrong);
                QVERIFY(writeFile(folder.filePath(it.key()), *it));
            }
    }
    void flippedByte_anywhereInTheZip_isFound() {
        const auto made = unsealed();
        QVERIFY(made);
        const QByteArray bytes = read(made->path);
        const QString copy = path("copy.zip");
        const qsizetype step = std::max<qsizetype>(1, bytes.size() / 150);
        for (qsizetype place = 0; place < bytes.size(); place += step) {
            QByteArray changed = bytes;
            changed[place] = static_cast<char>(changed[place] ^ 0x20);
            QVERIFY(writeFile(copy, changed));
            const auto report = verifyBundle(copy, registered());
            QVERIFY2(!report, qPrintable(QString::number(place)));
            QCOMPARE(report.error().kind, Error::Kind::Wrong);
        }
        QVERIFY(writeFile(copy, bytes.chopped(1)));
        QVERIFY(!verifyBundle(copy, registered()));
    }
    void fileMissingOrTooMany_isFound() {
        QVERIFY(unsealed());
        const Files files = bundle();
        QTemporaryDir folder;
        unpack(files, folder.path());
        QVERIFY(writeFile(folder.filePath("notes.txt"), "hello"));
        auto report = verifyBundle(folder.path(), registered());
        QVERIFY(!report);
        QCOMPARE(report.error().faults[0].file, QString("notes.txt"));
        QVERIFY(QFile::remove(folder.filePath("notes.txt")));
        for (const QString& name : files.keys()) {
            QVERIFY(QFile::remove(folder.filePath(name)));
            report = verifyBundle(folder.path(), registered());
            QVERIFY2(!report, qPrintable(name));
            QCOMPARE(report.error().faults[0].file, name);
            QVERIFY(writeFile(folder.filePath(name), files.value(name)));
        }
    }
    void tableThatTheSliceDoesNotSay_isFound_evenSigned() {
        QVERIFY(unsealed());
        for (const QString& name : {answersFile, wideFile, codebookFile}) {
            Files files = bundle();
            files[name].replace("mild", "none").replace(",3,", ",2,").replace("PHQ0101", "PHQ0102");
            QCOMPARE(faultOfSigned(files, {}), name);
        }
        Files files = bundle();
        files.insert("more.csv", "subject\r\n");
        QCOMPARE(faultOfSigned(files, {}), QString("more.csv"));
        files = bundle();
        files.remove(answersFile);
        QCOMPARE(faultOfSigned(files, {}), answersFile);
        QCOMPARE(faultOfSigned(bundle(), {"csv", "papyrus"}), manifestFile);
    }
    void formats_areThoseAskedFor_andNoOther() {
        QVERIFY(exportParticipant(*m_vault, {m_participant, "blinded", path("out"), {}, "test", {"csv"}}));
        const auto built = buildBundle(*m_vault, m_participant, "blinded", {"csv"});
        QVERIFY(built);
        const Manifest manifest = *Manifest::fromBytes(built->value(manifestFile));
        QCOMPARE(manifest.formats, QStringList{"csv"});
        for (const QString& name : built->keys())
            QVERIFY2(tableNames.contains(name) || name.startsWith(definitionsFolder) ||
                         QStringList({manifestFile, signatureFile, sliceFile, deviceKeyFile}).contains(name),
                     qPrintable(name));
        const auto refused = exportParticipant(*m_vault, {m_participant, "blinded", path("out"), {}, "test", {"wax"}});
        QCOMPARE(refused.error().kind, Error::Kind::Unusable);
    }
    void deviceKey_mustBeTheRegisteredOne() {
        const auto made = unsealed();
        QVERIFY(made);
        const QJsonObject own = readJson(path("vault/device-key.json"))->toObject();
        QJsonObject stranger = own;
        stranger.insert("device", "0190aaaa-0000-7000-8000-000000000000");
        const QString keys = path("keys.json");
        QVERIFY(writeFile(keys, canonicalJson(QJsonArray{stranger})));
        QCOMPARE(verifyBundle(made->path, {keys, {}}).error().kind, Error::Kind::Wrong);
        QJsonObject otherKey = own;
        otherKey.insert("publicKeyPem", QString::fromLatin1(crypto::ed25519Pem(crypto::newEd25519().publicKey)));
        QVERIFY(writeFile(keys, canonicalJson(otherKey)));
        QCOMPARE(verifyBundle(made->path, {keys, {}}).error().kind, Error::Kind::Wrong);
        QVERIFY(writeFile(keys, canonicalJson(QJsonObject{{"devices", QJsonArray{stranger, own}}})));
        QVERIFY(verifyBundle(made->path, {keys, {}}));
        QVERIFY(writeFile(keys, canonicalJson(QJsonArray{own, otherKey})));
        QCOMPARE(verifyBundle(made->path, {keys, {}}).error().kind, Error::Kind::Unusable);
    }
    void unblindingClass_isWithheldFromTheBlinded() {
        const instrument::Library usual = m_library;
        makeUnblinding(m_library, "nrs-anxiety");
        init();
        QVERIFY(unsealed("blinded"));
        QVERIFY(unsealed("full"));
        for (const QString& audience : {QStringLiteral("blinded"), QStringLiteral("full")}) {
            const bool full = audience == "full";
            const Files files = bundle(audience);
            QCOMPARE(files.value(answersFile).contains("nrs-anxiety"), full);
            QCOMPARE(files.value(wideFile).contains("nrs_anxiety"), full);
            int withheld = 0;
            for (const QByteArray& line : files.value(sliceFile).split('\n'))
                withheld += !line.isEmpty() && !line.contains("\"key\":");
            QCOMPARE(withheld, full ? 1 : 4); // identity; opened, answered and submitted
            QTemporaryDir folder;
            unpack(files, folder.path());
            const auto report = verifyBundle(folder.path(), registered());
            QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
            QCOMPARE(report->assessments, full ? 3 : 2);
        }
        m_library = usual;
    }
    void identity_isInNoBundle() {
        QVERIFY(unsealed("full"));
        const Files files = bundle("full");
        for (const QByteArray& bytes : files)
            QVERIFY(!bytes.contains("IDENTITYMARKER"));
    }
    void sealedExport_leavesNoPlaintext() {
        const test::TestCertificate recipient = test::makeCertificate();
        const auto certificate = crypto::readCertificate(recipient.certificatePem, m_clock.now());
        QVERIFY(certificate);
        const auto made =
            exportParticipant(*m_vault, {m_participant, "blinded", path("out"), {*certificate}, {}, m_formats});
        QVERIFY2(made, made ? "" : qPrintable(made.error().toString()));
        QVERIFY(made->path.endsWith(".zip.p7m"));
        QCOMPARE(QDir(path("out")).entryList(QDir::Files | QDir::Hidden).size(), 2); // itself and its signature
        const QByteArray bytes = read(made->path);
        for (const char* marker : {"SYN-001", "answers.csv", "manifest", "Several days", "phq9"})
            QVERIFY2(!bytes.contains(marker), marker);
        const auto opened = crypto::cmsOpen(bytes, recipient.privateKeyPem);
        QVERIFY(opened);
        QCOMPARE(*unzip(*opened), bundle());
        VerifyOptions options = registered();
        QCOMPARE(verifyBundle(made->path, options).error().kind, Error::Kind::Unusable);
        options.privateKeyPem = recipient.privateKeyPem;
        QVERIFY(verifyBundle(made->path, options));
        QByteArray changed = bytes;
        changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
        QVERIFY(writeFile(path("changed.zip.p7m"), changed));
        QCOMPARE(verifyBundle(path("changed.zip.p7m"), options).error().kind, Error::Kind::Wrong);
        // With its signature beside it, no byte can change, the list of recipients included.
        QVERIFY(QFile::copy(made->path + ".sig", path("changed.zip.p7m.sig")));
        QVERIFY(writeFile(path("changed.zip.p7m"), bytes));
        QVERIFY(verifyBundle(path("changed.zip.p7m"), options));
        for (qsizetype place = 0; place < bytes.size(); place += 41) {
            changed = bytes;
            changed[place] = static_cast<char>(changed[place] ^ 1);
            QVERIFY(writeFile(path("changed.zip.p7m"), changed));
            QVERIFY2(!verifyBundle(path("changed.zip.p7m"), options), qPrintable(QString::number(place)));
        }
        QCOMPARE(std::get<ledger::Exported>(deviceFacts("exported")[0]).sealedTo,
                 QStringList{certificate->fingerprint});
    }
    void definitionUpdatedAfterSubmission_keepsOldScores() {
        const auto before = unsealed();
        QVERIFY(before);
        const QByteArray bytes = read(before->path);
        const instrument::Library usual = m_library;
        changeBands(m_library);
        m_clock.advance(std::chrono::hours(1));
        QVERIFY(m_vault->adopt(m_study, m_library, {"wang", "administrator"}));
        const auto same = unsealed();
        QVERIFY(same);
        QCOMPARE(read(same->path), bytes); // the adoption alone changes no bundle
        record("POD30", "phq9", fourPoints);
        m_library = usual;
        const auto after = unsealed();
        QVERIFY(after);
        const auto report = verifyBundle(after->path, registered());
        QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
        QMap<QString, QString> bands;
        for (const auto& row : fixture::rowsOf(bundle().value(answersFile)))
            if (row.value("instrument") == "phq9" && row.value("id") == "total")
                bands.insert(row.value("timepoint") + ' ' + row.value("instrument_version"), row.value("band"));
        QCOMPARE(bands, (QMap<QString, QString>{{"BL 1.0.0", "minimal"}, {"POD30 1.0.1", "mild"}}));
    }
    void refused_isWrittenDown() {
        makeVault({account::Role::Administrator, account::Role::Nurse});
        enrolAndRecord();
        const auto made = unsealed();
        QVERIFY(!made);
        QCOMPARE(made.error().kind, Error::Kind::Refused);
        QVERIFY(QDir(path("out")).isEmpty());
        QCOMPARE(std::get<ledger::Refused>(deviceFacts("refused")[0]).action, QString("export unsealed"));
    }
    void fullAudience_needsARoleThatMaySeeIt() {
        const study::Study usual = m_study;
        QJsonObject json = m_study.json;
        json.insert("blinding", QJsonObject{{"seesUnblinding", QJsonArray{"unblindedNurse"}}});
        m_study = *study::parseStudy(json, m_library);
        init();
        QVERIFY(unsealed("blinded"));
        QCOMPARE(unsealed("full").error().kind, Error::Kind::Refused);
        m_study = usual;
    }
    void badOrder_isRefusedWithItsPlace() {
        ExportOrder order{m_participant, "blinded", path("out"), {}, " "};
        QCOMPARE(exportParticipant(*m_vault, order).error().faults[0].pointer, QString("/reason"));
        order.reason = "needed";
        order.audience = "everyone";
        QCOMPARE(exportParticipant(*m_vault, order).error().faults[0].pointer, QString("/audience"));
        order.audience = "blinded";
        order.folder = path("nowhere");
        QCOMPARE(exportParticipant(*m_vault, order).error().faults[0].file, path("nowhere"));
        QVERIFY(deviceFacts("exported").isEmpty());
    }
    void signature_isReadByOpenssl() {
        const QString openssl = QStandardPaths::findExecutable("openssl");
        if (openssl.isEmpty())
            QSKIP("the openssl command is not installed");
        QVERIFY(unsealed());
        QTemporaryDir folder;
        unpack(bundle(), folder.path());
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(openssl, {"pkeyutl", "-verify", "-pubin", "-inkey", deviceKeyFile, "-rawin", "-in", manifestFile,
                                "-sigfile", signatureFile});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"

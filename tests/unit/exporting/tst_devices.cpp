#include "core/Ids.h"
#include "desk/Administration.h"
#include "desk/Redacting.h"
#include "exporting/Bundle.h"
#include "exporting/Manifest.h"
#include "support/TestVault.h"
#include "unit/crypto/Certificates.h"
#include "vault/NewDevice.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace serein;
using namespace serein::test;
using namespace serein::exporting;

namespace {

const vault::Actor anna{"anna", "administrator"};
const QByteArray fresh = "a fresh passphrase for another day";

QJsonObject deviceKey(const vault::Place& place) {
    return readJson(place.folder + "/device-key.json")->toObject();
}

} // namespace

class TestExportDevices : public QObject {
    Q_OBJECT
    const TestCertificate m_site = makeCertificate();
    std::unique_ptr<TestVault> m_a;
    std::unique_ptr<QTemporaryDir> m_other;
    std::unique_ptr<vault::Vault> m_b;
    QUuid m_participant;

    QString at(const QString& name) const { return m_other->filePath(name); }
    vault::Place placeOfB() const { return {at("vault"), at("state")}; }
    QString keys(const QJsonArray& registered) const {
        const QString path = at("keys.json");
        if (!writeFile(path, QJsonDocument(registered).toJson()))
            qFatal("cannot write the keys");
        return path;
    }
    static void record(vault::Vault& vault, const QUuid& participant, const QString& instrument, int items) {
        instrument::Answers answers;
        for (int i = 1; i <= items; ++i)
            answers.insert(QStringLiteral("q%1").arg(i), instrument::AnswerValue(Decimal(1)));
        VERIFY_DONE(desk::Desk(vault).record({participant, "BL", instrument, 1, "interview", answers, {}}));
    }
    Result<ExportResult> exported(vault::Vault& vault, const QString& audience = "blinded") const {
        QDir().mkpath(at("out"));
        return exportParticipant(vault, {m_participant, audience, at("out"), {}, "two devices"});
    }

private Q_SLOTS:
    /// A enrols and records one scale; B is restored from A's backup and records another.
    void init() {
        m_b.reset();
        m_a = std::make_unique<TestVault>();
        m_other = std::make_unique<QTemporaryDir>();
        const auto certificate = crypto::readCertificate(m_site.certificatePem, m_a->clock.now());
        VERIFY_DONE(m_a->vault->nameRecovery({{*certificate}, false}, anna));
        m_participant = m_a->enrol();
        VERIFY_DONE(m_a->desk().setAnchor(m_participant, "consent", m_a->clock.now()));
        record(*m_a->vault, m_participant, "gad7", 7);
        m_a->clock.advance(std::chrono::minutes(1));
        QVERIFY(QDir().mkpath(at("stick")));
        const auto backup = vault::backUp(*m_a->vault, {at("stick"), 7}, anna);
        VERIFY_DONE(backup);
        VERIFY_DONE(vault::restore(
            placeOfB(), {backup->path, {m_site.privateKeyPem}, {"anna", crypto::Secret(fresh), cheap}}, m_a->clock));
        auto opened = vault::Vault::unlock(placeOfB(), "anna", crypto::Secret(fresh), m_a->clock);
        VERIFY_DONE(opened);
        m_b = *std::move(opened);
    }
    void oneDevice_namesNoOther() {
        const auto bundle = *buildBundle(*m_a->vault, m_participant, "blinded");
        QVERIFY(!bundle[manifestFile].contains("otherDevices"));
        const QByteArrayList lines = bundle[sliceFile].trimmed().split('\n');
        QVERIFY(lines[lines.size() - 2].contains("\\\"kind\\\":\\\"checkpoint\\\""));
        QVERIFY(lines.constLast().contains("\\\"kind\\\":\\\"vaultCreated\\\""));
    }
    void streamsOfTwoDevices_verify_withBothKeysRegistered() {
        record(*m_b, m_participant, "nrs-sleep", 1);
        const auto made = exported(*m_b);
        VERIFY_DONE(made);
        const QJsonArray both{deviceKey(m_a->place()), deviceKey(placeOfB())};
        const auto report = verifyBundle(made->path, {keys(both), {}});
        VERIFY_DONE(report);
        QCOMPARE(report->device, idText(m_b->device()));
        QCOMPARE(report->otherDevices, QStringList{idText(m_a->vault->device())});
        QVERIFY(report->deviceRegistered);
        QCOMPARE(report->assessments, 2);
        VERIFY_DONE(verifyBundle(made->path, {}));
        for (const QJsonObject& one : {deviceKey(m_a->place()), deviceKey(placeOfB())})
            QCOMPARE(verifyBundle(made->path, {keys({one}), {}}).error().exitStatus(), 1);
        QJsonObject stranger = deviceKey(m_a->place());
        stranger["publicKeyPem"] = QString::fromLatin1(crypto::ed25519Pem(crypto::newEd25519().publicKey));
        const auto forged = verifyBundle(made->path, {keys({stranger, deviceKey(placeOfB())}), {}});
        QCOMPARE(forged.error().exitStatus(), 1);
        QVERIFY2(forged.error().toString().contains("another key"), qPrintable(forged.error().toString()));
    }
    void onlyTheLostDeviceRecorded_theOtherHandsItOn() {
        const auto made = exported(*m_b);
        VERIFY_DONE(made);
        const auto report = verifyBundle(made->path, {keys({deviceKey(m_a->place()), deviceKey(placeOfB())}), {}});
        VERIFY_DONE(report);
        QCOMPARE(report->assessments, 1);
    }
    void whatCameInByAMerge_isNew_thoughItIsOlderThanTheExport() {
        record(*m_a->vault, m_participant, "nrs-sleep", 1);
        m_a->clock.advance(std::chrono::minutes(10));
        const auto before = exported(*m_b);
        VERIFY_DONE(before);
        const auto isExported = [&] {
            const ExportOrder order{m_participant, "blinded", at("out"), {}, "two devices"};
            return *ExportedBefore::of(*m_b)->holds(*m_b, order);
        };
        QVERIFY(isExported());
        const auto late = vault::backUp(*m_a->vault, {at("stick"), 7}, anna);
        VERIFY_DONE(late);
        VERIFY_DONE(desk::Administration(*m_b).merge(late->path, {m_site.privateKeyPem}));
        QVERIFY(!isExported());
        const auto after = exported(*m_b);
        VERIFY_DONE(after);
        QVERIFY(isExported());
        QVERIFY(before->bundle != after->bundle);
        // Both lie beside the study's tables, which are held against the one that they are made from.
        const auto study = exportStudy(*m_b, {{}, "blinded", at("out"), {}, "two devices"});
        VERIFY_DONE(study);
        VERIFY_DONE(verifyBundle(study->path, {keys({deviceKey(m_a->place()), deviceKey(placeOfB())}), {}}));
        QVERIFY(QFile::remove(after->path));
        const auto stale = verifyBundle(study->path, {keys({deviceKey(m_a->place()), deviceKey(placeOfB())}), {}});
        QVERIFY(!stale);
        QVERIFY2(stale.error().toString().contains("is not beside it"), qPrintable(stale.error().toString()));
    }
    void sameData_sameBytes() {
        record(*m_b, m_participant, "nrs-sleep", 1);
        const auto first = exported(*m_b);
        VERIFY_DONE(first);
        const QByteArray bytes = *readFile(first->path);
        QVERIFY(QFile::remove(first->path));
        const auto second = exported(*m_b);
        VERIFY_DONE(second);
        QCOMPARE(*readFile(second->path), bytes);
    }
    void flippedByte_anywhere_isFound() {
        record(*m_b, m_participant, "nrs-sleep", 1);
        const auto made = exported(*m_b);
        VERIFY_DONE(made);
        const QByteArray bytes = *readFile(made->path);
        const QString copy = at("copy.zip");
        for (qsizetype place = 0; place < bytes.size(); place += std::max<qsizetype>(1, bytes.size() / 60)) {
            QByteArray changed = bytes;
            changed[place] = static_cast<char>(changed[place] ^ 0x20);
            QVERIFY(writeFile(copy, changed));
            QVERIFY2(!verifyBundle(copy, {}), qPrintable(QString::number(place)));
        }
    }
    void revokedDevice_provesNothingByItself() {
        const auto ofA = exported(*m_a->vault);
        VERIFY_DONE(ofA);
        const auto ofB = exported(*m_b);
        VERIFY_DONE(ofB);
        QJsonObject revoked = deviceKey(m_a->place());
        VERIFY_DONE(verifyBundle(ofA->path, {keys({revoked, deviceKey(placeOfB())}), {}}));
        revoked["revokedAt"] = "2026-11-20T08:00:00.000+08:00";
        const QString registered = keys({revoked, deviceKey(placeOfB())});
        const auto report = verifyBundle(ofA->path, {registered, {}});
        QCOMPARE(report.error().exitStatus(), 1);
        QVERIFY2(report.error().toString().contains("revoked"), qPrintable(report.error().toString()));
        VERIFY_DONE(verifyBundle(ofB->path, {registered, {}})); // what it took in of A stands
    }
    void redactedText_travelsWithoutItsKey() {
        const auto written = m_a->vault->append(m_participant, {{ledger::Suspended{"icu", "Mr Quetzalmann says so"}}},
                                                {"anna", "nurse"});
        VERIFY_DONE(written);
        VERIFY_DONE(desk::Redacting(*m_a->vault).redact(m_participant, *written, "identity"));
        const auto made = exported(*m_a->vault, "full");
        VERIFY_DONE(made);
        VERIFY_DONE(verifyBundle(made->path, {}));
        const auto files = *buildBundle(*m_a->vault, m_participant, "full");
        for (const QByteArray& line : files[sliceFile].split('\n'))
            if (line.contains(idText((*written)[0]).toLatin1()) && line.contains("\\\"kind\\\":\\\"suspended\\\""))
                QVERIFY(!line.contains("\"key\""));
        for (const QByteArray& bytes : files)
            QVERIFY(!bytes.contains("Quetzalmann"));
    }
};

QTEST_GUILESS_MAIN(TestExportDevices)
#include "tst_devices.moc"

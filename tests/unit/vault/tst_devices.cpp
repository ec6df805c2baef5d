#include "core/Ids.h"
#include "desk/Administration.h"
#include "desk/Redacting.h"
#include "desk/Standing.h"
#include "support/TestVault.h"
#include "unit/crypto/Certificates.h"
#include "vault/NewDevice.h"
#include "vault/Rekeying.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace serein;
using namespace serein::test;

namespace {

const vault::Actor anna{"anna", "administrator"};
const QByteArray fresh = "a fresh passphrase for another day";

/// A tablet A with a recovery certificate and a stick, and room for a tablet B.
struct Ward {
    TestVault a;
    TestCertificate site = makeCertificate();
    QTemporaryDir stick;
    QTemporaryDir other;
    std::unique_ptr<vault::Vault> b;

    Ward() {
        const auto certificate = crypto::readCertificate(site.certificatePem, a.clock.now());
        if (!certificate || !a.vault->nameRecovery({{*certificate}, false}, anna))
            qFatal("no recovery certificate");
    }
    [[nodiscard]] vault::Place placeOfB() const { return {other.filePath("vault"), other.filePath("state")}; }
    [[nodiscard]] QString backUp() {
        a.clock.advance(std::chrono::minutes(1));
        const auto made = vault::backUp(*a.vault, {stick.path(), 7}, anna);
        if (!made)
            qFatal("%s", qPrintable(made.error().toString()));
        return made->path;
    }
    [[nodiscard]] vault::Entry entry(const QString& name = "anna") const {
        return {name, crypto::Secret(fresh), cheap};
    }
    [[nodiscard]] Result<vault::NewDeviceReport> restore(const QString& backup) {
        a.clock.advance(std::chrono::hours(1));
        return vault::restore(placeOfB(), {backup, {site.privateKeyPem}, entry()}, a.clock);
    }
    [[nodiscard]] Result<void> openB(const QByteArray& secret = fresh) {
        b.reset();
        auto opened = vault::Vault::unlock(placeOfB(), "anna", crypto::Secret(secret), a.clock);
        if (!opened)
            return std::unexpected(opened.error());
        b = *std::move(opened);
        return {};
    }
};

/// Every row of what is derived about participants; what is the device's own is another's on another device.
QByteArray participantRows(const vault::Place& place, const QByteArray& secret, const Clock& clock) {
    const auto unlocking = vault::Vault::derive(place, "anna", crypto::Secret(secret), clock);
    const auto database = vault::Database::open(place.folder + "/serein.db", unlocking->databaseKey);
    QByteArray rows;
    for (const char* table : {"participants", "anchors", "assessments", "answers", "scores", "alerts", "work"}) {
        auto all = (*database)->prepare((QByteArray("SELECT * FROM ") + table + " ORDER BY 1,2,3").constData());
        while (*all->step())
            rows += all->rowBytes();
    }
    return rows;
}

QList<ledger::Head> headsOf(const vault::Vault& vault, const QUuid& device, const QList<QString>& streams) {
    QList<ledger::Head> found;
    for (const QString& stream : streams) {
        const auto heads = vault.heads(stream);
        for (ledger::Head head : *heads) {
            if ((head.device.isNull() ? vault.device() : head.device) != device)
                continue;
            head.device = {};
            found.append(head);
        }
    }
    return found;
}

QSet<QUuid> idsOf(const vault::Vault& vault, const QStringList& streams) {
    QSet<QUuid> ids;
    qsizetype count = 0;
    for (const QString& stream : streams) {
        const auto events = vault.stream(stream);
        for (const ledger::StoredEvent& stored : *events) {
            ids.insert(ledger::Header::fromBytes(stored.header)->id);
            ++count;
        }
    }
    if (count != ids.size())
        qFatal("an id stands twice");
    return ids;
}

} // namespace

class TestDevices : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void restored_hasTheSameHeadsAndRows_underAnotherDevice() {
        Ward ward;
        const QUuid participant = ward.a.handOver();
        const QStringList streams{idText(participant), ledger::deviceStream};
        const QString backup = ward.backUp();
        const auto manifest = vault::checkBackup(backup, {ward.site.privateKeyPem});
        const QUuid a = ward.a.vault->device();
        ward.a.vault.reset();
        const QByteArray rows = participantRows(ward.a.place(), passphrase, ward.a.clock);
        const auto made = ward.restore(backup);
        VERIFY_DONE(made);
        QVERIFY(made->device != a);
        QCOMPARE(made->revoked, a);
        QCOMPARE(participantRows(ward.placeOfB(), fresh, ward.a.clock), rows);
        VERIFY_DONE(ward.openB());
        QList<ledger::Head> named;
        for (const QString& stream : streams)
            for (const auto& one : manifest->streams)
                if (one.head.stream == stream)
                    named.append(one.head);
        QCOMPARE(headsOf(*ward.b, a, streams), named);
        QVERIFY(ward.b->deviceState().devices[a].revokedAt.isValid());
        QVERIFY(!ward.b->deviceState().devices[made->device].revokedAt.isValid());
        QCOMPARE((*ward.b->participant(participant))->name, QString("Ming Li"));
        const auto verified = ward.b->verify();
        VERIFY_DONE(verified);
        QCOMPARE(verified->devices, 2);
        QCOMPARE(verified->unreadable, 0);
        const auto digest = ward.b->projectionDigest();
        QCOMPARE(*ward.b->rebuild(), *digest);
    }
    void restored_nobodysOldPassphraseOpens_theAdministratorLetsThemIn() {
        Ward ward;
        VERIFY_DONE(
            ward.a.desk().addAccount("bo", {account::Role::Nurse}, crypto::Secret("another long passphrase"), cheap));
        const auto made = ward.restore(ward.backUp());
        VERIFY_DONE(made);
        QCOMPARE(made->waiting, QStringList{"bo"});
        const auto bo = [&](const char* secret) {
            return vault::Vault::unlock(ward.placeOfB(), "bo", crypto::Secret(secret), ward.a.clock);
        };
        QCOMPARE(bo("another long passphrase").error().exitStatus(), 3);
        QCOMPARE(ward.openB(passphrase).error().exitStatus(), 3);
        VERIFY_DONE(ward.openB());
        VERIFY_DONE(ward.b->setPassphrase("bo", crypto::Secret("bo comes back in here"), cheap, anna));
        ward.b.reset();
        VERIFY_DONE(bo("bo comes back in here"));
    }
    void tamperedOrHalfWritten_isRefused_andNothingIsLeft_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("place"); // in thousandths; -1: cut in half; -2: gone
        for (const char* file : {"/serein.db", "/backup.p7m", "/../participant-keys.p7m"}) {
            QTest::addRow("%s changed", file) << QString(file) << 900;
            QTest::addRow("%s cut", file) << QString(file) << -1;
            QTest::addRow("%s gone", file) << QString(file) << -2;
        }
    }
    void tamperedOrHalfWritten_isRefused_andNothingIsLeft() {
        QFETCH(QString, file);
        QFETCH(int, place);
        Ward ward;
        ward.a.enrol();
        const QString backup = ward.backUp();
        QByteArray bytes = *readFile(backup + file);
        if (place == -1)
            bytes.truncate(bytes.size() / 2);
        else
            bytes[bytes.size() * 9 / 10] = static_cast<char>(bytes[bytes.size() * 9 / 10] ^ 1);
        QVERIFY(QFile::remove(backup + file));
        if (place != -2)
            QVERIFY(writeFile(backup + file, bytes));
        const auto made = ward.restore(backup);
        QVERIFY(!made);
        QVERIFY(made.error().exitStatus() == 1 || made.error().exitStatus() == 2);
        QVERIFY(!QDir(ward.placeOfB().folder).exists());
        QVERIFY(QDir(ward.placeOfB().state).isEmpty());
    }
    void anotherKey_whoIsNoAdministrator_andADeviceThatOpensIt_areRefused() {
        Ward ward;
        VERIFY_DONE(
            ward.a.desk().addAccount("bo", {account::Role::Nurse}, crypto::Secret("another long passphrase"), cheap));
        const QString backup = ward.backUp();
        QCOMPARE(
            vault::restore(ward.placeOfB(), {backup, {makeCertificate().privateKeyPem}, ward.entry()}, ward.a.clock)
                .error()
                .exitStatus(),
            1);
        const auto nurse =
            vault::restore(ward.placeOfB(), {backup, {ward.site.privateKeyPem}, ward.entry("bo")}, ward.a.clock);
        QCOMPARE(nurse.error().exitStatus(), 3);
        QVERIFY2(nurse.error().toString().contains("there is anna"), qPrintable(nurse.error().toString()));
        const auto here = vault::restore({ward.other.filePath("vault"), ward.a.place().state},
                                         {backup, {ward.site.privateKeyPem}, ward.entry()}, ward.a.clock);
        QCOMPARE(here.error().exitStatus(), 3);
        QVERIFY(!QDir(ward.placeOfB().folder).exists());
        VERIFY_DONE(ward.a.reopen()); // A still opens
    }
    void lostDeviceReappears_nothingIsLost_noIdIsReused() {
        Ward ward;
        const QUuid first = ward.a.enrol("SYN-001");
        const QString early = ward.backUp();
        const auto made = ward.restore(early);
        VERIFY_DONE(made);
        // B goes on with the first; A, thought lost, goes on too and enrols another.
        VERIFY_DONE(ward.openB());
        VERIFY_DONE(desk::Desk(*ward.b).setAnchor(first, "consent", ward.a.clock.now()));
        ward.a.clock.advance(std::chrono::minutes(5));
        VERIFY_DONE(ward.a.vault->append(first, {{ledger::Noted{"written on the lost tablet"}}}, anna));
        const QUuid second = ward.a.enrol("SYN-002");
        VERIFY_DONE(ward.a.vault->appendToDevice({{ledger::AccountAdded{"mallory", {"administrator"}}}}, anna));
        const QString late = ward.backUp();
        const QStringList streams{idText(first), idText(second), ledger::deviceStream};
        const QSet<QUuid> ofA = idsOf(*ward.a.vault, streams);
        const QSet<QUuid> ofB = idsOf(*ward.b, streams);
        const auto merged = desk::Administration(*ward.b).merge(late, {ward.site.privateKeyPem});
        VERIFY_DONE(merged);
        QCOMPARE(merged->participants, 1);
        QVERIFY(merged->doubled.isEmpty() && merged->twice.isEmpty());
        QSet<QUuid> both = idsOf(*ward.b, streams); // fails where an id stands twice
        QVERIFY(both.contains(ofB));
        // All that A had by then but the event of that backup itself, which follows it.
        QCOMPARE((ofA - both).size(), 1);
        VERIFY_DONE(ward.b->verify());
        VERIFY_DONE(ward.a.vault->verify());
        const auto state = *ward.b->participant(first);
        QVERIFY(state->anchors.contains("consent"));
        QCOMPARE(state->notes.constFirst().text, QString("written on the lost tablet"));
        QCOMPARE((*ward.b->participant(second))->name, QString("Ming Li"));
        // Who the revoked device lets in is let in nowhere else.
        QVERIFY(!ward.b->deviceState().accounts.contains("mallory"));
        // Again: nothing new. And the order of all is the same wherever they are folded.
        QCOMPARE(desk::Administration(*ward.b).merge(late, {ward.site.privateKeyPem})->events, 0);
        const auto digest = ward.b->projectionDigest();
        QCOMPARE(*ward.b->rebuild(), *digest);
        VERIFY_DONE(ward.openB());
        VERIFY_DONE(ward.b->verify());
        VERIFY_DONE(ward.b->append(first, {{ledger::Noted{"and B goes on"}}}, anna));
    }
    void mergedDevice_changedBehindItsBack_isFound() {
        Ward ward;
        const QUuid participant = ward.a.enrol();
        VERIFY_DONE(ward.restore(ward.backUp()));
        const auto unlocking = vault::Vault::derive(ward.placeOfB(), "anna", crypto::Secret(fresh), ward.a.clock);
        const QUuid a = ward.a.vault->device();
        {
            const auto database = vault::Database::open(ward.placeOfB().folder + "/serein.db", unlocking->databaseKey);
            VERIFY_DONE((*database)->execute("DROP TRIGGER events_no_delete"));
            auto cut = (*database)->prepare("DELETE FROM events WHERE device=? AND stream=? AND sequence=2");
            VERIFY_DONE(cut->bind(a.toRfc4122()).bind(idText(participant)).run());
        }
        VERIFY_DONE(ward.openB());
        const auto found = ward.b->verify();
        QVERIFY(!found);
        QVERIFY2(found.error().toString().contains(QString("participant %1, event 2").arg(idText(participant))),
                 qPrintable(found.error().toString()));
    }
    void deviceUsedTwice_isNotMerged() {
        Ward ward;
        const QUuid participant = ward.a.enrol();
        VERIFY_DONE(ward.restore(ward.backUp()));
        // A is set back to before and goes on otherwise, while B knows how it went on: here simply B's own copy of A
        // is changed.
        VERIFY_DONE(ward.a.vault->append(participant, {{ledger::Noted{"one way"}}}, anna));
        VERIFY_DONE(ward.openB());
        const QString one = ward.backUp();
        VERIFY_DONE(desk::Administration(*ward.b).merge(one, {ward.site.privateKeyPem}));
        const auto stored = ward.b->stream(idText(participant))->constLast();
        const auto digest = ward.b->projectionDigest();
        ward.b.reset();
        const auto unlocking = vault::Vault::derive(ward.placeOfB(), "anna", crypto::Secret(fresh), ward.a.clock);
        {
            const auto database = vault::Database::open(ward.placeOfB().folder + "/serein.db", unlocking->databaseKey);
            VERIFY_DONE((*database)->execute("DROP TRIGGER events_no_update"));
            auto change = (*database)->prepare("UPDATE events SET hash=zeroblob(32) WHERE hash=?");
            VERIFY_DONE(change->bind(stored.hash).run());
        }
        VERIFY_DONE(ward.openB());
        VERIFY_DONE(ward.a.vault->append(participant, {{ledger::Noted{"further"}}}, anna));
        const auto merged = desk::Administration(*ward.b).merge(ward.backUp(), {ward.site.privateKeyPem});
        QVERIFY(!merged);
        QVERIFY2(merged.error().toString().contains("used twice"), qPrintable(merged.error().toString()));
        QCOMPARE(*ward.b->projectionDigest(), *digest); // nothing was taken
    }
    void twoDevicesBackUpToOneStick_neitherTakesAwayWhatOnlyTheOtherKnows() {
        Ward ward;
        const QUuid first = ward.a.enrol("SYN-001");
        const QString early = ward.backUp();
        VERIFY_DONE(ward.restore(early));
        VERIFY_DONE(ward.openB());
        // A, thought lost, enrols another and backs up; then B does, before it knows of that.
        VERIFY_DONE(ward.a.vault->append(first, {{ledger::Noted{"written on the lost tablet"}}}, anna));
        const QUuid second = ward.a.enrol("SYN-002");
        const QString late = ward.backUp();
        const auto backUpB = [&] {
            ward.a.clock.advance(std::chrono::minutes(1));
            return vault::backUp(*ward.b, {ward.stick.path(), 1}, anna);
        };
        const auto ofB = backUpB();
        VERIFY_DONE(ofB);
        QVERIFY(QFileInfo::exists(early) && QFileInfo::exists(late)); // one is kept: of B's own
        VERIFY_DONE(desk::Administration(*ward.b).merge(late, {ward.site.privateKeyPem}));
        QCOMPARE((*ward.b->participant(second))->name, QString("Ming Li"));
        QCOMPARE((*ward.b->participant(first))->notes.constFirst().text, QString("written on the lost tablet"));
        const auto verified = ward.b->verify();
        VERIFY_DONE(verified);
        QCOMPARE(verified->unreadable, 0);
        // Now that B knows all of A, what B destroys is gone from A's backups, too.
        VERIFY_DONE(ward.b->append(second, {{ledger::Withdrawn{{"records"}, "participant", {}, "destroyed"}}}, anna));
        VERIFY_DONE(ward.b->destroyKey(second, ledger::BodyClass::Identity));
        VERIFY_DONE(backUpB());
        const auto keys = vault::openBackupKeys(late, {ward.site.privateKeyPem}, false);
        VERIFY_DONE(keys);
        const auto isOf = [&](const QUuid& one) {
            return std::ranges::count_if(keys->participants, [&](const auto& key) {
                return key.first.startsWith(idText(one)) && key.first.endsWith("/identity");
            });
        };
        QCOMPARE(isOf(first), 1);
        QCOMPARE(isOf(second), 0);
        // But not what A wrote since: that stays A's.
        ward.a.clock.advance(std::chrono::minutes(1));
        const QUuid third = ward.a.enrol("SYN-003");
        const QString last = ward.backUp();
        VERIFY_DONE(backUpB());
        VERIFY_DONE(desk::Administration(*ward.b).merge(last, {ward.site.privateKeyPem}));
        QCOMPARE((*ward.b->participant(third))->name, QString("Ming Li"));
    }
    void backupOfADeviceThatNobodyKnows_isNotMerged_untilItIsRegistered() {
        Ward ward;
        const QUuid participant = ward.a.enrol();
        VERIFY_DONE(ward.restore(ward.backUp()));
        VERIFY_DONE(ward.openB());
        VERIFY_DONE(ward.b->append(participant, {{ledger::Noted{"written on B"}}}, anna));
        const QTemporaryDir stick;
        ward.a.clock.advance(std::chrono::minutes(1));
        const auto made = vault::backUp(*ward.b, {stick.path(), 7}, anna);
        VERIFY_DONE(made);
        desk::Administration here(*ward.a.vault); // A was never told of B
        const auto digest = *ward.a.vault->projectionDigest();
        const auto witness = **ward.a.vault->deviceFolder().witness();
        const QList<QMap<QUuid, QByteArray>> wrongOnes{{}, {{ward.b->device(), QByteArray(32, 'k')}}};
        for (const auto& registered : wrongOnes) {
            const auto merged = here.merge(made->path, {ward.site.privateKeyPem}, registered);
            QVERIFY(!merged);
            QCOMPARE(merged.error().exitStatus(), 1);
            QCOMPARE(*ward.a.vault->projectionDigest(), digest);
        }
        QCOMPARE((*ward.a.vault->deviceFolder().witness())->hash, witness.hash);
        VERIFY_DONE(here.merge(made->path, {ward.site.privateKeyPem}, {{ward.b->device(), ward.b->devicePublicKey()}}));
        QCOMPARE((*ward.a.vault->participant(participant))->notes.constFirst().text, QString("written on B"));
        VERIFY_DONE(ward.a.vault->verify());
    }
    void backupWithACheckpointThatItsDeviceDidNotSign_isNotMerged() {
        Ward ward;
        const QUuid participant = ward.a.enrol();
        VERIFY_DONE(ward.restore(ward.backUp()));
        VERIFY_DONE(ward.openB());
        VERIFY_DONE(ward.a.vault->append(participant, {{ledger::Noted{"written on A"}}}, anna));
        VERIFY_DONE(ward.a.vault->checkpointAll(anna));
        // Names whatever there is, so that the backup has nothing to add.
        const QList<ledger::Head> heads{ward.a.vault->heads(idText(participant))->constFirst(),
                                        ward.a.vault->heads(ledger::deviceStream)->constFirst()};
        const auto stranger = crypto::newEd25519();
        const auto signedBy = [&](const QByteArray& signature) {
            return ward.a.vault->appendToDevice({{ledger::Checkpoint{heads, signature}}}, anna);
        };
        VERIFY_DONE(
            signedBy(crypto::sign(stranger.privateKey, ledger::checkpointMessage(ward.a.vault->device(), heads))));
        const QString forged = ward.backUp();
        desk::Administration onB(*ward.b);
        const auto digest = *ward.b->projectionDigest();
        const auto witness = **ward.b->deviceFolder().witness();
        const auto merged = onB.merge(forged, {ward.site.privateKeyPem});
        QVERIFY(!merged);
        QCOMPARE(merged.error().exitStatus(), 1);
        QVERIFY2(merged.error().toString().contains("signature is not this device's"),
                 qPrintable(merged.error().toString()));
        QCOMPARE(*ward.b->projectionDigest(), digest);
        QCOMPARE((*ward.b->deviceFolder().witness())->hash, witness.hash);
        QVERIFY((*ward.b->participant(participant))->notes.isEmpty());
        VERIFY_DONE(ward.b->verify());
    }
    void restored_isHeldAgainstTheRegisteredKey_andSaysWhoSigned() {
        Ward ward;
        ward.a.enrol();
        const QString backup = ward.backUp();
        const QUuid a = ward.a.vault->device();
        const auto with = [&](const QMap<QUuid, QByteArray>& registered) {
            return vault::restore(ward.placeOfB(), {backup, {ward.site.privateKeyPem}, ward.entry(), registered},
                                  ward.a.clock);
        };
        QCOMPARE(with({{a, QByteArray(32, 'k')}}).error().exitStatus(), 1);
        QCOMPARE(with({{QUuid::createUuid(), ward.a.vault->devicePublicKey()}}).error().exitStatus(), 1);
        QVERIFY(!QDir(ward.placeOfB().folder).exists());
        const auto made = with({{a, ward.a.vault->devicePublicKey()}});
        VERIFY_DONE(made);
        QCOMPARE(made->signedBy, ward.a.vault->devicePublicKey());
    }
    void restoredFromBeforeAnErasure_isWhole() {
        Ward ward;
        const QUuid participant = ward.a.enrol();
        const QString early = ward.backUp();
        VERIFY_DONE(ward.a.vault->append(participant,
                                         {{ledger::Withdrawn{{"records"}, "participant", {}, "destroyed"}}}, anna));
        VERIFY_DONE(ward.a.vault->destroyKey(participant, ledger::BodyClass::Identity));
        VERIFY_DONE(ward.a.vault->destroyKey(participant, ledger::BodyClass::Note));
        static_cast<void>(ward.backUp()); // the keys beside both are without theirs now
        VERIFY_DONE(ward.restore(early));
        VERIFY_DONE(ward.openB());
        QCOMPARE((*ward.b->participant(participant))->name, QString());
        VERIFY_DONE(ward.b->verify());
    }
    void erasedHere_isNotRevivedByAnotherDevice() {
        Ward ward;
        const QUuid participant = ward.a.enrol();
        VERIFY_DONE(ward.restore(ward.backUp()));
        VERIFY_DONE(ward.openB());
        VERIFY_DONE(
            ward.b->append(participant, {{ledger::Withdrawn{{"records"}, "participant", {}, "destroyed"}}}, anna));
        VERIFY_DONE(ward.b->destroyKey(participant, ledger::BodyClass::Identity));
        VERIFY_DONE(ward.b->destroyKey(participant, ledger::BodyClass::Note));
        ward.a.enrol("SYN-002");
        VERIFY_DONE(desk::Administration(*ward.b).merge(ward.backUp(), {ward.site.privateKeyPem}));
        QCOMPARE((*ward.b->participant(participant))->name, QString());
        VERIFY_DONE(ward.openB());
        QCOMPARE((*ward.b->participant(participant))->name, QString());
    }
    void erasedThere_isErasedHereTooOnceItIsMerged() {
        Ward ward;
        const QUuid participant = ward.a.enrol();
        VERIFY_DONE(ward.restore(ward.backUp()));
        VERIFY_DONE(ward.openB());
        QCOMPARE((*ward.b->participant(participant))->name, QString("Ming Li"));
        VERIFY_DONE(ward.a.vault->append(participant,
                                         {{ledger::Withdrawn{{"records"}, "participant", {}, "destroyed"}}}, anna));
        VERIFY_DONE(ward.a.vault->destroyKey(participant, ledger::BodyClass::Identity));
        VERIFY_DONE(ward.a.vault->destroyKey(participant, ledger::BodyClass::Note));
        VERIFY_DONE(desk::Administration(*ward.b).merge(ward.backUp(), {ward.site.privateKeyPem}));
        QCOMPARE((*ward.b->participant(participant))->name, QString());
        const auto verified = ward.b->verify();
        VERIFY_DONE(verified);
        QCOMPARE(verified->unreadable, 1);
    }

    void recovered_onAnotherDevice_withoutAnyPassphrase() {
        Ward ward;
        const QUuid participant = ward.a.handOver();
        const QStringList streams{idText(participant), ledger::deviceStream};
        const QUuid a = ward.a.vault->device();
        const auto before = headsOf(*ward.a.vault, a, streams);
        ward.a.vault.reset();
        QVERIFY(QDir(ward.a.place().state).removeRecursively()); // the device is gone
        const vault::Place place{ward.a.place().folder, ward.other.filePath("state")};
        QCOMPARE(
            vault::recover(place, {makeCertificate().privateKeyPem}, ward.entry(), ward.a.clock).error().exitStatus(),
            1);
        const auto made = vault::recover(place, {ward.site.privateKeyPem}, ward.entry(), ward.a.clock);
        VERIFY_DONE(made);
        QCOMPARE(made->revoked, a);
        auto opened = vault::Vault::unlock(place, "anna", crypto::Secret(fresh), ward.a.clock);
        VERIFY_DONE(opened);
        QCOMPARE(headsOf(**opened, a, streams), before);
        VERIFY_DONE((*opened)->verify());
        QCOMPARE((*(*opened)->participant(participant))->name, QString("Ming Li"));
        bool said = false;
        const auto events = (*opened)->events(ledger::deviceStream);
        for (const ledger::Event& event : *events)
            said = said || std::holds_alternative<ledger::AccessRecovered>(event.fact);
        QVERIFY(said);
        (*opened).reset();
        QCOMPARE(vault::Vault::unlock(place, "anna", crypto::Secret(passphrase), ward.a.clock).error().exitStatus(), 3);
    }
    void recovered_whereTheDeviceIs_staysThatDevice_othersKeepTheirPassphrases() {
        Ward ward;
        VERIFY_DONE(
            ward.a.desk().addAccount("bo", {account::Role::Nurse}, crypto::Secret("another long passphrase"), cheap));
        const QUuid a = ward.a.vault->device();
        ward.a.vault.reset();
        const auto made = vault::recover(ward.a.place(), {ward.site.privateKeyPem}, ward.entry(), ward.a.clock);
        VERIFY_DONE(made);
        QVERIFY(made->revoked.isNull());
        QVERIFY(made->waiting.isEmpty());
        QCOMPARE(made->device, a);
        VERIFY_DONE(ward.a.reopen("anna", fresh));
        VERIFY_DONE(ward.a.vault->verify());
        VERIFY_DONE(ward.a.reopen("bo", "another long passphrase"));
    }
    void severalHolders_anyOneOrAllOfThem() {
        Ward ward;
        QList<crypto::Certificate> certificates;
        QList<QByteArray> keys;
        for (const char* name : {"first", "second", "third"}) {
            CertificateWish wish;
            wish.name = name;
            const TestCertificate one = makeCertificate(wish);
            certificates.append(*crypto::readCertificate(one.certificatePem, ward.a.clock.now()));
            keys.append(one.privateKeyPem);
        }
        VERIFY_DONE(ward.a.vault->nameRecovery({certificates, false}, anna));
        const QString any = ward.backUp();
        for (const QByteArray& key : std::as_const(keys))
            VERIFY_DONE(vault::checkBackup(any, {key}));
        QVERIFY(!vault::checkBackup(any, {ward.site.privateKeyPem})); // who was named before
        VERIFY_DONE(ward.a.vault->nameRecovery({certificates, true}, anna));
        const QString all = ward.backUp();
        QCOMPARE(vault::checkBackup(all, {keys[2], keys[0]}).error().exitStatus(), 3);
        QVERIFY(!vault::checkBackup(all, {keys[0]}));
        VERIFY_DONE(vault::checkBackup(all, {keys[1], keys[2], keys[0]})); // in any order
        ward.a.vault.reset();
        const vault::Place place{ward.a.place().folder, ward.other.filePath("state")};
        QVERIFY(!vault::recover(place, {keys[0], keys[1]}, ward.entry(), ward.a.clock));
        VERIFY_DONE(vault::recover(place, keys, ward.entry(), ward.a.clock));
    }

    void rekeyed_oldKeyringOpensNothing_everybodyStillGetsIn_oldDataStayReadable() {
        Ward ward;
        const QUuid participant = ward.a.enrol();
        VERIFY_DONE(
            ward.a.desk().addAccount("bo", {account::Role::Nurse}, crypto::Secret("another long passphrase"), cheap));
        VERIFY_DONE(
            ward.a.desk().addAccount("gone", {account::Role::Nurse}, crypto::Secret("a third long passphrase"), cheap));
        VERIFY_DONE(ward.a.desk().disableAccount("gone", "left the site"));
        const QString keyring = ward.a.place().folder + "/keyring.json";
        const QByteArray old = *readFile(keyring);
        const auto header = ledger::Header::fromBytes(ward.a.vault->stream(idText(participant))->constFirst().header);
        VERIFY_DONE(desk::Administration(*ward.a.vault).rekey());
        VERIFY_DONE(ward.a.vault->append(participant, {{ledger::AnchorSet{"consent", ward.a.clock.now()}}}, anna));
        VERIFY_DONE(ward.a.vault->verify());
        VERIFY_DONE(ward.a.reopen("bo", "another long passphrase"));
        VERIFY_DONE(ward.a.vault->eventKey(*header));
        QCOMPARE((*ward.a.vault->participant(participant))->name, QString("Ming Li"));
        QVERIFY(!readFile(keyring)->contains("gone"));
        VERIFY_DONE(ward.a.reopen());
        VERIFY_DONE(vault::checkBackup(ward.backUp(), {ward.site.privateKeyPem}));
        ward.a.vault.reset();
        const QByteArray current = *readFile(keyring);
        QVERIFY(writeFile(keyring, old));
        QVERIFY(!ward.a.reopen());
        QVERIFY(!ward.a.reopen("bo", "another long passphrase"));
        QVERIFY(writeFile(keyring, current));
        VERIFY_DONE(ward.a.reopen());
    }
    void rekeying_cutShort_opensAllTheSame() {
        Ward ward;
        const QUuid participant = ward.a.enrol();
        const QString folder = ward.a.place().folder;
        const QStringList names{"keyring.json", "participant-keys.json"};
        QMap<QString, QByteArray> before;
        for (const QString& name : names)
            before.insert(name, *readFile(folder + '/' + name));
        VERIFY_DONE(desk::Administration(*ward.a.vault).rekey());
        QMap<QString, QByteArray> after;
        for (const QString& name : names)
            after.insert(name, *readFile(folder + '/' + name));
        // The program ended after the database had its key, before the files took their places.
        const auto key = vault::Vault::derive(ward.a.place(), "anna", crypto::Secret(passphrase), ward.a.clock);
        const auto marker = [&] {
            QJsonObject json{{"actor", "anna"}, {"epoch", idText(QUuid::createUuid())}, {"role", "administrator"}};
            const auto mac =
                crypto::hmacSha256(crypto::hkdf(key->databaseKey.view(), {}, "serein-rekeying"), canonicalJson(json));
            json.insert("check", QString::fromLatin1(mac.toHex()));
            return canonicalJson(json);
        };
        const auto rekeyings = [&] {
            vault::TrailQuery query;
            query.kinds = {"rekeyed"};
            return ward.a.vault->trail(query)->size();
        };
        QCOMPARE(rekeyings(), 1);
        for (const bool keyringMoved : {false, true}) {
            ward.a.vault.reset();
            for (const QString& name : names) {
                const bool moved = keyringMoved && name == names[0];
                QVERIFY(writeFile(folder + '/' + name, moved ? after[name] : before[name]));
                if (!moved)
                    QVERIFY(writeFile(folder + '/' + name + ".next", after[name]));
            }
            QVERIFY(writeFile(folder + "/rekeying.json", marker()));
            VERIFY_DONE(ward.a.reopen());
            QCOMPARE(rekeyings(), keyringMoved ? 3 : 2); // the ledger knows, though the program ended before it did
            QCOMPARE((*ward.a.vault->participant(participant))->name, QString("Ming Li"));
            QVERIFY(!QFile::exists(folder + "/rekeying.json") && !QFile::exists(folder + "/keyring.json.next"));
            VERIFY_DONE(ward.a.reopen());
        }
        // It ended before: what was prepared is for a key that the database never got.
        ward.a.vault.reset();
        QVERIFY(writeFile(folder + "/keyring.json.next", before[names[0]]));
        QVERIFY(writeFile(folder + "/rekeying.json",
                          R"({"actor":"anna","check":"00","epoch":"0190f5f0-0000-7000-8000-000000000001","role":""})"));
        VERIFY_DONE(ward.a.reopen());
        QVERIFY(!QFile::exists(folder + "/keyring.json.next") && !QFile::exists(folder + "/rekeying.json"));
    }

    void redacted_theTextIsGone_theChainAndWhatItCountsForStay() {
        Ward ward;
        const QUuid participant = ward.a.enrol();
        const auto written =
            ward.a.vault->append(participant,
                                 {{ledger::Noted{"asked for Mrs Wang from bed 12"}},
                                  {ledger::Suspended{"icu", "says Mr Zhang, her husband"}},
                                  {ledger::AssessmentOpened{{"BL", "phq9", 1}, "d", "p", "en", {}, false, "self"}},
                                  {ledger::Answered{{"BL", "phq9", 1}, "q1", 2}},
                                  {ledger::Answered{{"BL", "phq9", 1}, "q10", "call 13812345678"}}},
                                 anna);
        VERIFY_DONE(written);
        const QString early = ward.backUp();
        desk::Redacting redacting(*ward.a.vault);
        const auto texts = redacting.texts(participant);
        VERIFY_DONE(texts);
        QCOMPARE(texts->size(), 3);
        const QList<QUuid> ids{(*written)[0], (*written)[1], (*written)[4]};
        QVERIFY(!redacting.redact(participant, {(*written)[3]}, "no text in it"));
        const auto destroyed = redacting.redact(participant, ids, "identity in free text");
        VERIFY_DONE(destroyed);
        QVERIFY(*destroyed);
        const auto state = *ward.a.vault->participant(participant);
        QCOMPARE(state->notes.constFirst().text, QString("[redacted]"));
        QVERIFY(state->suspended);
        QCOMPARE(state->suspended->reason.text, QString("[redacted]"));
        const ledger::AssessmentState& phq = state->assessments[{"BL", "phq9", 1}];
        QCOMPARE(phq.answers["q1"].value.toInt(), 2);
        QCOMPARE(phq.answers["q10"].value.toString(), QString("[redacted]"));
        QCOMPARE(state->redactions.size(), 3);
        QCOMPARE(state->redactions.constFirst().reason.text, QString("identity in free text"));
        QVERIFY(redacting.texts(participant)->isEmpty()); // why it was is none of them: what it keeps hangs on it
        for (const QUuid& id : ids)
            QVERIFY(!ward.a.vault->eventKey(*ledger::Header::fromBytes(ward.a.vault->event(id)->header)));
        const auto verified = ward.a.vault->verify();
        VERIFY_DONE(verified);
        QCOMPARE(verified->unreadable, 3);
        const auto digest = ward.a.vault->projectionDigest();
        QCOMPARE(*ward.a.vault->rebuild(), *digest);
        // Once the rotation came by, no backup made before can be made to say it either.
        static_cast<void>(ward.backUp());
        VERIFY_DONE(ward.restore(early));
        VERIFY_DONE(ward.openB());
        for (const QUuid& id : ids)
            QVERIFY(!ward.b->eventKey(*ledger::Header::fromBytes(ward.b->event(id)->header)));
        VERIFY_DONE(ward.b->verify());
    }
    void reasonOfTheTabletsOwn_isRedacted_hereAndWhereItIsMerged() {
        Ward ward;
        const QUuid participant = ward.a.enrol();
        const QString why = "for Mrs Wang from bed 12";
        const auto written = ward.a.vault->appendToDevice(
            {{ledger::ExportBegun{participant, "full", {}, why}},
             {ledger::Exported{participant, "b1", "full", {}, why, {"csv"}}},
             {ledger::RolesChanged{"anna", {"administrator", "dataManager"}, "Mrs Wang's niece"}},
             {ledger::Refused{"export"}}},
            anna);
        VERIFY_DONE(written);
        const QString early = ward.backUp();
        VERIFY_DONE(ward.restore(early));
        VERIFY_DONE(ward.openB());
        desk::Redacting redacting(*ward.a.vault);
        const auto texts = redacting.texts({});
        VERIFY_DONE(texts);
        QCOMPARE(texts->size(), 3);
        QCOMPARE(texts->constFirst().texts, QStringList{why});
        // An export says its reason twice.
        const QList<QUuid> exported{(*written)[0], (*written)[1]};
        QCOMPARE(QSet<QUuid>(exported.begin(), exported.end()), [&] {
            const QList<QUuid> repeats = redacting.withRepeats({}, exported[1]).value_or(QList<QUuid>());
            return QSet<QUuid>(repeats.begin(), repeats.end());
        }());
        QVERIFY(!redacting.redact({}, {(*written)[3]}, "no text in it"));
        QVERIFY(!redacting.redact(participant, exported, "of another stream"));
        auto destroyed = redacting.redact({}, exported, "identity in a reason");
        VERIFY_DONE(destroyed);
        QVERIFY(*destroyed);
        // Who may do what must outlast any key of its own: that reason is only hidden.
        destroyed = redacting.redact({}, {(*written)[2]}, "identity in a reason");
        VERIFY_DONE(destroyed);
        QVERIFY(!*destroyed);
        const auto holdsFor = [&](const vault::Vault& vault) {
            int left = 0;
            int hidden = 0;
            vault::TrailQuery all;
            all.stream = ledger::deviceStream;
            all.most = -1;
            const auto trail = vault.trail(all);
            for (const vault::TrailEvent& one : *trail) {
                if (const auto* ended = std::get_if<ledger::Exported>(&one.event.fact))
                    left += ended->reason == "[redacted]" && ended->bundle == "b1" ? 1 : 0;
                if (const auto* begun = std::get_if<ledger::ExportBegun>(&one.event.fact))
                    left += begun->reason == "[redacted]" && begun->audience == "full" ? 1 : 0;
                if (const auto* roles = std::get_if<ledger::RolesChanged>(&one.event.fact))
                    left += roles->reason == "[redacted]" && roles->roles.size() == 2 ? 1 : 0;
                if (const auto* redacted = std::get_if<ledger::Redacted>(&one.event.fact))
                    hidden += redacted->reason == "identity in a reason" ? 1 : 0;
            }
            QCOMPARE(left, 3);
            QCOMPARE(hidden, 3);
            for (const QUuid& id : exported)
                QVERIFY(!vault.eventKey(*ledger::Header::fromBytes(vault.event(id)->header)));
            QCOMPARE(vault.deviceState().accounts["anna"].roles.size(), 2); // what it counted for stays
            const auto verified = vault.verify();
            VERIFY_DONE(verified);
            QCOMPARE(verified->unreadable, 2);
        };
        holdsFor(*ward.a.vault);
        const auto digest = ward.a.vault->projectionDigest();
        QCOMPARE(*ward.a.vault->rebuild(), *digest);
        VERIFY_DONE(ward.a.vault->verifyProjections());
        VERIFY_DONE(ward.a.reopen());
        VERIFY_DONE(ward.a.vault->verifyProjections());
        holdsFor(*ward.a.vault);
        // B has its own copy of both keys, until it hears of it; and what a redaction says is redacted by none.
        for (const QUuid& id : exported)
            VERIFY_DONE(ward.b->eventKey(*ledger::Header::fromBytes(ward.b->event(id)->header)));
        for (const ledger::Event& event : ward.a.vault->events(ledger::deviceStream).value_or(QList<ledger::Event>()))
            if (std::holds_alternative<ledger::Redacted>(event.fact))
                QVERIFY(!ward.a.vault->redact({}, {event.header.id}, "again", anna));
    }
    void reasonOfTheTabletsOwn_isRedacted_whereItIsMerged() {
        Ward ward;
        const QUuid participant = ward.a.enrol();
        const auto written =
            ward.a.vault->appendToDevice({{ledger::Exported{participant, "b1", "full", {}, "for Mrs Wang"}}}, anna);
        VERIFY_DONE(written);
        VERIFY_DONE(ward.restore(ward.backUp()));
        VERIFY_DONE(ward.openB());
        const auto key = [&] {
            return ward.b->eventKey(*ledger::Header::fromBytes(ward.b->event(written->constFirst())->header));
        };
        VERIFY_DONE(key());
        // What A says after it was revoked destroys nothing on B.
        ward.a.clock.advance(std::chrono::minutes(1));
        VERIFY_DONE(ward.a.vault->redact({}, *written, "a name", anna));
        VERIFY_DONE(desk::Administration(*ward.b).merge(ward.backUp(), {ward.site.privateKeyPem}));
        VERIFY_DONE(key());
        VERIFY_DONE(ward.b->verify());
        VERIFY_DONE(ward.b->redact({}, *written, "a name", anna));
        QVERIFY(!key());
        VERIFY_DONE(ward.openB());
        VERIFY_DONE(ward.b->verify());
        VERIFY_DONE(ward.b->verifyProjections());
        // Nor is it in what B backs up.
        const QTemporaryDir stick;
        ward.a.clock.advance(std::chrono::minutes(1));
        const auto ofB = vault::backUp(*ward.b, {stick.path(), 7}, anna);
        VERIFY_DONE(ofB);
        const auto keys = vault::openBackupKeys(ofB->path, {ward.site.privateKeyPem}, false);
        VERIFY_DONE(keys);
        QVERIFY(std::ranges::none_of(keys->texts, [&](const auto& one) { return one.event == written->constFirst(); }));
    }
    void whoMayDoWhat_outlastsEveryKeyOfAText() {
        Ward ward;
        ward.a.enrol();
        VERIFY_DONE(ward.a.vault->addAccount("nora", {account::Role::Nurse}, crypto::Secret(fresh), cheap, anna));
        VERIFY_DONE(ward.a.vault->appendToDevice(
            {{ledger::AccountDisabled{"nora", "left the ward"}}, {ledger::StudyDataStateChanged{"locked", "clean"}}},
            anna));
        const QString backup = ward.backUp();
        QVERIFY(QFile::remove(QFileInfo(backup).path() + "/participant-keys.p7m"));
        ward.a.clock.advance(std::chrono::hours(1));
        vault::RestoreOrder order{backup, {ward.site.privateKeyPem}, ward.entry()};
        order.withoutIdentity = true;
        VERIFY_DONE(vault::restore(ward.placeOfB(), order, ward.a.clock));
        VERIFY_DONE(ward.openB());
        QVERIFY(!ward.b->deviceState().accounts["nora"].active);
        QCOMPARE(ward.b->deviceState().dataState, QString("locked"));
    }
    void redactionOfARevokedDevice_changesNothingOfTheVault() {
        Ward ward;
        ward.a.enrol();
        VERIFY_DONE(ward.restore(ward.backUp()));
        VERIFY_DONE(ward.openB());
        QUuid added;
        QUuid note;
        for (const ledger::Event& event : ward.a.vault->events(ledger::deviceStream).value_or(QList<ledger::Event>()))
            if (std::holds_alternative<ledger::AccountAdded>(event.fact))
                added = event.header.id;
        const QUuid participant = ward.a.vault->participants()->constFirst().id;
        const auto noted = ward.b->append(participant, {{ledger::Noted{"prefers mornings"}}}, anna);
        VERIFY_DONE(noted);
        note = noted->constFirst();
        ward.a.clock.advance(std::chrono::minutes(1));
        VERIFY_DONE(ward.a.vault->appendToDevice(
            {{ledger::Redacted{added, "forged", {{"name", "mallory"}, {"roles", QJsonArray{"administrator"}}}, true}},
             {ledger::Redacted{note, "forged", {}, true}}},
            anna));
        VERIFY_DONE(desk::Administration(*ward.b).merge(ward.backUp(), {ward.site.privateKeyPem}));
        VERIFY_DONE(ward.openB());
        QVERIFY(!ward.b->deviceState().accounts.contains("mallory"));
        QVERIFY(ward.b->deviceState().accounts["anna"].active);
        QCOMPARE((*ward.b->participant(participant))->notes.constFirst().text, QString("prefers mornings"));
        VERIFY_DONE(ward.b->verify());
    }
    void redacting_isForInvestigatorsAndDataManagers() {
        TestVault test({account::Role::Nurse});
        const QUuid participant = test.enrol();
        const auto note = test.vault->append(participant, {{ledger::Noted{"a name"}}}, {"anna", "nurse"});
        QCOMPARE(desk::Redacting(*test.vault).redact(participant, *note, "because").error().exitStatus(), 3);
        QCOMPARE((*test.vault->participant(participant))->notes.constFirst().text, QString("a name"));
    }

    void backupIsDue_asOftenAsPlanned_toTheLastFolder() {
        Ward ward;
        desk::Administration administration(*ward.a.vault);
        QVERIFY(!administration.isBackupDue()); // there is no folder yet
        static_cast<void>(ward.backUp());
        QCOMPARE(ward.a.vault->deviceState().backupFolder, ward.stick.path());
        QVERIFY(!administration.isBackupDue());
        ward.a.clock.advance(std::chrono::hours(23));
        QVERIFY(!administration.isBackupDue());
        ward.a.clock.advance(std::chrono::hours(1));
        QVERIFY(administration.isBackupDue());
        VERIFY_DONE(administration.planBackups(48));
        QVERIFY(!administration.isBackupDue());
        VERIFY_DONE(administration.planBackups(0));
        ward.a.clock.advance(std::chrono::hours(1000));
        QVERIFY(!administration.isBackupDue());
    }
    void signedOff_everyHeadIsNamed() {
        TestVault test;
        const QUuid participant = test.enrol();
        VERIFY_DONE(test.vault->signOff());
        const auto head = test.vault->heads(idText(participant))->constFirst();
        QCOMPARE((*test.vault->vouched(test.vault->device(), test.vault->device(), idText(participant)))->head, head);
        VERIFY_DONE(test.reopen());
        VERIFY_DONE(test.vault->verify());
    }
    void clockThatJumps_isSaid() {
        class Watch final : public Clock {
        public:
            QDateTime at = *parseInstant("2026-11-20T09:00+08:00");
            std::chrono::milliseconds up{0};
            [[nodiscard]] QDateTime now() const override { return at; }
            [[nodiscard]] std::optional<std::chrono::milliseconds> running() const override { return up; }
            void pass(std::chrono::seconds time) {
                at = at.addSecs(time.count());
                up += time;
            }
        } watch;
        TestVault test;
        const QUuid participant = test.enrol();
        test.vault.reset();
        const auto jumps = [&](const vault::Vault& vault) {
            QList<ledger::ClockJumped> found;
            const auto events = vault.events(ledger::deviceStream);
            for (const ledger::Event& event : *events)
                if (const auto* jump = std::get_if<ledger::ClockJumped>(&event.fact))
                    found.append(*jump);
            return found;
        };
        auto opened = vault::Vault::unlock(test.place(), "anna", crypto::Secret(passphrase), watch);
        VERIFY_DONE(opened);
        const auto write = [&] {
            VERIFY_DONE((*opened)->append(participant, {{ledger::Located{"ward", "6B", "1"}}}, anna));
        };
        watch.pass(std::chrono::hours(9));
        write();
        watch.pass(std::chrono::seconds(1));
        watch.at = watch.at.addSecs(59); // a time server's correction
        write();
        QVERIFY(jumps(**opened).isEmpty());
        watch.at = watch.at.addSecs(7200);
        write();
        QCOMPARE(jumps(**opened).size(), 1);
        QCOMPARE(jumps(**opened)[0].seconds, 7200);
        QCOMPARE(jumps(**opened)[0].noticed, QString("running"));
        (*opened).reset();
        watch.at = watch.at.addDays(-2);
        opened = vault::Vault::unlock(test.place(), "anna", crypto::Secret(passphrase), watch);
        VERIFY_DONE(opened);
        QCOMPARE(jumps(**opened).size(), 2);
        QCOMPARE(jumps(**opened)[1].noticed, QString("unlock"));
        QCOMPARE(jumps(**opened)[1].seconds, -2 * 86400);
        VERIFY_DONE((*opened)->verify());
    }
    void database_leavesNothingBehind() {
        const QTemporaryDir folder;
        const auto database = vault::Database::open(folder.filePath("x.db"), crypto::randomSecret());
        VERIFY_DONE(database);
        for (const auto& [pragma, value] : {std::pair{"PRAGMA secure_delete", 1}, std::pair{"PRAGMA temp_store", 2}}) {
            auto row = (*database)->prepare(pragma);
            QVERIFY(*row->step());
            QCOMPARE(row->integer(0), value);
        }
    }
    void uncleanShutdown_isSaid_andTheDatabaseIsChecked() {
        TestVault test;
        test.enrol();
        test.vault.reset();
        const QString mark = test.place().state + '/' +
                             QDir(test.place().state).entryList(QDir::Dirs | QDir::NoDotAndDotDot)[0] + "/in-use";
        QVERIFY(!QFile::exists(mark));
        QVERIFY(writeFile(mark, {}));
        VERIFY_DONE(test.reopen());
        QVERIFY(QFile::exists(mark));
        const auto last = [&] { return test.vault->events(ledger::deviceStream)->constLast().fact; };
        QVERIFY(std::get<ledger::Unlocked>(last()).unclean);
        VERIFY_DONE(test.reopen());
        QVERIFY(!std::get<ledger::Unlocked>(last()).unclean);
        // A page that is damaged where nobody would have looked for a while.
        test.vault.reset();
        QFile file(test.place().folder + "/serein.db");
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 2000));
        const QByteArray byte = file.peek(1);
        QCOMPARE(file.write(QByteArray(1, static_cast<char>(byte[0] ^ 1))), 1);
        file.close();
        QVERIFY(writeFile(mark, {}));
        QCOMPARE(test.reopen().error().exitStatus(), 1);
    }
};

QTEST_GUILESS_MAIN(TestDevices)
#include "tst_devices.moc"

// New keys that could not be given whole, and keyrings that an older Serein wrote: nothing is lost, and the way on is
// said.
#include "core/Ids.h"
#include "support/TestVault.h"
#include "vault/Rekeying.h"
#include "vault/VaultFile.h"

#include <QJsonObject>
#include <csignal>
#include <sys/resource.h>
#include <thread>

using namespace serein;
using namespace serein::test;

namespace {

const vault::Actor anna{"anna", "administrator"};
const QByteArray bos = "another long one, bo";

bool replace(const QString& path, const QByteArray& bytes) {
    return (!QFile::exists(path) || QFile::remove(path)) && writeFile(path, bytes);
}

struct Rekeyed {
    TestVault test;
    QUuid participant = test.enrol();
    QString keyring = vault::keyringPath(test.place().folder);
    QString participantKeys = vault::participantKeysPath(test.place().folder);
    QString marker = test.place().folder + "/rekeying.json";

    Rekeyed() {
        if (!test.desk().addAccount("bo", {account::Role::Administrator}, crypto::Secret(bos), cheap))
            qFatal("no second administrator");
    }
    [[nodiscard]] QStringList files() const { return {keyring, participantKeys}; }
    [[nodiscard]] QMap<QString, QByteArray> contents() const {
        QMap<QString, QByteArray> found;
        for (const QString& file : files())
            found.insert(file, *readFile(file));
        return found;
    }
    [[nodiscard]] QMap<QString, QByteArray> beside() const {
        QMap<QString, QByteArray> found;
        for (const QString& file : files())
            if (QFileInfo::exists(vault::nextPath(file)))
                found.insert(file, *readFile(vault::nextPath(file)));
        return found;
    }
    void layBeside(const QMap<QString, QByteArray>& contents) const {
        for (auto file = contents.begin(); file != contents.end(); ++file)
            if (!replace(vault::nextPath(file.key()), file.value()))
                qFatal("cannot be laid there");
    }
    [[nodiscard]] QString nameThere() const { return (*test.vault->participant(participant))->name; }
    [[nodiscard]] qsizetype timesSaid() const {
        vault::TrailQuery query;
        query.kinds = {"rekeyed"};
        return test.vault->trail(query)->size();
    }
    [[nodiscard]] QJsonObject slot(const QString& name) const {
        return readJson(keyring)->toObject()["slots"].toObject()[name].toObject();
    }
    void set(const QString& name, const QString& member, const QJsonValue& value) const {
        QJsonObject json = readJson(keyring)->toObject();
        QJsonObject slotsJson = json["slots"].toObject();
        QJsonObject slot = slotsJson[name].toObject();
        slot.insert(member, value);
        slotsJson.insert(name, slot);
        json.insert("slots", slotsJson);
        if (!replace(keyring, canonicalJson(json)))
            qFatal("cannot be changed");
    }
};

} // namespace

#define VERIFY_SAYS(result, words)                                                                                     \
    do {                                                                                                               \
        const auto& refusedOne = (result);                                                                             \
        QVERIFY(!refusedOne);                                                                                          \
        QVERIFY2(refusedOne.error().toString().contains(words), qPrintable(refusedOne.error().toString()));            \
    } while (false)

class TestRekeying : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void olderKeyring_isProvenByEachOnesUnlock_andRekeyed() {
        Rekeyed at;
        const QJsonValue annas = at.slot("anna")["proof"];
        const QJsonValue theirs = at.slot("bo")["proof"];
        for (const char* name : {"anna", "bo"})
            at.set(name, "proof", {});
        VERIFY_SAYS(vault::rekey(*at.test.vault, anna), "older Serein");
        VERIFY_DONE(at.test.reopen());
        QCOMPARE(at.slot("anna")["proof"], annas);
        QCOMPARE(at.slot("bo")["proof"].toString(), QString()); // whose passphrase nobody gave
        VERIFY_SAYS(vault::rekey(*at.test.vault, anna), "\"bo\"");
        VERIFY_DONE(at.test.reopen("bo", bos));
        QCOMPARE(at.slot("bo")["proof"], theirs);
        VERIFY_DONE(vault::rekey(*at.test.vault, anna));
        VERIFY_DONE(at.test.reopen());
        VERIFY_DONE(at.test.reopen("bo", bos));
    }
    void publicHalfOfSomebodyElse_isNeverProven_data() {
        QTest::addColumn<bool>("withoutProof");
        QTest::newRow("its proof taken away") << true;
        QTest::newRow("its proof left") << false;
    }
    void publicHalfOfSomebodyElse_isNeverProven() {
        QFETCH(bool, withoutProof);
        Rekeyed at;
        at.set("bo", "publicKey", QString::fromLatin1(crypto::newX25519().publicKey.toBase64()));
        if (withoutProof)
            at.set("bo", "proof", {});
        const QByteArray keyring = *readFile(at.keyring);
        VERIFY_DONE(at.test.reopen("bo", bos)); // the private half is still theirs
        QCOMPARE(*readFile(at.keyring), keyring);
        VERIFY_SAYS(vault::rekey(*at.test.vault, anna), "\"bo\"");
        QVERIFY(at.beside().isEmpty());
    }
    void wrongPassphrase_provesNothing() {
        Rekeyed at;
        at.set("bo", "proof", {});
        const QByteArray keyring = *readFile(at.keyring);
        QVERIFY(!at.test.reopen("bo", "not what bo would say"));
        QCOMPARE(*readFile(at.keyring), keyring);
    }

    void inParts_writtenOnAnotherThread_theNewKeysHold() {
        Rekeyed at;
        const auto before = at.contents();
        const auto begun = vault::Rekeying::begin(*at.test.vault, anna);
        VERIFY_DONE(begun);
        QCOMPARE((*begun)->progress(), 0.0);
        QCOMPARE(at.contents(), before); // what is prepared lies beside
        std::thread([&] { (*begun)->write(); }).join();
        QCOMPARE((*begun)->progress(), 1.0);
        VERIFY_DONE((*begun)->end());
        QVERIFY(at.contents()[at.keyring] != before[at.keyring]);
        QCOMPARE(at.timesSaid(), 1);
        QCOMPARE(at.nameThere(), QString("Ming Li"));
        VERIFY_DONE(at.test.reopen("bo", bos));
        VERIFY_DONE(at.test.vault->verify());
        QCOMPARE(at.nameThere(), QString("Ming Li"));
    }
    void pagesThatCannotBeWritten_leaveTheOldKeys_andTheVaultInUse() {
        Rekeyed at;
        const auto before = at.contents();
        const auto begun = vault::Rekeying::begin(*at.test.vault, anna);
        VERIFY_DONE(begun);
        rlimit most = {};
        ::getrlimit(RLIMIT_FSIZE, &most);
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit little{40'000, most.rlim_max}; // some pages, and no more
        ::setrlimit(RLIMIT_FSIZE, &little);
        (*begun)->write();
        ::setrlimit(RLIMIT_FSIZE, &most);
        const auto ended = (*begun)->end();
        QVERIFY(!ended);
        QVERIFY2(ended.error().kind == Error::Kind::Storage, qPrintable(ended.error().toString()));
        QCOMPARE(at.contents(), before);
        QVERIFY(at.beside().isEmpty());
        QCOMPARE(at.timesSaid(), 0);
        at.test.enrol("SYN-002"); // goes on under the old keys
        VERIFY_DONE(at.test.vault->verify());
        VERIFY_DONE(at.test.reopen());
        VERIFY_DONE(at.test.vault->verify());
        QCOMPARE(at.nameThere(), QString("Ming Li"));
        VERIFY_DONE(vault::rekey(*at.test.vault, anna)); // with room again
        QCOMPARE(at.timesSaid(), 1);
        VERIFY_DONE(at.test.reopen());
        VERIFY_DONE(at.test.vault->verify());
    }

    void unknownMarker_everythingStays_andTheOldKeysHold_data() {
        QTest::addColumn<QByteArray>("marker");
        QTest::newRow("cut") << QByteArray("{\"actor\":\"an");
        QTest::newRow("without an epoch") << QByteArray(R"({"check":"00"})");
        QTest::newRow("of another version")
            << QByteArray(R"({"actor":"anna","check":"00","epoch":"0190f5f0-0000-7000-8000-000000000001",)"
                          R"("format":"serein-rekeying-2","role":"administrator"})");
    }
    void unknownMarker_everythingStays_andTheOldKeysHold() {
        QFETCH(QByteArray, marker);
        Rekeyed at;
        const auto before = at.contents();
        const QMap<QString, QByteArray> prepared{{at.keyring, "{\"of\":\"tomorrow\"}"},
                                                 {at.participantKeys, "{\"keys\":{\"0190/identity\":\"AA==\"}}"}};
        at.test.vault.reset();
        at.layBeside(prepared);
        QVERIFY(writeFile(at.marker, marker));
        VERIFY_DONE(at.test.reopen());
        QCOMPARE(at.nameThere(), QString("Ming Li"));
        for (const auto& said : {at.test.vault->verify().error(), vault::rekey(*at.test.vault, anna).error()}) {
            QCOMPARE(said.faults.size(), 1);
            QCOMPARE(said.faults.constFirst().file, at.marker);
            QVERIFY(said.toString().contains("cannot read it"));
        }
        QCOMPARE(at.beside(), prepared);
        QCOMPARE(*readFile(at.marker), marker);
        QCOMPARE(at.contents(), before);
        VERIFY_DONE(
            at.test.vault->setPassphrase("bo", crypto::Secret("what bo says from now on"), cheap, anna)); // goes on
        VERIFY_DONE(at.test.reopen("bo", "what bo says from now on"));
        QCOMPARE(at.beside(), prepared);
    }
    void unknownMarker_theNewKeysHold_andItGoesOnOnceItIsSetAside() {
        Rekeyed at;
        const auto before = at.contents();
        VERIFY_DONE(vault::rekey(*at.test.vault, anna));
        const auto after = at.contents();
        at.test.vault.reset();
        for (const QString& file : at.files())
            QVERIFY(replace(file, before[file]));
        at.layBeside(after);
        QVERIFY(writeFile(at.marker, "{}"));
        for (int time = 0; time < 2; ++time) {
            VERIFY_DONE(at.test.reopen());
            QCOMPARE(at.nameThere(), QString("Ming Li"));
            QCOMPARE(at.beside(), after);
            VERIFY_SAYS(at.test.vault->verify(), at.marker);
        }
        // What would be written into the old file would be lost.
        VERIFY_SAYS(at.test.vault->setPassphrase("bo", crypto::Secret("what bo says from now on"), cheap, anna),
                    at.marker);
        VERIFY_SAYS(at.test.vault->addAccount("cy", {}, crypto::Secret("a third long one, cy"), cheap, anna),
                    at.marker);
        QVERIFY(QFile::remove(at.marker));
        VERIFY_DONE(at.test.reopen());
        QCOMPARE(at.contents(), after);
        QVERIFY(at.beside().isEmpty());
        VERIFY_DONE(at.test.vault->verify());
        VERIFY_DONE(at.test.reopen("bo", bos));
    }
    void unknownMarker_setAside_removesWhatTheDatabaseNeverGot() {
        Rekeyed at;
        const auto before = at.contents();
        TestVault other;
        at.test.vault.reset();
        at.layBeside({{at.keyring, *readFile(vault::keyringPath(other.place().folder))}});
        VERIFY_DONE(at.test.reopen());
        QCOMPARE(at.contents(), before);
        QVERIFY(at.beside().isEmpty());
    }

    void fileThatCannotTakeItsPlace_isSaid_andTakesItOnceItCan() {
        Rekeyed at;
        const QByteArray old = *readFile(at.keyring);
        QVERIFY(QFile::remove(at.participantKeys) && QDir().mkdir(at.participantKeys));
        const auto rekeyed = vault::rekey(*at.test.vault, anna);
        VERIFY_SAYS(rekeyed, "cannot take its place");
        QCOMPARE(rekeyed.error().faults.constFirst().file, at.participantKeys);
        QCOMPARE(at.timesSaid(), 1);
        QCOMPARE(at.nameThere(), QString("Ming Li"));
        const QUuid second = at.test.enrol("SYN-002"); // whose keys are made now
        VERIFY_SAYS(vault::rekey(*at.test.vault, anna), at.participantKeys);
        VERIFY_DONE(at.test.reopen()); // with what lies beside it
        QCOMPARE((*at.test.vault->participant(second))->name, QString("Ming Li"));
        VERIFY_SAYS(at.test.vault->verify(), at.participantKeys);
        QVERIFY(QDir().rmdir(at.participantKeys));
        VERIFY_DONE(at.test.reopen());
        QVERIFY(at.beside().isEmpty() && !QFile::exists(at.marker));
        VERIFY_DONE(at.test.vault->verify());
        QCOMPARE(at.timesSaid(), 1);
        QCOMPARE(at.nameThere(), QString("Ming Li"));
        QCOMPARE((*at.test.vault->participant(second))->name, QString("Ming Li"));
        VERIFY_DONE(vault::rekey(*at.test.vault, anna));
        VERIFY_DONE(at.test.reopen("bo", bos));
        at.test.vault.reset();
        QVERIFY(replace(at.keyring, old));
        QVERIFY(!at.test.reopen());
    }
    void keyringThatCannotTakeItsPlace_opensByWhatWasPrepared() {
        Rekeyed at;
        const auto before = at.contents();
        VERIFY_DONE(vault::rekey(*at.test.vault, anna));
        const auto after = at.contents();
        at.test.vault.reset();
        QVERIFY(QFile::remove(at.keyring) && QDir().mkdir(at.keyring));
        at.layBeside({{at.keyring, after[at.keyring]}});
        QVERIFY(vault::Vault::inspect(at.test.place())->names.contains("bo"));
        VERIFY_DONE(at.test.reopen("bo", bos));
        VERIFY_SAYS(at.test.vault->verify(), at.keyring);
        VERIFY_SAYS(at.test.vault->setPassphrase("bo", crypto::Secret("what bo says from now on"), cheap, anna),
                    at.keyring);
        QVERIFY(QDir().rmdir(at.keyring));
        VERIFY_DONE(at.test.reopen());
        QCOMPARE(at.contents(), after);
        VERIFY_DONE(at.test.vault->verify());
    }
    void markerInTheWay_givesNoKeys() {
        Rekeyed at;
        const auto before = at.contents();
        QVERIFY(QDir().mkdir(at.marker));
        VERIFY_SAYS(vault::rekey(*at.test.vault, anna), at.marker);
        QCOMPARE(at.contents(), before);
        QVERIFY(at.beside().isEmpty());
        QVERIFY(QDir().rmdir(at.marker));
        VERIFY_DONE(vault::rekey(*at.test.vault, anna));
    }
};

QTEST_GUILESS_MAIN(TestRekeying)
#include "tst_rekeying.moc"

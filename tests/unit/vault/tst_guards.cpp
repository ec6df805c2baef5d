// Somebody with the database key, or with older copies of the vault's files, and what Serein notices of it.
#include "core/Ids.h"
#include "support/TestVault.h"
#include "vault/BackupFile.h"
#include "vault/Rekeying.h"
#include "vault/VaultFile.h"

#include <QJsonObject>

using namespace serein;
using namespace serein::test;

namespace {

const vault::Actor anna{"anna", "administrator"};

/// The closed vault's database, as somebody with a passphrase and SQL has it.
std::unique_ptr<vault::Database> databaseOf(const TestVault& test) {
    const auto unlocking = vault::Vault::derive(test.place(), "anna", crypto::Secret(passphrase), test.clock);
    if (!unlocking)
        qFatal("%s", qPrintable(unlocking.error().toString()));
    return *vault::Database::open(vault::databasePath(test.place().folder), unlocking->databaseKey);
}

void sign(TestVault& test) {
    if (const auto done = test.vault->signOff(); !done)
        qFatal("%s", qPrintable(done.error().toString()));
    test.vault.reset();
}

QString stateFile(const TestVault& test, const char* name) {
    const auto locked = vault::Vault::inspect(test.place());
    return test.place().state + '/' + idText(locked->vault) + '/' + name;
}

template<class Kind> QList<Kind> said(const vault::Vault& vault) {
    QList<Kind> found;
    const auto events = vault.events(ledger::deviceStream);
    for (const ledger::Event& event : *events)
        if (const auto* one = std::get_if<Kind>(&event.fact))
            found.append(*one);
    return found;
}

bool replace(const QString& path, const QByteArray& bytes) {
    return (!QFile::exists(path) || QFile::remove(path)) && writeFile(path, bytes);
}

/// A key store of a platform: nothing of it is a file.
class MemoryStore final : public account::SecretStore {
public:
    Result<void> keep(const QUuid& vault, const crypto::Secret& secret) override {
        m_secrets.insert_or_assign(vault, secret.clone());
        return {};
    }
    Result<crypto::Secret> find(const QUuid& vault) const override {
        const auto found = m_secrets.find(vault);
        return found == m_secrets.end() ? Result<crypto::Secret>(refused("none")) : found->second.clone();
    }

private:
    std::map<QUuid, crypto::Secret> m_secrets;
};

Result<std::unique_ptr<vault::Vault>> make(const vault::Place& place, const Clock& clock, bool synthetic) {
    const instrument::Library library = shippedLibrary();
    vault::Creation creation;
    creation.study = demoStudy(library);
    creation.library = &library;
    creation.administrator = "anna";
    creation.passphrase = crypto::Secret(passphrase);
    creation.synthetic = synthetic;
    creation.cost = cheap;
    return vault::Vault::create(place, std::move(creation), clock);
}

} // namespace

#define VERIFY_SAYS(result, words)                                                                                     \
    do {                                                                                                               \
        const auto& refusedOne = (result);                                                                             \
        QVERIFY(!refusedOne);                                                                                          \
        QVERIFY2(refusedOne.error().toString().contains(words), qPrintable(refusedOne.error().toString()));            \
    } while (false)

class TestGuards : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void olderVaultPutBack_isSaid_andTheWitnessIsNotLowered() {
        TestVault test;
        test.enrol();
        sign(test);
        const QString path = vault::databasePath(test.place().folder);
        const QByteArray old = *readFile(path);
        VERIFY_DONE(test.reopen());
        QVERIFY(said<ledger::WitnessFailed>(*test.vault).isEmpty());
        test.enrol("SYN-002");
        sign(test);
        const QByteArray witness = *readFile(stateFile(test, "witness"));
        QVERIFY(replace(path, old));
        for (int time = 1; time <= 2; ++time) { // as long as it is so
            VERIFY_DONE(test.reopen());
            const auto faults = said<ledger::WitnessFailed>(*test.vault);
            QCOMPARE(faults.size(), time);
            QCOMPARE(faults.constLast().how, QString("ahead"));
            QCOMPARE(faults.constLast().sequence, witness.split(' ').constFirst().toInt());
            QVERIFY(!test.vault->verify());
            sign(test);
            QCOMPARE(*readFile(stateFile(test, "witness")), witness);
        }
    }
    void lastEventOfTheTabletsOwn_cantGoUnseen_thoughNoCheckpointNamesIt() {
        TestVault test;
        const QString path = vault::databasePath(test.place().folder);
        sign(test);
        VERIFY_DONE(test.reopen());
        VERIFY_DONE(test.vault->appendToDevice({{ledger::Exported{{}, "b1", "full", {}, "an inspection"}}}, anna));
        test.vault.reset();
        {
            const auto database = databaseOf(test);
            VERIFY_DONE(database->execute("DROP TRIGGER events_no_delete"));
            VERIFY_DONE(database->execute("DELETE FROM events WHERE ordinal=(SELECT max(ordinal) FROM events)"));
        }
        VERIFY_DONE(test.reopen());
        QVERIFY(said<ledger::Exported>(*test.vault).isEmpty());
        QCOMPARE(said<ledger::WitnessFailed>(*test.vault).constLast().how, QString("ahead"));
    }
    void witnessThatCannotBeWritten_failsNothingThatWasWritten() {
        TestVault test;
        test.enrol();
        const QString witness = stateFile(test, "witness");
        QVERIFY(QFile::remove(witness) && QDir().mkpath(witness + "/in the way"));
        VERIFY_DONE(test.vault->appendToDevice({{ledger::Refused{"export"}}}, anna));
        QCOMPARE(said<ledger::Refused>(*test.vault).size(), 1);
    }
    void removedOrChangedWitness_isSaidOnce() {
        TestVault test;
        sign(test);
        QVERIFY(QFile::remove(stateFile(test, "witness")));
        VERIFY_DONE(test.reopen());
        QCOMPARE(said<ledger::WitnessFailed>(*test.vault).constLast().how, QString("missing"));
        VERIFY_SAYS(test.vault->verify(), "witness");
        sign(test);
        VERIFY_DONE(test.reopen());
        VERIFY_DONE(test.vault->verify());
        sign(test);
        QVERIFY(replace(stateFile(test, "witness"), "7 00 00\n"));
        VERIFY_DONE(test.reopen());
        const auto faults = said<ledger::WitnessFailed>(*test.vault);
        QCOMPARE(faults.size(), 2);
        QCOMPARE(faults.constLast().how, QString("changed"));
    }
    void damageFoundAfterAnUncleanEnd_isLookedForAgain() {
        TestVault test;
        test.enrol();
        sign(test);
        QVERIFY(writeFile(stateFile(test, "in-use"), {}));
        const QString path = vault::databasePath(test.place().folder);
        QByteArray bytes = *readFile(path);
        bytes[bytes.size() - 100] = static_cast<char>(bytes[bytes.size() - 100] ^ 1);
        QVERIFY(replace(path, bytes));
        for (int time = 1; time <= 3; ++time) {
            VERIFY_SAYS(test.reopen(), "the database file is damaged");
            QVERIFY(QFile::exists(stateFile(test, "in-use")));
        }
    }
    void uncleanEnd_isSaidOnce() {
        TestVault test;
        test.vault.reset();
        QVERIFY(!QFile::exists(stateFile(test, "in-use"))); // ended as it should
        QVERIFY(writeFile(stateFile(test, "in-use"), {}));
        VERIFY_DONE(test.reopen());
        QVERIFY(said<ledger::Unlocked>(*test.vault).constLast().unclean);
        VERIFY_DONE(test.reopen());
        QVERIFY(!said<ledger::Unlocked>(*test.vault).constLast().unclean);
    }
    void rolesWrittenPastTheChain_openNothing() {
        TestVault test;
        VERIFY_DONE(
            test.desk().addAccount("bo", {account::Role::Nurse}, crypto::Secret("another long one, bo"), cheap));
        sign(test);
        {
            const auto database = databaseOf(test);
            QVERIFY(!database->execute("UPDATE accounts SET roles='administrator'")); // there is no such table
            auto secret = database->prepare("SELECT value FROM secrets WHERE name='class-data'");
            QVERIFY(*secret->step());
            const crypto::Secret key(secret->blob(0));
            auto row = database->prepare("SELECT ordinal,header,body,hash FROM events WHERE stream='device' AND "
                                         "CAST(header AS TEXT)->>'kind'='accountAdded' ORDER BY sequence DESC");
            QVERIFY(*row->step());
            const ledger::Header header = *ledger::Header::fromBytes(row->blob(1));
            // Sealed and hashed as it should be; only the next event follows another one.
            const ledger::StoredEvent forged =
                ledger::sealEvent(header, ledger::AccountAdded{"bo", {"administrator"}}, key);
            VERIFY_DONE(database->execute("DROP TRIGGER events_no_update"));
            auto write = database->prepare("UPDATE events SET body=?,hash=? WHERE ordinal=?");
            VERIFY_DONE(write->bind(forged.body).bind(forged.hash).bind(row->integer(0)).run());
        }
        VERIFY_SAYS(test.reopen("bo", "another long one, bo"), "it was replaced");
    }
    void whatIsSaidDayAfterDay_theLastOfItCounts() {
        TestVault test;
        for (int drift = 1; drift <= 3; ++drift)
            VERIFY_DONE(test.vault->appendToDevice(
                {{ledger::ClockChecked{test.clock.now(), drift}},
                 {ledger::BackedUp{idText(QUuid::createUuid()), 10 * drift, "/somewhere", drift}}},
                anna));
        const ledger::DeviceState state = test.vault->deviceState();
        VERIFY_DONE(test.reopen());
        QCOMPARE(test.vault->deviceState().clockDriftSeconds, 3);
        QCOMPARE(test.vault->deviceState().backedUpEvents, 30);
        QVERIFY(test.vault->deviceState() == state);
        VERIFY_DONE(test.vault->verifyProjections());
    }
    void rowsChangedBehindTheLedger_areFoundAndDerivedAgain() {
        TestVault test;
        test.enrol();
        VERIFY_DONE(test.vault->verifyProjections());
        sign(test);
        VERIFY_DONE(databaseOf(test)->execute("UPDATE participants SET subject='SYN-009'"));
        VERIFY_DONE(test.reopen());
        VERIFY_DONE(test.vault->verify()); // the ledger is whole
        VERIFY_SAYS(test.vault->verifyProjections(), "\"participants\"");
        VERIFY_SAYS(test.vault->verifyProjections(), "\"participants\""); // looking changes nothing
        VERIFY_DONE(test.vault->rebuild());
        VERIFY_DONE(test.vault->verifyProjections());
        QVERIFY(*test.vault->participantBySubject("SYN-001"));
    }
    void definitionChanged_isFound() {
        TestVault test;
        sign(test);
        const auto database = databaseOf(test);
        VERIFY_DONE(vault::checkDefinitions(*database));
        VERIFY_DONE(database->execute("DROP TRIGGER definitions_no_update"));
        VERIFY_DONE(database->execute("UPDATE definitions SET content=CAST(content||' ' AS BLOB) WHERE kind='study'"));
        VERIFY_SAYS(vault::checkDefinitions(*database), "was changed");
    }
    void keyGoneWithoutAnEvent_isFound_data() {
        QTest::addColumn<bool>("ofText");
        QTest::newRow("of a text") << true;
        QTest::newRow("of an identity") << false;
    }
    void keyGoneWithoutAnEvent_isFound() {
        QFETCH(bool, ofText);
        TestVault test;
        const QUuid participant = test.enrol();
        VERIFY_DONE(test.vault->append(participant, {{ledger::Noted{"what nobody likes to read"}}}, anna));
        VERIFY_DONE(test.vault->verify());
        sign(test);
        if (ofText)
            VERIFY_DONE(databaseOf(test)->execute("DELETE FROM text_keys"));
        else
            QVERIFY(replace(vault::participantKeysPath(test.place().folder),
                            R"({"format":"serein-participant-keys-1","keys":{}})"));
        VERIFY_DONE(test.reopen());
        VERIFY_SAYS(test.vault->verify(), "no event says that it was destroyed");
    }
    void erasedIdentity_staysErased_whenAnOldKeyFileIsPutBack() {
        TestVault test;
        const QUuid participant = test.enrol();
        const QString path = vault::participantKeysPath(test.place().folder);
        const QByteArray old = *readFile(path);
        VERIFY_DONE(
            test.vault->append(participant, {{ledger::Withdrawn{{"records"}, "participant", {}, "destroyed"}}}, anna));
        VERIFY_DONE(test.vault->destroyKey(participant, ledger::BodyClass::Identity));
        VERIFY_DONE(test.vault->destroyKey(participant, ledger::BodyClass::Note));
        VERIFY_DONE(test.vault->verify()); // an event says so
        sign(test);
        QVERIFY(replace(path, old));
        VERIFY_DONE(test.reopen());
        QCOMPARE((*test.vault->participant(participant))->name, QString());
        QVERIFY(!readFile(path)->contains(idText(participant).toLatin1()));
    }
    void publicKeyExchanged_isNotSealedTo() {
        TestVault test;
        VERIFY_DONE(
            test.desk().addAccount("bo", {account::Role::Nurse}, crypto::Secret("another long one, bo"), cheap));
        const QString path = vault::keyringPath(test.place().folder);
        const QByteArray whole = *readFile(path);
        QJsonObject json = readJson(path)->toObject();
        QJsonObject slotsJson = json["slots"].toObject();
        QJsonObject slot = slotsJson["bo"].toObject();
        slot.insert("publicKey", QString::fromLatin1(crypto::newX25519().publicKey.toBase64()));
        slotsJson.insert("bo", slot);
        json.insert("slots", slotsJson);
        QVERIFY(replace(path, canonicalJson(json)));
        VERIFY_SAYS(vault::rekey(*test.vault, anna), "the public key of \"bo\"");
        QVERIFY(!QFile::exists(vault::nextPath(path)));
        QVERIFY(replace(path, whole));
        VERIFY_DONE(vault::rekey(*test.vault, anna));
    }
    void nameThatDiffersInCaseOnly_isTaken() {
        TestVault test;
        VERIFY_SAYS(
            test.vault->addAccount("Anna", {account::Role::Nurse}, crypto::Secret("another long one, bo"), cheap, anna),
            "taken");
    }
    void deviceSecret_mayBeInAnotherStoreThanAFile() {
        const QTemporaryDir folder;
        const FixedClock clock(*parseInstant("2026-11-20T09:00+08:00"));
        MemoryStore store;
        const vault::Place place{folder.filePath("vault"), folder.filePath("state"), &store};
        auto made = make(place, clock, true);
        VERIFY_DONE(made);
        const QString state = place.state + '/' + idText((*made)->deviceState().vault);
        made->reset();
        QVERIFY(QFile::exists(state + "/witness") && !QFile::exists(state + "/device-secret"));
        VERIFY_DONE(vault::Vault::unlock(place, "anna", crypto::Secret(passphrase), clock));
        const vault::Place without{place.folder, place.state};
        QCOMPARE(vault::Vault::unlock(without, "anna", crypto::Secret(passphrase), clock).error().exitStatus(), 3);
    }
    void statedTime_skipsNoDelay() {
        TestVault test;
        test.vault.reset();
        int looked = 0;
        for (int hour = 0; hour < 8; ++hour) {
            const StatedClock later(test.clock.now().addSecs(3600 * hour));
            const auto tried = vault::Vault::derive(test.place(), "anna", crypto::Secret("wrong wrong wrong"), later);
            looked += tried.error().toString().contains("too many") ? 0 : 1;
        }
        QVERIFY(looked < 8); // three for nothing, and whatever fits between: it runs as fast as it may
    }
    void statedTime_isAnEvent_exceptInADemonstration() {
        const StatedClock clock(*parseInstant("2031-01-02T09:00+08:00"));
        for (const bool synthetic : {true, false}) {
            const QTemporaryDir folder;
            const auto made = make({folder.filePath("vault"), folder.filePath("state")}, clock, synthetic);
            VERIFY_DONE(made);
            const auto jumps = said<ledger::ClockJumped>(**made);
            QCOMPARE(jumps.size(), synthetic ? 0 : 1);
            if (!synthetic)
                QCOMPARE(jumps.constFirst().noticed, QString("stated"));
            VERIFY_DONE((*made)->verify());
        }
    }
};

QTEST_GUILESS_MAIN(TestGuards)
#include "tst_guards.moc"

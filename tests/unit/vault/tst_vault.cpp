#include "support/TestVault.h"
#include "vault/Database.h"

#include <QDir>
#include <QJsonObject>

using namespace serein;
using namespace serein::test;

class TestVaultRoom : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void unlock_readsBackWhatWasWritten() {
        TestVault test;
        const QUuid participant = test.enrol();
        VERIFY_DONE(test.reopen());
        const auto state = test.vault->participant(participant);
        QVERIFY(state);
        QCOMPARE((*state)->subject, QString("SYN-001"));
        QCOMPARE((*state)->secondIdentifier, QString("1957"));
        QVERIFY((*state)->synthetic);
        QCOMPARE(test.vault->user().name, QString("anna"));
        QCOMPARE(test.vault->study().id, QString("demo"));
    }
    void wrongPassphrase_isRefusedAndEntersTheLedgerAtTheNextUnlock() {
        TestVault test;
        QCOMPARE(test.reopen("anna", "not the passphrase").error().exitStatus(), 3);
        VERIFY_DONE(test.reopen());
        const auto events = test.vault->stream(ledger::deviceStream);
        const auto key = test.vault->eventKey(*ledger::Header::fromBytes(events->constLast().header));
        const auto last = ledger::openEvent(events->constLast(), *key);
        QCOMPARE(std::get<ledger::Unlocked>(last->fact).failedAttempts, 1);
    }
    void secondProgram_isRefused() {
        TestVault test;
        const auto other = vault::Vault::unlock(test.place(), "anna", crypto::Secret(passphrase), test.clock);
        QVERIFY(!other);
        QVERIFY2(other.error().toString().contains("open in another program"), qPrintable(other.error().toString()));
    }
    void disabledAccount_isRefusedThoughItsSlotIsThere() {
        TestVault test;
        VERIFY_DONE(
            test.desk().addAccount("bo", {account::Role::Nurse}, crypto::Secret("another long passphrase"), cheap));
        VERIFY_DONE(test.vault->appendToDevice({{ledger::AccountDisabled{"bo"}}}, {"anna", "administrator"}));
        QCOMPARE(test.reopen("bo", "another long passphrase").error().exitStatus(), 3);
        VERIFY_DONE(test.reopen());
    }
    void folderThatIsNotEmpty_isLeftAlone() {
        TestVault test;
        vault::Creation creation;
        creation.study = demoStudy(test.library);
        creation.library = &test.library;
        creation.administrator = "bo";
        creation.passphrase = crypto::Secret(passphrase);
        creation.cost = cheap;
        QCOMPARE(vault::Vault::create(test.place(), std::move(creation), test.clock).error().exitStatus(), 2);
        VERIFY_DONE(test.reopen());
    }
    void verify_countsAndRebuild_givesTheSameProjections() {
        TestVault test;
        const QUuid participant = test.handOver();
        VERIFY_DONE(
            test.vault->append(participant,
                               {{ledger::AssessmentOpened{{"BL", "phq9", 1}, "d", "p", "en", {}, false, "self"}},
                                {ledger::Answered{{"BL", "phq9", 1}, "q1", 2}},
                                {ledger::AlertRaised{{"BL", "phq9", 1}, "item9", "q9"}}},
                               vault::participantActor));
        VERIFY_DONE(test.vault->checkpoint(participant, {"anna", "nurse"}));
        const auto report = test.vault->verify();
        VERIFY_DONE(report);
        QCOMPARE(report->streams, 2);
        QCOMPARE(report->checkpoints, 1);
        const auto before = test.vault->projectionDigest();
        QVERIFY(before);
        const auto after = test.vault->rebuild();
        VERIFY_DONE(after);
        QCOMPARE(*after, *before);
        QCOMPARE((*test.vault->participant(participant))->alerts.size(), 1);
    }
    void checkpoint_isNotWrittenTwiceForOneHead() {
        TestVault test;
        const QUuid participant = test.enrol();
        const auto first = test.vault->checkpoint(participant, {"anna", "nurse"});
        QCOMPARE(*test.vault->checkpoint(participant, {"anna", "nurse"}), *first);
        VERIFY_DONE(test.desk().setAnchor(participant, "consent", test.clock.now()));
        QVERIFY(*test.vault->checkpoint(participant, {"anna", "nurse"}) != *first);
    }
    void destroyedNoteKey_theChainVerifies_rebuildWorks_theTextIsGone() {
        TestVault test;
        const QUuid participant = test.enrol();
        const auto ids = test.vault->append(participant, {{ledger::Noted{"a private remark"}}}, {"anna", "nurse"});
        QVERIFY(ids);
        const auto stored = test.vault->event(ids->constFirst());
        const auto header = ledger::Header::fromBytes(stored->header);
        QVERIFY(ledger::openEvent(*stored, *test.vault->eventKey(*header)));
        VERIFY_DONE(test.vault->destroyKey(participant, ledger::BodyClass::Note));
        QVERIFY(!test.vault->eventKey(*header));
        QVERIFY(!test.vault->verify()); // as long as no event says so
        const auto before = test.vault->projectionDigest();
        QCOMPARE(*test.vault->rebuild(), *before);
        QCOMPARE((*test.vault->participant(participant))->secondIdentifier,
                 QString("1957")); // the identity key is another
        VERIFY_DONE(test.vault->append(participant, {{ledger::Withdrawn{{"records"}, "participant", {}, "destroyed"}}},
                                       {"anna", "nurse"}));
        VERIFY_DONE(test.vault->verify());
        VERIFY_DONE(test.reopen());
        QVERIFY(!test.vault->eventKey(*header));
    }
    void adoptedDefinition_changesNothingThatWasSubmitted() {
        TestVault test;
        const QUuid participant = test.enrol();
        VERIFY_DONE(test.desk().setAnchor(participant, "consent", test.clock.now()));
        instrument::Answers answers;
        for (int i = 1; i <= 7; ++i)
            answers.insert(QStringLiteral("q%1").arg(i), instrument::AnswerValue(Decimal(2)));
        VERIFY_DONE(test.desk().record({participant, "BL", "gad7", 1, "interview", answers, {}}));
        const ledger::AssessmentKey key{"BL", "gad7", 1};
        const auto before = (*test.vault->participant(participant))->assessments[key];
        QCOMPARE(before.scores["total"].toObject()["value"].toInt(), 14); // 7 × 2

        // A new version whose total counts every item twice.
        instrument::Library changed = test.library;
        instrument::Entry entry = *changed.entry("gad7");
        QByteArray text = canonicalJson(entry.instrument.json);
        text.replace(R"("version":"1.0.0")", R"("version":"9.0.0")").replace("Spitzer", "Changed after Spitzer");
        auto parsed = instrument::parseInstrument(*parseJson(text));
        VERIFY_DONE(parsed);
        entry.instrument = *parsed;
        for (instrument::TextPack& pack : entry.packs) {
            QByteArray words = canonicalJson(pack.json);
            words.replace(R"("instrumentVersion":"1.0.0")", R"("instrumentVersion":"9.0.0")");
            pack = *instrument::parseTextPack(*parseJson(words), entry.instrument);
        }
        changed.add(entry);
        VERIFY_DONE(test.desk().amend(demoStudy(changed), changed));
        QVERIFY(test.vault->library().instrument("gad7")->version == "9.0.0");
        VERIFY_DONE(test.vault->rebuild());
        const auto after = (*test.vault->participant(participant))->assessments[key];
        QCOMPARE(after.scores, before.scores);
        QCOMPARE(after.definition, before.definition);
        QCOMPARE(test.vault->instrumentByHash(after.definition)->version, QString("1.0.0"));
    }
    void smallCache_holdsLittle_andTheUsualAgainOnceTheOutermostIsGone() {
        const QTemporaryDir folder;
        const auto database = *vault::Database::open(folder.filePath("db"), crypto::randomSecret());
        const auto limit = [&] {
            auto row = *database->prepare("PRAGMA cache_size");
            return *row.step() ? -row.integer(0) : 0; // KiB
        };
        const qint64 usual = limit();
        {
            const vault::SmallCache one(*database);
            QCOMPARE(limit(), 2048);
            {
                const vault::SmallCache inner(*database);
            }
            QCOMPARE(limit(), 2048);
        }
        QCOMPARE(limit(), usual);
        QVERIFY(usual > 2048);
    }
    void failedWrite_changesNothing() {
        TestVault test;
        const QUuid participant = test.enrol();
        VERIFY_DONE(test.vault->destroyKey(participant, ledger::BodyClass::Note));
        const auto before = test.vault->projectionDigest();
        // The second draft can't be sealed any more: the first must not be kept either.
        QVERIFY(!test.vault->append(
            participant, {{ledger::AnchorSet{"consent", test.clock.now()}}, {ledger::Noted{"x"}}}, {"anna", "nurse"}));
        QCOMPARE(*test.vault->projectionDigest(), *before);
        QVERIFY((*test.vault->participant(participant))->anchors.isEmpty());
        VERIFY_DONE(test.vault->verify());
    }
    void copiedVault_opensNowhereElse() {
        TestVault test;
        test.vault.reset();
        const vault::Place elsewhere{test.place().folder, test.folder.filePath("another-device")};
        QCOMPARE(vault::Vault::unlock(elsewhere, "anna", crypto::Secret(passphrase), test.clock).error().exitStatus(),
                 3);
    }
};

QTEST_GUILESS_MAIN(TestVaultRoom)
#include "tst_vault.moc"

// Any k of n holders of recovery certificates: who opens what, and whose share is not what it was.
#include "core/Ids.h"
#include "core/Json.h"
#include "support/TestVault.h"
#include "unit/crypto/Certificates.h"
#include "vault/Backup.h"
#include "vault/NewDevice.h"
#include "vault/Recovering.h"
#include "vault/Rekeying.h"
#include "vault/SharedSeal.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace serein;
using namespace serein::test;

namespace {

const vault::Actor anna{"anna", "administrator"};
const QByteArray plain = "what the site keeps";

/// Three people of the site, of whom two are needed.
struct Three {
    QList<crypto::Certificate> holders;
    QList<QByteArray> keys;
    QByteArray sealed;

    Three() {
        for (const char* name : {"Ann", "Ben", "Cai"}) {
            CertificateWish wish;
            wish.algorithm = CertificateWish::Algorithm::Ec;
            wish.bits = 256;
            wish.name = name;
            const TestCertificate made = makeCertificate(wish);
            holders.append(*crypto::readCertificate(made.certificatePem, *parseInstant("2026-11-20T09:00+08:00")));
            keys.append(made.privateKeyPem);
        }
        sealed = *vault::sealShared(plain, holders, 2);
    }
    [[nodiscard]] QJsonObject header() const {
        return parseJson(sealed.mid(16, sealed.indexOf('\n') - 16))->toObject();
    }
    [[nodiscard]] QByteArray sealedShare(int index) const {
        return QByteArray::fromBase64(header()["shares"].toArray()[index].toObject()["sealed"].toString().toLatin1());
    }
    /// Somebody who can change the file puts another share there, and hides it where they can.
    void put(int index, const QByteArray& share, bool hidden) {
        QJsonObject json = header();
        QJsonArray shares = json["shares"].toArray();
        QJsonObject one = shares[index].toObject();
        one.insert("sealed", QString::fromLatin1(share.toBase64()));
        if (hidden)
            one.insert("hash", QString::fromLatin1(crypto::sha256(share).toHex()));
        shares[index] = one;
        json.insert("shares", shares);
        sealed = "serein-shared-1 " + canonicalJson(json) + sealed.mid(sealed.indexOf('\n'));
    }
    [[nodiscard]] Result<QByteArray> open(const QList<int>& whose) const {
        QList<QByteArray> given;
        for (const int index : whose)
            given.append(keys[index]);
        return vault::openShared(sealed, given);
    }
};

QString saidOf(const Result<QByteArray>& opened) {
    return opened ? QStringLiteral("opened") : opened.error().toString();
}

} // namespace

class TestSharedSeal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPairOpensIt_inAnyOrder_andAllThree() {
        const Three three;
        for (const QList<int>& whose : QList<QList<int>>{{0, 1}, {0, 2}, {1, 2}, {2, 0}, {2, 1, 0}}) {
            const auto opened = three.open(whose);
            QVERIFY2(opened, qPrintable(saidOf(opened)));
            QCOMPARE(*opened, plain);
        }
        QVERIFY(!three.sealed.contains(plain));
    }
    void oneAlone_isRefused_andTheOthersAreNamed() {
        const Three three;
        for (const int alone : {0, 1, 2}) {
            const auto opened = three.open({alone, alone});
            QVERIFY(!opened);
            QCOMPARE(opened.error().exitStatus(), 3);
            for (const int other : {0, 1, 2})
                QCOMPARE(saidOf(opened).contains(three.holders[other].subject), other != alone);
            QVERIFY2(saidOf(opened).contains("any 2 are needed, and 1 given"), qPrintable(saidOf(opened)));
        }
    }
    void strangersKey_opensNothing() {
        const Three three;
        const QByteArray stranger = makeCertificate().privateKeyPem;
        QCOMPARE(vault::openShared(three.sealed, {stranger}).error().exitStatus(), 1);
        QCOMPARE(vault::openShared(three.sealed, {three.keys[0], stranger}).error().exitStatus(), 1);
        QCOMPARE(vault::openShared(three.sealed, {"no key"}).error().exitStatus(), 2);
    }
    void damagedShare_isNamed_andTheOthersOpenItStill() {
        Three three;
        QByteArray share = three.sealedShare(1);
        share[share.size() / 2] = static_cast<char>(share[share.size() / 2] ^ 1);
        three.put(1, share, false);
        const auto opened = three.open({0, 1});
        QCOMPARE(opened.error().exitStatus(), 1);
        QVERIFY2(saidOf(opened).contains("the share of " + three.holders[1].subject), qPrintable(saidOf(opened)));
        QCOMPARE(*three.open({0, 2}), plain);
        QCOMPARE(*three.open({0, 1, 2}), plain);
    }
    void forgedShare_isNamed_andOpensNothing_data() {
        QTest::addColumn<bool>("fromAnotherSealing");
        QTest::newRow("of another sealing") << true;
        QTest::newRow("no share at all") << false;
    }
    void forgedShare_isNamed_andOpensNothing() {
        QFETCH(bool, fromAnotherSealing);
        Three three;
        if (fromAnotherSealing) {
            Three other = three;
            other.sealed = *vault::sealShared("what somebody else would have them use", three.holders, 2);
            three.put(1, other.sealedShare(1), true);
        } else {
            three.put(1, *crypto::cmsSeal("anything", {three.holders[1]}), true);
        }
        const auto opened = three.open({0, 1});
        QCOMPARE(opened.error().exitStatus(), 1);
        QVERIFY2(saidOf(opened).contains(three.holders[1].subject), qPrintable(saidOf(opened)));
        QCOMPARE(*three.open({0, 1, 2}), plain);
    }
    void holderWhoChangesTheirShare_isNamed() {
        Three three;
        QByteArray opened = *crypto::cmsOpen(three.sealedShare(1), three.keys[1]);
        QVERIFY(opened.startsWith("serein-share-1 "));
        opened[opened.size() - 1] = static_cast<char>(opened[opened.size() - 1] ^ 1);
        const auto joined = vault::openShared(three.sealed, {three.keys[0], opened});
        QCOMPARE(joined.error().exitStatus(), 1);
        QVERIFY2(saidOf(joined).contains("the share of " + three.holders[1].subject), qPrintable(saidOf(joined)));
        three.put(1, *crypto::cmsSeal(opened, {three.holders[1]}), true); // and seals it again
        QVERIFY(saidOf(three.open({0, 1})).contains("the share of " + three.holders[1].subject));
    }
    void shareOpenedElsewhere_countsLikeAKey() {
        const Three three;
        const QByteArray opened = *crypto::cmsOpen(three.sealedShare(2), three.keys[2]);
        QCOMPARE(*vault::openShared(three.sealed, {opened, three.keys[0]}), plain);
        QCOMPARE(vault::openShared(three.sealed, {opened, three.keys[2]}).error().exitStatus(), 3); // one holder
        QCOMPARE(
            vault::openShared(three.sealed, {three.keys[0], opened.first(opened.indexOf('\n'))}).error().exitStatus(),
            2);
    }
    void changedContentOrHeader_isFound() {
        Three three;
        const QByteArray whole = three.sealed;
        three.sealed[three.sealed.size() - 1] = static_cast<char>(three.sealed[three.sealed.size() - 1] ^ 1);
        QCOMPARE(three.open({0, 1}).error().exitStatus(), 1);
        three.sealed = whole.first(whole.indexOf('\n')); // cut short
        QCOMPARE(three.open({0, 1}).error().exitStatus(), 1);
        Three other = three;
        other.sealed = *vault::sealShared("what was backed up last year", three.holders, 2);
        three.sealed = whole.first(whole.indexOf('\n')) + other.sealed.mid(other.sealed.indexOf('\n'));
        QCOMPARE(three.open({0, 1}).error().exitStatus(), 1);
    }
    void whatCannotBeAskedFor_isRefusedWithWords_data() {
        QTest::addColumn<int>("holders");
        QTest::addColumn<int>("needed");
        QTest::addColumn<bool>("all");
        QTest::addColumn<QString>("words");
        QTest::newRow("one of three") << 3 << 1 << false << "at least 2 holders";
        QTest::newRow("fewer than none") << 3 << -1 << false << "at least 2 holders";
        QTest::newRow("three of two") << 2 << 3 << false << "3 holders cannot be needed where 2 are named";
        QTest::newRow("too many") << 256 << 2 << false << "at most 255 holders";
        QTest::newRow("two, and all") << 3 << 2 << true << "not both";
    }
    void whatCannotBeAskedFor_isRefusedWithWords() {
        QFETCH(int, holders);
        QFETCH(int, needed);
        QFETCH(bool, all);
        QFETCH(QString, words);
        const Three three;
        vault::Recovery recovery{{}, all, needed};
        for (int index = 0; index < holders; ++index)
            recovery.holders.append(three.holders[index % 3]);
        const auto checked = vault::checkRecovery(recovery);
        QVERIFY(!checked);
        QCOMPARE(checked.error().faults.constFirst().pointer, QString("/needed"));
        QVERIFY2(checked.error().toString().contains(words), qPrintable(checked.error().toString()));
    }
    void oneHolder_hasOneShare() {
        const Three three;
        QVERIFY(vault::checkRecovery({{three.holders[0], three.holders[1], three.holders[0]}, false, 2})
                    .error()
                    .toString()
                    .contains("named twice"));
    }

    void vaultAndBackups_openToAnyTwo_alsoAfterRekeying() {
        const Three three;
        TestVault test;
        VERIFY_DONE(test.vault->nameRecovery({three.holders, false, 2}, anna));
        QCOMPARE(test.vault->deviceState().recoveryNeeded, 2);
        QVERIFY(test.vault->deviceState().recoveryNeedsAll); // what an older Serein makes of it
        QVERIFY(test.vault->nameRecovery({three.holders, false, 4}, anna).error().toString().contains("/needed"));
        test.enrol();
        VERIFY_DONE(vault::rekey(*test.vault, anna));
        QTemporaryDir stick;
        const auto made = vault::backUp(*test.vault, {stick.path(), 7}, anna);
        VERIFY_DONE(made);
        VERIFY_DONE(vault::checkBackup(made->path, {three.keys[2], three.keys[0]}));
        QCOMPARE(vault::checkBackup(made->path, {three.keys[2]}).error().exitStatus(), 3);
        QTemporaryDir other;
        const auto entry = [] {
            return vault::Entry{"anna", crypto::Secret(QByteArrayView("a fresh passphrase for another day")), cheap};
        };
        const vault::Place restored{other.filePath("vault"), other.filePath("state")};
        VERIFY_DONE(vault::restore(restored, {made->path, {three.keys[0], three.keys[1]}, entry()}, test.clock));
        test.vault.reset();
        const vault::Place moved{test.place().folder, other.filePath("another")};
        QCOMPARE(vault::recover(moved, {three.keys[1]}, entry(), test.clock).error().exitStatus(), 3);
        VERIFY_DONE(vault::recover(moved, {three.keys[1], three.keys[2]}, entry(), test.clock));
        const auto opened = vault::Vault::unlock(
            moved, "anna", crypto::Secret(QByteArrayView("a fresh passphrase for another day")), test.clock);
        VERIFY_DONE(opened);
        VERIFY_DONE((*opened)->verify());
        QVERIFY(*(*opened)->participantBySubject("SYN-001"));
    }
    void anyOfThem_takesItBack() {
        const Three three;
        TestVault test;
        VERIFY_DONE(test.vault->nameRecovery({three.holders, false, 2}, anna));
        VERIFY_DONE(test.vault->nameRecovery({three.holders, false}, anna));
        VERIFY_DONE(test.reopen());
        QCOMPARE(test.vault->deviceState().recoveryNeeded, 0);
        QVERIFY(!test.vault->deviceState().recoveryNeedsAll);
    }
};

QTEST_GUILESS_MAIN(TestSharedSeal)
#include "tst_shared_seal.moc"

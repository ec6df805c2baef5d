#include "crypto/Crypto.h"

#include <QTest>
#include <rapidcheck.h>

using namespace serein;
using namespace serein::crypto;

namespace {
QByteArray flipped(QByteArray bytes, qsizetype at) {
    bytes[at] = static_cast<char>(bytes[at] ^ 0x01);
    return bytes;
}
QByteArray bytes(const std::vector<char>& from) {
    return {from.data(), static_cast<qsizetype>(from.size())};
}
} // namespace

class TestSealing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gcm_opensThePublishedVector() { // McGrew and Viega 2004, test case 16: AES-256 with additional data
        const Secret key(QByteArray::fromHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"));
        const QByteArray sealed = QByteArray::fromHex(
            "cafebabefacedbaddecaf888"
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838"
            "c5f61e6393ba7a0abcc9f662"
            "76fc6ece0f4e1768cddf8853bb2d551b");
        const auto plain = open(key, sealed, QByteArray::fromHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"));
        QVERIFY(plain);
        QCOMPARE(plain->view().toByteArray().toHex(),
                 QByteArray("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                            "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"));
    }
    void sealed_opensToItself() {
        QVERIFY(rc::check([](const std::vector<char>& plain, const std::vector<char>& context) {
            const Secret key = randomSecret();
            const auto opened = open(key, seal(key, bytes(plain), bytes(context)), bytes(context));
            RC_ASSERT(opened.has_value());
            RC_ASSERT(opens(key, seal(key, bytes(plain), bytes(context)), bytes(context)));
            RC_ASSERT(opened->view().toByteArray() == bytes(plain));
        }));
    }
    void opener_saysOfEachMessage_whatItsOwnDerivedKeyDoes() {
        Opener opener;
        const Secret secret = randomSecret();
        for (int size = 0; size < 1100; size += 137) { // longer than what is looked at in one piece
            const QByteArray salt = randomBytes(16);
            const QByteArray sealed = seal(hkdf(secret.view(), salt, "one"), QByteArray(size, 'a'), "context");
            QVERIFY(opener.opens({secret, salt, "one"}, sealed, "context"));
            QVERIFY(!opener.opens({secret, salt, "two"}, sealed, "context"));
            QVERIFY(!opener.opens({secret, randomBytes(16), "one"}, sealed, "context"));
            QVERIFY(!opener.opens({randomSecret(), salt, "one"}, sealed, "context"));
            QVERIFY(!opener.opens({secret, salt, "one"}, sealed, "other"));
            for (qsizetype at = 0; at < sealed.size(); at += 11)
                QVERIFY(!opener.opens({secret, salt, "one"}, flipped(sealed, at), "context"));
            QVERIFY(!opener.opens({secret, salt, "one"}, sealed.chopped(1), "context"));
            QVERIFY(!opener.opens({secret, salt, "one"}, {}, "context"));
            QVERIFY(opener.opens({secret, salt, "one"}, sealed, "context")); // nothing stays of what did not open
        }
    }
    void sealedToAKey_opensToItself() {
        QVERIFY(rc::check([](const std::vector<char>& plain) {
            const KeyPair pair = newX25519();
            const auto sealed = sealTo(pair.publicKey, Secret(bytes(plain)), "context");
            RC_ASSERT(sealed.has_value());
            const auto opened = openFrom(pair.privateKey, *sealed, "context");
            RC_ASSERT(opened.has_value());
            RC_ASSERT(opened->view().toByteArray() == bytes(plain));
        }));
    }
    void formatToAKey_isAsDocumented() { // from RFC 7748, section 6.1: Alice's key as the ephemeral one, Bob receives
        const QByteArray alice =
            QByteArray::fromHex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
        const QByteArray bob = QByteArray::fromHex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
        const Secret bobPrivate(
            QByteArray::fromHex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
        const QByteArray shared =
            QByteArray::fromHex("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
        const QByteArray sealed = alice + seal(hkdf(shared, alice + bob, "context"), "an answer", {});
        const auto opened = openFrom(bobPrivate, sealed, "context");
        QVERIFY(opened);
        QCOMPARE(opened->view().toByteArray(), QByteArray("an answer"));
    }
    void sameContent_neverSealsTwiceToTheSameBytes() {
        const Secret key = randomSecret();
        QVERIFY(seal(key, "answer", {}) != seal(key, "answer", {}));
    }
    void anyChangedByte_isRefused() {
        const Secret key = randomSecret();
        const QByteArray sealed = seal(key, QByteArray(1000, 'a'), "context");
        for (qsizetype at = 0; at < sealed.size(); ++at) {
            const auto opened = open(key, flipped(sealed, at), "context");
            QVERIFY2(!opened, QByteArray::number(at).constData());
            QCOMPARE(opened.error().kind, Error::Kind::Wrong);
            QVERIFY(!opens(key, flipped(sealed, at), "context"));
        }
        for (qsizetype size = 0; size < sealed.size(); ++size) {
            QVERIFY(!open(key, sealed.first(size), "context"));
            QVERIFY(!opens(key, sealed.first(size), "context"));
        }
        QVERIFY(!open(key, sealed + 'x', "context"));
    }
    void anyChangedByteToAKey_isRefused() {
        const KeyPair pair = newX25519();
        const QByteArray sealed = *sealTo(pair.publicKey, Secret(QByteArrayView("an answer")), "context");
        for (qsizetype at = 0; at < sealed.size(); ++at) {
            const auto opened = openFrom(pair.privateKey, flipped(sealed, at), "context");
            QVERIFY2(!opened, QByteArray::number(at).constData());
            QCOMPARE(opened.error().kind, Error::Kind::Wrong);
        }
        for (qsizetype size = 0; size < sealed.size(); ++size)
            QVERIFY(!openFrom(pair.privateKey, sealed.first(size), "context"));
    }
    void otherKeyOrContext_isRefused() {
        const Secret key = randomSecret();
        QVERIFY(!open(key, seal(key, "an answer", "data"), "identity"));
        QVERIFY(!open(randomSecret(), seal(key, "an answer", "data"), "data"));
        QVERIFY(!open(randomSecret(16), seal(key, "an answer", "data"), "data"));
        QVERIFY(!opens(key, seal(key, "an answer", "data"), "identity"));
        QVERIFY(!opens(randomSecret(), seal(key, "an answer", "data"), "data"));
        QVERIFY(!opens(randomSecret(16), seal(key, "an answer", "data"), "data"));
        const KeyPair pair = newX25519();
        const QByteArray sealed = *sealTo(pair.publicKey, Secret(QByteArrayView("an answer")), "data");
        QVERIFY(!openFrom(pair.privateKey, sealed, "identity"));
        QVERIFY(!openFrom(newX25519().privateKey, sealed, "data"));
        QVERIFY(!openFrom(Secret(), sealed, "data"));
    }
    void notAPublicKey_isRefused() {
        const Secret plain(QByteArrayView("an answer"));
        QCOMPARE(sealTo(QByteArray(31, 'a'), plain, {}).error().kind, Error::Kind::Unusable);
        // A point of low order makes the shared secret known to everyone.
        QCOMPARE(sealTo(QByteArray(32, '\0'), plain, {}).error().kind, Error::Kind::Unusable);
    }
};

QTEST_APPLESS_MAIN(TestSealing)
#include "tst_sealing.moc"

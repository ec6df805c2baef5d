#include "crypto/Crypto.h"
#include "unit/crypto/Certificates.h"

#include <QTest>
#include <rapidcheck.h>

using namespace serein;
using namespace serein::crypto;

class TestKeys : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void x25519_isRfc7748Section61_data() {
        QTest::addColumn<QByteArray>("privateKey");
        QTest::addColumn<QByteArray>("publicKey");
        QTest::newRow("Alice") << QByteArray("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a")
                               << QByteArray("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
        QTest::newRow("Bob") << QByteArray("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb")
                             << QByteArray("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
    }
    void x25519_isRfc7748Section61() {
        QFETCH(QByteArray, privateKey);
        QFETCH(QByteArray, publicKey);
        QCOMPARE(x25519PublicKey(Secret(QByteArray::fromHex(privateKey))).toHex(), publicKey);
    }
    void ed25519_isRfc8032Section71_data() {
        QTest::addColumn<QByteArray>("privateKey");
        QTest::addColumn<QByteArray>("publicKey");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("signature");
        QTest::newRow("test 1") << QByteArray("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
                                << QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
                                << QByteArray("")
                                << QByteArray(
                                       "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590"
                                       "a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
        QTest::newRow("test 2") << QByteArray("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
                                << QByteArray("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
                                << QByteArray("72")
                                << QByteArray(
                                       "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e"
                                       "15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    }
    void ed25519_isRfc8032Section71() {
        QFETCH(QByteArray, privateKey);
        QFETCH(QByteArray, publicKey);
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, signature);
        const QByteArray text = QByteArray::fromHex(message);
        QCOMPARE(sign(Secret(QByteArray::fromHex(privateKey)), text).toHex(), signature);
        QVERIFY(verify(QByteArray::fromHex(publicKey), text, QByteArray::fromHex(signature)));
    }
    void signature_holdsForItsMessageAndKeyOnly() {
        QVERIFY(rc::check([](const std::string& message) {
            const KeyPair pair = newEd25519();
            const QByteArray text = QByteArray::fromStdString(message);
            QByteArray signature = sign(pair.privateKey, text);
            RC_ASSERT(verify(pair.publicKey, text, signature));
            RC_ASSERT(!verify(pair.publicKey, text + 'x', signature));
            RC_ASSERT(!verify(newEd25519().publicKey, text, signature));
            const auto at = *rc::gen::inRange<qsizetype>(0, signature.size());
            signature[at] = static_cast<char>(signature[at] ^ 0x10);
            RC_ASSERT(!verify(pair.publicKey, text, signature));
        }));
    }
    void malformedSignatureOrKey_isRefused() {
        const KeyPair pair = newEd25519();
        QVERIFY(!verify(pair.publicKey, "message", {}));
        QVERIFY(!verify({}, "message", sign(pair.privateKey, "message")));
        QVERIFY(!verify("short", "message", sign(pair.privateKey, "message")));
    }
    void pem_readsBackTheSame() {
        const KeyPair pair = newEd25519();
        const QByteArray pem = ed25519Pem(pair.publicKey);
        QVERIFY(pem.startsWith("-----BEGIN PUBLIC KEY-----\n"));
        QCOMPARE(*ed25519FromPem(pem), pair.publicKey);
    }
    void otherPem_isRefused() {
        const auto rsa = test::makeCertificate();
        for (const QByteArray& text : {QByteArray(), QByteArray("not a key"), rsa.privateKeyPem, rsa.certificatePem,
                                       QByteArray("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")}) {
            const auto key = ed25519FromPem(text);
            QVERIFY(!key);
            QCOMPARE(key.error().kind, Error::Kind::Unusable);
        }
    }
};

QTEST_APPLESS_MAIN(TestKeys)
#include "tst_keys.moc"

#include "crypto/Crypto.h"

#include <QSet>
#include <QTest>

using namespace serein;
using namespace serein::crypto;

namespace {
QByteArray hex(const char* text) {
    return QByteArray::fromHex(text);
}
QByteArray hex(const Secret& secret) {
    return secret.view().toByteArray().toHex();
}
} // namespace

class TestDerivation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sha256_isFips180() {
        QCOMPARE(sha256("abc").toHex(), QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha256({}).toHex(), QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }
    void hmac_isRfc4231Case2() {
        QCOMPARE(hmacSha256(Secret(QByteArrayView("Jefe")), "what do ya want for nothing?").toHex(),
                 QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    }
    void hkdf_isRfc5869Case1() {
        const Secret derived =
            hkdf(QByteArray(22, '\x0b'), hex("000102030405060708090a0b0c"), hex("f0f1f2f3f4f5f6f7f8f9"), 42);
        QCOMPARE(hex(derived), QByteArray("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                                          "34007208d5b887185865"));
    }
    void hkdf_isRfc5869Case3_withoutSaltAndInfo() {
        QCOMPARE(hex(hkdf(QByteArray(22, '\x0b'), {}, {}, 42)),
                 QByteArray("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"));
    }
    void hkdf_differsByInfo() { QVERIFY(!hkdf("key", "salt", "one").equals(hkdf("key", "salt", "other"))); }
    void scrypt_isRfc7914() { // the first 32 of the 64 bytes published; PBKDF2's first block
        const auto derived = scrypt(Secret(QByteArrayView("pleaseletmein")), "SodiumChloride", {14, 8, 1});
        QVERIFY(derived);
        QCOMPARE(hex(*derived), QByteArray("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"));
    }
    void scrypt_takesTheDefaultCost() { QVERIFY(scrypt(Secret(QByteArrayView("passphrase")), "salt", {})); }
    void costOutsideTheBounds_isRefused_data() {
        QTest::addColumn<int>("logN");
        QTest::addColumn<int>("r");
        QTest::addColumn<int>("p");
        QTest::newRow("lowered") << 13 << 8 << 1;
        QTest::newRow("takes gigabytes") << 21 << 8 << 1;
        QTest::newRow("negative") << -1 << 8 << 1;
        QTest::newRow("shift out of range") << 64 << 8 << 1;
        QTest::newRow("small blocks") << 17 << 1 << 1;
        QTest::newRow("many lanes") << 17 << 8 << 1000;
    }
    void costOutsideTheBounds_isRefused() {
        QFETCH(int, logN);
        QFETCH(int, r);
        QFETCH(int, p);
        const auto derived = scrypt(Secret(QByteArrayView("passphrase")), "salt", {logN, r, p});
        QVERIFY(!derived);
        QCOMPARE(derived.error().kind, Error::Kind::Unusable);
    }
    void randomBytes_neverRepeat() {
        QSet<QByteArray> seen;
        for (int i = 0; i < 1000; ++i)
            seen.insert(randomBytes(16));
        QCOMPARE(seen.size(), 1000);
        QCOMPARE(randomBytes(0), QByteArray());
        QCOMPARE(randomSecret().size(), std::size_t{32});
        QVERIFY(!randomSecret().equals(randomSecret()));
    }
};

QTEST_APPLESS_MAIN(TestDerivation)
#include "tst_derivation.moc"

#include "core/Clock.h"
#include "core/Json.h"
#include "crypto/CmsSealer.h"
#include "unit/crypto/Certificates.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace serein;
using namespace serein::crypto;
using test::CertificateWish;
using test::TestCertificate;

namespace {
constexpr auto plain = "subject,item,value\nS-001,phq9.1,2\n";
Certificate read(const TestCertificate& made) {
    return readCertificate(made.certificatePem, *parseInstant("2026-11-20T14:05+08:00")).value();
}
} // namespace

class TestCms : public QObject {
    Q_OBJECT
private:
    TestCertificate m_rsa;
    TestCertificate m_otherRsa;
    TestCertificate m_ec;
    TestCertificate m_stranger;
    TestCertificate m_ecStranger;

    /// Empty where it is refused.
    [[nodiscard]] QByteArray inPieces(const QByteArray& content, qint64 size) const {
        QByteArray sealed;
        auto sealer =
            CmsSealer::begin(size, {read(m_rsa), read(m_ec)}, [&sealed](QByteArrayView piece) -> Result<void> {
                sealed.append(piece);
                return {};
            });
        if (!sealer)
            return {};
        constexpr qsizetype pieceSize = 1000;
        for (qsizetype at = 0; at < content.size(); at += pieceSize)
            if (!sealer->write(content.mid(at, pieceSize)))
                return {};
        return sealer->finish() ? sealed : QByteArray();
    }

private Q_SLOTS:
    void initTestCase() {
        const CertificateWish ec{.algorithm = CertificateWish::Algorithm::Ec, .bits = 256};
        m_rsa = test::makeCertificate();
        m_otherRsa = test::makeCertificate();
        m_stranger = test::makeCertificate();
        m_ec = test::makeCertificate(ec);
        m_ecStranger = test::makeCertificate(ec);
    }
    void everyRecipient_opens_strangersDoNot() {
        const auto sealed = cmsSeal(plain, {read(m_rsa), read(m_ec), read(m_otherRsa)});
        QVERIFY(sealed);
        QVERIFY(!sealed->contains("phq9"));
        for (const TestCertificate& recipient : {m_rsa, m_ec, m_otherRsa})
            QCOMPARE(cmsOpen(*sealed, recipient.privateKeyPem).value(), QByteArray(plain));
        for (const TestCertificate& stranger : {m_stranger, m_ecStranger}) {
            const auto opened = cmsOpen(*sealed, stranger.privateKeyPem);
            QVERIFY(!opened);
            QCOMPARE(opened.error().kind, Error::Kind::Wrong);
        }
    }
    void keysTravelByOaepAndSha256() { // never PKCS #1 v1.5 or SHA-1, libcrypto's defaults
        const QByteArray oaep = QByteArray::fromHex("06092a864886f70d010107");
        const QByteArray ecdhSha256 = QByteArray::fromHex("06062b8104010b01"); // dhSinglePass-stdDH-sha256kdf-scheme
        const QByteArray aes256Gcm = QByteArray::fromHex("060960864801650304012e");
        const QByteArray sealed = *cmsSeal(plain, {read(m_rsa), read(m_ec)});
        for (const QByteArray& algorithm : {oaep, ecdhSha256, aes256Gcm})
            QVERIFY2(sealed.contains(algorithm), algorithm.toHex().constData());
    }
    void anySize_opensToItself() {
        for (const qsizetype size : {0, 1, 15, 16, 17, 4096, 3000000}) {
            const QByteArray content(size, '\r');
            const auto sealed = cmsSeal(content, {read(m_ec)});
            QVERIFY(sealed);
            QCOMPARE(cmsOpen(*sealed, m_ec.privateKeyPem).value(), content);
        }
    }
    void sealedPieceByPiece_opensToItself_data() {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 127, 128, 255, 256, 65535, 65536, 3000000}) // DER writes lengths in more bytes
            QTest::addRow("%d bytes", size) << size;
    }
    void sealedPieceByPiece_opensToItself() {
        QFETCH(int, size);
        QByteArray content;
        for (int i = 0; i < size; ++i)
            content += static_cast<char>(i * 31 % 251);
        const QByteArray sealed = inPieces(content, size);
        QVERIFY(!sealed.isEmpty());
        for (const TestCertificate& recipient : {m_rsa, m_ec})
            QCOMPARE(cmsOpen(sealed, recipient.privateKeyPem).value(), content);
        QVERIFY(!cmsOpen(sealed, m_stranger.privateKeyPem));
        QByteArray changed = sealed;
        changed[sealed.size() - 20] = static_cast<char>(changed.at(sealed.size() - 20) ^ 1);
        QVERIFY(!cmsOpen(changed, m_ec.privateKeyPem));
    }
    void pieces_thatAreNotTheSizeThatWasSaid_areRefused() {
        QVERIFY(inPieces("four", 5).isEmpty());
        QVERIFY(inPieces("four", 3).isEmpty());
        QVERIFY(!CmsSealer::begin(1, {}, [](QByteArrayView) { return Result<void>(); }));
    }
    void opensslCommand_opensIt_data() {
        QTest::addColumn<QByteArray>("privateKey");
        QTest::newRow("first RSA") << m_rsa.privateKeyPem;
        QTest::newRow("EC") << m_ec.privateKeyPem;
        QTest::newRow("second RSA") << m_otherRsa.privateKeyPem;
    }
    void opensslCommand_opensIt() {
        if (QStandardPaths::findExecutable("openssl").isEmpty())
            QSKIP("the openssl command is not installed");
        QFETCH(QByteArray, privateKey);
        const QTemporaryDir folder;
        QVERIFY(writeFile(folder.filePath("key.pem"), privateKey));
        QVERIFY(writeFile(folder.filePath("f.p7m"), *cmsSeal(plain, {read(m_rsa), read(m_ec), read(m_otherRsa)})));
        QVERIFY(writeFile(folder.filePath("pieces.p7m"), inPieces(plain, qstrlen(plain))));
        QProcess openssl;
        openssl.setWorkingDirectory(folder.path());
        openssl.start("openssl",
                      {"cms", "-decrypt", "-inform", "DER", "-inkey", "key.pem", "-in", "f.p7m", "-out", "f"});
        QVERIFY(openssl.waitForFinished());
        QVERIFY2(openssl.exitCode() == 0, openssl.readAllStandardError().constData());
        QCOMPARE(*readFile(folder.filePath("f")), QByteArray(plain));
        openssl.start("openssl",
                      {"cms", "-decrypt", "-inform", "DER", "-inkey", "key.pem", "-in", "pieces.p7m", "-out", "again"});
        QVERIFY(openssl.waitForFinished());
        // It was sealed to the first RSA key and the EC key.
        QCOMPARE(openssl.exitCode() == 0, privateKey != m_otherRsa.privateKeyPem);
        if (openssl.exitCode() == 0)
            QCOMPARE(*readFile(folder.filePath("again")), QByteArray(plain));
    }
    void anyChangedByte_neverOpensToSomethingElse() {
        for (const TestCertificate& recipient : {m_rsa, m_ec}) {
            const QByteArray sealed = *cmsSeal(plain, {read(recipient)});
            for (qsizetype at = 0; at < sealed.size(); ++at) {
                QByteArray changed = sealed;
                changed[at] = static_cast<char>(changed[at] ^ 0x01);
                const auto opened = cmsOpen(changed, recipient.privateKeyPem);
                // Only who the recipient is called stands outside what GCM authenticates.
                QVERIFY2(!opened || *opened == plain, QByteArray::number(at).constData());
                const qsizetype contentAt = sealed.size() - 16 - 2 - QByteArray(plain).size();
                QVERIFY2(at < contentAt || !opened, QByteArray::number(at).constData());
            }
            QVERIFY(!cmsOpen(sealed.chopped(1), recipient.privateKeyPem));
            QVERIFY(!cmsOpen(sealed + 'x', recipient.privateKeyPem));
        }
    }
    void otherwiseSealed_isWrong() { // the same key, but content that nothing authenticates
        if (QStandardPaths::findExecutable("openssl").isEmpty())
            QSKIP("the openssl command is not installed");
        const QTemporaryDir folder;
        QVERIFY(writeFile(folder.filePath("f"), plain));
        QVERIFY(writeFile(folder.filePath("cert.pem"), m_rsa.certificatePem));
        QProcess openssl;
        openssl.setWorkingDirectory(folder.path());
        openssl.start("openssl", {"cms", "-encrypt", "-aes-256-cbc", "-binary", "-in", "f", "-outform", "DER", "-out",
                                  "f.p7m", "cert.pem"});
        QVERIFY(openssl.waitForFinished());
        QCOMPARE(openssl.exitCode(), 0);
        const auto opened = cmsOpen(*readFile(folder.filePath("f.p7m")), m_rsa.privateKeyPem);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Wrong);
    }
    void anotherAlgorithm_isWrong_data() {
        QTest::addColumn<bool>("rsa");
        QTest::addColumn<QByteArray>("identifier");
        const auto oid = [](const char* hex) { return QByteArray::fromHex(hex); };
        QTest::newRow("of the content") << false << oid("060960864801650304012e");
        QTest::newRow("of the content, to an RSA key") << true << oid("060960864801650304012e");
        QTest::newRow("of the wrapped key") << false << oid("060960864801650304012d");
        QTest::newRow("of the agreement") << false << oid("06062b8104010b01");
        QTest::newRow("of the key's transport") << true << oid("06092a864886f70d010107");
    }
    /// One byte names it. libcrypto alone opens content under a cipher without a tag, whatever was changed in it, and
    /// writes behind its own buffer where a key is said to be wrapped otherwise than it is.
    void anotherAlgorithm_isWrong() {
        QFETCH(bool, rsa);
        QFETCH(QByteArray, identifier);
        const TestCertificate& recipient = rsa ? m_rsa : m_ec;
        const QByteArray sealed = *cmsSeal(plain, {read(recipient)});
        QCOMPARE(sealed.count(identifier), 1);
        const qsizetype last = sealed.indexOf(identifier) + identifier.size() - 1;
        for (int named = 0; named < 256; ++named) {
            QByteArray changed = sealed;
            changed[last] = static_cast<char>(named);
            const bool same = changed == sealed;
            QCOMPARE(isCms(changed), same);
            QCOMPARE(cmsOpen(changed, recipient.privateKeyPem).has_value(), same);
        }
    }
    void shortenedTag_isWrong() { // well-formed DER that libcrypto alone opens, with the first byte of the tag only
        QByteArray sealed = *cmsSeal(QByteArray(100000, 'a'), {read(m_ec)});
        sealed.chop(15);
        sealed[sealed.size() - 2] = 1;
        const qsizetype content = sealed.indexOf(QByteArray::fromHex("a083"));
        // ContentInfo, its [0] and AuthEnvelopedData end with the tag; each says its size in three bytes.
        for (const qsizetype at : {qsizetype{2}, content + 2, content + 7}) {
            QCOMPARE(sealed[at - 1], '\x83');
            const quint32 size = qFromBigEndian<quint32>(sealed.constData() + at - 1) & 0xffffff;
            qToBigEndian<quint32>((size - 15) | 0x83000000, sealed.data() + at - 1);
        }
        QVERIFY(!cmsOpen(sealed, m_ec.privateKeyPem));
    }
    void noRecipient_isRefused() { QCOMPARE(cmsSeal(plain, {}).error().kind, Error::Kind::Unusable); }
    void unusableKey_isRefused() {
        const QByteArray sealed = *cmsSeal(plain, {read(m_rsa)});
        for (const QByteArray& key : {QByteArray(), QByteArray("not a key"), m_rsa.certificatePem}) {
            const auto opened = cmsOpen(sealed, key);
            QVERIFY(!opened);
            QCOMPARE(opened.error().kind, Error::Kind::Unusable);
        }
    }
    void keyUnderAPassphrase_isRefusedWithoutAsking() {
        const QByteArray pem = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----\n";
        const auto opened = cmsOpen(*cmsSeal(plain, {read(m_rsa)}), pem);
        QVERIFY(!opened);
        QCOMPARE(opened.error().faults.first().reason,
                 QString("the private key is under a passphrase; give it decrypted"));
    }
};

QTEST_GUILESS_MAIN(TestCms)
#include "tst_cms.moc"

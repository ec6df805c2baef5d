#include "core/Clock.h"
#include "crypto/Cms.h"
#include "unit/crypto/Certificates.h"

#include <QCryptographicHash>
#include <QTest>

using namespace serein;
using namespace serein::crypto;
using test::CertificateWish;
using test::makeCertificate;

namespace {
using Algorithm = CertificateWish::Algorithm;
QDateTime now() {
    return *parseInstant("2026-11-20T14:05+08:00");
}
QByteArray derOf(const QByteArray& pem) {
    const qsizetype begin = pem.indexOf('\n') + 1;
    return QByteArray::fromBase64(pem.sliced(begin, pem.indexOf("-----END") - begin));
}
} // namespace
Q_DECLARE_METATYPE(CertificateWish)

class TestCertificate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pemAndDer_readTheSame() {
        CertificateWish wish;
        wish.name = "数据管理, Trial 7";
        const QByteArray pem = makeCertificate(wish).certificatePem;
        const auto fromPem = readCertificate(pem, now());
        QVERIFY(fromPem);
        QCOMPARE(fromPem->subject, QString::fromUtf8("CN=数据管理\\, Trial 7"));
        QCOMPARE(fromPem->der, derOf(pem));
        QCOMPARE(fromPem->fingerprint,
                 QString(QCryptographicHash::hash(derOf(pem), QCryptographicHash::Sha256).toHex()));
        const auto fromDer = readCertificate(derOf(pem), now());
        QVERIFY(fromDer);
        QCOMPARE(fromDer->fingerprint, fromPem->fingerprint);
    }
    void fit_isAccepted_data() {
        QTest::addColumn<CertificateWish>("wish");
        QTest::newRow("RSA 3072") << CertificateWish{.algorithm = Algorithm::Rsa, .bits = 3072};
        QTest::newRow("RSA for encryption")
            << CertificateWish{.algorithm = Algorithm::Rsa, .keyUsage = "keyEncipherment"};
        QTest::newRow("EC") << CertificateWish{.algorithm = Algorithm::Ec, .bits = 256};
        QTest::newRow("EC for agreement")
            << CertificateWish{.algorithm = Algorithm::Ec, .bits = 256, .keyUsage = "digitalSignature,keyAgreement"};
    }
    void fit_isAccepted() {
        QFETCH(CertificateWish, wish);
        QVERIFY(readCertificate(makeCertificate(wish).certificatePem, now()));
    }
    void unfit_isRefusedWithAPlainReason_data() {
        QTest::addColumn<CertificateWish>("wish");
        QTest::addColumn<QString>("reason");
        QTest::newRow("expired") << CertificateWish{.notAfter = 1780272000}
                                 << "the certificate expired on 2026-06-01T00:00:00Z";
        QTest::newRow("not yet valid") << CertificateWish{.notBefore = 1796083200}
                                       << "the certificate is not valid before 2026-12-01T00:00:00Z";
        QTest::newRow("weak RSA") << CertificateWish{.bits = 1024}
                                  << "the certificate's key is too weak: RSA with 1024 bits, at least 2048 are needed";
        QTest::newRow("weak EC") << CertificateWish{.algorithm = Algorithm::Ec, .bits = 224}
                                 << "the certificate's key is too weak: EC with 224 bits, at least 256 are needed";
        QTest::newRow("signing only") << CertificateWish{.keyUsage = "digitalSignature"}
                                      << "the certificate is not for encryption: its key usage lacks keyEncipherment";
        QTest::newRow("EC signing only") << CertificateWish{.algorithm = Algorithm::Ec,
                                                            .bits = 256,
                                                            .keyUsage = "digitalSignature"}
                                         << "the certificate is not for encryption: its key usage lacks keyAgreement";
        QTest::newRow("Ed25519") << CertificateWish{.algorithm = Algorithm::Ed25519}
                                 << "the certificate's key is neither RSA nor EC, so nothing can be sealed to it";
    }
    void unfit_isRefusedWithAPlainReason() {
        QFETCH(CertificateWish, wish);
        QFETCH(QString, reason);
        const auto certificate = readCertificate(makeCertificate(wish).certificatePem, now());
        QVERIFY(!certificate);
        QCOMPARE(certificate.error().kind, Error::Kind::Unusable);
        QCOMPARE(certificate.error().faults.first().reason, reason);
    }
    void notACertificate_isRefused() {
        const auto made = makeCertificate();
        const QByteArray der = derOf(made.certificatePem);
        for (const QByteArray& bytes : {QByteArray(), QByteArray("hello"), der.first(der.size() - 1), der + 'x',
                                        QByteArray("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")}) {
            const auto certificate = readCertificate(bytes, now());
            QVERIFY(!certificate);
            QCOMPARE(certificate.error().faults.first().reason,
                     QString("this is not an X.509 certificate (PEM or DER)"));
        }
        const auto key = readCertificate(made.privateKeyPem, now());
        QVERIFY(!key);
        QVERIFY(key.error().faults.first().reason.startsWith("this is a private key"));
    }
};

QTEST_APPLESS_MAIN(TestCertificate)
#include "tst_certificate.moc"

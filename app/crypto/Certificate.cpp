// Reading a recipient's certificate and saying in plain words why it is unfit.
#include "crypto/Cms.h"
#include "crypto/Crypto.h"
#include "crypto/Openssl.h"

#include <ctime>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <optional>

namespace serein::crypto {

namespace {
constexpr int smallestRsa = 2048;
constexpr int smallestEc = 256;

X509Certificate parsed(const QByteArray& bytes) {
    const unsigned char* at = bytesOf(bytes);
    X509Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(bytes.size())));
    if (certificate != nullptr && at != bytesOf(bytes) + bytes.size())
        certificate.reset(); // something follows: not a certificate's file
    else if (certificate == nullptr)
        certificate.reset(PEM_read_bio_X509(pemReader(bytes).get(), nullptr, noPassphrase, nullptr));
    ERR_clear_error();
    return certificate;
}

std::optional<QDateTime> instant(const ASN1_TIME* time) {
    std::tm parts = {};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1)
        return std::nullopt;
    const QDateTime utc(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                        QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
    return utc.isValid() ? std::optional(utc) : std::nullopt;
}

QString subjectOf(const X509* certificate) {
    const Bio bio(BIO_new(BIO_s_mem()));
    // RFC 2253 escapes beyond ASCII; a person reads this, so UTF-8 stays.
    constexpr unsigned long flags = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
    must(bio != nullptr, "a memory buffer");
    X509_NAME_print_ex(bio.get(), X509_get_subject_name(certificate), 0, flags);
    return QString::fromUtf8(written(bio.get()));
}

/// Why its key can't seal, or nothing.
QString faultOfKey(X509* certificate) {
    const EVP_PKEY* const key = X509_get0_pubkey(certificate);
    if (key == nullptr)
        return QStringLiteral("the certificate's key can't be read");
    const int type = EVP_PKEY_get_base_id(key);
    const int bits = EVP_PKEY_get_bits(key);
    if (type != EVP_PKEY_RSA && type != EVP_PKEY_EC)
        return QStringLiteral("the certificate's key is neither RSA nor EC, so nothing can be sealed to it");
    const bool rsa = type == EVP_PKEY_RSA;
    if (bits < (rsa ? smallestRsa : smallestEc))
        return QStringLiteral("the certificate's key is too weak: %1 with %2 bits, at least %3 are needed")
            .arg(rsa ? QStringLiteral("RSA") : QStringLiteral("EC"))
            .arg(bits)
            .arg(rsa ? smallestRsa : smallestEc);
    const std::uint32_t needed = rsa ? KU_KEY_ENCIPHERMENT : KU_KEY_AGREEMENT;
    if ((X509_get_key_usage(certificate) & needed) == 0) // all bits are set where it states no usage
        return QStringLiteral("the certificate is not for encryption: its key usage lacks %1")
            .arg(rsa ? QStringLiteral("keyEncipherment") : QStringLiteral("keyAgreement"));
    return {};
}

QString faultOfValidity(const X509* certificate, const QDateTime& now) {
    const auto from = instant(X509_get0_notBefore(certificate));
    const auto until = instant(X509_get0_notAfter(certificate));
    if (!from || !until)
        return QStringLiteral("the certificate's dates can't be read");
    if (now < *from)
        return QStringLiteral("the certificate is not valid before %1").arg(from->toString(Qt::ISODate));
    if (now > *until)
        return QStringLiteral("the certificate expired on %1").arg(until->toString(Qt::ISODate));
    return {};
}

} // namespace

Result<Certificate> readCertificate(const QByteArray& bytes, const QDateTime& now) {
    const X509Certificate certificate = parsed(bytes);
    if (certificate == nullptr)
        return unusable(bytes.contains("PRIVATE KEY-----")
                            ? QStringLiteral("this is a private key, not a certificate; keep it off this device")
                            : QStringLiteral("this is not an X.509 certificate (PEM or DER)"));
    for (const QString& fault : {faultOfKey(certificate.get()), faultOfValidity(certificate.get(), now)})
        if (!fault.isEmpty()) {
            ERR_clear_error();
            return unusable(fault);
        }
    const int size = i2d_X509(certificate.get(), nullptr);
    must(size > 0, "encoding a certificate");
    QByteArray der(size, Qt::Uninitialized);
    unsigned char* at = bytesOf(der);
    must(i2d_X509(certificate.get(), &at) == size, "encoding a certificate");
    const QString fingerprint = QString::fromLatin1(sha256(der).toHex());
    return Certificate{std::move(der), subjectOf(certificate.get()), fingerprint};
}

} // namespace serein::crypto

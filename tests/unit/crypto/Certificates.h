#pragma once
// Certificates and keys for tests, made on the spot so that no key stands in the repository.
#include <QByteArray>
#include <ctime>
#include <memory>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace serein::test {

struct TestCertificate {
    QByteArray certificatePem;
    QByteArray privateKeyPem;
};

struct CertificateWish {
    enum class Algorithm { Rsa, Ec, Ed25519 };
    Algorithm algorithm = Algorithm::Rsa;
    int bits = 2048;                    ///< RSA's modulus; for EC 256 is P-256, anything else P-224
    const char* keyUsage = nullptr;     ///< as in openssl's configuration, e.g. "keyEncipherment"; none where null
    std::time_t notBefore = 1767225600; ///< 2026-01-01
    std::time_t notAfter = 1798761600;  ///< 2027-01-01
    QByteArray name = "Data management";
};

template<class Write> QByteArray pem(Write write) {
    const std::unique_ptr<BIO, decltype(&BIO_free_all)> bio(BIO_new(BIO_s_mem()), BIO_free_all);
    write(bio.get());
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<qsizetype>(size)};
}

inline TestCertificate makeCertificate(const CertificateWish& wish = {}) {
    EVP_PKEY* made = nullptr;
    if (wish.algorithm == CertificateWish::Algorithm::Rsa)
        made = EVP_RSA_gen(static_cast<unsigned int>(wish.bits));
    else if (wish.algorithm == CertificateWish::Algorithm::Ec)
        made = EVP_EC_gen(wish.bits == 256 ? "P-256" : "P-224");
    else
        made = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(made, EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), X509_free);
    static long serial = 0;
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), wish.notBefore);
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), wish.notAfter);
    X509_NAME* const name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(wish.name.constData()),
                               static_cast<int>(wish.name.size()), -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_set_pubkey(certificate.get(), key.get());
    if (wish.keyUsage != nullptr) {
        X509_EXTENSION* const usage = X509V3_EXT_conf_nid(nullptr, nullptr, NID_key_usage, wish.keyUsage);
        X509_add_ext(certificate.get(), usage, -1);
        X509_EXTENSION_free(usage);
    }
    const bool ownDigest = wish.algorithm == CertificateWish::Algorithm::Ed25519;
    X509_sign(certificate.get(), key.get(), ownDigest ? nullptr : EVP_sha256());
    return {pem([&](BIO* bio) { PEM_write_bio_X509(bio, certificate.get()); }),
            pem([&](BIO* bio) { PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); })};
}

} // namespace serein::test

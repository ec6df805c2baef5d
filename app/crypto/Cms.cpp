#include "crypto/Cms.h"

#include "crypto/CmsParts.h"

#include <algorithm>
#include <openssl/asn1.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace serein::crypto {

namespace {
constexpr qsizetype largest = 0x7fffffff;
constexpr unsigned int sealFlags = CMS_BINARY | CMS_PARTIAL;

// The defaults are PKCS #1 v1.5 and SHA-1: v1.5 can't tell whose key opens what among several recipients.
bool strengthen(CMS_RecipientInfo* recipient) {
    EVP_PKEY_CTX* const context = CMS_RecipientInfo_get0_pkey_ctx(recipient);
    if (context == nullptr)
        return false;
    if (CMS_RecipientInfo_type(recipient) == CMS_RECIPINFO_AGREE)
        return EVP_PKEY_CTX_set_ecdh_kdf_md(context, EVP_sha256()) > 0;
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) > 0 &&
           EVP_PKEY_CTX_set_rsa_oaep_md(context, EVP_sha256()) > 0;
}

bool addRecipient(CMS_ContentInfo* cms, const Certificate& certificate) {
    const unsigned char* at = bytesOf(certificate.der);
    const X509Certificate x509(d2i_X509(nullptr, &at, static_cast<long>(certificate.der.size())));
    if (x509 == nullptr)
        return false;
    CMS_RecipientInfo* const recipient = CMS_add1_recipient_cert(cms, x509.get(), CMS_KEY_PARAM);
    return recipient != nullptr && strengthen(recipient);
}

// Object identifiers, as their bytes.
constexpr QByteArrayView aes256Gcm("\x60\x86\x48\x01\x65\x03\x04\x01\x2e", 9);  // 2.16.840.1.101.3.4.1.46
constexpr QByteArrayView aes256Wrap("\x60\x86\x48\x01\x65\x03\x04\x01\x2d", 9); // 2.16.840.1.101.3.4.1.45
constexpr QByteArrayView rsaOaep("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x07", 9);    // 1.2.840.113549.1.1.7
constexpr QByteArrayView ecdhWithSha256("\x2b\x81\x04\x01\x0b\x01", 6);         // 1.3.132.1.11.1
constexpr QByteArrayView authEnvelopedData("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x17", 11);
constexpr qsizetype gcmNonceSize = 12;
constexpr qsizetype gcmTagSize = 16;
constexpr qsizetype wrappedSize = 32 + 8; // RFC 3394

using Parts = QList<DerElement>;

bool is(const DerElement& element, int tag) {
    return element.tagClass == V_ASN1_UNIVERSAL && element.tag == tag;
}
bool isOf(const DerElement& element, int context) {
    return element.tagClass == V_ASN1_CONTEXT_SPECIFIC && element.tag == context;
}
/// What the element is made of; nothing where that is no DER.
std::optional<Parts> partsOf(const DerElement& element) {
    Parts parts;
    for (QByteArrayView rest = element.content; !rest.isEmpty();) {
        const auto part = takeElement(rest);
        if (!part)
            return std::nullopt;
        parts.append(*part);
    }
    return parts;
}
/// An AlgorithmIdentifier of that algorithm: its parameters, or nothing.
std::optional<DerElement> parametersOf(const DerElement& identifier, QByteArrayView algorithm) {
    const auto parts = is(identifier, V_ASN1_SEQUENCE) ? partsOf(identifier) : std::nullopt;
    if (!parts || parts->size() != 2 || !is(parts->at(0), V_ASN1_OBJECT) || parts->at(0).content != algorithm)
        return std::nullopt;
    return parts->at(1);
}

/// KeyTransRecipientInfo (RFC 5652): version, recipient, RSAES-OAEP, the encrypted key.
bool isByTransport(const DerElement& recipient) {
    const auto parts = partsOf(recipient);
    return parts && parts->size() == 4 && parametersOf(parts->at(2), rsaOaep) && is(parts->at(3), V_ASN1_OCTET_STRING);
}
/// KeyAgreeRecipientInfo: version, originator, ECDH (X9.63, SHA-256) with AES-256 key wrap, the wrapped keys.
bool isByAgreement(const DerElement& recipient) {
    const auto parts = partsOf(recipient);
    if (!parts || parts->size() != 4 || !is(parts->at(3), V_ASN1_SEQUENCE))
        return false;
    const auto wrap = parametersOf(parts->at(2), ecdhWithSha256);
    const auto cipher = wrap && is(*wrap, V_ASN1_SEQUENCE) ? partsOf(*wrap) : std::nullopt;
    if (!cipher || cipher->isEmpty() || !is(cipher->at(0), V_ASN1_OBJECT) || cipher->at(0).content != aes256Wrap)
        return false;
    const auto keys = partsOf(parts->at(3));
    return keys && !keys->isEmpty() && std::ranges::all_of(*keys, [](const DerElement& one) {
               const auto key = is(one, V_ASN1_SEQUENCE) ? partsOf(one) : std::nullopt;
               return key && key->size() == 2 && is(key->at(1), V_ASN1_OCTET_STRING) &&
                      key->at(1).content.size() == wrappedSize;
           });
}
/// AuthEncryptedContentInfo: its type, AES-256-GCM (RFC 5084) with a nonce of 12 bytes and a tag of 16, the content.
bool isUnderGcm(const DerElement& info) {
    const auto parts = is(info, V_ASN1_SEQUENCE) ? partsOf(info) : std::nullopt;
    if (!parts || parts->size() < 2 || !is(parts->at(0), V_ASN1_OBJECT))
        return false;
    const auto parameters = parametersOf(parts->at(1), aes256Gcm);
    const auto gcm = parameters && is(*parameters, V_ASN1_SEQUENCE) ? partsOf(*parameters) : std::nullopt;
    return gcm && gcm->size() == 2 && is(gcm->at(0), V_ASN1_OCTET_STRING) &&
           gcm->at(0).content.size() == gcmNonceSize && is(gcm->at(1), V_ASN1_INTEGER) &&
           gcm->at(1).content == QByteArrayView("\x10", 1);
}

/// Whether the file is one AuthEnvelopedData (RFC 5083) as cmsSeal writes them, and nothing else that libcrypto knows:
/// it would take a tag cut to one byte, which is guessed in 256 tries; a cipher without a tag, which opens whatever was
/// changed; and parameters that its own buffers do not fit.
bool isAsSealed(QByteArrayView sealed) {
    const auto contentInfo = takeElement(sealed);
    if (!contentInfo || !sealed.isEmpty() || !is(*contentInfo, V_ASN1_SEQUENCE))
        return false;
    const auto outer = partsOf(*contentInfo);
    if (!outer || outer->size() != 2 || outer->at(0).content != authEnvelopedData || !isOf(outer->at(1), 0))
        return false;
    const auto wrapped = partsOf(outer->at(1));
    const auto parts = wrapped && wrapped->size() == 1 ? partsOf(wrapped->at(0)) : std::nullopt;
    // Version, recipients, the content, the tag.
    if (!parts || parts->size() != 4 || !is(parts->at(1), V_ASN1_SET) || !is(parts->at(3), V_ASN1_OCTET_STRING))
        return false;
    const auto recipients = partsOf(parts->at(1));
    return recipients && !recipients->isEmpty() &&
           std::ranges::all_of(*recipients,
                               [](const DerElement& one) {
                                   return is(one, V_ASN1_SEQUENCE) ? isByTransport(one)
                                                                   : isOf(one, 1) && isByAgreement(one);
                               }) &&
           isUnderGcm(parts->at(2)) && parts->at(3).content.size() == gcmTagSize;
}

Cms authEnveloped(const QByteArray& sealed) {
    if (!isAsSealed(sealed))
        return {};
    const unsigned char* at = bytesOf(sealed);
    Cms cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(sealed.size())));
    if (cms != nullptr && OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_id_smime_ct_authEnvelopedData)
        cms.reset();
    return cms;
}

} // namespace

std::optional<DerElement> takeElement(QByteArrayView& rest) {
    const unsigned char* const start = bytesOf(rest);
    const unsigned char* at = start;
    long size = 0;
    DerElement element;
    const int form = ASN1_get_object(&at, &size, &element.tag, &element.tagClass, static_cast<long>(rest.size()));
    const qsizetype header = at - start;
    if ((form & 0x80) != 0 || (form & 0x01) != 0 || size > rest.size() - header)
        return std::nullopt;
    element.content = rest.sliced(header, size);
    rest = rest.sliced(header + size);
    return element;
}

Result<Cms> newSealed(const QList<Certificate>& recipients, unsigned int flags) {
    if (recipients.isEmpty())
        return unusable(QStringLiteral("there is no certificate to seal to"));
    Cms cms(CMS_encrypt(nullptr, nullptr, EVP_aes_256_gcm(), flags));
    must(cms != nullptr, "CMS");
    for (const Certificate& recipient : recipients)
        if (!addRecipient(cms.get(), recipient))
            return unusable(QStringLiteral("nothing can be sealed to the certificate of %1").arg(recipient.subject));
    return cms;
}

Result<QByteArray> cmsSeal(QByteArrayView plain, const QList<Certificate>& recipients) {
    const QuietErrors quiet;
    if (plain.size() > largest)
        return unusable(QStringLiteral("the content is larger than 2 GiB, which no common tool opens"));
    SEREIN_TRY(const Cms cms, newSealed(recipients, sealFlags));
    const Bio content = reader(plain);
    if (CMS_final(cms.get(), content.get(), nullptr, sealFlags) != 1)
        return unusable(QStringLiteral("the content can't be sealed to these certificates"));
    unsigned char* der = nullptr;
    const int size = i2d_CMS_ContentInfo(cms.get(), &der);
    must(size > 0, "encoding CMS");
    const Handle<unsigned char, [](unsigned char* bytes) { OPENSSL_free(bytes); }> owner(der);
    return QByteArray(reinterpret_cast<const char*>(der), size);
}

Result<QByteArray> cmsOpen(const QByteArray& sealed, const QByteArray& privateKeyPem) {
    const QuietErrors quiet;
    const Key key(PEM_read_bio_PrivateKey(pemReader(privateKeyPem).get(), nullptr, noPassphrase, nullptr));
    if (key == nullptr)
        return unusable(privateKeyPem.contains("ENCRYPTED")
                            ? QStringLiteral("the private key is under a passphrase; give it decrypted")
                            : QStringLiteral("this is not a private key in PEM"));
    if (sealed.size() > largest)
        return unusable(QStringLiteral("the sealed file is larger than 2 GiB"));
    const Cms cms = authEnveloped(sealed);
    if (cms == nullptr)
        return wrong(QStringLiteral("this is not a file sealed as CMS with AES-256-GCM (DER), or it was changed"));
    const Bio plain(BIO_new(BIO_s_mem()));
    must(plain != nullptr, "a memory buffer");
    if (CMS_decrypt(cms.get(), key.get(), nullptr, nullptr, plain.get(), CMS_BINARY) != 1)
        return wrong(QStringLiteral("the sealed file does not open with this key, or it was changed"));
    return written(plain.get());
}

bool isCms(const QByteArray& bytes) {
    const QuietErrors quiet;
    return authEnveloped(bytes) != nullptr;
}

} // namespace serein::crypto

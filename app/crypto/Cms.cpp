#include "crypto/Cms.h"

#include "crypto/CmsParts.h"

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

/// The bytes of an object identifier: AES-256-GCM's, 2.16.840.1.101.3.4.1.46 (RFC 5084).
constexpr QByteArrayView aes256Gcm("\x60\x86\x48\x01\x65\x03\x04\x01\x2e", 9);

bool isUniversal(const std::optional<DerElement>& element, int tag) {
    return element && element->tagClass == V_ASN1_UNIVERSAL && element->tag == tag;
}

/// Of an AuthEncryptedContentInfo: contentType, contentEncryptionAlgorithm …
bool isUnderGcm(const DerElement& info) {
    QByteArrayView rest = info.content;
    const auto type = takeElement(rest);
    const auto algorithm = takeElement(rest);
    if (!isUniversal(type, V_ASN1_OBJECT) || !isUniversal(algorithm, V_ASN1_SEQUENCE))
        return false;
    rest = algorithm->content;
    const auto cipher = takeElement(rest);
    return isUniversal(cipher, V_ASN1_OBJECT) && cipher->content == aes256Gcm;
}

/// Whether the file is one AuthEnvelopedData (RFC 5083) whose content is under AES-256-GCM, with a whole tag of 16
/// bytes as its last part. libcrypto would also accept a tag cut to one byte, which is guessed in 256 tries, and a
/// cipher without a tag, which opens whatever was changed.
bool isWholeGcm(QByteArrayView sealed) {
    const auto contentInfo = takeElement(sealed);
    if (!contentInfo || !sealed.isEmpty())
        return false;
    QByteArrayView rest = contentInfo->content;
    const auto type = takeElement(rest);
    const auto content = takeElement(rest);
    if (!type || !content || !rest.isEmpty())
        return false;
    rest = content->content;
    const auto sequence = takeElement(rest);
    if (!sequence || !rest.isEmpty())
        return false;
    rest = sequence->content;
    std::optional<DerElement> last;
    int underGcm = 0; // the one SEQUENCE here; what else there is has another tag
    while (!rest.isEmpty()) {
        if (last = takeElement(rest); !last)
            return false;
        if (isUniversal(last, V_ASN1_SEQUENCE))
            underGcm += isUnderGcm(*last) ? 1 : 2;
    }
    return underGcm == 1 && isUniversal(last, V_ASN1_OCTET_STRING) && last->content.size() == 16;
}

Cms authEnveloped(const QByteArray& sealed) {
    if (!isWholeGcm(sealed))
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

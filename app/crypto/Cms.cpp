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

/// Whether the file is one AuthEnvelopedData (RFC 5083) with a whole tag of 16 bytes as its last part. libcrypto would
/// also accept a tag cut to one byte, which is guessed in 256 tries.
bool hasWholeTag(QByteArrayView sealed) {
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
    while (!rest.isEmpty())
        if (last = takeElement(rest); !last)
            return false;
    return last && last->tagClass == V_ASN1_UNIVERSAL && last->tag == V_ASN1_OCTET_STRING && last->content.size() == 16;
}

Cms authEnveloped(const QByteArray& sealed) {
    if (!hasWholeTag(sealed))
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

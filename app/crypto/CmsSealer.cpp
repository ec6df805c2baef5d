// Sealing without holding the whole: CMS in DER states every length before what it is of, so the front of the file is
// made for the size that is to come, and the ciphertext follows it as OpenSSL makes it.
#include "crypto/CmsSealer.h"

#include "crypto/CmsParts.h"

namespace serein::crypto {

namespace {

constexpr qint64 largestPlain = 0x7fffffff;
constexpr unsigned int streamFlags = CMS_BINARY | CMS_PARTIAL | CMS_DETACHED; // the content stands beside it for now
constexpr int sealTagSize = 16;
constexpr unsigned char sequenceTag = 0x30;
constexpr unsigned char contentTag = 0xa0;   ///< [0] explicit
constexpr unsigned char encryptedTag = 0x80; ///< [0] implicit, of an OCTET STRING
constexpr unsigned char octetsTag = 0x04;

/// Tag and length of a DER element.
QByteArray head(unsigned char tag, qint64 size) {
    constexpr qint64 shortest = 0x80;
    QByteArray bytes(1, static_cast<char>(tag));
    if (size < shortest)
        return bytes + static_cast<char>(size);
    QByteArray length;
    for (qint64 rest = size; rest > 0; rest >>= 8)
        length.prepend(static_cast<char>(rest & 0xff));
    return bytes + static_cast<char>(shortest | length.size()) + length;
}

QByteArray encoded(CMS_ContentInfo* cms) {
    unsigned char* der = nullptr;
    const int size = i2d_CMS_ContentInfo(cms, &der);
    must(size > 0, "encoding CMS");
    const Handle<unsigned char, [](unsigned char* bytes) { OPENSSL_free(bytes); }> owner(der);
    return {reinterpret_cast<const char*>(der), size};
}

/// What stands before the ciphertext, from the same message without content and tag.
QByteArray frontOf(const QByteArray& skeleton, qint64 plain) {
    QByteArrayView rest(skeleton);
    const auto info = takeElement(rest);
    must(info.has_value(), "reading CMS");
    rest = info->content;
    const auto type = takeElement(rest);
    const QByteArrayView typeBytes = info->content.first(info->content.size() - rest.size());
    const auto explicitly = takeElement(rest);
    must(type && explicitly, "reading CMS");
    rest = explicitly->content;
    const auto message = takeElement(rest);
    must(message.has_value(), "reading CMS");
    rest = message->content;
    must(takeElement(rest) && takeElement(rest), "reading CMS"); // version, recipients
    const QByteArrayView before = message->content.first(message->content.size() - rest.size());
    const auto encrypted = takeElement(rest);
    const auto tag = takeElement(rest);
    must(encrypted && tag && rest.isEmpty() && tag->content.isEmpty(), "reading CMS");

    const QByteArray ofCipher = encrypted->content.toByteArray() + head(encryptedTag, plain);
    const qint64 encryptedSize = ofCipher.size() + plain;
    const QByteArray ofEncrypted = head(sequenceTag, encryptedSize);
    const qint64 messageSize =
        before.size() + ofEncrypted.size() + encryptedSize + head(octetsTag, sealTagSize).size() + sealTagSize;
    const QByteArray ofMessage = head(sequenceTag, messageSize);
    const QByteArray ofContent = head(contentTag, ofMessage.size() + messageSize);
    const qint64 whole = typeBytes.size() + ofContent.size() + ofMessage.size() + messageSize;
    return head(sequenceTag, whole) + typeBytes.toByteArray() + ofContent + ofMessage + before.toByteArray() +
           ofEncrypted + ofCipher;
}

} // namespace

struct CmsSealer::Parts {
    Cms cms;
    Bio chain;
    BIO* cipherText = nullptr; ///< the end of `chain`
    Sink sink;
    qint64 left = 0;

    [[nodiscard]] Result<void> passOn() const {
        const QByteArray bytes = written(cipherText);
        BIO_reset(cipherText);
        return bytes.isEmpty() ? Result<void>() : sink(bytes);
    }
};

CmsSealer::CmsSealer(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
CmsSealer::CmsSealer(CmsSealer&& other) noexcept = default;
CmsSealer::~CmsSealer() = default;

Result<CmsSealer> CmsSealer::begin(qint64 size, const QList<Certificate>& recipients, Sink sink) {
    const QuietErrors quiet;
    if (size > largestPlain)
        return unusable(QStringLiteral(
            "the content is larger than 2 GiB, which no common tool opens: choose fewer formats, or a part"));
    auto parts = std::make_unique<Parts>();
    SEREIN_TRY(parts->cms, newSealed(recipients, streamFlags));
    parts->sink = std::move(sink);
    parts->left = size;
    Bio memory(BIO_new(BIO_s_mem()));
    must(memory != nullptr, "a memory buffer");
    parts->chain.reset(CMS_dataInit(parts->cms.get(), memory.get()));
    if (parts->chain == nullptr)
        return unusable(QStringLiteral("the content can't be sealed to these certificates"));
    parts->cipherText = memory.release(); // the chain's now
    SEREIN_CHECK(parts->sink(frontOf(encoded(parts->cms.get()), size)));
    return CmsSealer(std::move(parts));
}

Result<void> CmsSealer::write(QByteArrayView piece) {
    if (piece.isEmpty())
        return {};
    m_parts->left -= piece.size();
    if (m_parts->left < 0)
        return unusable(QStringLiteral("there is more to seal than was said"));
    must(BIO_write(m_parts->chain.get(), piece.data(), intSize(piece)) == intSize(piece), "sealing");
    return m_parts->passOn();
}

Result<void> CmsSealer::finish() {
    if (m_parts->left != 0)
        return unusable(QStringLiteral("there is less to seal than was said"));
    must(BIO_flush(m_parts->chain.get()) == 1 && CMS_dataFinal(m_parts->cms.get(), m_parts->chain.get()) == 1,
         "sealing");
    SEREIN_CHECK(m_parts->passOn());
    return m_parts->sink(head(octetsTag, sealTagSize) + encoded(m_parts->cms.get()).last(sealTagSize));
}

} // namespace serein::crypto

// Key pairs, and Ed25519 signatures.
#include "crypto/Crypto.h"
#include "crypto/Openssl.h"

#include <openssl/err.h>
#include <openssl/pem.h>

namespace serein::crypto {

namespace {
constexpr std::size_t rawKeySize = 32;
constexpr std::size_t signatureSize = 64;

Key privateKeyOf(int type, const Secret& raw) {
    Key key(EVP_PKEY_new_raw_private_key(type, nullptr, raw.data(), raw.size()));
    must(key != nullptr, "a private key of 32 bytes");
    return key;
}

QByteArray publicHalf(const EVP_PKEY* key) {
    QByteArray raw(rawKeySize, Qt::Uninitialized);
    std::size_t size = rawKeySize;
    must(EVP_PKEY_get_raw_public_key(key, bytesOf(raw), &size) == 1 && size == rawKeySize, "a public key");
    return raw;
}

// Both kinds of private key are 32 random bytes (RFC 7748 section 5, RFC 8032 section 5.1.5).
KeyPair newPair(int type) {
    Secret raw = randomSecret(rawKeySize);
    QByteArray publicKey = publicHalf(privateKeyOf(type, raw).get());
    return {std::move(raw), std::move(publicKey)};
}
} // namespace

KeyPair newX25519() {
    return newPair(EVP_PKEY_X25519);
}

QByteArray x25519PublicKey(const Secret& privateKey) {
    return publicHalf(privateKeyOf(EVP_PKEY_X25519, privateKey).get());
}

KeyPair newEd25519() {
    return newPair(EVP_PKEY_ED25519);
}

QByteArray sign(const Secret& privateKey, QByteArrayView message) {
    const Key key = privateKeyOf(EVP_PKEY_ED25519, privateKey);
    const DigestContext context(EVP_MD_CTX_new());
    QByteArray signature(signatureSize, Qt::Uninitialized);
    std::size_t size = signatureSize;
    must(context != nullptr && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
             EVP_DigestSign(context.get(), bytesOf(signature), &size, bytesOf(message),
                            static_cast<std::size_t>(message.size())) == 1 &&
             size == signatureSize,
         "a signature");
    return signature;
}

bool verify(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature) {
    const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytesOf(publicKey),
                                              static_cast<std::size_t>(publicKey.size())));
    const DigestContext context(EVP_MD_CTX_new());
    const bool good = key != nullptr && context != nullptr &&
                      EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
                      EVP_DigestVerify(context.get(), bytesOf(signature), static_cast<std::size_t>(signature.size()),
                                       bytesOf(message), static_cast<std::size_t>(message.size())) == 1;
    ERR_clear_error();
    return good;
}

QByteArray ed25519Pem(QByteArrayView publicKey) {
    const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytesOf(publicKey),
                                              static_cast<std::size_t>(publicKey.size())));
    must(key != nullptr, "an Ed25519 public key of 32 bytes");
    const Bio bio(BIO_new(BIO_s_mem()));
    must(bio != nullptr && PEM_write_bio_PUBKEY(bio.get(), key.get()) == 1, "PEM");
    return written(bio.get());
}

Result<QByteArray> ed25519FromPem(const QByteArray& pem) {
    const Key key(PEM_read_bio_PUBKEY(pemReader(pem).get(), nullptr, noPassphrase, nullptr));
    ERR_clear_error();
    if (key == nullptr)
        return unusable(QStringLiteral("this is not a public key in PEM"));
    if (EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_ED25519)
        return unusable(QStringLiteral("this public key is not an Ed25519 key"));
    return publicHalf(key.get());
}

} // namespace serein::crypto

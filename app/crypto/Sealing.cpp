// AES-256-GCM, under a shared key and to an X25519 public key.
#include "crypto/Crypto.h"
#include "crypto/Hmac.h"

#include <algorithm>
#include <openssl/crypto.h>
#include <openssl/err.h>

namespace serein::crypto {

namespace {
constexpr int aeadKeySize = 32;
constexpr int nonceSize = 12;
constexpr int tagSize = 16;
constexpr int x25519Size = 32;

const EVP_CIPHER* aesGcm() {
    static const Handle<EVP_CIPHER, EVP_CIPHER_free> cipher(EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr));
    must(cipher != nullptr, "AES-256-GCM");
    return cipher.get();
}

std::unexpected<Error> notOpened() {
    return wrong(QStringLiteral("sealed data does not open: another key or purpose, or its bytes were changed"));
}

bool isSealed(const Secret& key, QByteArrayView sealed) {
    return key.size() == aeadKeySize && sealed.size() >= nonceSize + tagSize;
}

QByteArrayView bodyOf(QByteArrayView sealed) {
    return sealed.sliced(nonceSize, sealed.size() - nonceSize - tagSize);
}

/// What is sealed, as it is being opened: nothing decrypted counts before isTrue().
class Opening {
public:
    Opening(EVP_CIPHER_CTX* cipher, const Secret& key, QByteArrayView sealed, QByteArrayView context)
        : m_cipher(cipher) {
        unsigned char tag[tagSize];
        std::copy_n(bytesOf(sealed.last(tagSize)), tagSize, tag); // what is given is not to be changed, says its type
        int done = 0;
        must(m_cipher != nullptr &&
                 EVP_DecryptInit_ex2(m_cipher, aesGcm(), key.data(), bytesOf(sealed.first(nonceSize)), nullptr) == 1 &&
                 EVP_DecryptUpdate(m_cipher, nullptr, &done, bytesOf(context), intSize(context)) == 1 &&
                 EVP_CIPHER_CTX_ctrl(m_cipher, EVP_CTRL_AEAD_SET_TAG, tagSize, tag) == 1,
             "opening");
    }
    /// `output` is not null: that would mean "this is context".
    void decrypt(QByteArrayView body, unsigned char* output) const {
        int done = 0;
        must(EVP_DecryptUpdate(m_cipher, output, &done, bytesOf(body), intSize(body)) == 1, "opening");
    }
    [[nodiscard]] bool isTrue() const {
        unsigned char nothing[tagSize] = {};
        int done = 0;
        const bool opened = EVP_DecryptFinal_ex(m_cipher, nothing, &done) == 1;
        if (!opened)
            ERR_clear_error();
        return opened;
    }

private:
    EVP_CIPHER_CTX* m_cipher;
};

bool opensWith(EVP_CIPHER_CTX* cipher, const Secret& key, QByteArrayView sealed, QByteArrayView context) {
    if (!isSealed(key, sealed))
        return false;
    const Opening opening(cipher, key, sealed, context);
    unsigned char piece[512];
    for (QByteArrayView rest = bodyOf(sealed); !rest.isEmpty();) {
        const QByteArrayView part = rest.first(std::min(rest.size(), qsizetype{sizeof piece}));
        opening.decrypt(part, piece);
        rest = rest.sliced(part.size());
    }
    OPENSSL_cleanse(piece, sizeof piece);
    return opening.isTrue();
}

Result<Secret> sharedSecret(const Secret& privateKey, QByteArrayView publicKey) {
    const Key own(EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nullptr, privateKey.data(), privateKey.size()));
    must(own != nullptr, "an X25519 private key of 32 bytes");
    const Key other(publicKey.size() == x25519Size
                        ? EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr, bytesOf(publicKey), x25519Size)
                        : nullptr);
    const KeyContext context(EVP_PKEY_CTX_new(own.get(), nullptr));
    Secret shared(std::size_t{x25519Size});
    std::size_t size = shared.size();
    // A low-order point, which would give a secret that everyone knows, fails in the derivation.
    if (other == nullptr || context == nullptr || EVP_PKEY_derive_init(context.get()) != 1 ||
        EVP_PKEY_derive_set_peer(context.get(), other.get()) != 1 ||
        EVP_PKEY_derive(context.get(), shared.data(), &size) != 1 || size != shared.size()) {
        ERR_clear_error();
        return unusable(QStringLiteral("this is not an X25519 public key"));
    }
    return shared;
}

Secret messageKey(const Secret& shared, QByteArrayView ephemeral, QByteArrayView recipient, QByteArrayView context) {
    QByteArray salt = ephemeral.toByteArray();
    salt.append(recipient);
    return hkdf(shared.view(), salt, context);
}
} // namespace

QByteArray seal(const Secret& key, QByteArrayView plain, QByteArrayView context) {
    must(key.size() == aeadKeySize, "sealing with a key of 32 bytes");
    QByteArray sealed = randomBytes(nonceSize);
    sealed.resize(nonceSize + plain.size() + tagSize);
    unsigned char* const nonce = bytesOf(sealed);
    unsigned char* const body = nonce + nonceSize;
    unsigned char* const tag = body + plain.size();
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    int done = 0;
    must(cipher != nullptr && EVP_EncryptInit_ex2(cipher.get(), aesGcm(), key.data(), nonce, nullptr) == 1 &&
             EVP_EncryptUpdate(cipher.get(), nullptr, &done, bytesOf(context), intSize(context)) == 1 &&
             EVP_EncryptUpdate(cipher.get(), body, &done, bytesOf(plain), intSize(plain)) == 1 &&
             EVP_EncryptFinal_ex(cipher.get(), tag, &done) == 1 &&
             EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, tagSize, tag) == 1,
         "sealing");
    return sealed;
}

Result<Secret> open(const Secret& key, QByteArrayView sealed, QByteArrayView context) {
    if (!isSealed(key, sealed))
        return notOpened();
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    const Opening opening(cipher.get(), key, sealed, context);
    const QByteArrayView body = bodyOf(sealed);
    Secret plain(static_cast<std::size_t>(body.size()));
    if (!body.isEmpty())
        opening.decrypt(body, plain.data());
    if (!opening.isTrue())
        return notOpened();
    return plain;
}

bool opens(const Secret& key, QByteArrayView sealed, QByteArrayView context) {
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    return opensWith(cipher.get(), key, sealed, context);
}

struct Opener::Contexts {
    Hmac hmac;
    CipherContext cipher{EVP_CIPHER_CTX_new()};
    Secret key{std::size_t{aeadKeySize}};
};

Opener::Opener() : m_contexts(std::make_unique<Contexts>()) {}

Opener::~Opener() = default;

bool Opener::opens(const Derivation& key, QByteArrayView sealed, QByteArrayView context) {
    derive(m_contexts->hmac, key.inputKey.view(), key.salt, key.info, m_contexts->key);
    return opensWith(m_contexts->cipher.get(), m_contexts->key, sealed, context);
}

Result<QByteArray> sealTo(QByteArrayView publicKey, const Secret& plain, QByteArrayView context) {
    const KeyPair ephemeral = newX25519();
    SEREIN_TRY(const Secret shared, sharedSecret(ephemeral.privateKey, publicKey));
    return ephemeral.publicKey +
           seal(messageKey(shared, ephemeral.publicKey, publicKey, context), plain.view(), QByteArrayView());
}

Result<Secret> openFrom(const Secret& privateKey, QByteArrayView sealed, QByteArrayView context) {
    if (privateKey.size() != x25519Size || sealed.size() < x25519Size)
        return notOpened();
    const QByteArrayView ephemeral = sealed.first(x25519Size);
    const auto shared = sharedSecret(privateKey, ephemeral);
    if (!shared)
        return notOpened();
    return open(messageKey(*shared, ephemeral, x25519PublicKey(privateKey), context), sealed.sliced(x25519Size),
                QByteArrayView());
}

} // namespace serein::crypto

// Randomness, hashes and key derivation.
#include "crypto/Crypto.h"
#include "crypto/Openssl.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <algorithm>
#include <initializer_list>

namespace serein::crypto {

namespace {
constexpr int hashSize = 32;
constexpr int lowestLogN = 14;
constexpr int highestLogN = 20;

// Algorithms are looked up once: with short messages, as events are, looking them up takes longer than they do.

const EVP_MD* sha256Algorithm() {
    static const Digest algorithm(EVP_MD_fetch(nullptr, "SHA256", nullptr));
    must(algorithm != nullptr, "SHA-256");
    return algorithm.get();
}

/// To be copied, and given a key.
const EVP_MAC_CTX* hmacToCopy() {
    static const MacContext context = [] {
        const Mac algorithm(EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr));
        MacContext made(EVP_MAC_CTX_new(algorithm.get()));
        char digest[] = "SHA256";
        const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                                         OSSL_PARAM_construct_end()};
        const unsigned char key[hashSize] = {};
        must(made != nullptr && EVP_MAC_init(made.get(), key, sizeof key, parameters) == 1, "HMAC");
        return made;
    }();
    return context.get();
}

class Hmac {
public:
    /// Of the parts, one after the other.
    void operator()(unsigned char* mac, QByteArrayView key, std::initializer_list<QByteArrayView> parts) const {
        must(m_context != nullptr &&
                 EVP_MAC_init(m_context.get(), bytesOf(key), static_cast<std::size_t>(key.size()), nullptr) == 1,
             "HMAC");
        for (const QByteArrayView part : parts)
            must(EVP_MAC_update(m_context.get(), bytesOf(part), static_cast<std::size_t>(part.size())) == 1, "HMAC");
        std::size_t size = 0;
        must(EVP_MAC_final(m_context.get(), mac, &size, hashSize) == 1 && size == hashSize, "HMAC");
    }

private:
    MacContext m_context{EVP_MAC_CTX_dup(hmacToCopy())};
};
} // namespace

QByteArray randomBytes(int count) {
    QByteArray bytes(count, Qt::Uninitialized);
    must(RAND_bytes(bytesOf(bytes), count) == 1, "randomness");
    return bytes;
}

Secret randomSecret(int count) {
    Secret secret(static_cast<std::size_t>(count));
    must(count == 0 || RAND_priv_bytes(secret.data(), count) == 1, "randomness");
    return secret;
}

QByteArray sha256(QByteArrayView bytes) {
    return sha256({bytes});
}

QByteArray sha256(std::initializer_list<QByteArrayView> parts) {
    QByteArray hash(hashSize, Qt::Uninitialized);
    const DigestContext context(EVP_MD_CTX_new());
    must(context != nullptr && EVP_DigestInit_ex2(context.get(), sha256Algorithm(), nullptr) == 1, "SHA-256");
    for (const QByteArrayView part : parts)
        must(EVP_DigestUpdate(context.get(), bytesOf(part), static_cast<std::size_t>(part.size())) == 1, "SHA-256");
    must(EVP_DigestFinal_ex(context.get(), bytesOf(hash), nullptr) == 1, "SHA-256");
    return hash;
}

QByteArray hmacSha256(const Secret& key, QByteArrayView bytes) {
    QByteArray mac(hashSize, Qt::Uninitialized);
    Hmac()(bytesOf(mac), key.view(), {bytes});
    return mac;
}

// RFC 5869, from HMAC: the library's own looks its algorithms up at each call.
Secret hkdf(QByteArrayView inputKey, QByteArrayView salt, QByteArrayView info, int size) {
    must(size > 0 && size <= 255 * hashSize, "HKDF");
    unsigned char extracted[hashSize];
    unsigned char block[hashSize];
    const Hmac hmac;
    hmac(extracted, salt, {inputKey});
    Secret derived(static_cast<std::size_t>(size));
    for (int done = 0, number = 1; done < size; done += hashSize, ++number) {
        const char counter[] = {static_cast<char>(number)};
        const QByteArrayView before(block, done == 0 ? 0 : hashSize);
        hmac(block, QByteArrayView(extracted, hashSize), {before, info, QByteArrayView(counter, 1)});
        std::copy_n(block, std::min(hashSize, size - done), derived.data() + done);
    }
    OPENSSL_cleanse(extracted, sizeof extracted);
    OPENSSL_cleanse(block, sizeof block);
    return derived;
}

Result<Secret> scrypt(const Secret& passphrase, QByteArrayView salt, const ScryptParameters& parameters) {
    if (parameters.logN < lowestLogN || parameters.logN > highestLogN || parameters.r != 8 || parameters.p != 1)
        return unusable(
            QStringLiteral("the key derivation's cost (scrypt N = 2^%1, r = %2, p = %3) is outside what Serein "
                           "accepts: N from 2^14 to 2^20, r = 8, p = 1")
                .arg(parameters.logN)
                .arg(parameters.r)
                .arg(parameters.p));
    const std::uint64_t n = std::uint64_t{1} << parameters.logN;
    const std::uint64_t blockSize = 128 * static_cast<std::uint64_t>(parameters.r);
    const std::uint64_t memoryLimit = blockSize * (n + 2) + 65536; // OpenSSL's own default stops at 32 MiB
    Secret derived(std::size_t{32});
    if (EVP_PBE_scrypt(reinterpret_cast<const char*>(bytesOf(passphrase.view())), passphrase.size(), bytesOf(salt),
                       static_cast<std::size_t>(salt.size()), n, static_cast<std::uint64_t>(parameters.r),
                       static_cast<std::uint64_t>(parameters.p), memoryLimit, derived.data(), derived.size()) != 1) {
        ERR_clear_error();
        return unusable(QStringLiteral("there is not enough memory to derive the key from the passphrase"));
    }
    return derived;
}

} // namespace serein::crypto

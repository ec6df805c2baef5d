// Randomness, hashes and key derivation.
#include "crypto/Crypto.h"
#include "crypto/Hmac.h"

#include <openssl/err.h>
#include <openssl/rand.h>

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

Secret hkdf(QByteArrayView inputKey, QByteArrayView salt, QByteArrayView info, int size) {
    Secret derived(static_cast<std::size_t>(size));
    derive(Hmac(), inputKey, salt, info, derived);
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

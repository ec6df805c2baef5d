// Randomness, hashes and key derivation.
#include "crypto/Crypto.h"
#include "crypto/Openssl.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/hmac.h>
#include <openssl/params.h>
#include <openssl/rand.h>

namespace serein::crypto {

namespace {
constexpr int hashSize = 32;
constexpr int lowestLogN = 14;
constexpr int highestLogN = 20;

OSSL_PARAM parameter(const char* name, QByteArrayView value) {
    // The library takes its inputs as non-const and only reads them.
    return OSSL_PARAM_construct_octet_string(name, const_cast<unsigned char*>(bytesOf(value)),
                                             static_cast<std::size_t>(value.size()));
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
    QByteArray hash(hashSize, Qt::Uninitialized);
    must(EVP_Digest(bytesOf(bytes), static_cast<std::size_t>(bytes.size()), bytesOf(hash), nullptr, EVP_sha256(),
                    nullptr) == 1,
         "SHA-256");
    return hash;
}

QByteArray hmacSha256(const Secret& key, QByteArrayView bytes) {
    QByteArray mac(hashSize, Qt::Uninitialized);
    must(HMAC(EVP_sha256(), bytesOf(key.view()), intSize(key.view()), bytesOf(bytes),
              static_cast<std::size_t>(bytes.size()), bytesOf(mac), nullptr) != nullptr,
         "HMAC");
    return mac;
}

Secret hkdf(QByteArrayView inputKey, QByteArrayView salt, QByteArrayView info, int size) {
    static const Kdf algorithm(EVP_KDF_fetch(nullptr, OSSL_KDF_NAME_HKDF, nullptr));
    must(algorithm != nullptr, "HKDF");
    const KdfContext context(EVP_KDF_CTX_new(algorithm.get()));
    must(context != nullptr, "HKDF");
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
                                     parameter(OSSL_KDF_PARAM_KEY, inputKey), parameter(OSSL_KDF_PARAM_SALT, salt),
                                     parameter(OSSL_KDF_PARAM_INFO, info), OSSL_PARAM_construct_end()};
    Secret derived(static_cast<std::size_t>(size));
    must(EVP_KDF_derive(context.get(), derived.data(), derived.size(), parameters) == 1, "HKDF");
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

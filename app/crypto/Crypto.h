#pragma once
// Everything Serein asks of OpenSSL except CMS (see Cms.h): random bytes, hashing, key derivation, sealing, signatures.
// Nothing here logs or keeps anything.
#include "core/Result.h"
#include "crypto/Secret.h"

#include <QByteArray>
#include <initializer_list>
#include <memory>

namespace serein::crypto {

[[nodiscard]] QByteArray randomBytes(int count);
[[nodiscard]] Secret randomSecret(int count = 32);

/// SHA-256, 32 bytes.
[[nodiscard]] QByteArray sha256(QByteArrayView bytes);
/// Of the parts, one after the other.
[[nodiscard]] QByteArray sha256(std::initializer_list<QByteArrayView> parts);
[[nodiscard]] QByteArray hmacSha256(const Secret& key, QByteArrayView bytes);
/// RFC 5869 with SHA-256; 32 bytes unless told (at most 8160); `info` at most 1024 bytes.
[[nodiscard]] Secret hkdf(QByteArrayView inputKey, QByteArrayView salt, QByteArrayView info, int size = 32);

/// scrypt (RFC 7914). `logN` 17 takes 134 MiB and about half a second.
struct ScryptParameters {
    int logN = 17;
    int r = 8;
    int p = 1;
    bool operator==(const ScryptParameters&) const = default;
};
/// 32 bytes. Unusable for parameters below N = 2^14 or above 2^20, r != 8, p != 1 (a lowered or hostile keyring), or
/// when the memory can't be had.
[[nodiscard]] Result<Secret> scrypt(const Secret& passphrase, QByteArrayView salt, const ScryptParameters& parameters);

/// AES-256-GCM: random nonce (12) | ciphertext | tag (16). `key` has 32 bytes; `context` is authenticated, not stored.
[[nodiscard]] QByteArray seal(const Secret& key, QByteArrayView plain, QByteArrayView context);
/// Wrong when key, context or any byte differs.
[[nodiscard]] Result<Secret> open(const Secret& key, QByteArrayView sealed, QByteArrayView context);
/// Whether open() would: what was sealed is not kept.
[[nodiscard]] bool opens(const Secret& key, QByteArrayView sealed, QByteArrayView context);

/// What hkdf() makes a key of.
struct Derivation {
    const Secret& inputKey;
    QByteArrayView salt;
    QByteArrayView info;
};
/// opens() for many messages, each under a derived key of its own: what takes longer than a short message is done once.
/// Wiped with it; not for several threads at once.
class Opener {
public:
    Opener();
    ~Opener();
    Opener(const Opener&) = delete;
    Opener& operator=(const Opener&) = delete;
    [[nodiscard]] bool opens(const Derivation& key, QByteArrayView sealed, QByteArrayView context);

private:
    struct Contexts;
    std::unique_ptr<Contexts> m_contexts;
};

/// X25519 pair, raw 32-byte halves.
struct KeyPair {
    Secret privateKey;
    QByteArray publicKey;
};
[[nodiscard]] KeyPair newX25519();
[[nodiscard]] QByteArray x25519PublicKey(const Secret& privateKey);
/// To a public key: ephemeral public key (32) | seal() with empty context under
/// HKDF-SHA256(shared, salt = ephemeral | recipient, info = context). `context` at most 1024 bytes.
/// sealTo is Unusable for what is no X25519 public key; openFrom is Wrong when key, context or any byte differs.
[[nodiscard]] Result<QByteArray> sealTo(QByteArrayView publicKey, const Secret& plain, QByteArrayView context);
[[nodiscard]] Result<Secret> openFrom(const Secret& privateKey, QByteArrayView sealed, QByteArrayView context);

/// Ed25519, raw 32-byte halves; signatures are 64 bytes.
[[nodiscard]] KeyPair newEd25519();
[[nodiscard]] QByteArray sign(const Secret& privateKey, QByteArrayView message);
[[nodiscard]] bool verify(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature);
/// The public key as PEM (SubjectPublicKeyInfo), which `openssl pkeyutl -verify` reads; and back (Unusable for anything
/// else).
[[nodiscard]] QByteArray ed25519Pem(QByteArrayView publicKey);
[[nodiscard]] Result<QByteArray> ed25519FromPem(const QByteArray& pem);

} // namespace serein::crypto

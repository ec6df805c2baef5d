#include "crypto/Hmac.h"

#include <algorithm>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/params.h>

namespace serein::crypto {

namespace {

/// To be copied, and given a key.
const EVP_MAC_CTX* hmacToCopy() {
    static const MacContext context = [] {
        const Mac algorithm(EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr));
        MacContext made(EVP_MAC_CTX_new(algorithm.get()));
        char digest[] = "SHA256";
        const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                                         OSSL_PARAM_construct_end()};
        const unsigned char key[Hmac::size] = {};
        must(made != nullptr && EVP_MAC_init(made.get(), key, sizeof key, parameters) == 1, "HMAC");
        return made;
    }();
    return context.get();
}

} // namespace

Hmac::Hmac() : m_context(EVP_MAC_CTX_dup(hmacToCopy())) {
    must(m_context != nullptr, "HMAC");
}

void Hmac::operator()(unsigned char* mac, QByteArrayView key, std::initializer_list<QByteArrayView> parts) const {
    must(EVP_MAC_init(m_context.get(), bytesOf(key), static_cast<std::size_t>(key.size()), nullptr) == 1, "HMAC");
    for (const QByteArrayView part : parts)
        must(EVP_MAC_update(m_context.get(), bytesOf(part), static_cast<std::size_t>(part.size())) == 1, "HMAC");
    std::size_t written = 0;
    must(EVP_MAC_final(m_context.get(), mac, &written, size) == 1 && written == size, "HMAC");
}

// From HMAC: the library's own looks its algorithms up at each call.
void derive(const Hmac& hmac, QByteArrayView inputKey, QByteArrayView salt, QByteArrayView info, Secret& derived) {
    const int size = static_cast<int>(derived.size());
    must(size > 0 && size <= 255 * Hmac::size, "HKDF");
    unsigned char extracted[Hmac::size];
    unsigned char block[Hmac::size];
    hmac(extracted, salt, {inputKey});
    for (int done = 0, number = 1; done < size; done += Hmac::size, ++number) {
        const char counter[] = {static_cast<char>(number)};
        const QByteArrayView before(block, done == 0 ? 0 : Hmac::size);
        hmac(block, QByteArrayView(extracted, Hmac::size), {before, info, QByteArrayView(counter, 1)});
        std::copy_n(block, std::min(Hmac::size, size - done), derived.data() + done);
    }
    OPENSSL_cleanse(extracted, sizeof extracted);
    OPENSSL_cleanse(block, sizeof block);
}

} // namespace serein::crypto

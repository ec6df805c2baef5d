#pragma once
// Inside crypto only: HMAC-SHA-256 for many short messages, and the derivation that is made from it.
#include "crypto/Openssl.h"

#include <initializer_list>

namespace serein::crypto {

/// Algorithms are looked up once: with short messages, as events are, looking them up takes longer than they do.
class Hmac {
public:
    static constexpr int size = 32;

    Hmac();
    /// Of the parts, one after the other; `mac` takes 32 bytes.
    void operator()(unsigned char* mac, QByteArrayView key, std::initializer_list<QByteArrayView> parts) const;

private:
    MacContext m_context; ///< wipes what it holds when it goes
};

/// RFC 5869: fills `derived` (1 to 8160 bytes).
void derive(const Hmac& hmac, QByteArrayView inputKey, QByteArrayView salt, QByteArrayView info, Secret& derived);

} // namespace serein::crypto

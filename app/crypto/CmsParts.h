#pragma once
// Inside crypto only: what sealing at once and sealing piece by piece share.
#include "crypto/Cms.h"
#include "crypto/Openssl.h"

#include <openssl/err.h>
#include <optional>

namespace serein::crypto {

/// One DER element of definite length at the front of `rest`, which moves behind it; nothing where there is none.
struct DerElement {
    int tag = 0;
    int tagClass = 0;
    QByteArrayView content;
};
[[nodiscard]] std::optional<DerElement> takeElement(QByteArrayView& rest);

/// An empty message to these recipients. Unusable for none, or one that nothing can be sealed to.
[[nodiscard]] Result<Cms> newSealed(const QList<Certificate>& recipients, unsigned int flags);

/// Clears what OpenSSL queued, however the function is left.
struct QuietErrors {
    QuietErrors() = default;
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;
    ~QuietErrors() { ERR_clear_error(); }
};

} // namespace serein::crypto

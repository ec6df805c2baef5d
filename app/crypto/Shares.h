#pragma once
// A secret split into shares of which any so many give it back, and fewer say nothing of it (Shamir 1979, over GF(2^8),
// byte by byte). The only user of libgfshare.
#include "core/Result.h"
#include "crypto/Secret.h"

#include <vector>

namespace serein::crypto {

constexpr int mostShares = 255;

struct Share {
    int number = 0; ///< 1 to 255
    Secret bytes;   ///< as many as the secret's
};

/// `count` shares, numbered from 1. Unusable unless 2 <= needed <= count <= 255 and the secret has a byte.
[[nodiscard]] Result<std::vector<Share>> splitSecret(const Secret& secret, int needed, int count);
/// From all the shares given. Unusable for two of one number, for sizes that differ, and for none. Too few, or one that
/// was changed, give another secret: whoever joins has to know how to tell.
[[nodiscard]] Result<Secret> joinSecret(const std::vector<Share>& shares);

} // namespace serein::crypto

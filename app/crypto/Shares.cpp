#include "crypto/Shares.h"

#include "crypto/Openssl.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <openssl/rand.h>
#include <set>

extern "C" { // the header does not say that it is C
#include <libgfshare.h>
}

namespace serein::crypto {

namespace {

/// Wiped by libgfshare when it is freed, with its source of randomness: joining needs that too.
using Sharing = std::unique_ptr<gfshare_ctx, decltype(&gfshare_ctx_free)>;

void fillFromOpenssl(unsigned char* bytes, unsigned int count) {
    must(RAND_priv_bytes(bytes, static_cast<int>(count)) == 1, "randomness");
}

void useRandomnessOfOpenssl() {
    static std::once_flag set;
    std::call_once(set, [] { gfshare_fill_rand = fillFromOpenssl; }); // the library's own is none
}

} // namespace

Result<std::vector<Share>> splitSecret(const Secret& secret, int needed, int count) {
    if (count > mostShares)
        return unusable(QStringLiteral("a secret is shared among at most %1, not %2").arg(mostShares).arg(count));
    if (needed < 2)
        return unusable(QStringLiteral("at least 2 shares have to be needed, not %1").arg(needed));
    if (needed > count)
        return unusable(QStringLiteral("%1 shares cannot be needed where there are %2").arg(needed).arg(count));
    if (secret.isEmpty())
        return unusable(QStringLiteral("there is nothing to share"));
    useRandomnessOfOpenssl();
    std::vector<unsigned char> numbers;
    for (int number = 1; number <= count; ++number)
        numbers.push_back(static_cast<unsigned char>(number));
    const Sharing sharing(gfshare_ctx_init_enc(numbers.data(), static_cast<unsigned int>(count),
                                               static_cast<unsigned char>(needed),
                                               static_cast<unsigned int>(secret.size())),
                          &gfshare_ctx_free);
    must(sharing != nullptr, "sharing a secret");
    Secret given = secret.clone(); // taken as non-const, and only read
    gfshare_ctx_enc_setsecret(sharing.get(), given.data());
    std::vector<Share> shares;
    for (const unsigned char number : numbers) {
        Share share{number, Secret(secret.size())};
        gfshare_ctx_enc_getshare(sharing.get(), static_cast<unsigned char>(number - 1), share.bytes.data());
        shares.push_back(std::move(share));
    }
    return shares;
}

Result<Secret> joinSecret(const std::vector<Share>& shares) {
    std::set<int> numbers;
    for (const Share& share : shares) {
        if (share.number < 1 || share.number > mostShares || share.bytes.isEmpty() ||
            share.bytes.size() != shares.front().bytes.size())
            return unusable(QStringLiteral("share %1 is none of this secret").arg(share.number));
        if (!numbers.insert(share.number).second)
            return unusable(QStringLiteral("share %1 is given twice").arg(share.number));
    }
    if (shares.empty())
        return unusable(QStringLiteral("there is no share"));
    useRandomnessOfOpenssl();
    std::vector<unsigned char> inOrder;
    inOrder.reserve(shares.size());
    for (const Share& share : shares)
        inOrder.push_back(static_cast<unsigned char>(share.number));
    const std::size_t size = shares.front().bytes.size();
    const Sharing sharing(
        gfshare_ctx_init_dec(inOrder.data(), static_cast<unsigned int>(shares.size()), static_cast<unsigned int>(size)),
        &gfshare_ctx_free);
    must(sharing != nullptr, "joining shares");
    unsigned char index = 0;
    for (const Share& share : shares) {
        Secret given = share.bytes.clone();
        gfshare_ctx_dec_giveshare(sharing.get(), index++, given.data());
    }
    Secret secret(size);
    gfshare_ctx_dec_extract(sharing.get(), secret.data());
    return secret;
}

} // namespace serein::crypto

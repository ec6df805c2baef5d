#pragma once
// A seal that any k of n holders open together. The content is under a key of its own; the key is split (crypto/
// Shares.h), and each share is sealed by CMS to one holder's certificate, so that `openssl cms -decrypt` opens it where
// the holder is. File: "serein-shared-1 ", a line of JSON (set, needed, of, shares: holder, fingerprint, hash, sealed),
// the sealed content. Share, inside its CMS: "serein-share-1 ", a line of JSON (set, needed, of, number, check,
// digests), the share's bytes.
#include "crypto/Cms.h"

namespace serein::vault {

/// Unusable unless 2 <= needed <= holders <= 255.
[[nodiscard]] Result<QByteArray> sealShared(QByteArrayView plain, const QList<crypto::Certificate>& holders,
                                            int needed);
[[nodiscard]] bool isShared(QByteArrayView bytes);
/// With holders' private keys (PEM), or shares that they opened elsewhere, in any order. Refused where more holders are
/// needed, with who may be asked; Wrong with the holder's name where a share was changed or put there by somebody else
/// and too few others are given; Wrong where a key opens none, or the content was changed.
[[nodiscard]] Result<QByteArray> openShared(const QByteArray& bytes, const QList<QByteArray>& keysOrShares);

} // namespace serein::vault

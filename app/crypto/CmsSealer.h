#pragma once
// Sealing to certificates as Cms.h does, without holding what is sealed.
#include "crypto/Cms.h"

#include <functional>
#include <memory>

namespace serein::crypto {

/// The same form for what comes piece by piece and goes on as it comes, so that it is never held whole.
class CmsSealer {
public:
    using Sink = std::function<Result<void>(QByteArrayView)>;
    /// `size`: how many bytes will come. Hands the front of the sealed file to `sink`. Unusable as cmsSeal.
    [[nodiscard]] static Result<CmsSealer> begin(qint64 size, const QList<Certificate>& recipients, Sink sink);
    CmsSealer(CmsSealer&& other) noexcept;
    CmsSealer(const CmsSealer&) = delete;
    CmsSealer& operator=(const CmsSealer&) = delete;
    CmsSealer& operator=(CmsSealer&&) = delete;
    ~CmsSealer();
    [[nodiscard]] Result<void> write(QByteArrayView piece);
    /// After the last piece; Unusable where more or fewer bytes came than were said.
    [[nodiscard]] Result<void> finish();

private:
    struct Parts;
    explicit CmsSealer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace serein::crypto

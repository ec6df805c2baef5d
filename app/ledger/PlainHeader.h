#pragma once
// A header as it is written: keys in their order, nothing escaped, ASCII. Verification reads millions of them, without
// a copy of their text.
#include "ledger/Envelope.h"

#include <array>

namespace serein::ledger {

/// What it views must outlive it.
struct PlainHeader {
    QUuid id;
    QUuid device;
    QByteArrayView stream;
    qint64 sequence = 0;
    std::array<char, 32> previous{};
    QDateTime at;         ///< UTC
    int offset = 0;       ///< minutes
    QByteArrayView order; ///< as HybridTime's text
    HybridTime time;
    QByteArrayView actor;
    QByteArrayView role;
    QByteArrayView app;
    QByteArrayView kind;
    BodyClass bodyClass = BodyClass::Data;

    /// Nothing where it looks otherwise, or is no header: Header::fromBytes() reads any form, and says what is wrong.
    [[nodiscard]] static std::optional<PlainHeader> of(QByteArrayView bytes);
    [[nodiscard]] Header toHeader() const;
};

} // namespace serein::ledger

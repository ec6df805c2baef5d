#pragma once
// An instrument as a sheet of paper, for where a tablet can't go: the screen's words in the screen's order, and nothing
// that scores.
#include "core/Result.h"
#include "instrument/TextPack.h"

#include <QByteArray>

namespace serein::exporting {

struct Paper {
    QByteArray pdf; ///< A4; the same words give the same bytes
    int pages = 0;
};

/// Refused where the words' licence forbids their export or ended before `today`; Unusable where an item is higher than
/// a page, or no installed font has its characters.
[[nodiscard]] Result<Paper> paper(const instrument::Instrument& instrument, const instrument::TextPack& pack,
                                  const QDate& today);

} // namespace serein::exporting

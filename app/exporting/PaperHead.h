#pragma once
// What stands above and below the items of every page: fields that belong to no study, and whose words these are.
#include "exporting/PaperBlock.h"
#include "instrument/TextPack.h"

namespace serein::exporting {

/// `first`: of the first page, which also asks who fills it in. Its first row leaves room at the right for the page's
/// number.
[[nodiscard]] PaperBlock headBlock(PaperCanvas& canvas, const instrument::Instrument& instrument,
                                   const instrument::TextPack& pack, bool first);
/// Into that room, `words` being "Page 1 of 2".
void drawPageNumber(PaperCanvas& canvas, const QString& words);
[[nodiscard]] PaperBlock footBlock(PaperCanvas& canvas, const instrument::Instrument& instrument,
                                   const instrument::TextPack& pack);

} // namespace serein::exporting

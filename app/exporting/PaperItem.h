#pragma once
// One item on paper: its words as the screen has them, and the place for its answer. Never a score's value: only a
// numerical scale prints its numbers.
#include "exporting/PaperBlock.h"
#include "instrument/TextPack.h"

namespace serein::exporting {

/// `number`: of the question on this sheet (0: it asks nothing). `branch`: when it is asked, or empty.
[[nodiscard]] PaperBlock itemBlock(PaperCanvas& canvas, const instrument::Item& item, const instrument::TextPack& pack,
                                   int number, const QString& branch);

} // namespace serein::exporting

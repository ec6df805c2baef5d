#pragma once
// Staff's pages broken on purpose, one for each thing that the matrix of staff's says it would notice.
#include "MatrixBroken.h"

namespace serein::matrix {

struct StaffBreakage {
    const char* row; ///< of the table: the page that is broken
    Breakage breakage;
};

[[nodiscard]] QList<StaffBreakage> staffBreakages();

} // namespace serein::matrix

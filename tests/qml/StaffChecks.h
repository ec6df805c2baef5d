#pragma once
// What must hold of every page of staff's, on top of what MatrixChecks.h says of words, targets and contrast.
#include "MatrixChecks.h"

namespace serein::matrix {

/// What is out of sight says so: beside a list or a page that goes on, in words that can be tapped; and a table turned
/// sideways shows whole columns.
[[nodiscard]] QStringList cueFaults(const Scene& scene, const Expected& expected);
/// Everything that has to be whole and in place, whatever the colours.
[[nodiscard]] QStringList layoutFaults(const Scene& scene, const Expected& expected);

} // namespace serein::matrix

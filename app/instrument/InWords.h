#pragma once
// Rules in words, for people who check a definition against its publication.
#include "instrument/Instrument.h"

namespace serein::instrument {

/// "q1 + q2 + q3", "4 − q2", "0 if q2 ≤ 15; 1 if ≤ 30; else 2": every operator of instruments/README.md, in English.
[[nodiscard]] QString inWords(const Expression& expression);

} // namespace serein::instrument

#pragma once
// instrument.json as values. Reads what is there; whether it holds together is proven apart (Proof.h).
#include "core/Faults.h"
#include "instrument/Instrument.h"

namespace serein::instrument {

/// Never fails: what cannot be read is left at its default and, unless the schema has refused it already, becomes a
/// fault.
[[nodiscard]] Instrument readDefinition(const QJsonObject& json, Faults& faults);

} // namespace serein::instrument

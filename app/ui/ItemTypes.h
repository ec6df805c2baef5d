#pragma once
// The names under which QML knows the types of items.
#include "instrument/Instrument.h"

namespace serein::ui {

/// As instrument.json writes it: "choice", "multiChoice" …
[[nodiscard]] QString itemTypeText(instrument::ItemType type);

} // namespace serein::ui

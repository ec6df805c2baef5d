#pragma once
// Words that are none: what stands in tests and demonstrations for a scale whose wording the site supplies.
#include "instrument/Instrument.h"

#include <QJsonObject>

namespace serein::instrument {

/// A text pack of provenance `placeholder`, which no trial may use: "Item 3, wording supplied by the site".
[[nodiscard]] QJsonObject placeholderPack(const Instrument& instrument, const QString& language);

} // namespace serein::instrument

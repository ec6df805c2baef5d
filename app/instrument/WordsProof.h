#pragma once
// What people read comes from outside the project: nothing in it may hide, reorder, or be taken for markup.
#include "core/Faults.h"

#include <QJsonValue>

namespace serein::instrument {

/// Every text of a file, below `pointer`: blank ones, ones too long, characters that steer a display, markup.
void proveWords(const QJsonValue& value, const QString& pointer, Faults& faults);

} // namespace serein::instrument

#pragma once
// A JSON document that is one long list with something around it, read element by element: as a whole it may be larger
// than what one reads at once.
#include "core/Result.h"

#include <QJsonObject>
#include <functional>

namespace serein::exporting {

/// Hands on each element of the top object's list of that name, as it stands there and where; returns the object with
/// that list empty. Wrong where it is no JSON, in the way of parseJson; elements are the reader's to parse.
[[nodiscard]] Result<QJsonObject> readJsonList(const QByteArray& bytes, const char* name,
                                               const std::function<Result<void>(qsizetype at, qsizetype size)>& each);

} // namespace serein::exporting

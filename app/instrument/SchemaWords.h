#pragma once
// Says what a schema refuses in words that tell what to write instead. Internal to the schema's door (Library.h).
#include "instrument/SchemaTree.h"

#include <optional>

namespace serein::instrument {

/// `not written like "1.0.0"`, after the schema's examples.
[[nodiscard]] QString writtenLike(const QJsonObject& part);
/// Which value or values, what type, how many: for valijson's message about the value at that place. Empty for a
/// message that is not known.
[[nodiscard]] QString refusal(const QString& message, const SchemaTree::Place& place);
/// The first element of a list that stands there before.
[[nodiscard]] std::optional<qsizetype> elementTwice(const SchemaTree::Place& place);

} // namespace serein::instrument

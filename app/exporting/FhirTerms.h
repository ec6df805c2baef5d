#pragma once
// What FHIRPath expressions are made of: the names of values, and numbers without loss.
#include "core/Decimal.h"

#include <QString>

namespace serein::exporting {

/// Item ids have no hyphen and no point, so that neither item and item nor item and score can meet.
[[nodiscard]] QString fhirItemVariable(const QString& id);
[[nodiscard]] QString fhirScoreVariable(const QString& id);
/// %name, or %`name-1`.
[[nodiscard]] QString fhirReference(const QString& variable);
/// The answer to an item of the form that is filled in.
[[nodiscard]] QString fhirAnswerOf(const QString& item);

/// Without loss: "1.25", else a fraction in lowest terms, "10/3".
[[nodiscard]] QString fhirExactly(const Decimal& value);
/// The same as an operand, in brackets where it needs them.
[[nodiscard]] QString fhirLiteral(const Decimal& value);
/// Exact: a fraction is multiplied before it is divided.
[[nodiscard]] QString fhirTimes(const QString& of, const Decimal& factor);
/// Half away from zero, as the manuals mean it; FHIRPath leaves open which way a negative half goes.
[[nodiscard]] QString fhirRoundedHalfUp(const QString& path, int digits, bool mayBeNegative);
[[nodiscard]] QString fhirFloored(const QString& path, int digits);

} // namespace serein::exporting

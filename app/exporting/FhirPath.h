#pragma once
// A score tree as FHIRPath (N1), for SDC's calculatedExpression: the same value as the scoring engine's, missing as the
// empty collection. It uses no function beyond the specification and SDC's own variables %resource (the
// QuestionnaireResponse) and %questionnaire. How each operator is said, and what an engine that counts in binary
// fractions may do to it, stands in README.md.
#include "instrument/Instrument.h"

namespace serein::exporting {

/// A named value of the whole form (SDC's `variable`): what the expressions below it call %name.
struct FhirVariable {
    QString name;
    QString expression;
};
/// Every item that a score or branch reads as a number, then every score that another one reads, each after what it
/// reads.
[[nodiscard]] QList<FhirVariable> fhirVariables(const instrument::Instrument& instrument, const QString& profile);

/// A tree over these variables. `profile` must be one of the instrument's, or empty for its default.
[[nodiscard]] QString fhirPath(const instrument::Instrument& instrument, const instrument::Expression& expression,
                               const QString& profile);
/// The score as it is submitted: prorated where that is on and the score has a rule for it, and with at most six digits
/// after the point.
[[nodiscard]] QString fhirScorePath(const instrument::Instrument& instrument, const instrument::Score& score,
                                    const QString& profile, bool prorate);

} // namespace serein::exporting

#pragma once
// The CDISC controlled terminology of our field (instruments/codes/cdisc.tsv, part of the program): which test codes
// and questionnaires are taken.
#include "core/Faults.h"
#include "instrument/Instrument.h"

namespace serein::instrument {

/// A CDISC code that the terminology hasn't got or has for another questionnaire; a sponsor's code that is CDISC's,
/// begins with the short name of one of its questionnaires, or stands twice.
void proveCodes(const Instrument& instrument, Faults& faults);

/// A test as the terminology names it.
struct Term {
    QString name; ///< at most 40 characters
    QString nci;  ///< its concept code at NCI EVS
};
[[nodiscard]] std::optional<Term> cdiscTest(const QString& code);
/// NCI's concept code of a questionnaire; empty: the terminology hasn't got it.
[[nodiscard]] QString cdiscCategory(const QString& category);
/// Whether a test code is taken: CDISC's own, or begins as those of one of its questionnaires.
[[nodiscard]] bool isCdiscs(const QString& code);

} // namespace serein::instrument

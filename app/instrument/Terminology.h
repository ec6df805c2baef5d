#pragma once
// The CDISC controlled terminology of our field (instruments/codes/cdisc.tsv, part of the program): which test codes
// and questionnaires are taken.
#include "core/Faults.h"
#include "instrument/Instrument.h"

namespace serein::instrument {

/// A CDISC code that the terminology hasn't got or has for another questionnaire; a sponsor's code that is CDISC's,
/// begins with the short name of one of its questionnaires, or stands twice.
void proveCodes(const Instrument& instrument, Faults& faults);

} // namespace serein::instrument

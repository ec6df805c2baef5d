#pragma once
// SPSS system files (.sav) and Stata files (.dta, release 14 on) through ReadStat, whose only user this is.
//
// SPSS keeps a state as a user-missing number (-99991 declined, -99992 not reached, -99993 not applicable, -99994
// unanswered, -99995 score missing; with more nines where a variable reaches so low), Stata as .a … .e. Labels longer
// than a format takes (SPSS 256 and 120 bytes, Stata 80 characters) are cut and end in "…". The time of writing inside
// is always noon of 2000-01-01, whatever the time zone.
#include "core/Result.h"
#include "exporting/StatTable.h"

#include <QByteArray>

namespace serein::exporting {

[[nodiscard]] Result<QByteArray> toSav(const StatTable& table);
[[nodiscard]] Result<QByteArray> toDta(const StatTable& table);

/// Back again: names, forms, labels and cells. Labels that were cut stay cut. Wrong for what ReadStat cannot read.
[[nodiscard]] Result<StatTable> fromSav(const QByteArray& bytes);
[[nodiscard]] Result<StatTable> fromDta(const QByteArray& bytes);

} // namespace serein::exporting

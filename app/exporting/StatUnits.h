#pragma once
// How the two formats count days.
#include <QtGlobal>

namespace serein::exporting {

enum class StatKind { Sav, Dta };

inline constexpr qint64 savEpochDays = 141428; ///< 1582-10-14 to 1970-01-01
inline constexpr qint64 dtaEpochDays = 3653;   ///< 1960-01-01 to 1970-01-01
inline constexpr double secondsOfDay = 86400;

} // namespace serein::exporting

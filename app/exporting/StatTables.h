#pragma once
// wide and long tables of one participant or of the study, for SPSS and Stata. Pure.
#include "exporting/Formats.h"
#include "exporting/StatFile.h"

namespace serein::exporting {

/// wide.csv as typed variables under the same names, with what its empty cells leave out: why a value is absent. A
/// text, datetime or multiChoice item has beside it `NAME_st`, a number whose user-missing values say why the text is
/// empty.
[[nodiscard]] Result<StatSpool> statWide(const Records& records, const QString& language);
/// answers.csv with its columns as they are; `value_num` is `value` where that is a number.
[[nodiscard]] Result<StatSpool> statLong(const Records& records);

inline const QString savFormat = QStringLiteral("sav");
inline const QString dtaFormat = QStringLiteral("dta");

/// `wide.sav`, `long.sav`; `wide.dta`, `long.dta`.
[[nodiscard]] Result<void> writeStat(const Records& records, const QStringList& formats, const FileSink& sink);

} // namespace serein::exporting

#pragma once
// A sheet's own words, those of no scale: its fields for whoever fills it in, and in plain words when an item is asked.
#include "instrument/TextPack.h"

namespace serein::exporting {

struct SheetWords {
    QString subject;
    QString date; ///< in the order that every date on the sheet is written in
    QString time;
    QString filledInBy;      ///< before the modes
    QString filledInByStaff; ///< before a name
    QStringList modes;       ///< self, assisted, interview, telephone, proxy
    QString page;            ///< %1 of %2
    QString dateOrder;       ///< beside the blanks of an item
    QString hours;
    QString minutes;
    QString wholeDay; ///< that a clock counts to 24
    QString rights;   ///< %1: the holder
    QString onlyStudy;
    QString actualSize; ///< beneath a line that has to be as long as it says
    QString ifIs;       ///< %1: number of the question, %2: its answer
    QString ifIsNot;
    QString ifHas; ///< several choices
    QString ifHasNot;
    QString ifApplies;
    QString quoted;
    QString either; ///< between alternatives
    QString atLeast;
    QString moreThan;
    QString atMost;
    QString lessThan;
};

/// In Chinese, else in English.
[[nodiscard]] SheetWords sheetWords(const QString& language);
/// official, validated … as a reader understands it.
[[nodiscard]] QString provenanceWords(const QString& provenance, const QString& language);
/// When this item is asked: "Only if the answer to question 3 is “Yes”", or that it may not apply where that cannot be
/// said simply. Empty where it always is. `numbers`: of the questions on the sheet, by item.
[[nodiscard]] QString branchWords(const instrument::Instrument& instrument, const instrument::Item& item,
                                  const instrument::TextPack& pack, const QMap<QString, int>& numbers);

} // namespace serein::exporting

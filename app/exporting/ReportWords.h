#pragma once
// The words of a participant's report that are no scale's, in English or Chinese.
#include "exporting/StatTable.h"

namespace serein::exporting {

struct ReportWords {
    QString title;
    QString subject;
    QString study;
    QString record; ///< up to which event: %1 its number, %2 its id
    QString audience;
    QString blinded;
    QString full;
    QString synthetic;
    QString course;
    QString timeline;
    QString scores;
    QString answers;
    QString corrections;
    QString alerts;
    QString audit;
    QString none;
    QString window;
    QString submitted;
    QString missing;
    QString withheld;
    QString corrected; ///< %1 before, %2 after, %3 why, %4 who, %5 when
    QString proposed;
    QString raised; ///< %1 when
    QString acknowledged;
    QString closed;
    QString open;
    QString page; ///< %1 of %2
    QString yes;
    QString no;
    QString minutes;
};
[[nodiscard]] ReportWords reportWords(const QString& language);
/// Of an assessment, a window, a score, a mode: what a file calls "endedEarly" as a reader would say it.
[[nodiscard]] QString reportTerm(const QString& term, const QString& language);

} // namespace serein::exporting

#pragma once
// Marks that ask a person to look, never a verdict: each names its rule, and none tells a value. Pure.
#include "ledger/State.h"
#include "study/Schedule.h"

namespace serein::desk {

enum class QualityMark {
    /// Curran 2016, J Exp Soc Psychol 66:4-19, doi 10.1016/j.jesp.2015.07.006: the same answer to half the questions
    /// or more in a row. Asked here only of scales whose questions are keyed in both directions, since everywhere else
    /// a well person rightly gives the same answer throughout.
    SameAnswer,
    /// Huang et al. 2012, J Bus Psychol 27:99-114, doi 10.1007/s10869-011-9231-8: under 2 seconds a question. The
    /// median of what was shown on a screen, from fewestForPace answers on.
    Quick,
    CheckKept,   ///< answers that don't fit together (sleep clocks) were asked about gently, and kept
    OutOfWindow, ///< early or late, as ledger::punctualityOf
    Missing      ///< asked, not optional, and without an answer
};

struct QualityFlag {
    QualityMark mark = QualityMark::Missing;
    int count = 0;        ///< SameAnswer: the longest run; Missing: without an answer; Quick: answers timed
    int of = 0;           ///< SameAnswer, Missing: questions looked at
    qint64 medianMs = -1; ///< Quick
    QString detail = {};  ///< CheckKept: the check's id; OutOfWindow: early, late
    bool operator==(const QualityFlag&) const = default;
};

inline constexpr qint64 quickMs = 2000; ///< a question
inline constexpr int fewestForPace = 5; ///< timed answers; a median of fewer says little
inline constexpr int fewestForRuns = 5; ///< questions with the same choices
inline constexpr int halves = 2;        ///< a run of one half of them or more

/// Questions with the same list of choices of which some raise and some lower one score: groups of at least
/// fewestForRuns, in the instrument's order.
[[nodiscard]] QList<QStringList> groupsKeyedBothWays(const instrument::Instrument& instrument, const QString& profile);

/// Of a submitted assessment; `punctuality` as ledger::punctualityOf says.
[[nodiscard]] QList<QualityFlag> qualityOf(const instrument::Instrument& instrument,
                                           const ledger::AssessmentState& assessment,
                                           const instrument::Answers& answers, study::Punctuality punctuality);

} // namespace serein::desk

#pragma once
// A participant's plan in words: windows, what becomes of them, and why something is not asked.
#include "core/Result.h"
#include "desk/FactWords.h"
#include "desk/Gate.h"
#include "desk/Planning.h"

#include <QCoreApplication>

namespace serein::ui {

class PlanWords {
    Q_DECLARE_TR_FUNCTIONS(PlanWords)

public:
    /// "21 Nov 2026, 06:00–10:00", "2–4 Apr 2027" as two dates; words where it has no date.
    [[nodiscard]] static QString window(const study::Planned& planned, const QTimeZone& zone);
    [[nodiscard]] static QString effect(const desk::PlanChange& change);
    [[nodiscard]] static QString punctuality(study::Punctuality punctuality); ///< "in time", "early" …
    [[nodiscard]] static QString missedReason(const QString& reason) { return desk::FactWords::missedReason(reason); }
    [[nodiscard]] static QString reached(const QString& who) { return desk::FactWords::reached(who); }
    [[nodiscard]] static QString outcome(const QString& outcome) { return desk::FactWords::outcome(outcome); }
    /// How an assessment was answered.
    [[nodiscard]] static QString mode(const QString& mode) { return desk::FactWords::mode(mode); }
    /// The desk's sentence in the language of staff, and that nothing was saved; empty where there are no words for it.
    [[nodiscard]] static QString trouble(const Error& error);
    [[nodiscard]] static QString bar(desk::Bar bar);
};

} // namespace serein::ui

#pragma once
// Invented answers to any instrument of choices and scales. Pure.
#include "instrument/Scoring.h"
#include "sereinctl/DemoPlan.h"

namespace serein::ctl {

/// Answers every visible item, drawn around the person's burden. `countedAlerts`: the rules of this instrument that
/// count in the study; none fires, unless `firesAlert` asks for the first to. Items of other types stay unanswered.
[[nodiscard]] instrument::Answers inventAnswers(const instrument::Instrument& instrument,
                                                const QStringList& countedAlerts, double burden, bool firesAlert,
                                                Dice& dice);

} // namespace serein::ctl

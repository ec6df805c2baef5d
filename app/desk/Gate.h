#pragma once
// Whether somebody may be asked now, and whether now is the time: consent, where they stand in the study, the window.
#include "desk/Actor.h"
#include "study/Schedule.h"

namespace serein::desk {

/// Why nothing is asked.
enum class Bar {
    Consent,      ///< not given, or only later than what is to be entered
    Reconsent,    ///< given to an older document, and the study asks for it anew
    ScreenFailed, ///< no participant after all
    NotEligible,  ///< the form of eligibility says so
    Suspended,
    Withdrawn, ///< from what is asked
    Calls,     ///< from calls, and this would be one
    Died
};
[[nodiscard]] QString barText(Bar bar); ///< "consent", "reconsent", "screenFailed" …

/// What is about to be asked or entered. For a form of staff's own, suspension and death are no bar: what happens to
/// somebody in intensive care is written down there.
struct Asking {
    QDateTime at;                 ///< when it is answered: now, or when the sheet was filled in
    bool isForParticipant = true; ///< they answer it themselves, or somebody for them
    QString mode = {};
    QString formInForce = {}; ///< of consent: whoever signed it needs no older one
};
[[nodiscard]] std::optional<Bar> barTo(const study::Study& study, const ledger::ParticipantState& participant,
                                       const Asking& asking);
/// Refused in words; the pointer names the bar ("/suspended").
[[nodiscard]] Result<void> requireAskable(const study::Study& study, const ledger::ParticipantState& participant,
                                          const Asking& asking);

/// By the last form submitted; unknown while there is none, or the study names no such form.
[[nodiscard]] study::Ternary eligibilityOf(const study::Study& study, const ledger::ParticipantState& participant);

/// A stored score as the study's criteria read it.
[[nodiscard]] instrument::ScoreValue scoreFrom(const QJsonValue& stored);

/// Where the moment lies against the window of this assessment.
[[nodiscard]] study::Punctuality punctualityOf(const study::Study& study, const ledger::ParticipantState& participant,
                                               const ledger::AssessmentKey& key, const QDateTime& at);
/// What was typed as the reason, empty within the window. Unusable at "/reason" where one is needed and missing.
[[nodiscard]] Result<QString> reasonOutside(study::Punctuality punctuality, const QString& typed);

} // namespace serein::desk

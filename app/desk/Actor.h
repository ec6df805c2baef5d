#pragma once
// What every action of staff asks first: may this person do it, are the data still open, is what they typed usable.
#include "vault/Vault.h"

namespace serein::desk {

/// The actor for an action, or Refused in words ("a monitor may not enrol a participant"); the refusal is an event.
[[nodiscard]] Result<vault::Actor> actorFor(vault::Vault& vault, account::Action action);

/// Refused where this participant's data, or the whole study's, are frozen or locked.
[[nodiscard]] Result<void> requireOpenData(const vault::Vault& vault, const ledger::ParticipantState& participant);

/// Whether the person at the desk may see what would tell the treatment: by their role, as the study decides, or
/// because they were unblinded for this participant.
[[nodiscard]] bool seesUnblinding(const vault::Vault& vault);
[[nodiscard]] bool seesUnblinding(const vault::Vault& vault, const ledger::ParticipantState& participant);
/// Whether they may see this assessment's answers and scores.
[[nodiscard]] bool sees(const vault::Vault& vault, const ledger::ParticipantState& participant,
                        const ledger::AssessmentState& assessment);

inline constexpr int mostReason = 500;  ///< characters
inline constexpr int mostNote = 10'000; ///< characters
/// What was typed, without space around it. Unusable, with a pointer to the field, where it is empty (unless it may
/// be), too long, or holds characters that show nothing or turn the writing direction of what follows.
[[nodiscard]] Result<QString> typedText(const QString& typed, const QString& field, int most = mostReason,
                                        bool mayBeEmpty = false);

} // namespace serein::desk

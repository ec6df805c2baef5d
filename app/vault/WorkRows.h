#pragma once
// How a row of `work` is written. Internal to this room; WorkTable reads them.
#include "ledger/Work.h"
#include "vault/Database.h"
#include "vault/Vault.h"

namespace serein::vault {

/// What of a row does not change with the hour; it leads every index.
enum class Settled { Open, Unscheduled, Done, Missed, NotApplicable };

/// Writes this participant's rows; removes those of timepoints that are no more.
[[nodiscard]] Result<void> projectWork(const Database& database, const Protocol& protocol,
                                       const ledger::ParticipantState& participant);
/// Whether these events may have changed the rows.
[[nodiscard]] bool concernsWork(const ledger::Touched& touched, const ledger::ParticipantState& before,
                                const ledger::ParticipantState& after);
/// What a search compares with: subject, ward and bed, one a line, in small letters.
[[nodiscard]] QString searchText(const ledger::ParticipantState& participant);
/// The endings of these lines, where they are not those that stand there. Before the participant's own row is written.
[[nodiscard]] Result<void> projectFindable(const Database& database, const QString& participant,
                                           const QString& searchText);
inline constexpr int longestEnding = 40; ///< characters; a longer word is compared with the whole line besides

} // namespace serein::vault

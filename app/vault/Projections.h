#pragma once
// Writes the rows that an event touched, from the state that the one fold made of it. A row is a function of the state
// alone, so folding everything again gives the same rows.
#include "ledger/State.h"
#include "vault/Database.h"

namespace serein::vault {

[[nodiscard]] Result<void> project(const Database& database, const ledger::ParticipantState& state,
                                   const ledger::Touched& touched);
/// What the devices' streams leave behind: their checkpoints. (Their state is folded at every unlock: see
/// Deciding.cpp.)
[[nodiscard]] Result<void> projectVouched(const Database& database, const ledger::Touched& touched);
/// The latest checkpoint of that device that names that stream; none: it never did.
[[nodiscard]] Result<std::optional<ledger::Vouched>> vouched(const Database& database, const ledger::VouchKey& key);
/// SHA-256 over every row of one table, in key order.
[[nodiscard]] Result<QByteArray> tableDigest(const Database& database, const char* table);
/// The same over every row of every projection table, in key order.
[[nodiscard]] Result<QByteArray> projectionDigest(const Database& database);
/// Also that they were due to be folded again (see migrate).
[[nodiscard]] Result<void> clearProjections(const Database& database);

} // namespace serein::vault

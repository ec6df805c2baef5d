#pragma once
// What is to be done at which timepoint, from the plan and the assessments. Pure.
#include "desk/Desk.h"

namespace serein::desk {

/// ledger::workOf with the present.
[[nodiscard]] QList<WorkItem> workOf(const vault::Protocol& protocol, const ledger::ParticipantState& participant,
                                     const QDateTime& now);
[[nodiscard]] WorkState stateOf(const ledger::Work& work, const QDateTime& now);

} // namespace serein::desk

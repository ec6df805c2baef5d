#pragma once
// What is to be done at which timepoint, from the plan and the assessments. Pure.
#include "desk/Desk.h"

namespace serein::desk {

[[nodiscard]] QList<WorkItem> workOf(const study::Study& study, const ledger::ParticipantState& participant,
                                     const QDateTime& now);
/// Due, then overdue, by what closes soonest; upcoming by what opens soonest; unscheduled; done.
void sortByUrgency(QList<WorkItem>& items);

} // namespace serein::desk

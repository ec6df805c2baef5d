#include "desk/Worklist.h"

namespace serein::desk {

QString workStateText(WorkState state) {
    switch (state) {
    case WorkState::Due:
        return QStringLiteral("due");
    case WorkState::Overdue:
        return QStringLiteral("overdue");
    case WorkState::Upcoming:
        return QStringLiteral("upcoming");
    case WorkState::Unscheduled:
        return QStringLiteral("unscheduled");
    case WorkState::Done:
        return QStringLiteral("done");
    case WorkState::Missed:
        return QStringLiteral("missed");
    case WorkState::NotApplicable:
        return QStringLiteral("notApplicable");
    }
    return {};
}

WorkState stateOf(const ledger::Work& work, const QDateTime& now) {
    if (work.left() == 0)
        return work.instrumentsDone > 0 ? WorkState::Done
               : work.missed > 0        ? WorkState::Missed
                                        : WorkState::NotApplicable;
    switch (study::statusAt(work.planned, now)) {
    case study::WindowStatus::Unscheduled:
        return WorkState::Unscheduled;
    case study::WindowStatus::Upcoming:
        return WorkState::Upcoming;
    case study::WindowStatus::Open:
        return WorkState::Due;
    case study::WindowStatus::Closed:
        return WorkState::Overdue;
    }
    return WorkState::Unscheduled;
}

QList<WorkItem> workOf(const vault::Protocol& protocol, const ledger::ParticipantState& participant,
                       const QDateTime& now) {
    QList<WorkItem> items;
    for (const ledger::Work& work : ledger::workOf(protocol.study, protocol.library, participant))
        items.append({work, participant.id, participant.subject, protocol.study.timepoint(work.timepoint)->label,
                      stateOf(work, now)});
    return items;
}

} // namespace serein::desk

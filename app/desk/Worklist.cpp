#include "desk/Worklist.h"

#include <algorithm>

namespace serein::desk {

namespace {

WorkState stateOf(const study::Planned& planned, bool done, const QDateTime& now) {
    if (done)
        return WorkState::Done;
    switch (study::statusAt(planned, now)) {
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

/// Due before overdue: what can still be done in time comes first.
int rank(WorkState state) {
    return static_cast<int>(state);
}

} // namespace

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
    }
    return {};
}

QList<WorkItem> workOf(const study::Study& study, const ledger::ParticipantState& participant, const QDateTime& now) {
    QList<WorkItem> items;
    const QList<study::Planned> plan = study::plan(study, participant.anchors);
    for (const study::Planned& planned : plan) {
        const study::Timepoint* timepoint = study.timepoint(planned.timepoint);
        WorkItem item{participant.id,
                      participant.subject,
                      planned.timepoint,
                      timepoint->label,
                      WorkState::Unscheduled,
                      planned,
                      0,
                      static_cast<int>(timepoint->battery.size())};
        for (const QString& instrument : timepoint->battery) {
            const ledger::AssessmentState* state = participant.assessment({planned.timepoint, instrument, 1});
            if (state && state->status != ledger::AssessmentStatus::Open)
                ++item.instrumentsDone;
        }
        item.state = stateOf(planned, item.instrumentsDone == item.instrumentCount, now);
        items.append(item);
    }
    return items;
}

void sortByUrgency(QList<WorkItem>& items) {
    std::stable_sort(items.begin(), items.end(), [](const WorkItem& a, const WorkItem& b) {
        if (a.state != b.state)
            return rank(a.state) < rank(b.state);
        if (a.state == WorkState::Upcoming)
            return a.planned.opensAt < b.planned.opensAt;
        if (a.state == WorkState::Due || a.state == WorkState::Overdue)
            return a.planned.closesAt < b.planned.closesAt;
        return a.subject < b.subject;
    });
}

} // namespace serein::desk

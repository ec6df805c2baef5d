// The new plan beside the old, by the same fold that will read the event: what is shown is what will be.
#include "desk/Anchors.h"
#include "desk/Gate.h"
#include "ledger/Work.h"

namespace serein::desk {

namespace {

bool isSame(const study::Planned& a, const study::Planned& b) {
    return a.scheduled == b.scheduled && a.opensAt == b.opensAt && a.closesAt == b.closesAt;
}

class Comparison {
public:
    Comparison(const vault::Protocol& protocol, const ledger::ParticipantState& before,
               const ledger::ParticipantState& after)
        : m_study(protocol.study), m_before(before), m_after(after),
          m_workBefore(ledger::workOf(protocol.study, protocol.library, before)),
          m_workAfter(ledger::workOf(protocol.study, protocol.library, after)) {}

    [[nodiscard]] QList<PlanChange> all() const {
        QList<PlanChange> changes;
        for (qsizetype i = 0; i < m_study.timepoints.size(); ++i)
            changes.append(of(m_study.timepoints[i], m_workBefore[i], m_workAfter[i]));
        return changes;
    }

private:
    [[nodiscard]] PlanChange of(const study::Timepoint& timepoint, const ledger::Work& before,
                                const ledger::Work& after) const {
        PlanChange change{timepoint.id, timepoint.label, after.sequence, before.planned, after.planned};
        change.turnsStale = after.stale && !before.stale;
        change.turnsFresh = before.stale && !after.stale;
        if (after.sequence != before.sequence)
            change.effect = Effect::Restarted;
        else if (isRejudged(timepoint, after.sequence, change))
            change.effect = Effect::Rejudged;
        else if (after.left() == 0)
            change.effect = isSame(study::planFor(m_study, timepoint, m_before.anchors),
                                   study::planFor(m_study, timepoint, m_after.anchors))
                                ? Effect::Unchanged
                                : Effect::Kept;
        else if (isSame(before.planned, after.planned))
            change.effect = Effect::Unchanged;
        else
            change.effect = !before.planned.scheduled  ? Effect::Scheduled
                            : !after.planned.scheduled ? Effect::Unscheduled
                                                       : Effect::Redated;
        return change;
    }

    bool isRejudged(const study::Timepoint& timepoint, int sequence, PlanChange& change) const {
        for (const QString& instrument : timepoint.battery) {
            const ledger::AssessmentKey key{timepoint.id, instrument, sequence};
            const ledger::AssessmentState* begun = m_before.assessment(key);
            if (begun == nullptr)
                continue;
            change.was = ledger::punctualityOf(m_study, m_before, *begun);
            change.becomes = ledger::punctualityOf(m_study, m_after, *begun);
            if (change.was != change.becomes)
                return true;
        }
        return false;
    }

    const study::Study& m_study;
    const ledger::ParticipantState& m_before;
    const ledger::ParticipantState& m_after;
    QList<ledger::Work> m_workBefore;
    QList<ledger::Work> m_workAfter;
};

} // namespace

QString effectText(Effect effect) {
    switch (effect) {
    case Effect::Unchanged:
        return QStringLiteral("unchanged");
    case Effect::Scheduled:
        return QStringLiteral("scheduled");
    case Effect::Redated:
        return QStringLiteral("redated");
    case Effect::Unscheduled:
        return QStringLiteral("unscheduled");
    case Effect::Kept:
        return QStringLiteral("kept");
    case Effect::Rejudged:
        return QStringLiteral("rejudged");
    case Effect::Restarted:
        return QStringLiteral("restarted");
    }
    return {};
}

QList<PlanChange> planChanges(const vault::Protocol& protocol, const ledger::ParticipantState& participant,
                              const AnchorChange& change, const QDateTime& now) {
    ledger::Event event{{}, anchorFact(protocol.study, change)};
    event.header.stream = participant.id.toString(QUuid::WithoutBraces);
    event.header.at = now;
    ledger::ParticipantState after = participant;
    ledger::Touched touched;
    ledger::apply(after, event, touched);
    return Comparison(protocol, participant, after).all();
}

} // namespace serein::desk

#include "ledger/Work.h"

namespace serein::ledger {

namespace {

bool isForParticipant(const instrument::Instrument* instrument) {
    return instrument == nullptr || instrument->audience == QLatin1String("self");
}

bool isAtHome(const ParticipantState& participant) {
    return participant.whereabouts.place == QLatin1String("home");
}

/// Counts one assessment of the battery. True: something of it is left.
bool count(Work& work, const ParticipantState& participant, const instrument::Instrument* instrument,
           const AssessmentKey& key) {
    const AssessmentState* state = participant.assessment(key);
    if (!isLeft(participant, instrument, key)) {
        ++(state != nullptr                       ? work.instrumentsDone
           : participant.missedAs(key) != nullptr ? work.missed
                                                  : work.notApplicable);
        return false;
    }
    work.begun = work.begun || state != nullptr;
    ++(isForParticipant(instrument) ? work.selfLeft : work.staffLeft);
    if (instrument != nullptr && instrument->dataClass == QLatin1String("unblinding"))
        ++work.unblindingLeft;
    return true;
}

Work workAt(const study::Study& study, const instrument::Library& library, const ParticipantState& participant,
            const study::Timepoint& timepoint) {
    Work work;
    work.timepoint = timepoint.id;
    work.sequence = participant.sequenceOf(timepoint.id);
    work.instrumentCount = static_cast<int>(timepoint.battery.size());
    // What was not begun hangs on the anchors as they are now, so that is the window to show while any is left.
    AssessmentKey shown{timepoint.id, timepoint.battery.value(0), work.sequence};
    bool isLeft = false;
    for (const QString& instrument : timepoint.battery) {
        const AssessmentKey key{timepoint.id, instrument, work.sequence};
        const AssessmentState* state = participant.assessment(key);
        work.stale = work.stale || (state != nullptr && isStale(study, timepoint, participant, *state));
        if (!count(work, participant, library.instrument(instrument), key))
            continue;
        if (!isLeft || (state == nullptr && participant.assessment(shown) != nullptr))
            shown = key;
        isLeft = true;
    }
    work.planned = study::planFor(study, timepoint, participant.anchorsFor(shown));
    work.telephone = isLeft && isAtHome(participant);
    work.suspended = isLeft && participant.suspended.has_value();
    return work;
}

} // namespace

bool isApplicable(const ParticipantState& participant, const instrument::Instrument* instrument) {
    if (participant.screenFailed)
        return false;
    if (!isForParticipant(instrument))
        return !participant.hasWithdrawnFrom(QStringLiteral("records"));
    return !participant.diedAt().isValid() && !participant.hasWithdrawnFrom(QStringLiteral("questionnaires")) &&
           !(isAtHome(participant) && participant.hasWithdrawnFrom(QStringLiteral("calls")));
}

bool isLeft(const ParticipantState& participant, const instrument::Instrument* instrument, const AssessmentKey& key) {
    if (const AssessmentState* state = participant.assessment(key))
        return state->status == AssessmentStatus::Open;
    return participant.missedAs(key) == nullptr && isApplicable(participant, instrument);
}

bool isStale(const study::Study& study, const study::Timepoint& timepoint, const ParticipantState& participant,
             const AssessmentState& done) {
    const QDateTime dayZero = participant.anchors.value(study.dayZero);
    return timepoint.freshFor != IsoDuration{} && dayZero.isValid() && done.submittedAt.isValid() &&
           plus(done.submittedAt, timepoint.freshFor, study.zone) < dayZero;
}

study::Planned plannedFor(const study::Study& study, const ParticipantState& participant,
                          const AssessmentState& begun) {
    const study::Timepoint* timepoint = study.timepoint(begun.key.timepoint);
    return timepoint == nullptr ? study::Planned()
                                : study::planFor(study, *timepoint, participant.anchorsAt(begun.openedAt));
}

study::Punctuality punctualityOf(const study::Study& study, const ParticipantState& participant,
                                 const AssessmentState& begun) {
    return study::punctualityOf(plannedFor(study, participant, begun),
                                study::momentsOf(begun.filledInAt, begun.openedAt, study.zone));
}

QList<Work> workOf(const study::Study& study, const instrument::Library& library, const ParticipantState& participant) {
    QList<Work> all;
    for (const study::Timepoint& timepoint : study.timepoints)
        all.append(workAt(study, library, participant, timepoint));
    return all;
}

} // namespace serein::ledger

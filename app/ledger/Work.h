#pragma once
// What there is to do with one participant, a row a timepoint: from the plan, and from what became of it. Pure, and
// free of the present: whether a window is open by now is for whoever asks.
#include "ledger/State.h"
#include "study/Schedule.h"

namespace serein::ledger {

/// One timepoint in the sequence that it is in now.
struct Work {
    QString timepoint;
    int sequence = 1;
    study::Planned planned;  ///< of what is left; where nothing is, of what was done
    int instrumentCount = 0; ///< of the battery
    int instrumentsDone = 0; ///< submitted, or ended early
    int missed = 0;          ///< not begun, and it was said why
    int notApplicable = 0;   ///< not begun, and never to be: screen failure, withdrawal
    int selfLeft = 0;        ///< left for the participant to answer
    int staffLeft = 0;       ///< left for staff: forms and ratings
    int unblindingLeft = 0;  ///< of those, forms that would tell the treatment
    bool begun = false;      ///< something of it is open
    bool stale = false;      ///< done longer before day zero than the study takes for fresh
    bool telephone = false;  ///< something is left, and the participant is at home
    bool suspended = false;  ///< something is left, and nothing is asked for now

    [[nodiscard]] int left() const { return selfLeft + staffLeft; }
};

/// In the study's order. `study` and `library`: the version that this participant follows.
[[nodiscard]] QList<Work> workOf(const study::Study& study, const instrument::Library& library,
                                 const ParticipantState& participant);

/// Not begun yet, and never to be: who failed screening is asked nothing, who died answers nothing more, and a
/// withdrawal ends by degrees what the participant answers (questionnaires), what is asked by telephone (calls) and
/// what is taken from records (records).
[[nodiscard]] bool isApplicable(const ParticipantState& participant, const instrument::Instrument* instrument);

/// Something of this assessment is still to be done: open, or not begun where it applies and nobody said that it was
/// missed.
[[nodiscard]] bool isLeft(const ParticipantState& participant, const instrument::Instrument* instrument,
                          const AssessmentKey& key);

/// Done longer before day zero than the study takes for fresh (`freshFor`): an operation was put off after it.
[[nodiscard]] bool isStale(const study::Study& study, const study::Timepoint& timepoint,
                           const ParticipantState& participant, const AssessmentState& done);

/// The window that it hung on, as the anchors stood when it was begun. `study`: the version to judge it by.
[[nodiscard]] study::Planned plannedFor(const study::Study& study, const ParticipantState& participant,
                                        const AssessmentState& begun);
/// Whether it was done in that window: on paper when it was filled in, else when it was begun.
[[nodiscard]] study::Punctuality punctualityOf(const study::Study& study, const ParticipantState& participant,
                                               const AssessmentState& begun);

} // namespace serein::ledger

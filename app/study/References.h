#pragma once
// What a study names must exist and mean what it says. Internal to this room.
#include "core/Faults.h"
#include "core/Json.h"
#include "study/Study.h"

namespace serein::study {

[[nodiscard]] inline QString at(const QString& list, qsizetype index, const QString& key) {
    return pointerTo(pointerTo(list, index), key);
}
[[nodiscard]] inline QString noInstrument(const QString& id) {
    return QStringLiteral("there is no instrument \"%1\"").arg(id);
}
[[nodiscard]] inline QString noTimepoint(const QString& id) {
    return QStringLiteral("there is no timepoint \"%1\"").arg(id);
}
[[nodiscard]] inline QString notAskedAt(const QString& timepoint, const QString& instrument) {
    return QStringLiteral("%1 is not in the battery of %2").arg(instrument, timepoint);
}

/// Anchors of windows, day zero, timepoints of endpoints and declared recall.
void checkPlan(const Study& study, Faults& faults);
/// Batteries: the instruments there are.
void checkBatteries(const Study& study, const instrument::Library& library, Faults& faults);
/// Criteria: scores, cut-offs within their range, operators along their direction, asked at the nights that are judged.
void checkEndpoints(const Study& study, const instrument::Library& library, Faults& faults);
/// Alerts and the participant's words for them, proration and profiles.
void checkPolicies(const Study& study, const instrument::Library& library, Faults& faults);

} // namespace serein::study

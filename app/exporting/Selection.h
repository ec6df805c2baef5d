#pragma once
// A part of a participant's record: some timepoints, some instruments, what was begun between two dates. The ledger
// slice of a bundle is always whole, so that its chain holds; the tables say what was asked for.
#include "ledger/State.h"
#include "study/Study.h"

namespace serein::exporting {

struct Selection {
    QStringList timepoints;  ///< empty: all
    QStringList instruments; ///< empty: all
    QStringList sites;       ///< whose participants are exported at all; empty: all
    QDate from;              ///< by the local date it was begun on, or recorded as missed; invalid: no bound
    QDate to;                ///< inclusive

    [[nodiscard]] bool isWhole() const {
        return timepoints.isEmpty() && instruments.isEmpty() && sites.isEmpty() && !from.isValid() && !to.isValid();
    }
    /// `at` invalid: it was neither begun nor missed, so dates don't count. A key of a whole timepoint may hold some.
    [[nodiscard]] bool takes(const ledger::AssessmentKey& key, const QDateTime& at) const;
    [[nodiscard]] QJsonObject toJson() const; ///< empty where whole
    [[nodiscard]] static Selection fromJson(const QJsonObject& json);
    bool operator==(const Selection&) const = default;
};

/// Unusable, naming each timepoint or instrument that the study hasn't got, and dates the wrong way round.
[[nodiscard]] Result<void> checkSelection(const Selection& selection, const study::Study& study);

/// What of the record belongs to it: assessments, and what was missed, voided, corrected, asked, raised and signed
/// about them. What is about the participant as a whole stays.
[[nodiscard]] ledger::ParticipantState selected(ledger::ParticipantState state, const Selection& selection);
/// The events of these assessments, and those of none. `whole`: the state before anything was left out.
[[nodiscard]] QList<ledger::Event> selected(const QList<ledger::Event>& events, const ledger::ParticipantState& whole,
                                            const Selection& selection);

} // namespace serein::exporting

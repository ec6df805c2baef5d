#pragma once
// An assessment's items as they stand, for writers that look at one item after the other.
#include "exporting/Formats.h"
#include "study/Schedule.h"

namespace serein::exporting {

struct AssessedItem {
    const instrument::Item* item = nullptr;
    instrument::Answer answer;
    QString state;  ///< answered, declined, not_reached, not_applicable, unanswered
    QString reason; ///< why it was declined, where that was said
};

/// Every item that asks, in the instrument's order. Wrong where an answer does not fit its definition.
[[nodiscard]] Result<QList<AssessedItem>> assessedItems(const ledger::AssessmentState& assessment,
                                                        const instrument::Instrument& instrument);

/// The window that an assessment hung on, by the version of the study under which it was begun, and how it was kept.
struct Timing {
    study::Planned planned;
    QString punctuality;
};
[[nodiscard]] Timing timingOf(const ledger::ParticipantState& state, const ledger::AssessmentState& assessment,
                              const Definitions& definitions);

/// How one assessment was done, for formats of a row a timepoint: by the end of a variable's name, with its words.
struct HowDone {
    QString status;     ///< open, submitted, endedEarly, missed
    QString mode;       ///< as it was begun
    QString at;         ///< on paper when it was filled in, maybe only a date, else when it was begun
    QString window;     ///< inWindow, early, late, unscheduled
    QString reason;     ///< why outside its window, or missed
    QString study = {}; ///< version that was followed
    QString corrected =
        {}; ///< items that were corrected, with what was submitted and why: "q1=3: misheard|q4=declined: …"
};
[[nodiscard]] HowDone howDone(const ledger::ParticipantState& state, const ledger::AssessmentState& assessment,
                              const Definitions& definitions);
struct HowColumn {
    const char* ending;
    const char* words;
    QString HowDone::* text;
};
[[nodiscard]] const QList<HowColumn>& howColumns();

/// A scale that was not begun, as that was said of itself or of its whole timepoint.
struct MissedScale {
    ledger::AssessmentKey key;
    const ledger::MissedState* missed = nullptr;
    QString definition; ///< hash
};
/// Of the record's part, one for each scale, in the order of keys; the battery is that of the version followed then.
/// Neither what was begun after all, in the part or not, nor what the audience doesn't see: it may have been begun.
[[nodiscard]] QList<MissedScale> missedScales(const Record& record);
[[nodiscard]] HowDone howMissed(const Record& record, const MissedScale& one);
/// The window that it would have had, by the version followed when that was said.
[[nodiscard]] study::Planned plannedFor(const Record& record, const MissedScale& one);

/// What stands in one row of the wide tables: what was begun at a timepoint and sequence, and what of it was missed.
struct WideRow {
    ledger::AssessmentKey key;                        ///< without instrument
    study::Planned planned;                           ///< of the first of them
    QList<const ledger::AssessmentState*> begun = {}; ///< in the study's order
    QMap<QString, HowDone> how = {};                  ///< by instrument
};
/// In the study's order; what only was missed is a row, too.
[[nodiscard]] QList<WideRow> wideRows(const Record& record);
/// Ids of the instruments that stand in one of them, in the study's order of asking.
[[nodiscard]] QStringList wideInstruments(const Record& record);
/// As `state` stood at some moment.
[[nodiscard]] QList<MissedScale> missedScales(const Record& record, const ledger::ParticipantState& state);

} // namespace serein::exporting

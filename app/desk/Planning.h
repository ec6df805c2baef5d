#pragma once
// What a participant's windows hang on, and what was not asked in them: anchors, repeats, missed timepoints, calls.
#include "desk/Actor.h"
#include "study/Schedule.h"

namespace serein::desk {

/// Set: for the first time. Move: the event itself was postponed or brought forward. Correct: it was mistyped. Revoke:
/// it will not happen. Repeat: it happened again.
enum class AnchorAct { Set, Move, Correct, Revoke, Repeat };
[[nodiscard]] std::optional<AnchorAct> anchorActFrom(const QString& text); ///< "set", "move" …

struct AnchorChange {
    QString anchor;
    AnchorAct act = AnchorAct::Set;
    QDateTime at = {};   ///< not for Revoke
    QString reason = {}; ///< for all but Set
};

/// What becomes of a timepoint.
enum class Effect {
    Unchanged,
    Scheduled,   ///< it has a window now
    Redated,     ///< another one: nothing of it, or not all, was done
    Unscheduled, ///< none any more
    Kept,        ///< done: it keeps the window that it was asked in
    Rejudged,    ///< done: its window was mistyped, and it lies elsewhere against the right one
    Restarted    ///< asked once more, as its next sequence
};
[[nodiscard]] QString effectText(Effect effect); ///< "unchanged", "scheduled" …

struct PlanChange {
    QString timepoint;
    LocalizedText label;
    int sequence = 1; ///< as it will be
    study::Planned before;
    study::Planned after;
    Effect effect = Effect::Unchanged;
    study::Punctuality was = study::Punctuality::Unscheduled; ///< Rejudged: of the first one that changes
    study::Punctuality becomes = study::Punctuality::Unscheduled;
    bool turnsStale = false;
    bool turnsFresh = false;
};

/// The new plan beside the old: every timepoint of the study, in its order. Pure.
[[nodiscard]] QList<PlanChange> planChanges(const vault::Protocol& protocol,
                                            const ledger::ParticipantState& participant, const AnchorChange& change,
                                            const QDateTime& now);

/// A local time of the site. Where the clock is turned back it exists twice: `at` is the earlier, `again` the later.
struct LocalTime {
    QDateTime at;
    QDateTime again; ///< invalid: it exists once
};
/// "2026-11-20 14:05", as a keyboard of either language types it. Unusable at "/at": not a time, or one that the clock
/// leaps over in spring.
[[nodiscard]] Result<LocalTime> localTime(const QString& typed, const QTimeZone& zone);

inline const QStringList missedReasons{QStringLiteral("asleep"),
                                       QStringLiteral("sedated"),
                                       QStringLiteral("delirious"),
                                       QStringLiteral("intubated"),
                                       QStringLiteral("inTheatre"),
                                       QStringLiteral("refused"),
                                       QStringLiteral("staffUnavailable"),
                                       QStringLiteral("deviceUnavailable"),
                                       QStringLiteral("died"),
                                       QStringLiteral("other")};
inline const QStringList peopleReached{QStringLiteral("participant"), QStringLiteral("relative"),
                                       QStringLiteral("carer"),       QStringLiteral("clinician"),
                                       QStringLiteral("other"),       QStringLiteral("nobody")};
/// What a call came to, for who was reached.
[[nodiscard]] QStringList outcomesOf(const QString& reached);

struct MissedEntry {
    QString timepoint;
    QString instrument = {}; ///< empty: whatever of the timepoint was not begun
    QString reason;
    QString remark = {}; ///< needed with "other"
};

struct CallEntry {
    QString timepoint;
    QString reached;
    QString outcome;
    QString remark = {}; ///< needed with "other"
};

class Planning {
public:
    explicit Planning(vault::Vault& vault) : m_vault(vault) {}

    /// Unusable with a pointer to the field ("/anchor", "/at", "/reason"). Where the study keeps consent, its anchor
    /// and the consent are one entry: setting, moving or correcting it writes both.
    [[nodiscard]] Result<void> change(const QUuid& participant, const AnchorChange& change);
    /// The plan beside the old one, for a change that may be made.
    [[nodiscard]] Result<QList<PlanChange>> preview(const QUuid& participant, const AnchorChange& change) const;
    /// A stale timepoint is asked once more.
    [[nodiscard]] Result<void> repeat(const QUuid& participant, const QString& timepoint, const QString& reason);
    [[nodiscard]] Result<void> recordMissed(const QUuid& participant, const MissedEntry& entry);
    /// A mark that was recorded wrongly, of a timepoint (no instrument) or of one instrument of it, in any sequence:
    /// another reason stands instead, or none. `why` it is changed is needed ("/why"); what was recorded first stays in
    /// the ledger.
    [[nodiscard]] Result<void> correctMissed(const QUuid& participant, const ledger::AssessmentKey& mark,
                                             const QString& reason, const QString& remark, const QString& why);
    [[nodiscard]] Result<void> takeBackMissed(const QUuid& participant, const ledger::AssessmentKey& mark,
                                              const QString& why);
    [[nodiscard]] Result<void> logCall(const QUuid& participant, const CallEntry& entry);

private:
    vault::Vault& m_vault;
};

} // namespace serein::desk

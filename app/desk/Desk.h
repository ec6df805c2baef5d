#pragma once
// What staff do, each action checked against the person's role before anything is written.
#include "desk/Enrolling.h"
#include "ledger/Work.h"
#include "study/Schedule.h"
#include "vault/Vault.h"

namespace serein::desk {

struct HandOver {
    QUuid participant;
    QString timepoint;
    QString secondIdentifier;
    QString mode = QStringLiteral("self"); ///< self, assisted, interview, telephone, proxy
    QString language;
    QString helper = {}; ///< who helps, reads aloud or answers for them
    QString place = {};
    QString reason = {}; ///< why outside the window
};

/// Done: nothing is left, and something was done. Missed: nothing was, and it was said why. NotApplicable: nor was it.
enum class WorkState { Due, Overdue, Upcoming, Unscheduled, Done, Missed, NotApplicable };
/// "due", "overdue", "upcoming", "unscheduled", "done", "missed", "notApplicable"
[[nodiscard]] QString workStateText(WorkState state);

/// One participant at one timepoint.
struct WorkItem : ledger::Work {
    QUuid participant;
    QString subject;
    LocalizedText label;
    WorkState state = WorkState::Unscheduled;
};

/// How answers reached the tablet from elsewhere.
struct BackEntry {
    QUuid participant;
    QString timepoint;
    QString instrument;
    int sequence = 0; ///< 0: the one that the timepoint is in now
    QString mode;     ///< paper, interview, telephone; staff: a form or a rating of their own
    instrument::Answers answers;
    QString language;
    std::optional<instrument::Answers> secondEntry =
        std::nullopt;        ///< typed again from the same sheet; required for paper
    QString filledInAt = {}; ///< ISO 8601, a date or an instant; empty: not said
    QString reason = {};     ///< why outside the window
};

/// What is typed twice from one sheet must be the same, item by item; an item left out is an item unanswered. Unusable
/// with every item that differs.
[[nodiscard]] Result<void> agree(const instrument::Answers& first, const instrument::Answers& second);

class Desk {
public:
    explicit Desk(vault::Vault& vault) : m_vault(vault) {}

    // Enrolling.h has more to say of enrolment and consent.
    [[nodiscard]] Result<QUuid> enrol(const Enrolment& enrolment);
    // Planning.h has more to say of anchors.
    [[nodiscard]] Result<void> setAnchor(const QUuid& participant, const QString& anchor, const QDateTime& at);
    [[nodiscard]] Result<void> moveAnchor(const QUuid& participant, const QString& anchor, const QDateTime& at,
                                          const QString& reason);
    [[nodiscard]] Result<void> correctAnchor(const QUuid& participant, const QString& anchor, const QDateTime& at,
                                             const QString& reason);
    [[nodiscard]] Result<void> revokeAnchor(const QUuid& participant, const QString& anchor, const QString& reason);

    /// By urgency: due, then overdue (what closes soonest first), upcoming (what opens soonest), unscheduled, done.
    [[nodiscard]] Result<QList<WorkItem>> worklist() const;
    [[nodiscard]] Result<QList<WorkItem>> workOf(const QUuid& participant) const;

    /// Unusable where the second identifier isn't this participant's, where nothing of the battery is left for them,
    /// and outside the window without a reason; Refused where they may not be asked (Gate.h). An assessment that is
    /// open and was answered another way so far changes its mode from here on.
    [[nodiscard]] Result<void> handOver(const HandOver& order);
    /// Unusable where the second identifier isn't this participant's: before anything is written about them.
    [[nodiscard]] Result<void> confirm(const QUuid& participant, const QString& secondIdentifier) const;
    /// The study's form about the participant's state that is due before this hand-over; empty: none, or done.
    [[nodiscard]] Result<QString> stateFormDue(const QUuid& participant, const QString& timepoint) const;
    /// What was filled in there speaks against self-report just now.
    [[nodiscard]] Result<bool> isAdvisedAgainst(const QUuid& participant, const QString& timepoint) const;
    /// Back to its review page, while its window is open; what was scored stays in the ledger.
    [[nodiscard]] Result<void> reopen(const QUuid& participant, const ledger::AssessmentKey& assessment,
                                      const QString& reason);
    /// The tablet is back with staff; `by` is who took it (their PIN or passphrase was checked by the caller).
    [[nodiscard]] Result<void> takeBack(const QString& by, const QString& how);

    /// Enters and submits one whole assessment; alerts fire as they would on screen.
    [[nodiscard]] Result<QMap<QString, instrument::ScoreValue>> record(const BackEntry& entry);

    [[nodiscard]] Result<void> addAccount(const QString& name, const QList<account::Role>& roles,
                                          const crypto::Secret& passphrase, const crypto::ScryptParameters& cost = {});
    /// Refused for the last active administrator.
    [[nodiscard]] Result<void> disableAccount(const QString& name, const QString& reason);
    [[nodiscard]] Result<void> amend(const study::Study& study, const instrument::Library& library);

    /// The actor for an action, or Refused in words ("a monitor may not enrol a participant"); the refusal is an event.
    [[nodiscard]] Result<vault::Actor> actorFor(account::Action action) const;

private:
    vault::Vault& m_vault;
};

} // namespace serein::desk

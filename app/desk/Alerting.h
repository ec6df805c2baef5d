#pragma once
// Alerts: acknowledged by whoever looks after the participant, closed by an investigator, escalated when nobody did;
// and what the study wants reported where a form's score says so.
#include "desk/Actor.h"

namespace serein::desk {

inline constexpr int mostAction = 2000; ///< characters of what was done, and of what came of it

/// An alert with all that deciding about it needs.
struct AlertCase {
    ledger::AlertState alert;
    QString subject;
    std::shared_ptr<const vault::Protocol> protocol; ///< what this participant follows
    QDateTime deadline;                              ///< in the site's zone
    bool isHidden =
        false; ///< what raised it would tell the treatment: this person sees only that it waits, and whom to call

    [[nodiscard]] vault::AlertStanding standing() const {
        return alert.closedAt.isValid()         ? vault::AlertStanding::Closed
               : alert.acknowledgedAt.isValid() ? vault::AlertStanding::Acknowledged
                                                : vault::AlertStanding::Waiting;
    }
    [[nodiscard]] bool isOverdue(const QDateTime& now) const {
        return !alert.acknowledgedAt.isValid() && deadline <= now;
    }
};

class Alerting {
public:
    explicit Alerting(vault::Vault& vault) : m_vault(vault) {}

    /// Waiting: the longest first; closed: the latest first.
    [[nodiscard]] Result<QList<AlertCase>> list(vault::AlertStanding standing, int offset = 0, int most = -1) const;
    /// Of one participant, in the same order.
    [[nodiscard]] Result<QList<AlertCase>> listOf(const QUuid& participant, vault::AlertStanding standing) const;
    /// Unusable where there is no such alert.
    [[nodiscard]] Result<AlertCase> find(const QUuid& participant, const QUuid& alert) const;
    /// Unusable at "/action" where nothing is said; Refused where what it says is hidden from this person.
    [[nodiscard]] Result<void> acknowledge(const QUuid& participant, const QUuid& alert, const QString& action);
    /// Only after it was acknowledged.
    [[nodiscard]] Result<void> close(const QUuid& participant, const QUuid& alert, const QString& outcome);
    /// Writes once for each alert whose deadline has passed that its contact is to be called now. How many.
    [[nodiscard]] Result<int> escalateOverdue();

private:
    /// Refused where it is hidden; what is written about it has the class of what raised it.
    [[nodiscard]] Result<void> append(const AlertCase& about, const ledger::Fact& fact, const vault::Actor& actor);

    vault::Vault& m_vault;
};

/// What a form's score asks staff to do, and nobody has said yet that they read it.
struct Instruction {
    QUuid participant;
    QString subject;
    ledger::AssessmentKey assessment;
    LocalizedText text;
};

class Instructing {
public:
    explicit Instructing(vault::Vault& vault) : m_vault(vault) {}

    /// Of everybody; nothing where this person neither records forms nor may see what the score tells.
    [[nodiscard]] Result<QList<Instruction>> waiting() const;
    [[nodiscard]] Result<QList<Instruction>> waitingFor(const QUuid& participant) const;
    [[nodiscard]] Result<void> read(const Instruction& instruction, const QString& language);

private:
    vault::Vault& m_vault;
};

} // namespace serein::desk

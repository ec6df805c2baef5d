#pragma once
// The projection `work`: what there is to do for everybody, so that nobody has to be folded to be listed. A row is a
// function of the participant's state and of the study they follow; what is due by now is decided when it is asked.
#include "ledger/Work.h"
#include "vault/Vault.h"

namespace serein::vault {

struct WorkRow {
    ledger::Work work; ///< planned: opensAt and closesAt only, in UTC
    QUuid participant;
    QString subject;
    QString study; ///< hash of the version that they follow
    QString site;
    ledger::Whereabouts place;
};

/// Windows against a moment; the last three: nothing is left.
enum class WorkStanding { Due, Overdue, Upcoming, Unscheduled, Done, Missed, NotApplicable };

/// One word of a search. A row holds it where the subject id, ward or bed does, or where it is at one of these.
struct SearchWord {
    QString text;
    QStringList sites;
    QStringList timepoints;
};

/// Empty members ask for nothing.
struct WorkFilter {
    QList<SearchWord> words = {};
    QString site = {};
    QString timepoint = {};
    QString ward = {};
    QString bed = {};
    bool withUnblinding = false; ///< also where nothing but forms that would tell the treatment is left
    /// What WorkTable::narrowed found: nobody but these can answer to it. Without, the same is found more slowly.
    std::optional<QStringList> only = {};
};

struct FoundParticipant {
    Summary summary;
    ledger::Whereabouts place;
};

/// An alert that nobody has acknowledged, without what it says.
struct WaitingAlert {
    ledger::AlertState alert;
    QString subject;
    QString study;
    ledger::BodyClass bodyClass = ledger::BodyClass::Data; ///< of the assessment that raised it
};

/// What somebody raised about data, and who wrote last.
struct ReviewWait {
    enum class Kind { Query, Answered, Proposal };
    Kind kind = Kind::Query;
    QUuid id; ///< of the query or proposal
    QUuid participant;
    QString subject;
    QString study;
    ledger::AssessmentKey assessment;
    bool stands = false; ///< the assessment: it was not voided meanwhile
    QString by;
    QDateTime at;
};
/// Kinds that are asked for; proposals but those of `notBy`.
struct ReviewFilter {
    QList<ReviewWait::Kind> kinds;
    QString notBy = {};
    bool withUnblinding = false;
};

class WorkTable {
public:
    explicit WorkTable(const Database& database) : m_database(database) {}

    /// The filter with `only`, where those who can answer to it are few: once for all that is asked with it.
    [[nodiscard]] Result<WorkFilter> narrowed(WorkFilter filter) const;

    /// Due and overdue: what closes soonest first; upcoming: what opens soonest; the others by subject. Ties by subject
    /// and the study's order.
    [[nodiscard]] Result<QList<WorkRow>> rows(WorkStanding standing, const WorkFilter& filter, const QDateTime& now,
                                              int offset, int most) const;
    [[nodiscard]] Result<QMap<WorkStanding, int>> counts(const WorkFilter& filter, const QDateTime& now) const;
    /// By subject. Of the filter: words (without timepoints), site, ward and bed.
    [[nodiscard]] Result<QList<FoundParticipant>> participants(const WorkFilter& filter, int offset, int most) const;
    [[nodiscard]] Result<int> participantCount(const WorkFilter& filter) const;
    /// Wards that somebody is in, with their beds.
    [[nodiscard]] Result<QMap<QString, QStringList>> wards() const;
    /// Oldest first.
    [[nodiscard]] Result<QList<WaitingAlert>> alerts(const WorkFilter& filter, int offset, int most) const;
    /// Queries that are open and corrections that wait, the oldest first.
    [[nodiscard]] Result<QList<ReviewWait>> review(const ReviewFilter& filter, int offset, int most) const;
    [[nodiscard]] Result<QMap<ReviewWait::Kind, int>> reviewCounts(const ReviewFilter& filter) const;
    /// Participants of whom something was written after that moment, on this device or another.
    [[nodiscard]] Result<QList<QUuid>> writtenSince(const QDateTime& moment) const;

private:
    const Database& m_database;
};

} // namespace serein::vault

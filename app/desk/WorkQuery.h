#pragma once
// The worklist and its search, a page at a time, however many participants there are.
#include "desk/Worklist.h"
#include "vault/WorkTable.h"

namespace serein::desk {

/// What was typed, and what was chosen; empty members ask for nothing. Every word of `text` must be found: in the
/// subject id, ward or bed, or in the name of the site or timepoint.
struct WorkSearch {
    QString text = {};
    QString site = {};
    QString timepoint = {};
    QString ward = {};
    QString bed = {};
    friend bool operator==(const WorkSearch&, const WorkSearch&) = default;
};

/// A row of the worklist, with where the participant is.
struct WorkEntry : WorkItem {
    QString site;
    ledger::Whereabouts place;
};

/// For one reading: what a search means is looked up once, so it is not kept while anything is written.
class WorkQuery {
public:
    explicit WorkQuery(vault::Vault& vault) : m_vault(vault) {}

    /// Due and overdue by what closes soonest, upcoming by what opens soonest, the others by subject. Whoever may not
    /// see what would tell the treatment does not see work that they have no part in: where nothing but such forms is
    /// left.
    [[nodiscard]] Result<QList<WorkEntry>> entries(WorkState state, const WorkSearch& search, int offset,
                                                   int most) const;
    [[nodiscard]] Result<QMap<WorkState, int>> counts(const WorkSearch& search) const;
    /// Oldest first, and only those of participants that the search finds.
    [[nodiscard]] Result<QList<vault::WaitingAlert>> alerts(const WorkSearch& search, int offset, int most) const;
    /// True: this person may know that it waits, and no more.
    [[nodiscard]] Result<bool> isHidden(const vault::WaitingAlert& alert) const;
    /// By subject. A timepoint is not asked for.
    [[nodiscard]] Result<QList<vault::FoundParticipant>> participants(const WorkSearch& search, int offset,
                                                                      int most) const;
    [[nodiscard]] Result<int> participantCount(const WorkSearch& search) const;
    /// The first form of staff's that is left there and that this person may fill in; empty: none.
    [[nodiscard]] Result<QString> nextForm(const QUuid& participant, const QString& timepoint) const;

private:
    [[nodiscard]] Result<vault::WorkFilter> filterOf(const WorkSearch& search, bool withTimepoints = true) const;
    [[nodiscard]] Result<std::shared_ptr<const vault::Protocol>> protocolOf(const QString& study) const;
    struct Asked {
        WorkSearch search;
        bool withTimepoints;
        vault::WorkFilter filter;
    };
    vault::Vault& m_vault;
    mutable std::optional<Asked> m_asked;
};

} // namespace serein::desk

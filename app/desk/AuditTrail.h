#pragma once
// The audit trail as the person at the desk may read it: every event of every stream, in words. What would tell the
// treatment is withheld from the blinded, identity from everybody, notes from whoever doesn't write them.
#include "desk/EventWords.h"
#include "ledger/AuditLine.h"

namespace serein::desk {

/// What is left out is any.
struct AuditFilter {
    std::optional<QUuid> participant;
    bool deviceOnly = false; ///< the devices' own streams
    QString actor;
    QString group; ///< of EventGroups.h
    QDateTime from;
    QDateTime to; ///< exclusive
};

struct AuditPage {
    QList<ledger::AuditLine> lines; ///< newest first
    std::optional<vault::TrailPlace> next;
};

class AuditTrail {
public:
    /// The vault outlives this object.
    AuditTrail(const vault::Vault& vault, QString language, Reader reader = Reader::Screen);

    [[nodiscard]] Result<AuditPage> page(const AuditFilter& filter, const vault::TrailPlace& before, int most) const;
    /// Oldest first.
    [[nodiscard]] Result<QList<ledger::AuditLine>> all(const AuditFilter& filter) const;

private:
    [[nodiscard]] Result<QList<ledger::AuditLine>> lines(const QList<vault::TrailEvent>& newestFirst) const;
    const vault::Vault& m_vault;
    QString m_language;
    Reader m_reader;
};

} // namespace serein::desk

#pragma once
// Whom and what a search of the worklist can mean, as SQL. Internal to this room; WorkTable asks with it.
#include "vault/Database.h"
#include "vault/WorkTable.h"

namespace serein::vault {

/// SQL that the bound values fill: its text holds nothing that was typed.
struct Condition {
    QByteArray sql;
    QStringList values;

    void add(const QByteArray& more, const QStringList& bound) {
        sql += (sql.isEmpty() ? " WHERE " : " AND ") + more;
        values += bound;
    }
};

/// Of `work w`.
void addWork(Condition& condition, const WorkFilter& filter);
/// Of `participants p`; words without their timepoints.
[[nodiscard]] Condition ofPeople(const WorkFilter& filter);
/// Who can answer to the filter at all, by id; empty optional: more than a few, or nothing limits them. Then an index
/// of all, walked in the order that is asked for, soon meets enough of them.
[[nodiscard]] Result<std::optional<QStringList>> fewParticipants(const Database& database, const WorkFilter& filter);
/// For json_each(?).
[[nodiscard]] QString jsonArray(const QStringList& texts);

} // namespace serein::vault

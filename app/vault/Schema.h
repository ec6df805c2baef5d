#pragma once
// The database's shape and how it grows: numbered migrations from version 1 on, each in one transaction.
#include "vault/Database.h"

namespace serein::vault {

/// Brings the database to the newest version. True: it was an older one, and its projections are to be folded again;
/// so it stays until clearProjections.
/// Unusable where it was written by a newer Serein.
[[nodiscard]] Result<bool> migrate(const Database& database);

/// What the index events_deciding holds (a condition of SQL): the events that device state is folded from, and who
/// withdrew. Another list is another index, of another version.
#define SEREIN_DECIDING                                                                                                \
    "(CAST(header AS TEXT)->>'kind' IN ('vaultCreated','deviceAdded','deviceRevoked','studyAdopted','accountAdded',"   \
    "'accountDisabled','rolesChanged','recoveryNamed','backupPlanned','studySigned','studyDataStateChanged',"          \
    "'withdrawn') OR (stream='device' AND CAST(header AS TEXT)->>'kind'='redacted'))"
/// What the index events_repeated holds: those that come day after day, of which only the last counts.
#define SEREIN_REPEATED "stream='device' AND CAST(header AS TEXT)->>'kind' IN ('clockChecked','backedUp')"

/// Every table that is a fold over events; rebuild empties and refills these and no others.
inline constexpr const char* projectionTables[] = {"participants", "anchors", "assessments", "answers",  "scores",
                                                   "alerts",       "vouched", "work",        "findable", "review"};

} // namespace serein::vault

#pragma once
// The database's shape and how it grows: numbered migrations from version 1 on, each in one transaction.
#include "vault/Database.h"

namespace serein::vault {

/// Brings the database to the newest version. True: it was an older one, and its projections are to be folded again.
/// Unusable where it was written by a newer Serein.
[[nodiscard]] Result<bool> migrate(const Database& database);

/// Every table that is a fold over events; rebuild empties and refills these and no others.
inline constexpr const char* projectionTables[] = {"participants", "anchors", "assessments", "answers",
                                                   "scores",       "alerts",  "accounts",    "vouched",
                                                   "device",       "work",    "findable",    "review"};

} // namespace serein::vault

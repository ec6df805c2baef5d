#pragma once
// A change of an anchor as a fact, and whether it may be made. Internal to this room; Planning is the door.
#include "desk/Planning.h"

namespace serein::desk {

[[nodiscard]] ledger::Fact anchorFact(const study::Study& study, const AnchorChange& change);
/// A consent and its anchor are one entry.
[[nodiscard]] QList<vault::Draft> consentDrafts(const study::Study& study, const ledger::Consented& consent,
                                                const AnchorChange& change);
/// The anchor and its time; not the reason. Unusable at "/anchor" or "/at".
[[nodiscard]] Result<void> checkAnchor(const study::Study& study, const ledger::ParticipantState& participant,
                                       const AnchorChange& change, const QDateTime& now);

} // namespace serein::desk

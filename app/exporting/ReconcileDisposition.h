#pragma once
// DS read back: what a participant went through, by README.md and SDTMIG 3.3 section 6.2.4 (DS): protocol milestones,
// disposition events, other events. What is due comes from the replayed events themselves, not from what writes DS.
#include "exporting/Records.h"
#include "exporting/SdtmReader.h"

namespace serein::exporting {

/// Wrong where DS and SUPPDS of that participant don't say what the slice says, or say more.
[[nodiscard]] Result<void> reconcileDisposition(const Record& record, const QList<SdtmRow>& rows,
                                                const QList<SdtmRow>& supplemental);

} // namespace serein::exporting

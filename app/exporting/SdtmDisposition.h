#pragma once
// DS: what a participant went through in the study besides its assessments. Consents are its milestones; screening that
// failed and each degree of a withdrawal are its disposition; suspended, resumed and unblinded (in a full export alone)
// are other events. The terminology that this program carries has none of these terms, so DSDECOD holds the sponsor's
// own, and says so.
#include "exporting/SdtmFindings.h"

namespace serein::exporting {

struct SdtmDisposition {
    QList<SdtmCells> rows; ///< in the order of time
    QList<SdtmSupplement> supplements;
};

[[nodiscard]] SdtmDataset sdtmDispositionDataset(); ///< without rows
/// Of the whole record, whatever part of it is shown.
[[nodiscard]] SdtmDisposition sdtmDisposition(const Record& record);

} // namespace serein::exporting

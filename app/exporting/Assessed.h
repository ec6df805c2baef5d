#pragma once
// An assessment's items as they stand, for writers that look at one item after the other.
#include "exporting/Definitions.h"

namespace serein::exporting {

struct AssessedItem {
    const instrument::Item* item = nullptr;
    instrument::Answer answer;
    QString state;  ///< answered, declined, not_reached, not_applicable, unanswered
    QString reason; ///< why it was declined, where that was said
};

/// Every item that asks, in the instrument's order. Wrong where an answer does not fit its definition.
[[nodiscard]] Result<QList<AssessedItem>> assessedItems(const ledger::AssessmentState& assessment,
                                                        const instrument::Instrument& instrument);

} // namespace serein::exporting

#include "exporting/Assessed.h"

#include "exporting/Tables.h"

namespace serein::exporting {

Result<QList<AssessedItem>> assessedItems(const ledger::AssessmentState& assessment,
                                          const instrument::Instrument& instrument) {
    SEREIN_TRY(const instrument::Answers answers, answersOf(assessment, instrument));
    const QStringList shown = instrument::visibleItems(instrument, answers, assessment.profile);
    QList<AssessedItem> items;
    for (const instrument::Item& item : instrument.items) {
        if (!item.asks())
            continue;
        const instrument::Answer answer = answers.value(item.id);
        const ItemState state =
            itemState(item, answer, shown.contains(item.id), !assessment.notReached.contains(item.id));
        items.append({&item, answer, state.state, state.reason});
    }
    return items;
}

} // namespace serein::exporting

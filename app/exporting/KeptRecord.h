#pragma once
// One participant's record as a bundle holds it: taken from a vault, or replayed from a bundle.
#include "exporting/Formats.h"
#include "exporting/Presentation.h"
#include "vault/Vault.h"

namespace serein::exporting {

struct KeptRecord {
    QUuid participant;
    QString audience;
    QStringList without; ///< SDTM tables of staff's forms that are left out
    QList<ledger::Event> events;
    ledger::ParticipantState state;
    Definitions definitions;
    ledger::Head head; ///< of the participant's stream
    Presentation as = {};
    QList<ledger::Event> chosenEvents = {}; ///< of the selection
    ledger::ParticipantState chosen = {};

    /// Leaves out of `chosen` and `chosenEvents` what isn't asked for.
    void choose() {
        chosen = selected(state, as.selection);
        chosenEvents = selected(events, state, as.selection);
    }
    [[nodiscard]] Record record() const {
        return {chosen, definitions, chosenEvents, audience, without, as.language, &state, as.selection.instruments};
    }
};

/// What a bundle of that participant is made of. Unusable where no checkpoint names the last event yet.
[[nodiscard]] Result<KeptRecord> keptRecord(const vault::Vault& vault, const QUuid& participant,
                                            const QString& audience, const QStringList& without,
                                            const Presentation& as);

} // namespace serein::exporting

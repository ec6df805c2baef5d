#pragma once
// One participant's record as a bundle holds it: taken from a vault, or replayed from a bundle.
#include "exporting/Formats.h"
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

    [[nodiscard]] Record record() const { return {state, definitions, events, audience, without}; }
};

/// What a bundle of that participant is made of. Unusable where no checkpoint names the last event yet.
[[nodiscard]] Result<KeptRecord> keptRecord(const vault::Vault& vault, const QUuid& participant,
                                            const QString& audience, const QStringList& without = {});

} // namespace serein::exporting

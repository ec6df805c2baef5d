#pragma once
// A participant's whole record as staff read it: what waits and what was said about it, and what may be done with it.
#include "vault/Vault.h"

#include <QVariantMap>

namespace serein::ui {

class RecordWords {
public:
    /// {"subject", "dataState", "dataStateText", "queries": [{"id", "text", "more", "answer", "stateText", "timepoint",
    /// "instrument", "sequence", "stands" (what it is about; else it was voided), "canAnswer", "canClose"}],
    /// "voidedProposals": [{"id", "text", "more", "reason", "canDecline"}] that wait about what was voided,
    /// "signatures", "unplaced": [{"id", "text", "instrument", "toSubject", "toTimepoint", "toSequence"}], "canPlace",
    /// "canSign", "canFreeze", "canLock", "canUnblind"}
    [[nodiscard]] static Result<QVariantMap> of(vault::Vault& vault, const QUuid& participant, const QString& language);
};

} // namespace serein::ui

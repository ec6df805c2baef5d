#pragma once
// One assessment as staff read it: what was answered, corrected, asked about, signed, and marked for a second look.
#include "desk/Review.h"

#include <QCoreApplication>
#include <QVariantMap>

namespace serein::ui {

class AssessmentWords {
    Q_DECLARE_TR_FUNCTIONS(AssessmentWords)

public:
    /// {"participant", "subject", "timepoint", "label", "instrument", "name", "sequence", "statusText", "withheld"
    /// (then nothing of what it holds follows), "facts": [sentence], "items": [{"id", "text", "answer", "original",
    /// "note", "time", "type", "options", "can": correct, propose or empty}], "scores": [{"name", "text", "original"}],
    /// "flags": [{"text", "rule"}], "alerts": [sentence], "proposals": [{"id", "text", "reason", "canDecide"}],
    /// "queries": [{"id", "about", "text", "answer", "stateText", "canAnswer", "canClose"}], "signatures": [{"text",
    /// "broken"}], "canQuery", "canVerify", "canSign", "canVoid", "canReopen"}
    [[nodiscard]] static Result<QVariantMap> of(vault::Vault& vault, const QUuid& participant,
                                                const ledger::AssessmentKey& key, const QString& language);
};

} // namespace serein::ui

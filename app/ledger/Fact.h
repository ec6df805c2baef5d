#pragma once
// What an event says: one value type a kind. A fact is written once and never changed; its JSON form is its body. Kinds
// and fields only ever grow: an unknown kind is kept and skipped, an unknown field is kept in the stored bytes and
// ignored, a field marked Later may be absent.
#include "core/Result.h"
#include "ledger/AnswerFacts.h"
#include "ledger/DeviceFacts.h"
#include "ledger/PersonFacts.h"
#include "ledger/PlanFacts.h"
#include "ledger/ReviewFacts.h"

#include <variant>

namespace serein::ledger {

/// A kind that this version doesn't know: kept, skipped.
struct UnknownKind {
    QString kind;
};
/// A body that this reader may not or can no longer open (class withheld, key destroyed).
struct Withheld {
    QString kind;
};

using Fact =
    std::variant<UnknownKind, Withheld, VaultCreated, StudyAdopted, AccountAdded, AccountDisabled, PassphraseChanged,
                 RecoveryNamed, RolesChanged, Unlocked, Locked, Refused, Exported, Checkpoint, ClockChecked, BackedUp,
                 StudySigned, StudyDataStateChanged, Enrolled, Identified, Noted, Consented, ScreenFailed, Suspended,
                 Resumed, Withdrawn, StudyMoved, Located, CallAttempted, Unblinded, AnchorSet, AnchorMoved,
                 AnchorCorrected, AnchorRevoked, AnchorRepeated, TimepointRepeated, Missed, HandedOver, LanguageChosen,
                 ReadingPreferred, EscapeRefused, HandedBack, AssessmentOpened, ItemShown, Answered, Submitted,
                 ModeChanged, CheckKept, Reopened, Transcribed, AlertRaised, AlertAcknowledged, AlertEscalated,
                 AlertClosed, InstructionRead, Corrected, CorrectionProposed, CorrectionDeclined, Voided, Reassigned,
                 QueryRaised, QueryAnswered, QueryClosed, SourceVerified, Signed, DataStateChanged>;

[[nodiscard]] QString kindOf(const Fact& fact);
[[nodiscard]] QJsonObject bodyOf(const Fact& fact);
/// Unusable when a field of a known kind is absent or of the wrong type.
[[nodiscard]] Result<Fact> factFrom(const QString& kind, const QJsonObject& body);

} // namespace serein::ledger

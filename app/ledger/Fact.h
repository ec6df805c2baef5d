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
#include "ledger/VaultFacts.h"

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

using AnyKind = std::variant<
    UnknownKind, Withheld, VaultCreated, StudyAdopted, AccountAdded, AccountDisabled, PassphraseChanged, DeviceAdded,
    DeviceRevoked, Merged, AccessRecovered, Rekeyed, BackupPlanned, ClockJumped, WitnessFailed, RecoveryNamed,
    RolesChanged, Unlocked, PassphraseRefused, AttemptsChanged, PinRefused, Locked, Refused, ExportBegun, ExportFailed,
    Exported, AuditExported, Checkpoint, ClockChecked, BackedUp, StudySigned, StudyDataStateChanged, Enrolled,
    Identified, Noted, Consented, ScreenFailed, Suspended, Resumed, Withdrawn, StudyMoved, Located, CallAttempted,
    Unblinded, AnchorSet, AnchorMoved, AnchorCorrected, AnchorRevoked, AnchorRepeated, TimepointRepeated, Missed,
    MissedTakenBack, HandedOver, LanguageChosen, ReadingPreferred, EscapeRefused, HandedBack, AssessmentOpened,
    ItemShown, Answered, Submitted, ModeChanged, CheckKept, Reopened, Transcribed, AlertRaised, AlertAcknowledged,
    AlertEscalated, AlertClosed, InstructionRead, Corrected, CorrectionProposed, CorrectionDeclined, Voided, Reassigned,
    QueryRaised, QueryAnswered, QueryClosed, SourceVerified, Signed, Redacted, DataStateChanged>;

/// One of them. Made, copied and destroyed out of line: of a variant this wide that is most of what each file that
/// keeps a list of events would cost the compiler.
class Fact : public AnyKind {
public:
    Fact() = default; ///< an unknown kind
    template<class Kind>
        requires(!std::is_same_v<Kind, Fact>)
    Fact(Kind kind) // NOLINT(google-explicit-constructor): a fact is written as what it says
        : AnyKind(std::in_place_type<Kind>, std::move(kind)) {}
    Fact(const Fact& other);
    Fact(Fact&& other) noexcept;
    Fact& operator=(const Fact& other);
    Fact& operator=(Fact&& other) noexcept;
    ~Fact();
    bool operator==(const Fact&) const = delete; ///< facts are read, not compared
};

[[nodiscard]] QString kindOf(const Fact& fact);
[[nodiscard]] QJsonObject bodyOf(const Fact& fact);
/// Unusable when a field of a known kind is absent or of the wrong type.
[[nodiscard]] Result<Fact> factFrom(const QString& kind, const QJsonObject& body);

} // namespace serein::ledger

#include "desk/EventGroups.h"

#include "ledger/Fact.h"

#include <QMap>

namespace serein::desk {

using namespace ledger; // NOLINT(google-build-using-namespace): a list of the kinds of facts

namespace {

using Groups = QMap<QString, QString>; ///< kind → group

template<class... Kinds> void add(Groups& groups, const char* group) {
    (groups.insert(QString::fromLatin1(Kinds::kind), QString::fromLatin1(group)), ...);
}

const Groups& groups() {
    static const Groups all = [] {
        Groups made;
        add<Enrolled, Identified, Noted, Consented, ScreenFailed, Suspended, Resumed, Withdrawn, StudyMoved, Located>(
            made, "person");
        add<AnchorSet, AnchorMoved, AnchorCorrected, AnchorRevoked, AnchorRepeated, TimepointRepeated, Missed,
            MissedTakenBack, CallAttempted, HandedOver, HandedBack>(made, "plan");
        add<AssessmentOpened, Answered, Submitted, ModeChanged, CheckKept, Reopened, Transcribed>(made, "answers");
        add<AlertRaised, AlertAcknowledged, AlertEscalated, AlertClosed, InstructionRead>(made, "alerts");
        add<Corrected, CorrectionProposed, CorrectionDeclined, Voided, Reassigned, QueryRaised, QueryAnswered,
            QueryClosed, SourceVerified, Signed, Redacted, DataStateChanged, Unblinded, StudySigned,
            StudyDataStateChanged>(made, "review");
        add<ItemShown, LanguageChosen, ReadingPreferred, EscapeRefused>(made, "screen");
        add<AccountAdded, AccountDisabled, PassphraseChanged, RecoveryNamed, AccessRecovered, RolesChanged, Unlocked,
            PassphraseRefused, AttemptsChanged, PinRefused, Locked, Refused>(made, "access");
        add<VaultCreated, DeviceAdded, DeviceRevoked, Merged, Rekeyed, BackupPlanned, ClockJumped, WitnessFailed,
            StudyAdopted, ExportBegun, ExportFailed, Exported, AuditExported, Checkpoint, ClockChecked, BackedUp>(
            made, "tablet");
        return made;
    }();
    return all;
}

} // namespace

QStringList eventGroups() {
    return {QStringLiteral("person"), QStringLiteral("plan"),   QStringLiteral("answers"), QStringLiteral("alerts"),
            QStringLiteral("review"), QStringLiteral("screen"), QStringLiteral("access"),  QStringLiteral("tablet")};
}

QString groupOf(const QString& kind) {
    return groups().value(kind, QStringLiteral("tablet"));
}

QStringList kindsIn(const QString& group) {
    return groups().keys(group);
}

} // namespace serein::desk

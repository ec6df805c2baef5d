#pragma once
// Who may do what. One table, enforced by desk and exporting, shown in app/account/README.md.
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace serein::account {

enum class Role { Nurse, UnblindedNurse, Investigator, DataManager, Monitor, Administrator };
enum class Action {
    ReadParticipants, ///< worklist, participant pages, readable streams, verification
    Enrol,            ///< and consent, eligibility, screen failure
    SetAnchor,        ///< and what hangs on it: repeats, missed timepoints
    HandOver,
    Reopen, ///< a submitted assessment, while its window is open
    Record, ///< back-entry from paper, interview or telephone; forms; whereabouts, calls, notes; own entries corrected
    ChangeStatus, ///< suspend, resume, withdraw
    AcknowledgeAlert,
    CloseAlert,
    ProposeCorrection, ///< of a participant's answer
    DecideCorrection,  ///< and void or reassign an assessment
    RaiseQuery,        ///< and close it
    AnswerQuery,
    VerifySource,
    Sign,
    FreezeData,
    LockData, ///< and unlock
    Unblind,
    Redact,         ///< who somebody is, out of a note or a free text
    MoveStudy,      ///< a participant to another version of the study
    CheckClock,     ///< the tablet's against the ward's
    Export,         ///< sealed to certificates
    ExportUnsealed, ///< with a reason
    BackUp,
    ManageAccounts,
    AdoptStudy ///< and a site's text packs
};

inline constexpr Role allRoles[] = {Role::Nurse,       Role::UnblindedNurse, Role::Investigator,
                                    Role::DataManager, Role::Monitor,        Role::Administrator};
inline constexpr int actionCount = static_cast<int>(Action::AdoptStudy) + 1;

[[nodiscard]] QString roleText(Role role); ///< "nurse", "unblindedNurse" …
[[nodiscard]] std::optional<Role> roleFrom(const QString& text);
[[nodiscard]] QStringList roleTexts(const QList<Role>& roles);
[[nodiscard]] QList<Role> rolesFrom(const QStringList& texts); ///< without those this version does not know
[[nodiscard]] QString actionText(Action action);               ///< in words: "enrol a participant"
[[nodiscard]] bool may(Role role, Action action);

/// A member of staff as the ledger knows them.
struct Person {
    QString name;
    QList<Role> roles;
    bool readsOnly = false; ///< an export that was opened: whatever the roles, there is nothing to be done

    /// The role under which this person may do it; none: refused.
    [[nodiscard]] std::optional<Role> roleToDo(Action action) const;
};

/// Letters, digits, ".", "-", "_"; 1 to 32; begins with a letter. "participant" is taken.
[[nodiscard]] bool isAccountName(const QString& name);

} // namespace serein::account

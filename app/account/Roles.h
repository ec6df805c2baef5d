#pragma once
// Who may do what. One table, enforced by desk and exporting, shown in app/account/README.md.
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace serein::account {

enum class Role { Nurse, UnblindedNurse, Investigator, DataManager, Monitor, Administrator };
enum class Action {
    ReadParticipants, ///< worklist, participant pages, verification
    Enrol,
    SetAnchor,
    HandOver,
    Reopen, ///< a submitted assessment, while its window is open
    Record, ///< back-entry from paper, interview or telephone
    AcknowledgeAlert,
    Export,         ///< sealed to certificates
    ExportUnsealed, ///< with a reason
    ManageAccounts,
    AdoptStudy
};

inline constexpr Role allRoles[] = {Role::Nurse,       Role::UnblindedNurse, Role::Investigator,
                                    Role::DataManager, Role::Monitor,        Role::Administrator};
inline constexpr Action allActions[] = {Action::ReadParticipants, Action::Enrol,     Action::SetAnchor,
                                        Action::HandOver,         Action::Reopen,    Action::Record,
                                        Action::AcknowledgeAlert, Action::Export,    Action::ExportUnsealed,
                                        Action::ManageAccounts,   Action::AdoptStudy};

[[nodiscard]] QString roleText(Role role); ///< "nurse", "unblindedNurse" …
[[nodiscard]] std::optional<Role> roleFrom(const QString& text);
[[nodiscard]] QString actionText(Action action); ///< in words: "enrol a participant"
[[nodiscard]] bool may(Role role, Action action);

/// A member of staff as the ledger knows them.
struct Person {
    QString name;
    QList<Role> roles;

    /// The role under which this person may do it; none: refused.
    [[nodiscard]] std::optional<Role> roleToDo(Action action) const;
};

/// Letters, digits, ".", "-", "_"; 1 to 32; begins with a letter. "participant" is taken.
[[nodiscard]] bool isAccountName(const QString& name);

} // namespace serein::account

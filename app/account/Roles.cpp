#include "account/Roles.h"

#include <QRegularExpression>
#include <QSet>

namespace serein::account {

QString roleText(Role role) {
    switch (role) {
    case Role::Nurse:
        return QStringLiteral("nurse");
    case Role::UnblindedNurse:
        return QStringLiteral("unblindedNurse");
    case Role::Investigator:
        return QStringLiteral("investigator");
    case Role::DataManager:
        return QStringLiteral("dataManager");
    case Role::Monitor:
        return QStringLiteral("monitor");
    case Role::Administrator:
        return QStringLiteral("administrator");
    }
    return {};
}

std::optional<Role> roleFrom(const QString& text) {
    for (const Role role : allRoles)
        if (roleText(role) == text)
            return role;
    return std::nullopt;
}

QString actionText(Action action) {
    switch (action) {
    case Action::ReadParticipants:
        return QStringLiteral("see participants");
    case Action::Enrol:
        return QStringLiteral("enrol a participant");
    case Action::SetAnchor:
        return QStringLiteral("set an anchor");
    case Action::HandOver:
        return QStringLiteral("hand over the tablet");
    case Action::Reopen:
        return QStringLiteral("reopen an assessment");
    case Action::Record:
        return QStringLiteral("record answers");
    case Action::AcknowledgeAlert:
        return QStringLiteral("acknowledge an alert");
    case Action::Export:
        return QStringLiteral("export");
    case Action::ExportUnsealed:
        return QStringLiteral("export unsealed");
    case Action::ManageAccounts:
        return QStringLiteral("manage accounts");
    case Action::AdoptStudy:
        return QStringLiteral("adopt a study");
    }
    return {};
}

bool may(Role role, Action action) {
    switch (action) {
    case Action::ReadParticipants:
        return true;
    case Action::Enrol:
    case Action::SetAnchor:
    case Action::HandOver:
    case Action::Reopen:
    case Action::Record:
    case Action::AcknowledgeAlert:
        return role == Role::Nurse || role == Role::UnblindedNurse || role == Role::Investigator;
    case Action::Export:
    case Action::ExportUnsealed:
        return role == Role::DataManager || role == Role::Investigator;
    case Action::ManageAccounts:
    case Action::AdoptStudy:
        return role == Role::Administrator;
    }
    return false;
}

std::optional<Role> Person::roleToDo(Action action) const {
    for (const Role role : roles)
        if (may(role, action))
            return role;
    return std::nullopt;
}

bool isAccountName(const QString& name) {
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z][A-Za-z0-9._-]{0,31}$"));
    return pattern.match(name).hasMatch() && name.compare(QStringLiteral("participant"), Qt::CaseInsensitive) != 0;
}

} // namespace serein::account

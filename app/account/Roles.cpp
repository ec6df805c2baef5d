#include "account/Roles.h"

#include <QRegularExpression>
#include <QSet>

namespace serein::account {

namespace {

struct Row {
    const char* words;
    QList<Role> roles;
};

/// In the order of Action.
const Row& row(Action action) {
    using enum Role;
    static const QList<Role> everyone(std::begin(allRoles), std::end(allRoles));
    static const QList<Role> atTheBedside{Nurse, UnblindedNurse, Investigator};
    static const Row rows[actionCount] = {
        {"see participants", everyone},
        {"enrol a participant", atTheBedside},
        {"set an anchor", atTheBedside},
        {"hand over the tablet", atTheBedside},
        {"reopen an assessment", atTheBedside},
        {"record answers", atTheBedside},
        {"suspend or withdraw a participant", atTheBedside},
        {"acknowledge an alert", atTheBedside},
        {"close an alert", {Investigator}},
        {"propose a correction", {Nurse, UnblindedNurse, Investigator, DataManager}},
        {"decide on a correction", {Investigator}},
        {"raise a query", {DataManager, Monitor}},
        {"answer a query", atTheBedside},
        {"verify against the source", {DataManager, Monitor}},
        {"sign", {Investigator}},
        {"freeze data", {DataManager, Investigator}},
        {"lock or unlock data", {DataManager}},
        {"unblind", {Investigator, UnblindedNurse}},
        {"redact a free text", {Investigator, DataManager}},
        {"move a participant to another version of the study", {Investigator, DataManager}},
        {"check the clock", atTheBedside},
        {"export", {DataManager, Investigator}},
        {"export unsealed", {DataManager, Investigator}},
        {"back up", {Administrator, DataManager, Investigator, Nurse, UnblindedNurse}},
        {"manage accounts", {Administrator}},
        {"adopt a study", {Administrator}}};
    return rows[static_cast<int>(action)];
}

} // namespace

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

QStringList roleTexts(const QList<Role>& roles) {
    QStringList texts;
    for (const Role role : roles)
        texts.append(roleText(role));
    return texts;
}

QList<Role> rolesFrom(const QStringList& texts) {
    QList<Role> roles;
    for (const QString& text : texts)
        if (const auto role = roleFrom(text))
            roles.append(*role);
    return roles;
}

QString actionText(Action action) {
    return QString::fromLatin1(row(action).words);
}

bool may(Role role, Action action) {
    return row(action).roles.contains(role);
}

std::optional<Role> Person::roleToDo(Action action) const {
    if (readsOnly && action != Action::ReadParticipants)
        return std::nullopt;
    for (const Role role : roles)
        if (may(role, action))
            return role;
    return std::nullopt;
}

bool isAccountName(const QString& name) {
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z][A-Za-z0-9._-]{0,31}\\z"));
    return pattern.match(name).hasMatch() && name.compare(QStringLiteral("participant"), Qt::CaseInsensitive) != 0;
}

} // namespace serein::account

#include "ui/AdminModel.h"

#include "desk/Administration.h"
#include "ui/AdminWords.h"
#include "ui/Secrets.h"
#include "ui/Words.h"

namespace serein::ui {

using account::Action;

namespace {

bool may(const vault::Vault* vault, Action action) {
    return vault != nullptr && vault->user().roleToDo(action).has_value();
}

} // namespace

bool AdminModel::mayManage() const {
    return may(vault(), Action::ManageAccounts);
}

bool AdminModel::mayCheckClock() const {
    return may(vault(), Action::CheckClock);
}

QVariantList AdminModel::people() const {
    QVariantList all;
    if (vault() == nullptr)
        return all;
    for (const ledger::AccountState& one : vault()->deviceState().accounts) {
        QStringList words;
        for (const account::Role role : account::rolesFrom(one.roles))
            words.append(Words::role(role));
        all += QVariantMap{{QStringLiteral("name"), one.name},
                           {QStringLiteral("roles"), one.roles},
                           {QStringLiteral("rolesText"), words.join(tr(", ", "between roles"))},
                           {QStringLiteral("active"), one.active},
                           {QStringLiteral("you"), one.name == vault()->user().name}};
    }
    return all;
}

QVariantList AdminModel::roles() const {
    QVariantList all;
    for (const account::Role role : account::allRoles)
        all +=
            QVariantMap{{QStringLiteral("id"), account::roleText(role)}, {QStringLiteral("label"), Words::role(role)}};
    return all;
}

bool AdminModel::clockCheckDue() const {
    return vault() != nullptr && desk::Administration(*vault()).isClockCheckDue();
}

bool AdminModel::clockDrifts() const {
    return vault() != nullptr && vault()->deviceState().clockCheckedAt.isValid() &&
           std::abs(vault()->deviceState().clockDriftSeconds) > desk::Administration::mostDrift;
}

QString AdminModel::clockText() const {
    if (vault() == nullptr)
        return {};
    const ledger::DeviceState& state = vault()->deviceState();
    if (!state.clockCheckedAt.isValid())
        return tr("The clocks have not been compared yet.");
    const QString when = Words::moment(state.clockCheckedAt, vault()->study().zone);
    const int drift = state.clockDriftSeconds;
    const QString much = std::abs(drift) < 60 ? tr("%1 s").arg(std::abs(drift)) : Words::span(std::abs(drift));
    if (drift == 0)
        return tr("Last compared %1: both clocks showed the same.").arg(when);
    if (!clockDrifts())
        return drift > 0 ? tr("Last compared %1: the tablet was %2 ahead of the ward's clock.").arg(when, much)
                         : tr("Last compared %1: the tablet was %2 behind the ward's clock.").arg(when, much);
    return drift > 0
               ? tr("The tablet is %2 ahead of the ward's clock (compared %1). Answers keep the tablet's time, and "
                    "this difference is recorded. Please find out which clock is right, and tell the data "
                    "manager.")
                     .arg(when, much)
               : tr("The tablet is %2 behind the ward's clock (compared %1). Answers keep the tablet's time, and "
                    "this difference is recorded. Please find out which clock is right, and tell the data "
                    "manager.")
                     .arg(when, much);
}

int AdminModel::unbackedEvents() const {
    return vault() != nullptr ? static_cast<int>(vault()->unbackedEvents().value_or(0)) : 0;
}

QString AdminModel::unbackedText() const {
    const int events = unbackedEvents();
    return events > 0 ? tr("%n event(s) not backed up", "", events) : QString();
}

QString AdminModel::backedUpAt() const {
    return vault() != nullptr ? Words::moment(vault()->deviceState().backedUpAt, vault()->study().zone) : QString();
}

bool AdminModel::end(const Result<void>& result, Action action, const QString& notice) {
    if (conclude(result, action, notice))
        return true;
    if (result.error().kind == Error::Kind::Refused && action == Action::ManageAccounts && mayManage())
        desk()->say(tr("Somebody has to stay administrator. Nothing was changed."));
    else if (const QString words = AdminWords::trouble(result.error()); !words.isEmpty())
        desk()->say(words, AdminWords::field(result.error()));
    return false;
}

bool AdminModel::addAccount(const QString& name, const QStringList& roles, const QString& passphrase,
                            const QString& again) {
    return vault() != nullptr &&
           end(desk::Administration(*vault()).addAccount(name.trimmed(), account::rolesFrom(roles),
                                                         secretFrom(passphrase), secretFrom(again)),
               Action::ManageAccounts, tr("%1 can unlock this tablet now.").arg(name.trimmed()));
}

bool AdminModel::changeRoles(const QString& name, const QStringList& roles, const QString& reason) {
    return vault() != nullptr &&
           end(desk::Administration(*vault()).changeRoles(name, account::rolesFrom(roles), reason),
               Action::ManageAccounts, tr("%1 has other roles now.").arg(name));
}

bool AdminModel::disable(const QString& name, const QString& reason) {
    return vault() != nullptr && end(desk::Desk(*vault()).disableAccount(name, reason), Action::ManageAccounts,
                                     tr("%1 can't unlock this tablet any more.").arg(name));
}

bool AdminModel::changePassphrase(const QString& current, const QString& passphrase, const QString& again) {
    return vault() != nullptr && end(desk::Administration(*vault()).changePassphrase(
                                         secretFrom(current), secretFrom(passphrase), secretFrom(again)),
                                     Action::ReadParticipants, tr("Your new passphrase holds from now on."));
}

bool AdminModel::resetPassphrase(const QString& name, const QString& passphrase, const QString& again,
                                 const QString& reason) {
    return vault() != nullptr && end(desk::Administration(*vault()).resetPassphrase(name, secretFrom(passphrase),
                                                                                    secretFrom(again), {}, reason),
                                     Action::ManageAccounts, tr("%1 has a new passphrase.").arg(name));
}

bool AdminModel::checkClock(const QString& shown) {
    if (vault() == nullptr)
        return false;
    const auto drift = desk::Administration(*vault()).checkClock(shown);
    return end(drift ? Result<void>() : std::unexpected(drift.error()), Action::CheckClock,
               tr("Compared and recorded."));
}

} // namespace serein::ui

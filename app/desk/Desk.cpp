#include "desk/Desk.h"

#include "desk/Planning.h"
#include "desk/WorkQuery.h"

#include <algorithm>

namespace serein::desk {

Result<vault::Actor> Desk::actorFor(account::Action action) const {
    return desk::actorFor(m_vault, action);
}

Result<QUuid> Desk::enrol(const Enrolment& enrolment) {
    return Enrolling(m_vault).enrol(enrolment);
}

Result<void> Desk::setAnchor(const QUuid& participant, const QString& anchor, const QDateTime& at) {
    return Planning(m_vault).change(participant, {anchor, AnchorAct::Set, at});
}

Result<void> Desk::moveAnchor(const QUuid& participant, const QString& anchor, const QDateTime& at,
                              const QString& reason) {
    return Planning(m_vault).change(participant, {anchor, AnchorAct::Move, at, reason});
}

Result<void> Desk::correctAnchor(const QUuid& participant, const QString& anchor, const QDateTime& at,
                                 const QString& reason) {
    return Planning(m_vault).change(participant, {anchor, AnchorAct::Correct, at, reason});
}

Result<void> Desk::revokeAnchor(const QUuid& participant, const QString& anchor, const QString& reason) {
    return Planning(m_vault).change(participant, {anchor, AnchorAct::Revoke, {}, reason});
}

Result<QList<WorkItem>> Desk::worklist() const {
    QList<WorkItem> items;
    for (int state = 0; state <= static_cast<int>(WorkState::NotApplicable); ++state) {
        SEREIN_TRY(const auto entries, WorkQuery(m_vault).entries(static_cast<WorkState>(state), {}, 0, -1));
        for (const WorkEntry& entry : entries)
            items.append(entry);
    }
    return items;
}

Result<QList<WorkItem>> Desk::workOf(const QUuid& participant) const {
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    return desk::workOf(*protocol, *state, m_vault.clock().now());
}

Result<void> Desk::takeBack(const QString& by, const QString& how) {
    SEREIN_TRY(const auto participant, m_vault.handedOverTo());
    if (!participant)
        return {};
    const ledger::AccountState account = m_vault.deviceState().accounts.value(by, {by, {}, false});
    if (!account.active)
        return refused(QStringLiteral("the account \"%1\" is not active").arg(by));
    const vault::Actor actor{by, account.roles.value(0)};
    SEREIN_CHECK(m_vault.append(*participant, {{ledger::HandedBack{how}}}, actor));
    SEREIN_CHECK(m_vault.checkpoint(*participant, actor));
    return {};
}

Result<void> Desk::addAccount(const QString& name, const QList<account::Role>& roles, const crypto::Secret& passphrase,
                              const crypto::ScryptParameters& cost) {
    SEREIN_TRY(const vault::Actor actor, actorFor(account::Action::ManageAccounts));
    if (roles.isEmpty())
        return unusable(QStringLiteral("an account needs a role"), QStringLiteral("/roles"));
    return m_vault.addAccount(name, roles, passphrase, cost, actor);
}

Result<void> Desk::disableAccount(const QString& name, const QString& reason) {
    SEREIN_TRY(const vault::Actor actor, actorFor(account::Action::ManageAccounts));
    auto others = m_vault.deviceState().accounts;
    if (!others.contains(name) || !others.value(name).active)
        return unusable(QStringLiteral("no active account \"%1\"").arg(name));
    others.remove(name);
    const auto administers = [](const ledger::AccountState& account) {
        return account.active && account.roles.contains(account::roleText(account::Role::Administrator));
    };
    if (std::none_of(others.cbegin(), others.cend(), administers))
        return refused(QStringLiteral("the last administrator cannot be disabled"));
    SEREIN_TRY(const QString why, typedText(reason, QStringLiteral("reason"), mostReason));
    SEREIN_CHECK(m_vault.appendToDevice({{ledger::AccountDisabled{name, why}}}, actor));
    return {};
}

Result<void> Desk::amend(const study::Study& study, const instrument::Library& library) {
    SEREIN_TRY(const vault::Actor actor, actorFor(account::Action::AdoptStudy));
    return m_vault.adopt(study, library, actor);
}

} // namespace serein::desk

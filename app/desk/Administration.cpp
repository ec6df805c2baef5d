// Accounts, and what is kept outside the tablet.
#include "desk/Administration.h"

#include "core/Json.h"

#include <algorithm>

namespace serein::desk {

using account::Action;

namespace {

Result<void> checkNewPassphrase(const crypto::Secret& passphrase, const crypto::Secret& again,
                                const QStringList& names) {
    if (const auto usable = account::checkPassphrase(passphrase, names); !usable)
        return unusable(usable.error().faults.constFirst().reason, QStringLiteral("/passphrase"));
    if (!passphrase.equals(again))
        return unusable(QStringLiteral("the two passphrases differ"), QStringLiteral("/again"));
    return {};
}

} // namespace

Result<void> Administration::addAccount(const QString& name, const QList<account::Role>& roles,
                                        const crypto::Secret& passphrase, const crypto::Secret& again,
                                        const crypto::ScryptParameters& cost) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, Action::ManageAccounts));
    if (!account::isAccountName(name))
        return unusable(QStringLiteral("a name has letters, digits, dot, dash and underscore, begins with a letter, "
                                       "and is at most 32 characters long"),
                        QStringLiteral("/name"));
    const auto known = m_vault.deviceState().accounts.keys();
    if (std::ranges::any_of(known, [&](const QString& one) { return one.compare(name, Qt::CaseInsensitive) == 0; }))
        return unusable(QStringLiteral("the name is taken; names are never used twice"), QStringLiteral("/name"));
    if (roles.isEmpty())
        return unusable(QStringLiteral("an account needs a role"), QStringLiteral("/roles"));
    SEREIN_CHECK(checkNewPassphrase(passphrase, again, {name, m_vault.study().id}));
    return m_vault.addAccount(name, roles, passphrase, cost, actor);
}

Result<void> Administration::changeRoles(const QString& name, const QList<account::Role>& roles,
                                         const QString& reason) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, Action::ManageAccounts));
    auto accounts = m_vault.deviceState().accounts;
    const auto account = accounts.find(name);
    if (account == accounts.end() || !account->active)
        return unusable(QStringLiteral("there is no active account of that name"), QStringLiteral("/name"));
    if (roles.isEmpty())
        return unusable(QStringLiteral("an account needs a role"), QStringLiteral("/roles"));
    const QStringList texts = account::roleTexts(roles);
    if (QSet(texts.begin(), texts.end()) == QSet(account->roles.begin(), account->roles.end()))
        return unusable(QStringLiteral("these are the roles already"), QStringLiteral("/roles"));
    SEREIN_TRY(const QString why, typedText(reason, QStringLiteral("reason")));
    account->roles = texts;
    const auto administers = [](const ledger::AccountState& one) {
        return one.active && one.roles.contains(account::roleText(account::Role::Administrator));
    };
    if (std::none_of(accounts.cbegin(), accounts.cend(), administers))
        return refused(QStringLiteral("somebody has to stay administrator"));
    SEREIN_CHECK(m_vault.appendToDevice({{ledger::RolesChanged{name, texts, why}}}, actor));
    return {};
}

Result<void> Administration::changePassphrase(const crypto::Secret& current, const crypto::Secret& passphrase,
                                              const crypto::Secret& again, const crypto::ScryptParameters& cost) {
    SEREIN_CHECK(checkNewPassphrase(passphrase, again, {m_vault.user().name, m_vault.study().id}));
    SEREIN_CHECK(confirm(current));
    const account::Person& person = m_vault.user();
    const QString role = person.roles.isEmpty() ? QString() : account::roleText(person.roles.constFirst());
    return m_vault.setPassphrase(person.name, passphrase, cost, {person.name, role});
}

Result<void> Administration::confirm(const crypto::Secret& passphrase) {
    auto confirmed = m_vault.confirmPassphrase(passphrase);
    if (!confirmed)
        confirmed.error().faults.first().pointer = QStringLiteral("/current");
    return confirmed;
}

Result<void> Administration::resetPassphrase(const QString& name, const crypto::Secret& passphrase,
                                             const crypto::Secret& again, const crypto::ScryptParameters& cost,
                                             const QString& reason) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, Action::ManageAccounts));
    if (!m_vault.deviceState().accounts.value(name, {{}, {}, false}).active)
        return unusable(QStringLiteral("there is no active account of that name"), QStringLiteral("/name"));
    if (name == m_vault.user().name)
        return refused(QStringLiteral("your own passphrase is changed with the one that holds until now"));
    SEREIN_CHECK(checkNewPassphrase(passphrase, again, {name, m_vault.study().id}));
    SEREIN_TRY(const QString why, typedText(reason, QStringLiteral("reason"), mostReason));
    return m_vault.setPassphrase(name, passphrase, cost, actor, why);
}

Result<void> Administration::nameRecovery(const QStringList& certificateFiles, bool needsAll, int needed) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, Action::ManageAccounts));
    vault::Recovery recovery{{}, needsAll, needed};
    for (const QString& file : certificateFiles) {
        const auto bytes = readFile(file);
        if (!bytes)
            return unusable(QStringLiteral("this file cannot be read"), QStringLiteral("/certificate"));
        const auto certificate = crypto::readCertificate(*bytes, m_vault.clock().now());
        if (!certificate)
            return unusable(certificate.error().faults.constFirst().reason, QStringLiteral("/certificate"));
        if (std::ranges::any_of(recovery.holders, [&](const auto& one) { return one.der == certificate->der; }))
            return unusable(QStringLiteral("this certificate is named twice"), QStringLiteral("/certificate"));
        recovery.holders.append(*certificate);
    }
    return m_vault.nameRecovery(recovery, actor);
}

bool Administration::isBackupDue() const {
    return m_vault.user().roleToDo(Action::BackUp) &&
           vault::isBackupDue(m_vault.deviceState(), m_vault.device(), m_vault.clock().now());
}

Result<void> Administration::planBackups(int everyHours) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, Action::ManageAccounts));
    if (everyHours < 0 || everyHours > 24 * 31)
        return unusable(QStringLiteral("from 1 to 744 hours, or 0: only on demand"), QStringLiteral("/every"));
    if (everyHours == m_vault.deviceState().backupEveryHours)
        return {};
    SEREIN_CHECK(m_vault.appendToDevice({{ledger::BackupPlanned{everyHours}}}, actor));
    return {};
}

Result<vault::MergeReport> Administration::merge(const QString& backup, const QList<QByteArray>& privateKeys,
                                                 const QMap<QUuid, QByteArray>& registered) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, Action::ManageAccounts));
    SEREIN_TRY(const auto handedOver, m_vault.handedOverTo());
    if (handedOver)
        return refused(QStringLiteral("a participant has the tablet just now: take it back first"));
    return vault::merge(m_vault, backup, privateKeys, registered, actor);
}

Result<void> Administration::rekey() {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, Action::ManageAccounts));
    return vault::rekey(m_vault, actor);
}

Result<std::unique_ptr<vault::Rekeying>> Administration::beginRekeying() {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, Action::ManageAccounts));
    return vault::Rekeying::begin(m_vault, actor);
}

Result<std::unique_ptr<vault::BackupJob>> Administration::beginBackup(const QString& folder, int keep) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, Action::BackUp));
    return vault::BackupJob::begin(m_vault, {folder, keep}, actor);
}

Result<vault::BackupReport> Administration::backUp(const QString& folder, int keep) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, Action::BackUp));
    return vault::backUp(m_vault, {folder, keep}, actor);
}

} // namespace serein::desk

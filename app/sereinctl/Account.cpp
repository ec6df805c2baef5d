#include "sereinctl/Commands.h"

#include "desk/Administration.h"
#include "desk/Desk.h"

#include <CLI/CLI.hpp>
#include <QJsonArray>
#include <QJsonObject>

namespace serein::ctl {

namespace {

struct AddOrder {
    std::string name;
    std::vector<std::string> roles;
    std::string passphraseFile;
};

Result<QList<account::Role>> readRoles(const std::vector<std::string>& named) {
    QList<account::Role> roles;
    for (const std::string& name : named) {
        const auto role = account::roleFrom(text(name));
        if (!role) {
            QStringList known;
            for (const account::Role one : account::allRoles)
                known.append(account::roleText(one));
            return unusable(
                QStringLiteral("no role \"%1\"; there are %2").arg(text(name), known.join(QStringLiteral(", "))), {},
                QStringLiteral("--role"));
        }
        if (!roles.contains(*role))
            roles.append(*role);
    }
    return roles;
}

Result<Output> add(Context& context, const AddOrder& order) {
    SEREIN_TRY(const QList<account::Role> roles, readRoles(order.roles));
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_TRY(const crypto::Secret passphrase,
               order.passphraseFile.empty() ? askPassphrase(QStringLiteral("Passphrase for ") + text(order.name), true)
                                            : passphraseFromFile(text(order.passphraseFile)));
    SEREIN_CHECK(desk::Administration(*vault).addAccount(text(order.name), roles, passphrase, passphrase));
    QJsonArray names;
    for (const account::Role role : roles)
        names.append(account::roleText(role));
    return Output{QJsonObject{{QStringLiteral("name"), text(order.name)}, {QStringLiteral("roles"), names}},
                  {QStringLiteral("added %1").arg(text(order.name))}};
}

struct DisableOrder {
    std::string name;
    std::string reason;
};

Result<Output> disable(Context& context, const DisableOrder& order) {
    const QString name = text(order.name);
    if (text(order.reason).trimmed().isEmpty())
        return unusable(QStringLiteral("why this person may no longer unlock the vault"), {},
                        QStringLiteral("--reason"));
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_CHECK(desk::Desk(*vault).disableAccount(name, text(order.reason)));
    return Output{QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("active"), false}},
                  {QStringLiteral("disabled %1").arg(name)}};
}

struct PassphraseOrder {
    std::string name; ///< empty: one's own
    std::string passphraseFile;
    std::string reason;
};

Result<Output> changePassphrase(Context& context, const PassphraseOrder& order) {
    SEREIN_TRY(const crypto::Secret current, context.passphrase());
    SEREIN_TRY(const auto vault, context.openVault(current));
    SEREIN_TRY(const crypto::Secret next, order.passphraseFile.empty()
                                              ? askPassphrase(QStringLiteral("New passphrase"), true)
                                              : passphraseFromFile(text(order.passphraseFile)));
    desk::Administration administration(*vault);
    const QString name = order.name.empty() ? vault->user().name : text(order.name);
    const bool own = name == vault->user().name;
    if (!own && text(order.reason).trimmed().isEmpty())
        return unusable(QStringLiteral("why %1 gets another passphrase from you").arg(name), {},
                        QStringLiteral("--reason"));
    SEREIN_CHECK(own ? administration.changePassphrase(current, next, next)
                     : administration.resetPassphrase(name, next, next, {}, text(order.reason)));
    return Output{QJsonObject{{QStringLiteral("name"), name}}, {QStringLiteral("%1 has a new passphrase").arg(name)}};
}

/// Once, to whoever is at the terminal: it is kept nowhere.
Result<Output> propose() {
    const QString words = QString::fromUtf8(account::proposePassphrase().view());
    return Output{QJsonObject{{QStringLiteral("passphrase"), words}}, {words}};
}

Result<Output> listAccounts(Context& context) {
    SEREIN_TRY(const auto vault, context.openVault());
    Output output;
    QJsonArray json;
    for (const ledger::AccountState& account : vault->deviceState().accounts) {
        json.append(QJsonObject{{QStringLiteral("name"), account.name},
                                {QStringLiteral("roles"), QJsonArray::fromStringList(account.roles)},
                                {QStringLiteral("active"), account.active}});
        output.lines.append(QStringLiteral("%1  %2%3")
                                .arg(account.name, account.roles.join(QStringLiteral(", ")),
                                     account.active ? QString() : QStringLiteral("  (disabled)")));
    }
    output.json = json;
    return output;
}

} // namespace

void addAccountCommands(CLI::App& app, Command& chosen) {
    CLI::App* const group = app.add_subcommand("account", "who may unlock the vault, and in which role");

    const auto order = std::make_shared<AddOrder>();
    CLI::App* const adding = group->add_subcommand("add", "a new person");
    adding->add_option("NAME", order->name, "their account name")->required();
    adding->add_option("--role", order->roles, "role; may repeat, or be separated by commas")
        ->required()
        ->delimiter(',')
        ->allow_extra_args(false);
    adding->add_option("--new-passphrase-file", order->passphraseFile,
                       "file with their passphrase (else it is asked for)");
    adding->callback([&chosen, order] { chosen = [order](Context& context) { return add(context, *order); }; });

    const auto disabled = std::make_shared<DisableOrder>();
    CLI::App* const disabling = group->add_subcommand("disable", "this person may no longer unlock the vault");
    disabling->add_option("NAME", disabled->name, "their account name")->required();
    disabling->add_option("--reason", disabled->reason, "why")->required();
    disabling->callback(
        [&chosen, disabled] { chosen = [disabled](Context& context) { return disable(context, *disabled); }; });

    const auto passphrase = std::make_shared<PassphraseOrder>();
    CLI::App* const changing = group->add_subcommand(
        "passphrase", "another passphrase: one's own, or (an administrator) that of somebody who forgot theirs");
    changing->add_option("NAME", passphrase->name, "whose; without it one's own");
    changing->add_option("--new-passphrase-file", passphrase->passphraseFile,
                         "file with the new passphrase (else it is asked for)");
    changing->add_option("--reason", passphrase->reason, "why; needed where it is somebody else's");
    changing->callback([&chosen, passphrase] {
        chosen = [passphrase](Context& context) { return changePassphrase(context, *passphrase); };
    });

    group->add_subcommand("propose", "a passphrase of six words that can be spoken in any language")
        ->callback([&chosen] { chosen = [](Context&) { return propose(); }; });
    group->add_subcommand("list", "every account")->callback([&chosen] { chosen = listAccounts; });
}

} // namespace serein::ctl

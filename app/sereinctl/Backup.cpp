// Backups, and the certificate that they are sealed to.
#include "sereinctl/Commands.h"

#include "core/Json.h"
#include "desk/Administration.h"

#include <CLI/CLI.hpp>
#include <QDir>
#include <QJsonObject>

namespace serein::ctl {

namespace {

struct BackupOrder {
    std::string folder;
    int keep = 7;
};

struct CheckOrder {
    std::string backup;
    std::string key;
};

Result<Output> backUp(Context& context, const BackupOrder& order) {
    if (order.folder.empty())
        return unusable(QStringLiteral("-o DIR is required"));
    SEREIN_TRY(const auto vault, context.openVault());
    const QString folder = text(order.folder);
    const bool existed = QDir(folder).exists();
    if (!QDir().mkpath(folder))
        return storageFailed(QStringLiteral("the folder cannot be made"), folder);
    const auto made = desk::Administration(*vault).backUp(folder, order.keep);
    if (!made) {
        if (!existed)
            QDir().rmdir(folder); // only while it is empty
        return std::unexpected(made.error());
    }
    return Output{QJsonObject{{QStringLiteral("backup"), idText(made->id)},
                              {QStringLiteral("path"), made->path},
                              {QStringLiteral("events"), made->events},
                              {QStringLiteral("removed"), made->removed}},
                  {QStringLiteral("%1 events, read back and whole: %2").arg(made->events).arg(made->path),
                   QStringLiteral("older backups removed: %1").arg(made->removed)}};
}

Result<Output> check(const CheckOrder& order) {
    SEREIN_TRY(QByteArray key, readFile(text(order.key)));
    const auto found = vault::checkBackup(text(order.backup), key);
    crypto::wipe(key);
    if (!found)
        return std::unexpected(found.error());
    return Output{QJsonObject{{QStringLiteral("backup"), idText(found->id)},
                              {QStringLiteral("vault"), idText(found->vault)},
                              {QStringLiteral("device"), idText(found->device)},
                              {QStringLiteral("at"), instantText(found->at)},
                              {QStringLiteral("events"), found->events},
                              {QStringLiteral("streams"), found->streams.size()}},
                  {QStringLiteral("whole: %1 events in %2 streams, of %3")
                       .arg(found->events)
                       .arg(found->streams.size())
                       .arg(instantText(found->at))}};
}

Result<Output> nameRecovery(Context& context, const std::string& certificate) {
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_CHECK(desk::Administration(*vault).nameRecovery(text(certificate)));
    const QString fingerprint = QString::fromLatin1(crypto::sha256(vault->deviceState().recovery).toHex());
    return Output{
        QJsonObject{{QStringLiteral("fingerprint"), fingerprint}},
        {QStringLiteral("from now on the key of the certificate %1 opens backups and the vault").arg(fingerprint)}};
}

} // namespace

void addBackupCommands(CLI::App& group, Command& chosen) {
    const auto order = std::make_shared<BackupOrder>();
    CLI::App* const backing =
        group.add_subcommand("backup", "a copy that only the recovery key opens, read back before it counts");
    backing->add_option("-o,--output", order->folder, "folder for the backups: another disk, or a stick");
    backing->add_option("--keep", order->keep, "how many backups of this vault stay there (default 7)")
        ->check(CLI::Range(1, 1000));

    const auto checking = std::make_shared<CheckOrder>();
    CLI::App* const verifying = backing->add_subcommand("verify", "open a backup and check every event in it");
    verifying->add_option("BACKUP", checking->backup, "folder of one backup")->required();
    verifying->add_option("--key", checking->key, "private key (PEM) of the recovery certificate")->required();
    verifying->callback([&chosen, checking] { chosen = [checking](Context&) { return check(*checking); }; });
    backing->callback([&chosen, order, backing] { // runs after that of a subcommand
        if (backing->get_subcommands().empty())
            chosen = [order](Context& context) { return backUp(context, *order); };
    });

    const auto certificate = std::make_shared<std::string>();
    CLI::App* const naming = group.add_subcommand("recovery", "name the certificate that backups are sealed to");
    naming->add_option("--cert", *certificate, "X.509 certificate that the site keeps the key of")->required();
    naming->callback([&chosen, certificate] {
        chosen = [certificate](Context& context) { return nameRecovery(context, *certificate); };
    });
}

} // namespace serein::ctl

// Backups, and the certificate that they are sealed to.
#include "sereinctl/Commands.h"

#include "core/Json.h"
#include "desk/Administration.h"

#include <CLI/CLI.hpp>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

namespace serein::ctl {

namespace {

struct BackupOrder {
    std::string folder;
    int keep = 7;
};

struct CheckOrder {
    std::string backup;
    std::vector<std::string> keys;
};

struct RecoveryOrder {
    std::vector<std::string> certificates;
    bool all = false;
    int needed = 0;
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
    SEREIN_TRY(const PrivateKeys keys, readPrivateKeys(order.keys));
    const auto found = vault::checkBackup(text(order.backup), keys.pem);
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

Result<Output> plan(Context& context, int everyHours) {
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_CHECK(desk::Administration(*vault).planBackups(everyHours));
    return Output{
        QJsonObject{{QStringLiteral("everyHours"), everyHours}},
        {everyHours == 0
             ? QStringLiteral("backups are made on demand only")
             : QStringLiteral("the app makes a backup every %1 hours, to the folder of the last one").arg(everyHours)}};
}

Result<Output> nameRecovery(Context& context, const RecoveryOrder& order) {
    SEREIN_TRY(const auto vault, context.openVault());
    QStringList files;
    for (const std::string& file : order.certificates)
        files.append(text(file));
    if (const auto named = desk::Administration(*vault).nameRecovery(files, order.all, order.needed); !named)
        return std::unexpected(namingOption(named.error(), QStringLiteral("/needed"), QStringLiteral("--needed")));
    const ledger::DeviceState& state = vault->deviceState();
    QStringList fingerprints;
    for (const QByteArray& der : QList<QByteArray>{state.recovery} + state.recoveryFurther)
        fingerprints.append(QString::fromLatin1(crypto::sha256(der).toHex()));
    const qsizetype needed = order.needed > 0 ? order.needed : order.all ? fingerprints.size() : 1;
    Output output{QJsonObject{{QStringLiteral("fingerprint"), fingerprints.constFirst()},
                              {QStringLiteral("fingerprints"), QJsonArray::fromStringList(fingerprints)},
                              {QStringLiteral("needsAll"), order.all},
                              {QStringLiteral("needed"), needed}},
                  {}};
    output.lines.append(order.needed > 0 ? QStringLiteral("from now on the keys of any %1 of these certificates "
                                                          "together open backups and the vault:")
                                               .arg(needed)
                        : order.all && fingerprints.size() > 1
                            ? QStringLiteral("from now on the keys of all these certificates together open backups and "
                                             "the vault:")
                            : QStringLiteral("from now on the key of any of these certificates opens backups and the "
                                             "vault:"));
    return output.lines.append(fingerprints), output;
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
    verifying->add_option("--key", checking->keys, privateKeysHelp)->required();
    verifying->callback([&chosen, checking] { chosen = [checking](Context&) { return check(*checking); }; });
    const auto hours = std::make_shared<int>(24);
    CLI::App* const planning = backing->add_subcommand("plan", "how often the app makes one by itself");
    planning->add_option("--every", *hours, "hours; 0: only on demand")->required();
    planning->callback([&chosen, hours] { chosen = [hours](Context& context) { return plan(context, *hours); }; });
    backing->callback([&chosen, order, backing] { // runs after that of a subcommand
        if (backing->get_subcommands().empty())
            chosen = [order](Context& context) { return backUp(context, *order); };
    });

    const auto recovery = std::make_shared<RecoveryOrder>();
    CLI::App* const naming = group.add_subcommand("recovery", "name the certificates that backups are sealed to");
    naming->add_option("--cert", recovery->certificates, "X.509 certificate that the site keeps the key of; may repeat")
        ->required();
    naming->add_flag("--all", recovery->all, "the keys of all of them are needed together, not of any one");
    naming->add_option("--needed", recovery->needed, neededHelp)->check(CLI::Range(2, 255));
    naming->callback(
        [&chosen, recovery] { chosen = [recovery](Context& context) { return nameRecovery(context, *recovery); }; });
}

} // namespace serein::ctl

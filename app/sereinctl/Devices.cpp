// A vault on another device: restored, recovered, merged; its devices; and new keys.
#include "sereinctl/Commands.h"

#include "desk/Administration.h"
#include "exporting/DeviceKeys.h"
#include "vault/NewDevice.h"

#include <CLI/CLI.hpp>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

namespace serein::ctl {

namespace {

constexpr auto deviceKeysHelp = "registered device keys that the backup is held against";

struct CopyOrder {
    std::string backup;
    std::vector<std::string> keys;
    std::string deviceKeys;
    bool withoutIdentity = false;
};

Result<vault::Entry> entryOf(const Context& context) {
    SEREIN_TRY(const QString name, context.user());
    SEREIN_TRY(crypto::Secret passphrase, context.newPassphrase());
    return vault::Entry{name, std::move(passphrase)};
}

Output said(const vault::Place& place, const QString& administrator, const vault::NewDeviceReport& made) {
    const QString deviceKey = QDir(place.folder).filePath(QStringLiteral("device-key.json"));
    const bool same = made.revoked.isNull();
    Output output{
        QJsonObject{{QStringLiteral("vault"), idText(made.vault)},
                    {QStringLiteral("folder"), place.folder},
                    {QStringLiteral("device"), idText(made.device)},
                    {QStringLiteral("deviceKey"), deviceKey},
                    {QStringLiteral("revoked"), same ? QJsonValue() : QJsonValue(idText(made.revoked))},
                    {QStringLiteral("administrator"), administrator},
                    {QStringLiteral("waiting"), QJsonArray::fromStringList(made.waiting)}},
        {QStringLiteral("%1 opens the vault in %2 with the new passphrase").arg(administrator, place.folder)}};
    if (same)
        return output;
    output.lines.append(
        QStringLiteral("this is another device from now on; the one before, %1, is revoked").arg(idText(made.revoked)));
    output.lines.append(QStringLiteral("register its public key with whoever verifies exports: %1").arg(deviceKey));
    if (!made.waiting.isEmpty())
        output.lines.append(QStringLiteral("nobody else's passphrase opens it here: give each a new one with `account "
                                           "passphrase NAME --reason WHY`: %1")
                                .arg(made.waiting.join(QStringLiteral(", "))));
    return output;
}

/// Device → public key; none where no file is named.
Result<QMap<QUuid, QByteArray>> registeredKeys(const std::string& file) {
    if (file.empty())
        return QMap<QUuid, QByteArray>();
    SEREIN_TRY(const exporting::DeviceKeys registered, exporting::readDeviceKeys(text(file)));
    return exporting::publicKeys(registered);
}

Result<Output> restore(Context& context, const CopyOrder& order) {
    SEREIN_TRY(const vault::Place place, context.place());
    SEREIN_TRY(const Clock* const clock, context.clock());
    SEREIN_TRY(const auto registered, registeredKeys(order.deviceKeys));
    SEREIN_TRY(const PrivateKeys keys, readPrivateKeys(order.keys));
    SEREIN_TRY(vault::Entry entry, entryOf(context));
    const QString name = entry.administrator;
    SEREIN_TRY(const auto made,
               vault::restore(
                   place, {text(order.backup), keys.pem, std::move(entry), registered, order.withoutIdentity}, *clock));
    Output output = said(place, name, made);
    const QString fingerprint = QString::fromLatin1(crypto::sha256(made.signedBy).toHex());
    QJsonObject json = output.json.toObject();
    json.insert(QStringLiteral("signedBy"), fingerprint);
    json.insert(QStringLiteral("registered"), !registered.isEmpty());
    output.json = json;
    output.lines.append(
        registered.isEmpty()
            ? QStringLiteral("the backup is signed by device %1 with the key of SHA-256 %2; nothing "
                             "says that it is the site's: compare it, or name --device-keys")
                  .arg(idText(made.revoked), fingerprint)
            : QStringLiteral("the backup is signed by device %1 with its registered key").arg(idText(made.revoked)));
    return output;
}

Result<Output> recover(Context& context, const std::vector<std::string>& keyFiles) {
    SEREIN_TRY(const vault::Place place, context.place());
    SEREIN_TRY(const Clock* const clock, context.clock());
    SEREIN_TRY(const PrivateKeys keys, readPrivateKeys(keyFiles));
    SEREIN_TRY(const vault::Entry entry, entryOf(context));
    SEREIN_TRY(const auto made, vault::recover(place, keys.pem, entry, *clock));
    return said(place, entry.administrator, made);
}

Result<Output> merge(Context& context, const CopyOrder& order) {
    SEREIN_TRY(const auto registered, registeredKeys(order.deviceKeys));
    SEREIN_TRY(const PrivateKeys keys, readPrivateKeys(order.keys));
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_TRY(const vault::MergeReport taken,
               desk::Administration(*vault).merge(text(order.backup), keys.pem, registered));
    Output output{
        QJsonObject{{QStringLiteral("device"), idText(taken.device)},
                    {QStringLiteral("events"), taken.events},
                    {QStringLiteral("participants"), taken.participants},
                    {QStringLiteral("doubled"), QJsonArray::fromStringList(taken.doubled)},
                    {QStringLiteral("begunTwice"), QJsonArray::fromStringList(taken.twice)}},
        {QStringLiteral("taken in: %1 events, %2 new participants").arg(taken.events).arg(taken.participants)}};
    for (const QString& subject : taken.doubled)
        output.lines.append(QStringLiteral("to look at: two participants are called %1").arg(subject));
    for (const QString& assessment : taken.twice)
        output.lines.append(QStringLiteral("to look at: begun on both devices, the first counts: %1").arg(assessment));
    return output;
}

Result<Output> rekey(Context& context) {
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_CHECK(desk::Administration(*vault).rekey());
    return Output{QJsonObject{{QStringLiteral("rekeyed"), true}},
                  {QStringLiteral("everything stored is under new keys; passphrases stay as they are")}};
}

Result<Output> devices(Context& context) {
    SEREIN_TRY(const auto vault, context.openVault());
    Output output;
    QJsonArray json;
    const auto& all = vault->deviceState().devices;
    for (auto device = all.begin(); device != all.end(); ++device) {
        QJsonObject one{{QStringLiteral("format"), QStringLiteral("serein-device-key-1")},
                        {QStringLiteral("device"), idText(device.key())},
                        {QStringLiteral("publicKeyPem"), QString::fromLatin1(crypto::ed25519Pem(device->publicKey))},
                        {QStringLiteral("how"), device->how},
                        {QStringLiteral("addedAt"), instantText(device->addedAt)}};
        if (device->revokedAt.isValid())
            one.insert(QStringLiteral("revokedAt"), instantText(device->revokedAt));
        json.append(one);
        output.lines.append(QStringLiteral("%1  %2 %3%4%5")
                                .arg(idText(device.key()), device->how, instantText(device->addedAt),
                                     device.key() == vault->device() ? QStringLiteral("  (this one)") : QString(),
                                     device->revokedAt.isValid()
                                         ? QStringLiteral("  (revoked %1)").arg(instantText(device->revokedAt))
                                         : QString()));
    }
    output.json = json;
    return output;
}

} // namespace

void addDeviceCommands(CLI::App& group, Command& chosen) {
    const auto restored = std::make_shared<CopyOrder>();
    CLI::App* const restoring = group.add_subcommand(
        "restore", "a backup becomes the vault in --vault, on this device; --user is the administrator who gets in");
    restoring->add_option("BACKUP", restored->backup, "folder of one backup")->required();
    restoring->add_option("--key", restored->keys, privateKeysHelp)->required();
    restoring->add_option("--device-keys", restored->deviceKeys, deviceKeysHelp);
    restoring->add_flag("--without-identity", restored->withoutIdentity,
                        "also where the keys of names and notes are missing: they stay unreadable");
    restoring->callback(
        [&chosen, restored] { chosen = [restored](Context& context) { return restore(context, *restored); }; });

    const auto keys = std::make_shared<std::vector<std::string>>();
    CLI::App* const recovering = group.add_subcommand(
        "recover", "gives --user, an administrator, a new passphrase, with the recovery key instead of one");
    recovering->add_option("--key", *keys, privateKeysHelp)->required();
    recovering->callback([&chosen, keys] { chosen = [keys](Context& context) { return recover(context, *keys); }; });

    const auto merged = std::make_shared<CopyOrder>();
    CLI::App* const merging =
        group.add_subcommand("merge", "takes in what another device of this vault has, from its backup");
    merging->add_option("BACKUP", merged->backup, "folder of one backup")->required();
    merging->add_option("--key", merged->keys, privateKeysHelp)->required();
    merging->add_option("--device-keys", merged->deviceKeys, deviceKeysHelp);
    merging->callback([&chosen, merged] { chosen = [merged](Context& context) { return merge(context, *merged); }; });

    group.add_subcommand("rekey", "new keys for all that is stored; nobody's passphrase changes")->callback([&chosen] {
        chosen = rekey;
    });
    group.add_subcommand("devices", "every device of this vault with its public key; a file for --device-keys")
        ->callback([&chosen] { chosen = devices; });
}

} // namespace serein::ctl

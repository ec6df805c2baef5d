#include "sereinctl/Commands.h"

#include "core/Json.h"
#include "desk/Administration.h"
#include "exporting/Against.h"
#include "exporting/DeviceKeys.h"
#include "study/Words.h"

#include <CLI/CLI.hpp>
#include <QDir>
#include <QJsonObject>

namespace serein::ctl {

namespace {

struct InitOrder {
    std::string study;
    std::string administrator;
    std::vector<std::string> recovery;
    bool recoveryNeedsAll = false;
    int recoveryNeeded = 0;
    std::string packs;
};

struct AmendOrder {
    std::string study;
    std::string approval;
    std::string packs;
};

Result<Output> init(Context& context, const InitOrder& order) {
    SEREIN_TRY(const vault::Place place, context.place());
    SEREIN_TRY(const Clock* const clock, context.clock());
    SEREIN_TRY(const instrument::Library library, shippedLibrary(order.packs));
    vault::Creation creation;
    SEREIN_TRY(creation.study, readStudy(text(order.study), library));
    SEREIN_CHECK(study::requireWords(creation.study, library, clock->now().date(), text(order.study)));
    creation.library = &library;
    creation.administrator = text(order.administrator);
    creation.recovery.needsAll = order.recoveryNeedsAll;
    creation.recovery.needed = order.recoveryNeeded;
    for (const std::string& file : order.recovery) {
        SEREIN_TRY(const QByteArray bytes, readFile(text(file)));
        const auto certificate = crypto::readCertificate(bytes, clock->now());
        if (!certificate)
            return std::unexpected(certificate.error().in(text(file)));
        creation.recovery.holders.append(*certificate);
    }
    SEREIN_TRY(creation.passphrase, context.passphrase());
    auto created = vault::Vault::create(place, std::move(creation), *clock);
    if (!created)
        return std::unexpected(
            namingOption(created.error(), QStringLiteral("/needed"), QStringLiteral("--recovery-needed")));
    const OpenVault vault(created->release());
    const QString deviceKey = QDir(place.folder).filePath(QStringLiteral("device-key.json"));
    return Output{
        QJsonObject{{QStringLiteral("vault"), idText(vault->deviceState().vault)},
                    {QStringLiteral("folder"), place.folder},
                    {QStringLiteral("device"), idText(vault->device())},
                    {QStringLiteral("deviceKey"), deviceKey},
                    {QStringLiteral("administrator"), text(order.administrator)}},
        {QStringLiteral("vault made in %1").arg(place.folder),
         QStringLiteral("register this device's public key with whoever verifies exports: %1").arg(deviceKey)}};
}

struct VerifyVaultOrder {
    std::vector<std::string> against;
    std::string deviceKeys;
    std::string key;
};

Result<Output> verifyVault(Context& context, const VerifyVaultOrder& order) {
    exporting::VerifyOptions options;
    options.deviceKeysFile = text(order.deviceKeys);
    if (!order.key.empty()) {
        SEREIN_TRY(options.privateKeyPem, readFile(text(order.key)));
    }
    SEREIN_TRY(const auto vault, context.openVault());
    exporting::DeviceKeys registered;
    if (!order.deviceKeys.empty()) {
        SEREIN_TRY(registered, exporting::readDeviceKeys(options.deviceKeysFile));
    }
    SEREIN_TRY(const vault::Verification found, vault->verify(exporting::publicKeys(registered)));
    SEREIN_CHECK(vault->verifyProjections());
    if (!order.deviceKeys.empty())
        SEREIN_CHECK(exporting::agreesWithDeviceKeys(*vault, options.deviceKeysFile));
    for (const std::string& bundle : order.against)
        SEREIN_CHECK(exporting::agreesWithBundle(*vault, text(bundle), options));
    crypto::wipe(options.privateKeyPem);
    Output output{QJsonObject{{QStringLiteral("events"), found.events},
                              {QStringLiteral("streams"), found.streams},
                              {QStringLiteral("checkpoints"), found.checkpoints},
                              {QStringLiteral("devices"), found.devices},
                              {QStringLiteral("unreadable"), found.unreadable}},
                  {QStringLiteral("whole: %1 events in %2 streams, %3 checkpoints")
                       .arg(found.events)
                       .arg(found.streams)
                       .arg(found.checkpoints)}};
    if (found.devices > 1)
        output.lines.append(QStringLiteral("of %1 devices").arg(found.devices));
    if (found.unreadable > 0)
        output.lines.append(QStringLiteral("unreadable, as was decided or because their keys are gone: %1 events")
                                .arg(found.unreadable));
    return output;
}

Result<Output> rebuild(Context& context) {
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_TRY(const QByteArray before, vault->projectionDigest());
    SEREIN_TRY(const QByteArray after, vault->rebuild());
    const QString was = QString::fromLatin1(before.toHex());
    const QString is = QString::fromLatin1(after.toHex());
    Output output{QJsonObject{{QStringLiteral("before"), was},
                              {QStringLiteral("after"), is},
                              {QStringLiteral("identical"), was == is}},
                  {QStringLiteral("before  ") + was, QStringLiteral("after   ") + is}};
    if (was != is) {
        output.faults.append(
            {{}, {}, QStringLiteral("the projections had differed from the ledger; they are now what it says")});
        output.status = 1;
    }
    return output;
}

Result<Output> amend(Context& context, const AmendOrder& order) {
    SEREIN_TRY(const instrument::Library library, shippedLibrary(order.packs));
    SEREIN_TRY(const study::Study study, readStudy(text(order.study), library));
    SEREIN_TRY(const Clock* const clock, context.clock());
    SEREIN_CHECK(study::requireWords(study, library, clock->now().date(), text(order.study)));
    SEREIN_TRY(const auto vault, context.openVault());
    if (const auto amended = desk::Administration(*vault).amend(study, library, text(order.approval)); !amended)
        return std::unexpected(
            namingOption(amended.error(), QStringLiteral("/approval"), QStringLiteral("--approval")));
    return Output{QJsonObject{{QStringLiteral("study"), study.id}, {QStringLiteral("version"), study.version}},
                  {QStringLiteral("in force: %1 %2").arg(study.id, study.version)}};
}

} // namespace

void addVaultCommands(CLI::App& app, Command& chosen) {
    CLI::App* const group = app.add_subcommand("vault", "make, check and mend a vault");

    const auto order = std::make_shared<InitOrder>();
    CLI::App* const making = group->add_subcommand("init", "a new vault in --vault, an absent or empty folder");
    making->add_option("--study", order->study, "study file")->required();
    making->add_option("--admin", order->administrator, "name of the first administrator")->required();
    making->add_option("--recovery", order->recovery, "the site's recovery certificate (X.509); may repeat");
    making->add_flag("--recovery-all", order->recoveryNeedsAll, "the keys of all of them are needed together");
    making->add_option("--recovery-needed", order->recoveryNeeded, neededHelp)->check(CLI::Range(2, 255));
    making->add_option("--packs", order->packs, packsHelp);
    making->callback([&chosen, order] { chosen = [order](Context& context) { return init(context, *order); }; });

    const auto checked = std::make_shared<VerifyVaultOrder>();
    CLI::App* const verifying = group->add_subcommand("verify", "every event, chain and checkpoint");
    verifying->add_option("--against", checked->against, "bundle that was kept elsewhere; several may follow");
    verifying->add_option("--device-keys", checked->deviceKeys,
                          "registered device keys: device-key.json, or an array of them");
    verifying->add_option("--key", checked->key, "private key (PEM) that opens sealed bundles");
    verifying->callback(
        [&chosen, checked] { chosen = [checked](Context& context) { return verifyVault(context, *checked); }; });
    group->add_subcommand("rebuild", "derive every projection from the ledger again")->callback([&chosen] {
        chosen = rebuild;
    });

    const auto amended = std::make_shared<AmendOrder>();
    CLI::App* const amending = group->add_subcommand("amend", "a new version of the study, from now on");
    amending->add_option("--study", amended->study, "study file")->required();
    amending->add_option("--approval", amended->approval,
                         "the ethics committee's reference; not needed where only words or instruments are new");
    amending->add_option("--packs", amended->packs, packsHelp);
    amending->callback(
        [&chosen, amended] { chosen = [amended](Context& context) { return amend(context, *amended); }; });
    addBackupCommands(*group, chosen);
    addDeviceCommands(*group, chosen);
    addDeviceRedactionCommands(*group, chosen);
}

} // namespace serein::ctl

#include "sereinctl/Commands.h"

#include "core/Json.h"
#include "exporting/Bundle.h"
#include "exporting/Formats.h"

#include <CLI/CLI.hpp>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

namespace serein::ctl {

namespace {

struct Order {
    std::string participant;
    bool all = false;
    std::vector<std::string> formats;
    std::vector<std::string> without;
    std::vector<std::string> timepoints;
    std::vector<std::string> instruments;
    std::vector<std::string> sites;
    std::string from;
    std::string to;
    std::string language = "en";
    bool changed = false;
    bool identity = false;
    std::string audience = "blinded";
    std::string folder;
    std::vector<std::string> certificates;
    bool unsealed = false;
    std::string reason;
};

/// What the parser cannot say about options that depend on each other.
Result<void> check(const Order& order) {
    if (order.participant.empty() == !order.all)
        return unusable(QStringLiteral("name either --participant P or --all"));
    if (order.folder.empty())
        return unusable(QStringLiteral("-o DIR is required"));
    if (order.certificates.empty() == !order.unsealed)
        return unusable(QStringLiteral("name either --seal CERT or --unsealed with a --reason"));
    if (order.unsealed && order.reason.empty())
        return unusable(QStringLiteral("a --reason goes with --unsealed"));
    const bool isPart = !order.timepoints.empty() || !order.instruments.empty() || !order.sites.empty() ||
                        !order.from.empty() || !order.to.empty();
    if (order.identity && (isPart || order.changed || !order.formats.empty() || !order.without.empty()))
        return unusable(QStringLiteral("--identity is who the participants are and nothing else: no format, part or "
                                       "--changed goes with it"));
    return {};
}

Result<void> keepSites(const vault::Vault& vault, const std::vector<std::string>& sites,
                       QList<vault::Summary>& participants) {
    QList<vault::Summary> kept;
    for (const vault::Summary& one : std::as_const(participants)) {
        SEREIN_TRY(const auto participant, vault.participant(one.id));
        if (std::ranges::find(sites, participant->site.toStdString()) != sites.end())
            kept += one;
    }
    participants = kept;
    return {};
}

Result<QDate> dateOf(const std::string& given, const QString& option) {
    const QDate date = QDate::fromString(text(given), Qt::ISODate);
    if (!given.empty() && !date.isValid())
        return unusable(QStringLiteral("not a date such as 2026-11-20"), {}, option);
    return date;
}

Result<QList<vault::Summary>> whose(const vault::Vault& vault, const Order& order) {
    SEREIN_TRY(QList<vault::Summary> everyone, vault.participants());
    if (!order.all) {
        SEREIN_TRY(const QUuid id, findParticipant(vault, order.participant));
        everyone.removeIf([&](const vault::Summary& one) { return one.id != id; });
    }
    if (!order.sites.empty())
        SEREIN_CHECK(keepSites(vault, order.sites, everyone));
    if (!order.all && everyone.isEmpty())
        return unusable(QStringLiteral("the participant is of none of these sites"), {}, QStringLiteral("--site"));
    return everyone;
}

/// As Formats.h lists them, each once.
QStringList inOrder(const std::vector<std::string>& asked) {
    QStringList ordered;
    for (const QString& name : exporting::formatNames())
        if (std::ranges::find(asked, name.toStdString()) != asked.end())
            ordered += name;
    return ordered;
}

QStringList listed(const std::vector<std::string>& names) {
    QStringList list;
    for (const std::string& name : names)
        list += text(name);
    return list;
}

Result<exporting::Presentation> presentation(const Order& order) {
    exporting::Presentation as{text(order.language), {}};
    as.selection.timepoints = listed(order.timepoints);
    as.selection.instruments = listed(order.instruments);
    as.selection.sites = listed(order.sites);
    SEREIN_TRY(as.selection.from, dateOf(order.from, QStringLiteral("--from")));
    SEREIN_TRY(as.selection.to, dateOf(order.to, QStringLiteral("--to")));
    return as;
}

Result<Output> writeBundles(vault::Vault& vault, const Order& order, const QList<vault::Summary>& participants,
                            const QList<crypto::Certificate>& certificates) {
    Output output;
    QJsonArray json;
    if (order.identity) {
        const QUuid one = order.all ? QUuid() : participants.constFirst().id;
        SEREIN_TRY(const exporting::ExportResult made,
                   exporting::exportIdentities(vault, {one, {}, text(order.folder), certificates, text(order.reason)}));
        output.json =
            QJsonArray{QJsonObject{{QStringLiteral("identities"), made.bundle}, {QStringLiteral("path"), made.path}}};
        output.lines.append(made.path);
        return output;
    }
    SEREIN_TRY(const exporting::Presentation as, presentation(order));
    exporting::ExportOrder each{{},
                                text(order.audience),
                                text(order.folder),
                                certificates,
                                text(order.reason),
                                inOrder(order.formats),
                                listed(order.without),
                                as};
    std::optional<exporting::ExportedBefore> before;
    if (order.changed) {
        SEREIN_TRY(before, exporting::ExportedBefore::of(vault));
    }
    QStringList leftOut;
    for (const vault::Summary& one : participants) {
        SEREIN_TRY(const auto participant, vault.participant(one.id));
        if (order.all && participant->hasWithdrawnFrom(QStringLiteral("records"))) {
            leftOut += one.subject;
            json.append(QJsonObject{{QStringLiteral("subject"), one.subject},
                                    {QStringLiteral("leftOut"), QStringLiteral("withdrew the use of records")}});
            output.lines.append(QStringLiteral("%1  left out: withdrew the use of their records").arg(one.subject));
            continue;
        }
        each.participant = one.id;
        if (before) {
            SEREIN_TRY(const bool left, before->holds(vault, each));
            if (left) {
                output.lines.append(QStringLiteral("%1  unchanged since its last export").arg(one.subject));
                continue;
            }
        }
        SEREIN_TRY(const exporting::ExportResult made, exporting::exportParticipant(vault, each));
        json.append(QJsonObject{{QStringLiteral("subject"), one.subject},
                                {QStringLiteral("bundle"), made.bundle},
                                {QStringLiteral("path"), made.path}});
        output.lines.append(QStringLiteral("%1  %2").arg(one.subject, made.path));
    }
    if (!leftOut.isEmpty())
        output.lines.append(
            QStringLiteral("%1 left out: %2").arg(leftOut.size()).arg(leftOut.join(QStringLiteral(", "))));
    if (order.all) {
        each.participant = QUuid();
        SEREIN_TRY(const exporting::ExportResult merged, exporting::exportStudy(vault, each));
        json.append(QJsonObject{{QStringLiteral("study"), vault.study().id},
                                {QStringLiteral("bundle"), merged.bundle},
                                {QStringLiteral("path"), merged.path}});
        output.lines.append(QStringLiteral("all merged  %1").arg(merged.path));
    }
    output.json = json;
    return output;
}

Result<Output> exportBundles(Context& context, const Order& order) {
    SEREIN_CHECK(check(order));
    SEREIN_TRY(const Clock* const clock, context.clock());
    SEREIN_TRY(const QList<crypto::Certificate> certificates, readCertificates(order.certificates, clock->now()));
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_TRY(const QList<vault::Summary> participants, whose(*vault, order));
    const bool existed = QDir(text(order.folder)).exists();
    if (!QDir().mkpath(text(order.folder)))
        return storageFailed(QStringLiteral("the folder cannot be made"), text(order.folder));
    auto output = writeBundles(*vault, order, participants, certificates);
    if (!output && !existed)
        QDir().rmdir(text(order.folder)); // only while it is empty
    return output;
}

struct VerifyOrder {
    std::string bundle;
    std::string deviceKeys;
    std::string key;
};

Result<Output> verify(const VerifyOrder& order) {
    exporting::VerifyOptions options;
    options.deviceKeysFile = text(order.deviceKeys);
    if (!order.key.empty()) {
        SEREIN_TRY(options.privateKeyPem, readFile(text(order.key)));
    }
    const auto report = exporting::verifyBundle(text(order.bundle), options);
    crypto::wipe(options.privateKeyPem);
    if (!report)
        return std::unexpected(report.error());
    Output output{
        QJsonObject{{QStringLiteral("bundle"), report->bundle},
                    {QStringLiteral("subject"), report->subject},
                    {QStringLiteral("device"), report->device},
                    {QStringLiteral("otherDevices"), QJsonArray::fromStringList(report->otherDevices)},
                    {QStringLiteral("deviceRegistered"), report->deviceRegistered},
                    {QStringLiteral("deviceRevoked"),
                     report->deviceRevoked.isValid() ? QJsonValue(instantText(report->deviceRevoked)) : QJsonValue()},
                    {QStringLiteral("events"), report->events},
                    {QStringLiteral("assessments"), report->assessments},
                    {QStringLiteral("scores"), report->scores},
                    {QStringLiteral("reconciled"), report->reconciled},
                    {QStringLiteral("participants"), report->participants}},
        {QStringLiteral("whole: %1, bundle %2").arg(report->subject, report->bundle),
         QStringLiteral("%1 events replayed, %2 assessments, %3 scores computed again")
             .arg(report->events)
             .arg(report->assessments)
             .arg(report->scores)}};
    output.lines.append(
        report->deviceRegistered
            ? QStringLiteral("device %1 is registered").arg(report->device)
            : QStringLiteral("warning: device %1 was held against no registered keys (--device-keys); a key inside a "
                             "bundle proves nothing")
                  .arg(report->device));
    if (report->deviceRevoked.isValid())
        output.lines.append(QStringLiteral("warning: the device was revoked on %1, later than this says it was signed; "
                                           "whoever has that tablet can date back: compare with a copy received before")
                                .arg(instantText(report->deviceRevoked)));
    return output;
}

} // namespace

void addExportCommands(CLI::App& app, Command& chosen) {
    const auto order = std::make_shared<Order>();
    CLI::App* const exporting = app.add_subcommand("export", "bundles for data managers, sealed to certificates");
    exporting->add_option("--participant", order->participant, "subject id or uuid");
    exporting->add_flag("--all", order->all, "every participant, one bundle each, and their merged tables");
    std::vector<std::string> formats;
    for (const QString& name : exporting::formatNames())
        formats.push_back(name.toStdString());
    exporting->add_option("--format", order->formats, "formats of the bundle, several or one,another (default: all)")
        ->delimiter(',')
        ->check(CLI::IsMember(formats));
    exporting->add_option("--without", order->without, "SDTM tables of staff's forms to leave out (XE, XA …)")
        ->delimiter(',');
    exporting->add_option("--timepoint", order->timepoints, "only these, several or one,another")->delimiter(',');
    exporting->add_option("--instrument", order->instruments, "only these")->delimiter(',');
    exporting->add_option("--site", order->sites, "only participants of these sites")->delimiter(',');
    exporting->add_option("--from", order->from, "only what was begun on this date or later");
    exporting->add_option("--to", order->to, "only what was begun on this date or earlier");
    exporting->add_option("--language", order->language, "of labels and of the report (default en)")
        ->check(CLI::IsMember({"en", "zh-CN"}));
    exporting->add_flag("--identity", order->identity, "who the participants are, sealed, and nothing else");
    exporting->add_flag("--changed", order->changed,
                        "with --all: no bundle of who is unchanged since their last export");
    exporting->add_option("--audience", order->audience, "blinded (default) or full")
        ->check(CLI::IsMember({"blinded", "full"}));
    exporting->add_option("-o,--output", order->folder, "folder for the bundles");
    exporting->add_option("--seal", order->certificates, "X.509 certificate to seal to; several may follow");
    exporting->add_flag("--unsealed", order->unsealed, "plaintext, with a reason, as an event of the ledger");
    exporting->add_option("--reason", order->reason, "why unsealed");

    const auto verifying = std::make_shared<VerifyOrder>();
    CLI::App* const verify_ = exporting->add_subcommand("verify", "replay a bundle and compare every table and score");
    verify_->add_option("BUNDLE", verifying->bundle, ".zip, .zip.p7m or unpacked folder")->required();
    verify_->add_option("--device-keys", verifying->deviceKeys,
                        "registered device keys: device-key.json, or an array of them");
    verify_->add_option("--key", verifying->key, "private key (PEM) that opens a sealed bundle");
    verify_->callback([&chosen, verifying] { chosen = [verifying](Context&) { return verify(*verifying); }; });
    exporting->callback([&chosen, order, exporting] { // runs after that of a subcommand
        if (exporting->get_subcommands().empty())
            chosen = [order](Context& context) { return exportBundles(context, *order); };
    });
}

} // namespace serein::ctl

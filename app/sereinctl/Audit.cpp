// The audit trail: read on the terminal, or written as a file.
#include "sereinctl/Commands.h"

#include "core/Json.h"
#include "desk/AuditTrail.h"
#include "desk/EventGroups.h"
#include "exporting/Audit.h"

#include <CLI/CLI.hpp>
#include <QJsonArray>
#include <QJsonObject>

namespace serein::ctl {

namespace {

struct AuditOrder {
    std::string participant;
    bool deviceOnly = false;
    std::string actor;
    std::string group;
    std::string from;
    std::string to;
    int last = 50;
    std::string format;
    std::string file;
    std::string language = "en";
    std::vector<std::string> certificates;
    std::string reason;
};

/// An instant, or a day of the site: its beginning, or (`end`) that of the next.
Result<QDateTime> momentOf(const std::string& typed, const char* option, const QTimeZone& zone, bool end) {
    if (typed.empty())
        return QDateTime();
    const QDate day = QDate::fromString(text(typed), Qt::ISODate);
    if (day.isValid())
        return localMoment(end ? day.addDays(1) : day, QTime(0, 0), zone);
    auto instant = parseInstant(text(typed));
    if (!instant)
        return unusable(QStringLiteral("\"%1\" is neither a date nor a time with offset").arg(text(typed)), {},
                        QString::fromLatin1(option));
    return instant;
}

Result<desk::AuditFilter> filterOf(const vault::Vault& vault, const AuditOrder& order) {
    desk::AuditFilter filter;
    if (!order.participant.empty()) {
        SEREIN_TRY(filter.participant, findParticipant(vault, order.participant));
    }
    filter.deviceOnly = order.deviceOnly;
    filter.actor = text(order.actor);
    filter.group = text(order.group);
    SEREIN_TRY(filter.from, momentOf(order.from, "--from", vault.study().zone, false));
    SEREIN_TRY(filter.to, momentOf(order.to, "--to", vault.study().zone, true));
    return filter;
}

/// As they were asked for.
QStringList wordsOf(const AuditOrder& order) {
    QStringList words;
    const auto add = [&](const char* option, const std::string& value) {
        if (!value.empty())
            words.append(QStringLiteral("%1 %2").arg(QLatin1String(option), text(value)));
    };
    add("participant", order.participant);
    add("actor", order.actor);
    add("kind", order.group);
    add("from", order.from);
    add("to", order.to);
    if (order.deviceOnly)
        words.append(QStringLiteral("device"));
    return words;
}

QJsonObject jsonOf(const ledger::AuditLine& line) {
    const ledger::Header& header = line.header;
    return {{QStringLiteral("at"), instantText(header.at)},
            {QStringLiteral("actor"), header.actor},
            {QStringLiteral("role"), header.role},
            {QStringLiteral("device"), idText(header.device)},
            {QStringLiteral("app"), header.app},
            {QStringLiteral("subject"), line.subject},
            {QStringLiteral("sequence"), header.sequence},
            {QStringLiteral("kind"), header.kind},
            {QStringLiteral("group"), line.group},
            {QStringLiteral("what"), line.what},
            {QStringLiteral("reason"), line.reason},
            {QStringLiteral("withheld"), line.withheld}};
}

Result<Output> show(const vault::Vault& vault, const desk::AuditFilter& filter, const AuditOrder& order) {
    SEREIN_TRY(const desk::AuditPage page,
               desk::AuditTrail(vault, text(order.language)).page(filter, {}, std::max(1, order.last)));
    Output output;
    QJsonArray json;
    for (auto line = page.lines.crbegin(); line != page.lines.crend(); ++line) {
        json.append(jsonOf(*line));
        output.lines.append(QStringLiteral("%1  %2 (%3)  %4%5%6")
                                .arg(instantText(line->header.at), line->header.actor, line->header.role,
                                     line->subject.isEmpty() ? QString() : line->subject + QStringLiteral(": "),
                                     line->what,
                                     line->reason.isEmpty() ? QString() : QStringLiteral(" [%1]").arg(line->reason)));
    }
    output.json = json;
    return output;
}

Result<Output> audit(Context& context, const AuditOrder& order) {
    if (order.file.empty() != order.format.empty())
        return unusable(QStringLiteral("-o FILE and --format csv|pdf go together"));
    if (order.file.empty() && !(order.reason.empty() && order.certificates.empty()))
        return unusable(QStringLiteral("--reason and --seal go with -o FILE"));
    SEREIN_TRY(const Clock* const clock, context.clock());
    SEREIN_TRY(const QList<crypto::Certificate> certificates, readCertificates(order.certificates, clock->now()));
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_TRY(const desk::AuditFilter filter, filterOf(*vault, order));
    if (order.file.empty())
        return show(*vault, filter, order);
    SEREIN_TRY(const QList<ledger::AuditLine> lines,
               desk::AuditTrail(*vault, text(order.language), desk::Reader::File).all(filter));
    auto written = exporting::writeAudit(*vault,
                                         {filter.participant, text(order.format), text(order.file),
                                          text(order.language), wordsOf(order), certificates, text(order.reason)},
                                         lines);
    if (!written) {
        for (Fault& fault : written.error().faults)
            if (fault.pointer == QLatin1String("/reason"))
                fault = {QStringLiteral("--reason"), {}, fault.reason};
        return std::unexpected(written.error());
    }
    return Output{QJsonObject{{QStringLiteral("path"), text(order.file)},
                              {QStringLiteral("format"), text(order.format)},
                              {QStringLiteral("events"), written->events},
                              {QStringLiteral("pages"), written->pages}},
                  {QStringLiteral("%1: %2 events").arg(text(order.file)).arg(written->events)}};
}

} // namespace

void addAuditCommand(CLI::App& app, Command& chosen) {
    const auto order = std::make_shared<AuditOrder>();
    CLI::App* const command = app.add_subcommand(
        "audit", "the audit trail, as far as this account may read it: on the terminal, or as a file");
    std::vector<std::string> groups;
    for (const QString& group : desk::eventGroups())
        groups.push_back(group.toStdString());
    command->add_option("--participant", order->participant, "subject id or uuid");
    command->add_flag("--device", order->deviceOnly, "the devices' own events only");
    command->add_option("--actor", order->actor, "account name, or participant");
    command->add_option("--kind", order->group, "a group of events")->check(CLI::IsMember(groups));
    command->add_option("--from", order->from, "a day of the site, or a time with offset");
    command->add_option("--to", order->to, "the last day, or a time with offset that is no longer in it");
    command->add_option("--last", order->last, "how many on the terminal (default 50)");
    command->add_option("--format", order->format, "csv or pdf")->check(CLI::IsMember({"csv", "pdf"}));
    command->add_option("-o,--output", order->file, "the file to write");
    command->add_option("--language", order->language, "of scales and of the pages' own words (default en)");
    command->add_option("--seal", order->certificates, "X.509 certificate to seal to; several may follow");
    command->add_option("--reason", order->reason, "why it leaves the tablet");
    command->callback([&chosen, order] { chosen = [order](Context& context) { return audit(context, *order); }; });
}

} // namespace serein::ctl

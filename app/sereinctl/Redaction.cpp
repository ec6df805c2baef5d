// Free texts of one participant, or of the tablets' own events, and taking out of them who somebody is.
#include "sereinctl/Commands.h"

#include "desk/Redacting.h"

#include <CLI/CLI.hpp>
#include <QJsonArray>
#include <QJsonObject>

namespace serein::ctl {

namespace {

struct RedactOrder {
    std::string participant; ///< empty: the tablets' own events
    std::vector<std::string> events;
    std::string timepoint;
    std::string instrument;
    std::string item;
    int sequence = 1;
    std::string reason;
};

/// Null where nobody is named: the tablets' own events.
Result<QUuid> whose(const vault::Vault& vault, const std::string& named) {
    return named.empty() ? QUuid() : findParticipant(vault, named);
}

Result<Output> texts(Context& context, const std::string& named) {
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_TRY(const QUuid participant, whose(*vault, named));
    SEREIN_TRY(const QList<desk::FreeText> found, desk::Redacting(*vault).texts(participant));
    Output output;
    QJsonArray json;
    for (const desk::FreeText& one : found) {
        json.append(QJsonObject{{QStringLiteral("event"), idText(one.event)},
                                {QStringLiteral("kind"), one.kind},
                                {QStringLiteral("at"), instantText(one.at)},
                                {QStringLiteral("by"), one.by},
                                {QStringLiteral("texts"), QJsonArray::fromStringList(one.texts)}});
        output.lines.append(
            QStringLiteral("%1  %2  %3  %4: %5")
                .arg(idText(one.event), instantText(one.at), one.by, one.kind, one.texts.join(QStringLiteral(" | "))));
    }
    output.json = json;
    return output;
}

Result<QList<QUuid>> eventsOf(desk::Redacting& redacting, const QUuid& participant, const RedactOrder& order) {
    QList<QUuid> events;
    for (const std::string& named : order.events) {
        events.append(QUuid(text(named)));
        if (events.constLast().isNull())
            return unusable(QStringLiteral("not the id of an event"), {}, QStringLiteral("--event"));
    }
    const bool ofAnswer = !order.timepoint.empty() && !order.instrument.empty() && !order.item.empty();
    if (events.isEmpty() == !ofAnswer)
        return unusable(QStringLiteral("either --event, or --timepoint, --instrument and --item"));
    if (ofAnswer)
        return redacting.eventsOf(participant, {text(order.timepoint), text(order.instrument), order.sequence},
                                  text(order.item));
    return events;
}

Result<Output> redact(Context& context, const RedactOrder& order) {
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_TRY(const QUuid participant, whose(*vault, order.participant));
    desk::Redacting redacting(*vault);
    SEREIN_TRY(QList<QUuid> events, eventsOf(redacting, participant, order));
    if (participant.isNull())
        for (const QUuid& named : QList<QUuid>(events)) {
            SEREIN_TRY(const QList<QUuid> repeats, redacting.withRepeats(participant, named));
            for (const QUuid& one : repeats)
                if (!events.contains(one))
                    events.append(one);
        }
    SEREIN_TRY(const bool destroyed, redacting.redact(participant, events, text(order.reason)));
    QJsonArray ids;
    for (const QUuid& event : events)
        ids.append(idText(event));
    Output output{QJsonObject{{QStringLiteral("id"), participant.isNull() ? QString() : idText(participant)},
                              {QStringLiteral("events"), ids},
                              {QStringLiteral("keysDestroyed"), destroyed}},
                  {QStringLiteral("redacted: %1 events").arg(events.size())}};
    if (!destroyed)
        output.lines.append(QStringLiteral("not all had keys of their own: whoever has the database and its keys could "
                                           "still read those bytes; no screen and no export shows them"));
    return output;
}

} // namespace

void addRedactionCommands(CLI::App& group, Command& chosen) {
    const auto named = std::make_shared<std::string>();
    CLI::App* const listing = group.add_subcommand("texts", "every free text of a participant, as it reads");
    listing->add_option("--participant", *named, "subject id or uuid")->required();
    listing->callback([&chosen, named] { chosen = [named](Context& context) { return texts(context, *named); }; });

    const auto order = std::make_shared<RedactOrder>();
    CLI::App* const redacting =
        group.add_subcommand("redact", "take who somebody is out of a note or a free text, for good");
    redacting->add_option("--participant", order->participant, "subject id or uuid")->required();
    redacting->add_option("--event", order->events, "as `participant texts` lists it; may repeat");
    redacting->add_option("--timepoint", order->timepoint, "of the answer");
    redacting->add_option("--instrument", order->instrument, "of the answer");
    redacting->add_option("--item", order->item, "of the answer: it and everything that repeats it");
    redacting->add_option("--sequence", order->sequence, "of the timepoint (default 1)");
    redacting->add_option("--reason", order->reason, "why; without what is to be taken out")->required();
    redacting->callback([&chosen, order] { chosen = [order](Context& context) { return redact(context, *order); }; });
}

void addDeviceRedactionCommands(CLI::App& group, Command& chosen) {
    group.add_subcommand("texts", "every free text of the tablets' own events: reasons of exports, of changed roles …")
        ->callback([&chosen] { chosen = [](Context& context) { return texts(context, {}); }; });

    const auto order = std::make_shared<RedactOrder>();
    CLI::App* const redacting = group.add_subcommand("redact", "take who somebody is out of such a text, for good");
    redacting->add_option("--event", order->events, "as `vault texts` lists it; may repeat")->required();
    redacting->add_option("--reason", order->reason, "why; without what is to be taken out")->required();
    redacting->callback([&chosen, order] { chosen = [order](Context& context) { return redact(context, *order); }; });
}

} // namespace serein::ctl

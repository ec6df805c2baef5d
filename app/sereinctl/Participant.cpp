#include "sereinctl/Commands.h"

#include "desk/Desk.h"

#include <CLI/CLI.hpp>
#include <QJsonArray>
#include <QJsonObject>

namespace serein::ctl {

namespace {

struct EnrolOrder {
    std::string subject;
    std::string language;
    std::string secondIdentifier;
    std::string name;
    std::string phone;
    std::string recordNumber;
};

Result<Output> enrol(Context& context, const EnrolOrder& order) {
    SEREIN_TRY(const auto vault, context.openVault());
    const QString language = order.language.empty() ? vault->study().languages.value(0) : text(order.language);
    SEREIN_TRY(const QUuid id,
               desk::Desk(*vault).enrol({text(order.subject), language, text(order.secondIdentifier), text(order.name),
                                         text(order.phone), text(order.recordNumber)}));
    return Output{QJsonObject{{QStringLiteral("id"), idText(id)}, {QStringLiteral("subject"), text(order.subject)}},
                  {QStringLiteral("enrolled %1").arg(text(order.subject))}};
}

struct AnchorOrder {
    std::string participant;
    std::string anchor;
    std::string time;
    std::string reason;
};

enum class AnchorAction { Set, Move, Correct, Revoke };

Result<void> act(desk::Desk& desk, AnchorAction action, const QUuid& participant, const AnchorOrder& order,
                 const QDateTime& time) {
    const QString anchor = text(order.anchor);
    const QString reason = text(order.reason);
    switch (action) {
    case AnchorAction::Set:
        return desk.setAnchor(participant, anchor, time);
    case AnchorAction::Move:
        return desk.moveAnchor(participant, anchor, time, reason);
    case AnchorAction::Correct:
        return desk.correctAnchor(participant, anchor, time, reason);
    case AnchorAction::Revoke:
        break;
    }
    return desk.revokeAnchor(participant, anchor, reason);
}

Result<Output> changeAnchor(Context& context, AnchorAction action, const AnchorOrder& order) {
    QDateTime time;
    if (action != AnchorAction::Revoke) {
        const auto read = parseInstant(text(order.time));
        if (!read)
            return std::unexpected(read.error().in(QStringLiteral("--time")));
        time = *read;
    }
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_TRY(const QUuid participant, findParticipant(*vault, order.participant));
    desk::Desk desk(*vault);
    SEREIN_CHECK(act(desk, action, participant, order, time));
    const QString shown = time.isValid() ? instantText(time) : QString();
    return Output{
        QJsonObject{{QStringLiteral("id"), idText(participant)},
                    {QStringLiteral("anchor"), text(order.anchor)},
                    {QStringLiteral("at"), time.isValid() ? QJsonValue(shown) : QJsonValue(QJsonValue::Null)}},
        {time.isValid() ? QStringLiteral("%1: %2").arg(text(order.anchor), shown)
                        : QStringLiteral("%1: revoked").arg(text(order.anchor))}};
}

Result<Output> list(Context& context) {
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_CHECK(desk::Desk(*vault).actorFor(account::Action::ReadParticipants));
    SEREIN_TRY(const QList<vault::Summary> everyone, vault->participants());
    Output output;
    QJsonArray json;
    for (const vault::Summary& one : everyone) {
        SEREIN_TRY(const auto state, vault->participant(one.id));
        QJsonObject anchors;
        for (auto it = state->anchors.begin(); it != state->anchors.end(); ++it)
            anchors.insert(it.key(), instantText(it.value()));
        json.append(QJsonObject{{QStringLiteral("id"), idText(one.id)},
                                {QStringLiteral("subject"), one.subject},
                                {QStringLiteral("language"), one.language},
                                {QStringLiteral("synthetic"), one.synthetic},
                                {QStringLiteral("enrolledAt"), instantText(one.enrolledAt)},
                                {QStringLiteral("anchors"), anchors}});
        output.lines.append(QStringLiteral("%1  %2  %3%4")
                                .arg(one.subject, one.language, instantText(one.enrolledAt),
                                     one.synthetic ? QStringLiteral("  (synthetic)") : QString()));
    }
    output.json = json;
    return output;
}

void addAnchorCommand(CLI::App& group, Command& chosen, const char* name, const char* about, AnchorAction action) {
    const auto order = std::make_shared<AnchorOrder>();
    CLI::App* const command = group.add_subcommand(name, about);
    command->add_option("--participant", order->participant, "subject id or uuid")->required();
    command->add_option("--anchor", order->anchor, "anchor of the study")->required();
    if (action != AnchorAction::Revoke)
        command->add_option("--time", order->time, "when it happened or will, e.g. 2026-11-20T14:05+08:00")->required();
    if (action != AnchorAction::Set)
        command->add_option("--reason", order->reason, "why")->required();
    command->callback([&chosen, order, action] {
        chosen = [order, action](Context& context) { return changeAnchor(context, action, *order); };
    });
}

} // namespace

void addParticipantCommands(CLI::App& app, Command& chosen) {
    CLI::App* const group = app.add_subcommand("participant", "participants and the dates their windows hang on");

    const auto order = std::make_shared<EnrolOrder>();
    CLI::App* const enrolling = group->add_subcommand("enrol", "a new participant");
    enrolling->add_option("--subject", order->subject, "study pseudonym")->required();
    enrolling->add_option("--language", order->language, "language of the questions (default: the study's first)");
    enrolling->add_option("--second-identifier", order->secondIdentifier,
                          "what hand-over asks for, as the study names it");
    enrolling->add_option("--name", order->name, "identity: name");
    enrolling->add_option("--phone", order->phone, "identity: telephone");
    enrolling->add_option("--record-number", order->recordNumber, "identity: record number");
    enrolling->callback([&chosen, order] { chosen = [order](Context& context) { return enrol(context, *order); }; });

    CLI::App* const anchors = group->add_subcommand("anchor", "dates of one participant");
    addAnchorCommand(*anchors, chosen, "set", "for the first time", AnchorAction::Set);
    addAnchorCommand(*anchors, chosen, "move", "the event itself was postponed or brought forward", AnchorAction::Move);
    addAnchorCommand(*anchors, chosen, "correct", "it had been mistyped", AnchorAction::Correct);
    addAnchorCommand(*anchors, chosen, "revoke", "it will not happen", AnchorAction::Revoke);

    group->add_subcommand("list", "every participant, without identity")->callback([&chosen] { chosen = list; });
}

} // namespace serein::ctl

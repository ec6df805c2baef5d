#include "sereinctl/Commands.h"

#include "desk/Desk.h"
#include "desk/Planning.h"

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
    std::string site;
    int textPercent = 100;
    std::string consentAt; ///< empty: not yet
    std::string consentBy = "participant";
    std::string consentDocument;
};

Result<Output> enrol(Context& context, const EnrolOrder& order) {
    std::optional<desk::Consent> consent;
    if (!order.consentAt.empty()) {
        const auto at = parseInstant(text(order.consentAt));
        if (!at)
            return std::unexpected(at.error().in(QStringLiteral("--consent-at")));
        consent = desk::Consent{text(order.consentDocument), *at, text(order.consentBy)};
    }
    SEREIN_TRY(const auto vault, context.openVault());
    const QString language = order.language.empty() ? vault->study().languages.value(0) : text(order.language);
    SEREIN_TRY(const QUuid id,
               desk::Enrolling(*vault).enrol({text(order.subject), language, text(order.secondIdentifier),
                                              text(order.name), text(order.phone), text(order.recordNumber),
                                              text(order.site), order.textPercent, consent}));
    return Output{QJsonObject{{QStringLiteral("id"), idText(id)}, {QStringLiteral("subject"), text(order.subject)}},
                  {QStringLiteral("enrolled %1").arg(text(order.subject))}};
}

struct AnchorOrder {
    std::string participant;
    std::string anchor;
    std::string time;
    std::string reason;
};

Result<Output> changeAnchor(Context& context, desk::AnchorAct act, const AnchorOrder& order) {
    QDateTime time;
    if (act != desk::AnchorAct::Revoke) {
        const auto read = parseInstant(text(order.time));
        if (!read)
            return std::unexpected(read.error().in(QStringLiteral("--time")));
        time = *read;
    }
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_TRY(const QUuid participant, findParticipant(*vault, order.participant));
    SEREIN_CHECK(desk::Planning(*vault).change(participant, {text(order.anchor), act, time, text(order.reason)}));
    const QString shown = time.isValid() ? instantText(time) : QString();
    return Output{
        QJsonObject{{QStringLiteral("id"), idText(participant)},
                    {QStringLiteral("anchor"), text(order.anchor)},
                    {QStringLiteral("at"), time.isValid() ? QJsonValue(shown) : QJsonValue(QJsonValue::Null)}},
        {time.isValid() ? QStringLiteral("%1: %2").arg(text(order.anchor), shown)
                        : QStringLiteral("%1: revoked").arg(text(order.anchor))}};
}

struct MissedOrder {
    std::string participant;
    std::string timepoint;
    std::string instrument;
    std::string reason;
    std::string remark;
};

Result<Output> recordMissed(Context& context, const MissedOrder& order) {
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_TRY(const QUuid participant, findParticipant(*vault, order.participant));
    const desk::MissedEntry entry{text(order.timepoint), text(order.instrument), text(order.reason),
                                  text(order.remark)};
    SEREIN_CHECK(desk::Planning(*vault).recordMissed(participant, entry));
    return Output{QJsonObject{{QStringLiteral("id"), idText(participant)},
                              {QStringLiteral("timepoint"), entry.timepoint},
                              {QStringLiteral("instrument"), entry.instrument.isEmpty() ? QJsonValue(QJsonValue::Null)
                                                                                        : QJsonValue(entry.instrument)},
                              {QStringLiteral("reason"), entry.reason}},
                  {QStringLiteral("%1: missed, %2").arg(entry.timepoint, entry.reason)}};
}

Result<Output> listParticipants(Context& context) {
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

void addAnchorCommand(CLI::App& group, Command& chosen, const char* name, const char* about, desk::AnchorAct act) {
    const auto order = std::make_shared<AnchorOrder>();
    CLI::App* const command = group.add_subcommand(name, about);
    command->add_option("--participant", order->participant, "subject id or uuid")->required();
    command->add_option("--anchor", order->anchor, "anchor of the study")->required();
    if (act != desk::AnchorAct::Revoke)
        command->add_option("--time", order->time, "when it happened or will, e.g. 2026-11-20T14:05+08:00")->required();
    if (act != desk::AnchorAct::Set)
        command->add_option("--reason", order->reason, "why")->required();
    command->callback([&chosen, order, act] {
        chosen = [order, act](Context& context) { return changeAnchor(context, act, *order); };
    });
}

void addMissedCommand(CLI::App& group, Command& chosen) {
    const auto order = std::make_shared<MissedOrder>();
    CLI::App* const command = group.add_subcommand("missed", "a timepoint, or one instrument of it, was not asked");
    command->add_option("--participant", order->participant, "subject id or uuid")->required();
    command->add_option("--timepoint", order->timepoint, "timepoint of the study")->required();
    command->add_option("--instrument", order->instrument, "one of them (default: whatever was not begun)");
    std::vector<std::string> reasons;
    for (const QString& reason : desk::missedReasons)
        reasons.push_back(reason.toStdString());
    command->add_option("--reason", order->reason, "why")->required()->check(CLI::IsMember(reasons));
    command->add_option("--remark", order->remark, "in words; required with other");
    command->callback(
        [&chosen, order] { chosen = [order](Context& context) { return recordMissed(context, *order); }; });
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
    enrolling->add_option("--site", order->site, "one of the study's sites, where it has several");
    enrolling->add_option("--text-size", order->textPercent, "of the questions, in percent: 100, 125, 150, 200");
    enrolling->add_option("--consent-at", order->consentAt, "when consent was given, e.g. 2026-11-20T14:05+08:00");
    enrolling->add_option("--consent-by", order->consentBy, "participant or representative");
    enrolling->add_option("--consent-document", order->consentDocument, "version of the form (default: the study's)");
    enrolling->callback([&chosen, order] { chosen = [order](Context& context) { return enrol(context, *order); }; });

    CLI::App* const anchors = group->add_subcommand("anchor", "dates of one participant");
    addAnchorCommand(*anchors, chosen, "set", "for the first time", desk::AnchorAct::Set);
    addAnchorCommand(*anchors, chosen, "move", "the event itself was postponed or brought forward",
                     desk::AnchorAct::Move);
    addAnchorCommand(*anchors, chosen, "correct", "it had been mistyped", desk::AnchorAct::Correct);
    addAnchorCommand(*anchors, chosen, "revoke", "it will not happen", desk::AnchorAct::Revoke);
    addAnchorCommand(*anchors, chosen, "repeat", "it happened again: the study says what follows",
                     desk::AnchorAct::Repeat);
    addMissedCommand(*group, chosen);
    addStandingCommands(*group, chosen);
    addRedactionCommands(*group, chosen);
    addShowCommand(*group, chosen);

    group->add_subcommand("list", "every participant, without identity")->callback([&chosen] {
        chosen = listParticipants;
    });
}

} // namespace serein::ctl

// Where a participant stands: consent, and withdrawal by degrees.
#include "sereinctl/Commands.h"

#include "desk/Enrolling.h"
#include "desk/Standing.h"

#include <CLI/CLI.hpp>
#include <QJsonArray>
#include <QJsonObject>

namespace serein::ctl {

namespace {

std::vector<std::string> words(const QStringList& known) {
    std::vector<std::string> all;
    for (const QString& one : known)
        all.push_back(one.toStdString());
    return all;
}

struct ConsentOrder {
    std::string participant;
    std::string at;
    std::string by = "participant";
    std::string document;
};

Result<Output> consent(Context& context, const ConsentOrder& order) {
    const auto at = parseInstant(text(order.at));
    if (!at)
        return std::unexpected(at.error().in(QStringLiteral("--time")));
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_TRY(const QUuid participant, findParticipant(*vault, order.participant));
    SEREIN_CHECK(desk::Enrolling(*vault).consent(participant, {text(order.document), *at, text(order.by)}));
    SEREIN_TRY(const auto state, vault->participant(participant));
    const ledger::ConsentState& given = state->consents.constLast();
    return Output{QJsonObject{{QStringLiteral("id"), idText(participant)},
                              {QStringLiteral("document"), given.document},
                              {QStringLiteral("at"), instantText(given.at)},
                              {QStringLiteral("by"), given.by},
                              {QStringLiteral("occasion"), given.occasion}},
                  {QStringLiteral("%1: consent to %2, %3").arg(state->subject, given.document, instantText(given.at))}};
}

struct WithdrawOrder {
    std::string participant;
    std::vector<std::string> from;
    std::string by;
    std::string reason;
    std::string identity = "kept";
    std::string confirmation;
};

Result<Output> withdraw(Context& context, const WithdrawOrder& order) {
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_TRY(const QUuid participant, findParticipant(*vault, order.participant));
    QStringList from;
    for (const std::string& degree : order.from)
        from.append(text(degree));
    SEREIN_CHECK(desk::Standing(*vault).withdraw(
        participant, {from, text(order.by), text(order.reason), text(order.identity), text(order.confirmation)}));
    SEREIN_TRY(const auto state, vault->participant(participant));
    return Output{
        QJsonObject{{QStringLiteral("id"), idText(participant)},
                    {QStringLiteral("from"), QJsonArray::fromStringList(state->withdrawn->from())},
                    {QStringLiteral("identity"), state->withdrawn->identity}},
        {QStringLiteral("%1: withdrawn from %2, identity %3")
             .arg(state->subject, state->withdrawn->from().join(QStringLiteral(", ")), state->withdrawn->identity)}};
}

} // namespace

void addStandingCommands(CLI::App& group, Command& chosen) {
    const auto given = std::make_shared<ConsentOrder>();
    CLI::App* const consenting = group.add_subcommand("consent", "consent, or consent anew where the study asks");
    consenting->add_option("--participant", given->participant, "subject id or uuid")->required();
    consenting->add_option("--time", given->at, "when it was given, e.g. 2026-11-20T14:05+08:00")->required();
    consenting->add_option("--by", given->by, "who gave it")->check(CLI::IsMember(words(desk::consentGivers)));
    consenting->add_option("--document", given->document, "version of the form (default: the study's)");
    consenting->callback([&chosen, given] { chosen = [given](Context& context) { return consent(context, *given); }; });

    const auto order = std::make_shared<WithdrawOrder>();
    CLI::App* const withdrawing =
        group.add_subcommand("withdraw", "ends the study drug, questionnaires, calls, records");
    withdrawing->add_option("--participant", order->participant, "subject id or uuid")->required();
    withdrawing->add_option("--from", order->from, "what ends")
        ->delimiter(',')
        ->check(CLI::IsMember(words(desk::withdrawalDegrees)));
    withdrawing->add_option("--by", order->by, "who decided")
        ->required()
        ->check(CLI::IsMember(words(desk::withdrawers)));
    withdrawing->add_option("--reason", order->reason, "why; may be left out");
    withdrawing->add_option("--identity", order->identity, "kept, or destroyed for good")
        ->check(CLI::IsMember({"kept", "destroyed"}));
    withdrawing->add_option("--confirm", order->confirmation, "the subject id once more, where identity is destroyed");
    withdrawing->callback(
        [&chosen, order] { chosen = [order](Context& context) { return withdraw(context, *order); }; });
}

} // namespace serein::ctl

#include "sereinctl/Commands.h"

#include "core/Json.h"
#include "desk/Desk.h"

#include <CLI/CLI.hpp>
#include <QJsonArray>
#include <QJsonObject>

namespace serein::ctl {

namespace {

struct RecordOrder {
    std::string participant;
    std::string timepoint;
    std::string instrument;
    std::string answers;
    std::string secondEntry;
    std::string mode;
    std::string language;
    std::string filledIn;
    std::string reason;
    int sequence = 0;
};

Result<instrument::Answers> enteredAnswers(const instrument::Instrument& instrument, const std::string& file) {
    SEREIN_TRY(const QJsonValue json, readAnswersFile(file));
    return readAnswers(instrument, json, text(file));
}

Result<Output> record(Context& context, const RecordOrder& order) {
    SEREIN_TRY(const auto vault, context.openVault());
    const QString id = text(order.instrument);
    const instrument::Instrument* const instrument = vault->library().instrument(id);
    if (instrument == nullptr)
        return unusable(QStringLiteral("the study has no instrument \"%1\"").arg(id), {},
                        QStringLiteral("--instrument"));
    SEREIN_TRY(const instrument::Answers answers, enteredAnswers(*instrument, order.answers));
    std::optional<instrument::Answers> second;
    if (!order.secondEntry.empty()) {
        SEREIN_TRY(second, enteredAnswers(*instrument, order.secondEntry));
        if (const auto agreed = desk::agree(answers, *second); !agreed)
            return std::unexpected(agreed.error().in(text(order.secondEntry)));
    }
    SEREIN_TRY(const QUuid participant, findParticipant(*vault, order.participant));
    SEREIN_TRY(const auto before, vault->participant(participant));
    const int sequence = order.sequence == 0 ? before->sequenceOf(text(order.timepoint)) : order.sequence;
    const QString language = order.language.empty() ? before->language : text(order.language);
    SEREIN_TRY(const auto scores,
               desk::Desk(*vault).record({participant, text(order.timepoint), id, sequence, text(order.mode), answers,
                                          language, second, text(order.filledIn), text(order.reason)}));
    Output output{QJsonObject{{QStringLiteral("participant"), before->subject},
                              {QStringLiteral("timepoint"), text(order.timepoint)},
                              {QStringLiteral("instrument"), id},
                              {QStringLiteral("sequence"), sequence},
                              {QStringLiteral("version"), instrument->version},
                              {QStringLiteral("scores"), instrument::scoresToJson(scores)}},
                  {QStringLiteral("recorded %1 at %2 for %3").arg(id, text(order.timepoint), before->subject)}};
    for (auto it = scores.begin(); it != scores.end(); ++it)
        output.lines.append(QStringLiteral("%1  %2").arg(
            it.key(), QString::fromUtf8(canonicalJson(instrument::scoreToJson(it.value())))));
    return output;
}

Result<Output> worklist(Context& context) {
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_TRY(const QList<desk::WorkItem> items, desk::Desk(*vault).worklist());
    Output output;
    QJsonArray json;
    for (const desk::WorkItem& item : items) {
        json.append(QJsonObject{{QStringLiteral("id"), idText(item.participant)},
                                {QStringLiteral("subject"), item.subject},
                                {QStringLiteral("timepoint"), item.timepoint},
                                {QStringLiteral("state"), desk::workStateText(item.state)},
                                {QStringLiteral("opensAt"), instantJson(item.planned.opensAt)},
                                {QStringLiteral("closesAt"), instantJson(item.planned.closesAt)},
                                {QStringLiteral("instrumentsDone"), item.instrumentsDone},
                                {QStringLiteral("instrumentCount"), item.instrumentCount}});
        output.lines.append(QStringLiteral("%1  %2  %3  %4/%5%6")
                                .arg(item.subject, item.timepoint, desk::workStateText(item.state))
                                .arg(item.instrumentsDone)
                                .arg(item.instrumentCount)
                                .arg(item.planned.scheduled ? QStringLiteral("  %1 to %2")
                                                                  .arg(instantText(item.planned.opensAt),
                                                                       instantText(item.planned.closesAt))
                                                            : QString()));
    }
    output.json = json;
    return output;
}

} // namespace

void addRecordCommands(CLI::App& app, Command& chosen) {
    const auto order = std::make_shared<RecordOrder>();
    CLI::App* const recording = app.add_subcommand(
        "record", "enter one whole assessment from paper, interview or telephone, or a form of staff's own");
    recording->add_option("--participant", order->participant, "subject id or uuid")->required();
    recording->add_option("--timepoint", order->timepoint, "timepoint of the study")->required();
    recording->add_option("--instrument", order->instrument, "instrument of that timepoint")->required();
    recording->add_option("--answers", order->answers, "JSON file: one object by item id; - is stdin")->required();
    recording->add_option("--second-entry", order->secondEntry,
                          "the same sheet, entered a second time (required for paper)");
    recording->add_option("--filled-in", order->filledIn,
                          "when it was answered, a date or e.g. 2026-11-20T14:05+08:00");
    recording->add_option("--reason", order->reason, "why outside its window; required there");
    recording->add_option("--mode", order->mode, "how the answers were given")
        ->required()
        ->check(CLI::IsMember({"paper", "interview", "telephone", "staff"}));
    recording->add_option("--sequence", order->sequence, "which repetition of the timepoint (default: the present one)")
        ->check(CLI::PositiveNumber);
    recording->add_option("--language", order->language, "language asked in (default: the participant's)");
    recording->callback([&chosen, order] { chosen = [order](Context& context) { return record(context, *order); }; });

    app.add_subcommand("worklist", "what is due, overdue, upcoming and done")->callback([&chosen] {
        chosen = worklist;
    });
}

} // namespace serein::ctl

// One participant's record as it stands: what the pages show, as one JSON value.
#include "sereinctl/Commands.h"

#include "core/Json.h"
#include "desk/Desk.h"

#include <CLI/CLI.hpp>
#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

namespace serein::ctl {

namespace {

QJsonObject keyed(const ledger::AssessmentKey& key, QJsonObject json) {
    json.insert(QStringLiteral("timepoint"), key.timepoint);
    json.insert(QStringLiteral("instrument"), key.instrument);
    json.insert(QStringLiteral("sequence"), key.sequence);
    return json;
}

QJsonObject remarkJson(const ledger::Remark& remark) {
    return {{QStringLiteral("text"), remark.text},
            {QStringLiteral("at"), instantJson(remark.at)},
            {QStringLiteral("by"), remark.by}};
}

/// What one may see of the record, in the words of the ledger.
class Shown {
public:
    Shown(const vault::Vault& vault, const ledger::ParticipantState& state) : m_vault(vault), m_state(state) {}

    [[nodiscard]] QJsonObject record(const QList<desk::WorkItem>& work) const {
        QJsonObject anchors;
        for (auto anchor = m_state.anchors.begin(); anchor != m_state.anchors.end(); ++anchor)
            anchors.insert(anchor.key(), instantText(*anchor));
        return {{QStringLiteral("id"), idText(m_state.id)},
                {QStringLiteral("subject"), m_state.subject},
                {QStringLiteral("study"), m_state.study},
                {QStringLiteral("language"), m_state.language},
                {QStringLiteral("site"), m_state.site},
                {QStringLiteral("synthetic"), m_state.synthetic},
                {QStringLiteral("enrolledAt"), instantJson(m_state.enrolledAt)},
                {QStringLiteral("anchors"), anchors},
                {QStringLiteral("consents"), consents()},
                {QStringLiteral("withdrawnFrom"),
                 QJsonArray::fromStringList(m_state.withdrawn ? m_state.withdrawn->from() : QStringList())},
                {QStringLiteral("plan"), plan(work)},
                {QStringLiteral("assessments"), assessments()},
                {QStringLiteral("missed"), missed()},
                {QStringLiteral("alerts"), alerts()},
                {QStringLiteral("queries"), queries()},
                {QStringLiteral("signatures"), signatures()},
                {QStringLiteral("dataState"), m_state.dataState}};
    }

private:
    [[nodiscard]] bool sees(const ledger::AssessmentKey& key) const {
        const ledger::AssessmentState* const assessment = m_state.assessment(key);
        return key.instrument.isEmpty() || (assessment != nullptr && desk::sees(m_vault, m_state, *assessment));
    }
    [[nodiscard]] QJsonArray consents() const {
        QJsonArray json;
        for (const ledger::ConsentState& one : m_state.consents)
            json.append(QJsonObject{{QStringLiteral("document"), one.document},
                                    {QStringLiteral("at"), instantJson(one.at)},
                                    {QStringLiteral("by"), one.by},
                                    {QStringLiteral("occasion"), one.occasion}});
        return json;
    }
    [[nodiscard]] QJsonArray plan(QList<desk::WorkItem> work) const {
        QJsonArray json;
        work.removeIf([this](const desk::WorkItem& item) { return item.participant != m_state.id; });
        std::ranges::sort(work, {},
                          [](const desk::WorkItem& item) { return std::pair(item.planned.opensAt, item.timepoint); });
        for (const desk::WorkItem& item : std::as_const(work))
            json.append(QJsonObject{{QStringLiteral("timepoint"), item.timepoint},
                                    {QStringLiteral("state"), desk::workStateText(item.state)},
                                    {QStringLiteral("opensAt"), instantJson(item.planned.opensAt)},
                                    {QStringLiteral("closesAt"), instantJson(item.planned.closesAt)},
                                    {QStringLiteral("instrumentsDone"), item.instrumentsDone},
                                    {QStringLiteral("instrumentCount"), item.instrumentCount}});
        return json;
    }
    [[nodiscard]] QJsonArray assessments() const {
        QJsonArray json;
        for (const ledger::AssessmentState& one : m_state.assessments)
            if (desk::sees(m_vault, m_state, one))
                json.append(keyed(one.key, ledger::assessmentToJson(one)));
        return json;
    }
    [[nodiscard]] QJsonArray missed() const {
        QJsonArray json;
        for (auto one = m_state.missed.begin(); one != m_state.missed.end(); ++one)
            json.append(keyed(one.key(), {{QStringLiteral("reason"), one->reason},
                                          {QStringLiteral("remark"), remarkJson(one->remark)}}));
        return json;
    }
    [[nodiscard]] QJsonArray alerts() const {
        QJsonArray json;
        for (const ledger::AlertState& one : m_state.alerts)
            if (sees(one.assessment))
                json.append(keyed(one.assessment, {{QStringLiteral("rule"), one.rule},
                                                   {QStringLiteral("item"), one.item},
                                                   {QStringLiteral("raisedAt"), instantJson(one.raisedAt)},
                                                   {QStringLiteral("acknowledgedAt"), instantJson(one.acknowledgedAt)},
                                                   {QStringLiteral("acknowledgedBy"), one.acknowledgedBy},
                                                   {QStringLiteral("action"), one.action},
                                                   {QStringLiteral("closedAt"), instantJson(one.closedAt)},
                                                   {QStringLiteral("outcome"), one.outcome}}));
        return json;
    }
    [[nodiscard]] QJsonArray queries() const {
        QJsonArray json;
        for (const ledger::QueryState& one : m_state.queries)
            if (sees(one.assessment))
                json.append(keyed(one.assessment, {{QStringLiteral("item"), one.item},
                                                   {QStringLiteral("text"), one.text},
                                                   {QStringLiteral("raisedBy"), one.raisedBy},
                                                   {QStringLiteral("answer"), one.answer},
                                                   {QStringLiteral("closedAt"), instantJson(one.closedAt)}}));
        return json;
    }
    [[nodiscard]] QJsonArray signatures() const {
        QJsonArray json;
        for (const ledger::SignatureState& one : m_state.signatures)
            if (sees(one.assessment))
                json.append(keyed(one.assessment, {{QStringLiteral("meaning"), one.meaning},
                                                   {QStringLiteral("at"), instantJson(one.at)},
                                                   {QStringLiteral("by"), one.by},
                                                   {QStringLiteral("brokenAt"), instantJson(one.brokenAt)}}));
        return json;
    }

    const vault::Vault& m_vault;
    const ledger::ParticipantState& m_state;
};

/// A line for each score, so that a person can read it too.
QStringList linesOf(const QJsonObject& record) {
    QStringList lines{QStringLiteral("%1  enrolled %2")
                          .arg(record.value(QLatin1String("subject")).toString(),
                               record.value(QLatin1String("enrolledAt")).toString())};
    for (const auto& one : record.value(QLatin1String("assessments")).toArray()) {
        const QJsonObject assessment = one.toObject();
        lines.append(QStringLiteral("%1  %2  %3  %4")
                         .arg(assessment.value(QLatin1String("timepoint")).toString(),
                              assessment.value(QLatin1String("instrument")).toString(),
                              assessment.value(QLatin1String("status")).toString(),
                              QString::fromUtf8(canonicalJson(assessment.value(QLatin1String("scores"))))));
    }
    return lines;
}

Result<Output> show(Context& context, const std::string& named) {
    SEREIN_TRY(const auto vault, context.openVault());
    SEREIN_TRY([[maybe_unused]] const vault::Actor actor, desk::actorFor(*vault, account::Action::ReadParticipants));
    SEREIN_TRY(const QUuid id, findParticipant(*vault, named));
    SEREIN_TRY(const auto state, vault->participant(id));
    SEREIN_TRY(const QList<desk::WorkItem> work, desk::Desk(*vault).worklist());
    const QJsonObject record = Shown(*vault, *state).record(work);
    return Output{record, linesOf(record)};
}

} // namespace

void addShowCommand(CLI::App& group, Command& chosen) {
    const auto named = std::make_shared<std::string>();
    CLI::App* const showing = group.add_subcommand("show", "one participant's record, as far as this account may read");
    showing->add_option("--participant", *named, "subject id or uuid")->required();
    showing->callback([&chosen, named] { chosen = [named](Context& context) { return show(context, *named); }; });
}

} // namespace serein::ctl

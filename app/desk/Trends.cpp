#include "desk/Trends.h"

#include "desk/Gate.h"

#include <algorithm>

namespace serein::desk {

namespace {

/// What was submitted, or broken off: an open assessment has no score yet.
const ledger::AssessmentState* scored(const vault::Vault& vault, const ledger::ParticipantState& participant,
                                      const ledger::AssessmentKey& key) {
    const ledger::AssessmentState* assessment = participant.assessment(key);
    return assessment != nullptr && assessment->status != ledger::AssessmentStatus::Open &&
                   sees(vault, participant, *assessment)
               ? assessment
               : nullptr;
}

std::optional<Decimal> numberOf(const ledger::AssessmentState* assessment, const QString& score) {
    if (assessment == nullptr)
        return std::nullopt;
    const instrument::ScoreValue value = scoreFrom(assessment->scores.value(score));
    const auto* number = std::get_if<Decimal>(&value.value);
    return number != nullptr ? std::optional(*number) : std::nullopt;
}

QList<ledger::AssessmentKey> askings(const study::Study& study, const ledger::ParticipantState& participant,
                                     const QString& instrument) {
    QList<ledger::AssessmentKey> all;
    int most = 1;
    for (const study::Timepoint& timepoint : study.timepoints)
        most = std::max(most, participant.sequenceOf(timepoint.id));
    for (int sequence = 1; sequence <= most; ++sequence)
        for (const study::Timepoint& timepoint : study.timepoints)
            if (timepoint.battery.contains(instrument) && sequence <= participant.sequenceOf(timepoint.id))
                all.append({timepoint.id, instrument, sequence});
    return all;
}

QStringList instrumentsOf(const study::Study& study) {
    QStringList all;
    for (const study::Timepoint& timepoint : study.timepoints)
        all += timepoint.battery;
    all.removeDuplicates();
    return all;
}

study::ScoreTable scoresNow(const vault::Vault& vault, const study::Study& study,
                            const ledger::ParticipantState& participant) {
    study::ScoreTable table;
    for (const study::Timepoint& timepoint : study.timepoints)
        for (const QString& instrument : timepoint.battery) {
            const auto* assessment =
                scored(vault, participant, {timepoint.id, instrument, participant.sequenceOf(timepoint.id)});
            if (assessment == nullptr)
                continue;
            for (auto it = assessment->scores.begin(); it != assessment->scores.end(); ++it)
                table[timepoint.id][instrument].insert(it.key(), scoreFrom(*it));
        }
    return table;
}

QList<MissingScore> missingFor(const study::Endpoint& endpoint, const study::EndpointResult& result,
                               const study::ScoreTable& scores) {
    QList<MissingScore> missing;
    if (result.overall != study::Ternary::Unknown)
        return missing;
    for (const QString& timepoint : endpoint.timepoints) {
        if (result.byTimepoint.value(timepoint) != study::Ternary::Unknown)
            continue;
        const auto asked = scores.value(timepoint);
        for (const study::Criterion& criterion : endpoint.criteria) {
            const MissingScore one{timepoint, criterion.instrument, criterion.score};
            if (study::holds(criterion, asked.value(criterion.instrument).value(criterion.score)) ==
                    study::Ternary::Unknown &&
                !missing.contains(one))
                missing.append(one);
        }
    }
    return missing;
}

} // namespace

bool hidesTrends(const vault::Vault& vault, const study::Study& study) {
    return std::ranges::any_of(vault.user().roles,
                               [&](account::Role role) { return study.hidesTrends.contains(account::roleText(role)); });
}

bool isKeptFrom(const vault::Vault& vault, const ledger::ParticipantState& participant,
                const instrument::Instrument* instrument) {
    return instrument != nullptr && instrument->dataClass == QLatin1String("unblinding") &&
           !seesUnblinding(vault, participant);
}

QList<Trend> trendsOf(const vault::Vault& vault, const vault::Protocol& protocol,
                      const ledger::ParticipantState& participant) {
    QList<Trend> trends;
    if (hidesTrends(vault, protocol.study))
        return trends;
    for (const QString& id : instrumentsOf(protocol.study)) {
        const instrument::Instrument* known = protocol.library.instrument(id);
        const QList<ledger::AssessmentKey> keys = askings(protocol.study, participant, id);
        if (known == nullptr || keys.size() < 2 || isKeptFrom(vault, participant, known))
            continue;
        for (const instrument::Score& score : known->scores) {
            if (score.isBoolean || score.isFlag)
                continue;
            Trend trend{id, score.id, protocol.study.profiles.value(id, known->defaultProfile), {}};
            for (const ledger::AssessmentKey& key : keys)
                trend.points.append({key.timepoint, key.sequence, numberOf(scored(vault, participant, key), score.id)});
            trends.append(trend);
        }
    }
    return trends;
}

QList<Judged> endpointsOf(const vault::Vault& vault, const vault::Protocol& protocol,
                          const ledger::ParticipantState& participant) {
    QList<Judged> all;
    if (hidesTrends(vault, protocol.study))
        return all;
    const study::ScoreTable scores = scoresNow(vault, protocol.study, participant);
    for (const study::Endpoint& endpoint : protocol.study.endpoints) {
        if (std::ranges::any_of(endpoint.criteria, [&](const study::Criterion& criterion) {
                return isKeptFrom(vault, participant, protocol.library.instrument(criterion.instrument));
            }))
            continue;
        const study::EndpointResult result = study::evaluate(endpoint, scores);
        all.append({endpoint.id, result, missingFor(endpoint, result, scores)});
    }
    return all;
}

} // namespace serein::desk

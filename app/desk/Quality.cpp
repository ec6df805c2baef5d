#include "desk/Quality.h"

#include "instrument/Scoring.h"

#include <algorithm>

namespace serein::desk {

namespace {

instrument::Answers allAt(const QStringList& items, const Decimal& value) {
    instrument::Answers answers;
    for (const QString& id : items)
        answers.insert(id, instrument::AnswerValue(value));
    return answers;
}

std::optional<Decimal> numberOf(const instrument::ScoreValue& score) {
    const auto* number = std::get_if<Decimal>(&score.value);
    return number ? std::optional(*number) : std::nullopt;
}

/// Which way each question turns a score when its answer goes from the lowest to the highest choice, worked out by
/// scoring: 1, -1, or 0 where it has no part in it.
bool turnsBothWays(const instrument::Instrument& instrument, const QString& profile, const QStringList& items,
                   const Decimal& low, const Decimal& high) {
    const instrument::Answers lowest = allAt(items, low);
    const auto base = instrument::score(instrument, lowest, {profile, true});
    QMap<QString, QSet<int>> ways;
    for (const QString& id : items) {
        instrument::Answers turned = lowest;
        turned.insert(id, instrument::AnswerValue(high));
        const auto scores = instrument::score(instrument, turned, {profile, true});
        for (auto it = scores.begin(); it != scores.end(); ++it) {
            const auto before = numberOf(base.value(it.key()));
            const auto after = numberOf(*it);
            if (before && after && *before != *after)
                ways[it.key()].insert(*after > *before ? 1 : -1);
        }
    }
    return std::ranges::any_of(ways, [](const QSet<int>& way) { return way.size() == 2; });
}

int longestRun(const QStringList& items, const instrument::Answers& answers) {
    int longest = 0;
    int run = 0;
    const instrument::Answer* before = nullptr;
    for (const QString& id : items) {
        const auto answer = answers.constFind(id);
        if (answer == answers.constEnd() || !instrument::isAnswered(*answer)) {
            before = nullptr;
            run = 0;
            continue;
        }
        run = before && *before == *answer ? run + 1 : 1;
        before = &*answer;
        longest = std::max(longest, run);
    }
    return longest;
}

std::optional<QualityFlag> pace(const ledger::AssessmentState& assessment) {
    QList<qint64> times;
    for (const ledger::AnswerState& answer : assessment.answers)
        if (answer.responseMs >= 0 && !answer.value.isNull())
            times.append(answer.responseMs);
    if (times.size() < fewestForPace)
        return std::nullopt;
    std::ranges::sort(times);
    const qsizetype middle = times.size() / 2;
    const qint64 median = times.size() % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2;
    if (median >= quickMs)
        return std::nullopt;
    return QualityFlag{QualityMark::Quick, static_cast<int>(times.size()), 0, median};
}

} // namespace

QList<QStringList> groupsKeyedBothWays(const instrument::Instrument& instrument, const QString& profile) {
    QMap<QString, QStringList> lists;
    for (const instrument::Item& item : instrument.items)
        if (item.type == instrument::ItemType::Choice && item.choices.size() > 1)
            lists[item.choiceList].append(item.id);
    QList<QStringList> groups;
    for (const QStringList& items : std::as_const(lists)) {
        if (items.size() < fewestForRuns)
            continue;
        const auto [low, high] = std::ranges::minmax(instrument.item(items.constFirst())->choices, {},
                                                     [](const instrument::Choice& choice) { return choice.value; });
        if (turnsBothWays(instrument, profile, items, low.value, high.value))
            groups.append(items);
    }
    return groups;
}

QList<QualityFlag> qualityOf(const instrument::Instrument& instrument, const ledger::AssessmentState& assessment,
                             const instrument::Answers& answers, study::Punctuality punctuality) {
    QList<QualityFlag> flags;
    if (punctuality == study::Punctuality::Early || punctuality == study::Punctuality::Late)
        flags.append({QualityMark::OutOfWindow, 0, 0, -1, study::punctualityText(punctuality)});
    if (assessment.status == ledger::AssessmentStatus::Open)
        return flags;
    for (const QStringList& items : groupsKeyedBothWays(instrument, assessment.profile)) {
        const int run = longestRun(items, answers);
        if (qsizetype(run) * halves >= items.size())
            flags.append({QualityMark::SameAnswer, run, static_cast<int>(items.size())});
    }
    if (const auto quick = pace(assessment))
        flags.append(*quick);
    for (const QString& check : assessment.keptChecks)
        flags.append({QualityMark::CheckKept, 0, 0, -1, check});
    int asked = 0;
    int missing = 0;
    for (const QString& id : instrument::visibleItems(instrument, answers, assessment.profile)) {
        const instrument::Item& item = *instrument.item(id);
        if (!item.asks() || item.optional)
            continue;
        ++asked;
        missing += instrument::isAnswered(answers.value(id)) ? 0 : 1;
    }
    if (missing > 0)
        flags.append({QualityMark::Missing, missing, asked});
    return flags;
}

} // namespace serein::desk

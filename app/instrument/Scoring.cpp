#include "instrument/Scoring.h"
#include "instrument/Evaluation.h"

namespace serein::instrument {

namespace {

Decimal rounded(const Decimal& value, Rounding rounding) {
    if (rounding == Rounding::HalfUp)
        return value.roundedHalfUp();
    return rounding == Rounding::Floor ? value.floored() : value;
}

/// The published rule for missing items: sum of the answered × items ÷ answered (a mean: of the answered). The tree is
/// a plain sum or mean of items (the loader proves it).
std::optional<Decimal> prorated(const Score& score, Evaluation& evaluation) {
    const Expression& tree = *score.expression;
    Decimal total;
    int answered = 0;
    for (const ExpressionPtr& part : tree.parts) {
        const Value value = evaluation.value(*part);
        if (const auto* number = std::get_if<Decimal>(&value)) {
            total = total + *number;
            ++answered;
        }
    }
    const int asked = static_cast<int>(tree.parts.size());
    if (answered == 0 || asked - answered > score.proration->maxMissing)
        return std::nullopt;
    const Decimal mean = total / Decimal(answered);
    return rounded(tree.op == Op::Mean ? mean : mean * Decimal(asked), score.proration->rounding);
}

QString bandOf(const Score& score, const Decimal& value, const QString& profile) {
    QString found;
    if (!score.bands.isEmpty())
        for (const Band& band : score.bandsFor(profile))
            if (band.from <= value)
                found = band.id;
    return found;
}

ScoreValue scored(const Score& score, Evaluation& evaluation, bool prorate) {
    ScoreValue result;
    result.value = evaluation.scoreValue(score);
    if (!std::holds_alternative<std::monostate>(result.value))
        result.status = ScoreStatus::Complete;
    else if (const auto estimate = prorate && score.proration ? prorated(score, evaluation) : std::nullopt) {
        result.value = *estimate;
        result.status = ScoreStatus::Prorated;
    }
    if (const auto* number = std::get_if<Decimal>(&result.value))
        result.band = bandOf(score, *number, evaluation.profile());
    return result;
}

} // namespace

QStringList visibleItems(const Instrument& instrument, const Answers& answers, const QString& profile) {
    const Evaluation evaluation(instrument, answers, profile);
    QStringList visible;
    for (const Item& item : instrument.items)
        if (!evaluation.isHidden(item.id))
            visible.append(item.id);
    return visible;
}

QMap<QString, ScoreValue> score(const Instrument& instrument, const Answers& answers, const ScoringOptions& options) {
    Evaluation evaluation(instrument, answers, options.profile);
    QMap<QString, ScoreValue> scores;
    for (const Score& score : instrument.scores)
        scores.insert(score.id, scored(score, evaluation, options.prorate));
    return scores;
}

QJsonObject scoreToJson(const ScoreValue& value) {
    QJsonObject object{{QStringLiteral("value"), QJsonValue::Null},
                       {QStringLiteral("status"), statusText(value.status)}};
    if (const auto* number = std::get_if<Decimal>(&value.value))
        object.insert(QStringLiteral("value"), number->toJson());
    else if (const auto* truth = std::get_if<bool>(&value.value))
        object.insert(QStringLiteral("value"), *truth);
    if (!value.band.isEmpty())
        object.insert(QStringLiteral("band"), value.band);
    return object;
}

QJsonObject scoresToJson(const QMap<QString, ScoreValue>& values) {
    QJsonObject json;
    for (auto it = values.begin(); it != values.end(); ++it)
        json.insert(it.key(), scoreToJson(*it));
    return json;
}

QString statusText(ScoreStatus status) {
    switch (status) {
    case ScoreStatus::Complete:
        return QStringLiteral("complete");
    case ScoreStatus::Prorated:
        return QStringLiteral("prorated");
    case ScoreStatus::Missing:
        break;
    }
    return QStringLiteral("missing");
}

QStringList alertsOnAnswer(const Instrument& instrument, const Answers& answers, const QString& item,
                           const QString& profile) {
    Evaluation evaluation(instrument, answers, profile);
    QStringList fired;
    for (const AlertRule& rule : instrument.alerts)
        if (rule.item == item && !evaluation.isHidden(item) && evaluation.value(*rule.when) == Value(true))
            fired.append(rule.id);
    return fired;
}

QStringList alertsOnUnanswered(const Instrument& instrument, const Answers& answers, const QString& profile) {
    const Evaluation evaluation(instrument, answers, profile);
    QStringList fired;
    for (const AlertRule& rule : instrument.alerts)
        if (rule.whenUnanswered && !evaluation.isHidden(rule.item) && !isAnswered(answers.value(rule.item)))
            fired.append(rule.id);
    return fired;
}

} // namespace serein::instrument

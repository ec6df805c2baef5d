#include "study/Schedule.h"

namespace serein::study {

namespace {

Ternary ternary(bool value) {
    return value ? Ternary::Yes : Ternary::No;
}

/// Kleene's strong logic: one No settles "all", one Yes settles "any", whatever is missing beside it.
Ternary joined(const QList<Ternary>& parts, bool all) {
    if (parts.isEmpty())
        return Ternary::Unknown;
    const Ternary settles = ternary(!all);
    if (parts.contains(settles))
        return settles;
    return parts.contains(Ternary::Unknown) ? Ternary::Unknown : ternary(all);
}

} // namespace

Ternary holds(const Criterion& criterion, const instrument::ScoreValue& score) {
    Decimal value;
    if (const auto* number = std::get_if<Decimal>(&score.value))
        value = *number;
    else if (const auto* truth = std::get_if<bool>(&score.value))
        value = Decimal(*truth ? 1 : 0);
    else
        return Ternary::Unknown;
    switch (criterion.op) {
    case Operator::Ge:
        return ternary(value >= criterion.cut);
    case Operator::Gt:
        return ternary(value > criterion.cut);
    case Operator::Le:
        return ternary(value <= criterion.cut);
    case Operator::Lt:
        return ternary(value < criterion.cut);
    }
    return Ternary::Unknown;
}

EndpointResult evaluate(const Endpoint& endpoint, const ScoreTable& scores) {
    EndpointResult result;
    for (const QString& timepoint : endpoint.timepoints) {
        const auto asked = scores.value(timepoint);
        QList<Ternary> parts;
        for (const Criterion& criterion : endpoint.criteria)
            parts += holds(criterion, asked.value(criterion.instrument).value(criterion.score));
        result.byTimepoint.insert(timepoint, joined(parts, endpoint.joinAll));
    }
    result.overall = joined(result.byTimepoint.values(), endpoint.eachNight);
    return result;
}

QString ternaryText(Ternary value) {
    switch (value) {
    case Ternary::No:
        return QStringLiteral("no");
    case Ternary::Yes:
        return QStringLiteral("yes");
    case Ternary::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

} // namespace serein::study

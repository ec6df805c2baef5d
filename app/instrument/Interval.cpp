#include "instrument/Expressions.h"

#include <algorithm>

namespace serein::instrument {

namespace {

Interval exactly(const Decimal& value) {
    return {value, value};
}

/// One side of an interval pushed through a monotone function; infinity stays infinity.
template<class Function> std::optional<Decimal> through(const std::optional<Decimal>& bound, Function function) {
    return bound ? std::optional<Decimal>(function(*bound)) : std::nullopt;
}

std::optional<Decimal> plus(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
    return a && b ? std::optional<Decimal>(*a + *b) : std::nullopt;
}

std::optional<Decimal> smaller(const std::optional<Decimal>& a, const std::optional<Decimal>& b, bool absentIsLow) {
    if (a && b)
        return std::min(*a, *b);
    return absentIsLow ? std::nullopt : (a ? a : b);
}

std::optional<Decimal> greater(const std::optional<Decimal>& a, const std::optional<Decimal>& b, bool absentIsLow) {
    if (a && b)
        return std::max(*a, *b);
    return absentIsLow ? (a ? a : b) : std::nullopt;
}

Interval either(const Interval& a, const Interval& b) {
    return {smaller(a.low, b.low, true), greater(a.high, b.high, false)};
}

Decimal rounded(const Decimal& value, const Expression& node) {
    switch (node.rounding) {
    case Rounding::HalfUp:
        return value.roundedHalfUp(node.digits);
    case Rounding::Floor:
        return value.floored(node.digits);
    case Rounding::None:
        break;
    }
    return value;
}

Interval scaled(const Interval& of, const Expression& node) {
    const auto one = [&](const Decimal& value) { return rounded(value * node.number + node.second, node); };
    if (node.number.isZero())
        return exactly(one(Decimal()));
    const Interval result{through(of.low, one), through(of.high, one)};
    return node.number > Decimal(0) ? result : Interval{result.high, result.low};
}

/// The values of the steps that some value of `of` reaches.
Interval banded(const Interval& of, const QList<BandStep>& steps) {
    std::optional<Interval> reached;
    const BandStep* previous = nullptr;
    for (const BandStep& step : steps) {
        const bool above =
            previous && of.high && (previous->inclusive ? *of.high <= *previous->bound : *of.high < *previous->bound);
        const bool below = step.bound && of.low && (step.inclusive ? *of.low > *step.bound : *of.low >= *step.bound);
        if (!above && !below)
            reached = reached ? either(*reached, exactly(step.value)) : exactly(step.value);
        previous = &step;
    }
    return reached.value_or(Interval{});
}

/// a / b; 0 in b is left out, since a ratio by zero is missing.
Interval divided(const Interval& a, const Interval& b) {
    const Decimal zero;
    if (!b.low || *b.low < zero)
        return {}; // no published rule divides by a negative number
    // Where b may come near 0 the quotient grows without bound.
    const auto byHigh = [&](const Decimal& value) { return b.high && !b.high->isZero() ? value / *b.high : zero; };
    const auto byLow = [&](const Decimal& value) {
        return b.low->isZero() ? std::optional<Decimal>() : value / *b.low;
    };
    Interval result;
    if (a.low)
        result.low = *a.low >= zero ? byHigh(*a.low) : byLow(*a.low);
    if (a.high)
        result.high = *a.high <= zero ? byHigh(*a.high) : byLow(*a.high);
    return result;
}

/// nullopt: never has a value.
using Bound = std::optional<Interval>;

class Bounds {
public:
    Bounds(const Instrument& instrument, const QString& profile) : m_instrument(instrument), m_profile(profile) {}

    Bound of(const Expression& node) const {
        switch (node.op) {
        case Op::Number:
            return exactly(node.number);
        case Op::Missing:
            return std::nullopt;
        case Op::Item:
            return intervalOf(*m_instrument.item(node.name));
        case Op::Score: {
            const Score* score = m_instrument.score(node.name);
            return Interval{score->low, score->high};
        }
        case Op::Elapsed:
            return Interval{Decimal(0), Decimal(1439)};
        case Op::Count:
            return Interval{Decimal(0), Decimal(static_cast<int>(node.parts.size()))};
        case Op::Reverse:
            return onePart(node, [&](const Interval& part) {
                const auto turned = [&](const Decimal& value) { return node.number + node.second - value; };
                return Interval{through(part.high, turned), through(part.low, turned)};
            });
        case Op::Convert:
            return converted(node);
        case Op::Scale:
            return onePart(node, [&](const Interval& part) { return scaled(part, node); });
        case Op::Band:
            return onePart(node, [&](const Interval& part) { return banded(part, node.steps); });
        case Op::Ratio: {
            const Bound above = of(*node.parts.at(0));
            const Bound below = of(*node.parts.at(1));
            return above && below ? Bound(divided(*above, *below)) : std::nullopt;
        }
        case Op::When:
            return oneOf({node.parts.at(1), node.parts.at(2)});
        case Op::First:
            return oneOf(node.parts);
        case Op::Profile:
            return of(*node.byProfile.value(m_profile));
        default:
            return folded(node);
        }
    }

private:
    template<class Function> Bound onePart(const Expression& node, Function function) const {
        const Bound part = of(*node.parts.first());
        return part ? Bound(function(*part)) : std::nullopt;
    }

    Bound converted(const Expression& node) const {
        const auto factor = m_instrument.conversions.value(node.name).factors.value(node.otherName);
        if (!factor)
            return std::nullopt;
        return onePart(node, [&](const Interval& part) {
            const auto one = [&](const Decimal& value) { return value * *factor; };
            return Interval{through(part.low, one), through(part.high, one)};
        });
    }

    /// Any of these may be the value; those that never have one are not.
    Bound oneOf(const QList<ExpressionPtr>& parts) const {
        Bound result;
        for (const ExpressionPtr& part : parts)
            if (const Bound next = of(*part))
                result = result ? either(*result, *next) : *next;
        return result;
    }

    /// Sums, means and extremes: without one part there is no value.
    Bound folded(const Expression& node) const {
        Bound result = of(*node.parts.first());
        for (const ExpressionPtr& part : node.parts.sliced(1)) {
            const Bound next = of(*part);
            if (!next || !result)
                return std::nullopt;
            if (node.op == Op::Min)
                result = {smaller(result->low, next->low, true), smaller(result->high, next->high, false)};
            else if (node.op == Op::Max)
                result = {greater(result->low, next->low, true), greater(result->high, next->high, false)};
            else
                result = {plus(result->low, next->low), plus(result->high, next->high)};
        }
        if (node.op != Op::Mean || !result)
            return result;
        const auto shared = [&](const Decimal& value) { return value / Decimal(static_cast<int>(node.parts.size())); };
        return Interval{through(result->low, shared), through(result->high, shared)};
    }

    const Instrument& m_instrument;
    const QString& m_profile;
};

} // namespace

bool Interval::contains(const Interval& other) const {
    return (!low || (other.low && *other.low >= *low)) && (!high || (other.high && *other.high <= *high));
}

QString Interval::toString() const {
    return (low ? u'[' + low->toString() : QStringLiteral("(−∞")) + QStringLiteral(", ") +
           (high ? high->toString() + u']' : QStringLiteral("∞)"));
}

Interval intervalOf(const Item& item) {
    switch (item.type) {
    case ItemType::Choice: {
        Interval values;
        for (const Choice& choice : item.choices)
            values = values.low ? either(values, exactly(choice.value)) : exactly(choice.value);
        return values;
    }
    case ItemType::Clock:
        return {Decimal(0), Decimal(1439)};
    case ItemType::Duration:
        return {item.min.value_or(Decimal(0)), item.max};
    default:
        return {item.min, item.max};
    }
}

std::optional<Interval> intervalOf(const Instrument& instrument, const Expression& expression, const QString& profile) {
    return Bounds(instrument, profile).of(expression);
}

} // namespace serein::instrument

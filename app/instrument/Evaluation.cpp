#include "instrument/Evaluation.h"

#include <algorithm>

namespace serein::instrument {

namespace {

constexpr int minutesOfDay = 1440;

const Decimal* number(const Value& value) {
    return std::get_if<Decimal>(&value);
}
const bool* truth(const Value& value) {
    return std::get_if<bool>(&value);
}

const AnswerValue* answerTo(const Answers& answers, const QString& id) {
    const auto found = answers.constFind(id);
    return found == answers.cend() ? nullptr : std::get_if<AnswerValue>(&*found);
}

} // namespace

Evaluation::Evaluation(const Instrument& instrument, const Answers& answers, const QString& profile)
    : m_instrument(instrument), m_answers(answers), m_profile(profile.isEmpty() ? instrument.defaultProfile : profile) {
    // A branch reads earlier items only (the loader proves it), so one pass in order decides them all.
    for (const Item& item : instrument.items)
        if (item.showWhen && value(*item.showWhen) != Value(true))
            m_hidden.insert(item.id);
}

Value Evaluation::value(const Expression& node) {
    switch (node.op) {
    case Op::Number:
        return node.number;
    case Op::Missing:
        return {};
    case Op::Item:
        return itemValue(node.name);
    case Op::Score: {
        const Score* score = m_instrument.score(node.name);
        return score ? scoreValue(*score) : Value();
    }
    case Op::Answered: {
        const auto found = m_answers.constFind(node.name);
        return found != m_answers.cend() && isAnswered(*found) && !isHidden(node.name);
    }
    case Op::Includes:
        return includes(node);
    case Op::Sum:
        return sum(node, false);
    case Op::Mean:
        return sum(node, true);
    case Op::Min:
    case Op::Max:
        return extreme(node);
    case Op::Count:
        return count(node);
    case Op::Reverse: {
        const Value of = value(*node.parts.first());
        return number(of) ? Value(node.number + node.second - *number(of)) : Value();
    }
    case Op::Scale:
        return scale(node);
    case Op::Band:
        return band(node);
    case Op::Ratio:
        return ratio(node);
    case Op::Elapsed:
        return elapsed(node);
    case Op::Convert:
        return converted(node);
    case Op::Eq:
    case Op::Ne:
    case Op::Lt:
    case Op::Le:
    case Op::Gt:
    case Op::Ge:
        return compare(node);
    case Op::All:
        return quantified(node, false);
    case Op::Any:
        return quantified(node, true);
    case Op::AtLeast:
        return atLeast(node);
    case Op::Not: {
        const Value of = value(*node.parts.first());
        return truth(of) ? Value(!*truth(of)) : Value();
    }
    case Op::First:
        return first(node);
    case Op::When:
        return when(node);
    case Op::Profile: {
        const auto found = node.byProfile.constFind(m_profile);
        return found == node.byProfile.cend() ? Value() : value(**found);
    }
    }
    return {};
}

Value Evaluation::scoreValue(const Score& score) {
    if (const auto known = m_scores.constFind(&score); known != m_scores.cend())
        return *known;
    Value result = value(*score.expression);
    m_scores.insert(&score, result);
    return result;
}

Value Evaluation::itemValue(const QString& id) const {
    const AnswerValue* answer = isHidden(id) ? nullptr : answerTo(m_answers, id);
    if (answer == nullptr)
        return {};
    if (const auto* value = std::get_if<Decimal>(answer))
        return *value;
    if (const auto* clock = std::get_if<ClockTime>(answer))
        return Decimal(clock->minutes);
    if (const auto* minutes = std::get_if<Minutes>(answer))
        return minutes->value;
    return {};
}

Value Evaluation::includes(const Expression& node) const {
    const AnswerValue* answer = isHidden(node.name) ? nullptr : answerTo(m_answers, node.name);
    const auto* chosen = answer ? std::get_if<QList<Decimal>>(answer) : nullptr;
    return chosen && !chosen->isEmpty() ? Value(chosen->contains(node.number)) : Value();
}

/// What the table has no factor for is not converted.
Value Evaluation::converted(const Expression& node) {
    const auto factor = m_instrument.conversions.value(node.name).factors.value(node.otherName);
    const Value of = value(*node.parts.first());
    return factor && number(of) ? Value(*number(of) * *factor) : Value();
}

Value Evaluation::sum(const Expression& node, bool mean) {
    Decimal total;
    for (const ExpressionPtr& part : node.parts) {
        const Value next = value(*part);
        if (!number(next))
            return {};
        total = total + *number(next);
    }
    return mean ? total / Decimal(static_cast<int>(node.parts.size())) : total;
}

Value Evaluation::extreme(const Expression& node) {
    std::optional<Decimal> found;
    for (const ExpressionPtr& part : node.parts) {
        const Value next = value(*part);
        if (!number(next))
            return {};
        if (!found || (node.op == Op::Min ? *number(next) < *found : *number(next) > *found))
            found = *number(next);
    }
    return found ? Value(*found) : Value();
}

Value Evaluation::count(const Expression& node) {
    int total = 0;
    for (const ExpressionPtr& part : node.parts) {
        const Value next = value(*part);
        if (!truth(next))
            return {};
        total += *truth(next) ? 1 : 0;
    }
    return Decimal(total);
}

Value Evaluation::band(const Expression& node) {
    const Value of = value(*node.parts.first());
    if (!number(of))
        return {};
    for (const BandStep& step : node.steps)
        if (!step.bound || (step.inclusive ? *number(of) <= *step.bound : *number(of) < *step.bound))
            return step.value;
    return {};
}

Value Evaluation::scale(const Expression& node) {
    const Value of = value(*node.parts.first());
    if (!number(of))
        return {};
    Decimal result = *number(of) * node.number + node.second;
    switch (node.rounding) {
    case Rounding::HalfUp:
        return result.roundedHalfUp(node.digits);
    case Rounding::Floor:
        return result.floored(node.digits);
    case Rounding::None:
        break;
    }
    return result;
}

Value Evaluation::ratio(const Expression& node) {
    const Value above = value(*node.parts.at(0));
    const Value below = value(*node.parts.at(1));
    if (!number(above) || !number(below) || number(below)->isZero())
        return {};
    return *number(above) / *number(below);
}

Value Evaluation::elapsed(const Expression& node) const {
    const Value from = itemValue(node.name);
    const Value to = itemValue(node.otherName);
    if (!number(from) || !number(to))
        return {};
    return Decimal((number(to)->toInt() - number(from)->toInt() + minutesOfDay) % minutesOfDay);
}

Value Evaluation::compare(const Expression& node) {
    const Value left = value(*node.parts.at(0));
    const Value right = value(*node.parts.at(1));
    if (!number(left) || !number(right))
        return {};
    const auto order = *number(left) <=> *number(right);
    switch (node.op) {
    case Op::Eq:
        return order == 0;
    case Op::Ne:
        return order != 0;
    case Op::Lt:
        return order < 0;
    case Op::Le:
        return order <= 0;
    case Op::Gt:
        return order > 0;
    default:
        return order >= 0;
    }
}

/// `any` is decided by one true, `all` by one false; else a missing part leaves it missing.
Value Evaluation::quantified(const Expression& node, bool decides) {
    bool missing = false;
    for (const ExpressionPtr& part : node.parts) {
        const Value next = value(*part);
        if (!truth(next))
            missing = true;
        else if (*truth(next) == decides)
            return decides;
    }
    return missing ? Value() : Value(!decides);
}

/// Decided as soon as the missing parts cannot change it.
Value Evaluation::atLeast(const Expression& node) {
    int certain = 0;
    int possible = 0;
    for (const ExpressionPtr& part : node.parts) {
        const Value next = value(*part);
        certain += truth(next) && *truth(next) ? 1 : 0;
        possible += !truth(next) || *truth(next) ? 1 : 0;
    }
    if (Decimal(certain) >= node.number)
        return true;
    return Decimal(possible) >= node.number ? Value() : Value(false);
}

Value Evaluation::first(const Expression& node) {
    for (const ExpressionPtr& part : node.parts)
        if (Value next = value(*part); !std::holds_alternative<std::monostate>(next))
            return next;
    return {};
}

Value Evaluation::when(const Expression& node) {
    const Value condition = value(*node.parts.at(0));
    return truth(condition) ? value(*node.parts.at(*truth(condition) ? 1 : 2)) : Value();
}

} // namespace serein::instrument

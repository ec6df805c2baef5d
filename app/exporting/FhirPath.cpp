#include "exporting/FhirPath.h"

#include "exporting/ComparisonSign.h"
#include "exporting/FhirTerms.h"
#include "instrument/Expressions.h"

namespace serein::exporting {

namespace {

using instrument::Expression;
using instrument::ExpressionPtr;
using instrument::Instrument;
using instrument::Op;
using instrument::Rounding;

const QString none = QStringLiteral("{}");

class PathWriter {
public:
    PathWriter(const Instrument& instrument, const QString& profile)
        : m_instrument(instrument), m_profile(profile.isEmpty() ? instrument.defaultProfile : profile) {}

    [[nodiscard]] QString path(const Expression& node) const {
        switch (node.op) {
        case Op::Number:
            return fhirLiteral(node.number);
        case Op::Missing:
            return none;
        case Op::Item:
            return fhirReference(fhirItemVariable(node.name));
        case Op::Score:
            return fhirReference(fhirScoreVariable(node.name));
        case Op::Answered:
            return fhirAnswerOf(node.name) + QStringLiteral(".exists()");
        case Op::Includes: {
            const QString chosen = fhirReference(fhirItemVariable(node.name));
            return QStringLiteral("iif(%1.exists(), %1.where($this = %2).exists(), {})")
                .arg(chosen, fhirLiteral(node.number));
        }
        case Op::Sum:
            return joined(node, QStringLiteral(" + "));
        case Op::Mean:
            return QStringLiteral("(%1) / %2").arg(joined(node, QStringLiteral(" + "))).arg(node.parts.size());
        case Op::Min:
            return extreme(node, QStringLiteral("<"));
        case Op::Max:
            return extreme(node, QStringLiteral(">"));
        case Op::Count:
            return counted(node);
        case Op::Reverse:
            return QStringLiteral("%1 - %2").arg(fhirLiteral(node.number + node.second), operand(*node.parts.first()));
        case Op::Scale:
            return scaled(node);
        case Op::Band:
            return banded(node);
        case Op::Ratio:
            return QStringLiteral("%1 / %2").arg(operand(*node.parts.at(0)), operand(*node.parts.at(1)));
        case Op::Elapsed:
            return QStringLiteral("(%1 - %2 + 1440) mod 1440")
                .arg(fhirReference(fhirItemVariable(node.otherName)), fhirReference(fhirItemVariable(node.name)));
        case Op::Convert: {
            const auto factor = m_instrument.conversions.value(node.name).factors.value(node.otherName);
            return factor ? fhirTimes(operand(*node.parts.first()), *factor) : none;
        }
        case Op::Eq:
        case Op::Ne:
        case Op::Lt:
        case Op::Le:
        case Op::Gt:
        case Op::Ge:
            return compared(node);
        case Op::All:
            return joined(node, QStringLiteral(" and "));
        case Op::Any:
            return joined(node, QStringLiteral(" or "));
        case Op::AtLeast:
            return atLeast(node);
        case Op::Not:
            return operand(*node.parts.first()) + QStringLiteral(".not()");
        case Op::First:
            return first(node);
        case Op::When: // select: nothing is chosen where the condition is empty
            return QStringLiteral("%1.select(iif($this, %2, %3))")
                .arg(operand(*node.parts.at(0)), path(*node.parts.at(1)), path(*node.parts.at(2)));
        case Op::Profile: {
            const auto found = node.byProfile.constFind(m_profile);
            return found == node.byProfile.cend() ? none : path(**found);
        }
        }
        return none;
    }

    [[nodiscard]] QString operand(const Expression& node) const {
        const QString text = path(node);
        return isSimple(node) ? text : u'(' + text + u')';
    }

    /// What the answered parts give, where enough of them are.
    [[nodiscard]] QString prorated(const instrument::Score& score) const {
        const Expression& tree = *score.expression;
        const auto asked = tree.parts.size();
        QString parts = operand(*tree.parts.first());
        for (qsizetype i = 1; i < asked; ++i)
            parts += QStringLiteral(".combine(%1)").arg(path(*tree.parts.at(i)));
        QString estimate = QStringLiteral("%1.aggregate($this + $total, 0)").arg(parts);
        if (tree.op == Op::Sum)
            estimate += QStringLiteral(" * %1").arg(asked);
        estimate += QStringLiteral(" / %1.count()").arg(parts);
        const auto range = instrument::intervalOf(m_instrument, tree, m_profile);
        const bool mayBeNegative = !range || !range->low || *range->low < Decimal(0);
        if (score.proration->rounding == Rounding::HalfUp)
            estimate = fhirRoundedHalfUp(estimate, 0, mayBeNegative);
        if (score.proration->rounding == Rounding::Floor)
            estimate = fhirFloored(estimate, 0);
        const QString whole = path(tree);
        const auto least = std::max<qsizetype>(1, asked - score.proration->maxMissing);
        return QStringLiteral("iif((%1).exists(), %1, iif(%2.count() >= %3, %4, {}))")
            .arg(whole, parts)
            .arg(least)
            .arg(estimate);
    }

private:
    static bool isSimple(const Expression& node) {
        return node.op == Op::Number || node.op == Op::Missing || node.op == Op::Item || node.op == Op::Score ||
               node.op == Op::Answered || node.op == Op::Includes || node.op == Op::AtLeast || node.op == Op::When ||
               node.op == Op::Band || node.op == Op::First;
    }

    [[nodiscard]] QString joined(const Expression& node, const QString& between) const {
        QStringList parts;
        for (const ExpressionPtr& part : node.parts)
            parts += operand(*part);
        return parts.join(between);
    }

    [[nodiscard]] QString compared(const Expression& node) const {
        return QStringLiteral("%1 %2 %3")
            .arg(operand(*node.parts.at(0)), QLatin1String(comparisonSign(node.op)), operand(*node.parts.at(1)));
    }

    [[nodiscard]] QString counted(const Expression& node) const {
        QStringList parts;
        for (const ExpressionPtr& part : node.parts)
            parts += QStringLiteral("(%1).toInteger()").arg(path(*part));
        return parts.join(QStringLiteral(" + "));
    }

    [[nodiscard]] QString extreme(const Expression& node, const QString& sign) const {
        QString all = operand(*node.parts.first());
        for (qsizetype i = 1; i < node.parts.size(); ++i)
            all += QStringLiteral(".combine(%1)").arg(path(*node.parts.at(i)));
        return QStringLiteral("iif(%1.count() = %2, %1.aggregate(iif($total.empty(), $this, iif($this %3 $total, "
                              "$this, $total))), {})")
            .arg(all)
            .arg(node.parts.size())
            .arg(sign);
    }

    [[nodiscard]] QString scaled(const Expression& node) const {
        const Expression& of = *node.parts.first();
        // A ratio is multiplied before it is divided: 85 % is then exactly 85.
        QString text = of.op == Op::Ratio
                           ? QStringLiteral("%1 / %2").arg(fhirTimes(operand(*of.parts.at(0)), node.number),
                                                           operand(*of.parts.at(1)))
                           : fhirTimes(operand(of), node.number);
        if (!node.second.isZero())
            text += QStringLiteral(" + ") + fhirLiteral(node.second);
        if (node.rounding == Rounding::Floor)
            return fhirFloored(text, node.digits);
        if (node.rounding == Rounding::None)
            return text;
        Expression unrounded = node;
        unrounded.rounding = Rounding::None;
        const auto range = instrument::intervalOf(m_instrument, unrounded, m_profile);
        return fhirRoundedHalfUp(text, node.digits, !range || !range->low || *range->low < Decimal(0));
    }

    [[nodiscard]] QString banded(const Expression& node) const {
        QString steps = none;
        for (auto step = node.steps.rbegin(); step != node.steps.rend(); ++step)
            steps = step->bound ? QStringLiteral("iif($this %1 %2, %3, %4)")
                                      .arg(step->inclusive ? QStringLiteral("<=") : QStringLiteral("<"),
                                           fhirLiteral(*step->bound), fhirLiteral(step->value), steps)
                                : fhirLiteral(step->value);
        return QStringLiteral("%1.select(%2)").arg(operand(*node.parts.first()), steps);
    }

    [[nodiscard]] QString atLeast(const Expression& node) const {
        QStringList certain;
        QStringList possible;
        for (const ExpressionPtr& part : node.parts) {
            certain += QStringLiteral("iif(%1, 1, 0)").arg(path(*part));
            possible += QStringLiteral("iif(%1.not(), 0, 1)").arg(operand(*part));
        }
        const QString plus = QStringLiteral(" + ");
        return QStringLiteral("iif(%1 >= %3, true, iif(%2 >= %3, {}, false))")
            .arg(certain.join(plus), possible.join(plus), fhirLiteral(node.number));
    }

    [[nodiscard]] QString first(const Expression& node) const {
        QString chain = none;
        for (auto part = node.parts.rbegin(); part != node.parts.rend(); ++part)
            chain = QStringLiteral("iif((%1).exists(), %1, %2)").arg(path(**part), chain);
        return chain;
    }

    const Instrument& m_instrument;
    QString m_profile;
};

/// Whether a value may need more digits than exports carry.
bool divides(const Instrument& instrument, const Expression& node) {
    const auto named = [&](const ExpressionPtr& part) { return divides(instrument, *part); };
    switch (node.op) {
    case Op::Ratio:
    case Op::Mean:
    case Op::Convert:
        return true;
    case Op::Scale:
        return fhirExactly(node.number).contains(u'/') || named(node.parts.first());
    case Op::Score: {
        const instrument::Score* score = instrument.score(node.name);
        return score && named(score->expression);
    }
    default:
        return std::ranges::any_of(node.parts, named) || std::ranges::any_of(node.byProfile, named);
    }
}

} // namespace

QString fhirPath(const Instrument& instrument, const Expression& expression, const QString& profile) {
    return PathWriter(instrument, profile).path(expression);
}

QString fhirScorePath(const Instrument& instrument, const instrument::Score& score, const QString& profile,
                      bool prorate) {
    const PathWriter writer(instrument, profile);
    constexpr int exportedDigits = 6;
    const bool isProrated = prorate && score.proration;
    QString path = isProrated ? writer.prorated(score) : writer.path(*score.expression);
    if (score.isBoolean ||
        !(divides(instrument, *score.expression) || (isProrated && score.proration->rounding == Rounding::None)))
        return path;
    return fhirRoundedHalfUp(path, exportedDigits, score.low < Decimal(0));
}

} // namespace serein::exporting

#include "exporting/FhirPath.h"

#include "instrument/Expressions.h"

namespace serein::exporting {

namespace {

using instrument::Expression;
using instrument::ExpressionPtr;
using instrument::Instrument;
using instrument::Item;
using instrument::ItemType;
using instrument::Op;
using instrument::Rounding;

const QString none = QStringLiteral("{}");

/// Item ids have no hyphen and no point, so that neither item and item nor item and score can meet.
QString itemVariable(const QString& id) {
    return QString(id).replace(u'_', u'-');
}
QString scoreVariable(const QString& id) {
    return QStringLiteral("score.") + QString(id).replace(u'_', u'-');
}
QString reference(const QString& variable) {
    const bool plain = !variable.contains(u'-') && !variable.contains(u'.');
    return plain ? u'%' + variable : QStringLiteral("%`%1`").arg(variable);
}

QString answerOf(const QString& item) {
    return QStringLiteral("%resource.item.where(linkId = '%1').answer").arg(item);
}

/// The item's answer as the number that scores are made of; several for a multiChoice.
QString itemPath(const Item& item) {
    switch (item.type) {
    case ItemType::Choice:
    case ItemType::MultiChoice:
        return QStringLiteral("%questionnaire.item.where(linkId = '%1').answerOption.where(value.code in "
                              "%2.value.code).extension.where(url = "
                              "'http://hl7.org/fhir/StructureDefinition/ordinalValue').value")
            .arg(item.id, answerOf(item.id));
    case ItemType::Clock: // minutes after midnight
        return answerOf(item.id) + QStringLiteral(".value.select(toString().substring(0, 2).toInteger() * 60 + "
                                                  "toString().substring(3, 2).toInteger())");
    default:
        return answerOf(item.id) + QStringLiteral(".value");
    }
}

/// The least whole number that makes `value` whole: its denominator, by Euclid.
Decimal denominatorOf(const Decimal& value) {
    const Decimal rest = value - value.floored();
    if (rest.isZero())
        return 1;
    // p/q = rest; its denominator q is the numerator of 1/rest, which is 1/rest times that fraction's own denominator.
    const Decimal inverse = Decimal(1) / rest;
    return inverse * denominatorOf(inverse);
}

/// Without loss: "1.25", else a fraction in lowest terms, "10/3".
QString exactly(const Decimal& value) {
    QString text = value.toString();
    if (Decimal::fromString(text) == value)
        return text;
    const Decimal below = denominatorOf(value);
    return QStringLiteral("%1/%2").arg((value * below).toString(), below.toString());
}

/// Exact: a fraction is multiplied before it is divided.
QString times(const QString& of, const Decimal& factor) {
    const QStringList parts = exactly(factor).split(u'/');
    QString path = of;
    if (parts.first() != QLatin1String("1"))
        path = QStringLiteral("%1 * %2").arg(path, parts.first().startsWith(u'-') ? u'(' + parts.first() + u')'
                                                                                  : parts.first());
    return parts.size() > 1 ? QStringLiteral("%1 / %2").arg(path, parts.last()) : path;
}

QString literal(const Decimal& value) {
    const QString text = exactly(value);
    return text.startsWith(u'-') || text.contains(u'/') ? u'(' + text + u')' : text;
}

QString powerOfTen(int digits) {
    return u'1' + QString(digits, u'0');
}

/// Half away from zero, as the manuals mean it; FHIRPath leaves open which way a negative half goes.
QString roundedHalfUp(const QString& path, int digits, bool mayBeNegative) {
    const QString round = QStringLiteral("round(%1)").arg(digits);
    if (!mayBeNegative)
        return QStringLiteral("(%1).%2").arg(path, round);
    return QStringLiteral("(%1).select(iif($this < 0, -((-$this).%2), $this.%2))").arg(path, round);
}

QString floored(const QString& path, int digits) {
    if (digits == 0)
        return QStringLiteral("(%1).floor()").arg(path);
    return QStringLiteral("((%1) * %2).floor() / %2").arg(path, powerOfTen(digits));
}

class PathWriter {
public:
    PathWriter(const Instrument& instrument, const QString& profile)
        : m_instrument(instrument), m_profile(profile.isEmpty() ? instrument.defaultProfile : profile) {}

    [[nodiscard]] QString path(const Expression& node) const {
        switch (node.op) {
        case Op::Number:
            return literal(node.number);
        case Op::Missing:
            return none;
        case Op::Item:
            return reference(itemVariable(node.name));
        case Op::Score:
            return reference(scoreVariable(node.name));
        case Op::Answered:
            return answerOf(node.name) + QStringLiteral(".exists()");
        case Op::Includes: {
            const QString chosen = reference(itemVariable(node.name));
            return QStringLiteral("iif(%1.exists(), %1.where($this = %2).exists(), {})")
                .arg(chosen, literal(node.number));
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
            return QStringLiteral("%1 - %2").arg(literal(node.number + node.second), operand(*node.parts.first()));
        case Op::Scale:
            return scaled(node);
        case Op::Band:
            return banded(node);
        case Op::Ratio:
            return QStringLiteral("%1 / %2").arg(operand(*node.parts.at(0)), operand(*node.parts.at(1)));
        case Op::Elapsed:
            return QStringLiteral("(%1 - %2 + 1440) mod 1440")
                .arg(reference(itemVariable(node.otherName)), reference(itemVariable(node.name)));
        case Op::Convert: {
            const auto factor = m_instrument.conversions.value(node.name).factors.value(node.otherName);
            return factor ? times(operand(*node.parts.first()), *factor) : none;
        }
        case Op::Eq:
            return compared(node, QStringLiteral("="));
        case Op::Ne:
            return compared(node, QStringLiteral("!="));
        case Op::Lt:
            return compared(node, QStringLiteral("<"));
        case Op::Le:
            return compared(node, QStringLiteral("<="));
        case Op::Gt:
            return compared(node, QStringLiteral(">"));
        case Op::Ge:
            return compared(node, QStringLiteral(">="));
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
            estimate = roundedHalfUp(estimate, 0, mayBeNegative);
        if (score.proration->rounding == Rounding::Floor)
            estimate = floored(estimate, 0);
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

    [[nodiscard]] QString compared(const Expression& node, const QString& sign) const {
        return QStringLiteral("%1 %2 %3").arg(operand(*node.parts.at(0)), sign, operand(*node.parts.at(1)));
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
        QString text = of.op == Op::Ratio ? QStringLiteral("%1 / %2").arg(times(operand(*of.parts.at(0)), node.number),
                                                                          operand(*of.parts.at(1)))
                                          : times(operand(of), node.number);
        if (!node.second.isZero())
            text += QStringLiteral(" + ") + literal(node.second);
        if (node.rounding == Rounding::Floor)
            return floored(text, node.digits);
        if (node.rounding == Rounding::None)
            return text;
        Expression unrounded = node;
        unrounded.rounding = Rounding::None;
        const auto range = instrument::intervalOf(m_instrument, unrounded, m_profile);
        return roundedHalfUp(text, node.digits, !range || !range->low || *range->low < Decimal(0));
    }

    [[nodiscard]] QString banded(const Expression& node) const {
        QString steps = none;
        for (auto step = node.steps.rbegin(); step != node.steps.rend(); ++step)
            steps = step->bound ? QStringLiteral("iif($this %1 %2, %3, %4)")
                                      .arg(step->inclusive ? QStringLiteral("<=") : QStringLiteral("<"),
                                           literal(*step->bound), literal(step->value), steps)
                                : literal(step->value);
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
            .arg(certain.join(plus), possible.join(plus), literal(node.number));
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
        return exactly(node.number).contains(u'/') || named(node.parts.first());
    case Op::Score: {
        const instrument::Score* score = instrument.score(node.name);
        return score && named(score->expression);
    }
    default:
        return std::ranges::any_of(node.parts, named) || std::ranges::any_of(node.byProfile, named);
    }
}

/// Depth first: a score stands after the scores it reads. Definitions have no cycles (the loader proves it).
void addScores(const Instrument& instrument, const QSet<QString>& names, const PathWriter& writer, QStringList& known,
               QList<FhirVariable>& variables) {
    for (const instrument::Score& score : instrument.scores) {
        if (!names.contains(score.id) || known.contains(score.id))
            continue;
        addScores(instrument, instrument::scoresNamedBy(score.expression), writer, known, variables);
        known += score.id;
        variables += {scoreVariable(score.id), writer.path(*score.expression)};
    }
}

} // namespace

QList<FhirVariable> fhirVariables(const Instrument& instrument, const QString& profile) {
    QSet<QString> items;
    QSet<QString> scores;
    for (const instrument::Score& score : instrument.scores) {
        items += instrument::itemsReadBy(instrument, score.expression);
        scores += instrument::scoresNamedBy(score.expression);
    }
    for (const Item& item : instrument.items)
        if (item.showWhen)
            items += instrument::itemsReadBy(instrument, item.showWhen);
    QList<FhirVariable> variables;
    for (const Item& item : instrument.items)
        if (items.contains(item.id) && item.type != ItemType::Text)
            variables += {itemVariable(item.id), itemPath(item)};
    QStringList known;
    addScores(instrument, scores, PathWriter(instrument, profile), known, variables);
    return variables;
}

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
    return roundedHalfUp(path, exportedDigits, score.low < Decimal(0));
}

} // namespace serein::exporting

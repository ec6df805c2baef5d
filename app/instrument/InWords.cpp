#include "instrument/InWords.h"

#include <QRegularExpression>

namespace serein::instrument {

namespace {

bool compares(Op op) {
    return op == Op::Eq || op == Op::Ne || op == Op::Lt || op == Op::Le || op == Op::Gt || op == Op::Ge;
}

bool isSimple(const Expression& node) {
    return node.op == Op::Number || node.op == Op::Item || node.op == Op::Score || node.op == Op::Missing ||
           node.op == Op::Count || node.op == Op::Answered || node.op == Op::Includes || node.op == Op::AtLeast ||
           compares(node.op);
}

/// In brackets where it would run into its surroundings.
QString part(const Expression& node) {
    const QString words = inWords(node);
    return isSimple(node) ? words : u'(' + words + u')';
}

/// q1, q2, q3, q4 → "q1 … q4".
QStringList withRuns(const QStringList& names) {
    static const QRegularExpression numbered(QStringLiteral("^([a-z_]*)([0-9]+)$"));
    QStringList result;
    for (qsizetype index = 0; index < names.size();) {
        const auto first = numbered.match(names.at(index));
        qsizetype end = index + 1;
        while (first.hasMatch() && end < names.size() &&
               names.at(end) == first.captured(1) + QString::number(first.captured(2).toInt() + int(end - index)))
            ++end;
        if (end - index > 2)
            result += names.at(index) + QStringLiteral(" … ") + names.at(end - 1);
        else
            result += names.sliced(index, end - index);
        index = end;
    }
    return result;
}

QString listed(const QList<ExpressionPtr>& parts, const QString& between) {
    QStringList words;
    for (const ExpressionPtr& one : parts)
        words.append(part(*one));
    return withRuns(words).join(between);
}

/// Few parts as they are added; more as a list.
QString summed(const Expression& node) {
    return node.parts.size() < 4 ? listed(node.parts, QStringLiteral(" + "))
                                 : QStringLiteral("the sum of ") + listed(node.parts, QStringLiteral(", "));
}

/// A factor such as 1/60 reads better as its inverse.
QString times(const Decimal& factor) {
    const Decimal inverse = factor.isZero() ? factor : Decimal(1) / factor;
    if (factor > Decimal(0) && factor < Decimal(1) && inverse.floored() == inverse)
        return QStringLiteral(" ÷ ") + inverse.toString();
    return QStringLiteral(" × ") + factor.toString();
}

QString scaled(const Expression& node) {
    QString words = part(*node.parts.first());
    if (node.number != Decimal(1))
        words += times(node.number);
    if (!node.second.isZero())
        words += QStringLiteral(" + ") + node.second.toString();
    const QString places = node.digits == 0 ? QString() : QStringLiteral(" to %1 places").arg(node.digits);
    if (node.rounding == Rounding::HalfUp)
        words += QStringLiteral(", rounded half up") + places;
    else if (node.rounding == Rounding::Floor)
        words += places.isEmpty() ? QStringLiteral(", the whole part") : QStringLiteral(", cut off") + places;
    return words;
}

QString banded(const Expression& node) {
    QStringList steps;
    const QString of = part(*node.parts.first());
    for (const BandStep& step : node.steps) {
        QString words = step.value.toString();
        if (step.bound)
            words += QStringLiteral(" if %1%2 %3")
                         .arg(steps.isEmpty() ? of + u' ' : QString(),
                              step.inclusive ? QStringLiteral("≤") : QStringLiteral("<"), step.bound->toString());
        else if (!steps.isEmpty())
            words = QStringLiteral("else ") + words;
        steps.append(words);
    }
    return steps.join(QStringLiteral("; "));
}

QString comparison(Op op) {
    switch (op) {
    case Op::Eq:
        return QStringLiteral(" = ");
    case Op::Ne:
        return QStringLiteral(" ≠ ");
    case Op::Lt:
        return QStringLiteral(" < ");
    case Op::Le:
        return QStringLiteral(" ≤ ");
    case Op::Gt:
        return QStringLiteral(" > ");
    default:
        return QStringLiteral(" ≥ ");
    }
}

QString byProfile(const Expression& node) {
    QStringList words;
    for (auto it = node.byProfile.begin(); it != node.byProfile.end(); ++it)
        words.append(QStringLiteral("in profile %1: %2").arg(it.key(), inWords(**it)));
    return words.join(QStringLiteral(" | "));
}

} // namespace

QString inWords(const Expression& node) {
    switch (node.op) {
    case Op::Number:
        return node.number.toString();
    case Op::Missing:
        return QStringLiteral("missing");
    case Op::Item:
    case Op::Score:
        return node.name;
    case Op::Answered:
        return node.name + QStringLiteral(" is answered");
    case Op::Includes:
        return QStringLiteral("%1 includes %2").arg(node.name, node.number.toString());
    case Op::Sum:
        return summed(node);
    case Op::Mean:
        return QStringLiteral("the mean of ") + listed(node.parts, QStringLiteral(", "));
    case Op::Min:
        return QStringLiteral("the least of ") + listed(node.parts, QStringLiteral(", "));
    case Op::Max:
        return QStringLiteral("the greatest of ") + listed(node.parts, QStringLiteral(", "));
    case Op::Count:
        return QStringLiteral("how many of [%1] hold").arg(listed(node.parts, QStringLiteral(", ")));
    case Op::Reverse:
        return QStringLiteral("%1 − %2").arg((node.number + node.second).toString(), part(*node.parts.first()));
    case Op::Scale:
        return scaled(node);
    case Op::Band:
        return banded(node);
    case Op::Ratio:
        return part(*node.parts.at(0)) + QStringLiteral(" / ") + part(*node.parts.at(1));
    case Op::Elapsed:
        return QStringLiteral("minutes from %1 to %2").arg(node.name, node.otherName);
    case Op::Convert:
        return QStringLiteral("%1 × the %2 factor of %3").arg(part(*node.parts.first()), node.name, node.otherName);
    case Op::Eq:
    case Op::Ne:
    case Op::Lt:
    case Op::Le:
    case Op::Gt:
    case Op::Ge:
        return part(*node.parts.at(0)) + comparison(node.op) + part(*node.parts.at(1));
    case Op::All:
        return listed(node.parts, QStringLiteral(" and "));
    case Op::Any:
        return listed(node.parts, QStringLiteral(" or "));
    case Op::AtLeast:
        return QStringLiteral("at least %1 of [%2]")
            .arg(node.number.toString(), listed(node.parts, QStringLiteral(", ")));
    case Op::Not:
        return QStringLiteral("not ") + part(*node.parts.first());
    case Op::First:
        return QStringLiteral("the first there is of ") + listed(node.parts, QStringLiteral(", "));
    case Op::When:
        return QStringLiteral("%2 if %1, else %3")
            .arg(part(*node.parts.at(0)), part(*node.parts.at(1)), part(*node.parts.at(2)));
    case Op::Profile:
        return byProfile(node);
    }
    return {};
}

} // namespace serein::instrument

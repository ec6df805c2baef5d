#include "core/Json.h"
#include "instrument/Expressions.h"
#include "instrument/Proof.h"

#include <QSet>
#include <algorithm>

namespace serein::instrument {

namespace {

/// Whether some value of `a` stands so to some value of `b`; open ends reach everything.
bool canCompare(Op op, const Interval& a, const Interval& b) {
    const bool reachesUp = !a.high || !b.low || *a.high >= *b.low;
    const bool reachesDown = !a.low || !b.high || *a.low <= *b.high;
    switch (op) {
    case Op::Ge:
        return reachesUp;
    case Op::Gt:
        return !a.high || !b.low || *a.high > *b.low;
    case Op::Le:
        return reachesDown;
    case Op::Lt:
        return !a.low || !b.high || *a.low < *b.high;
    case Op::Eq:
        return reachesUp && reachesDown;
    default:
        return true;
    }
}

/// False only where no answers could make it true.
bool canHold(const Instrument& instrument, const Expression& node, const QString& profile) {
    const auto holds = [&](const ExpressionPtr& part) { return canHold(instrument, *part, profile); };
    switch (node.op) {
    case Op::All:
        return std::ranges::all_of(node.parts, holds);
    case Op::Any:
        return std::ranges::any_of(node.parts, holds);
    case Op::Eq:
    case Op::Lt:
    case Op::Le:
    case Op::Gt:
    case Op::Ge: {
        const auto left = intervalOf(instrument, *node.parts.at(0), profile);
        const auto right = intervalOf(instrument, *node.parts.at(1), profile);
        return left && right && canCompare(node.op, *left, *right);
    }
    default:
        return true;
    }
}

void proveRule(const Instrument& instrument, const AlertRule& rule, const QString& place, Faults& faults) {
    const QString when = pointerTo(place, QStringLiteral("when"));
    faults.add(expressionFaults(instrument, rule.when, true));
    const QStringList read{when,
                           pointerTo(place, QStringLiteral("item")),
                           QStringLiteral("/items"),
                           QStringLiteral("/choices"),
                           QStringLiteral("/scores"),
                           QStringLiteral("/conversions"),
                           QStringLiteral("/profiles")};
    if (std::ranges::any_of(read, [&](const QString& part) { return faults.touch(part); }))
        return; // what the rule reads is itself in question
    if (!itemsReadBy(instrument, rule.when).contains(rule.item))
        faults.add(when, QStringLiteral("does not read item \"%1\", whose answer is to fire it").arg(rule.item));
    else if (std::ranges::none_of(profilesOf(instrument),
                                  [&](const QString& profile) { return canHold(instrument, *rule.when, profile); }))
        faults.add(when, QStringLiteral("no answer can make it true"));
}

} // namespace

void proveAlerts(const Instrument& instrument, Faults& faults) {
    QSet<QString> ids;
    for (qsizetype index = 0; index < instrument.alerts.size(); ++index) {
        const AlertRule& rule = instrument.alerts.at(index);
        const QString place = pointerTo(QStringLiteral("/alerts"), index);
        proveOnce(ids, rule.id, place, faults);
        const Item* item = instrument.item(rule.item);
        if (item != nullptr && !item->asks())
            faults.add(pointerTo(place, QStringLiteral("item")),
                       QStringLiteral("item \"%1\" asks nothing").arg(rule.item));
        else if (item == nullptr && !instrument.items.isEmpty())
            faults.add(pointerTo(place, QStringLiteral("item")), QStringLiteral("no item \"%1\"").arg(rule.item));
        proveRule(instrument, rule, place, faults);
    }
}

} // namespace serein::instrument

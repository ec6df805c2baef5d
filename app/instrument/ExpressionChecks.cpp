#include "core/Json.h"
#include "instrument/Expressions.h"

#include <QSet>
#include <algorithm>

namespace serein::instrument {

namespace {

bool givesBoolean(Op op) {
    switch (op) {
    case Op::Answered:
    case Op::Includes:
    case Op::Eq:
    case Op::Ne:
    case Op::Lt:
    case Op::Le:
    case Op::Gt:
    case Op::Ge:
    case Op::All:
    case Op::Any:
    case Op::AtLeast:
    case Op::Not:
        return true;
    default:
        return false;
    }
}

/// Either kind: what its parts are, or nothing at all.
bool takesEitherKind(Op op) {
    return op == Op::Missing || op == Op::First || op == Op::When || op == Op::Profile;
}

bool isNumeric(ItemType type) {
    return type == ItemType::Choice || type == ItemType::Number || type == ItemType::Scale || type == ItemType::Clock ||
           type == ItemType::Duration;
}

class Check {
public:
    explicit Check(const Instrument& instrument) : m_instrument(instrument) {}

    void node(const Expression& node, std::optional<bool> wantsBoolean) {
        references(node, wantsBoolean);
        if (node.op != Op::Score && !takesEitherKind(node.op))
            kind(givesBoolean(node.op), node.pointer, wantsBoolean);
        for (qsizetype index = 0; index < node.parts.size(); ++index)
            this->node(*node.parts.at(index), wantsBooleanPart(node, index, wantsBoolean));
        for (const ExpressionPtr& part : node.byProfile)
            this->node(*part, wantsBoolean);
    }

    QList<Fault> faults;

private:
    static std::optional<bool> wantsBooleanPart(const Expression& node, qsizetype index, std::optional<bool> wanted) {
        switch (node.op) {
        case Op::Count:
        case Op::All:
        case Op::Any:
        case Op::AtLeast:
        case Op::Not:
            return true;
        case Op::When:
            return index == 0 ? true : wanted;
        case Op::First:
            return wanted;
        default:
            return false;
        }
    }

    void references(const Expression& node, std::optional<bool> wantsBoolean) {
        switch (node.op) {
        case Op::Item:
            if (const Item* item = find(node.name, pointerTo(node.pointer, QStringLiteral("item")));
                item && !isNumeric(item->type))
                fault(pointerTo(node.pointer, QStringLiteral("item")),
                      QStringLiteral("item \"%1\" has no number").arg(node.name));
            break;
        case Op::Answered:
            if (const Item* item = find(node.name, pointerTo(node.pointer, QStringLiteral("answered")));
                item && !item->asks())
                fault(pointerTo(node.pointer, QStringLiteral("answered")),
                      QStringLiteral("item \"%1\" asks nothing").arg(node.name));
            break;
        case Op::Includes:
            includes(node, pointerTo(node.pointer, QStringLiteral("includes")));
            break;
        case Op::Convert:
            convert(node, pointerTo(node.pointer, QStringLiteral("convert")));
            break;
        case Op::Elapsed:
            clock(node.name, pointerTo(node.pointer, QStringLiteral("elapsed")) + QStringLiteral("/from"));
            clock(node.otherName, pointerTo(node.pointer, QStringLiteral("elapsed")) + QStringLiteral("/to"));
            break;
        case Op::Score:
            if (const Score* score = m_instrument.score(node.name); score == nullptr)
                fault(pointerTo(node.pointer, QStringLiteral("score")),
                      QStringLiteral("no score \"%1\"").arg(node.name));
            else
                kind(score->isBoolean, node.pointer, wantsBoolean);
            break;
        case Op::Profile:
            profiles(node);
            break;
        default:
            break;
        }
    }

    void profiles(const Expression& node) {
        const QString place = pointerTo(node.pointer, QStringLiteral("profile"));
        for (auto it = node.byProfile.begin(); it != node.byProfile.end(); ++it)
            if (lacksProfile(m_instrument, it.key()))
                fault(pointerTo(place, it.key()), QStringLiteral("no profile \"%1\"").arg(it.key()));
        for (const QString& profile : m_instrument.profiles)
            if (!node.byProfile.contains(profile))
                fault(place, QStringLiteral("nothing for profile \"%1\"").arg(profile));
    }

    void includes(const Expression& node, const QString& place) {
        const Item* item = find(node.name, pointerTo(place, QStringLiteral("item")));
        if (item == nullptr)
            return;
        if (item->type != ItemType::MultiChoice)
            fault(pointerTo(place, QStringLiteral("item")),
                  QStringLiteral("item \"%1\" is no multiple choice").arg(node.name));
        else if (!item->choices.isEmpty() &&
                 std::ranges::none_of(item->choices, [&](const Choice& one) { return one.value == node.number; }))
            fault(pointerTo(place, QStringLiteral("value")),
                  QStringLiteral("item \"%1\" has no choice %2").arg(node.name, node.number.toString()));
    }

    void convert(const Expression& node, const QString& place) {
        const auto table = m_instrument.conversions.constFind(node.name);
        if (table == m_instrument.conversions.cend())
            fault(pointerTo(place, QStringLiteral("table")), QStringLiteral("no conversion \"%1\"").arg(node.name));
        else if (!table->factors.isEmpty() && !table->factors.contains(node.otherName))
            fault(pointerTo(place, QStringLiteral("row")),
                  QStringLiteral("the conversion \"%1\" has no row \"%2\"").arg(node.name, node.otherName));
    }

    const Item* find(const QString& id, const QString& pointer) {
        const Item* item = m_instrument.item(id);
        if (item == nullptr && !m_instrument.items.isEmpty())
            fault(pointer, QStringLiteral("no item \"%1\"").arg(id));
        return item;
    }

    void clock(const QString& id, const QString& pointer) {
        if (const Item* item = find(id, pointer); item && item->type != ItemType::Clock)
            fault(pointer, QStringLiteral("item \"%1\" is no clock time").arg(id));
    }

    void kind(bool isBoolean, const QString& pointer, std::optional<bool> wantsBoolean) {
        if (wantsBoolean && isBoolean != *wantsBoolean)
            fault(pointer, *wantsBoolean ? QStringLiteral("a number where true or false is wanted")
                                         : QStringLiteral("true or false where a number is wanted"));
    }

    void fault(const QString& pointer, const QString& reason) { faults.append({{}, pointer, reason}); }

    const Instrument& m_instrument;
};

void collect(const Expression& node, QSet<QString>& items, QSet<QString>& scores) {
    if (node.op == Op::Item || node.op == Op::Answered || node.op == Op::Includes)
        items.insert(node.name);
    else if (node.op == Op::Elapsed)
        items += {node.name, node.otherName};
    else if (node.op == Op::Score)
        scores.insert(node.name);
    for (const ExpressionPtr& part : node.parts)
        collect(*part, items, scores);
    for (const ExpressionPtr& part : node.byProfile)
        collect(*part, items, scores);
}

} // namespace

QList<Fault> expressionFaults(const Instrument& instrument, const ExpressionPtr& expression,
                              std::optional<bool> wantsBoolean) {
    Check check(instrument);
    check.node(*expression, wantsBoolean);
    return check.faults;
}

QSet<QString> itemsReadBy(const Instrument& instrument, const ExpressionPtr& expression) {
    QSet<QString> items;
    QSet<QString> known;
    QSet<QString> open;
    collect(*expression, items, open);
    while (!open.isEmpty()) {
        const QString id = *open.begin();
        open.erase(open.begin());
        if (known.contains(id))
            continue;
        known.insert(id);
        if (const Score* score = instrument.score(id))
            collect(*score->expression, items, open);
    }
    return items;
}

QSet<QString> scoresNamedBy(const ExpressionPtr& expression) {
    QSet<QString> items;
    QSet<QString> scores;
    collect(*expression, items, scores);
    return scores;
}

} // namespace serein::instrument

#include "core/Json.h"
#include "instrument/Expressions.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

namespace serein::instrument {

namespace {

const QHash<QString, Op>& operators() {
    static const QHash<QString, Op> table{{QStringLiteral("item"), Op::Item},
                                          {QStringLiteral("missing"), Op::Missing},
                                          {QStringLiteral("score"), Op::Score},
                                          {QStringLiteral("answered"), Op::Answered},
                                          {QStringLiteral("includes"), Op::Includes},
                                          {QStringLiteral("sum"), Op::Sum},
                                          {QStringLiteral("mean"), Op::Mean},
                                          {QStringLiteral("min"), Op::Min},
                                          {QStringLiteral("max"), Op::Max},
                                          {QStringLiteral("count"), Op::Count},
                                          {QStringLiteral("reverse"), Op::Reverse},
                                          {QStringLiteral("scale"), Op::Scale},
                                          {QStringLiteral("band"), Op::Band},
                                          {QStringLiteral("ratio"), Op::Ratio},
                                          {QStringLiteral("elapsed"), Op::Elapsed},
                                          {QStringLiteral("convert"), Op::Convert},
                                          {QStringLiteral("eq"), Op::Eq},
                                          {QStringLiteral("ne"), Op::Ne},
                                          {QStringLiteral("lt"), Op::Lt},
                                          {QStringLiteral("le"), Op::Le},
                                          {QStringLiteral("gt"), Op::Gt},
                                          {QStringLiteral("ge"), Op::Ge},
                                          {QStringLiteral("all"), Op::All},
                                          {QStringLiteral("any"), Op::Any},
                                          {QStringLiteral("atLeast"), Op::AtLeast},
                                          {QStringLiteral("not"), Op::Not},
                                          {QStringLiteral("first"), Op::First},
                                          {QStringLiteral("when"), Op::When},
                                          {QStringLiteral("profile"), Op::Profile}};
    return table;
}

class Reader {
public:
    explicit Reader(QList<Fault>& faults) : m_faults(faults) {}

    ExpressionPtr read(const QJsonValue& json, const QString& pointer) {
        auto node = std::make_shared<Expression>();
        node->pointer = pointer;
        const QJsonObject object = json.toObject();
        if (object.size() != 1 || !operators().contains(object.begin().key())) {
            const auto number = Decimal::fromJson(json);
            if (!number)
                m_faults.append({{}, pointer, QStringLiteral("not an exact number")});
            node->number = number.value_or(Decimal());
            return node;
        }
        node->op = operators().value(object.begin().key());
        readOperands(*node, object.begin().value(), pointerTo(pointer, object.begin().key()));
        return node;
    }

private:
    void readOperands(Expression& node, const QJsonValue& json, const QString& pointer) {
        const QJsonObject object = json.toObject();
        switch (node.op) {
        case Op::Number:
        case Op::Missing:
            break;
        case Op::Item:
        case Op::Score:
        case Op::Answered:
            node.name = json.toString();
            break;
        case Op::Includes:
            node.name = object.value(QLatin1String("item")).toString();
            node.number = exact(object, QStringLiteral("value"), pointer);
            break;
        case Op::Convert:
            node.parts = {read(object.value(QLatin1String("of")), pointerTo(pointer, QStringLiteral("of")))};
            node.name = object.value(QLatin1String("table")).toString();
            node.otherName = object.value(QLatin1String("row")).toString();
            break;
        case Op::Elapsed:
            node.name = object.value(QLatin1String("from")).toString();
            node.otherName = object.value(QLatin1String("to")).toString();
            break;
        case Op::Reverse:
            node.parts = {read(object.value(QLatin1String("of")), pointerTo(pointer, QStringLiteral("of")))};
            node.number = exact(object, QStringLiteral("low"), pointer);
            node.second = exact(object, QStringLiteral("high"), pointer);
            break;
        case Op::Scale:
            readScale(node, object, pointer);
            break;
        case Op::Band:
            node.parts = {read(object.value(QLatin1String("of")), pointerTo(pointer, QStringLiteral("of")))};
            readSteps(node, object.value(QLatin1String("steps")).toArray(),
                      pointerTo(pointer, QStringLiteral("steps")));
            break;
        case Op::When:
            for (const QString& key : {QStringLiteral("if"), QStringLiteral("then"), QStringLiteral("else")})
                node.parts.append(read(object.value(key), pointerTo(pointer, key)));
            break;
        case Op::Profile:
            for (auto it = object.begin(); it != object.end(); ++it)
                node.byProfile.insert(it.key(), read(it.value(), pointerTo(pointer, it.key())));
            break;
        case Op::Not:
            node.parts = {read(json, pointer)};
            break;
        case Op::AtLeast:
            node.number = exact(object, QStringLiteral("n"), pointer);
            readParts(node, object.value(QLatin1String("of")).toArray(), pointerTo(pointer, QStringLiteral("of")));
            if (node.number > Decimal(static_cast<int>(node.parts.size())))
                m_faults.append(
                    {{}, pointerTo(pointer, QStringLiteral("n")), QStringLiteral("more than the list has")});
            break;
        default:
            readParts(node, json.toArray(), pointer);
        }
    }

    void readParts(Expression& node, const QJsonArray& array, const QString& pointer) {
        for (qsizetype index = 0; index < array.size(); ++index)
            node.parts.append(read(array.at(index), pointerTo(pointer, index)));
    }

    void readScale(Expression& node, const QJsonObject& object, const QString& pointer) {
        node.parts = {read(object.value(QLatin1String("of")), pointerTo(pointer, QStringLiteral("of")))};
        node.number = exact(object, QStringLiteral("by"), pointer);
        if (object.contains(QLatin1String("add")))
            node.second = exact(object, QStringLiteral("add"), pointer);
        const QString rounding = object.value(QLatin1String("round")).toString();
        if (rounding == QLatin1String("halfUp"))
            node.rounding = Rounding::HalfUp;
        else if (rounding == QLatin1String("floor"))
            node.rounding = Rounding::Floor;
        node.digits = object.value(QLatin1String("digits")).toInt();
    }

    void readSteps(Expression& node, const QJsonArray& steps, const QString& pointer) {
        for (qsizetype index = 0; index < steps.size(); ++index) {
            const QJsonObject object = steps.at(index).toObject();
            const QString place = pointerTo(pointer, index);
            const bool inclusive = object.contains(QLatin1String("upTo"));
            const bool bounded = inclusive || object.contains(QLatin1String("below"));
            BandStep step{std::nullopt, inclusive, exact(object, QStringLiteral("value"), place)};
            if (inclusive && object.contains(QLatin1String("below")))
                m_faults.append({{}, place, QStringLiteral("a step has \"below\" or \"upTo\", not both")});
            if (bounded)
                step.bound = exact(object, inclusive ? QStringLiteral("upTo") : QStringLiteral("below"), place);
            const bool last = index + 1 == steps.size();
            if (bounded && last)
                m_faults.append(
                    {{}, place, QStringLiteral("the last step has no bound: values above it would have no step")});
            if (!bounded && !last)
                m_faults.append(
                    {{},
                     place,
                     QStringLiteral("only the last step has no bound: the steps after it are never reached")});
            if (bounded && !node.steps.isEmpty() && !rises(node.steps.last(), step))
                m_faults.append({{}, place, QStringLiteral("the bounds do not rise")});
            node.steps.append(step);
        }
    }

    /// "below 5" then "up to 5" still leaves 5 itself to the second step.
    static bool rises(const BandStep& previous, const BandStep& next) {
        return !previous.bound || *next.bound > *previous.bound ||
               (*next.bound == *previous.bound && next.inclusive && !previous.inclusive);
    }

    Decimal exact(const QJsonObject& object, const QString& key, const QString& pointer) {
        const QJsonValue json = object.value(key);
        const auto number = json.isString() ? Decimal::fromString(json.toString()) : Decimal::fromJson(json);
        if (!number)
            m_faults.append({{}, pointerTo(pointer, key), QStringLiteral("not an exact number")});
        return number.value_or(Decimal());
    }

    QList<Fault>& m_faults;
};

} // namespace

ExpressionPtr readExpression(const QJsonValue& json, const QString& pointer, QList<Fault>& faults) {
    return Reader(faults).read(json, pointer);
}

} // namespace serein::instrument

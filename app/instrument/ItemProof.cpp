#include "core/Json.h"
#include "instrument/Expressions.h"
#include "instrument/Proof.h"

#include <QJsonArray>
#include <QSet>

namespace serein::instrument {

namespace {

/// Keys that say something about some types only.
bool fits(const QString& key, ItemType type) {
    using enum ItemType;
    if (key == QLatin1String("choices"))
        return type == Choice || type == MultiChoice;
    if (key == QLatin1String("min") || key == QLatin1String("max") || key == QLatin1String("decimals"))
        return type == Number || type == ItemType::Scale || type == Duration;
    if (key == QLatin1String("unit"))
        return type == Number || type == ItemType::Scale || type == Duration;
    if (key == QLatin1String("maxLength"))
        return type == Text;
    if (key == QLatin1String("display"))
        return type == ItemType::Scale;
    if (key == QLatin1String("direction"))
        return type == ItemType::Scale || type == Number || type == Choice;
    if (key == QLatin1String("optional") || key == QLatin1String("codes"))
        return type != Section && type != Note;
    return true;
}

void proveBounds(const Item& item, const QString& place, Faults& faults) {
    const auto exactTo = [&](const std::optional<Decimal>& bound) {
        return !bound || bound->roundedHalfUp(item.decimals) == *bound;
    };
    if (item.min && item.max && *item.min >= *item.max)
        faults.add(pointerTo(place, QStringLiteral("max")), QStringLiteral("not greater than min"));
    if (!faults.touch(pointerTo(place, QStringLiteral("decimals"))) && (!exactTo(item.min) || !exactTo(item.max)))
        faults.add(pointerTo(place, exactTo(item.min) ? QStringLiteral("max") : QStringLiteral("min")),
                   QStringLiteral("has more places after the point than its answers may have"));
    if (item.type == ItemType::Duration && item.min && *item.min < Decimal(0))
        faults.add(pointerTo(place, QStringLiteral("min")), QStringLiteral("a duration is not negative"));
}

void proveBranch(const Instrument& instrument, const Item& item, const QSet<QString>& earlier, Faults& faults) {
    const auto found = expressionFaults(instrument, item.showWhen, true);
    faults.add(found);
    if (!found.isEmpty())
        return;
    const QSet<QString> read = itemsReadBy(instrument, item.showWhen);
    if (read.isEmpty())
        faults.add(item.showWhen->pointer, QStringLiteral("reads no item, so it says the same for everybody"));
    for (const Item& other : instrument.items)
        if (!earlier.contains(other.id) && read.contains(other.id))
            faults.add(item.showWhen->pointer,
                       QStringLiteral("depends on item \"%1\", which does not come before this one").arg(other.id));
}

} // namespace

void proveItems(const Instrument& instrument, Faults& faults) {
    const QJsonArray array = instrument.json.value(QLatin1String("items")).toArray();
    QSet<QString> ids;
    QSet<QString> concepts;
    for (qsizetype index = 0; index < instrument.items.size(); ++index) {
        const Item& item = instrument.items.at(index);
        const QString place = pointerTo(QStringLiteral("/items"), index);
        const QJsonObject object = array.at(index).toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            if (!fits(it.key(), item.type))
                faults.add(pointerTo(place, it.key()), QStringLiteral("means nothing on an item of this type"));
        if (ids.contains(item.id))
            faults.add(pointerTo(place, QStringLiteral("id")),
                       QStringLiteral("the id \"%1\" stands twice").arg(item.id));
        if (!item.concept_.isEmpty() && concepts.contains(item.concept_))
            faults.add(pointerTo(place, QStringLiteral("concept")),
                       QStringLiteral("the concept \"%1\" stands twice").arg(item.concept_));
        proveBounds(item, place, faults);
        if (item.showWhen)
            proveBranch(instrument, item, ids, faults);
        ids.insert(item.id);
        concepts.insert(item.concept_);
    }
}

} // namespace serein::instrument

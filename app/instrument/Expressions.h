#pragma once
// What the loader does with a score tree before anyone is scored by it: read it, check its references and kinds, bound
// its value.
#include "instrument/Instrument.h"

namespace serein::instrument {

/// The tree at `pointer`. What a schema cannot say is added to `faults`; what the schema has already refused reads as
/// 0.
[[nodiscard]] ExpressionPtr readExpression(const QJsonValue& json, const QString& pointer, QList<Fault>& faults);

/// References that name nothing, operands of the wrong kind (numbers where true/false is wanted, and the other way
/// round; nullopt: the whole may be either), profiles left out. `pointer`s are those of the nodes. A list that is
/// faulty as a whole (no items, one profile, no rows) is not faulted again by every reference into it.
[[nodiscard]] QList<Fault> expressionFaults(const Instrument& instrument, const ExpressionPtr& expression,
                                            std::optional<bool> wantsBoolean);
/// "" alone where the instrument has no profiles.
[[nodiscard]] inline QStringList profilesOf(const Instrument& instrument) {
    return instrument.profiles.isEmpty() ? QStringList{QString()} : instrument.profiles;
}
/// One profile alone is refused, and which one it lacks isn't known.
[[nodiscard]] inline bool lacksProfile(const Instrument& instrument, const QString& profile) {
    return instrument.profiles.size() != 1 && !instrument.profiles.contains(profile);
}

/// Every item the tree reads, by way of scores too; safe on cycles.
[[nodiscard]] QSet<QString> itemsReadBy(const Instrument& instrument, const ExpressionPtr& expression);
/// The scores the tree names itself.
[[nodiscard]] QSet<QString> scoresNamedBy(const ExpressionPtr& expression);

/// The values an expression may take; a bound that is absent is infinite.
struct Interval {
    std::optional<Decimal> low;
    std::optional<Decimal> high;
    bool operator==(const Interval&) const = default;

    [[nodiscard]] bool contains(const Interval& other) const;
    [[nodiscard]] QString toString() const; ///< "[0, 27]", "[0, ∞)"
};
/// Interval arithmetic over a numeric tree without faults. Scores it names count with their stated range (proven in
/// their own place). nullopt: it never has a value.
[[nodiscard]] std::optional<Interval> intervalOf(const Instrument& instrument, const Expression& expression,
                                                 const QString& profile);
/// The values an answer to this item may have.
[[nodiscard]] Interval intervalOf(const Item& item);

} // namespace serein::instrument

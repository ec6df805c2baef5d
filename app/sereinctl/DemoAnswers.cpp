#include "sereinctl/DemoAnswers.h"

#include <algorithm>

namespace serein::ctl {

namespace {

using instrument::Answers;
using instrument::AnswerValue;
using instrument::Instrument;
using instrument::Item;
using instrument::ItemType;

/// What may be answered, least first; empty for types that the demonstration leaves open.
QList<Decimal> answerable(const Item& item) {
    QList<Decimal> values;
    if (item.type == ItemType::Choice)
        for (const instrument::Choice& choice : item.choices)
            values.append(choice.value);
    else if (item.type == ItemType::Scale && item.min && item.max)
        for (Decimal value = *item.min; value <= *item.max; value = value + Decimal(1))
            values.append(value);
    return values;
}

class Invention {
public:
    Invention(const Instrument& instrument, const QStringList& countedAlerts)
        : m_instrument(instrument), m_counted(countedAlerts) {}

    [[nodiscard]] bool fires(const QString& item, const Decimal& value) const {
        Answers tried = answers;
        tried.insert(item, AnswerValue(value));
        const QStringList fired = instrument::alertsOnAnswer(m_instrument, tried, item);
        return std::ranges::any_of(fired, [this](const QString& rule) { return m_counted.contains(rule); });
    }

    Answers answers;

private:
    const Instrument& m_instrument;
    const QStringList& m_counted;
};

} // namespace

Answers inventAnswers(const Instrument& instrument, const QStringList& countedAlerts, double burden, bool firesAlert,
                      Dice& dice) {
    Invention invention(instrument, countedAlerts);
    bool alertWanted = firesAlert;
    for (const Item& item : instrument.items) {
        const double drawn = std::clamp(0.7 * burden + 0.6 * dice.roll() - 0.15, 0.0, 0.999);
        QList<Decimal> values = answerable(item);
        if (values.isEmpty() || !instrument::visibleItems(instrument, invention.answers).contains(item.id))
            continue;
        const auto isLoud = [&](const Decimal& value) { return invention.fires(item.id, value); };
        const auto loud = std::ranges::find_if(values, isLoud);
        if (alertWanted && loud != values.end()) {
            invention.answers.insert(item.id, AnswerValue(*loud));
            alertWanted = false;
            continue;
        }
        values.removeIf(isLoud);
        if (!values.isEmpty())
            invention.answers.insert(
                item.id, AnswerValue(values.at(static_cast<qsizetype>(drawn * static_cast<double>(values.size())))));
    }
    return invention.answers;
}

} // namespace serein::ctl

#include "exporting/Tables.h"

namespace serein::exporting {

namespace {

struct ToCell {
    Cell operator()(const Decimal& number) const { return Cell::number(number); }
    Cell operator()(instrument::ClockTime clock) const {
        return instrument::answerToJson(instrument::AnswerValue(clock)).toString();
    }
    Cell operator()(const instrument::Minutes& minutes) const { return Cell::number(minutes.value); }
    Cell operator()(QDate date) const { return date.toString(Qt::ISODate); }
    Cell operator()(const QList<Decimal>& values) const {
        QStringList texts;
        for (const Decimal& value : values)
            texts += value.toString();
        return texts.join(u'|');
    }
    Cell operator()(const QString& words) const { return words; }
};

} // namespace

ItemState itemState(const instrument::Item& item, const instrument::Answer& answer, bool isShown, bool wasReached) {
    if (!isShown || !item.asks())
        return {QStringLiteral("not_applicable"), {}, {}};
    if (const auto* declined = std::get_if<instrument::Declined>(&answer))
        return {QStringLiteral("declined"), declined->reason, {}};
    if (instrument::isAnswered(answer))
        return {QStringLiteral("answered"), {}, std::visit(ToCell(), std::get<instrument::AnswerValue>(answer))};
    return {wasReached ? QStringLiteral("unanswered") : QStringLiteral("not_reached"), {}, {}};
}

QString wordsChosen(const instrument::Item& item, const instrument::Answer& answer, const instrument::TextPack* pack) {
    const auto* value = std::get_if<instrument::AnswerValue>(&answer);
    if (!pack || !pack->allowsExport || !value)
        return {};
    if (const auto* number = std::get_if<Decimal>(value))
        return pack->choiceWords(item, *number);
    QStringList words;
    if (const auto* values = std::get_if<QList<Decimal>>(value))
        for (const Decimal& chosen : *values)
            words += pack->choiceWords(item, chosen);
    return words.join(u'|');
}

Cell scoreCell(const QJsonObject& score) {
    const QJsonValue value = score.value(QLatin1String("value"));
    if (value.isBool())
        return Cell::number(Decimal(value.toBool() ? 1 : 0));
    const auto number = Decimal::fromJson(value);
    return number ? Cell::number(*number) : Cell();
}

QString timeOf(const QDateTime& instant) {
    return instant.isValid() ? instantText(instant) : QString();
}

} // namespace serein::exporting

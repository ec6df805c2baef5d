#include "ui/StaffForms.h"

#include "core/Clock.h"
#include "core/Json.h"
#include "desk/Planning.h"
#include "instrument/Scoring.h"
#include "study/Words.h"
#include "ui/ItemTypes.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace serein::ui {

using instrument::ItemType;

namespace {

QVariantList optionsOf(const instrument::Item& item, const instrument::TextPack& words) {
    QVariantList options;
    for (const instrument::Choice& choice : item.choices)
        options += QVariantMap{{QStringLiteral("id"), choice.value.toString()},
                               {QStringLiteral("label"), words.choiceWords(item, choice.value)}};
    return options;
}

/// A field's text as the answer it stands for; null where there is none.
QJsonValue fromField(const instrument::Item& item, const QVariant& entered) {
    static const QRegularExpression clock(QStringLiteral("^([0-9]{1,2}):([0-9]{2})$"));
    // A Chinese keyboard types full-width digits, points and colons.
    const QString typed = entered.toString();
    const QString text =
        (item.type == ItemType::Text ? typed : typed.normalized(QString::NormalizationForm_KC)).trimmed();
    switch (item.type) {
    case ItemType::MultiChoice: {
        QJsonArray chosen;
        for (const QString& value : entered.toStringList())
            if (const auto number = Decimal::fromString(value))
                chosen.append(number->toJson());
        return chosen.isEmpty() ? QJsonValue() : QJsonValue(chosen);
    }
    case ItemType::Choice:
    case ItemType::Number:
    case ItemType::Scale: {
        const auto number = Decimal::fromString(text);
        return text.isEmpty() ? QJsonValue() : number ? number->toJson() : QJsonValue(text);
    }
    case ItemType::Duration: {
        if (const auto hours = clock.match(text); hours.hasMatch())
            return hours.captured(1).toInt() * 60 + hours.captured(2).toInt();
        const auto minutes = Decimal::fromString(text);
        return text.isEmpty() ? QJsonValue() : minutes ? minutes->toJson() : QJsonValue(text);
    }
    default:
        return text.isEmpty() ? QJsonValue() : QJsonValue(text);
    }
}

/// "2026-11-20 14:05" as staff write it is a moment of the site's zone; what else stands there is left to the item.
Result<QJsonValue> inZone(const instrument::Item& item, const QJsonValue& value, const QTimeZone& zone) {
    if (item.type != ItemType::DateTime || value.isNull() || parseInstant(value.toString()))
        return value;
    SEREIN_TRY(const desk::LocalTime time, desk::localTime(value.toString(), zone));
    return QJsonValue(instantText(time.at));
}

Result<instrument::Answer> answerFrom(const instrument::Item& item, const QVariant& entered, const QTimeZone& zone) {
    SEREIN_TRY(const QJsonValue value, inZone(item, fromField(item, entered), zone));
    if (item.type == ItemType::Text)
        SEREIN_CHECK(desk::typedText(value.toString(), item.id, desk::mostNote, true));
    return instrument::answerFromJson(item, value);
}

} // namespace

Result<instrument::Answers> formAnswers(const instrument::Instrument& instrument, const QVariantMap& entered,
                                        const QTimeZone& zone) {
    instrument::Answers answers;
    QList<Fault> faults;
    for (const instrument::Item& item : instrument.items) {
        if (!item.asks() || !entered.contains(item.id))
            continue;
        const auto answer = answerFrom(item, entered.value(item.id), zone);
        if (answer)
            answers.insert(item.id, *answer);
        else
            faults.append({{}, pointerTo({}, item.id), answer.error().faults.constFirst().reason});
    }
    if (!faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, faults});
    return answers;
}

instrument::Answers usableAnswers(const instrument::Instrument& instrument, const QVariantMap& entered,
                                  const QTimeZone& zone) {
    instrument::Answers answers;
    for (auto it = entered.begin(); it != entered.end(); ++it)
        if (const auto one = formAnswers(instrument, {{it.key(), *it}}, zone))
            answers.insert(*one);
    return answers;
}

QVariantMap formEntries(const instrument::Instrument& instrument, const instrument::Answers& answers,
                        const QTimeZone& zone) {
    QVariantMap entries;
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        const instrument::Item* item = instrument.item(it.key());
        if (item == nullptr || !instrument::isAnswered(*it))
            continue;
        const QJsonValue value = instrument::answerToJson(*it);
        if (item->type == ItemType::MultiChoice) {
            QStringList chosen;
            for (const QJsonValue one : value.toArray())
                if (const auto number = Decimal::fromJson(one))
                    chosen.append(number->toString());
            entries.insert(it.key(), chosen);
        } else if (const auto moment = parseInstant(value.toString()); item->type == ItemType::DateTime && moment) {
            entries.insert(it.key(), moment->toTimeZone(zone).toString(QStringLiteral("yyyy-MM-dd HH:mm")));
        } else if (const auto number = value.isDouble() ? Decimal::fromJson(value) : std::nullopt) {
            entries.insert(it.key(), number->toString());
        } else {
            entries.insert(it.key(), value.toString());
        }
    }
    return entries;
}

bool isTwice(const instrument::Item& item, const QVariant& entered, const QTimeZone& zone) {
    const auto time =
        item.type == ItemType::DateTime ? desk::localTime(entered.toString(), zone) : std::unexpected(Error{});
    return time && time->again.isValid();
}

QVariantList formItems(const vault::Protocol& protocol, const QString& id, const QVariantMap& entered,
                       const QString& language) {
    QVariantList rows;
    const instrument::Entry* entry = protocol.library.entry(id);
    const instrument::TextPack* words = entry ? study::wordsFor(*entry, language) : nullptr;
    if (words == nullptr)
        return rows;
    // What doesn't fit yet is still being typed: the branches wait for it.
    const instrument::Answers answers = usableAnswers(entry->instrument, entered, protocol.study.zone);
    int number = 0;
    for (const QString& shown :
         instrument::visibleItems(entry->instrument, answers, protocol.study.profiles.value(id))) {
        const instrument::Item& item = *entry->instrument.item(shown);
        const instrument::ItemWords text = words->items.value(shown);
        rows += QVariantMap{{QStringLiteral("id"), shown},
                            {QStringLiteral("type"), itemTypeText(item.type)},
                            {QStringLiteral("number"), item.asks() ? ++number : 0},
                            {QStringLiteral("text"), text.text},
                            {QStringLiteral("help"), text.help},
                            {QStringLiteral("unit"), text.unit.isEmpty() ? item.unit : text.unit},
                            {QStringLiteral("optional"), item.optional},
                            {QStringLiteral("low"), text.low},
                            {QStringLiteral("high"), text.high},
                            {QStringLiteral("options"), optionsOf(item, *words)}};
    }
    return rows;
}

} // namespace serein::ui

#include "ui/StaffForms.h"

#include "core/Clock.h"
#include "core/Json.h"
#include "instrument/Scoring.h"
#include "study/Words.h"
#include "ui/AnswerWords.h"

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
    const QString text = entered.toString().trimmed();
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

/// "2026-11-20 14:05" as staff write it is a moment of the site's zone.
QJsonValue inZone(const instrument::Item& item, const QJsonValue& value, const QTimeZone& zone) {
    const QDateTime typed = QDateTime::fromString(value.toString(), QStringLiteral("yyyy-MM-dd HH:mm"));
    if (item.type != ItemType::DateTime || !typed.isValid())
        return value;
    return instantText(localMoment(typed.date(), typed.time(), zone));
}

} // namespace

Result<instrument::Answers> formAnswers(const instrument::Instrument& instrument, const QVariantMap& entered,
                                        const QTimeZone& zone) {
    instrument::Answers answers;
    QList<Fault> faults;
    for (const instrument::Item& item : instrument.items) {
        if (!item.asks() || !entered.contains(item.id))
            continue;
        const auto answer =
            instrument::answerFromJson(item, inZone(item, fromField(item, entered.value(item.id)), zone));
        if (answer)
            answers.insert(item.id, *answer);
        else
            faults.append({{}, pointerTo({}, item.id), answer.error().faults.constFirst().reason});
    }
    if (!faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, faults});
    return answers;
}

QVariantList formItems(const vault::Vault& vault, const QString& id, const QVariantMap& entered,
                       const QString& language) {
    QVariantList rows;
    const instrument::Entry* entry = vault.library().entry(id);
    const instrument::TextPack* words = entry ? study::wordsFor(*entry, language) : nullptr;
    if (words == nullptr)
        return rows;
    // What doesn't fit yet is still being typed: the branches wait for it.
    instrument::Answers answers;
    for (const instrument::Item& item : entry->instrument.items)
        if (const auto one = formAnswers(entry->instrument, {{item.id, entered.value(item.id)}}, vault.study().zone);
            one && entered.contains(item.id))
            answers.insert(*one);
    for (const QString& shown : instrument::visibleItems(entry->instrument, answers)) {
        const instrument::Item& item = *entry->instrument.item(shown);
        const instrument::ItemWords text = words->items.value(shown);
        rows += QVariantMap{{QStringLiteral("id"), shown},
                            {QStringLiteral("type"), itemTypeText(item.type)},
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

#include "instrument/Answer.h"
#include "core/Clock.h"
#include "core/Json.h"
#include "instrument/Instrument.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

namespace serein::instrument {

namespace {

constexpr int longestText = 10000;
constexpr int longestReason = 2000;

bool offers(const Item& item, const Decimal& value) {
    return std::ranges::any_of(item.choices, [&](const Choice& choice) { return choice.value == value; });
}

/// Line breaks and tabs aside: what no export format can carry.
bool hasControlCharacter(const QString& text) {
    return std::ranges::any_of(
        text, [](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; });
}

Result<Answer> declined(const QJsonObject& object) {
    for (auto it = object.begin(); it != object.end(); ++it)
        if (it.key() != QLatin1String("declined") && it.key() != QLatin1String("reason"))
            return unusable(QStringLiteral("unknown key; an object here is {\"declined\": true, \"reason\": text}"),
                            pointerTo({}, it.key()));
    if (!object.value(QLatin1String("declined")).toBool())
        return unusable(QStringLiteral("an object here is {\"declined\": true, \"reason\": text}"));
    const QJsonValue reason = object.value(QLatin1String("reason"));
    if (!reason.isUndefined() && !reason.isNull() && !reason.isString())
        return unusable(QStringLiteral("the reason is not a text"), QStringLiteral("/reason"));
    if (reason.toString().size() > longestReason || hasControlCharacter(reason.toString()))
        return unusable(
            QStringLiteral("the reason is longer than %1 characters or has control characters").arg(longestReason),
            QStringLiteral("/reason"));
    return Answer(Declined{reason.toString()});
}

Result<Answer> choice(const Item& item, const QJsonValue& value) {
    const auto number = Decimal::fromJson(value);
    if (!number || !offers(item, *number))
        return unusable(QStringLiteral("none of this item's choices"));
    return Answer(AnswerValue(*number));
}

Result<Answer> multiChoice(const Item& item, const QJsonValue& value) {
    if (!value.isArray())
        return unusable(QStringLiteral("not a list of choices"));
    const QJsonArray array = value.toArray();
    QList<Decimal> values;
    for (qsizetype index = 0; index < array.size(); ++index) {
        const auto number = Decimal::fromJson(array.at(index));
        if (!number || !offers(item, *number))
            return unusable(QStringLiteral("none of this item's choices"), pointerTo({}, index));
        if (values.contains(*number))
            return unusable(QStringLiteral("the choice stands twice"), pointerTo({}, index));
        values.append(*number);
    }
    return values.isEmpty() ? Answer() : Answer(AnswerValue(values));
}

/// The faults of a number against the item's places, least and greatest; the error never repeats the answer.
Result<Decimal> withinRange(const Item& item, const Decimal& number) {
    if (number.roundedHalfUp(item.decimals) != number)
        return unusable(item.decimals == 0 ? QStringLiteral("not a whole number")
                        : item.decimals == 1
                            ? QStringLiteral("more than one place after the point")
                            : QStringLiteral("more than %1 places after the point").arg(item.decimals));
    if (item.min && number < *item.min)
        return unusable(QStringLiteral("less than %1").arg(item.min->toString()));
    if (item.max && number > *item.max)
        return unusable(QStringLiteral("more than %1").arg(item.max->toString()));
    return number;
}

Result<Answer> number(const Item& item, const QJsonValue& value) {
    const auto read = Decimal::fromJson(value);
    if (!read)
        return unusable(QStringLiteral("not a number"));
    SEREIN_TRY(const Decimal checked, withinRange(item, *read));
    return Answer(AnswerValue(checked));
}

Result<Answer> clock(const QJsonValue& value) {
    static const QRegularExpression pattern(QStringLiteral("^([01][0-9]|2[0-3]):([0-5][0-9])\\z"));
    const auto match = pattern.match(value.toString());
    if (!match.hasMatch())
        return unusable(QStringLiteral("not a clock time from 00:00 to 23:59"));
    return Answer(AnswerValue(ClockTime{match.captured(1).toInt() * 60 + match.captured(2).toInt()}));
}

Result<Answer> duration(const Item& item, const QJsonValue& value) {
    auto minutes = Decimal::fromJson(value);
    if (value.isString()) {
        const auto read = IsoDuration::fromString(value.toString());
        constexpr auto longest = std::chrono::hours(24 * 366); // no item asks for more than a year
        if (read && read->months == 0 && read->days >= 0 && read->days <= 366 && read->nominal() <= longest)
            minutes = Decimal(static_cast<int>(read->nominal().count())) / Decimal(60);
    }
    if (!minutes || *minutes < Decimal(0))
        return unusable(QStringLiteral("not a duration: minutes, or ISO 8601 such as PT7H30M"));
    SEREIN_TRY(const Decimal checked, withinRange(item, *minutes));
    return Answer(AnswerValue(Minutes{checked}));
}

Result<Answer> date(const QJsonValue& value) {
    const QString text = value.toString();
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (text.size() != 10 || !day.isValid())
        return unusable(QStringLiteral("not a date such as 2026-11-20"));
    return Answer(AnswerValue(day));
}

Result<Answer> dateTime(const QJsonValue& value) {
    if (!parseInstant(value.toString()))
        return unusable(QStringLiteral("not a time with its offset such as 2026-11-20T14:05+08:00"));
    return Answer(AnswerValue(value.toString()));
}

Result<Answer> text(const Item& item, const QJsonValue& value) {
    if (!value.isString())
        return unusable(QStringLiteral("not a text"));
    const QString words = value.toString();
    const int longest = item.maxLength > 0 ? item.maxLength : longestText;
    if (words.size() > longest)
        return unusable(QStringLiteral("longer than %1 characters").arg(longest));
    if (hasControlCharacter(words))
        return unusable(QStringLiteral("has control characters"));
    return words.isEmpty() ? Answer() : Answer(AnswerValue(words));
}

struct ToJson {
    QJsonValue operator()(const Decimal& number) const { return number.toJson(); }
    QJsonValue operator()(ClockTime clock) const {
        return QStringLiteral("%1:%2")
            .arg(clock.minutes / 60, 2, 10, QChar(u'0'))
            .arg(clock.minutes % 60, 2, 10, QChar(u'0'));
    }
    QJsonValue operator()(const Minutes& minutes) const { return minutes.value.toJson(); }
    QJsonValue operator()(QDate date) const { return date.toString(Qt::ISODate); }
    QJsonValue operator()(const QList<Decimal>& values) const {
        QJsonArray array;
        for (const Decimal& value : values)
            array.append(value.toJson());
        return array;
    }
    QJsonValue operator()(const QString& words) const { return words; }
};

} // namespace

bool isAnswered(const Answer& answer) {
    const auto* value = std::get_if<AnswerValue>(&answer);
    if (value == nullptr)
        return false;
    if (const auto* words = std::get_if<QString>(value))
        return !words->isEmpty();
    if (const auto* chosen = std::get_if<QList<Decimal>>(value))
        return !chosen->isEmpty();
    return true;
}

Result<Answer> answerFromJson(const Item& item, const QJsonValue& value) {
    if (value.isNull() || value.isUndefined())
        return Answer();
    if (!item.asks())
        return unusable(QStringLiteral("this item asks nothing"));
    if (value.isObject())
        return declined(value.toObject());
    switch (item.type) {
    case ItemType::Choice:
        return choice(item, value);
    case ItemType::MultiChoice:
        return multiChoice(item, value);
    case ItemType::Number:
    case ItemType::Scale:
        return number(item, value);
    case ItemType::Clock:
        return clock(value);
    case ItemType::Duration:
        return duration(item, value);
    case ItemType::Date:
        return date(value);
    case ItemType::DateTime:
        return dateTime(value);
    case ItemType::Text:
        return text(item, value);
    case ItemType::Section:
    case ItemType::Note:
        break;
    }
    return unusable(QStringLiteral("this item asks nothing"));
}

QJsonValue answerToJson(const Answer& answer) {
    if (const auto* value = std::get_if<AnswerValue>(&answer))
        return std::visit(ToJson(), *value);
    if (const auto* refusal = std::get_if<Declined>(&answer)) {
        QJsonObject object{{QStringLiteral("declined"), true}};
        if (!refusal->reason.isEmpty())
            object.insert(QStringLiteral("reason"), refusal->reason);
        return object;
    }
    return QJsonValue::Null;
}

} // namespace serein::instrument

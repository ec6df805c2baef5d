#include "desk/AnswerWords.h"

#include <QLocale>

namespace serein::desk {

using instrument::ItemType;

QString AnswerWords::of(const instrument::Item& item, const instrument::TextPack& words,
                        const instrument::Answer& answer) {
    const auto* value = std::get_if<instrument::AnswerValue>(&answer);
    if (value == nullptr)
        return {};
    if (const auto* number = std::get_if<Decimal>(value)) {
        if (item.type == ItemType::Choice)
            return words.choiceWords(item, *number);
        const QString unit = words.items.value(item.id).unit;
        return unit.isEmpty() ? number->toString() : number->toString() + u' ' + unit;
    }
    if (const auto* chosen = std::get_if<QList<Decimal>>(value)) {
        QStringList texts;
        for (const Decimal& one : *chosen)
            texts += words.choiceWords(item, one);
        return texts.join(tr(", ", "between several choices"));
    }
    if (const auto* minutes = std::get_if<instrument::Minutes>(value)) {
        const int all = minutes->value.toInt();
        return all % 60 == 0 ? tr("%1 h").arg(all / 60) : tr("%1 h %2 min").arg(all / 60).arg(all % 60);
    }
    return instrument::answerToJson(answer).toString();
}

QString languageLabel(const QString& language) {
    if (language == QStringLiteral("en"))
        return QStringLiteral("English"); // QLocale says "American English"
    const QString name = QLocale(language).nativeLanguageName();
    return name.isEmpty() ? language : name;
}

} // namespace serein::desk

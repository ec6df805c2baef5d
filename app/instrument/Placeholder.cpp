#include "instrument/Placeholder.h"

namespace serein::instrument {

namespace {

struct Phrases {
    QString item; ///< %1: its number
    QString choice;
    QString low;
    QString high;
    QString recall;
    QString statement;
};

Phrases phrasesIn(const QString& language) {
    if (language.startsWith(QLatin1String("zh")))
        return {QStringLiteral("第 %1 题，题目文字由研究中心提供"),
                QStringLiteral("选项 %1"),
                QStringLiteral("最低端"),
                QStringLiteral("最高端"),
                QStringLiteral("时间范围由研究中心提供"),
                QStringLiteral("占位文字，仅供测试和演示，不可用于真实研究。")};
    return {QStringLiteral("Item %1, wording supplied by the site"),
            QStringLiteral("Choice %1"),
            QStringLiteral("low end"),
            QStringLiteral("high end"),
            QStringLiteral("Recall period supplied by the site"),
            QStringLiteral("A placeholder for tests and demonstrations; no trial may use it.")};
}

} // namespace

QJsonObject placeholderPack(const Instrument& instrument, const QString& language) {
    const Phrases phrases = phrasesIn(language);
    QJsonObject items;
    QJsonObject choices;
    int number = 0;
    for (const Item& item : instrument.items) {
        QJsonObject words{{QStringLiteral("text"), phrases.item.arg(++number)}};
        if (item.type == ItemType::Scale) {
            words.insert(QStringLiteral("low"), phrases.low);
            words.insert(QStringLiteral("high"), phrases.high);
        }
        items.insert(item.id, words);
        QJsonObject list;
        for (const Choice& choice : item.choices)
            list.insert(choice.value.toString(), phrases.choice.arg(choice.value.toString()));
        if (!list.isEmpty())
            choices.insert(item.choiceList, list);
    }
    QJsonObject pack{
        {QStringLiteral("schema"), QStringLiteral("serein-text/1")},
        {QStringLiteral("instrument"), instrument.id},
        {QStringLiteral("instrumentVersion"), instrument.version},
        {QStringLiteral("language"), language},
        {QStringLiteral("version"), QStringLiteral("0.0.0")},
        {QStringLiteral("provenance"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("placeholder")}}},
        {QStringLiteral("licence"),
         QJsonObject{{QStringLiteral("holder"), QStringLiteral("The Serein authors")},
                     {QStringLiteral("statement"), phrases.statement},
                     {QStringLiteral("allows"),
                      QJsonObject{{QStringLiteral("electronic"), true}, {QStringLiteral("exportWording"), true}}}}},
        {QStringLiteral("title"), instrument.name.in(language)},
        {QStringLiteral("recall"), phrases.recall},
        {QStringLiteral("items"), items}};
    if (!choices.isEmpty())
        pack.insert(QStringLiteral("choices"), choices);
    return pack;
}

} // namespace serein::instrument

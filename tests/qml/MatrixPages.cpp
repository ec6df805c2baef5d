#include "MatrixPages.h"

#include <QJsonArray>

namespace serein::matrix {

namespace {

using instrument::Item;
using instrument::ItemWords;
using instrument::TextPack;

QVariant number(const std::optional<Decimal>& bound) {
    return bound ? bound->toJson().toVariant() : QVariant();
}

/// As instrument.json writes it, which is what the pages go by.
QString typeOf(const instrument::Instrument& instrument, const QString& id) {
    for (const auto& item : instrument.json.value(QLatin1String("items")).toArray())
        if (item[QLatin1String("id")].toString() == id)
            return item[QLatin1String("type")].toString();
    return {};
}

/// The items in the order they are asked in.
QStringList order(const instrument::Instrument& instrument, const TextPack& pack) {
    if (!pack.order.isEmpty())
        return pack.order;
    QStringList all;
    for (const Item& item : instrument.items)
        all += item.id;
    return all;
}

Page page(const instrument::Instrument& instrument, const TextPack& pack, const Item& item, qsizetype place,
          qsizetype count) {
    const ItemWords words = pack.items.value(item.id);
    // PatientScreen.qml: an instruction that opens with the recall is the published stem of every question.
    const QString recall = pack.instruction.startsWith(pack.recall) ? pack.instruction : pack.recall;
    QVariantList options;
    Page made;
    made.words = {recall, words.text, words.help};
    made.longest = words.text.size();
    for (const instrument::Choice& choice : item.choices) {
        const QString text = pack.choiceWords(item, choice.value);
        options +=
            QVariantMap{{QStringLiteral("value"), choice.value.toJson().toVariant()}, {QStringLiteral("text"), text}};
        made.words += text;
        made.longest += text.size();
    }
    if (item.type == instrument::ItemType::Scale)
        made.words += {words.low, words.high};
    if (item.type == instrument::ItemType::Number)
        made.words += words.unit;
    made.name = instrument.id + u'.' + item.id;
    made.type = QStringLiteral("QuestionPage");
    made.names = questionNames();
    made.cue = QStringLiteral("patient.more");
    made.hasOptions = !options.isEmpty();
    made.mustAnswer = item.asks() && !item.optional;
    made.isSelfRated = true;
    QVariantMap& properties = made.properties = questionProperties();
    properties[QStringLiteral("itemId")] = made.name;
    properties[QStringLiteral("type")] = typeOf(instrument, item.id);
    properties[QStringLiteral("display")] = item.display;
    properties[QStringLiteral("recall")] = recall;
    properties[QStringLiteral("question")] = words.text;
    properties[QStringLiteral("help")] = words.help;
    properties[QStringLiteral("options")] = options;
    properties[QStringLiteral("scaleMin")] = item.min ? item.min->toInt() : 0;
    properties[QStringLiteral("scaleMax")] = item.max ? item.max->toInt() : 0;
    properties[QStringLiteral("low")] = words.low;
    properties[QStringLiteral("high")] = words.high;
    properties[QStringLiteral("unit")] = words.unit;
    properties[QStringLiteral("decimals")] = item.decimals;
    properties[QStringLiteral("numberMin")] = number(item.min);
    properties[QStringLiteral("numberMax")] = number(item.max);
    properties[QStringLiteral("mayStayEmpty")] = item.optional;
    properties[QStringLiteral("progress")] = static_cast<double>(place) / static_cast<double>(count);
    properties[QStringLiteral("number")] = static_cast<int>(place);
    properties[QStringLiteral("count")] = static_cast<int>(count);
    properties[QStringLiteral("canGoBack")] = place > 1;
    return made;
}

/// As DeskModel::formItems gives it to FormFields.
Page field(const instrument::Instrument& instrument, const TextPack& pack, const Item& item) {
    const ItemWords words = pack.items.value(item.id);
    Page made;
    made.name = instrument.id + u'.' + item.id;
    made.type = QStringLiteral("form");
    made.words = {words.text};
    if (item.asks() && item.choices.isEmpty())
        made.names = {QStringLiteral("form.") + item.id}; // what is typed into
    QVariantList options;
    for (const instrument::Choice& choice : item.choices) {
        const QString text = pack.choiceWords(item, choice.value);
        options += QVariantMap{{QStringLiteral("id"), choice.value.toString()}, {QStringLiteral("label"), text}};
        made.words += text;
    }
    const QVariantMap row = {{QStringLiteral("id"), item.id},
                             {QStringLiteral("type"), typeOf(instrument, item.id)},
                             {QStringLiteral("text"), words.text},
                             {QStringLiteral("help"), words.help},
                             {QStringLiteral("unit"), words.unit.isEmpty() ? item.unit : words.unit},
                             {QStringLiteral("low"), words.low},
                             {QStringLiteral("high"), words.high},
                             {QStringLiteral("options"), options}};
    made.hasOptions = !options.isEmpty();
    made.longest = made.words.join(QString()).size();
    made.properties = {{QStringLiteral("items"), QVariantList{row}}, {QStringLiteral("entered"), QVariantMap()}};
    return made;
}

} // namespace

QVariantMap questionProperties() {
    QVariantMap all = {{QStringLiteral("display"), QStringLiteral("nrs")},
                       {QStringLiteral("options"), QVariantList()},
                       {QStringLiteral("scaleMin"), 0},
                       {QStringLiteral("scaleMax"), 10},
                       {QStringLiteral("decimals"), 0},
                       {QStringLiteral("progress"), 0.5},
                       {QStringLiteral("number"), 1},
                       {QStringLiteral("count"), 1},
                       {QStringLiteral("canReadAloud"), true}}; // the fullest top
    for (const char* words : {"recall", "question", "help", "low", "high", "unit"})
        all.insert(QString::fromLatin1(words), QString());
    for (const char* state : {"mayStayEmpty", "answered", "declined", "prompted", "canGoBack", "asksReason"})
        all.insert(QString::fromLatin1(state), false);
    for (const char* value : {"answer", "numberMin", "numberMax"})
        all.insert(QString::fromLatin1(value), QVariant());
    return all;
}

QStringList questionNames() {
    return {QStringLiteral("patient.pause"),    QStringLiteral("patient.textSize"),
            QStringLiteral("patient.position"), QStringLiteral("patient.questionArea"),
            QStringLiteral("patient.bar"),      QStringLiteral("patient.next")};
}

QList<Page> itemPages(const instrument::Library& library, const QString& language) {
    QList<Page> pages;
    for (const QString& id : library.ids()) {
        const TextPack* pack = library.pack(id, language);
        if (pack == nullptr)
            continue;
        const instrument::Instrument& instrument = *library.instrument(id);
        const QStringList items = order(instrument, *pack);
        qsizetype place = 0;
        const bool isSelfRated = instrument.audience == QStringLiteral("self"); // as Battery::asked has it
        for (const QString& item : items)
            pages += isSelfRated ? page(instrument, *pack, *instrument.item(item), ++place, items.size())
                                 : field(instrument, *pack, *instrument.item(item));
    }
    return pages;
}

Page prompted(const Page& page) {
    Page asked = page;
    asked.name += QStringLiteral("+prompted");
    asked.properties.insert(QStringLiteral("itemId"), asked.name);
    asked.properties.insert(QStringLiteral("prompted"), true);
    asked.names.removeAll(QStringLiteral("patient.questionArea"));
    asked.names += QStringLiteral("patient.message");
    // On a low page the sentence takes the question's place until the participant has acted.
    asked.words.removeAll(page.properties.value(QStringLiteral("question")).toString());
    asked.words.removeAll(page.properties.value(QStringLiteral("help")).toString());
    return asked;
}

Page chosen(const Page& page) {
    Page made = page;
    const QVariantMap row = page.properties.value(QStringLiteral("items")).toList().value(0).toMap();
    const QVariantMap option = row.value(QStringLiteral("options")).toList().value(0).toMap();
    const QString label = option.value(QStringLiteral("label")).toString();
    made.name += QStringLiteral("+chosen");
    made.properties[QStringLiteral("entered")] =
        QVariantMap{{row.value(QStringLiteral("id")).toString(), option.value(QStringLiteral("id"))}};
    made.words.removeOne(label);
    made.words += QStringLiteral("✓ ") + label;
    return made;
}

} // namespace serein::matrix

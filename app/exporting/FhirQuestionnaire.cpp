#include "exporting/FhirForm.h"
#include "exporting/FhirPath.h"

#include <functional>

namespace serein::exporting {

namespace {

using instrument::Item;
using instrument::ItemType;
using instrument::TextPack;

constexpr qsizetype longestId = 64; // of FHIR's data type id

QString coreUrl(const QString& name) {
    return QStringLiteral("http://hl7.org/fhir/StructureDefinition/") + name;
}
QString sdcUrl(const QString& name) {
    return QStringLiteral("http://hl7.org/fhir/uv/sdc/StructureDefinition/") + name;
}

QList<const TextPack*> sayable(const FhirForm& form) {
    QList<const TextPack*> packs;
    for (const TextPack* pack : form.packs)
        if (pack->allowsExport)
            packs += pack;
    return packs;
}

/// A text and its translations: `name` and `_name`.
void say(QJsonObject& object, const QString& name, const QString& base, const QMap<QString, QString>& translations) {
    object.insert(name, base);
    QJsonArray extensions;
    for (auto it = translations.begin(); it != translations.end(); ++it)
        if (!it->isEmpty())
            extensions.append(
                QJsonObject{{"url", coreUrl("translation")},
                            {"extension", QJsonArray{QJsonObject{{"url", "lang"}, {"valueCode", it.key()}},
                                                     QJsonObject{{"url", "content"}, {"valueString", *it}}}}});
    if (!extensions.isEmpty())
        object.insert(u'_' + name, QJsonObject{{"extension", extensions}});
}

/// The same words in each language that may be exported; false where the base language has none.
bool sayWords(QJsonObject& object, const QString& name, const FhirForm& form,
              const std::function<QString(const TextPack&)>& words) {
    const QList<const TextPack*> packs = sayable(form);
    const QString base = packs.isEmpty() ? QString() : words(*packs.first());
    if (base.isEmpty())
        return false;
    QMap<QString, QString> translations;
    for (const TextPack* pack : packs.sliced(1))
        if (pack->language != packs.first()->language)
            translations.insert(pack->language, words(*pack));
    say(object, name, base, translations);
    return true;
}

/// What definitions carry in several languages themselves.
void sayName(QJsonObject& object, const QString& name, const FhirForm& form, const LocalizedText& text) {
    const QList<const TextPack*> packs = sayable(form);
    const QString base = packs.isEmpty() ? QStringLiteral("en") : packs.first()->language;
    QMap<QString, QString> translations;
    for (const QString& language : {QStringLiteral("en"), QStringLiteral("zh-CN")})
        if (language != base && text.has(language) && text.in(language) != text.in(base))
            translations.insert(language, text.in(language));
    say(object, name, text.in(base), translations);
}

QJsonObject itemControl(const QString& code) {
    return {{"url", coreUrl("questionnaire-itemControl")},
            {"valueCodeableConcept",
             QJsonObject{{"coding", QJsonArray{QJsonObject{{"system", "http://hl7.org/fhir/questionnaire-item-control"},
                                                           {"code", code}}}}}}};
}

QString fhirTypeOf(const Item& item) {
    switch (item.type) {
    case ItemType::Choice:
    case ItemType::MultiChoice:
        return "choice";
    case ItemType::Number:
    case ItemType::Scale:
    case ItemType::Duration:
        return item.decimals == 0 ? "integer" : "decimal";
    case ItemType::Clock:
        return "time";
    case ItemType::Date:
        return "date";
    case ItemType::DateTime:
        return "dateTime";
    case ItemType::Text:
        return "text";
    case ItemType::Section:
    case ItemType::Note:
        break;
    }
    return "display";
}

QJsonArray answerOptions(const FhirForm& form, const Item& item) {
    QJsonArray all;
    for (const instrument::Choice& choice : item.choices)
        all.append(QJsonObject{{"valueCoding", fhirCoding(form, item, choice)},
                               {"extension", QJsonArray{QJsonObject{{"url", coreUrl("ordinalValue")},
                                                                    {"valueDecimal", choice.value.toJson()}}}}});
    return all;
}

/// What stands beside a question: its help, and the words at the ends of a scale.
QJsonArray besides(const FhirForm& form, const Item& item) {
    QJsonArray all;
    const auto beside = [&](const QString& which, const QString& shownAs, QString instrument::ItemWords::* words) {
        QJsonObject display{{"linkId", QString(item.id + u'.' + which)},
                            {"type", "display"},
                            {"extension", QJsonArray{itemControl(shownAs)}}};
        if (sayWords(display, "text", form, [&](const TextPack& pack) { return pack.items.value(item.id).*words; }))
            all.append(display);
    };
    beside("help", "help", &instrument::ItemWords::help);
    beside("low", "lower", &instrument::ItemWords::low);
    beside("high", "upper", &instrument::ItemWords::high);
    return all;
}

QJsonArray bounds(const Item& item) {
    QJsonArray extensions;
    const QString type = item.decimals == 0 ? QStringLiteral("valueInteger") : QStringLiteral("valueDecimal");
    if (item.min)
        extensions.append(QJsonObject{{"url", coreUrl("minValue")}, {type, item.min->toJson()}});
    if (item.max)
        extensions.append(QJsonObject{{"url", coreUrl("maxValue")}, {type, item.max->toJson()}});
    if (item.decimals > 0)
        extensions.append(QJsonObject{{"url", coreUrl("maxDecimalPlaces")}, {"valueInteger", item.decimals}});
    if (item.type == ItemType::Duration)
        extensions.append(
            QJsonObject{{"url", coreUrl("questionnaire-unit")},
                        {"valueCoding",
                         QJsonObject{{"system", "http://unitsofmeasure.org"}, {"code", "min"}, {"display", "min"}}}});
    else if (!item.unit.isEmpty())
        extensions.append(
            QJsonObject{{"url", coreUrl("questionnaire-unit")}, {"valueCoding", QJsonObject{{"display", item.unit}}}});
    if (item.display == QLatin1String("vas"))
        extensions.append(itemControl("slider"));
    return extensions;
}

void addCodes(QJsonObject& object, const FhirForm& form, const QString& loinc, const QString& kind,
              const QString& own) {
    QJsonArray codes;
    if (!loinc.isEmpty())
        codes.append(QJsonObject{{"system", "http://loinc.org"}, {"code", loinc}});
    if (!own.isEmpty())
        codes.append(QJsonObject{{"system", fhirSystem(kind + u':' + form.instrument->id)}, {"code", own}});
    if (!codes.isEmpty())
        object.insert("code", codes);
}

QJsonObject questionItem(const FhirForm& form, const Item& item) {
    QJsonObject json{{"linkId", item.id}, {"type", fhirTypeOf(item)}};
    addCodes(json, form, item.codes.loinc, "concept", item.concept_);
    if (!sayWords(json, "text", form, [&](const TextPack& pack) { return pack.items.value(item.id).text; }))
        json.insert("text", QStringLiteral("%1 (%2)").arg(item.id, item.concept_));
    if (const QJsonArray extensions = bounds(item); !extensions.isEmpty())
        json.insert("extension", extensions);
    if (!item.choices.isEmpty())
        json.insert("answerOption", answerOptions(form, item));
    if (item.type == ItemType::MultiChoice)
        json.insert("repeats", true);
    if (item.type == ItemType::Text)
        json.insert("maxLength", item.maxLength > 0 ? item.maxLength : 10000);
    if (const QJsonArray displays = besides(form, item); !displays.isEmpty())
        json.insert("item", displays);
    fhirBranch(form, item, json);
    return json;
}

QJsonObject fhirPathOf(const QString& expression) {
    return {{"language", "text/fhirpath"}, {"expression", expression}};
}

QJsonObject calculated(const FhirForm& form, const instrument::Score& score) {
    QJsonObject json{
        {"linkId", fhirScoreLink(score.id)}, {"type", score.isBoolean ? "boolean" : "decimal"}, {"readOnly", true}};
    addCodes(json, form, score.codes.loinc, "score", score.id);
    sayName(json, "text", form, score.name);
    json.insert("extension",
                QJsonArray{QJsonObject{{"url", coreUrl("questionnaire-hidden")}, {"valueBoolean", true}},
                           QJsonObject{{"url", sdcUrl("sdc-questionnaire-calculatedExpression")},
                                       {"valueExpression", fhirPathOf(fhirScorePath(*form.instrument, score,
                                                                                    form.profile, form.prorate))}}});
    return json;
}

QJsonArray formItems(const FhirForm& form) {
    QJsonArray all;
    const auto display = [&](const QString& linkId, QString TextPack::* words) {
        QJsonObject json{{"linkId", linkId}, {"type", "display"}};
        if (sayWords(json, "text", form, [&](const TextPack& pack) { return pack.*words; }))
            all.append(json);
    };
    display("form.instruction", &TextPack::instruction);
    display("form.recall", &TextPack::recall);
    for (const Item& item : form.instrument->items)
        all.append(questionItem(form, item));
    for (const instrument::Score& score : form.instrument->scores)
        all.append(calculated(form, score));
    return all;
}

/// As a program may call it: it begins with a capital letter.
QString computableName(const instrument::Instrument& instrument) {
    QString name = QString(instrument.id).replace(u'-', u'_');
    name[0] = name.at(0).toUpper();
    return name;
}

/// Whose words these are, or whose the missing ones are.
QString copyrightOf(const FhirForm& form) {
    QStringList lines;
    for (const TextPack* pack : sayable(form))
        if (const QString line =
                QStringLiteral("%1: %2. %3").arg(pack->language, pack->licenceHolder, pack->licenceStatement);
            !lines.contains(line))
            lines += line;
    if (lines.isEmpty() && !form.instrument->wordsHolder.isEmpty())
        lines += QStringLiteral("%1. %2").arg(form.instrument->wordsHolder, form.instrument->wordsStatement);
    return lines.join(u'\n');
}

} // namespace

QString fhirSystem(const QString& path) {
    return QStringLiteral("urn:serein:") + path;
}

QString FhirForm::id() const {
    QString tail = u'-' + instrument->version + u'-' + hash.left(8);
    if (!profile.isEmpty() && profile != instrument->defaultProfile)
        tail += u'-' + QString(profile).replace(u'_', u'-');
    if (prorate)
        tail += QStringLiteral("-prorated");
    return instrument->id.left(longestId - tail.size()) + tail;
}

QString FhirForm::url() const {
    return fhirSystem(QStringLiteral("questionnaire:") + id());
}

QJsonObject fhirCoding(const FhirForm& form, const Item& item, const instrument::Choice& choice) {
    QJsonObject coding;
    if (choice.codes.loinc.isEmpty())
        coding = {{"system", fhirSystem(QStringLiteral("choice:%1:%2").arg(form.instrument->id, item.choiceList))},
                  {"code", choice.value.toString()}};
    else
        coding = {{"system", "http://loinc.org"}, {"code", choice.codes.loinc}};
    if (!sayWords(coding, "display", form, [&](const TextPack& pack) { return pack.choiceWords(item, choice.value); }))
        coding.insert("display", choice.concept_);
    return coding;
}

QJsonObject fhirQuestionnaire(const FhirForm& form) {
    const instrument::Instrument& instrument = *form.instrument;
    QJsonArray extensions;
    for (const FhirVariable& variable : fhirVariables(instrument, form.profile)) {
        QJsonObject expression = fhirPathOf(variable.expression);
        expression.insert("name", variable.name);
        extensions.append(QJsonObject{{"url", coreUrl("variable")}, {"valueExpression", expression}});
    }
    QJsonObject json{
        {"resourceType", "Questionnaire"},
        {"id", form.id()},
        {"url", form.url()},
        {"version", instrument.version},
        {"name", computableName(instrument)},
        {"status", "active"},
        {"experimental", false},
        {"subjectType", QJsonArray{"Patient"}},
        {"identifier", QJsonArray{QJsonObject{{"system", fhirSystem("definition-sha256")}, {"value", form.hash}}}},
        {"item", formItems(form)}};
    const QList<const TextPack*> packs = sayable(form);
    json.insert("language", packs.isEmpty() ? QStringLiteral("en") : packs.first()->language);
    if (!sayWords(json, "title", form, [](const TextPack& pack) { return pack.title; }))
        sayName(json, "title", form, instrument.name);
    if (!instrument.codes.loinc.isEmpty())
        json.insert("code", QJsonArray{QJsonObject{{"system", "http://loinc.org"}, {"code", instrument.codes.loinc}}});
    if (!extensions.isEmpty())
        json.insert("extension", extensions);
    QStringList sources;
    for (const instrument::Source& source : instrument.sources)
        sources += source.doi.isEmpty() ? source.citation : source.citation + QStringLiteral(" doi:") + source.doi;
    if (!sources.isEmpty())
        json.insert("description", sources.join(u'\n'));
    if (const QString whose = copyrightOf(form); !whose.isEmpty())
        json.insert("copyright", whose);
    return json;
}

} // namespace serein::exporting

#include "instrument/DefinitionReader.h"
#include "core/Json.h"
#include "instrument/Expressions.h"

#include <QHash>
#include <QJsonArray>

namespace serein::instrument {

namespace {

QString text(const QJsonObject& object, QLatin1String key) {
    return object.value(key).toString();
}

template<class Read> void forEach(const QJsonObject& object, QLatin1String key, const QString& pointer, Read read) {
    const QJsonArray array = object.value(key).toArray();
    const QString place = pointerTo(pointer, QString(key));
    for (qsizetype index = 0; index < array.size(); ++index)
        read(array.at(index).toObject(), pointerTo(place, index));
}

/// 0 with a fault for a number that cannot be held exactly.
Decimal exact(const QJsonValue& json, const QString& pointer, Faults& faults) {
    const auto number = Decimal::fromJson(json);
    if (!number)
        faults.refuse(pointer, QStringLiteral("not an exact number"));
    return number.value_or(Decimal());
}

Decimal exact(const QJsonObject& object, QLatin1String key, const QString& place, Faults& faults) {
    return exact(object.value(key), pointerTo(place, QString(key)), faults);
}

std::optional<Decimal> exactIfAny(const QJsonObject& object, QLatin1String key, const QString& place, Faults& faults) {
    return object.contains(key) ? std::optional(exact(object, key, place, faults)) : std::nullopt;
}

ItemType itemType(const QString& name) {
    static const QHash<QString, ItemType> types{
        {QStringLiteral("choice"), ItemType::Choice}, {QStringLiteral("multiChoice"), ItemType::MultiChoice},
        {QStringLiteral("number"), ItemType::Number}, {QStringLiteral("scale"), ItemType::Scale},
        {QStringLiteral("clock"), ItemType::Clock},   {QStringLiteral("duration"), ItemType::Duration},
        {QStringLiteral("date"), ItemType::Date},     {QStringLiteral("datetime"), ItemType::DateTime},
        {QStringLiteral("text"), ItemType::Text},     {QStringLiteral("section"), ItemType::Section},
        {QStringLiteral("note"), ItemType::Note}};
    return types.value(name, ItemType::Note);
}

Direction direction(const QString& name) {
    if (name == QLatin1String("higherWorse"))
        return Direction::HigherWorse;
    return name == QLatin1String("higherBetter") ? Direction::HigherBetter : Direction::None;
}

Rounding rounding(const QString& name) {
    if (name == QLatin1String("halfUp"))
        return Rounding::HalfUp;
    return name == QLatin1String("floor") ? Rounding::Floor : Rounding::None;
}

Codes codes(const QJsonObject& owner) {
    const QJsonObject object = owner.value(QLatin1String("codes")).toObject();
    return {text(object, QLatin1String("loinc")), text(object, QLatin1String("cdisc")),
            text(object, QLatin1String("sponsor"))};
}

InstrumentCodes instrumentCodes(const QJsonObject& json) {
    const QJsonObject object = json.value(QLatin1String("codes")).toObject();
    const bool isSponsors = object.contains(QLatin1String("sponsor"));
    const QJsonObject category =
        object.value(isSponsors ? QLatin1String("sponsor") : QLatin1String("cdisc")).toObject();
    return {text(object, QLatin1String("loinc")), text(category, QLatin1String("domain")),
            text(category, QLatin1String("category")), isSponsors};
}

Source source(const QJsonObject& json) {
    return {text(json, QLatin1String("citation")), text(json, QLatin1String("doi"))};
}

QMap<QString, Conversion> conversions(const QJsonObject& json, Faults& faults) {
    QMap<QString, Conversion> tables;
    const QJsonObject object = json.value(QLatin1String("conversions")).toObject();
    for (auto table = object.begin(); table != object.end(); ++table) {
        const QJsonObject one = table->toObject();
        Conversion& conversion = tables[table.key()];
        conversion.version = text(one, QLatin1String("version"));
        conversion.unit = text(one, QLatin1String("unit"));
        conversion.source = source(one.value(QLatin1String("source")).toObject());
        const QJsonObject rows = one.value(QLatin1String("rows")).toObject();
        for (auto row = rows.begin(); row != rows.end(); ++row) {
            const QJsonValue written = row->toObject().value(QLatin1String("factor"));
            std::optional<Decimal>& factor = conversion.factors[row.key()];
            if (written.isNull())
                continue;
            factor = Decimal::fromString(written.toString());
            if (!factor || *factor <= Decimal(0))
                faults.add(QStringLiteral("/conversions/%1/rows/%2/factor").arg(table.key(), row.key()),
                           QStringLiteral("not an exact number above 0"));
        }
    }
    return tables;
}

QMap<QString, QList<Choice>> choiceLists(const QJsonObject& json, Faults& faults) {
    QMap<QString, QList<Choice>> lists;
    const QJsonObject object = json.value(QLatin1String("choices")).toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        QList<Choice>& list = lists[it.key()];
        forEach(object, QLatin1String(it.key().toLatin1()), QStringLiteral("/choices"),
                [&](const QJsonObject& choice, const QString& place) {
                    const Decimal value = exact(choice, QLatin1String("value"), place, faults);
                    const QString concept_ = text(choice, QLatin1String("concept"));
                    for (const Choice& other : std::as_const(list)) {
                        if (other.value == value)
                            faults.add(pointerTo(place, QStringLiteral("value")),
                                       QStringLiteral("the value %1 stands twice in this list").arg(value.toString()));
                        if (other.concept_ == concept_)
                            faults.add(pointerTo(place, QStringLiteral("concept")),
                                       QStringLiteral("the concept \"%1\" stands twice in this list").arg(concept_));
                    }
                    list.append({value, concept_, codes(choice)});
                });
    }
    return lists;
}

/// An expression, with what only its reader sees.
ExpressionPtr expression(const QJsonObject& owner, QLatin1String key, const QString& pointer, Faults& faults) {
    QList<Fault> found;
    ExpressionPtr tree = readExpression(owner.value(key), pointerTo(pointer, QString(key)), found);
    faults.add(found);
    return tree;
}

Item item(const QJsonObject& json, const QString& place, const QMap<QString, QList<Choice>>& lists, Faults& faults) {
    Item item;
    item.id = text(json, QLatin1String("id"));
    item.type = itemType(text(json, QLatin1String("type")));
    item.concept_ = text(json, QLatin1String("concept"));
    item.choiceList = text(json, QLatin1String("choices"));
    if (!item.choiceList.isEmpty() && !lists.contains(item.choiceList))
        faults.add(pointerTo(place, QStringLiteral("choices")),
                   QStringLiteral("no list of choices \"%1\"").arg(item.choiceList));
    item.choices = lists.value(item.choiceList);
    item.unit = text(json, QLatin1String("unit"));
    item.min = exactIfAny(json, QLatin1String("min"), place, faults);
    item.max = exactIfAny(json, QLatin1String("max"), place, faults);
    item.decimals = json.value(QLatin1String("decimals")).toInt();
    item.maxLength = json.value(QLatin1String("maxLength")).toInt();
    item.direction = direction(text(json, QLatin1String("direction")));
    item.display = text(json, QLatin1String("display"));
    item.optional = json.value(QLatin1String("optional")).toBool();
    if (json.contains(QLatin1String("showWhen")))
        item.showWhen = expression(json, QLatin1String("showWhen"), place, faults);
    item.codes = codes(json);
    return item;
}

QList<Band> bandList(const QJsonObject& owner, QLatin1String key, const QString& pointer, Faults& faults) {
    QList<Band> bands;
    forEach(owner, key, pointer, [&](const QJsonObject& band, const QString& place) {
        bands.append({text(band, QLatin1String("id")), exact(band, QLatin1String("from"), place, faults),
                      LocalizedText::fromJson(band.value(QLatin1String("label")))});
    });
    return bands;
}

QMap<QString, QList<Band>> bands(const QJsonObject& score, const QString& place, Faults& faults) {
    const QLatin1String key("bands");
    const QJsonValue json = score.value(key);
    QMap<QString, QList<Band>> lists;
    if (json.isArray())
        lists.insert({}, bandList(score, key, place, faults));
    const QJsonObject byProfile = json.toObject();
    for (const QString& profile : byProfile.keys()) {
        const QString list = pointerTo(place, QString(key));
        if (profile.isEmpty()) // which would read as the bands of every profile
            faults.refuse(pointerTo(list, profile), QStringLiteral("no profile \"\""));
        else
            lists.insert(profile, bandList(byProfile, QLatin1String(profile.toLatin1()), list, faults));
    }
    return lists;
}

Score score(const QJsonObject& json, const QString& place, Faults& faults) {
    Score score;
    score.id = text(json, QLatin1String("id"));
    score.name = LocalizedText::fromJson(json.value(QLatin1String("name")));
    score.expression = expression(json, QLatin1String("expression"), place, faults);
    const QJsonValue range = json.value(QLatin1String("range"));
    score.isBoolean = range.isString();
    score.isFlag = json.value(QLatin1String("flag")).toBool();
    if (!score.isBoolean) {
        score.low =
            exact(range.toArray().at(0), pointerTo(place, QStringLiteral("range")) + QStringLiteral("/0"), faults);
        score.high =
            exact(range.toArray().at(1), pointerTo(place, QStringLiteral("range")) + QStringLiteral("/1"), faults);
    }
    score.rangeNote = text(json, QLatin1String("rangeNote"));
    score.direction = direction(text(json, QLatin1String("direction")));
    score.decimals = json.value(QLatin1String("decimals")).toInt();
    if (const QJsonObject prorate = json.value(QLatin1String("prorate")).toObject(); !prorate.isEmpty())
        score.proration =
            Proration{prorate.value(QLatin1String("maxMissing")).toInt(),
                      rounding(text(prorate, QLatin1String("round"))), text(prorate, QLatin1String("source"))};
    score.bands = bands(json, place, faults);
    score.bandsSource = text(json, QLatin1String("bandsSource"));
    score.codes = codes(json);
    return score;
}

IsoDuration recall(const QJsonObject& json, Faults& faults) {
    const QString period = text(json, QLatin1String("period"));
    const auto read = IsoDuration::fromString(period);
    if (!read || read->nominal() < std::chrono::seconds(0))
        faults.add(QStringLiteral("/recall/period"), QStringLiteral("not an ISO 8601 duration such as P2W"));
    return read.value_or(IsoDuration());
}

} // namespace

Instrument readDefinition(const QJsonObject& json, Faults& faults) {
    Instrument instrument;
    instrument.id = text(json, QLatin1String("id"));
    instrument.version = text(json, QLatin1String("version"));
    instrument.name = LocalizedText::fromJson(json.value(QLatin1String("name")));
    instrument.audience = text(json, QLatin1String("audience"));
    instrument.dataClass = text(json, QLatin1String("class"));
    instrument.recall = recall(json.value(QLatin1String("recall")).toObject(), faults);
    instrument.recallsNight = json.value(QLatin1String("recall")).toObject().value(QLatin1String("night")).toBool();
    const QJsonObject wording = json.value(QLatin1String("wording")).toObject();
    instrument.wordsHolder = text(wording, QLatin1String("holder"));
    instrument.wordsStatement = text(wording, QLatin1String("statement"));
    instrument.codes = instrumentCodes(json);
    instrument.conversions = conversions(json, faults);
    instrument.defaultProfile = text(json, QLatin1String("defaultProfile"));
    for (const auto profile : json.value(QLatin1String("profiles")).toArray())
        instrument.profiles.append(profile.toString());
    forEach(json, QLatin1String("sources"), {},
            [&](const QJsonObject& object, const QString&) { instrument.sources.append(source(object)); });
    const auto lists = choiceLists(json, faults);
    forEach(json, QLatin1String("items"), {}, [&](const QJsonObject& object, const QString& place) {
        instrument.items.append(item(object, place, lists, faults));
    });
    forEach(json, QLatin1String("scores"), {}, [&](const QJsonObject& object, const QString& place) {
        instrument.scores.append(score(object, place, faults));
    });
    forEach(json, QLatin1String("alerts"), {}, [&](const QJsonObject& object, const QString& place) {
        instrument.alerts.append({text(object, QLatin1String("id")), text(object, QLatin1String("item")),
                                  expression(object, QLatin1String("when"), place, faults),
                                  object.value(QLatin1String("whenUnanswered")).toBool()});
    });
    instrument.json = json;
    return instrument;
}

} // namespace serein::instrument

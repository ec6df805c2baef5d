#include "core/Faults.h"
#include "core/Json.h"
#include "instrument/Library.h"
#include "instrument/WordsProof.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

namespace serein::instrument {

namespace {

QString text(const QJsonObject& object, QLatin1String key) {
    return object.value(key).toString();
}

TextPack readPack(const QJsonObject& json) {
    const QJsonObject provenance = json.value(QLatin1String("provenance")).toObject();
    const QJsonObject licence = json.value(QLatin1String("licence")).toObject();
    const QJsonObject allows = licence.value(QLatin1String("allows")).toObject();
    TextPack pack;
    pack.instrument = text(json, QLatin1String("instrument"));
    pack.instrumentVersion = text(json, QLatin1String("instrumentVersion"));
    pack.language = text(json, QLatin1String("language"));
    pack.version = text(json, QLatin1String("version"));
    pack.provenance = text(provenance, QLatin1String("kind"));
    pack.citation = text(provenance, QLatin1String("citation"));
    pack.note = text(provenance, QLatin1String("note"));
    pack.licenceHolder = text(licence, QLatin1String("holder"));
    pack.licenceStatement = text(licence, QLatin1String("statement"));
    pack.allowsElectronic = allows.value(QLatin1String("electronic")).toBool();
    pack.allowsExport = allows.value(QLatin1String("exportWording")).toBool();
    pack.onlyStudy = text(allows, QLatin1String("study"));
    pack.expires = QDate::fromString(text(allows, QLatin1String("expires")), Qt::ISODate);
    pack.title = text(json, QLatin1String("title"));
    pack.instruction = text(json, QLatin1String("instruction"));
    pack.recall = text(json, QLatin1String("recall"));
    const QJsonObject choices = json.value(QLatin1String("choices")).toObject();
    for (auto list = choices.begin(); list != choices.end(); ++list) {
        QMap<QString, QString>& words = pack.choices[list.key()];
        const QJsonObject values = list.value().toObject();
        for (auto it = values.begin(); it != values.end(); ++it)
            words.insert(it.key(), it.value().toString());
    }
    const QJsonObject items = json.value(QLatin1String("items")).toObject();
    for (auto it = items.begin(); it != items.end(); ++it) {
        const QJsonObject item = it.value().toObject();
        pack.items.insert(it.key(), {text(item, QLatin1String("text")), text(item, QLatin1String("help")),
                                     text(item, QLatin1String("low")), text(item, QLatin1String("high")),
                                     text(item, QLatin1String("unit"))});
    }
    const QJsonObject checks = json.value(QLatin1String("checks")).toObject();
    for (auto it = checks.begin(); it != checks.end(); ++it)
        pack.checks.insert(it.key(), it.value().toString());
    for (const auto id : json.value(QLatin1String("order")).toArray())
        pack.order.append(id.toString());
    pack.json = json;
    return pack;
}

void proveItemWords(const TextPack& pack, const Instrument& instrument, Faults& faults) {
    for (const Item& item : instrument.items) {
        const QString place = pointerTo(QStringLiteral("/items"), item.id);
        const ItemWords words = pack.items.value(item.id);
        if (words.text.isEmpty())
            faults.add(place, QStringLiteral("item \"%1\" has no words").arg(item.id));
        else if (item.type == ItemType::Scale && (words.low.isEmpty() || words.high.isEmpty()))
            faults.add(place, QStringLiteral("a scale needs words for both of its ends, \"low\" and \"high\""));
    }
    for (const QString& id : pack.items.keys())
        if (instrument.item(id) == nullptr)
            faults.add(pointerTo(QStringLiteral("/items"), id),
                       QStringLiteral("the instrument has no item \"%1\"").arg(id));
}

void proveChoiceWords(const TextPack& pack, const Instrument& instrument, Faults& faults) {
    QMap<QString, QSet<QString>> used; // list → its values
    for (const Item& item : instrument.items)
        for (const Choice& choice : item.choices)
            used[item.choiceList].insert(choice.value.toString());
    for (auto list = used.begin(); list != used.end(); ++list)
        for (const QString& value : QStringList(list->begin(), list->end()))
            if (pack.choices.value(list.key()).value(value).isEmpty())
                faults.add(pointerTo(pointerTo(QStringLiteral("/choices"), list.key()), value),
                           QStringLiteral("the choice has no words"));
    for (auto list = pack.choices.begin(); list != pack.choices.end(); ++list)
        for (const QString& value : list->keys())
            if (!used.value(list.key()).contains(value))
                faults.add(pointerTo(pointerTo(QStringLiteral("/choices"), list.key()), value),
                           QStringLiteral("the instrument has no such choice"));
}

/// A check speaks of a flag, and of answers by their items.
void proveChecks(const TextPack& pack, const Instrument& instrument, Faults& faults) {
    static const QRegularExpression placeholder(QStringLiteral("\\{([^}]*)\\}"));
    for (auto check = pack.checks.begin(); check != pack.checks.end(); ++check) {
        const QString place = pointerTo(QStringLiteral("/checks"), check.key());
        if (const Score* score = instrument.score(check.key()); score == nullptr || !score->isFlag)
            faults.add(place, QStringLiteral("the instrument has no flag \"%1\"").arg(check.key()));
        for (auto found = placeholder.globalMatch(*check); found.hasNext();)
            if (const QString id = found.next().captured(1); instrument.item(id) == nullptr)
                faults.add(place, QStringLiteral("the instrument has no item \"%1\"").arg(id));
    }
}

void proveOrder(const TextPack& pack, const Instrument& instrument, Faults& faults) {
    for (qsizetype index = 0; index < pack.order.size(); ++index) {
        const QString& id = pack.order.at(index);
        if (instrument.item(id) == nullptr)
            faults.add(pointerTo(QStringLiteral("/order"), index),
                       QStringLiteral("the instrument has no item \"%1\"").arg(id));
        else if (pack.order.indexOf(id) != index)
            faults.add(pointerTo(QStringLiteral("/order"), index), QStringLiteral("item \"%1\" stands twice").arg(id));
    }
    if (pack.json.contains(QLatin1String("order")))
        for (const Item& item : instrument.items)
            if (!pack.order.contains(item.id))
                faults.add(QStringLiteral("/order"), QStringLiteral("item \"%1\" is left out").arg(item.id));
}

} // namespace

Result<TextPack> parseTextPack(const QJsonValue& json, const Instrument& instrument, const QString& file) {
    Faults faults(file, schemaFaults(QStringLiteral("text"), json, file));
    TextPack pack = readPack(json.toObject());
    if (pack.instrument != instrument.id)
        faults.add(QStringLiteral("/instrument"),
                   QStringLiteral("not \"%1\", whose words these should be").arg(instrument.id));
    if (pack.instrumentVersion != instrument.version)
        faults.add(QStringLiteral("/instrumentVersion"),
                   QStringLiteral("the instrument's version is %1").arg(instrument.version));
    const QJsonObject allows =
        json.toObject().value(QLatin1String("licence")).toObject().value(QLatin1String("allows")).toObject();
    if (allows.value(QLatin1String("expires")).isString() && !pack.expires.isValid())
        faults.add(QStringLiteral("/licence/allows/expires"), QStringLiteral("not a date such as 2026-11-20"));
    proveWords(json, {}, faults);
    proveItemWords(pack, instrument, faults);
    proveChoiceWords(pack, instrument, faults);
    proveChecks(pack, instrument, faults);
    proveOrder(pack, instrument, faults);
    if (!faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, faults.all()});
    return pack;
}

} // namespace serein::instrument

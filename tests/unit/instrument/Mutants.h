#pragma once
// Every small wrong turn a definition could take: one number, operator, item or flag changed. A definition's cases are
// good when each of these makes at least one of them fail.
#include "core/Decimal.h"
#include "core/Json.h"

#include <QJsonArray>
#include <QJsonObject>

namespace serein::instrument {

struct Mutant {
    QString change; ///< pointer and what was done there
    QJsonObject definition;
};

class Mutants {
public:
    explicit Mutants(const QJsonObject& definition) : m_definition(definition) {
        for (const QJsonValue item : definition.value("items").toArray())
            m_items.insert(item.toObject().value("id").toString(), item.toObject());
    }

    QList<Mutant> all() {
        for (const char* list : {"items", "scores", "alerts"}) {
            const QJsonArray array = m_definition.value(QLatin1String(list)).toArray();
            for (qsizetype index = 0; index < array.size(); ++index)
                part(array.at(index).toObject(), {QString::fromLatin1(list), QString::number(index)});
        }
        const QJsonObject choices = m_definition.value("choices").toObject();
        for (auto list = choices.begin(); list != choices.end(); ++list)
            for (qsizetype index = 0; index < list->toArray().size(); ++index)
                number({"choices", list.key(), QString::number(index), "value"});
        const QJsonObject tables = m_definition.value("conversions").toObject();
        for (auto table = tables.begin(); table != tables.end(); ++table) {
            const QJsonObject rows = table->toObject().value("rows").toObject();
            for (auto row = rows.begin(); row != rows.end(); ++row)
                number({"conversions", table.key(), "rows", row.key(), "factor"});
        }
        return m_mutants;
    }

private:
    using Path = QStringList;

    /// An item, a score or an alert.
    void part(const QJsonObject& json, const Path& path) {
        for (const char* key : {"min", "max"})
            number(path + Path{QString::fromLatin1(key)});
        for (const char* key : {"expression", "showWhen", "when"})
            if (json.contains(QLatin1String(key)))
                expression(json.value(QLatin1String(key)), path + Path{QString::fromLatin1(key)});
        if (json.contains("whenUnanswered"))
            put(path + Path{"whenUnanswered"}, !json.value("whenUnanswered").toBool(), "turned");
        if (json.contains("prorate")) {
            number(path + Path{"prorate", "maxMissing"});
            rounding(path + Path{"prorate", "round"});
        }
        bands(json.value("bands"), path + Path{"bands"});
    }

    void bands(const QJsonValue& json, const Path& path) {
        // The first band starts where the range does, whatever it says: the loader sees to that.
        for (qsizetype index = 1; index < json.toArray().size(); ++index)
            number(path + Path{QString::number(index), "from"});
        const QJsonObject byProfile = json.toObject();
        for (auto it = byProfile.begin(); it != byProfile.end(); ++it)
            bands(*it, path + Path{it.key()});
    }

    void expression(const QJsonValue& json, const Path& path) {
        if (json.isDouble())
            return number(path);
        const QString op = json.toObject().keys().value(0);
        const QJsonValue of = json.toObject().value(op);
        const Path inside = path + Path{op};
        swapOperator(op, of, path);
        if (op == "item" || op == "answered") {
            anotherItem(of.toString(), inside);
        } else if (op == "includes") {
            number(inside + Path{"value"});
        } else if (op == "elapsed") {
            put(inside, QJsonObject{{"from", of["to"]}, {"to", of["from"]}}, "turned round");
        } else if (op == "not") {
            put(path, of, "without its not");
            expression(of, inside);
        } else if (op == "reverse") {
            put(path, of["of"], "not reversed");
            number(inside + Path{"low"});
            number(inside + Path{"high"});
            expression(of["of"], inside + Path{"of"});
        } else if (op == "scale") {
            number(inside + Path{"by"});
            number(inside + Path{"add"});
            if (of.toObject().contains("round")) {
                rounding(inside + Path{"round"});
                number(inside + Path{"digits"});
            }
            expression(of["of"], inside + Path{"of"});
        } else if (op == "band") {
            steps(of["steps"].toArray(), inside + Path{"steps"});
            expression(of["of"], inside + Path{"of"});
        } else if (op == "atLeast") {
            number(inside + Path{"n"});
            operands(op, of["of"].toArray(), inside + Path{"of"});
        } else if (op == "convert") {
            // Without a factor every operand is missing alike.
            if (valueAt(m_definition, {"conversions", of["table"].toString(), "rows", of["row"].toString(), "factor"})
                    .isNull())
                return;
            expression(of["of"], inside + Path{"of"});
        } else if (op == "when" || op == "profile") {
            const QJsonObject object = of.toObject();
            for (auto it = object.begin(); it != object.end(); ++it)
                expression(*it, inside + Path{it.key()});
        } else if (of.isArray()) {
            operands(op, of.toArray(), inside);
        }
    }

    void operands(const QString& op, const QJsonArray& array, const Path& inside) {
        const bool dropsOne = op != "ratio" && !comparisons().contains(op) && array.size() > 1;
        for (qsizetype index = 0; index < array.size(); ++index) {
            if ((op == "max" || op == "min") && shareElse(array))
                branch(array.at(index)["when"].toObject(), inside + Path{QString::number(index), "when"});
            else
                expression(array.at(index), inside + Path{QString::number(index)});
            if (!dropsOne)
                continue;
            QJsonArray fewer = array;
            fewer.removeAt(index);
            put(inside, fewer, QStringLiteral("without operand %1").arg(index));
        }
        if (op != "sum" && op != "mean")
            return;
        for (qsizetype index = 0; index < array.size(); ++index)
            reversed(array.at(index), inside + Path{QString::number(index)});
    }

    /// max(when … else 0, when … else 0, …): one else further out changes nothing while another still stands.
    static bool shareElse(const QJsonArray& array) {
        return array.size() > 1 && std::ranges::all_of(array, [&](const QJsonValue& part) {
                   return part["when"]["else"].isDouble() && part["when"]["else"] == array.first()["when"]["else"];
               });
    }

    void branch(const QJsonObject& when, const Path& path) {
        expression(when.value("if"), path + Path{"if"});
        expression(when.value("then"), path + Path{"then"});
    }

    void swapOperator(const QString& op, const QJsonValue& of, const Path& path) {
        static const QMap<QString, QString> swaps{{"ge", "gt"},   {"gt", "ge"},   {"le", "lt"},    {"lt", "le"},
                                                  {"eq", "ne"},   {"ne", "eq"},   {"all", "any"},  {"any", "all"},
                                                  {"min", "max"}, {"max", "min"}, {"sum", "mean"}, {"mean", "sum"}};
        const bool differs = comparisons().contains(op) || of.toArray().size() > 1;
        if (swaps.contains(op) && differs)
            put(path, QJsonObject{{swaps.value(op), of}}, op + " became " + swaps.value(op));
    }

    void steps(const QJsonArray& array, const Path& path) {
        for (qsizetype index = 0; index < array.size(); ++index) {
            const Path step = path + Path{QString::number(index)};
            for (const char* key : {"below", "upTo", "value"})
                number(step + Path{QString::fromLatin1(key)});
            QJsonObject swapped = array.at(index).toObject();
            const QString bound = swapped.contains("below") ? QStringLiteral("below") : QStringLiteral("upTo");
            if (!swapped.contains(bound))
                continue;
            swapped.insert(bound == "below" ? QStringLiteral("upTo") : QStringLiteral("below"), swapped.take(bound));
            put(step, swapped, bound + " turned");
        }
    }

    /// The next item that holds the same kind of answer takes this one's place.
    void anotherItem(const QString& id, const Path& path) {
        const QJsonArray items = m_definition.value("items").toArray();
        const QString type = m_items.value(id).value("type").toString();
        QStringList alike;
        for (const QJsonValue item : items)
            if (item["type"].toString() == type && item["choices"] == m_items.value(id).value("choices"))
                alike.append(item["id"].toString());
        if (alike.size() > 1)
            put(path, alike.at((alike.indexOf(id) + 1) % alike.size()), "another item");
    }

    void reversed(const QJsonValue& part, const Path& path) {
        const QJsonObject item = m_items.value(part["item"].toString());
        if (!part.toObject().contains("item"))
            return;
        QList<double> values;
        for (const QJsonValue choice : m_definition.value("choices")[item.value("choices").toString()].toArray())
            values.append(choice["value"].toDouble());
        for (const char* key : {"min", "max"})
            if (item.contains(QLatin1String(key)))
                values.append(item.value(QLatin1String(key)).toDouble());
        if (values.size() < 2)
            return;
        const auto [low, high] = std::ranges::minmax(values);
        put(path, QJsonObject{{"reverse", QJsonObject{{"of", part}, {"low", low}, {"high", high}}}}, "reversed");
    }

    void rounding(const Path& path) {
        const QString current = valueAt(m_definition, path).toString();
        // Exports round half up to six places anyway.
        const bool atSix = valueAt(m_definition, path.first(path.size() - 1))["digits"] == 6 && current == "halfUp";
        for (const char* way : {"none", "halfUp", "floor"})
            if (current != QLatin1String(way) && !(atSix && QLatin1String(way) == QLatin1String("none")))
                put(path, QString::fromLatin1(way), "other rounding");
    }

    /// One more and one less; a factor written as text is doubled.
    void number(const Path& path) {
        const QJsonValue value = valueAt(m_definition, path);
        if (value.isString()) {
            const auto exact = Decimal::fromString(value.toString());
            if (exact)
                put(path, (*exact * Decimal(2) + Decimal(exact->isZero() ? 1 : 0)).toString(), "another factor");
        } else if (value.isDouble()) {
            if (path.last() != "digits" || value.toDouble() < 6)
                put(path, value.toDouble() + 1, "one more");
            if (path.last() != "digits" || value.toDouble() > 0)
                put(path, value.toDouble() - 1, "one less");
        }
    }

    static const QStringList& comparisons() {
        static const QStringList all{"eq", "ne", "lt", "le", "gt", "ge"};
        return all;
    }

    static QJsonValue valueAt(const QJsonValue& json, const Path& path) {
        if (path.isEmpty())
            return json;
        const QJsonValue next = json.isArray() ? json.toArray().at(path.first().toInt()) : json[path.first()];
        return valueAt(next, path.sliced(1));
    }

    static QJsonValue changed(const QJsonValue& json, const Path& path, const QJsonValue& value) {
        if (path.isEmpty())
            return value;
        if (json.isArray()) {
            QJsonArray array = json.toArray();
            const int index = path.first().toInt();
            array.replace(index, changed(array.at(index), path.sliced(1), value));
            return array;
        }
        QJsonObject object = json.toObject();
        object.insert(path.first(), changed(object.value(path.first()), path.sliced(1), value));
        return object;
    }

    void put(const Path& path, const QJsonValue& value, const QString& what) {
        m_mutants.append({u'/' + path.join(u'/') + ": " + what, changed(m_definition, path, value).toObject()});
    }

    QJsonObject m_definition;
    QMap<QString, QJsonObject> m_items;
    QList<Mutant> m_mutants;
};

} // namespace serein::instrument

#include "instrument/SchemaWords.h"
#include "core/Json.h"

#include <QJsonArray>

namespace serein::instrument {

namespace {

QString written(const QJsonValue& value) {
    return QString::fromUtf8(canonicalJson(value));
}

QStringList written(const QJsonArray& values) {
    QStringList texts;
    for (const auto value : values)
        texts.append(written(value));
    return texts;
}

QString otherType(const QJsonValue& type) {
    static const QHash<QString, QString> names{{QStringLiteral("string"), QStringLiteral("a text")},
                                               {QStringLiteral("number"), QStringLiteral("a number")},
                                               {QStringLiteral("integer"), QStringLiteral("a whole number")},
                                               {QStringLiteral("boolean"), QStringLiteral("true or false")},
                                               {QStringLiteral("array"), QStringLiteral("a list")},
                                               {QStringLiteral("object"), QStringLiteral("an object")},
                                               {QStringLiteral("null"), QStringLiteral("null")}};
    if (type.isString())
        return QStringLiteral("not ") + names.value(type.toString());
    QStringList wanted;
    for (const auto name : type.toArray())
        wanted.append(names.value(name.toString()));
    const QString last = wanted.takeLast();
    return QStringLiteral("neither %1 nor %2").arg(wanted.join(QStringLiteral(", ")), last);
}

/// "fewer than 2 elements", of what may not be less than `least`.
QString tooFew(const QJsonValue& least, const QString& what, bool isEmpty) {
    return isEmpty ? QStringLiteral("is empty") : QStringLiteral("has fewer than %1 %2").arg(written(least), what);
}

QString tooMany(const QJsonValue& most, const QString& what) {
    return QStringLiteral("has more than %1 %2").arg(written(most), most.toInt() == 1 ? what.chopped(1) : what);
}

} // namespace

QString writtenLike(const QJsonObject& part) {
    return QStringLiteral("not written like ") +
           written(part.value(QLatin1String("examples")).toArray()).join(QStringLiteral(" or "));
}

QString refusal(const QString& message, const SchemaTree::Place& place) {
    const auto [part, value] = place;
    const auto says = [&](const char* start) { return message.startsWith(QLatin1String(start)); };
    if (says("Value type not permitted"))
        return otherType(part.value(QLatin1String("type")));
    if (says("Failed to match against any enum"))
        return QStringLiteral("none of ") +
               written(part.value(QLatin1String("enum")).toArray()).join(QStringLiteral(", "));
    if (says("Failed to match expected value"))
        return QStringLiteral("not ") + written(part.value(QLatin1String("const")));
    if (says("Failed to match regex"))
        return writtenLike(part);
    if (says("Expected number less than"))
        return QStringLiteral("more than ") + written(part.value(QLatin1String("maximum")));
    if (says("Expected number greater than"))
        return QStringLiteral("less than ") + written(part.value(QLatin1String("minimum")));
    if (says("Array should contain no fewer"))
        return tooFew(part.value(QLatin1String("minItems")), QStringLiteral("elements"), value.toArray().isEmpty());
    if (says("Array should contain no more"))
        return tooMany(part.value(QLatin1String("maxItems")), QStringLiteral("elements"));
    if (says("String should be no fewer"))
        return tooFew(part.value(QLatin1String("minLength")), QStringLiteral("characters"), value.toString().isEmpty());
    if (says("String should be no more"))
        return tooMany(part.value(QLatin1String("maxLength")), QStringLiteral("characters"));
    if (says("Object should have no fewer"))
        return tooFew(part.value(QLatin1String("minProperties")), QStringLiteral("keys"), value.toObject().isEmpty());
    if (says("Object should have no more"))
        return tooMany(part.value(QLatin1String("maxProperties")),
                       part.value(QLatin1String("title")) == QLatin1String("Expression") ? QStringLiteral("operators")
                                                                                         : QStringLiteral("keys"));
    return {};
}

std::optional<qsizetype> elementTwice(const SchemaTree::Place& place) {
    const QJsonArray array = place.value.toArray();
    for (qsizetype later = 1; later < array.size(); ++later)
        for (qsizetype earlier = 0; earlier < later; ++earlier)
            if (array.at(earlier) == array.at(later))
                return later;
    return std::nullopt;
}

} // namespace serein::instrument

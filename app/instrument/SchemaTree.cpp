#include "instrument/SchemaTree.h"
#include "core/Json.h"
#include "instrument/SchemaWords.h"

#include <QJsonArray>

namespace serein::instrument {

namespace {

const QString additional = QStringLiteral("additionalProperties");
const QString reference = QStringLiteral("$ref");
const QString names = QStringLiteral("propertyNames");

bool isFalse(const QJsonValue& value) {
    return value.isBool() && !value.toBool();
}

QJsonValue stripped(const QJsonValue& schema) {
    if (schema.isArray()) {
        QJsonArray array;
        for (const auto element : schema.toArray())
            array.append(stripped(element));
        return array;
    }
    if (!schema.isObject())
        return schema;
    QJsonObject object;
    const QJsonObject whole = schema.toObject();
    for (auto it = whole.begin(); it != whole.end(); ++it)
        if (it.key() != names && !(it.key() == additional && isFalse(it.value())))
            object.insert(it.key(), stripped(it.value()));
    return object;
}

QString patternOf(const QJsonObject& part) {
    return part.value(QLatin1String("pattern")).toString();
}

QList<Fault> under(const QString& step, QList<Fault> faults) {
    for (Fault& fault : faults)
        fault.pointer.prepend(pointerTo({}, step));
    return faults;
}

} // namespace

SchemaTree::SchemaTree(QJsonObject root) : m_root(std::move(root)) {
    const QJsonObject definitions = m_root.value(QLatin1String("definitions")).toObject();
    for (auto it = definitions.begin(); it != definitions.end(); ++it)
        m_definitions.insert(QStringLiteral("#/definitions/") + it.key(), it.value().toObject());
    readKeyForms(m_root);
}

QJsonValue SchemaTree::withoutKeys() const {
    return stripped(m_root);
}

QList<Fault> SchemaTree::keyFaults(const QJsonValue& document, const QString& file) const {
    QList<Fault> faults = keysOf(document, m_root);
    for (Fault& fault : faults)
        fault.file = file;
    return faults;
}

SchemaTree::Place SchemaTree::place(const QStringList& steps, const QJsonValue& document) const {
    Place place{m_root, document};
    for (const QString& step : steps) {
        place.part = below(place.part, place.value, step);
        place.value =
            place.value.isArray() ? place.value.toArray().at(step.toInt()) : place.value.toObject().value(step);
    }
    return place;
}

QJsonObject SchemaTree::resolved(const QJsonValue& part) const {
    QJsonObject object = part.toObject();
    while (object.contains(reference))
        object = m_definitions.value(object.value(reference).toString());
    return object;
}

QJsonObject SchemaTree::below(const QJsonObject& part, const QJsonValue& value, const QString& step) const {
    if (value.isArray())
        return resolved(part.value(QLatin1String("items")));
    const QJsonObject properties = part.value(QLatin1String("properties")).toObject();
    return resolved(properties.contains(step) ? properties.value(step) : part.value(additional));
}

/// Compiled once: every text in several languages asks for its keys' form.
void SchemaTree::readKeyForms(const QJsonValue& schema) {
    for (const auto element : schema.toArray())
        readKeyForms(element);
    const QJsonObject object = schema.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        readKeyForms(it.value());
    if (object.contains(names)) {
        const QString pattern = patternOf(resolved(object.value(names)));
        m_keyForms.insert(pattern, QRegularExpression(QRegularExpression::anchoredPattern(pattern)));
    }
}

QList<Fault> SchemaTree::keysOf(const QJsonValue& value, const QJsonObject& part) const {
    QList<Fault> faults;
    const QJsonArray array = value.toArray();
    for (qsizetype index = 0; index < array.size(); ++index)
        faults += under(QString::number(index), keysOf(array.at(index), below(part, value, {})));
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString reason = keyFault(it.key(), part);
        faults += under(it.key(), reason.isEmpty() ? keysOf(it.value(), below(part, value, it.key()))
                                                   : QList<Fault>{{{}, {}, reason}});
    }
    return faults;
}

QString SchemaTree::keyFault(const QString& key, const QJsonObject& part) const {
    if (part.value(QLatin1String("properties")).toObject().contains(key))
        return {};
    if (isFalse(part.value(additional)))
        return QStringLiteral("unknown key");
    if (!part.contains(names))
        return {};
    const QJsonObject form = resolved(part.value(names));
    return m_keyForms.value(patternOf(form)).match(key).hasMatch() ? QString()
                                                                   : QStringLiteral("a key ") + writtenLike(form);
}

} // namespace serein::instrument

// The only user of valijson: one fault a place, in words that say what to mend.
#include "core/Json.h"
#include "instrument/Library.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
// Without this valijson ends the program where it is at a loss.
#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace serein::instrument {

namespace {

using valijson::adapters::QtJsonAdapter;

/// std::regex recurses once a character: a longer string could exhaust the stack, and no definition has one.
constexpr qsizetype longestString = 4000;

void tooLong(const QJsonValue& value, const QString& pointer, const QString& file, QList<Fault>& faults) {
    const QString reason = QStringLiteral("a text longer than %1 characters").arg(longestString);
    if (value.isString() && value.toString().size() > longestString)
        faults.append({file, pointer, reason});
    const QJsonArray array = value.toArray();
    for (qsizetype index = 0; index < array.size(); ++index)
        tooLong(array.at(index), pointerTo(pointer, index), file, faults);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().size() > longestString)
            faults.append({file, pointer, QStringLiteral("a key longer than %1 characters").arg(longestString)});
        else
            tooLong(it.value(), pointerTo(pointer, it.key()), file, faults);
    }
}

/// valijson names only the first unknown key of an object when "additionalProperties" is false, but every one when no
/// value satisfies its schema; so the one is read as the other.
QJsonValue namingEveryUnknownKey(const QJsonValue& schema) {
    if (schema.isArray()) {
        QJsonArray array;
        for (const auto element : schema.toArray())
            array.append(namingEveryUnknownKey(element));
        return array;
    }
    if (!schema.isObject())
        return schema;
    QJsonObject object = schema.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonValue value = it.value();
        if (it.key() == QLatin1String("additionalProperties") && value.isBool() && !value.toBool())
            it.value() = QJsonObject{{QStringLiteral("not"), QJsonObject()}};
        else
            it.value() = namingEveryUnknownKey(value);
    }
    return object;
}

class CompiledSchema {
public:
    explicit CompiledSchema(const QString& name) {
        QFile file(QStringLiteral(":/serein/schema/%1.schema.json").arg(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the schema %s is not part of this build", qUtf8Printable(name));
        const QJsonValue json = namingEveryUnknownKey(QJsonDocument::fromJson(file.readAll()).object());
        valijson::SchemaParser().populateSchema(QtJsonAdapter(json), m_schema);
    }
    [[nodiscard]] const valijson::Schema& get() const { return m_schema; }

private:
    valijson::Schema m_schema;
};

/// The schema by its name; null for a name that isn't shipped.
const valijson::Schema* schemaNamed(const QString& name) {
    static const CompiledSchema instrument(QStringLiteral("instrument"));
    static const CompiledSchema text(QStringLiteral("text"));
    static const CompiledSchema cases(QStringLiteral("cases"));
    static const CompiledSchema study(QStringLiteral("study"));
    if (name == QLatin1String("instrument"))
        return &instrument.get();
    if (name == QLatin1String("text"))
        return &text.get();
    if (name == QLatin1String("cases"))
        return &cases.get();
    return name == QLatin1String("study") ? &study.get() : nullptr;
}

/// valijson names a place "<root>", "[items]", "[0]".
QString pointerOf(const std::vector<std::string>& context) {
    QString pointer;
    for (const std::string& step : context) {
        const QString text = QString::fromStdString(step);
        if (text.startsWith(u'[') && text.endsWith(u']'))
            pointer = pointerTo(pointer, text.mid(1, text.size() - 2));
    }
    return pointer;
}

/// What stands in quotes after `before` at the message's end.
QString quoted(const QString& message, const QString& before) {
    const QString marker = before + QStringLiteral(" '");
    return message.mid(message.indexOf(marker) + marker.size()).chopped(2);
}

/// The fault that a valijson message stands for; nullopt where it only repeats, one level up, that something below
/// failed.
std::optional<Fault> faultFrom(const valijson::ValidationResults::Error& error, const QString& file) {
    const QString message = QString::fromStdString(error.description);
    const QString pointer = pointerOf(error.context);
    const auto isMissing = [&](const QString& key) {
        return Fault{file, pointerTo(pointer, key), QStringLiteral("is missing")};
    };
    if (message.startsWith(QLatin1String("Target should not validate")))
        return Fault{file, pointer, QStringLiteral("unknown key")};
    if (message.startsWith(QLatin1String("Missing required property")))
        return isMissing(quoted(message, QStringLiteral("property")));
    if (message.startsWith(QLatin1String("Missing dependency")))
        return isMissing(quoted(message, QStringLiteral("dependency")));
    if (message.startsWith(QLatin1String("Failed to match against any enum")))
        return Fault{file, pointer, QStringLiteral("not one of the allowed values")};
    if (message.startsWith(QLatin1String("Failed to match expected value")))
        return Fault{file, pointer, QStringLiteral("not the value that stands here in this format")};
    if (message.startsWith(QLatin1String("Failed to match regex")))
        return Fault{file, pointer, QStringLiteral("not written as this value must be")};
    if (message.startsWith(QLatin1String("Value type not permitted")))
        return Fault{file, pointer, QStringLiteral("not of the type that stands here")};
    if (message.startsWith(QLatin1String("Failed to validate")))
        return std::nullopt;
    return Fault{file, pointer, message.endsWith(u'.') ? message.chopped(1) : message};
}

} // namespace

QList<Fault> schemaFaults(const QString& schema, const QJsonValue& value, const QString& file) {
    const valijson::Schema* compiled = schemaNamed(schema);
    if (compiled == nullptr)
        return {Fault{file, {}, QStringLiteral("there is no schema named %1").arg(schema)}};
    QList<Fault> faults;
    tooLong(value, {}, file, faults);
    if (!faults.isEmpty())
        return faults;
    valijson::ValidationResults results;
    try {
        if (valijson::Validator().validate(*compiled, QtJsonAdapter(value), &results))
            return {};
    } catch (const std::exception& exception) {
        return {Fault{file, {}, QStringLiteral("cannot be checked: ") + QString::fromUtf8(exception.what())}};
    }
    for (const auto& error : results)
        if (const auto fault = faultFrom(error, file); fault && !faults.contains(*fault))
            faults.append(*fault);
    if (faults.isEmpty())
        faults.append({file, {}, QStringLiteral("does not match the %1 schema").arg(schema)});
    return faults;
}

} // namespace serein::instrument

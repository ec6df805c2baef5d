// The only user of valijson: one fault a place, in words that say what to mend.
#include "core/Faults.h"
#include "core/Json.h"
#include "instrument/Library.h"
#include "instrument/SchemaWords.h"

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

/// Places below the value's own, so that a text of ordinary length costs none.
QList<Fault> tooLong(const QJsonValue& value) {
    QList<Fault> faults;
    if (value.isString() && value.toString().size() > longestString)
        faults.append({{}, {}, QStringLiteral("a text longer than %1 characters").arg(longestString)});
    const auto under = [&](const QString& step, const QJsonValue& part) {
        for (const Fault& fault : tooLong(part))
            faults.append({{}, pointerTo({}, step) + fault.pointer, fault.reason});
    };
    const QJsonArray array = value.toArray();
    for (qsizetype index = 0; index < array.size(); ++index)
        under(QString::number(index), array.at(index));
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().size() > longestString)
            faults.append({{}, {}, QStringLiteral("a key longer than %1 characters").arg(longestString)});
        else
            under(it.key(), it.value());
    }
    return faults;
}

QJsonObject shippedSchema(const QString& name) {
    QFile file(QStringLiteral(":/serein/schema/%1.schema.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the schema %s is not part of this build", qUtf8Printable(name));
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// valijson judges the values. Of unknown keys it would name one an object, and of keys in a wrong form none: those are
/// the tree's.
class CompiledSchema {
public:
    explicit CompiledSchema(const QString& name) : m_tree(shippedSchema(name)) {
        const QJsonValue json = m_tree.withoutKeys();
        valijson::SchemaParser().populateSchema(QtJsonAdapter(json), m_values);
    }
    [[nodiscard]] const SchemaTree& tree() const { return m_tree; }
    [[nodiscard]] const valijson::Schema& values() const { return m_values; }

private:
    SchemaTree m_tree;
    valijson::Schema m_values;
};

/// The schema by its name; null for a name that isn't shipped.
const CompiledSchema* schemaNamed(const QString& name) {
    static const CompiledSchema instrument(QStringLiteral("instrument"));
    static const CompiledSchema text(QStringLiteral("text"));
    static const CompiledSchema cases(QStringLiteral("cases"));
    static const CompiledSchema study(QStringLiteral("study"));
    if (name == QLatin1String("instrument"))
        return &instrument;
    if (name == QLatin1String("text"))
        return &text;
    if (name == QLatin1String("cases"))
        return &cases;
    return name == QLatin1String("study") ? &study : nullptr;
}

/// valijson names a place "<root>", "[items]", "[0]".
QStringList stepsOf(const std::vector<std::string>& context) {
    QStringList steps;
    for (const std::string& step : context) {
        const QString text = QString::fromStdString(step);
        if (text.startsWith(u'[') && text.endsWith(u']'))
            steps.append(text.mid(1, text.size() - 2));
    }
    return steps;
}

/// What stands in quotes after `before` at the message's end.
QString quoted(const QString& message, const QString& before) {
    const QString marker = before + QStringLiteral(" '");
    return message.mid(message.indexOf(marker) + marker.size()).chopped(2);
}

/// The fault that a valijson message stands for; nullopt where it only repeats, one level up, that something below
/// failed.
std::optional<Fault> faultFrom(const valijson::ValidationResults::Error& error, const SchemaTree& tree,
                               const QJsonValue& document, const QString& file) {
    const QString message = QString::fromStdString(error.description);
    const QStringList steps = stepsOf(error.context);
    QString pointer;
    for (const QString& step : steps)
        pointer = pointerTo(pointer, step);
    for (const QString& of : {QStringLiteral("property"), QStringLiteral("dependency")})
        if (message.startsWith(QStringLiteral("Missing ")) && message.contains(of + QStringLiteral(" '")))
            return Fault{file, pointerTo(pointer, quoted(message, of)), QStringLiteral("is missing")};
    if (message.startsWith(QLatin1String("Failed to validate")))
        return std::nullopt;
    const SchemaTree::Place place = tree.place(steps, document);
    if (message.startsWith(QLatin1String("Elements at indexes")))
        if (const auto twice = elementTwice(place))
            return Fault{file, pointerTo(pointer, *twice), QStringLiteral("stands twice in this list")};
    const QString reason = refusal(message, place);
    return Fault{file, pointer, reason.isEmpty() ? message.chopped(message.endsWith(u'.') ? 1 : 0) : reason};
}

} // namespace

QList<Fault> schemaFaults(const QString& schema, const QJsonValue& value, const QString& file) {
    const CompiledSchema* compiled = schemaNamed(schema);
    if (compiled == nullptr)
        return {Fault{file, {}, QStringLiteral("there is no schema named %1").arg(schema)}};
    QList<Fault> faults = tooLong(value);
    for (Fault& fault : faults)
        fault.file = file;
    if (!faults.isEmpty())
        return faults;
    const Faults keys(file, compiled->tree().keyFaults(value, file));
    // Kept, for it keeps its compiled patterns: compiling them anew took a fifth of the time to load a library.
    static thread_local valijson::Validator validator;
    valijson::ValidationResults results;
    try {
        if (validator.validate(compiled->values(), QtJsonAdapter(value), &results))
            return keys.all();
    } catch (const std::exception& exception) {
        return {Fault{file, {}, QStringLiteral("cannot be checked: ") + QString::fromUtf8(exception.what())}};
    }
    faults = keys.all();
    for (const auto& error : results)
        if (const auto fault = faultFrom(error, compiled->tree(), value, file);
            fault && !keys.refused(fault->pointer) && !faults.contains(*fault))
            faults.append(*fault);
    if (faults.isEmpty())
        faults.append({file, {}, QStringLiteral("does not match the %1 schema").arg(schema)});
    return faults;
}

} // namespace serein::instrument

#include "ledger/Fact.h"

#include "core/Clock.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <tuple>
#include <utility>

namespace serein::ledger {

namespace {

QJsonArray headsToJson(const QList<Head>& heads) {
    QJsonArray array;
    for (const Head& head : heads) {
        QJsonObject json{{QStringLiteral("stream"), head.stream},
                         {QStringLiteral("sequence"), head.sequence},
                         {QStringLiteral("hash"), QString::fromLatin1(head.hash.toHex())}};
        if (!head.device.isNull())
            json.insert(QStringLiteral("device"), idText(head.device));
        array.append(json);
    }
    return array;
}

struct Writer {
    QJsonObject body;
    void operator()(const char* name, const QString& value) { body.insert(QLatin1String(name), value); }
    void operator()(const char* name, bool value) { body.insert(QLatin1String(name), value); }
    void operator()(const char* name, int value) { body.insert(QLatin1String(name), value); }
    void operator()(const char* name, const QUuid& value) { body.insert(QLatin1String(name), idText(value)); }
    void operator()(const char* name, const QDateTime& value) { body.insert(QLatin1String(name), instantText(value)); }
    void operator()(const char* name, const QByteArray& value) {
        body.insert(QLatin1String(name), QString::fromLatin1(value.toHex()));
    }
    void operator()(const char* name, const QStringList& value) {
        body.insert(QLatin1String(name), QJsonArray::fromStringList(value));
    }
    void operator()(const char* name, const QJsonObject& value) { body.insert(QLatin1String(name), value); }
    void operator()(const char* name, const QJsonValue& value) { body.insert(QLatin1String(name), value); }
    void operator()(const char* name, const AssessmentKey& value) {
        body.insert(QLatin1String(name), value.toString());
    }
    void operator()(const char* name, const QList<Head>& value) {
        body.insert(QLatin1String(name), headsToJson(value));
    }
    template<class Value> void operator()(const char* name, const Value& value, Later /*mark*/) {
        (*this)(name, value);
    }
};

struct Reader {
    const QJsonObject& body;
    QList<Fault> faults;

    QJsonValue take(const char* name, bool (QJsonValue::*is)() const) {
        const QJsonValue value = body.value(QLatin1String(name));
        if (!(value.*is)())
            faults.append({{}, u'/' + QString::fromLatin1(name), QStringLiteral("absent or of the wrong type")});
        return value;
    }
    void operator()(const char* name, QString& value) { value = take(name, &QJsonValue::isString).toString(); }
    void operator()(const char* name, bool& value) { value = take(name, &QJsonValue::isBool).toBool(); }
    void operator()(const char* name, int& value) { value = take(name, &QJsonValue::isDouble).toInt(); }
    void operator()(const char* name, QUuid& value) { value = QUuid(take(name, &QJsonValue::isString).toString()); }
    void operator()(const char* name, QDateTime& value) {
        const auto instant = parseInstant(take(name, &QJsonValue::isString).toString());
        if (instant)
            value = *instant;
        else
            faults.append({{}, u'/' + QString::fromLatin1(name), instant.error().faults.constFirst().reason});
    }
    void operator()(const char* name, QByteArray& value) {
        value = QByteArray::fromHex(take(name, &QJsonValue::isString).toString().toLatin1());
    }
    void operator()(const char* name, QStringList& value) {
        for (const auto& element : take(name, &QJsonValue::isArray).toArray())
            value.append(element.toString());
    }
    void operator()(const char* name, QJsonObject& value) { value = take(name, &QJsonValue::isObject).toObject(); }
    void operator()(const char* name, QJsonValue& value) { value = body.value(QLatin1String(name)); }
    void operator()(const char* name, AssessmentKey& value) {
        value = AssessmentKey::fromString(take(name, &QJsonValue::isString).toString());
    }
    void operator()(const char* name, QList<Head>& value) {
        for (const auto& element : take(name, &QJsonValue::isArray).toArray()) {
            const QJsonObject head = element.toObject();
            value.append({head.value(QStringLiteral("stream")).toString(),
                          head.value(QStringLiteral("sequence")).toInteger(),
                          QByteArray::fromHex(head.value(QStringLiteral("hash")).toString().toLatin1()),
                          QUuid(head.value(QStringLiteral("device")).toString())});
        }
    }
    template<class Value> void operator()(const char* name, Value& value, Later /*mark*/) {
        if (body.contains(QLatin1String(name)))
            (*this)(name, value);
    }
};

template<std::size_t Index = 2> Result<Fact> readKind(const QString& kind, const QJsonObject& body) {
    if constexpr (Index == std::variant_size_v<AnyKind>) {
        return Fact{UnknownKind{kind}};
    } else {
        using Kind = std::variant_alternative_t<Index, AnyKind>;
        if (kind != QLatin1String(Kind::kind))
            return readKind<Index + 1>(kind, body);
        Kind fact;
        Reader reader{body, {}};
        fact.visit(reader);
        if (!reader.faults.isEmpty())
            return std::unexpected(Error{Error::Kind::Wrong, reader.faults});
        return Fact{std::move(fact)};
    }
}

} // namespace

Fact::Fact(const Fact& other) = default;
Fact::Fact(Fact&& other) noexcept = default;
Fact& Fact::operator=(const Fact& other) = default;
Fact& Fact::operator=(Fact&& other) noexcept = default;
Fact::~Fact() = default;

bool AssessmentKey::operator<(const AssessmentKey& other) const {
    return std::tie(timepoint, instrument, sequence) < std::tie(other.timepoint, other.instrument, other.sequence);
}

QString AssessmentKey::toString() const {
    return QStringLiteral("%1/%2/%3").arg(timepoint, instrument).arg(sequence);
}

AssessmentKey AssessmentKey::fromString(const QString& text) {
    const QStringList parts = text.split(u'/');
    return {parts.value(0), parts.value(1), parts.value(2).toInt()};
}

QString kindOf(const Fact& fact) {
    return std::visit(
        [](const auto& value) {
            using Kind = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Kind, UnknownKind> || std::is_same_v<Kind, Withheld>)
                return value.kind;
            else
                return QString::fromLatin1(Kind::kind);
        },
        fact);
}

QJsonObject bodyOf(const Fact& fact) {
    return std::visit(
        // By copy: visit() hands out fields for reading and writing alike.
        [](auto value) { // NOLINT(performance-unnecessary-value-param)
            using Kind = decltype(value);
            Writer writer;
            if constexpr (!std::is_same_v<Kind, UnknownKind> && !std::is_same_v<Kind, Withheld>)
                value.visit(writer);
            return writer.body;
        },
        fact);
}

Result<Fact> factFrom(const QString& kind, const QJsonObject& body) {
    return readKind(kind, body);
}

} // namespace serein::ledger

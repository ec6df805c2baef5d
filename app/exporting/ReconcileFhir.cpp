// fhir.json as a FHIR server would take it: answers by the Questionnaire that stands beside them, scores by Observation
// and by the response's own items.
#include "core/Json.h"
#include "exporting/Fhir.h"
#include "exporting/Reconcile.h"

namespace serein::exporting {

namespace {

/// By its identifier.
std::optional<ledger::AssessmentKey> assessmentKeyOf(const Record& record, const QString& text) {
    for (const ledger::AssessmentState& assessment : record.state.assessments)
        if (fhirIdentifier(record.state, assessment.key) == text)
            return assessment.key;
    return std::nullopt;
}

QString numberText(const QJsonValue& value) {
    if (value.isBool())
        return value.toBool() ? QStringLiteral("1") : QStringLiteral("0");
    const auto number = Decimal::fromJson(value);
    return number ? number->toString() : value.toString();
}

/// The ordinal value of a coding among the question's options.
QString ordinalOf(const QJsonObject& question, const QJsonObject& coding) {
    for (const auto& option : question.value("answerOption").toArray()) {
        const QJsonObject offered = option.toObject().value("valueCoding").toObject();
        if (offered.value("code") == coding.value("code") && offered.value("system") == coding.value("system"))
            return numberText(option.toObject().value("extension").toArray().at(0).toObject().value("valueDecimal"));
    }
    return {};
}

QString answeredValue(const QJsonObject& question, const QJsonArray& answers) {
    QStringList values;
    for (const auto& answer : answers) {
        const QJsonObject one = answer.toObject();
        if (one.contains("valueCoding"))
            values += ordinalOf(question, one.value("valueCoding").toObject());
        else if (one.contains("valueTime"))
            values += one.value("valueTime").toString().left(5);
        else
            values += numberText(one.begin().value());
    }
    return values.join(u'|');
}

QString stateOf(const QJsonObject& item) {
    if (item.contains("answer"))
        return QStringLiteral("answered");
    for (const auto& extension : item.value("extension").toArray()) {
        const QString code = extension.toObject().value("valueCode").toString();
        if (code == QLatin1String("asked-declined"))
            return QStringLiteral("declined");
        if (code == QLatin1String("not-asked"))
            return QStringLiteral("not_reached");
        if (code == QLatin1String("unknown"))
            return QStringLiteral("unanswered");
    }
    return {};
}

class FhirReader {
public:
    explicit FhirReader(const Record& record) : m_record(record) {}

    [[nodiscard]] Result<Sayings> read(const QJsonObject& bundle) {
        QList<QJsonObject> resources;
        for (const auto& entry : bundle.value("entry").toArray())
            resources += entry.toObject().value("resource").toObject();
        for (const QJsonObject& one : std::as_const(resources))
            if (one.value("resourceType") == QLatin1String("Questionnaire"))
                m_questionnaires.insert(one.value("url").toString() + u'|' + one.value("version").toString(), one);
        for (const QJsonObject& one : std::as_const(resources))
            if (one.value("resourceType") == QLatin1String("QuestionnaireResponse"))
                SEREIN_CHECK(response(one));
        for (const QJsonObject& one : std::as_const(resources))
            if (one.value("resourceType") == QLatin1String("Observation"))
                SEREIN_CHECK(observation(one));
        return m_said;
    }

private:
    [[nodiscard]] Result<void> response(const QJsonObject& json) {
        const auto key = assessmentKeyOf(m_record, json.value("identifier").toObject().value("value").toString());
        const auto form = m_questionnaires.constFind(json.value("questionnaire").toString());
        if (!key || form == m_questionnaires.constEnd())
            return wrong(QStringLiteral("a QuestionnaireResponse is of no assessment of the slice, or has no "
                                        "Questionnaire here"));
        QMap<QString, QJsonObject> given;
        for (const auto& item : json.value("item").toArray())
            given.insert(item.toObject().value("linkId").toString(), item.toObject());
        const instrument::Instrument& instrument = m_record.definitions.instrument(*m_record.state.assessment(*key));
        for (const auto& asked : form->value("item").toArray()) {
            const QJsonObject question = asked.toObject();
            const QString link = question.value("linkId").toString();
            if (question.value("type") == QLatin1String("display"))
                continue;
            const bool isScore = link.startsWith(QLatin1String("score."));
            const QString id = isScore ? link.mid(6) : link;
            const QJsonObject item = given.value(link);
            if (isScore && item.isEmpty())
                continue; // a score without a value is no item
            const QString state = isScore          ? QString()
                                  : item.isEmpty() ? QStringLiteral("not_applicable")
                                                   : stateOf(item);
            m_said.insert(sayingKey(*key, isScore, id),
                          {sayingValue(isScore ? nullptr : instrument.item(id),
                                       answeredValue(question, item.value("answer").toArray())),
                           state});
        }
        return {};
    }

    /// The same number as in the response, and a reason where there is none.
    [[nodiscard]] Result<void> observation(const QJsonObject& json) {
        const QString name = json.value("identifier").toArray().at(0).toObject().value("value").toString();
        const auto key = assessmentKeyOf(m_record, name.section(u'/', 0, -2));
        if (!key)
            return wrong(QStringLiteral("an Observation is of no assessment of the slice"));
        const QString place = sayingKey(*key, true, name.section(u'/', -1));
        const QString value = json.contains("valueQuantity")
                                  ? numberText(json.value("valueQuantity").toObject().value("value"))
                              : json.contains("valueBoolean") ? numberText(json.value("valueBoolean"))
                                                              : QString();
        if (value.isEmpty() != json.contains("dataAbsentReason") || value != m_said.value(place).value)
            return wrong(QStringLiteral("%1: Observation and QuestionnaireResponse differ").arg(place));
        m_said.insert(place, {value, {}});
        return {};
    }

    const Record& m_record;
    QMap<QString, QJsonObject> m_questionnaires; ///< by canonical url
    Sayings m_said;
};

} // namespace

Result<Sayings> saidInFhir(const Record& record, const QByteArray& json) {
    SEREIN_TRY(const QJsonValue bundle, parseJson(json));
    return FhirReader(record).read(bundle.toObject());
}

} // namespace serein::exporting

// fhir.json as a FHIR server would take it: answers by the Questionnaire that stands beside them, scores by Observation
// and by the response's own items.
#include "core/Json.h"
#include "exporting/Fhir.h"
#include "exporting/Reconcile.h"

namespace serein::exporting {

namespace {

/// An assessment, by its identifier.
struct FhirPlace {
    const Record* record = nullptr;
    ledger::AssessmentKey key;
};
std::optional<FhirPlace> fhirPlaceOf(const Records& records, const QString& identifier) {
    for (const Record& record : records) {
        for (const ledger::AssessmentState& assessment : record.state.assessments)
            if (fhirIdentifier(record.state, assessment.key) == identifier)
                return FhirPlace{&record, assessment.key};
        for (const MissedScale& one : missedScales(record))
            if (fhirIdentifier(record.state, one.key) == identifier)
                return FhirPlace{&record, one.key};
    }
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

QString declineReasonOf(const QJsonObject& item) {
    for (const auto& extension : item.value("extension").toArray())
        if (extension.toObject().value("url") == fhirSystem(QStringLiteral("decline-reason")))
            return extension.toObject().value("valueString").toString();
    return {};
}

QString firstIdentifier(const QJsonObject& json) {
    return json.value("identifier").toArray().at(0).toObject().value("value").toString();
}

QString codeOf(const QJsonValue& concept_) {
    return concept_.toObject().value("coding").toArray().at(0).toObject().value("code").toString();
}

class FhirReader {
public:
    explicit FhirReader(const Records& records) : m_records(records) {}

    [[nodiscard]] Result<Sayings> read(const QJsonObject& bundle) {
        QMap<QString, QList<QJsonObject>> resources; // by type
        for (const auto& entry : bundle.value("entry").toArray()) {
            const QJsonObject one = entry.toObject().value("resource").toObject();
            resources[one.value("resourceType").toString()] += one;
        }
        SEREIN_CHECK(patients(resources.take("Patient")));
        for (const QJsonObject& one : resources.take("Questionnaire"))
            m_questionnaires.insert(one.value("url").toString() + u'|' + one.value("version").toString(), one);
        for (const QJsonObject& one : resources.take("QuestionnaireResponse"))
            SEREIN_CHECK(response(one));
        for (const QJsonObject& one : resources.take("Observation"))
            SEREIN_CHECK(observation(one));
        for (const QJsonObject& one : resources.take("Task"))
            SEREIN_CHECK(task(one));
        if (!m_scores.isEmpty())
            return wrong(QStringLiteral("%1: there is no Observation of it").arg(m_scores.firstKey()));
        if (!resources.isEmpty())
            return wrong(QStringLiteral("a resource of type %1 has no place here").arg(resources.firstKey()));
        return m_said;
    }

private:
    [[nodiscard]] Result<void> patients(const QList<QJsonObject>& resources) const {
        QStringList subjects;
        for (const QJsonObject& one : resources)
            subjects += firstIdentifier(one);
        QStringList due;
        for (const Record& record : m_records)
            due += record.state.subject;
        subjects.sort();
        due.sort();
        return subjects == due ? Result<void>()
                               : wrong(QStringLiteral("its Patients are not those of the ledger slice"));
    }

    [[nodiscard]] Result<void> response(const QJsonObject& json) {
        const auto place = fhirPlaceOf(m_records, json.value("identifier").toObject().value("value").toString());
        const auto form = m_questionnaires.constFind(json.value("questionnaire").toString());
        if (!place || !place->record->state.assessment(place->key) || form == m_questionnaires.constEnd())
            return wrong(QStringLiteral("a QuestionnaireResponse is of no assessment of the slice, or has no "
                                        "Questionnaire here"));
        QMap<QString, QJsonObject> given;
        for (const auto& item : json.value("item").toArray()) {
            const QString link = item.toObject().value("linkId").toString();
            if (given.contains(link))
                return wrong(QStringLiteral("%1: it stands there twice").arg(placeOf(*place, link)));
            given.insert(link, item.toObject());
        }
        for (const auto& asked : form->value("item").toArray())
            if (asked.toObject().value("type") != QLatin1String("display"))
                SEREIN_CHECK(item(*place, asked.toObject(), given));
        if (!given.isEmpty())
            return wrong(QStringLiteral("%1: its Questionnaire doesn't ask it").arg(placeOf(*place, given.firstKey())));
        return {};
    }
    [[nodiscard]] static QString placeOf(const FhirPlace& place, const QString& link) {
        const bool isScore = link.startsWith(QLatin1String("score."));
        return sayingKey(place.record->state.subject, place.key, isScore, isScore ? link.mid(6) : link);
    }
    [[nodiscard]] Result<void> item(const FhirPlace& place, const QJsonObject& question,
                                    QMap<QString, QJsonObject>& given) {
        const QString link = question.value("linkId").toString();
        const bool isHere = given.contains(link);
        const QJsonObject item = given.take(link);
        const QString value = answeredValue(question, item.value("answer").toArray());
        if (link.startsWith(QLatin1String("score."))) {
            if (isHere) // one without a value is no item
                m_scores.insert(placeOf(place, link), sayingValue(nullptr, value));
            return {};
        }
        const QString state = isHere ? stateOf(item) : QStringLiteral("not_applicable");
        return say(m_said, placeOf(place, link),
                   {sayingValue(itemIn(*place.record, place.key, link), value), state, declineReasonOf(item)});
    }

    /// The same number as in the response, and a reason where there is none.
    [[nodiscard]] Result<void> observation(const QJsonObject& json) {
        const QString name = firstIdentifier(json);
        const auto place = fhirPlaceOf(m_records, name.section(u'/', 0, -2));
        if (!place)
            return wrong(QStringLiteral("an Observation is of no assessment of the slice"));
        const QString key = sayingKey(place->record->state.subject, place->key, true, name.section(u'/', -1));
        const QString value = json.contains("valueQuantity")
                                  ? numberText(json.value("valueQuantity").toObject().value("value"))
                              : json.contains("valueBoolean") ? numberText(json.value("valueBoolean"))
                                                              : QString();
        if (value.isEmpty() != json.contains("dataAbsentReason") || value != m_scores.take(key))
            return wrong(QStringLiteral("%1: Observation and QuestionnaireResponse differ").arg(key));
        return say(m_said, key,
                   {value, codeOf(json.value("method")), codeOf(json.value("interpretation").toArray().at(0))});
    }

    /// A scale that was missed.
    [[nodiscard]] Result<void> task(const QJsonObject& json) {
        const auto place = fhirPlaceOf(m_records, firstIdentifier(json));
        if (!place)
            return wrong(QStringLiteral("a Task is of no scale that the ledger slice has as missed"));
        const bool isCancelled = json.value("status") == QLatin1String("cancelled");
        return say(m_said, missedKey(place->record->state.subject, place->key),
                   {codeOf(json.value("statusReason")), isCancelled ? QStringLiteral("missed") : QString()});
    }

    const Records& m_records;
    QMap<QString, QJsonObject> m_questionnaires; ///< by canonical url
    QMap<QString, QString> m_scores;             ///< as responses have them, until their Observation comes
    Sayings m_said;
};

} // namespace

Result<QList<Reading>> readFhirBack(const Records& records, const Files& files) {
    if (!files.contains(fhirFile))
        return QList<Reading>();
    const auto bundle = parseJson(files.value(fhirFile));
    if (!bundle)
        return std::unexpected(bundle.error().in(fhirFile));
    const auto said = FhirReader(records).read(bundle->toObject());
    if (!said)
        return std::unexpected(said.error().in(fhirFile));
    return QList<Reading>{{fhirFile, *said}};
}

} // namespace serein::exporting

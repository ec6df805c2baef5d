// fhir.json as a FHIR server would take it: answers by the Questionnaire that stands beside them, scores by Observation
// and by the response's own items.
#include "core/Json.h"
#include "exporting/Fhir.h"
#include "exporting/JsonList.h"
#include "exporting/Reconcile.h"
#include "exporting/RowIndex.h"

#include "core/Ids.h"

namespace serein::exporting {

namespace {

/// Assessments and missed scales by their identifiers.
QHash<QString, ledger::AssessmentKey> fhirPlaces(const Record& record) {
    QHash<QString, ledger::AssessmentKey> places;
    for (const MissedScale& one : missedScales(record))
        places.insert(fhirIdentifier(record.state, one.key), one.key);
    for (const ledger::AssessmentState& assessment : record.state.assessments)
        places.insert(fhirIdentifier(record.state, assessment.key), assessment.key);
    return places;
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

using FhirForms = QMap<QString, QJsonObject>;            ///< Questionnaires by canonical url
using FhirResources = QMap<QString, QList<QJsonObject>>; ///< by type

/// What is of one participant.
class FhirReading {
public:
    /// `record` null: of nobody, which is wrong.
    FhirReading(const FhirForms& forms, const Record* record) : m_questionnaires(forms), m_record(record) {
        if (record)
            m_places = fhirPlaces(*record);
    }

    [[nodiscard]] Result<Sayings> read(const FhirResources& resources) {
        for (const QJsonObject& one : resources.value("QuestionnaireResponse"))
            SEREIN_CHECK(response(one));
        for (const QJsonObject& one : resources.value("Observation"))
            SEREIN_CHECK(observation(one));
        for (const QJsonObject& one : resources.value("Task"))
            SEREIN_CHECK(task(one));
        if (!m_scores.isEmpty())
            return wrong(QStringLiteral("%1: there is no Observation of it").arg(m_scores.firstKey()));
        return m_said;
    }

private:
    [[nodiscard]] std::optional<ledger::AssessmentKey> placeNamed(const QString& identifier) const {
        const auto found = m_places.constFind(identifier);
        return found == m_places.constEnd() ? std::nullopt : std::optional(*found);
    }

    [[nodiscard]] Result<void> response(const QJsonObject& json) {
        const auto place = placeNamed(json.value("identifier").toObject().value("value").toString());
        const auto form = m_questionnaires.constFind(json.value("questionnaire").toString());
        if (!place || !m_record->state.assessment(*place) || form == m_questionnaires.constEnd())
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
    [[nodiscard]] QString placeOf(const ledger::AssessmentKey& place, const QString& link) const {
        const bool isScore = link.startsWith(QLatin1String("score."));
        return sayingKey(m_record->state.subject, place, isScore, isScore ? link.mid(6) : link);
    }
    [[nodiscard]] Result<void> item(const ledger::AssessmentKey& place, const QJsonObject& question,
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
                   {sayingValue(itemIn(*m_record, place, link), value), state, declineReasonOf(item)});
    }

    /// The same number as in the response, and a reason where there is none.
    [[nodiscard]] Result<void> observation(const QJsonObject& json) {
        const QString name = firstIdentifier(json);
        const auto place = placeNamed(name.section(u'/', 0, -2));
        if (!place)
            return wrong(QStringLiteral("an Observation is of no assessment of the slice"));
        const QString key = sayingKey(m_record->state.subject, *place, true, name.section(u'/', -1));
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
        const auto place = placeNamed(firstIdentifier(json));
        if (!place)
            return wrong(QStringLiteral("a Task is of no scale that the ledger slice has as missed"));
        const bool isCancelled = json.value("status") == QLatin1String("cancelled");
        return say(m_said, missedKey(m_record->state.subject, *place),
                   {codeOf(json.value("statusReason")), isCancelled ? QStringLiteral("missed") : QString()});
    }

    const FhirForms& m_questionnaires;
    const Record* m_record;
    QHash<QString, ledger::AssessmentKey> m_places; ///< by identifier
    QMap<QString, QString> m_scores;                ///< as responses have them, until their Observation comes
    Sayings m_said;
};

class FhirReader : public BackReader {
public:
    Result<void> open(const Records& /*records*/, const Everybody& /*all*/, const Files& files) override {
        if (!files.contains(fhirFile))
            return {};
        m_isThere = true;
        m_bytes = files.value(fhirFile);
        const auto read =
            readJsonList(m_bytes, "entry", [this](qsizetype at, qsizetype size) { return entry(at, size); });
        return read ? Result<void>() : std::unexpected(read.error().in(fhirFile));
    }
    Result<QList<Reading>> of(const Record& record) override {
        if (!m_isThere)
            return QList<Reading>();
        if (m_patients.removeAll(record.state.subject) != 1)
            return std::unexpected(otherPatients().in(fhirFile));
        auto said = saidIn(idText(record.state.id), &record);
        if (!said)
            return std::unexpected(said.error().in(fhirFile));
        return QList<Reading>{{fhirFile, *said}};
    }
    Result<void> end() override {
        if (!m_patients.isEmpty())
            return std::unexpected(otherPatients().in(fhirFile));
        for (const QString& owner : m_index.left())
            if (const auto said = saidIn(owner, nullptr); !said)
                return std::unexpected(said.error().in(fhirFile));
        if (!m_others.isEmpty())
            return wrong(QStringLiteral("a resource of type %1 has no place here").arg(m_others.constFirst()), {},
                         fhirFile);
        return {};
    }

private:
    static Error otherPatients() {
        return wrong(QStringLiteral("its Patients are not those of the ledger slice")).error();
    }
    [[nodiscard]] Result<QJsonObject> resource(qsizetype at, qsizetype size) const {
        SEREIN_TRY(const QJsonValue entry, parseJson(m_bytes.sliced(at, size)));
        return entry.toObject().value("resource").toObject();
    }
    /// Whose it is: identifiers begin with the participant's id.
    [[nodiscard]] Result<void> entry(qsizetype at, qsizetype size) {
        SEREIN_TRY(const QJsonObject one, resource(at, size));
        const QString type = one.value("resourceType").toString();
        if (type == QLatin1String("Patient"))
            m_patients += firstIdentifier(one);
        else if (type == QLatin1String("Questionnaire"))
            m_questionnaires.insert(one.value("url").toString() + u'|' + one.value("version").toString(), one);
        else if (type == QLatin1String("QuestionnaireResponse"))
            m_index.add(one.value("identifier").toObject().value("value").toString().section(u'/', 0, 0), at, size);
        else if (type == QLatin1String("Observation") || type == QLatin1String("Task"))
            m_index.add(firstIdentifier(one).section(u'/', 0, 0), at, size);
        else
            m_others += type;
        return {};
    }
    [[nodiscard]] Result<Sayings> saidIn(const QString& owner, const Record* record) {
        FhirResources resources;
        for (const RowIndex::Span& span : m_index.take(owner)) {
            SEREIN_TRY(const QJsonObject one, resource(span.at, span.size));
            resources[one.value("resourceType").toString()] += one;
        }
        return FhirReading(m_questionnaires, record).read(resources);
    }

    bool m_isThere = false;
    QByteArray m_bytes;
    RowIndex m_index; ///< of responses, observations and tasks, by the participant's id
    FhirForms m_questionnaires;
    QStringList m_patients; ///< subjects
    QStringList m_others;   ///< types
};

} // namespace

std::unique_ptr<BackReader> fhirReader() {
    return std::make_unique<FhirReader>();
}

} // namespace serein::exporting

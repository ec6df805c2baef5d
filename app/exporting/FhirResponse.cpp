#include "exporting/Fhir.h"

#include "core/Ids.h"
#include "exporting/Assessed.h"
#include "exporting/Tables.h"
#include "instrument/Scoring.h"

#include <algorithm>

namespace serein::exporting {

namespace {

using instrument::Item;
using instrument::ItemType;
using ledger::AssessmentState;
using ledger::AssessmentStatus;
using ledger::ParticipantState;

/// One answer as FHIR's value[x].
class ValueOf {
public:
    ValueOf(const FhirForm& form, const Item& item) : m_form(form), m_item(item) {}

    QJsonArray operator()(const Decimal& number) const {
        if (m_item.type == ItemType::Choice)
            return {coding(number)};
        return {QJsonObject{{m_item.decimals == 0 ? "valueInteger" : "valueDecimal", number.toJson()}}};
    }
    QJsonArray operator()(const QList<Decimal>& values) const {
        QJsonArray all;
        for (const Decimal& value : values)
            all.append(coding(value));
        return all;
    }
    QJsonArray operator()(const instrument::Minutes& minutes) const { return (*this)(minutes.value); }
    QJsonArray operator()(instrument::ClockTime clock) const {
        const QString text = instrument::answerToJson(instrument::AnswerValue(clock)).toString();
        return {QJsonObject{{"valueTime", QString(text + QStringLiteral(":00"))}}};
    }
    QJsonArray operator()(QDate date) const { return {QJsonObject{{"valueDate", date.toString(Qt::ISODate)}}}; }
    QJsonArray operator()(const QString& words) const {
        if (m_item.type != ItemType::DateTime)
            return {QJsonObject{{"valueString", words}}};
        const auto instant = parseInstant(words); // FHIR wants seconds
        return {QJsonObject{{"valueDateTime", instant ? instantText(*instant) : words}}};
    }

private:
    [[nodiscard]] QJsonObject coding(const Decimal& value) const {
        const auto choice = std::ranges::find(m_item.choices, value, &instrument::Choice::value);
        return {{"valueCoding", choice == m_item.choices.cend() ? QJsonObject() : fhirCoding(m_form, m_item, *choice)}};
    }

    const FhirForm& m_form;
    const Item& m_item;
};

QString absentReason(const QString& state) {
    if (state == QLatin1String("declined"))
        return "asked-declined";
    return state == QLatin1String("not_reached") ? "not-asked" : "unknown";
}

QJsonObject ownExtension(const QString& url, const QString& type, const QJsonValue& value) {
    return {{"url", url}, {type, value}};
}

QJsonObject answerItem(const FhirForm& form, const AssessmentState& assessment, const Item& item,
                       const instrument::Answer& answer) {
    const ItemState shown = itemState(item, answer, true, !assessment.notReached.contains(item.id));
    QJsonObject json{{"linkId", item.id}};
    QJsonArray extensions;
    if (shown.state == QLatin1String("answered")) {
        json.insert("answer", std::visit(ValueOf(form, item), std::get<instrument::AnswerValue>(answer)));
    } else {
        extensions.append(ownExtension("http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode",
                                       absentReason(shown.state)));
        if (!shown.reason.isEmpty())
            extensions.append(ownExtension(fhirSystem("decline-reason"), "valueString", shown.reason));
    }
    if (std::ranges::any_of(assessment.corrections, [&](const ledger::Correction& one) { return one.item == item.id; }))
        extensions.append(ownExtension(fhirSystem("corrected"), "valueBoolean", true));
    if (!extensions.isEmpty())
        json.insert("extension", extensions);
    return json;
}

QString responseStatus(const AssessmentState& assessment) {
    if (assessment.status == AssessmentStatus::Open)
        return "in-progress";
    if (assessment.status == AssessmentStatus::EndedEarly)
        return "stopped"; // "amended" is of what was complete; each item says whether it was corrected
    return assessment.corrections.isEmpty() ? "completed" : "amended";
}

QString urn(const QUuid& id) {
    return QStringLiteral("urn:uuid:") + id.toString(QUuid::WithoutBraces);
}
QUuid responseId(const ParticipantState& state, const AssessmentState& assessment) {
    return QUuid::createUuidV5(state.id, QStringLiteral("response/") + assessment.key.toString());
}

QJsonObject ownCode(const QString& system, const QString& code) {
    return {{"system", fhirSystem(system)}, {"code", code}};
}

/// How it was asked, when it was begun, and why outside its window.
QJsonArray extensionsOf(const AssessmentState& assessment) {
    QJsonArray extensions{ownExtension("http://hl7.org/fhir/StructureDefinition/questionnaireresponse-completionMode",
                                       "valueCodeableConcept",
                                       QJsonObject{{"coding", QJsonArray{ownCode("mode", assessment.mode)}}}),
                          ownExtension(fhirSystem("opened"), "valueDateTime", timeOf(assessment.openedAt))};
    if (assessment.submittedAt.isValid())
        extensions.append(ownExtension(fhirSystem("submitted"), "valueDateTime", timeOf(assessment.submittedAt)));
    if (!assessment.reason.isEmpty())
        extensions.append(ownExtension(fhirSystem("window-reason"), "valueString", assessment.reason));
    return extensions;
}

/// Where in the study it belongs, for both resources.
QJsonObject metaOf(const ParticipantState& state, const AssessmentState& assessment, const Definitions& definitions) {
    return {{"tag", QJsonArray{ownCode("timepoint", assessment.key.timepoint),
                               ownCode("sequence", QString::number(assessment.key.sequence)),
                               ownCode("punctuality", timingOf(state, assessment, definitions).punctuality),
                               ownCode("status", ledger::statusText(assessment.status)),
                               ownCode("study-version", definitions.versionOf(assessment))}}};
}

QJsonObject subjectOf(const ParticipantState& state) {
    return {{"reference", urn(state.id)}, {"display", state.subject}};
}

/// When it was filled in: on paper, maybe only the date, before it was submitted.
QString effectiveAt(const AssessmentState& assessment) {
    if (const auto instant = parseInstant(assessment.filledInAt))
        return instantText(*instant);
    if (const QDate date = QDate::fromString(assessment.filledInAt, Qt::ISODate); date.isValid())
        return date.toString(Qt::ISODate);
    return timeOf(assessment.status == AssessmentStatus::Open ? assessment.openedAt : assessment.submittedAt);
}

QJsonArray scoreItems(const AssessmentState& assessment, const instrument::Instrument& instrument) {
    QJsonArray items;
    for (const instrument::Score& score : instrument.scores) {
        const QJsonValue value = assessment.scores.value(score.id).toObject().value(QLatin1String("value"));
        if (value.isNull() || value.isUndefined())
            continue;
        items.append(QJsonObject{
            {"linkId", fhirScoreLink(score.id)},
            {"answer", QJsonArray{QJsonObject{{value.isBool() ? "valueBoolean" : "valueDecimal", value}}}}});
    }
    return items;
}

void addScoreValue(QJsonObject& observation, const QJsonValue& value) {
    if (value.isBool())
        observation.insert("valueBoolean", value);
    else if (value.isDouble())
        observation.insert("valueQuantity", QJsonObject{{"value", value},
                                                        {"unit", "{score}"},
                                                        {"system", "http://unitsofmeasure.org"},
                                                        {"code", "{score}"}});
    else
        observation.insert(
            "dataAbsentReason",
            QJsonObject{{"coding",
                         QJsonArray{QJsonObject{{"system", "http://terminology.hl7.org/CodeSystem/data-absent-reason"},
                                                {"code", "unknown"}}}},
                        {"text", "An item that the score needs has no answer"}});
}

QJsonObject scoreCode(const instrument::Instrument& instrument, const instrument::Score& score) {
    QJsonArray codings;
    if (!score.codes.loinc.isEmpty())
        codings.append(QJsonObject{{"system", "http://loinc.org"}, {"code", score.codes.loinc}});
    const QString name = QStringLiteral("%1: %2").arg(instrument.name.in("en"), score.name.in("en"));
    codings.append(QJsonObject{
        {"system", fhirSystem(QStringLiteral("score:") + instrument.id)}, {"code", score.id}, {"display", name}});
    return {{"coding", codings}, {"text", name}};
}

QJsonObject bandConcept(const instrument::Instrument& instrument, const instrument::Score& score, const QString& band,
                        const QString& profile) {
    QJsonObject coding{{"system", fhirSystem(QStringLiteral("band:%1:%2").arg(instrument.id, score.id))},
                       {"code", band}};
    for (const instrument::Band& known : score.bandsFor(profile.isEmpty() ? instrument.defaultProfile : profile))
        if (known.id == band)
            coding.insert("display", known.label.in("en"));
    return {{"coding", QJsonArray{coding}}};
}

} // namespace

QString fhirIdentifier(const ParticipantState& state, const ledger::AssessmentKey& key) {
    return idText(state.id) + u'/' + key.toString();
}

FhirForm fhirFormOf(const AssessmentState& assessment, const Definitions& definitions) {
    const instrument::Instrument& instrument = definitions.instrument(assessment);
    QList<const instrument::TextPack*> packs;
    if (const instrument::TextPack* english = definitions.englishWords(assessment.definition))
        packs += english;
    for (const instrument::TextPack* pack : definitions.packsOf(assessment.definition))
        if (!packs.contains(pack))
            packs += pack;
    return {&instrument, assessment.definition, assessment.profile, assessment.prorate, packs};
}

Result<QJsonObject> fhirResponse(const ParticipantState& state, const AssessmentState& assessment,
                                 const Definitions& definitions) {
    const FhirForm form = fhirFormOf(assessment, definitions);
    SEREIN_TRY(const instrument::Answers answers, answersOf(assessment, *form.instrument));
    const QStringList shown = instrument::visibleItems(*form.instrument, answers, assessment.profile);
    QJsonArray items;
    for (const Item& item : form.instrument->items)
        if (item.asks() && shown.contains(item.id))
            items.append(answerItem(form, assessment, item, answers.value(item.id)));
    for (const auto& score : scoreItems(assessment, *form.instrument))
        items.append(score);
    const bool isOpen = assessment.status == AssessmentStatus::Open;
    QJsonObject json{{"resourceType", "QuestionnaireResponse"},
                     {"id", responseId(state, assessment).toString(QUuid::WithoutBraces)},
                     {"meta", metaOf(state, assessment, definitions)},
                     {"identifier", QJsonObject{{"system", fhirSystem("assessment")},
                                                {"value", fhirIdentifier(state, assessment.key)}}},
                     {"questionnaire", form.canonical()},
                     {"status", responseStatus(assessment)},
                     {"subject", subjectOf(state)},
                     {"authored", effectiveAt(assessment)},
                     {"item", items},
                     {"extension", extensionsOf(assessment)}};
    if (!assessment.language.isEmpty())
        json.insert("language", assessment.language);
    if (form.instrument->audience == QLatin1String("self"))
        json.insert("source", subjectOf(state));
    if (const QString by = isOpen ? assessment.openedBy : assessment.submittedBy; !by.isEmpty())
        json.insert("author", QJsonObject{{"display", by}});
    return json;
}

QJsonObject fhirMissed(const Record& record, const MissedScale& one) {
    const ParticipantState& state = record.state;
    const instrument::Instrument& instrument = record.definitions.byHash(one.definition);
    const QUuid id = QUuid::createUuidV5(state.id, QStringLiteral("missed/") + one.key.toString());
    QJsonObject reason{{"coding", QJsonArray{ownCode("missed-reason", one.missed->reason)}}};
    if (!one.missed->remark.text.isEmpty())
        reason.insert("text", one.missed->remark.text);
    return {
        {"resourceType", "Task"},
        {"id", id.toString(QUuid::WithoutBraces)},
        {"meta",
         QJsonObject{
             {"tag", QJsonArray{ownCode("timepoint", one.key.timepoint),
                                ownCode("sequence", QString::number(one.key.sequence)), ownCode("status", "missed"),
                                ownCode("study-version", record.definitions.version(one.missed->study))}}}},
        {"identifier",
         QJsonArray{QJsonObject{{"system", fhirSystem("assessment")}, {"value", fhirIdentifier(state, one.key)}}}},
        {"status", "cancelled"},
        {"statusReason", reason},
        {"intent", "order"},
        {"code", QJsonObject{{"coding", QJsonArray{QJsonObject{{"system", "http://hl7.org/fhir/uv/sdc/CodeSystem/temp"},
                                                               {"code", "complete-questionnaire"}}}}}},
        {"description", instrument.name.in("en")},
        {"for", subjectOf(state)},
        {"lastModified", timeOf(one.missed->remark.at)}};
}

QList<QJsonObject> fhirObservations(const ParticipantState& state, const AssessmentState& assessment,
                                    const Definitions& definitions) {
    QList<QJsonObject> all;
    const instrument::Instrument& instrument = definitions.instrument(assessment);
    for (const instrument::Score& score : instrument.scores) {
        if (!assessment.scores.contains(score.id))
            continue;
        const QJsonObject stored = assessment.scores.value(score.id).toObject();
        const QString name = fhirIdentifier(state, assessment.key) + u'/' + score.id;
        const QUuid id =
            QUuid::createUuidV5(state.id, QStringLiteral("score/%1/%2").arg(assessment.key.toString(), score.id));
        QJsonObject json{
            {"resourceType", "Observation"},
            {"id", id.toString(QUuid::WithoutBraces)},
            {"meta", metaOf(state, assessment, definitions)},
            {"identifier", QJsonArray{QJsonObject{{"system", fhirSystem("score")}, {"value", name}}}},
            {"status", assessment.corrections.isEmpty() ? "final" : "amended"},
            {"category", QJsonArray{QJsonObject{
                             {"coding", QJsonArray{QJsonObject{
                                            {"system", "http://terminology.hl7.org/CodeSystem/observation-category"},
                                            {"code", "survey"}}}}}}},
            {"code", scoreCode(instrument, score)},
            {"subject", subjectOf(state)},
            {"effectiveDateTime", effectiveAt(assessment)},
            {"issued", timeOf(assessment.submittedAt)},
            {"method", QJsonObject{{"coding", QJsonArray{ownCode("score-status",
                                                                 stored.value(QLatin1String("status")).toString()),
                                                         ownCode("engine", assessment.engine)}}}},
            {"derivedFrom", QJsonArray{QJsonObject{{"reference", urn(responseId(state, assessment))}}}}};
        addScoreValue(json, stored.value(QLatin1String("value")));
        if (const QString band = stored.value(QLatin1String("band")).toString(); !band.isEmpty())
            json.insert("interpretation", QJsonArray{bandConcept(instrument, score, band, assessment.profile)});
        all += json;
    }
    return all;
}

} // namespace serein::exporting

#include "core/Json.h"
#include "exporting/Fhir.h"

namespace serein::exporting {

namespace {

/// By its id, so that sending the same bundle twice changes nothing.
QJsonObject bundleEntry(const QUuid& uuid, const QJsonObject& resource) {
    const QString url = resource.value("resourceType").toString() + u'/' + resource.value("id").toString();
    return {{"fullUrl", QString(QStringLiteral("urn:uuid:") + uuid.toString(QUuid::WithoutBraces))},
            {"resource", resource},
            {"request", QJsonObject{{"method", "PUT"}, {"url", url}}}};
}
QJsonObject bundleEntry(const QJsonObject& resource) {
    return bundleEntry(QUuid(resource.value("id").toString()), resource);
}

QJsonObject patientOf(const ledger::ParticipantState& state, const study::Study& study) {
    QJsonObject json{
        {"resourceType", "Patient"},
        {"id", state.id.toString(QUuid::WithoutBraces)},
        {"identifier", QJsonArray{QJsonObject{{"system", fhirSystem(QStringLiteral("study:%1:subject").arg(study.id))},
                                              {"value", state.subject}}}}};
    if (state.synthetic)
        json.insert("meta",
                    QJsonObject{{"security", QJsonArray{QJsonObject{
                                                 {"system", "http://terminology.hl7.org/CodeSystem/v3-ActReason"},
                                                 {"code", "HTEST"},
                                                 {"display", "test health data"}}}}});
    return json;
}

} // namespace

Result<Files> fhirFiles(const Records& records) {
    QJsonArray patients;
    QJsonArray forms;
    QJsonArray answered;
    QStringList asked;
    for (const Record& record : records) {
        const ledger::ParticipantState& state = record.state;
        const Definitions& definitions = record.definitions;
        patients.append(bundleEntry(patientOf(state, definitions.study())));
        for (const ledger::AssessmentState* assessment : inStudyOrder(state, definitions.study())) {
            const FhirForm form = fhirFormOf(*assessment, definitions);
            if (!asked.contains(form.id())) {
                asked += form.id();
                forms.append(bundleEntry(QUuid::createUuidV5(QUuid(), form.url()), fhirQuestionnaire(form)));
            }
            SEREIN_TRY(const QJsonObject response, fhirResponse(state, *assessment, definitions));
            answered.append(bundleEntry(response));
            for (const QJsonObject& observation : fhirObservations(state, *assessment, definitions))
                answered.append(bundleEntry(observation));
        }
        for (const MissedScale& one : missedScales(record))
            answered.append(bundleEntry(fhirMissed(record, one)));
    }
    QJsonArray entries;
    for (const QJsonArray* part : {&patients, &forms, &answered})
        for (const auto& one : *part)
            entries.append(one);
    const QJsonObject bundle{{"resourceType", "Bundle"}, {"type", "transaction"}, {"entry", entries}};
    return Files{{fhirFile, canonicalJson(bundle) + '\n'}};
}

} // namespace serein::exporting

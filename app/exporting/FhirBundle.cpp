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

/// The entries of a bundle, one after the other.
class Entries {
public:
    explicit Entries(const FileSink& sink) : m_sink(sink) {}
    [[nodiscard]] Result<void> begin() const { return m_sink(fhirFile, QByteArrayLiteral("{\"entry\":[")); }
    [[nodiscard]] Result<void> add(const QJsonObject& entry) {
        const QByteArray bytes = canonicalJson(entry);
        const QByteArray separated = m_isFirst ? bytes : ',' + bytes;
        m_isFirst = false;
        return m_sink(fhirFile, separated);
    }
    [[nodiscard]] Result<void> end() const {
        return m_sink(fhirFile, QByteArrayLiteral("],\"resourceType\":\"Bundle\",\"type\":\"transaction\"}\n"));
    }

private:
    const FileSink& m_sink;
    bool m_isFirst = true;
};

/// Patients first, then what they were asked.
Result<void> addSubjects(Entries& entries, const Records& records) {
    QJsonArray forms;
    QSet<QString> asked;
    for (const Record& record : records) {
        const Definitions& definitions = record.definitions;
        SEREIN_CHECK(entries.add(bundleEntry(patientOf(record.state, definitions.study()))));
        for (const ledger::AssessmentState* assessment : inStudyOrder(record.state, definitions.study())) {
            const FhirForm form = fhirFormOf(*assessment, definitions);
            if (!asked.contains(form.id()))
                forms.append(bundleEntry(QUuid::createUuidV5(QUuid(), form.url()), fhirQuestionnaire(form)));
            asked.insert(form.id());
        }
    }
    for (const auto& form : std::as_const(forms))
        SEREIN_CHECK(entries.add(form.toObject()));
    return {};
}

Result<void> addAnswers(Entries& entries, const Record& record) {
    const ledger::ParticipantState& state = record.state;
    const Definitions& definitions = record.definitions;
    for (const ledger::AssessmentState* assessment : inStudyOrder(state, definitions.study())) {
        SEREIN_TRY(const QJsonObject response, fhirResponse(state, *assessment, definitions));
        SEREIN_CHECK(entries.add(bundleEntry(response)));
        for (const QJsonObject& observation : fhirObservations(state, *assessment, definitions))
            SEREIN_CHECK(entries.add(bundleEntry(observation)));
    }
    for (const MissedScale& one : missedScales(record))
        SEREIN_CHECK(entries.add(bundleEntry(fhirMissed(record, one))));
    return {};
}

} // namespace

Result<void> writeFhir(const Records& records, const QStringList& /*formats*/, const FileSink& sink) {
    Entries entries(sink);
    SEREIN_CHECK(entries.begin());
    SEREIN_CHECK(addSubjects(entries, records));
    for (const Record& record : records)
        SEREIN_CHECK(addAnswers(entries, record));
    return entries.end();
}

} // namespace serein::exporting

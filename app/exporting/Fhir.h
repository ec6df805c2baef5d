#pragma once
// FHIR R4 of one participant: the Questionnaires they were asked, their QuestionnaireResponses, an Observation for each
// score. Pure.
#include "exporting/FhirForm.h"
#include "exporting/Formats.h"

namespace serein::exporting {

inline const QString fhirFile = QStringLiteral("fhir.json");

/// The form of an assessment: its definition as it was scored then.
[[nodiscard]] FhirForm fhirFormOf(const ledger::AssessmentState& assessment, const Definitions& definitions);

/// Items hidden by branching are absent; one without an answer has a data-absent-reason: asked-declined, not-asked (not
/// reached) or unknown (left without one).
[[nodiscard]] Result<QJsonObject> fhirResponse(const ledger::ParticipantState& state,
                                               const ledger::AssessmentState& assessment,
                                               const Definitions& definitions);
/// One for each score that was submitted; a missing one has a dataAbsentReason and no value.
[[nodiscard]] QList<QJsonObject> fhirObservations(const ledger::ParticipantState& state,
                                                  const ledger::AssessmentState& assessment,
                                                  const Definitions& definitions);

/// `fhir.json`: all of it as one transaction Bundle that a FHIR server takes as it is: Patient (by subject id alone),
/// Questionnaires, QuestionnaireResponses and Observations, with ids that the same data always get.
[[nodiscard]] Result<Files> fhirFiles(const Records& records);

} // namespace serein::exporting

#pragma once
// FHIR R4 of one participant: the Questionnaires they were asked, their QuestionnaireResponses, an Observation for each
// score. Pure.
#include "exporting/Assessed.h"
#include "exporting/FhirForm.h"
#include "exporting/Formats.h"

namespace serein::exporting {

inline const QString fhirFile = QStringLiteral("fhir.json");

/// The form of an assessment: its definition as it was scored then.
[[nodiscard]] FhirForm fhirFormOf(const ledger::AssessmentState& assessment, const Definitions& definitions);

/// A business identifier that no other participant's assessment has: "PARTICIPANT/TIMEPOINT/INSTRUMENT/SEQUENCE".
[[nodiscard]] QString fhirIdentifier(const ledger::ParticipantState& state, const ledger::AssessmentKey& key);

/// Items hidden by branching are absent; one without an answer has a data-absent-reason: asked-declined, not-asked (not
/// reached) or unknown (left without one).
[[nodiscard]] Result<QJsonObject> fhirResponse(const ledger::ParticipantState& state,
                                               const ledger::AssessmentState& assessment,
                                               const Definitions& definitions);
/// One for each score that was submitted; a missing one has a dataAbsentReason and no value.
[[nodiscard]] QList<QJsonObject> fhirObservations(const ledger::ParticipantState& state,
                                                  const ledger::AssessmentState& assessment,
                                                  const Definitions& definitions);

/// A scale that was missed: a Task to complete it that was cancelled, with the reason.
[[nodiscard]] QJsonObject fhirMissed(const Record& record, const MissedScale& one);

/// `fhir.json`: all of it as one transaction Bundle that a FHIR server takes as it is: Patient (by subject id alone),
/// Questionnaires, QuestionnaireResponses, Observations and Tasks, with ids that the same data always get.
[[nodiscard]] Result<void> writeFhir(const Records& records, const QStringList& formats, const FileSink& sink);

} // namespace serein::exporting

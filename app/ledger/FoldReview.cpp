#include "ledger/ParticipantFold.h"

namespace serein::ledger {

void ParticipantFold::operator()(const Corrected& fact) {
    const auto found = m_state.assessments.find(fact.assessment);
    if (found == m_state.assessments.end())
        return;
    Correction correction{fact.item, fact.before, fact.answer, fact.reason, m_header.at, m_header.actor};
    if (const auto proposal = m_state.proposals.find(fact.proposal); proposal != m_state.proposals.end()) {
        proposal->decision = ProposalState::Decision::Approved;
        proposal->decidedBy = m_header.actor;
        correction.proposedBy = proposal->by;
        m_touched.participant = true;
    }
    found->corrections.append(correction);
    found->answers[fact.item].value = fact.answer;
    found->scores = fact.scores;
    found->engine = fact.engine;
    m_touched.answers.insert({fact.assessment.toString(), fact.item});
    m_touched.scores.insert(fact.assessment.toString());
    changed(fact.assessment);
}
void ParticipantFold::operator()(const CorrectionProposed& fact) {
    ProposalState proposal;
    proposal.id = m_header.id;
    proposal.assessment = fact.assessment;
    proposal.item = fact.item;
    proposal.before = fact.before;
    proposal.answer = fact.answer;
    proposal.reason = fact.reason;
    proposal.at = m_header.at;
    proposal.by = m_header.actor;
    m_state.proposals.insert(m_header.id, proposal);
    m_touched.participant = true;
}
void ParticipantFold::operator()(const CorrectionDeclined& fact) {
    const auto proposal = m_state.proposals.find(fact.proposal);
    if (proposal == m_state.proposals.end() || proposal->decision != ProposalState::Decision::Waiting)
        return;
    proposal->decision = ProposalState::Decision::Declined;
    proposal->decidedBy = m_header.actor;
    proposal->decisionReason = fact.reason;
    m_touched.participant = true;
}
void ParticipantFold::operator()(const Voided& fact) {
    if (!m_state.assessments.contains(fact.assessment))
        return;
    VoidedState voided;
    voided.assessment = m_state.assessments.take(fact.assessment);
    voided.id = m_header.id;
    voided.reason = fact.reason;
    voided.at = m_header.at;
    voided.by = m_header.actor;
    voided.toParticipant = fact.toParticipant;
    voided.toAssessment = fact.toAssessment;
    m_state.voided.insert(m_header.id, voided);
    m_touched.assessments.insert(fact.assessment.toString());
    m_touched.scores.insert(fact.assessment.toString());
    changed(fact.assessment);
}
void ParticipantFold::operator()(const Reassigned& fact) {
    if (m_state.assessments.contains(fact.assessment))
        return;
    const auto own = m_state.voided.constFind(fact.voided);
    AssessmentState here = own != m_state.voided.constEnd() ? own->assessment : assessmentFromJson(fact.content);
    here.key = fact.assessment;
    here.bodyClass = m_header.bodyClass;
    here.reassignedFrom = fact.fromParticipant;
    here.reassignedAs = fact.voided;
    m_state.assessments.insert(fact.assessment, here);
    m_touched.assessments.insert(fact.assessment.toString());
    for (auto it = here.answers.begin(); it != here.answers.end(); ++it)
        m_touched.answers.insert({fact.assessment.toString(), it.key()});
    m_touched.scores.insert(fact.assessment.toString());
    changed(fact.assessment);
}
void ParticipantFold::operator()(const QueryRaised& fact) {
    QueryState query;
    query.id = m_header.id;
    query.assessment = fact.assessment;
    query.item = fact.item;
    query.text = fact.text;
    query.raisedAt = m_header.at;
    query.raisedBy = m_header.actor;
    m_state.queries.insert(m_header.id, query);
    m_touched.participant = true;
}
void ParticipantFold::operator()(const QueryAnswered& fact) {
    const auto query = m_state.queries.find(fact.query);
    if (query == m_state.queries.end() || query->closedAt.isValid())
        return;
    query->answer = fact.text;
    query->answeredAt = m_header.at;
    query->answeredBy = m_header.actor;
    m_touched.participant = true;
}
void ParticipantFold::operator()(const QueryClosed& fact) {
    const auto query = m_state.queries.find(fact.query);
    if (query == m_state.queries.end() || query->closedAt.isValid())
        return;
    query->closing = fact.text;
    query->closedAt = m_header.at;
    query->closedBy = m_header.actor;
    m_touched.participant = true;
}
void ParticipantFold::operator()(const SourceVerified& fact) {
    const auto found = m_state.assessments.find(fact.assessment);
    if (found == m_state.assessments.end() || found->status == AssessmentStatus::Open)
        return;
    found->verifiedAt = m_header.at;
    found->verifiedBy = m_header.actor;
}
void ParticipantFold::operator()(const Signed& fact) {
    m_state.signatures.append({m_header.id, fact.assessment, fact.meaning, m_header.at, m_header.actor, m_header.role});
}
void ParticipantFold::operator()(const Redacted& fact) {
    m_state.redactions.append({fact.event, remark(fact.reason), fact.keyDestroyed});
    m_touched.participant = true;
    if (const QJsonValue about = fact.content[QLatin1String("assessment")]; about.isString())
        changed(AssessmentKey::fromString(about.toString()));
}
void ParticipantFold::operator()(const DataStateChanged& fact) {
    m_state.dataState = fact.state;
    m_state.dataStateSaid = remark(fact.reason);
    m_touched.participant = true;
}

void ParticipantFold::operator()(const Withheld& fact) {
    static const QStringList changing{AssessmentOpened::kind, Reopened::kind, Missed::kind,    MissedTakenBack::kind,
                                      Corrected::kind,        Voided::kind,   Reassigned::kind};
    if (changing.contains(fact.kind))
        changed();
}

void ParticipantFold::changed(const AssessmentKey& key) {
    if (const auto found = m_state.assessments.find(key); found != m_state.assessments.end()) {
        found->verifiedAt = {};
        found->verifiedBy.clear();
    }
    for (SignatureState& signature : m_state.signatures)
        if (!signature.brokenAt.isValid() && (signature.assessment.instrument.isEmpty() || signature.assessment == key))
            signature.brokenAt = m_header.at;
    m_state.changedAt = m_header.at;
}
void ParticipantFold::changed() {
    changed(AssessmentKey{});
}

} // namespace serein::ledger

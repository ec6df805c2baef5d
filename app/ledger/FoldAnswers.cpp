#include "ledger/ParticipantFold.h"

namespace serein::ledger {

void ParticipantFold::operator()(const HandedOver& fact) {
    m_state.handOver =
        HandOverState{fact.timepoint, fact.sequence, fact.mode, fact.language, fact.helper, fact.place, fact.reason};
    m_touched.participant = true;
}
void ParticipantFold::operator()(const LanguageChosen& fact) {
    if (m_state.handOver)
        m_state.handOver->language = fact.language;
}
void ParticipantFold::operator()(const ReadingPreferred& fact) {
    m_state.reading = {fact.textPercent, fact.look};
}
void ParticipantFold::operator()(const HandedBack& /*fact*/) {
    m_state.handOver.reset();
    m_touched.participant = true;
}
void ParticipantFold::operator()(const AssessmentOpened& fact) {
    if (m_state.assessments.contains(fact.assessment))
        return;
    AssessmentState opened;
    opened.key = fact.assessment;
    opened.bodyClass = m_header.bodyClass;
    opened.definition = fact.definition;
    opened.pack = fact.pack;
    opened.language = fact.language;
    opened.profile = fact.profile;
    opened.prorate = fact.prorate;
    opened.mode = fact.mode;
    opened.modeNow = fact.mode;
    opened.openedAt = m_header.at;
    opened.openedBy = m_header.actor;
    opened.reason = fact.reason;
    if (const auto& order = m_state.handOver; order && opened.reason.isEmpty() && fact.mode != QLatin1String("staff") &&
                                              order->timepoint == fact.assessment.timepoint)
        opened.reason = order->reason; // said once, for all that was asked then
    opened.study = m_state.study;
    m_state.assessments.insert(fact.assessment, opened);
    m_touched.assessments.insert(fact.assessment.toString());
    changed(fact.assessment);
}
void ParticipantFold::operator()(const ItemShown& fact) {
    if (AssessmentState* open = openAssessment(fact.assessment)) {
        open->currentItem = fact.item;
        open->reviewing = fact.item.isEmpty();
        if (!fact.item.isEmpty())
            open->shownAt.insert(fact.item, m_header.at);
        m_touched.assessments.insert(fact.assessment.toString());
    }
}
void ParticipantFold::operator()(const Answered& fact) {
    AssessmentState* open = openAssessment(fact.assessment);
    if (!open)
        return; // what was submitted changes only by a correction
    const auto before = open->answers.constFind(fact.item);
    const bool changed = before != open->answers.constEnd() && before->value != fact.answer;
    const int changes = before == open->answers.constEnd() ? 0 : before->changes + (changed ? 1 : 0);
    const auto shown = open->shownAt.constFind(fact.item);
    const qint64 response = shown == open->shownAt.constEnd() ? -1 : shown->msecsTo(m_header.at);
    open->answers.insert(fact.item, {fact.answer, m_header.at, m_header.actor, changes, response, open->modeNow});
    m_touched.answers.insert({fact.assessment.toString(), fact.item});
}
void ParticipantFold::operator()(const Submitted& fact) {
    if (AssessmentState* open = openAssessment(fact.assessment)) {
        open->status = fact.endedEarly ? AssessmentStatus::EndedEarly : AssessmentStatus::Submitted;
        open->submittedAt = m_header.at;
        open->submittedBy = m_header.actor;
        open->scores = fact.scores;
        open->submittedScores = fact.scores;
        open->engine = fact.engine;
        open->notReached = fact.notReached;
        m_touched.assessments.insert(fact.assessment.toString());
        m_touched.scores.insert(fact.assessment.toString());
    }
}
void ParticipantFold::operator()(const ModeChanged& fact) {
    if (AssessmentState* open = openAssessment(fact.assessment))
        open->modeNow = fact.mode;
}
void ParticipantFold::operator()(const CheckKept& fact) {
    if (AssessmentState* open = openAssessment(fact.assessment); open && !open->keptChecks.contains(fact.check))
        open->keptChecks.append(fact.check);
}
void ParticipantFold::operator()(const Reopened& fact) {
    const auto found = m_state.assessments.find(fact.assessment);
    if (found == m_state.assessments.end() || found->status == AssessmentStatus::Open)
        return;
    found->status = AssessmentStatus::Open;
    found->submittedAt = {};
    found->submittedBy.clear();
    found->scores = {};
    found->submittedScores = {};
    found->notReached.clear();
    found->reviewing = true;
    found->currentItem.clear();
    m_touched.assessments.insert(fact.assessment.toString());
    m_touched.scores.insert(fact.assessment.toString());
    changed(fact.assessment);
}
void ParticipantFold::operator()(const Transcribed& fact) {
    if (AssessmentState* open = openAssessment(fact.assessment))
        open->filledInAt = fact.filledInAt;
}
void ParticipantFold::operator()(const AlertRaised& fact) {
    AlertState alert;
    alert.id = m_header.id;
    alert.participant = QUuid(m_header.stream);
    alert.assessment = fact.assessment;
    alert.rule = fact.rule;
    alert.item = fact.item;
    alert.raisedAt = m_header.at;
    m_state.alerts.insert(m_header.id, alert);
    m_touched.alerts.insert(m_header.id);
}
void ParticipantFold::operator()(const AlertAcknowledged& fact) {
    const auto alert = m_state.alerts.find(fact.alert);
    if (alert == m_state.alerts.end() || alert->acknowledgedAt.isValid())
        return;
    alert->acknowledgedAt = m_header.at;
    alert->acknowledgedBy = m_header.actor;
    alert->action = fact.action;
    m_touched.alerts.insert(fact.alert);
}
void ParticipantFold::operator()(const AlertEscalated& fact) {
    const auto alert = m_state.alerts.find(fact.alert);
    if (alert == m_state.alerts.end() || alert->escalatedAt.isValid())
        return;
    alert->escalatedAt = m_header.at;
    m_touched.alerts.insert(fact.alert);
}
void ParticipantFold::operator()(const AlertClosed& fact) {
    const auto alert = m_state.alerts.find(fact.alert);
    if (alert == m_state.alerts.end() || alert->closedAt.isValid())
        return;
    alert->closedAt = m_header.at;
    alert->closedBy = m_header.actor;
    alert->outcome = fact.outcome;
    m_touched.alerts.insert(fact.alert);
}
void ParticipantFold::operator()(const InstructionRead& fact) {
    const auto found = m_state.assessments.find(fact.assessment);
    if (found == m_state.assessments.end())
        return;
    found->instructionReadAt = m_header.at;
    found->instructionReadBy = m_header.actor;
}

AssessmentState* ParticipantFold::openAssessment(const AssessmentKey& key) {
    const auto found = m_state.assessments.find(key);
    return found == m_state.assessments.end() || found->status != AssessmentStatus::Open ? nullptr : &*found;
}

} // namespace serein::ledger

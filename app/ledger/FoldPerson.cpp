#include "ledger/ParticipantFold.h"

namespace serein::ledger {

void ParticipantFold::operator()(const Enrolled& fact) {
    m_state.id = QUuid(m_header.stream);
    m_state.subject = fact.subject;
    m_state.study = fact.study;
    m_state.language = fact.language;
    m_state.synthetic = fact.synthetic;
    m_state.site = fact.site;
    m_state.enrolledAt = m_header.at;
    m_touched.participant = true;
}
void ParticipantFold::operator()(const Identified& fact) {
    m_state.secondIdentifier = fact.secondIdentifier;
    m_state.name = fact.name;
    m_state.phone = fact.phone;
    m_state.recordNumber = fact.recordNumber;
    m_touched.participant = true;
}
void ParticipantFold::operator()(const Noted& fact) {
    m_state.notes.append(remark(fact.text));
}
void ParticipantFold::operator()(const Consented& fact) {
    m_state.consents.append({fact.document, fact.at, fact.by, fact.occasion, m_header.at, m_header.actor});
    m_touched.participant = true;
    changed();
}
void ParticipantFold::operator()(const ScreenFailed& fact) {
    m_state.screenFailed = remark(fact.reason);
    m_touched.participant = true;
    changed();
}
void ParticipantFold::operator()(const Suspended& fact) {
    m_state.suspended = Suspension{fact.cause, remark(fact.reason)};
    m_touched.participant = true;
    changed();
}
void ParticipantFold::operator()(const Resumed& /*fact*/) {
    m_state.suspended.reset();
    m_touched.participant = true;
    changed();
}
void ParticipantFold::operator()(const Withdrawn& fact) {
    if (!m_state.withdrawn)
        m_state.withdrawn.emplace();
    m_state.withdrawn->identity = fact.identity;
    for (const QString& degree : fact.from)
        if (!m_state.hasWithdrawnFrom(degree))
            m_state.withdrawn->degrees.append({degree, fact.by, remark(fact.reason)});
    m_touched.participant = true;
    changed();
}
void ParticipantFold::operator()(const StudyMoved& fact) {
    m_state.study = fact.study;
    m_touched.participant = true;
    changed();
}
void ParticipantFold::operator()(const Located& fact) {
    m_state.whereabouts = {fact.place, fact.ward, fact.bed, m_header.at};
    m_touched.participant = true;
}
void ParticipantFold::operator()(const CallAttempted& fact) {
    m_state.calls.append({fact.timepoint, fact.sequence, fact.reached, fact.outcome, remark(fact.remark)});
    m_touched.participant = true;
}
void ParticipantFold::operator()(const Unblinded& fact) {
    m_state.unblindings.append({fact.manner, remark(fact.reason)});
    m_touched.participant = true;
}
void ParticipantFold::operator()(const AnchorSet& fact) {
    addAnchor(fact.anchor, fact.at, QStringLiteral("set"));
}
void ParticipantFold::operator()(const AnchorMoved& fact) {
    addAnchor(fact.anchor, fact.at, QStringLiteral("moved"));
}
void ParticipantFold::operator()(const AnchorCorrected& fact) {
    QList<AnchorEntry>& entries = m_state.anchorHistory[fact.anchor];
    if (entries.isEmpty() || !entries.constLast().at.isValid())
        return;
    entries.last().at = fact.at;
    m_state.anchors.insert(fact.anchor, fact.at);
    m_touched.anchors = true;
    changed();
}
void ParticipantFold::operator()(const AnchorRevoked& fact) {
    addAnchor(fact.anchor, {}, QStringLiteral("revoked"));
}
void ParticipantFold::operator()(const AnchorRepeated& fact) {
    if (fact.policy == QLatin1String("ignore"))
        return;
    for (const QString& timepoint : fact.restarts)
        m_state.repeats[timepoint].append(m_header.at);
    addAnchor(fact.anchor, fact.at, QStringLiteral("repeated"));
}
void ParticipantFold::operator()(const TimepointRepeated& fact) {
    m_state.repeats[fact.timepoint].append(m_header.at);
    m_touched.participant = true;
    changed();
}
void ParticipantFold::operator()(const Missed& fact) {
    m_state.missed.insert(fact.assessment, {fact.reason, remark(fact.remark), m_state.study});
    m_touched.participant = true;
    changed(fact.assessment);
}
void ParticipantFold::operator()(const MissedTakenBack& fact) {
    m_state.missed.remove(fact.assessment);
    m_touched.participant = true;
    changed(fact.assessment);
}

void ParticipantFold::addAnchor(const QString& anchor, const QDateTime& at, const QString& how) {
    m_state.anchorHistory[anchor].append({at, m_header.at, how});
    if (at.isValid())
        m_state.anchors.insert(anchor, at);
    else
        m_state.anchors.remove(anchor);
    m_touched.anchors = true;
    changed();
}

} // namespace serein::ledger

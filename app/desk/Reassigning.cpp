// The wrong participant or the wrong timepoint: voided where it stands, and given to where it belongs.
#include "desk/Review.h"

namespace serein::desk {

namespace {

/// Whether the voided assessment can stand there: nothing begun there yet, and asked there with the same words of the
/// same version.
Result<void> checkDestination(const vault::Vault& vault, const ledger::ParticipantState& target,
                              const ledger::AssessmentState& assessment, const ledger::AssessmentKey& key) {
    SEREIN_CHECK(requireOpenData(vault, target));
    if (target.hasWithdrawnFrom(QStringLiteral("records")))
        return refused(QStringLiteral("%1 withdrew the use of their records").arg(target.subject));
    if (target.handOver)
        return unusable(QStringLiteral("%1 has the tablet just now: take it back first").arg(target.subject),
                        QStringLiteral("/participant"));
    SEREIN_TRY(const auto protocol, vault.protocolOf(target));
    const study::Timepoint* timepoint = protocol->study.timepoint(key.timepoint);
    if (!timepoint || key.sequence < 1 || key.sequence > target.sequenceOf(key.timepoint))
        return unusable(QStringLiteral("%1 has no such timepoint").arg(target.subject), QStringLiteral("/timepoint"));
    if (!timepoint->battery.contains(key.instrument))
        return unusable(QStringLiteral("%1 is not asked at %2").arg(key.instrument, key.timepoint),
                        QStringLiteral("/timepoint"));
    const QString asked = protocol->instruments.value(key.instrument)[QLatin1String("definition")].toString();
    if (asked != assessment.definition)
        return unusable(QStringLiteral("%1 is asked there in another version").arg(key.instrument),
                        QStringLiteral("/timepoint"));
    if (target.assessment(key))
        return unusable(QStringLiteral("%1 at %2 has been begun there already: void that one first")
                            .arg(key.instrument, key.timepoint),
                        QStringLiteral("/timepoint"));
    return {};
}

/// Whether what this event voided stands, or once stood, in that record.
bool stands(const ledger::ParticipantState& there, const QUuid& voided) {
    for (const ledger::AssessmentState& assessment : there.assessments)
        if (assessment.reassignedAs == voided)
            return true;
    for (const ledger::VoidedState& gone : there.voided)
        if (gone.assessment.reassignedAs == voided)
            return true;
    return false;
}

Result<const ledger::AssessmentState*> toVoid(const vault::Vault& vault, const ledger::ParticipantState& state,
                                              const ledger::AssessmentKey& assessment) {
    SEREIN_CHECK(requireOpenData(vault, state));
    if (state.handOver)
        return unusable(QStringLiteral("%1 has the tablet just now: take it back first").arg(state.subject),
                        QStringLiteral("/assessment"));
    return assessmentFor(vault, state, assessment);
}

} // namespace

Result<void> Review::voidAssessment(const QUuid& participant, const ledger::AssessmentKey& assessment,
                                    const QString& reason) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::DecideCorrection));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_TRY(const ledger::AssessmentState* wrongOne, toVoid(m_vault, *state, assessment));
    SEREIN_TRY(const QString why, typedText(reason, QStringLiteral("reason")));
    SEREIN_CHECK(m_vault.append(participant, {{ledger::Voided{assessment, why, {}, {}}, wrongOne->bodyClass}}, actor));
    SEREIN_CHECK(m_vault.checkpoint(participant, actor));
    return {};
}

Result<void> Review::reassign(const QUuid& participant, const ledger::AssessmentKey& assessment, const Destination& to,
                              const QString& reason) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::DecideCorrection));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_TRY(const ledger::AssessmentState* wrongOne, toVoid(m_vault, *state, assessment));
    SEREIN_TRY(const QString why, typedText(reason, QStringLiteral("reason")));
    const ledger::AssessmentKey key{to.timepoint, assessment.instrument, to.sequence};
    SEREIN_TRY(const auto target, m_vault.participant(to.participant));
    SEREIN_CHECK(checkDestination(m_vault, *target, *wrongOne, key));
    // The source first: should the tablet die between the two, nothing stands twice and place() goes on from here.
    SEREIN_TRY(const QList<QUuid> ids,
               m_vault.append(participant,
                              {{ledger::Voided{assessment, why, to.participant, key}, wrongOne->bodyClass}}, actor));
    SEREIN_CHECK(m_vault.checkpoint(participant, actor));
    return place(participant, ids.constFirst(), to, why);
}

Result<QList<QUuid>> Review::unplaced(const QUuid& participant) const {
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    QList<QUuid> waiting;
    for (const ledger::VoidedState& voided : state->voided) {
        if (voided.toParticipant.isNull() || !sees(m_vault, *state, voided.assessment))
            continue;
        SEREIN_TRY(const auto target, m_vault.participant(voided.toParticipant));
        if (!stands(*target, voided.id))
            waiting.append(voided.id);
    }
    return waiting;
}

Result<void> Review::place(const QUuid& participant, const QUuid& id, const Destination& to, const QString& reason) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::DecideCorrection));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    const auto voided = state->voided.constFind(id);
    if (voided == state->voided.constEnd() || !sees(m_vault, *state, voided->assessment))
        return unusable(QStringLiteral("there is no such voided assessment"), QStringLiteral("/assessment"));
    SEREIN_TRY(const QString why, typedText(reason, QStringLiteral("reason")));
    SEREIN_TRY(const auto target, m_vault.participant(to.participant));
    if (stands(*target, id))
        return unusable(QStringLiteral("it stands there already"), QStringLiteral("/assessment"));
    const ledger::AssessmentKey key{to.timepoint, voided->assessment.key.instrument, to.sequence};
    SEREIN_CHECK(checkDestination(m_vault, *target, voided->assessment, key));
    const QJsonObject content =
        to.participant == participant ? QJsonObject() : ledger::assessmentToJson(voided->assessment);
    SEREIN_CHECK(m_vault.append(
        to.participant, {{ledger::Reassigned{key, participant, id, content, why}, voided->assessment.bodyClass}},
        actor));
    SEREIN_CHECK(m_vault.checkpoint(to.participant, actor));
    return {};
}

Result<QList<AlertAbout>> Review::alertsAbout(const ledger::ParticipantState& participant,
                                              const ledger::AssessmentState& assessment) const {
    QList<AlertAbout> about;
    const auto add = [&](const ledger::ParticipantState& where, const ledger::AssessmentKey& key, bool elsewhere) {
        for (const ledger::AlertState& alert : where.alerts)
            if (alert.assessment == key)
                about.append({alert, elsewhere});
    };
    add(participant, assessment.key, false);
    // Back along the way it came, which may be several steps.
    ledger::AssessmentState step = assessment;
    for (QSet<QUuid> seen; !step.reassignedAs.isNull() && !seen.contains(step.reassignedAs);) {
        seen.insert(step.reassignedAs);
        SEREIN_TRY(const auto source, m_vault.participant(step.reassignedFrom));
        const auto voided = source->voided.constFind(step.reassignedAs);
        if (voided == source->voided.constEnd())
            break;
        add(*source, voided->assessment.key, source->id != participant.id);
        step = voided->assessment;
    }
    return about;
}

} // namespace serein::desk

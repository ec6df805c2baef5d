// Answers that turn out wrong after they were submitted.
#include "desk/Forms.h"
#include "desk/Review.h"
#include "instrument/Scoring.h"

#include <algorithm>

namespace serein::desk {

bool isStaffsOwn(const ledger::AssessmentState& assessment, const QString& item) {
    const QString mode = assessment.answers.value(item).mode;
    return (mode.isEmpty() ? assessment.mode : mode) == QLatin1String("staff");
}

Result<instrument::Answers> answersOf(const ledger::AssessmentState& assessment,
                                      const instrument::Instrument& instrument) {
    instrument::Answers answers;
    for (auto it = assessment.answers.begin(); it != assessment.answers.end(); ++it) {
        const instrument::Item* item = instrument.item(it.key());
        if (!item)
            return wrong(QStringLiteral("%1: the definition has no item %2").arg(assessment.key.toString(), it.key()));
        SEREIN_TRY(const instrument::Answer answer, instrument::answerFromJson(*item, it->value));
        answers.insert(it.key(), answer);
    }
    return answers;
}

Result<const ledger::AssessmentState*> assessmentFor(const vault::Vault& vault,
                                                     const ledger::ParticipantState& participant,
                                                     const ledger::AssessmentKey& assessment) {
    const ledger::AssessmentState* known = participant.assessment(assessment);
    if (!known)
        return unusable(QStringLiteral("there is no such assessment"), QStringLiteral("/assessment"));
    if (!sees(vault, participant, *known))
        return refused(QStringLiteral("it would tell the arm, which this study keeps from you"));
    return known;
}

ledger::BodyClass classOf(const ledger::ParticipantState& participant, const ledger::AssessmentKey& assessment) {
    if (const ledger::AssessmentState* here = participant.assessment(assessment))
        return here->bodyClass;
    for (const ledger::VoidedState& voided : participant.voided)
        if (voided.assessment.key == assessment)
            return voided.assessment.bodyClass;
    return ledger::BodyClass::Data;
}

/// A correction that has been found sound: what stands, what will, and what follows from it.
struct Review::Prepared {
    CorrectionOrder order; ///< answer in its canonical form, reason trimmed
    std::shared_ptr<const ledger::ParticipantState> state;
    const ledger::AssessmentState* assessment = nullptr;
    QJsonValue before;
    QJsonObject scores;
    QStringList fired; ///< ids of alert rules
};

Result<Review::Prepared> Review::prepare(const CorrectionOrder& order) const {
    Prepared prepared{order, {}, nullptr, {}, {}, {}};
    SEREIN_TRY(prepared.state, m_vault.participant(order.participant));
    SEREIN_CHECK(requireOpenData(m_vault, *prepared.state));
    SEREIN_TRY(prepared.assessment, assessmentFor(m_vault, *prepared.state, order.assessment));
    const ledger::AssessmentState& assessment = *prepared.assessment;
    if (assessment.status == ledger::AssessmentStatus::Open)
        return unusable(QStringLiteral("it has not been submitted yet: the answer is changed where it was given"),
                        QStringLiteral("/assessment"));
    SEREIN_TRY(prepared.order.reason, typedText(order.reason, QStringLiteral("reason")));
    SEREIN_TRY(const instrument::Instrument instrument, m_vault.instrumentByHash(assessment.definition));
    const instrument::Item* item = instrument.item(order.item);
    if (!item || !item->asks())
        return unusable(QStringLiteral("there is no such question"), QStringLiteral("/item"));
    SEREIN_TRY(instrument::Answers answers, answersOf(assessment, instrument));
    if (!instrument::visibleItems(instrument, answers, assessment.profile).contains(order.item))
        return unusable(QStringLiteral("this question was not asked, as the other answers stand"),
                        QStringLiteral("/item"));
    const auto answer = instrument::answerFromJson(*item, order.answer);
    if (!answer)
        return unusable(answer.error().faults.constFirst().reason, QStringLiteral("/answer"));
    prepared.order.answer = instrument::answerToJson(*answer);
    if (const auto come = checkMoment(*item, prepared.order.answer, m_vault.clock().now()); !come)
        return unusable(come.error().faults.constFirst().reason, QStringLiteral("/answer"));
    prepared.before = instrument::answerToJson(answers.value(order.item));
    if (prepared.order.answer == prepared.before)
        return unusable(QStringLiteral("that is the answer that stands there already"), QStringLiteral("/answer"));
    answers.insert(order.item, *answer);
    prepared.scores =
        instrument::scoresToJson(instrument::score(instrument, answers, {assessment.profile, assessment.prorate}));

    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*prepared.state));
    const QStringList counting = protocol->study.alerts.value(instrument.id);
    const QStringList fired = instrument::alertsOnAnswer(instrument, answers, order.item, assessment.profile) +
                              instrument::alertsOnUnanswered(instrument, answers, assessment.profile);
    for (const instrument::AlertRule& rule : instrument.alerts) {
        // One that still calls for somebody is not raised twice.
        const bool waits = std::ranges::any_of(prepared.state->alerts, [&](const ledger::AlertState& alert) {
            return alert.assessment == assessment.key && alert.rule == rule.id && !alert.acknowledgedAt.isValid();
        });
        if (rule.item == order.item && fired.contains(rule.id) && counting.contains(rule.id) && !waits)
            prepared.fired.append(rule.id);
    }
    return prepared;
}

Result<void> Review::write(const Prepared& prepared, const QUuid& proposal, const vault::Actor& actor) {
    const ledger::AssessmentState& assessment = *prepared.assessment;
    const CorrectionOrder& order = prepared.order;
    QList<vault::Draft> drafts{
        {ledger::Corrected{assessment.key, order.item, prepared.before, order.answer, order.reason, prepared.scores,
                           QString::fromLatin1(instrument::engineVersion), proposal},
         assessment.bodyClass}};
    for (const QString& rule : prepared.fired)
        drafts.append({ledger::AlertRaised{assessment.key, rule, order.item}, assessment.bodyClass});
    if (!prepared.fired.isEmpty())
        SEREIN_CHECK(m_vault.deviceFolder().setAlertMarker(true));
    SEREIN_CHECK(m_vault.append(order.participant, drafts, actor));
    SEREIN_CHECK(m_vault.checkpoint(order.participant, actor));
    return {};
}

Result<void> Review::correct(const CorrectionOrder& order) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::Record));
    SEREIN_TRY(const Prepared prepared, prepare(order));
    if (!isStaffsOwn(*prepared.assessment, order.item))
        return unusable(QStringLiteral("the participant answered this: propose a correction, and an investigator "
                                       "decides"),
                        QStringLiteral("/item"));
    return write(prepared, {}, actor);
}

Result<QUuid> Review::propose(const CorrectionOrder& order) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::ProposeCorrection));
    SEREIN_TRY(const Prepared prepared, prepare(order));
    const bool waits = std::ranges::any_of(prepared.state->proposals, [&](const ledger::ProposalState& other) {
        return other.assessment == order.assessment && other.item == order.item &&
               other.decision == ledger::ProposalState::Decision::Waiting;
    });
    if (waits)
        return unusable(QStringLiteral("another correction of this answer waits for an investigator"),
                        QStringLiteral("/item"));
    SEREIN_TRY(const QList<QUuid> ids,
               m_vault.append(order.participant,
                              {{ledger::CorrectionProposed{order.assessment, order.item, prepared.before,
                                                           prepared.order.answer, prepared.order.reason},
                                prepared.assessment->bodyClass}},
                              actor));
    return ids.constFirst();
}

namespace {

Result<ledger::ProposalState> waiting(const ledger::ParticipantState& state, const QUuid& id) {
    const auto proposal = state.proposals.constFind(id);
    if (proposal == state.proposals.constEnd())
        return unusable(QStringLiteral("there is no such proposal"), QStringLiteral("/proposal"));
    if (proposal->decision != ledger::ProposalState::Decision::Waiting)
        return unusable(QStringLiteral("%1 has decided it already").arg(proposal->decidedBy),
                        QStringLiteral("/proposal"));
    return *proposal;
}

} // namespace

Result<void> Review::approve(const QUuid& participant, const QUuid& id) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::DecideCorrection));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_TRY(const ledger::ProposalState proposal, waiting(*state, id));
    if (proposal.by == actor.name)
        return refused(QStringLiteral("your own proposal is decided by another investigator"));
    SEREIN_TRY(const Prepared prepared,
               prepare({participant, proposal.assessment, proposal.item, proposal.answer, proposal.reason}));
    if (prepared.before != proposal.before)
        return unusable(QStringLiteral("the answer has changed since this was proposed"), QStringLiteral("/proposal"));
    return write(prepared, id, actor);
}

Result<void> Review::decline(const QUuid& participant, const QUuid& id, const QString& reason) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::DecideCorrection));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(requireOpenData(m_vault, *state));
    SEREIN_TRY(const ledger::ProposalState proposal, waiting(*state, id));
    SEREIN_TRY(const QString why, typedText(reason, QStringLiteral("reason")));
    const auto bodyClass = classOf(*state, proposal.assessment); // also of what was voided meanwhile
    if (bodyClass == ledger::BodyClass::Unblinding && !seesUnblinding(m_vault, *state))
        return refused(QStringLiteral("it would tell the arm, which this study keeps from you"));
    SEREIN_CHECK(m_vault.append(participant, {{ledger::CorrectionDeclined{id, why}, bodyClass}}, actor));
    return {};
}

} // namespace serein::desk

// What the study wants reported where a form's score says so, until somebody has read it.
#include "desk/Alerting.h"
#include "desk/Gate.h"

#include <QJsonObject>
#include <QSet>

namespace serein::desk {

namespace {

bool waits(const study::Prompt& prompt, const ledger::AssessmentState& assessment) {
    return assessment.key.instrument == prompt.when.instrument && assessment.submittedAt.isValid() &&
           (!assessment.instructionReadAt.isValid() || assessment.instructionReadAt < assessment.submittedAt) &&
           study::holds(prompt.when, scoreFrom(assessment.scores.value(prompt.when.score))) == study::Ternary::Yes;
}

} // namespace

Result<QList<Instruction>> Instructing::waitingFor(const QUuid& participant) const {
    QList<Instruction> waiting;
    if (!m_vault.user().roleToDo(account::Action::Record))
        return waiting;
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    if (const auto& prompt = protocol->study.seriousAdverseEvent)
        for (const ledger::AssessmentState& one : state->assessments)
            if (waits(*prompt, one) && sees(m_vault, *state, one))
                waiting.append({participant, state->subject, one.key, prompt->text});
    return waiting;
}

Result<QList<Instruction>> Instructing::waiting() const {
    QList<Instruction> waiting;
    QSet<QUuid> people;
    for (const QString& hash : m_vault.deviceState().adopted.keys()) {
        SEREIN_TRY(const auto protocol, m_vault.protocol(hash));
        if (!protocol->study.seriousAdverseEvent)
            continue;
        const study::Criterion& when = protocol->study.seriousAdverseEvent->when;
        SEREIN_TRY(const auto scored, m_vault.scored(when.instrument, when.score));
        for (const vault::ScoredPlace& place : scored)
            if (place.assessment.instrument == when.instrument &&
                study::holds(when, scoreFrom(place.score)) == study::Ternary::Yes)
                people.insert(place.participant);
    }
    for (const QUuid& participant : std::as_const(people)) {
        SEREIN_TRY(const auto of, waitingFor(participant));
        waiting += of;
    }
    std::ranges::sort(waiting, {}, [](const Instruction& one) { return one.subject; });
    return waiting;
}

Result<void> Instructing::read(const Instruction& instruction, const QString& language) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::Record));
    SEREIN_TRY(const auto state, m_vault.participant(instruction.participant));
    const ledger::AssessmentState* assessment = state->assessment(instruction.assessment);
    if (assessment == nullptr)
        return unusable(QStringLiteral("%1 has not been filled in").arg(instruction.assessment.toString()));
    SEREIN_CHECK(m_vault.append(
        instruction.participant,
        {{ledger::InstructionRead{instruction.assessment, instruction.text.in(language)}, assessment->bodyClass}},
        actor));
    return {};
}

} // namespace serein::desk

#include "ui/ReviewRows.h"

#include "core/Ids.h"
#include "ui/AssessmentWords.h"
#include "ui/Words.h"

namespace serein::ui {

using account::Action;

QString ReviewRows::when(const QDateTime& at) const {
    return Words::moment(at, m_zone);
}

QVariantList ReviewRows::proposals(const AskedWords& asked, bool open) const {
    QVariantList rows;
    const bool decides = open && m_vault.user().roleToDo(Action::DecideCorrection).has_value();
    for (const ledger::ProposalState& one : m_state.proposals) {
        if (one.assessment != m_key || one.decision == ledger::ProposalState::Decision::Approved)
            continue;
        const bool waits = one.decision == ledger::ProposalState::Decision::Waiting;
        rows += QVariantMap{
            {QStringLiteral("id"), idText(one.id)},
            {QStringLiteral("text"), AssessmentWords::tr("%1: \"%2\" instead of \"%3\"")
                                         .arg(asked.questionOf(one.item), asked.answerOf(one.item, one.answer),
                                              asked.answerOf(one.item, one.before))},
            {QStringLiteral("reason"),
             waits ? AssessmentWords::tr("Proposed by %1, %2: %3").arg(one.by, when(one.at), one.reason)
                   : AssessmentWords::tr("Declined by %1: %2").arg(one.decidedBy, one.decisionReason)},
            {QStringLiteral("canDecide"), waits && decides && one.by != m_vault.user().name},
            {QStringLiteral("canDecline"), waits && decides}};
    }
    return rows;
}

QVariantList ReviewRows::queries(const AskedWords& asked) const {
    QVariantList rows;
    for (const ledger::QueryState& one : m_state.queries) {
        if (one.assessment != m_key)
            continue;
        const bool closed = one.closedAt.isValid();
        rows += QVariantMap{
            {QStringLiteral("id"), idText(one.id)},
            {QStringLiteral("about"),
             one.item.isEmpty() ? AssessmentWords::tr("The whole assessment") : asked.questionOf(one.item)},
            {QStringLiteral("text"), AssessmentWords::tr("%1, %2: %3").arg(one.raisedBy, when(one.raisedAt), one.text)},
            {QStringLiteral("answer"),
             one.answeredAt.isValid()
                 ? AssessmentWords::tr("%1, %2: %3").arg(one.answeredBy, when(one.answeredAt), one.answer)
                 : QString()},
            {QStringLiteral("stateText"), closed ? AssessmentWords::tr("closed by %1").arg(one.closedBy)
                                          : one.answeredAt.isValid() ? AssessmentWords::tr("answered")
                                                                     : AssessmentWords::tr("waits for an answer")},
            {QStringLiteral("canAnswer"), !closed && m_vault.user().roleToDo(Action::AnswerQuery).has_value()},
            {QStringLiteral("canClose"), !closed && m_vault.user().roleToDo(Action::RaiseQuery).has_value()}};
    }
    return rows;
}

QVariantList ReviewRows::signatures() const {
    QVariantList rows;
    for (const ledger::SignatureState& one : m_state.signatures) {
        const bool ofWhole = one.assessment.instrument.isEmpty();
        if (m_key.instrument.isEmpty() ? !ofWhole : one.assessment != m_key)
            continue;
        QString text =
            AssessmentWords::tr("Signed by %1 (%2), %3: %4").arg(one.by, one.role, when(one.at), one.meaning);
        if (one.brokenAt.isValid())
            text =
                AssessmentWords::tr("No longer holds, because the data changed %1. %2").arg(when(one.brokenAt), text);
        rows += QVariantMap{{QStringLiteral("text"), text}, {QStringLiteral("broken"), one.brokenAt.isValid()}};
    }
    return rows;
}

} // namespace serein::ui

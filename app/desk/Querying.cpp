// Questions about data, and the mark that they were compared with their source.
#include "desk/Review.h"

namespace serein::desk {

Result<QUuid> Review::raiseQuery(const QUuid& participant, const ledger::AssessmentKey& assessment, const QString& item,
                                 const QString& text) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::RaiseQuery));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_TRY(const ledger::AssessmentState* about, assessmentFor(m_vault, *state, assessment));
    SEREIN_TRY(const QString question, typedText(text, QStringLiteral("text"), mostQuery));
    if (!item.isEmpty()) {
        SEREIN_TRY(const instrument::Instrument instrument, m_vault.instrumentByHash(about->definition));
        const instrument::Item* known = instrument.item(item);
        if (!known || !known->asks())
            return unusable(QStringLiteral("there is no such question"), QStringLiteral("/item"));
    }
    SEREIN_TRY(
        const QList<QUuid> ids,
        m_vault.append(participant, {{ledger::QueryRaised{assessment, item, question}, about->bodyClass}}, actor));
    return ids.constFirst();
}

namespace {

/// An open query that this person may read.
Result<ledger::QueryState> openQuery(const vault::Vault& vault, const ledger::ParticipantState& state,
                                     const QUuid& id) {
    const auto query = state.queries.constFind(id);
    if (query == state.queries.constEnd() ||
        (classOf(state, query->assessment) == ledger::BodyClass::Unblinding && !seesUnblinding(vault, state)))
        return unusable(QStringLiteral("there is no such query"), QStringLiteral("/query"));
    if (query->closedAt.isValid())
        return unusable(QStringLiteral("%1 has closed it already").arg(query->closedBy), QStringLiteral("/query"));
    return *query;
}

} // namespace

Result<void> Review::answerQuery(const QUuid& participant, const QUuid& id, const QString& text) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::AnswerQuery));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_TRY(const ledger::QueryState query, openQuery(m_vault, *state, id));
    SEREIN_TRY(const QString answer, typedText(text, QStringLiteral("text"), mostQuery));
    SEREIN_CHECK(
        m_vault.append(participant, {{ledger::QueryAnswered{id, answer}, classOf(*state, query.assessment)}}, actor));
    return {};
}

Result<void> Review::closeQuery(const QUuid& participant, const QUuid& id, const QString& text) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::RaiseQuery));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_TRY(const ledger::QueryState query, openQuery(m_vault, *state, id));
    SEREIN_TRY(const QString closing, typedText(text, QStringLiteral("text"), mostQuery, true));
    SEREIN_CHECK(
        m_vault.append(participant, {{ledger::QueryClosed{id, closing}, classOf(*state, query.assessment)}}, actor));
    return {};
}

Result<void> Review::verifySource(const QUuid& participant, const ledger::AssessmentKey& assessment) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::VerifySource));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(requireNotLocked(m_vault, *state));
    SEREIN_TRY(const ledger::AssessmentState* compared, assessmentFor(m_vault, *state, assessment));
    if (compared->status == ledger::AssessmentStatus::Open)
        return unusable(QStringLiteral("it has not been submitted yet"), QStringLiteral("/assessment"));
    if (compared->verifiedAt.isValid())
        return unusable(QStringLiteral("%1 has verified it already").arg(compared->verifiedBy),
                        QStringLiteral("/assessment"));
    SEREIN_CHECK(m_vault.append(participant, {{ledger::SourceVerified{assessment}, compared->bodyClass}}, actor));
    return {};
}

} // namespace serein::desk

#include "desk/ReviewWork.h"

namespace serein::desk {

using Kind = vault::ReviewWait::Kind;

vault::ReviewFilter ReviewWork::filter() const {
    const auto may = [&](account::Action action) { return m_vault.user().roleToDo(action).has_value(); };
    vault::ReviewFilter filter{{}, m_vault.user().name, seesUnblinding(m_vault)};
    if (may(account::Action::AnswerQuery) || may(account::Action::RaiseQuery))
        filter.kinds += Kind::Query;
    if (may(account::Action::RaiseQuery))
        filter.kinds += Kind::Answered;
    if (may(account::Action::DecideCorrection))
        filter.kinds += Kind::Proposal;
    return filter;
}

Result<QMap<Kind, int>> ReviewWork::counts() const {
    SEREIN_TRY([[maybe_unused]] const vault::Actor actor, actorFor(m_vault, account::Action::ReadParticipants));
    return m_vault.work().reviewCounts(filter());
}

Result<QList<vault::ReviewWait>> ReviewWork::waiting(int offset, int most) const {
    SEREIN_TRY([[maybe_unused]] const vault::Actor actor, actorFor(m_vault, account::Action::ReadParticipants));
    return m_vault.work().review(filter(), offset, most);
}

} // namespace serein::desk

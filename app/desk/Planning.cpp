#include "desk/Planning.h"

#include "desk/Anchors.h"
#include "desk/Enrolling.h"
#include "desk/Gate.h"
#include "ledger/Work.h"

#include <algorithm>

namespace serein::desk {

namespace {

/// The form that was signed then: the one in force, or the one before it.
QString formAt(const vault::Vault& vault, const study::Study& follows, const QDateTime& at) {
    const QString newest = vault.study().consentDocument;
    return newest.isEmpty() || checkForm(vault, follows.consentDocument, newest, at) ? follows.consentDocument : newest;
}

/// The consent that goes with its anchor: the first one, or the first one with its time mended. `form`: of a new one.
std::optional<ledger::Consented> consentWith(const study::Study& study, const ledger::ParticipantState& participant,
                                             const AnchorChange& change, const QString& form) {
    if (study.consentDocument.isEmpty() || change.anchor != study.consentAnchor || change.act == AnchorAct::Revoke)
        return std::nullopt;
    ledger::Consented consent{form, change.at, QStringLiteral("participant"), QStringLiteral("initial")};
    for (const ledger::ConsentState& before : participant.consents)
        if (before.occasion == consent.occasion) {
            if (before.at == change.at && change.act == AnchorAct::Set)
                return std::nullopt; // entered with its document already
            consent.document = before.document;
            consent.by = before.by;
        }
    return consent;
}

} // namespace

Result<void> Planning::change(const QUuid& participant, const AnchorChange& change) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::SetAnchor));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(requireOpenData(m_vault, *state));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    AnchorChange usable = change;
    SEREIN_CHECK(checkAnchor(protocol->study, *state, usable, m_vault.clock().now()));
    SEREIN_TRY(usable.reason,
               typedText(change.reason, QStringLiteral("reason"), mostReason, change.act == AnchorAct::Set));
    const auto consent = consentWith(protocol->study, *state, usable, formAt(m_vault, protocol->study, usable.at));
    SEREIN_CHECK(m_vault.append(participant,
                                consent ? consentDrafts(protocol->study, *consent, usable)
                                        : QList<vault::Draft>{{anchorFact(protocol->study, usable)}},
                                actor));
    return {};
}

Result<QList<PlanChange>> Planning::preview(const QUuid& participant, const AnchorChange& change) const {
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    const QDateTime now = m_vault.clock().now();
    SEREIN_CHECK(checkAnchor(protocol->study, *state, change, now));
    return planChanges(*protocol, *state, change, now);
}

Result<void> Planning::repeat(const QUuid& participant, const QString& timepoint, const QString& reason) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::SetAnchor));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(requireOpenData(m_vault, *state));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    const QList<ledger::Work> work = ledger::workOf(protocol->study, protocol->library, *state);
    const auto found = std::ranges::find(work, timepoint, &ledger::Work::timepoint);
    if (found == work.end())
        return unusable(QStringLiteral("the study has no timepoint \"%1\"").arg(timepoint),
                        QStringLiteral("/timepoint"));
    if (!found->stale)
        return unusable(QStringLiteral("what was answered at %1 is fresh enough: it is not asked again").arg(timepoint),
                        QStringLiteral("/timepoint"));
    if (found->begun)
        return unusable(QStringLiteral("something at %1 is still open: finish it first").arg(timepoint),
                        QStringLiteral("/timepoint"));
    SEREIN_TRY(const QString why, typedText(reason, QStringLiteral("reason")));
    SEREIN_CHECK(m_vault.append(participant, {{ledger::TimepointRepeated{timepoint, why}}}, actor));
    return {};
}

QStringList outcomesOf(const QString& reached) {
    if (reached == QLatin1String("nobody"))
        return {QStringLiteral("noAnswer"), QStringLiteral("notInService"), QStringLiteral("messageLeft"),
                QStringLiteral("other")};
    QStringList outcomes{QStringLiteral("appointmentMade"), QStringLiteral("callAgain"),
                         QStringLiteral("declinedThisTime"), QStringLiteral("messageLeft"), QStringLiteral("other")};
    // Only the participant, or who answers for them, can have been asked.
    if (reached != QLatin1String("clinician"))
        outcomes.prepend(QStringLiteral("assessmentDone"));
    return outcomes;
}

Result<void> Planning::logCall(const QUuid& participant, const CallEntry& entry) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::Record));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(requireOpenData(m_vault, *state));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    if (!protocol->study.timepoint(entry.timepoint))
        return unusable(QStringLiteral("the study has no timepoint \"%1\"").arg(entry.timepoint),
                        QStringLiteral("/timepoint"));
    if (!peopleReached.contains(entry.reached))
        return unusable(
            QStringLiteral("please choose who was reached: %1").arg(peopleReached.join(QStringLiteral(", "))),
            QStringLiteral("/reached"));
    if (const QStringList possible = outcomesOf(entry.reached); !possible.contains(entry.outcome))
        return unusable(QStringLiteral("please choose what it came to: %1").arg(possible.join(QStringLiteral(", "))),
                        QStringLiteral("/outcome"));
    if (state->hasWithdrawnFrom(QStringLiteral("calls")))
        return std::unexpected(
            Error{Error::Kind::Refused,
                  {{{}, u'/' + barText(Bar::Calls), QStringLiteral("this participant has withdrawn from calls")}}});
    SEREIN_TRY(const QString remark,
               typedText(entry.remark, QStringLiteral("remark"), mostReason, entry.outcome != QLatin1String("other")));
    SEREIN_CHECK(m_vault.append(participant,
                                {{ledger::CallAttempted{entry.timepoint, state->sequenceOf(entry.timepoint),
                                                        entry.reached, entry.outcome, remark}}},
                                actor));
    return {};
}

} // namespace serein::desk

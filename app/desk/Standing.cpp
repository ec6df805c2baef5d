#include "desk/Standing.h"

#include <algorithm>

namespace serein::desk {

namespace {

constexpr int mostPlace = 80; // characters of a ward's or a bed's name
const QString lostCapacity = QStringLiteral("lostCapacity");
const QString destroyed = QStringLiteral("destroyed");

/// Unusable at the field where `given` is none of `known`.
Result<void> require(const QString& given, const QStringList& known, const QString& field, const QString& asks) {
    if (known.contains(given))
        return {};
    return unusable(QStringLiteral("%1: %2").arg(asks, known.join(QStringLiteral(", "))), u'/' + field);
}

bool isAsked(const ledger::ParticipantState& participant, const QStringList& more) {
    return std::ranges::any_of(QStringList{QStringLiteral("questionnaires"), QStringLiteral("calls")},
                               [&](const QString& degree) {
                                   return !more.contains(degree) && !participant.hasWithdrawnFrom(degree);
                               }) &&
           !participant.screenFailed && !participant.diedAt().isValid();
}

Result<void> checkWithdrawal(const ledger::ParticipantState& participant, const Withdrawing& withdrawing) {
    for (const QString& degree : withdrawing.from)
        SEREIN_CHECK(require(degree, withdrawalDegrees, QStringLiteral("from"), QStringLiteral("please choose")));
    SEREIN_CHECK(require(withdrawing.by, withdrawers, QStringLiteral("by"), QStringLiteral("please say who decided")));
    SEREIN_CHECK(require(withdrawing.identity, {QStringLiteral("kept"), destroyed}, QStringLiteral("identity"),
                         QStringLiteral("please choose")));
    const bool isMore = std::ranges::any_of(
        withdrawing.from, [&](const QString& degree) { return !participant.hasWithdrawnFrom(degree); });
    const bool erases = withdrawing.identity == destroyed && !isErased(participant);
    if (!isMore && !erases)
        return unusable(withdrawing.from.isEmpty() ? QStringLiteral("please choose what ends")
                                                   : QStringLiteral("this has ended already"),
                        QStringLiteral("/from"));
    if (erases && isAsked(participant, withdrawing.from))
        return unusable(QStringLiteral("who they are is needed while anything is still asked: end the questionnaires "
                                       "and the calls too"),
                        QStringLiteral("/identity"));
    if (erases && withdrawing.confirmation.trimmed() != participant.subject)
        return unusable(QStringLiteral("this cannot be undone: please type the subject id to confirm it"),
                        QStringLiteral("/confirmation"));
    return {};
}

} // namespace

bool isOver(const ledger::ParticipantState& participant) {
    return participant.screenFailed || participant.diedAt().isValid() ||
           (participant.hasWithdrawnFrom(QStringLiteral("questionnaires")) &&
            participant.hasWithdrawnFrom(QStringLiteral("calls")) &&
            participant.hasWithdrawnFrom(QStringLiteral("records")));
}

bool hasSigned(const ledger::ParticipantState& participant, const QString& document) {
    return std::ranges::find(participant.consents, document, &ledger::ConsentState::document) !=
           participant.consents.cend();
}

bool isErased(const ledger::ParticipantState& participant) {
    return participant.withdrawn && participant.withdrawn->identity == destroyed;
}

bool isErasureUnfinished(const ledger::ParticipantState& participant) {
    return isErased(participant) &&
           (!participant.secondIdentifier.isEmpty() || !participant.name.isEmpty() || !participant.phone.isEmpty() ||
            !participant.recordNumber.isEmpty() || !participant.notes.isEmpty());
}

bool needsConsentToResume(const study::Study& study, const ledger::ParticipantState& participant) {
    return !study.consentDocument.isEmpty() && participant.suspended && participant.suspended->cause == lostCapacity &&
           std::ranges::none_of(participant.consents, [&](const ledger::ConsentState& consent) {
               return consent.occasion == QLatin1String("capacityRegained") &&
                      consent.recordedAt >= participant.suspended->reason.at;
           });
}

Result<void> Standing::suspend(const QUuid& participant, const QString& cause, const QString& reason) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::ChangeStatus));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(requireOpenData(m_vault, *state));
    if (state->suspended)
        return refused(QStringLiteral("participation is suspended already: resume it first"));
    if (isOver(*state) || state->hasWithdrawnFrom(QStringLiteral("questionnaires")))
        return refused(QStringLiteral("nothing more is asked of this participant: there is nothing to suspend"));
    SEREIN_CHECK(require(cause, suspensionCauses, QStringLiteral("cause"), QStringLiteral("please choose why")));
    SEREIN_TRY(const QString why,
               typedText(reason, QStringLiteral("reason"), mostReason, cause != QLatin1String("other")));
    SEREIN_CHECK(m_vault.append(participant, {{ledger::Suspended{cause, why}}}, actor));
    return {};
}

Result<void> Standing::resume(const QUuid& participant, const QString& reason) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::ChangeStatus));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(requireOpenData(m_vault, *state));
    if (!state->suspended)
        return refused(QStringLiteral("participation is not suspended"));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    if (needsConsentToResume(protocol->study, *state))
        return refused(QStringLiteral("who has regained capacity consents first: record that consent"));
    SEREIN_TRY(const QString why, typedText(reason, QStringLiteral("reason"), mostReason, true));
    SEREIN_CHECK(m_vault.append(participant, {{ledger::Resumed{why}}}, actor));
    return {};
}

Result<void> Standing::withdraw(const QUuid& participant, const Withdrawing& withdrawing) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::ChangeStatus));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(requireOpenData(m_vault, *state));
    SEREIN_CHECK(checkWithdrawal(*state, withdrawing));
    SEREIN_TRY(const QString why, typedText(withdrawing.reason, QStringLiteral("reason"), mostReason, true));
    const bool wasErased = isErased(*state); // what is gone stays gone
    SEREIN_CHECK(m_vault.append(
        participant,
        {{ledger::Withdrawn{withdrawing.from, withdrawing.by, why, wasErased ? destroyed : withdrawing.identity}}},
        actor));
    return withdrawing.identity == destroyed && !wasErased ? finishErasure(participant) : Result<void>();
}

Result<void> Standing::finishErasure(const QUuid& participant) {
    SEREIN_CHECK(actorFor(m_vault, account::Action::ChangeStatus));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    if (!isErased(*state))
        return refused(QStringLiteral("it was not decided that who they are is destroyed"));
    for (const auto bodyClass : {ledger::BodyClass::Identity, ledger::BodyClass::Note})
        if (const auto done = m_vault.destroyKey(participant, bodyClass);
            !done && done.error().kind != Error::Kind::Unusable) // none: it was destroyed before
            return done;
    return {};
}

Result<void> Standing::locate(const QUuid& participant, const Place& place) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::Record));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    if (isOver(*state))
        return refused(QStringLiteral("nothing more is asked of this participant: where they are is not kept"));
    SEREIN_CHECK(require(place.place, places, QStringLiteral("place"), QStringLiteral("please choose where")));
    SEREIN_TRY(const QString ward, typedText(place.ward, QStringLiteral("ward"), mostPlace, true));
    SEREIN_TRY(const QString bed, typedText(place.bed, QStringLiteral("bed"), mostPlace, true));
    if (place.place == QLatin1String("home") && !(ward.isEmpty() && bed.isEmpty()))
        return unusable(QStringLiteral("who is at home has no ward and no bed"),
                        ward.isEmpty() ? QStringLiteral("/bed") : QStringLiteral("/ward"));
    SEREIN_CHECK(m_vault.append(participant, {{ledger::Located{place.place, ward, bed}}}, actor));
    return {};
}

Result<void> Standing::note(const QUuid& participant, const QString& text) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::Record));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    if (isErased(*state))
        return refused(QStringLiteral("the notes of this participant were destroyed: none is added any more"));
    SEREIN_TRY(const QString note, typedText(text, QStringLiteral("note"), mostNote));
    SEREIN_CHECK(m_vault.append(participant, {{ledger::Noted{note}}}, actor));
    return {};
}

} // namespace serein::desk

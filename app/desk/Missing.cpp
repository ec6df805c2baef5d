// What was not asked and why; and where that was recorded wrongly, what is said instead.
#include "desk/Gate.h"
#include "desk/Planning.h"

#include <algorithm>

namespace serein::desk {

namespace {

/// Something of it was not begun, so that it can have been missed.
bool hasUnbegun(const study::Timepoint& timepoint, const ledger::ParticipantState& participant,
                const QString& instrument, int sequence) {
    return std::ranges::any_of(timepoint.battery, [&](const QString& id) {
        return (instrument.isEmpty() || id == instrument) && !participant.assessment({timepoint.id, id, sequence});
    });
}

/// What a person said of a timepoint, or of one instrument of it, checked against the moment.
Result<ledger::Missed> missedOf(const study::Study& study, const ledger::ParticipantState& participant,
                                const ledger::AssessmentKey& key, const QString& reason, const QString& remark,
                                const QDateTime& now) {
    if (!missedReasons.contains(reason))
        return unusable(QStringLiteral("please choose why: %1").arg(missedReasons.join(QStringLiteral(", "))),
                        QStringLiteral("/reason"));
    SEREIN_TRY(const QString text,
               typedText(remark, QStringLiteral("remark"), mostReason, reason != QLatin1String("other")));
    // Who died or has refused will not be asked later; for the rest the time has to come first.
    const study::Punctuality punctuality = punctualityOf(study, participant, key, now);
    const bool isFinal = reason == QLatin1String("died") || reason == QLatin1String("refused");
    if (!isFinal && (punctuality == study::Punctuality::Early || punctuality == study::Punctuality::Unscheduled))
        return unusable(QStringLiteral("its window has not opened yet, so nothing was missed"),
                        QStringLiteral("/timepoint"));
    return ledger::Missed{key, reason, text};
}

/// Of what is said about that instrument; none: of the timepoint, which tells nothing. Refused where it would tell this
/// person the arm.
Result<std::optional<ledger::BodyClass>> classOfMark(const vault::Vault& vault, const vault::Protocol& protocol,
                                                     const ledger::ParticipantState& participant,
                                                     const QString& instrument, const vault::Actor& actor) {
    const auto* known = protocol.library.instrument(instrument);
    // What the version in force does not know any more may have told the treatment.
    if (instrument.isEmpty() || (known != nullptr && known->dataClass != QLatin1String("unblinding")))
        return std::optional<ledger::BodyClass>();
    if (!seesUnblinding(vault, participant))
        return refused(
            QStringLiteral("%1 would tell the arm, which this study keeps from %2").arg(instrument, actor.role));
    return std::optional(ledger::BodyClass::Unblinding);
}

Result<const ledger::MissedState*> markAt(const ledger::ParticipantState& participant,
                                          const ledger::AssessmentKey& key) {
    const auto found = participant.missed.constFind(key);
    if (found == participant.missed.constEnd())
        return unusable(QStringLiteral("nothing there is recorded as missed"), QStringLiteral("/timepoint"));
    return &*found;
}

} // namespace

Result<void> Planning::recordMissed(const QUuid& participant, const MissedEntry& entry) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::SetAnchor));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(requireOpenData(m_vault, *state));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    const study::Timepoint* timepoint = protocol->study.timepoint(entry.timepoint);
    if (!timepoint)
        return unusable(QStringLiteral("the study has no timepoint \"%1\"").arg(entry.timepoint),
                        QStringLiteral("/timepoint"));
    if (!entry.instrument.isEmpty() && !timepoint->battery.contains(entry.instrument))
        return unusable(QStringLiteral("\"%1\" is not asked at %2").arg(entry.instrument, entry.timepoint),
                        QStringLiteral("/instrument"));
    const ledger::AssessmentKey key{timepoint->id, entry.instrument, state->sequenceOf(timepoint->id)};
    if (!hasUnbegun(*timepoint, *state, entry.instrument, key.sequence))
        return unusable(QStringLiteral("everything there was begun or answered: nothing was missed"),
                        QStringLiteral("/timepoint"));
    SEREIN_TRY(const ledger::Missed fact,
               missedOf(protocol->study, *state, key, entry.reason, entry.remark, m_vault.clock().now()));
    SEREIN_TRY(const auto bodyClass, classOfMark(m_vault, *protocol, *state, entry.instrument, actor));
    SEREIN_CHECK(m_vault.append(participant, {{fact, bodyClass}}, actor));
    return {};
}

Result<void> Planning::correctMissed(const QUuid& participant, const ledger::AssessmentKey& mark, const QString& reason,
                                     const QString& remark, const QString& why) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::SetAnchor));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(requireOpenData(m_vault, *state));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    SEREIN_TRY(const auto bodyClass, classOfMark(m_vault, *protocol, *state, mark.instrument, actor));
    SEREIN_TRY(const ledger::MissedState* before, markAt(*state, mark));
    SEREIN_TRY(const ledger::Missed fact,
               missedOf(protocol->study, *state, mark, reason, remark, m_vault.clock().now()));
    if (fact.reason == before->reason && fact.remark == before->remark.text)
        return unusable(QStringLiteral("this is what stands there already"), QStringLiteral("/reason"));
    SEREIN_TRY(const QString text, typedText(why, QStringLiteral("why")));
    SEREIN_CHECK(
        m_vault.append(participant, {{ledger::MissedTakenBack{mark, text}, bodyClass}, {fact, bodyClass}}, actor));
    return {};
}

Result<void> Planning::takeBackMissed(const QUuid& participant, const ledger::AssessmentKey& mark, const QString& why) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::SetAnchor));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(requireOpenData(m_vault, *state));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    SEREIN_TRY(const auto bodyClass, classOfMark(m_vault, *protocol, *state, mark.instrument, actor));
    SEREIN_CHECK(markAt(*state, mark));
    SEREIN_TRY(const QString text, typedText(why, QStringLiteral("why")));
    SEREIN_CHECK(m_vault.append(participant, {{ledger::MissedTakenBack{mark, text}, bodyClass}}, actor));
    return {};
}

} // namespace serein::desk

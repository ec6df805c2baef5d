#include "desk/Alerting.h"

#include "core/Ids.h"

#include <algorithm>

namespace serein::desk {

namespace {

/// An assessment that was voided has no state of its own any more; its instrument still says what it would tell.
ledger::BodyClass classOf(const AlertCase& about, const ledger::ParticipantState& participant) {
    if (const ledger::AssessmentState* assessment = participant.assessment(about.alert.assessment))
        return assessment->bodyClass;
    const instrument::Instrument* known = about.protocol->library.instrument(about.alert.assessment.instrument);
    return known == nullptr ? ledger::BodyClass::Data
                            : ledger::classFrom(known->dataClass).value_or(ledger::BodyClass::Data);
}

QDateTime deadlineOf(const QDateTime& raisedAt, const study::Study& study) {
    return plus(raisedAt, study.acknowledgeWithin, study.zone).toTimeZone(study.zone);
}

} // namespace

Result<QList<AlertCase>> Alerting::list(vault::AlertStanding standing, int offset, int most) const {
    SEREIN_TRY([[maybe_unused]] const vault::Actor actor, actorFor(m_vault, account::Action::ReadParticipants));
    SEREIN_TRY(const QList<vault::AlertPlace> places, m_vault.alerts(standing, offset, most));
    QList<AlertCase> cases;
    for (const vault::AlertPlace& place : places) {
        SEREIN_TRY(AlertCase one, find(place.participant, place.alert));
        cases.append(std::move(one));
    }
    return cases;
}

Result<QList<AlertCase>> Alerting::listOf(const QUuid& participant, vault::AlertStanding standing) const {
    SEREIN_TRY([[maybe_unused]] const vault::Actor actor, actorFor(m_vault, account::Action::ReadParticipants));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    QList<AlertCase> cases;
    for (const ledger::AlertState& alert : state->alerts) {
        SEREIN_TRY(AlertCase one, find(participant, alert.id));
        if (one.standing() == standing)
            cases.append(std::move(one));
    }
    std::ranges::sort(cases, [&](const AlertCase& a, const AlertCase& b) {
        switch (standing) {
        case vault::AlertStanding::Waiting:
            return std::tie(a.alert.raisedAt, a.alert.id) < std::tie(b.alert.raisedAt, b.alert.id);
        case vault::AlertStanding::Acknowledged:
            return std::tie(a.alert.acknowledgedAt, a.alert.id) < std::tie(b.alert.acknowledgedAt, b.alert.id);
        case vault::AlertStanding::Closed:
            break;
        }
        return std::tie(b.alert.closedAt, a.alert.id) < std::tie(a.alert.closedAt, b.alert.id);
    });
    return cases;
}

Result<AlertCase> Alerting::find(const QUuid& participant, const QUuid& alert) const {
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    if (!state->alerts.contains(alert))
        return unusable(QStringLiteral("there is no such alert"), QStringLiteral("/alert"));
    AlertCase found{state->alerts.value(alert), state->subject, nullptr, {}};
    SEREIN_TRY(found.protocol, m_vault.protocolOf(*state));
    found.deadline = deadlineOf(found.alert.raisedAt, found.protocol->study);
    found.isHidden = classOf(found, *state) == ledger::BodyClass::Unblinding && !seesUnblinding(m_vault, *state);
    return found;
}

Result<void> Alerting::append(const AlertCase& about, const ledger::Fact& fact, const vault::Actor& actor) {
    SEREIN_TRY(const auto state, m_vault.participant(about.alert.participant));
    SEREIN_CHECK(m_vault.append(about.alert.participant, {{fact, classOf(about, *state)}}, actor));
    return {};
}

Result<void> Alerting::acknowledge(const QUuid& participant, const QUuid& alert, const QString& action) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::AcknowledgeAlert));
    SEREIN_TRY(const AlertCase about, find(participant, alert));
    if (about.isHidden)
        return refused(
            QStringLiteral("this study keeps what the alert says from %1: call its contact").arg(actor.role));
    SEREIN_TRY(const QString done, typedText(action, QStringLiteral("action"), mostAction));
    if (about.alert.acknowledgedAt.isValid())
        return unusable(QStringLiteral("%1 has acknowledged this alert already").arg(about.alert.acknowledgedBy),
                        QStringLiteral("/alert"));
    SEREIN_CHECK(append(about, ledger::AlertAcknowledged{alert, done}, actor));
    SEREIN_TRY(const auto counts, m_vault.alertCounts());
    return m_vault.deviceFolder().setAlertMarker(counts.value(vault::AlertStanding::Waiting) > 0);
}

Result<void> Alerting::close(const QUuid& participant, const QUuid& alert, const QString& outcome) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::CloseAlert));
    SEREIN_TRY(const AlertCase about, find(participant, alert));
    if (about.isHidden)
        return refused(QStringLiteral("this study keeps what the alert says from %1").arg(actor.role));
    SEREIN_TRY(const QString came, typedText(outcome, QStringLiteral("outcome"), mostAction));
    if (!about.alert.acknowledgedAt.isValid())
        return unusable(QStringLiteral("an alert is acknowledged, with what was done, before it is closed"),
                        QStringLiteral("/alert"));
    if (about.alert.closedAt.isValid())
        return unusable(QStringLiteral("%1 has closed this alert already").arg(about.alert.closedBy),
                        QStringLiteral("/alert"));
    return append(about, ledger::AlertClosed{alert, came}, actor);
}

Result<int> Alerting::escalateOverdue() {
    if (m_vault.isForReading())
        return 0; // where it was recorded it has escalated by now
    // No one's action: whoever is at the desk then is named as with everything that the tablet writes of itself.
    const account::Person& user = m_vault.user();
    const vault::Actor actor{user.name, user.roles.isEmpty() ? QString() : account::roleText(user.roles.constFirst())};
    SEREIN_TRY(const QList<vault::AlertPlace> waiting, m_vault.alerts(vault::AlertStanding::Waiting, 0, -1));
    int escalated = 0;
    for (const vault::AlertPlace& place : waiting) {
        SEREIN_TRY(const AlertCase about, find(place.participant, place.alert));
        if (about.alert.escalatedAt.isValid() || !about.isOverdue(m_vault.clock().now()))
            continue;
        const study::Study& study = about.protocol->study;
        SEREIN_CHECK(append(
            about, ledger::AlertEscalated{about.alert.id, study.alertContact.in(study.languages.constFirst())}, actor));
        ++escalated;
    }
    return escalated;
}

} // namespace serein::desk

#include "desk/Desk.h"

#include "desk/Worklist.h"

#include <QRegularExpression>
#include <algorithm>

namespace serein::desk {

Result<vault::Actor> Desk::actorFor(account::Action action) const {
    return desk::actorFor(m_vault, action);
}

Result<QUuid> Desk::enrol(const Enrolment& enrolment) {
    SEREIN_TRY(const vault::Actor actor, actorFor(account::Action::Enrol));
    const study::Study& study = m_vault.study();
    QList<Fault> faults;
    if (!QRegularExpression(study.subjectPattern).match(enrolment.subject).hasMatch())
        faults.append({{},
                       QStringLiteral("/subject"),
                       QStringLiteral("\"%1\" is not a subject id of this study, such as %2")
                           .arg(enrolment.subject, study.subjectExample)});
    if (!study.secondIdentifierPattern.isEmpty() &&
        !QRegularExpression(study.secondIdentifierPattern).match(enrolment.secondIdentifier).hasMatch())
        faults.append({{},
                       QStringLiteral("/secondIdentifier"),
                       QStringLiteral("the second identifier (%1) is missing or of another form")
                           .arg(study.secondIdentifierLabel.in(QStringLiteral("en")))});
    if (!study.languages.contains(enrolment.language))
        faults.append({{},
                       QStringLiteral("/language"),
                       QStringLiteral("the study has no language \"%1\"").arg(enrolment.language)});
    SEREIN_TRY(const auto same, m_vault.participantBySubject(enrolment.subject));
    if (same)
        faults.append(
            {{}, QStringLiteral("/subject"), QStringLiteral("%1 is enrolled already").arg(enrolment.subject)});
    if (!faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, faults});
    const ledger::DeviceState& device = m_vault.deviceState();
    return m_vault.enrol(
        {{ledger::Enrolled{enrolment.subject, device.study, enrolment.language, device.synthetic}},
         {ledger::Identified{enrolment.secondIdentifier, enrolment.name, enrolment.phone, enrolment.recordNumber}}},
        actor);
}

Result<void> Desk::appendAnchor(const QUuid& participant, const ledger::Fact& fact) {
    SEREIN_TRY(const vault::Actor actor, actorFor(account::Action::SetAnchor));
    SEREIN_CHECK(m_vault.append(participant, {{fact}}, actor));
    return {};
}

namespace {

Result<void> checkAnchor(const study::Study& study, const ledger::ParticipantState& participant, const QString& anchor,
                         bool mustBeSet, const QString& reason) {
    if (!study.anchor(anchor))
        return unusable(QStringLiteral("the study has no anchor \"%1\"").arg(anchor), QStringLiteral("/anchor"));
    if (mustBeSet && !participant.anchors.contains(anchor))
        return unusable(QStringLiteral("the anchor \"%1\" is not set yet").arg(anchor), QStringLiteral("/anchor"));
    if (!mustBeSet && participant.anchors.contains(anchor))
        return unusable(QStringLiteral("the anchor \"%1\" is set already: move it (postponed) or correct it (mistyped)")
                            .arg(anchor),
                        QStringLiteral("/anchor"));
    if (mustBeSet && reason.trimmed().isEmpty())
        return unusable(QStringLiteral("a reason is needed"), QStringLiteral("/reason"));
    return {};
}

} // namespace

Result<void> Desk::setAnchor(const QUuid& participant, const QString& anchor, const QDateTime& at) {
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(checkAnchor(m_vault.study(), *state, anchor, false, {}));
    return appendAnchor(participant, ledger::AnchorSet{anchor, at});
}

Result<void> Desk::moveAnchor(const QUuid& participant, const QString& anchor, const QDateTime& at,
                              const QString& reason) {
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(checkAnchor(m_vault.study(), *state, anchor, true, reason));
    return appendAnchor(participant, ledger::AnchorMoved{anchor, at, reason});
}

Result<void> Desk::correctAnchor(const QUuid& participant, const QString& anchor, const QDateTime& at,
                                 const QString& reason) {
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(checkAnchor(m_vault.study(), *state, anchor, true, reason));
    return appendAnchor(participant, ledger::AnchorCorrected{anchor, at, reason});
}

Result<void> Desk::revokeAnchor(const QUuid& participant, const QString& anchor, const QString& reason) {
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(checkAnchor(m_vault.study(), *state, anchor, true, reason));
    return appendAnchor(participant, ledger::AnchorRevoked{anchor, reason});
}

Result<QList<WorkItem>> Desk::worklist() const {
    SEREIN_TRY([[maybe_unused]] const vault::Actor actor, actorFor(account::Action::ReadParticipants));
    SEREIN_TRY(const auto participants, m_vault.participants());
    QList<WorkItem> items;
    for (const vault::Summary& participant : participants) {
        SEREIN_TRY(const auto work, workOf(participant.id));
        items += work;
    }
    sortByUrgency(items);
    return items;
}

Result<QList<WorkItem>> Desk::workOf(const QUuid& participant) const {
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    return desk::workOf(protocol->study, *state, m_vault.clock().now());
}

Result<void> Desk::takeBack(const QString& by, const QString& how) {
    SEREIN_TRY(const auto participant, m_vault.handedOverTo());
    if (!participant)
        return {};
    const ledger::AccountState account = m_vault.deviceState().accounts.value(by);
    const vault::Actor actor{by, account.roles.value(0)};
    SEREIN_CHECK(m_vault.append(*participant, {{ledger::HandedBack{how}}}, actor));
    SEREIN_CHECK(m_vault.checkpoint(*participant, actor));
    return {};
}

Result<QList<ledger::AlertState>> Desk::alerts() const {
    return m_vault.openAlerts();
}

Result<void> Desk::acknowledge(const ledger::AlertState& alert, const QString& action) {
    SEREIN_TRY(const vault::Actor actor, actorFor(account::Action::AcknowledgeAlert));
    if (action.trimmed().isEmpty())
        return unusable(QStringLiteral("please say what was done"), QStringLiteral("/action"));
    SEREIN_CHECK(m_vault.append(alert.participant, {{ledger::AlertAcknowledged{alert.id, action.trimmed()}}}, actor));
    SEREIN_TRY(const auto waiting, m_vault.openAlerts());
    return m_vault.deviceFolder().setAlertMarker(!waiting.isEmpty());
}

Result<void> Desk::addAccount(const QString& name, const QList<account::Role>& roles, const crypto::Secret& passphrase,
                              const crypto::ScryptParameters& cost) {
    SEREIN_TRY(const vault::Actor actor, actorFor(account::Action::ManageAccounts));
    if (roles.isEmpty())
        return unusable(QStringLiteral("an account needs a role"), QStringLiteral("/roles"));
    return m_vault.addAccount(name, roles, passphrase, cost, actor);
}

Result<void> Desk::disableAccount(const QString& name) {
    SEREIN_TRY(const vault::Actor actor, actorFor(account::Action::ManageAccounts));
    auto others = m_vault.deviceState().accounts;
    if (!others.contains(name) || !others.value(name).active)
        return unusable(QStringLiteral("no active account \"%1\"").arg(name));
    others.remove(name);
    const auto administers = [](const ledger::AccountState& account) {
        return account.active && account.roles.contains(account::roleText(account::Role::Administrator));
    };
    if (std::none_of(others.cbegin(), others.cend(), administers))
        return refused(QStringLiteral("the last administrator cannot be disabled"));
    SEREIN_CHECK(m_vault.appendToDevice({{ledger::AccountDisabled{name}}}, actor));
    return {};
}

Result<void> Desk::amend(const study::Study& study, const instrument::Library& library) {
    SEREIN_TRY(const vault::Actor actor, actorFor(account::Action::AdoptStudy));
    return m_vault.adopt(study, library, actor);
}

} // namespace serein::desk

// Signatures, and data that are frozen, locked, or told.
#include "desk/Review.h"
#include "vault/WorkTable.h"

#include <algorithm>

namespace serein::desk {

Result<void> requireNotLocked(const vault::Vault& vault, const ledger::ParticipantState& participant) {
    for (const QString& state : {vault.deviceState().dataState, participant.dataState})
        if (state == QLatin1String("locked"))
            return refused(QStringLiteral("the data are locked"));
    return {};
}

bool isStudySignatureBroken(const ledger::DeviceState& device, const ledger::ParticipantState& participant) {
    return device.signedAt.isValid() && participant.changedAt > device.signedAt;
}

Result<QStringList> changedSinceStudySigned(const vault::Vault& vault) {
    QStringList subjects;
    const ledger::DeviceState& device = vault.deviceState();
    if (!device.signedAt.isValid())
        return subjects;
    SEREIN_TRY(const auto written, vault.work().writtenSince(device.signedAt));
    for (const QUuid& id : written) {
        SEREIN_TRY(const auto participant, vault.participant(id));
        if (isStudySignatureBroken(device, *participant))
            subjects.append(participant->subject);
    }
    subjects.sort();
    return subjects;
}

namespace {

/// Whether this person's signature of the same thing holds still.
bool isSigned(const ledger::ParticipantState& state, const ledger::AssessmentKey& assessment, const QString& name) {
    return std::ranges::any_of(state.signatures, [&](const ledger::SignatureState& signature) {
        return signature.assessment == assessment && signature.by == name && !signature.brokenAt.isValid();
    });
}

/// The passphrase last: it is asked for slowly, and counted.
Result<QString> confirmed(const vault::Vault& vault, const QString& meaning, const crypto::Secret& passphrase) {
    SEREIN_TRY(QString text, typedText(meaning, QStringLiteral("meaning")));
    if (const auto right = vault.confirmPassphrase(passphrase); !right) {
        if (right.error().kind != Error::Kind::Refused)
            return std::unexpected(right.error());
        return unusable(right.error().faults.constFirst().reason, QStringLiteral("/passphrase"));
    }
    return text;
}

} // namespace

Result<void> Review::sign(const QUuid& participant, const ledger::AssessmentKey& assessment, const QString& meaning,
                          const crypto::Secret& passphrase) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::Sign));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(requireNotLocked(m_vault, *state));
    SEREIN_TRY(const ledger::AssessmentState* about, assessmentFor(m_vault, *state, assessment));
    if (about->status == ledger::AssessmentStatus::Open)
        return unusable(QStringLiteral("it has not been submitted yet"), QStringLiteral("/assessment"));
    if (isSigned(*state, assessment, actor.name))
        return unusable(QStringLiteral("you have signed it, and nothing has changed since"),
                        QStringLiteral("/assessment"));
    SEREIN_TRY(const QString text, confirmed(m_vault, meaning, passphrase));
    SEREIN_CHECK(m_vault.append(participant, {{ledger::Signed{assessment, text}, about->bodyClass}}, actor));
    SEREIN_CHECK(m_vault.checkpoint(participant, actor));
    return {};
}

Result<void> Review::signRecord(const QUuid& participant, const QString& meaning, const crypto::Secret& passphrase) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::Sign));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(requireNotLocked(m_vault, *state));
    if (isSigned(*state, {}, actor.name))
        return unusable(QStringLiteral("you have signed it, and nothing has changed since"));
    SEREIN_TRY(const QString text, confirmed(m_vault, meaning, passphrase));
    SEREIN_CHECK(m_vault.append(participant, {{ledger::Signed{{}, text}}}, actor));
    SEREIN_CHECK(m_vault.checkpoint(participant, actor));
    return {};
}

Result<void> Review::signStudy(const QString& meaning, const crypto::Secret& passphrase) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::Sign));
    if (m_vault.deviceState().dataState == QLatin1String("locked"))
        return refused(QStringLiteral("the data are locked"));
    SEREIN_TRY(const QString text, confirmed(m_vault, meaning, passphrase));
    SEREIN_TRY(const auto participants, m_vault.participants());
    QList<ledger::Head> heads;
    for (const vault::Summary& participant : participants) {
        SEREIN_CHECK(m_vault.checkpoint(participant.id, actor));
        SEREIN_TRY(const QList<ledger::Head> ofParticipant, m_vault.heads(idText(participant.id)));
        heads += ofParticipant;
    }
    SEREIN_CHECK(m_vault.appendToDevice({{ledger::StudySigned{text, heads}}}, actor));
    return {};
}

namespace {

Result<QString> checkStep(const QString& from, const QString& to, const QString& reason) {
    if (to != QLatin1String("open") && to != QLatin1String("frozen") && to != QLatin1String("locked"))
        return unusable(QStringLiteral("data are open, frozen or locked"), QStringLiteral("/state"));
    if (from == to)
        return unusable(QStringLiteral("the data are %1 already").arg(to), QStringLiteral("/state"));
    return typedText(reason, QStringLiteral("reason"));
}

account::Action actionFor(const QString& from, const QString& to) {
    const bool lock = from == QLatin1String("locked") || to == QLatin1String("locked");
    return lock ? account::Action::LockData : account::Action::FreezeData;
}

} // namespace

Result<void> Review::setDataState(const QUuid& participant, const QString& to, const QString& reason) {
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, actionFor(state->dataState, to)));
    SEREIN_TRY(const QString why, checkStep(state->dataState, to, reason));
    if (state->handOver)
        return unusable(QStringLiteral("%1 has the tablet just now: take it back first").arg(state->subject),
                        QStringLiteral("/state"));
    SEREIN_CHECK(m_vault.append(participant, {{ledger::DataStateChanged{to, why}}}, actor));
    SEREIN_CHECK(m_vault.checkpoint(participant, actor));
    return {};
}

Result<void> Review::setStudyDataState(const QString& to, const QString& reason) {
    const QString from = m_vault.deviceState().dataState;
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, actionFor(from, to)));
    SEREIN_TRY(const QString why, checkStep(from, to, reason));
    SEREIN_TRY(const auto handedOver, m_vault.handedOverTo());
    if (handedOver)
        return unusable(QStringLiteral("a participant has the tablet just now: take it back first"),
                        QStringLiteral("/state"));
    SEREIN_CHECK(m_vault.appendToDevice({{ledger::StudyDataStateChanged{to, why}}}, actor));
    return {};
}

Result<void> Review::unblind(const QUuid& participant, const QString& manner, const QString& reason) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, account::Action::Unblind));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    if (manner != QLatin1String("emergency") && manner != QLatin1String("planned"))
        return unusable(QStringLiteral("unblinding is an emergency or planned"), QStringLiteral("/manner"));
    SEREIN_TRY(const QString why, typedText(reason, QStringLiteral("reason")));
    if (std::ranges::any_of(state->unblindings, [&](const auto& one) { return one.second.by == actor.name; }))
        return unusable(QStringLiteral("you were unblinded for this participant already"));
    SEREIN_CHECK(m_vault.append(participant, {{ledger::Unblinded{manner, why}}}, actor));
    SEREIN_CHECK(m_vault.checkpoint(participant, actor));
    return {};
}

} // namespace serein::desk

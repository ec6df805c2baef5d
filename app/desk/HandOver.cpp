// The tablet goes to the participant: who this is, how they answer, and what is still theirs to answer.
#include "desk/Desk.h"

#include <QJsonObject>

namespace serein::desk {

namespace {

/// What the participant answers at this timepoint and has not yet.
QStringList leftToAnswer(const vault::Vault& vault, const study::Timepoint& timepoint,
                         const ledger::ParticipantState& state) {
    QStringList left;
    for (const QString& id : timepoint.battery) {
        const instrument::Instrument* instrument = vault.library().instrument(id);
        const ledger::AssessmentState* done = state.assessment({timepoint.id, id, 1});
        if (instrument && instrument->audience == QLatin1String("self") &&
            (!done || done->status == ledger::AssessmentStatus::Open))
            left.append(id);
    }
    return left;
}

} // namespace

Result<void> Desk::handOver(const HandOver& order) {
    SEREIN_TRY(const vault::Actor actor, actorFor(account::Action::HandOver));
    static const QStringList modes{QStringLiteral("self"), QStringLiteral("assisted"), QStringLiteral("interview"),
                                   QStringLiteral("telephone"), QStringLiteral("proxy")};
    if (!modes.contains(order.mode))
        return unusable(QStringLiteral("\"%1\" is not a mode: %2").arg(order.mode, modes.join(QStringLiteral(", "))),
                        QStringLiteral("/mode"));
    // Somebody else's hand or voice in the answers is named.
    if (order.mode != QLatin1String("self") && order.helper.trimmed().isEmpty())
        return unusable(QStringLiteral("please say who helps, reads aloud or answers"), QStringLiteral("/helper"));
    const study::Study& study = m_vault.study();
    if (!study.languages.contains(order.language))
        return unusable(QStringLiteral("the study has no language \"%1\"").arg(order.language),
                        QStringLiteral("/language"));
    SEREIN_CHECK(confirm(order.participant, order.secondIdentifier));
    SEREIN_TRY(const auto state, m_vault.participant(order.participant));
    const study::Timepoint* timepoint = study.timepoint(order.timepoint);
    if (!timepoint)
        return unusable(QStringLiteral("the study has no timepoint \"%1\"").arg(order.timepoint),
                        QStringLiteral("/timepoint"));
    const QStringList left = leftToAnswer(m_vault, *timepoint, *state);
    if (left.isEmpty())
        return unusable(QStringLiteral("everything that the participant answers at this timepoint has been answered"),
                        QStringLiteral("/timepoint"));
    QList<vault::Draft> drafts{{ledger::HandedOver{order.timepoint, 1, order.mode, order.language,
                                                   order.helper.trimmed(), order.place.trimmed()}}};
    for (const QString& id : left)
        if (const auto* open = state->assessment({order.timepoint, id, 1}); open && open->modeNow != order.mode)
            drafts.append({ledger::ModeChanged{open->key, order.mode, open->currentItem}, open->bodyClass});
    SEREIN_CHECK(m_vault.append(order.participant, drafts, actor));
    return {};
}

Result<void> Desk::confirm(const QUuid& participant, const QString& secondIdentifier) const {
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    if (!m_vault.study().secondIdentifierPattern.isEmpty() && secondIdentifier.trimmed() != state->secondIdentifier)
        return unusable(QStringLiteral("that is not this participant's second identifier: please check who this is"),
                        QStringLiteral("/secondIdentifier"));
    return {};
}

Result<QString> Desk::stateFormDue(const QUuid& participant, const QString& timepoint) const {
    const study::Study& study = m_vault.study();
    const study::Timepoint* known = study.timepoint(timepoint);
    if (!known || !known->battery.contains(study.stateForm))
        return QString();
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    return state->assessment({timepoint, study.stateForm, 1}) ? QString() : study.stateForm;
}

Result<bool> Desk::isAdvisedAgainst(const QUuid& participant, const QString& timepoint) const {
    const study::Study& study = m_vault.study();
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    const ledger::AssessmentState* filled = state->assessment({timepoint, study.stateForm, 1});
    if (!filled || !study.adviseAgainst)
        return false;
    const QJsonValue value = filled->scores.value(study.adviseAgainst->score)[QLatin1String("value")];
    instrument::ScoreValue score;
    if (value.isBool())
        score.value = value.toBool();
    else if (const auto number = Decimal::fromJson(value))
        score.value = *number;
    return study::holds(*study.adviseAgainst, score) == study::Ternary::Yes;
}

Result<void> Desk::reopen(const QUuid& participant, const ledger::AssessmentKey& assessment, const QString& reason) {
    SEREIN_TRY(const vault::Actor actor, actorFor(account::Action::Reopen));
    if (reason.trimmed().isEmpty())
        return unusable(QStringLiteral("please say why"), QStringLiteral("/reason"));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    const ledger::AssessmentState* done = state->assessment(assessment);
    if (!done || done->status == ledger::AssessmentStatus::Open)
        return unusable(QStringLiteral("%1 has not been submitted").arg(assessment.toString()),
                        QStringLiteral("/assessment"));
    const study::Timepoint* timepoint = m_vault.study().timepoint(assessment.timepoint);
    const auto now = m_vault.clock().now();
    if (!timepoint ||
        study::statusAt(study::planFor(m_vault.study(), *timepoint, state->anchors), now) != study::WindowStatus::Open)
        return unusable(QStringLiteral("its window is not open: it is never continued at another time"),
                        QStringLiteral("/assessment"));
    SEREIN_CHECK(
        m_vault.append(participant, {{ledger::Reopened{assessment, reason.trimmed()}, done->bodyClass}}, actor));
    return {};
}

} // namespace serein::desk

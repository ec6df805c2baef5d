// The tablet goes to the participant: who this is, how they answer, and what is still theirs to answer.
#include "desk/Desk.h"
#include "desk/Gate.h"

#include <QJsonObject>

namespace serein::desk {

namespace {

/// What the participant answers at this timepoint, has not yet, and nobody recorded as missed.
QList<ledger::AssessmentKey> leftToAnswer(const instrument::Library& library, const study::Timepoint& timepoint,
                                          const ledger::ParticipantState& state) {
    QList<ledger::AssessmentKey> left;
    for (const QString& id : timepoint.battery) {
        const instrument::Instrument* instrument = library.instrument(id);
        const ledger::AssessmentKey key{timepoint.id, id, state.sequenceOf(timepoint.id)};
        const ledger::AssessmentState* done = state.assessment(key);
        if (instrument && instrument->audience == QLatin1String("self") && !state.missed.contains(key) &&
            (!done || done->status == ledger::AssessmentStatus::Open))
            left.append(key);
    }
    return left;
}

Result<void> checkWay(const HandOver& order, const study::Study& study) {
    static const QStringList modes{QStringLiteral("self"), QStringLiteral("assisted"), QStringLiteral("interview"),
                                   QStringLiteral("telephone"), QStringLiteral("proxy")};
    if (!modes.contains(order.mode))
        return unusable(QStringLiteral("\"%1\" is not a mode: %2").arg(order.mode, modes.join(QStringLiteral(", "))),
                        QStringLiteral("/mode"));
    // Somebody else's hand or voice in the answers is named.
    if (order.mode != QLatin1String("self") && order.helper.trimmed().isEmpty())
        return unusable(QStringLiteral("please say who helps, reads aloud or answers"), QStringLiteral("/helper"));
    if (!study.languages.contains(order.language))
        return unusable(QStringLiteral("the study has no language \"%1\"").arg(order.language),
                        QStringLiteral("/language"));
    return {};
}

/// The form about the participant's state at this timepoint, as it goes on now.
ledger::AssessmentKey stateFormAt(const study::Study& study, const ledger::ParticipantState& state,
                                  const QString& timepoint) {
    return {timepoint, study.stateForm, state.sequenceOf(timepoint)};
}

} // namespace

Result<void> Desk::handOver(const HandOver& order) {
    SEREIN_TRY(const vault::Actor actor, actorFor(account::Action::HandOver));
    SEREIN_TRY(const auto state, m_vault.participant(order.participant));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    const study::Study& study = protocol->study;
    SEREIN_CHECK(checkWay(order, study));
    SEREIN_CHECK(confirm(order.participant, order.secondIdentifier));
    const study::Timepoint* timepoint = study.timepoint(order.timepoint);
    if (!timepoint)
        return unusable(QStringLiteral("the study has no timepoint \"%1\"").arg(order.timepoint),
                        QStringLiteral("/timepoint"));
    const QDateTime now = m_vault.clock().now();
    SEREIN_CHECK(requireOpenData(m_vault, *state));
    SEREIN_CHECK(
        requireAskable(study, *state, {.at = now, .mode = order.mode, .formInForce = m_vault.study().consentDocument}));
    const QList<ledger::AssessmentKey> left = leftToAnswer(protocol->library, *timepoint, *state);
    if (left.isEmpty())
        return unusable(QStringLiteral("everything that the participant answers at this timepoint has been answered"),
                        QStringLiteral("/timepoint"));
    SEREIN_TRY(const QString reason, reasonOutside(punctualityOf(study, *state, left.constFirst(), now), order.reason));
    SEREIN_TRY(const QString helper, typedText(order.helper, QStringLiteral("helper"), mostReason, true));
    SEREIN_TRY(const QString place, typedText(order.place, QStringLiteral("place"), mostReason, true));
    QList<vault::Draft> drafts{{ledger::HandedOver{order.timepoint, left.constFirst().sequence, order.mode,
                                                   order.language, helper, place, reason}}};
    for (const ledger::AssessmentKey& key : left)
        if (const auto* open = state->assessment(key); open && open->modeNow != order.mode)
            drafts.append({ledger::ModeChanged{open->key, order.mode, open->currentItem}, open->bodyClass});
    SEREIN_CHECK(m_vault.append(order.participant, drafts, actor));
    return {};
}

Result<void> Desk::confirm(const QUuid& participant, const QString& secondIdentifier) const {
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    if (!protocol->study.secondIdentifierPattern.isEmpty() &&
        secondIdentifier.normalized(QString::NormalizationForm_KC).trimmed() != state->secondIdentifier)
        return unusable(QStringLiteral("that is not this participant's second identifier: please check who this is"),
                        QStringLiteral("/secondIdentifier"));
    return {};
}

Result<QString> Desk::stateFormDue(const QUuid& participant, const QString& timepoint) const {
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    const study::Study& study = protocol->study;
    const study::Timepoint* known = study.timepoint(timepoint);
    if (!known || !known->battery.contains(study.stateForm))
        return QString();
    const ledger::AssessmentState* begun = state->assessment(stateFormAt(study, *state, timepoint));
    return begun && begun->status != ledger::AssessmentStatus::Open ? QString() : study.stateForm;
}

Result<bool> Desk::isAdvisedAgainst(const QUuid& participant, const QString& timepoint) const {
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    const study::Study& study = protocol->study;
    const ledger::AssessmentState* filled = state->assessment(stateFormAt(study, *state, timepoint));
    return filled && study.adviseAgainst &&
           study::holds(*study.adviseAgainst, scoreFrom(filled->scores.value(study.adviseAgainst->score))) ==
               study::Ternary::Yes;
}

Result<void> Desk::reopen(const QUuid& participant, const ledger::AssessmentKey& assessment, const QString& reason) {
    SEREIN_TRY(const vault::Actor actor, actorFor(account::Action::Reopen));
    SEREIN_TRY(const QString why, typedText(reason, QStringLiteral("reason")));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_CHECK(requireOpenData(m_vault, *state));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    const ledger::AssessmentState* done = state->assessment(assessment);
    if (!done || done->status == ledger::AssessmentStatus::Open)
        return unusable(QStringLiteral("%1 has not been submitted").arg(assessment.toString()),
                        QStringLiteral("/assessment"));
    if (punctualityOf(protocol->study, *state, assessment, m_vault.clock().now()) != study::Punctuality::InWindow)
        return unusable(QStringLiteral("its window is not open: it is never continued at another time"),
                        QStringLiteral("/assessment"));
    SEREIN_CHECK(m_vault.append(participant, {{ledger::Reopened{assessment, why}, done->bodyClass}}, actor));
    return {};
}

} // namespace serein::desk

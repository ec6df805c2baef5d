#include "ui/AskingModel.h"

#include "desk/Trends.h"
#include "ledger/Work.h"
#include "ui/PlanWords.h"
#include "ui/Words.h"

#include <algorithm>

namespace serein::ui {

using account::Action;

namespace {

template<class ToWords> QVariantList choices(const QStringList& ids, const ToWords& words) {
    QVariantList rows;
    for (const QString& id : ids)
        rows += QVariantMap{{QStringLiteral("id"), id}, {QStringLiteral("label"), words(id)}};
    return rows;
}

QVariantList callRows(const ledger::ParticipantState& state, const QString& timepoint, const QTimeZone& zone) {
    QVariantList rows;
    for (const ledger::Call& call : state.calls)
        if (call.timepoint == timepoint)
            rows.prepend(QVariantMap{
                {QStringLiteral("at"), Words::moment(call.remark.at, zone)},
                {QStringLiteral("by"), call.remark.by},
                {QStringLiteral("text"), AskingModel::tr("%1: %2", "who was reached, outcome")
                                             .arg(PlanWords::reached(call.reached), PlanWords::outcome(call.outcome))},
                {QStringLiteral("remark"), call.remark.text}});
    return rows;
}

/// Instruments of the timepoint that were not begun; what would unblind is not named to whom it may not be.
QVariantList unbegunRows(const vault::Vault& vault, const vault::Protocol& protocol, const study::Timepoint& timepoint,
                         const ledger::ParticipantState& state, const QString& language) {
    QVariantList rows;
    for (const QString& id : timepoint.battery) {
        const instrument::Instrument* known = protocol.library.instrument(id);
        if (known == nullptr || state.assessment({timepoint.id, id, state.sequenceOf(timepoint.id)}) != nullptr ||
            (known->dataClass == QLatin1String("unblinding") && !desk::seesUnblinding(vault, state)))
            continue;
        rows += QVariantMap{{QStringLiteral("id"), id}, {QStringLiteral("label"), known->name.in(language)}};
    }
    return rows;
}

/// What was recorded as missed there, without what would unblind this person.
QVariantList markRows(const vault::Vault& vault, const vault::Protocol& protocol, const study::Timepoint& timepoint,
                      const ledger::ParticipantState& state, int sequence, const QString& language) {
    QVariantList rows;
    for (auto it = state.missed.begin(); it != state.missed.end(); ++it) {
        const QString& id = it.key().instrument;
        const instrument::Instrument* known = id.isEmpty() ? nullptr : protocol.library.instrument(id);
        const bool mayTell = !id.isEmpty() && known == nullptr; // in another version of the study
        if (it.key().timepoint != timepoint.id || it.key().sequence != sequence ||
            desk::isKeptFrom(vault, state, known) || (mayTell && !desk::seesUnblinding(vault, state)))
            continue;
        const QString label = id.isEmpty()       ? AskingModel::tr("All that was not begun")
                              : known != nullptr ? known->name.in(language)
                                                 : id;
        const QString text = AskingModel::tr("%1: %2. Recorded %3 by %4.", "what, why, when, who")
                                 .arg(label, PlanWords::missedReason(it->reason),
                                      Words::moment(it->remark.at, protocol.study.zone), it->remark.by);
        rows +=
            QVariantMap{{QStringLiteral("id"), id},
                        {QStringLiteral("label"), label},
                        {QStringLiteral("reason"), it->reason},
                        {QStringLiteral("remark"), it->remark.text},
                        {QStringLiteral("text"), it->remark.text.isEmpty() ? text : text + u'\n' + it->remark.text}};
    }
    return rows;
}

} // namespace

AskingModel::AskingModel(QObject* parent) : StaffModel(parent) {
    connect(this, &AskingModel::askedFor, this, &AskingModel::reload);
}

void AskingModel::reload() {
    m_outside.clear();
    m_outsideText.clear();
    m_barred.clear();
    m_telephone = false;
    m_phone.clear();
    m_unbegun.clear();
    m_marks.clear();
    m_calls.clear();
    if (vault() != nullptr)
        read();
    Q_EMIT loaded();
}

void AskingModel::read() {
    const auto state = vault()->participant(QUuid::fromString(m_participant));
    const auto protocol = state ? vault()->protocolOf(**state) : std::unexpected(Error());
    const study::Timepoint* timepoint = protocol ? (*protocol)->study.timepoint(m_timepoint) : nullptr;
    if (timepoint == nullptr)
        return;
    const study::Study& study = (*protocol)->study;
    const QDateTime now = vault()->clock().now();
    const QList<ledger::Work> all = ledger::workOf(study, (*protocol)->library, **state);
    const ledger::Work work = *std::ranges::find(all, m_timepoint, &ledger::Work::timepoint);
    const study::Punctuality punctuality = study::punctualityOf(work.planned, now);
    if (punctuality != study::Punctuality::InWindow) {
        m_outside = study::punctualityText(punctuality);
        m_outsideText = punctuality == study::Punctuality::Unscheduled
                            ? tr("It has no date yet. Please say why it is asked all the same.")
                        : punctuality == study::Punctuality::Early
                            ? tr("It %1. Please say why it is asked early.", "opens …")
                                  .arg(Words::window(work.planned, now, study.zone))
                            : tr("It %1. Please say why it is asked late.", "closed …")
                                  .arg(Words::window(work.planned, now, study.zone));
    }
    m_telephone = work.telephone;
    if (const auto bar = desk::barTo(study, **state, {.at = now, .formInForce = vault()->study().consentDocument}))
        m_barred = PlanWords::bar(*bar);
    if (vault()->user().roleToDo(Action::Record))
        m_phone = (*state)->phone;
    m_unbegun = unbegunRows(*vault(), **protocol, *timepoint, **state, language());
    m_marks = markRows(*vault(), **protocol, *timepoint, **state,
                       m_sequence > 0 ? m_sequence : (*state)->sequenceOf(m_timepoint), language());
    m_calls = callRows(**state, m_timepoint, study.zone);
}

bool AskingModel::mayMiss() const {
    return vault() != nullptr && vault()->user().roleToDo(Action::SetAnchor);
}

QVariantList AskingModel::missedReasons() const {
    return choices(desk::missedReasons, PlanWords::missedReason);
}

QVariantList AskingModel::peopleReached() const {
    return choices(desk::peopleReached, PlanWords::reached);
}

QVariantList AskingModel::outcomes(const QString& reached) const {
    return choices(desk::outcomesOf(reached), PlanWords::outcome);
}

bool AskingModel::recordMissed(const QString& instrument, const QString& reason, const QString& remark) {
    return vault() != nullptr &&
           conclude(desk::Planning(*vault()).recordMissed(QUuid::fromString(m_participant),
                                                          {m_timepoint, instrument, reason, remark}),
                    Action::SetAnchor, tr("Recorded as missed."));
}

bool AskingModel::mendMissed(const QString& instrument, const QString& reason, const QString& remark,
                             const QString& why) {
    const QUuid id = QUuid::fromString(m_participant);
    const auto state = vault() != nullptr ? vault()->participant(id) : std::unexpected(Error());
    if (!state)
        return false;
    const ledger::AssessmentKey mark{m_timepoint, instrument,
                                     m_sequence > 0 ? m_sequence : (*state)->sequenceOf(m_timepoint)};
    desk::Planning planning(*vault());
    return reason.isEmpty()
               ? conclude(planning.takeBackMissed(id, mark, why), Action::SetAnchor,
                          tr("It is not marked as missed any more."))
               : conclude(planning.correctMissed(id, mark, reason, remark, why), Action::SetAnchor, tr("Corrected."));
}

bool AskingModel::logCall(const QString& reached, const QString& outcome, const QString& remark) {
    return vault() != nullptr && conclude(desk::Planning(*vault()).logCall(QUuid::fromString(m_participant),
                                                                           {m_timepoint, reached, outcome, remark}),
                                          Action::Record, tr("The call is in the log."));
}

} // namespace serein::ui

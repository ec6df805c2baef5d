// What staff do on the desk's screens, and how each ends in words.
#include "ui/DeskModel.h"

#include "ui/PersonModel.h"
#include "ui/PlanModel.h"
#include "ui/PlanWords.h"
#include "ui/StaffForms.h"
#include "ui/Words.h"

#include "desk/Forms.h"

namespace serein::ui {

using account::Action;

bool DeskModel::succeed(const QString& notice) {
    clearMessages();
    refresh(); // may itself find something unreadable, which then stands instead of the notice
    if (m_error.isEmpty())
        m_notice = notice;
    Q_EMIT errorChanged();
    return true;
}

bool DeskModel::fail(Action action, const Error& error) {
    const QString role = error.kind == Error::Kind::Refused ? Words::roleRefusal(m_vault->user(), action) : QString();
    const QString pointer = error.faults.isEmpty() ? QString() : error.faults.first().pointer;
    const QString known = PlanWords::trouble(error);
    say(!role.isEmpty() ? role : !known.isEmpty() ? known : Words::error(error), pointer.mid(1));
    return false;
}

bool DeskModel::enrol(const QVariantMap& fields) {
    PersonModel person;
    person.setDesk(this);
    return person.enrol(fields);
}

QString DeskModel::siteNow() const {
    return m_vault != nullptr
               ? m_vault->clock().now().toTimeZone(m_vault->study().zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"))
               : QString();
}

bool DeskModel::setAnchor(const QString& participant, const QString& anchor, const QString& local, const QString& how,
                          const QString& reason) {
    PlanModel plan;
    plan.setDesk(this);
    plan.look(participant, anchor, how, local, false);
    if (plan.isReady())
        return plan.confirm(reason);
    say(plan.trouble(), QStringLiteral("at"));
    return false;
}

QString DeskModel::stateForm(const QString& participant, const QString& timepoint) const {
    if (m_vault == nullptr)
        return {};
    return desk::Desk(*m_vault).stateFormDue(QUuid::fromString(participant), timepoint).value_or(QString());
}

bool DeskModel::handOver(const QVariantMap& order) {
    if (m_vault == nullptr)
        return false;
    const auto text = [&](const char* key) { return order.value(QLatin1String(key)).toString().trimmed(); };
    const QUuid id = QUuid::fromString(text("participant"));
    // Who this is comes first: the form below must not land on somebody else's record.
    if (const auto confirmed = desk::Desk(*m_vault).confirm(id, text("secondIdentifier")); !confirmed)
        return handOverFailed(confirmed.error());
    if (const QString form = stateForm(text("participant"), text("timepoint"));
        !form.isEmpty() && !saveForm(text("participant"), text("timepoint"), form,
                                     order.value(QStringLiteral("state")).toMap(), text("reason")))
        return false;
    const bool advised = desk::Desk(*m_vault).isAdvisedAgainst(id, text("timepoint")).value_or(false);
    if (advised && text("mode") == QStringLiteral("self") && !order.value(QStringLiteral("despite")).toBool()) {
        say(tr("By what was just entered, the study advises against asking the participant alone right now. Wait, read "
               "aloud, or hand over all the same."),
            QStringLiteral("state"));
        return false;
    }
    const auto given = desk::Desk(*m_vault).handOver({id, text("timepoint"), text("secondIdentifier"), text("mode"),
                                                      text("language"), text("helper"), text("place"), text("reason")});
    if (!given)
        return handOverFailed(given.error());
    clearMessages();
    Q_EMIT handedOver(id); // everything here is forgotten now
    return true;
}

bool DeskModel::handOverFailed(const Error& error) {
    fail(Action::HandOver, error);
    if (m_errorField == QStringLiteral("secondIdentifier"))
        say(tr("%1 does not match this participant, so the tablet was not handed over. Check who is in front of you.")
                .arg(secondIdentifierLabel()),
            m_errorField);
    return false;
}

QVariantList DeskModel::formItems(const QString& instrument, const QVariantMap& entered) const {
    const auto protocol = protocolOf(m_opened);
    return protocol ? ui::formItems(**protocol, instrument, entered, m_language) : QVariantList();
}

Result<std::shared_ptr<const vault::Protocol>> DeskModel::protocolOf(const QUuid& participant) const {
    if (m_vault == nullptr || participant.isNull())
        return unusable(QStringLiteral("there is no such participant"));
    SEREIN_TRY(const auto state, m_vault->participant(participant));
    return m_vault->protocolOf(*state);
}

bool DeskModel::saveForm(const QString& participant, const QString& timepoint, const QString& instrument,
                         const QVariantMap& entered, const QString& reason) {
    const desk::FormPlace place{QUuid::fromString(participant), timepoint, instrument, m_language, reason};
    const auto protocol = protocolOf(place.participant);
    const instrument::Instrument* form = protocol ? (*protocol)->library.instrument(instrument) : nullptr;
    if (form == nullptr)
        return false;
    const auto answers = formAnswers(*form, entered, (*protocol)->study.zone);
    if (!answers) {
        say(tr("This entry doesn't fit the field. Nothing was saved yet."),
            answers.error().faults.constFirst().pointer.mid(1));
        return false;
    }
    desk::Forms forms(*m_vault);
    auto all = forms.kept(place);
    if (all)
        all->insert(*answers);
    const auto saved = all ? forms.submit(place, *all) : std::unexpected(all.error());
    if (!saved)
        return fail(Action::Record, saved.error());
    loadParticipant();
    return succeed(tr("Saved."));
}

bool DeskModel::endHandOver() {
    if (m_vault == nullptr)
        return false;
    const auto ended = desk::Desk(*m_vault).takeBack(m_vault->user().name, QStringLiteral("passphrase"));
    return ended ? succeed(tr("The tablet stays with you. The answers given so far are kept."))
                 : fail(Action::HandOver, ended.error());
}

} // namespace serein::ui

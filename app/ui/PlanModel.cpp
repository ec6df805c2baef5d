#include "ui/PlanModel.h"

#include "ledger/Work.h"
#include "ui/PlanWords.h"
#include "ui/Words.h"

#include <QRegularExpression>

namespace serein::ui {

using account::Action;

namespace {

/// "2026-11-2" may: somebody is still typing. A whole date and time, or what can never become one, may not.
bool isStillTyped(const QString& local) {
    static const QRegularExpression form(QStringLiteral(R"(^\d{4}-\d{1,2}-\d{1,2}[ T]\d{1,2}:\d{2}$)"));
    const auto match = form.match(local.normalized(QString::NormalizationForm_KC).simplified(), 0,
                                  QRegularExpression::PartialPreferCompleteMatch);
    return match.hasPartialMatch() || local.trimmed().isEmpty();
}

QVariantMap rowOf(const desk::PlanChange& change, const QTimeZone& zone, const QString& language) {
    return {{QStringLiteral("timepoint"), change.timepoint},
            {QStringLiteral("label"), change.label.in(language)},
            {QStringLiteral("before"), PlanWords::window(change.before, zone)},
            {QStringLiteral("after"), PlanWords::window(change.after, zone)},
            {QStringLiteral("effect"), desk::effectText(change.effect)},
            {QStringLiteral("text"), PlanWords::effect(change)},
            {QStringLiteral("warns"), change.turnsStale || change.effect == desk::Effect::Rejudged}};
}

} // namespace

QVariantList PlanModel::ways(const QString& anchor) const {
    QVariantList ways{QVariantMap{{QStringLiteral("id"), QStringLiteral("move")},
                                  {QStringLiteral("label"), tr("It was postponed or brought forward")}},
                      QVariantMap{{QStringLiteral("id"), QStringLiteral("correct")},
                                  {QStringLiteral("label"), tr("It was mistyped")}},
                      QVariantMap{{QStringLiteral("id"), QStringLiteral("revoke")},
                                  {QStringLiteral("label"), tr("It will not happen")}}};
    if (vault() != nullptr && vault()->study().consentAnchor == anchor) {
        ways.removeFirst(); // a consent was given, or it wasn't
        ways.last() = QVariantMap{{QStringLiteral("id"), QStringLiteral("revoke")},
                                  {QStringLiteral("label"), tr("It was not given")}};
    } else {
        ways += QVariantMap{{QStringLiteral("id"), QStringLiteral("repeat")},
                            {QStringLiteral("label"), tr("It happened again")}};
    }
    return ways;
}

void PlanModel::look(const QString& participant, const QString& anchor, const QString& how, const QString& local,
                     bool again) {
    m_changes.clear();
    m_isTwice = false;
    m_isReady = false;
    m_trouble.clear();
    m_participant = QUuid::fromString(participant);
    m_change = {anchor, desk::anchorActFrom(how).value_or(desk::AnchorAct::Set)};
    if (vault() != nullptr) {
        const auto changes = lookAt(local, again);
        m_isReady = changes.has_value();
        if (m_isReady) {
            for (const desk::PlanChange& change : *changes)
                if (!PlanWords::effect(change).isEmpty())
                    m_changes += rowOf(change, vault()->study().zone, language());
        } else if (!isStillTyped(local)) {
            m_trouble = PlanWords::trouble(changes.error());
            if (m_trouble.isEmpty())
                m_trouble = Words::error(changes.error());
        }
    }
    Q_EMIT looked();
}

Result<QList<desk::PlanChange>> PlanModel::lookAt(const QString& local, bool again) {
    SEREIN_TRY(const auto state, vault()->participant(m_participant));
    SEREIN_TRY(const auto protocol, vault()->protocolOf(*state));
    if (m_change.act != desk::AnchorAct::Revoke) {
        SEREIN_TRY(const desk::LocalTime time, desk::localTime(local, protocol->study.zone));
        m_isTwice = time.again.isValid();
        m_change.at = m_isTwice && again ? time.again : time.at;
    }
    return desk::Planning(*vault()).preview(m_participant, m_change);
}

bool PlanModel::confirm(const QString& reason) {
    if (vault() == nullptr || !m_isReady)
        return false;
    m_change.reason = reason;
    const auto saved = desk::Planning(*vault()).change(m_participant, m_change);
    if (!saved)
        return conclude(saved, Action::SetAnchor, {});
    const study::Anchor* known = vault()->study().anchor(m_change.anchor);
    const QString label = known != nullptr ? known->label.in(language()) : m_change.anchor;
    const QString when = m_change.act == desk::AnchorAct::Revoke ? tr("no date any more")
                                                                 : Words::moment(m_change.at, vault()->study().zone);
    return conclude({}, Action::SetAnchor, tr("%1: %2.", "anchor, when").arg(label, when));
}

QVariantList PlanModel::stale(const QString& participant) const {
    QVariantList rows;
    const auto state = vault() != nullptr && vault()->user().roleToDo(Action::SetAnchor)
                           ? vault()->participant(QUuid::fromString(participant))
                           : std::unexpected(Error());
    const auto protocol = state ? vault()->protocolOf(**state) : std::unexpected(Error());
    if (protocol)
        for (const ledger::Work& work : ledger::workOf((*protocol)->study, (*protocol)->library, **state))
            if (work.stale && !work.begun)
                rows += QVariantMap{
                    {QStringLiteral("timepoint"), work.timepoint},
                    {QStringLiteral("label"), (*protocol)->study.timepoint(work.timepoint)->label.in(language())}};
    return rows;
}

bool PlanModel::repeat(const QString& participant, const QString& timepoint, const QString& reason) {
    if (vault() == nullptr)
        return false;
    return conclude(desk::Planning(*vault()).repeat(QUuid::fromString(participant), timepoint, reason),
                    Action::SetAnchor, tr("It will be asked once more. What was answered stays."));
}

} // namespace serein::ui

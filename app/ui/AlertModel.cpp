#include "ui/AlertModel.h"

#include "core/Ids.h"
#include "ui/Words.h"

namespace serein::ui {

using account::Action;
using vault::AlertStanding;

namespace {

constexpr int page = 50;

AlertStanding standingFrom(const QString& text) {
    return text == QLatin1String("closed")         ? AlertStanding::Closed
           : text == QLatin1String("acknowledged") ? AlertStanding::Acknowledged
                                                   : AlertStanding::Waiting;
}

QString nameOf(const desk::AlertCase& one, const QString& language) {
    const instrument::Instrument* known = one.protocol->library.instrument(one.alert.assessment.instrument);
    return known != nullptr ? known->name.in(language) : one.alert.assessment.instrument;
}

/// The question's words in that language or any other that ships, else its concept.
QString questionOf(const desk::AlertCase& one, const QString& language) {
    const instrument::Entry* entry = one.protocol->library.entry(one.alert.assessment.instrument);
    if (entry == nullptr)
        return one.alert.item;
    const auto pack = entry->packs.contains(language) ? entry->packs.constFind(language) : entry->packs.constBegin();
    const QString words = pack != entry->packs.constEnd() ? pack->items.value(one.alert.item).text : QString();
    const instrument::Item* item = entry->instrument.item(one.alert.item);
    return !words.isEmpty() ? words : item != nullptr ? item->concept_ : one.alert.item;
}

/// Today by the clock alone: it is what a hurried reader compares with the wall.
QString hour(const QDateTime& at, const QDateTime& now, const QTimeZone& zone) {
    return at.toTimeZone(zone).date() == now.toTimeZone(zone).date()
               ? at.toTimeZone(zone).toString(QStringLiteral("HH:mm"))
               : Words::moment(at, zone);
}

} // namespace

AlertModel::AlertModel(QObject* parent)
    : StaffModel(parent),
      m_rows(new RowsModel({QStringLiteral("key"), QStringLiteral("alert"), QStringLiteral("participant"),
                            QStringLiteral("subject"), QStringLiteral("instrument"), QStringLiteral("item"),
                            QStringLiteral("raised"), QStringLiteral("deadline"), QStringLiteral("contact"),
                            QStringLiteral("done"), QStringLiteral("came"), QStringLiteral("standing"),
                            QStringLiteral("overdue"), QStringLiteral("hidden")},
                           this)),
      m_reach(page) {
    connect(m_rows, &RowsModel::moreWanted, this, [this] {
        m_reach += page;
        reload();
    });
}

void AlertModel::setStanding(const QString& standing) {
    if (standing == m_standing)
        return;
    m_standing = standing;
    m_reach = page;
    reload();
}

void AlertModel::setParticipant(const QString& participant) {
    if (participant == m_participant)
        return;
    m_participant = participant;
    m_reach = page;
    reload();
}

QVariantList AlertModel::standings() const {
    const auto choice = [this](const char* id, AlertStanding standing, const QString& label) {
        const int count = m_counts.value(standing);
        return QVariantMap{{QStringLiteral("id"), QString::fromLatin1(id)},
                           {QStringLiteral("label"), label.arg(count)},
                           {QStringLiteral("count"), count}};
    };
    return {choice("waiting", AlertStanding::Waiting, tr("Waiting: %1")),
            choice("acknowledged", AlertStanding::Acknowledged, tr("Acknowledged, not closed: %1")),
            choice("closed", AlertStanding::Closed, tr("Closed: %1"))};
}

bool AlertModel::mayAcknowledge() const {
    return vault() != nullptr && vault()->user().roleToDo(Action::AcknowledgeAlert);
}
bool AlertModel::mayClose() const {
    return vault() != nullptr && vault()->user().roleToDo(Action::CloseAlert);
}

void AlertModel::reload() {
    QList<QVariantMap> rows;
    m_counts.clear();
    const AlertStanding standing = standingFrom(m_standing);
    if (vault() != nullptr) {
        const auto cases = read(standing);
        if (!cases)
            desk()->fail(Action::ReadParticipants, cases.error());
        for (const desk::AlertCase& one : cases.value_or(QList<desk::AlertCase>()))
            rows.append(row(one));
    }
    m_rows->set(rows, m_counts.value(standing) > rows.size());
    Q_EMIT loaded();
}

Result<QList<desk::AlertCase>> AlertModel::read(AlertStanding standing) {
    const desk::Alerting alerting(*vault());
    if (m_participant.isEmpty()) {
        SEREIN_TRY(m_counts, vault()->alertCounts());
        return alerting.list(standing, 0, m_reach);
    }
    QList<desk::AlertCase> shown;
    for (const AlertStanding one : {AlertStanding::Waiting, AlertStanding::Acknowledged, AlertStanding::Closed}) {
        SEREIN_TRY(QList<desk::AlertCase> cases, alerting.listOf(QUuid::fromString(m_participant), one));
        m_counts.insert(one, static_cast<int>(cases.size()));
        if (one == standing)
            shown = std::move(cases);
    }
    return shown;
}

Result<QVariantList> AlertModel::rowsOf(vault::Vault& vault, const QUuid& participant, const QString& language) {
    QVariantList rows;
    const desk::Alerting alerting(vault);
    for (const auto& [standing, id] :
         {std::pair(AlertStanding::Waiting, "waiting"), std::pair(AlertStanding::Acknowledged, "acknowledged"),
          std::pair(AlertStanding::Closed, "closed")}) {
        SEREIN_TRY(const QList<desk::AlertCase> cases, alerting.listOf(participant, standing));
        for (const desk::AlertCase& one : cases) {
            const QTimeZone& zone = one.protocol->study.zone;
            const bool overdue = one.isOverdue(vault.clock().now());
            const ledger::AlertState& alert = one.alert;
            const QString raised = Words::moment(alert.raisedAt, zone);
            QString since =
                overdue
                    ? tr("nobody has acknowledged it since %1: overdue").arg(raised)
                    : tr("waits since %1, to be acknowledged before %2").arg(raised, Words::moment(one.deadline, zone));
            if (standing == AlertStanding::Acknowledged)
                since = tr("acknowledged %1 by %2, not closed")
                            .arg(Words::moment(alert.acknowledgedAt, zone), alert.acknowledgedBy);
            if (standing == AlertStanding::Closed)
                since = tr("closed %1 by %2").arg(Words::moment(alert.closedAt, zone), alert.closedBy);
            rows += QVariantMap{
                {QStringLiteral("alert"), idText(alert.id)},
                {QStringLiteral("standing"), QString::fromLatin1(id)},
                {QStringLiteral("text"),
                 one.isHidden
                     ? tr("What this alert says is not for this role. Call the contact.")
                     : tr("%1: %2", "instrument, question").arg(nameOf(one, language), questionOf(one, language))},
                {QStringLiteral("since"), since},
                {QStringLiteral("overdue"), overdue}};
        }
    }
    return rows;
}

QVariantMap AlertModel::row(const desk::AlertCase& one) const {
    const study::Study& study = one.protocol->study;
    const ledger::AlertState& alert = one.alert;
    const QDateTime now = vault()->clock().now();
    const bool overdue = one.isOverdue(now);
    const QString until = hour(one.deadline, now, study.zone);
    const QString deadline = alert.acknowledgedAt.isValid() ? QString()
                             : overdue
                                 ? tr("Should have been acknowledged before %1, %2 ago. Call now.")
                                       .arg(until, Words::span(one.deadline.secsTo(now)))
                                 : tr("Acknowledge before %1, in %2").arg(until, Words::span(now.secsTo(one.deadline)));
    const auto said = [&](const QDateTime& at, const QString& by, const QString& text, const QString& sentence) {
        return !at.isValid() ? QString()
                             : sentence.arg(Words::moment(at, study.zone), by,
                                            one.isHidden ? tr("what it says is not for this role") : text);
    };
    QString came = said(alert.closedAt, alert.closedBy, alert.outcome, tr("Closed %1 by %2: %3"));
    if (came.isEmpty() && alert.escalatedAt.isValid())
        came = tr("Escalated %1: nobody had acknowledged it.").arg(Words::moment(alert.escalatedAt, study.zone));
    return {{QStringLiteral("key"), idText(alert.id)},
            {QStringLiteral("alert"), idText(alert.id)},
            {QStringLiteral("participant"), idText(alert.participant)},
            {QStringLiteral("subject"), one.subject},
            {QStringLiteral("instrument"), one.isHidden ? QString() : nameOf(one, language())},
            {QStringLiteral("item"), one.isHidden ? tr("What this alert says is not for this role. Call the contact.")
                                                  : questionOf(one, language())},
            {QStringLiteral("raised"), tr("Raised %1").arg(Words::moment(alert.raisedAt, study.zone))},
            {QStringLiteral("deadline"), deadline},
            {QStringLiteral("contact"), study.alertContact.in(language())},
            {QStringLiteral("done"),
             said(alert.acknowledgedAt, alert.acknowledgedBy, alert.action, tr("Acknowledged %1 by %2: %3"))},
            {QStringLiteral("came"), came},
            {QStringLiteral("standing"), m_standing},
            {QStringLiteral("overdue"), overdue},
            {QStringLiteral("hidden"), one.isHidden}};
}

bool AlertModel::settle(const Result<void>& result, Action action, const QString& notice) {
    if (!result && !result.error().faults.isEmpty() &&
        result.error().faults.constFirst().pointer == QLatin1String("/alert"))
        return desk()->succeed(tr("Somebody has looked after this alert already."));
    return conclude(result, action, notice);
}

bool AlertModel::acknowledge(const QString& participant, const QString& alert, const QString& action) {
    return vault() != nullptr && settle(desk::Alerting(*vault()).acknowledge(QUuid::fromString(participant),
                                                                             QUuid::fromString(alert), action),
                                        Action::AcknowledgeAlert, tr("Acknowledged."));
}

bool AlertModel::close(const QString& participant, const QString& alert, const QString& outcome) {
    return vault() != nullptr &&
           settle(desk::Alerting(*vault()).close(QUuid::fromString(participant), QUuid::fromString(alert), outcome),
                  Action::CloseAlert, tr("Closed."));
}

QVariantMap AlertModel::banner(vault::Vault& vault, const QString& language) {
    const auto waiting = desk::Alerting(vault).list(AlertStanding::Waiting);
    if (!waiting || waiting->isEmpty())
        return {};
    const QDateTime now = vault.clock().now();
    int overdue = 0;
    for (const desk::AlertCase& one : *waiting)
        overdue += one.isOverdue(now) ? 1 : 0;
    const desk::AlertCase& first = waiting->constFirst(); // the one that has waited longest
    const QTimeZone& zone = first.protocol->study.zone;
    const QString until = hour(first.deadline, now, zone);
    return {{QStringLiteral("count"), static_cast<int>(waiting->size())},
            {QStringLiteral("overdue"), overdue},
            {QStringLiteral("text"),
             overdue > 0 ? tr("Should have been acknowledged before %1. Call now.").arg(until)
                         : tr("Acknowledge before %1, in %2").arg(until, Words::span(now.secsTo(first.deadline)))},
            {QStringLiteral("contact"), first.protocol->study.alertContact.in(language)}};
}

} // namespace serein::ui

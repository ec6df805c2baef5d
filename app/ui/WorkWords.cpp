#include "ui/WorkWords.h"

#include "core/Ids.h"

namespace serein::ui {

namespace {

/// One action, of those that this person may do: what is left decides it, not how late it is.
QString actionOf(const desk::WorkEntry& entry, int staffLeft, const account::Person& person) {
    using account::Action;
    const bool isNow = entry.state == desk::WorkState::Due || entry.state == desk::WorkState::Overdue;
    if (!isNow || entry.suspended)
        return {};
    const auto mayBe = [&](const char* action, Action needed) {
        return person.roleToDo(needed) ? QString::fromLatin1(action) : QString();
    };
    if (entry.selfLeft > 0)
        return entry.telephone ? mayBe("call", Action::Record) : mayBe("handOver", Action::HandOver);
    return staffLeft > 0 ? mayBe("fillIn", Action::Record) : QString();
}

} // namespace

QVariantMap WorkWords::entry(const vault::Vault& vault, const desk::WorkEntry& entry, const QString& language) {
    const int staffLeft = entry.staffLeft - (desk::seesUnblinding(vault) ? 0 : entry.unblindingLeft);
    const study::Study& study = vault.study();
    QStringList where;
    for (const study::Site& site : study.sites)
        if (study.sites.size() > 1 && site.id == entry.site)
            where += site.label.in(language);
    where += place(entry.place);
    where.removeAll(QString());
    return {{QStringLiteral("key"), QStringLiteral("%1/%2").arg(idText(entry.participant), entry.timepoint)},
            {QStringLiteral("kind"), QStringLiteral("entry")},
            {QStringLiteral("state"), desk::workStateText(entry.state)},
            {QStringLiteral("stateText"), Words::workState(entry.state)},
            {QStringLiteral("participant"), idText(entry.participant)},
            {QStringLiteral("subject"), entry.subject},
            {QStringLiteral("timepoint"), entry.timepoint},
            {QStringLiteral("label"),
             entry.sequence > 1
                 ? tr("%1, again", "a timepoint that is asked a second time").arg(entry.label.in(language))
                 : entry.label.in(language)},
            {QStringLiteral("what"), what(entry, entry.selfLeft + staffLeft)},
            {QStringLiteral("window"), window(entry, vault.clock().now(), study.zone)},
            {QStringLiteral("place"), where.join(QStringLiteral(" · "))},
            {QStringLiteral("remarks"), remarks(entry)},
            {QStringLiteral("action"), actionOf(entry, staffLeft, vault.user())}};
}

Result<QVariantMap> WorkWords::alert(const vault::Vault& vault, const vault::WaitingAlert& alert, bool hidden,
                                     const QString& language) {
    SEREIN_TRY(const auto protocol, vault.protocol(alert.study.isEmpty() ? vault.deviceState().study : alert.study));
    const study::Study& study = protocol->study;
    const QString id = alert.alert.assessment.instrument;
    const instrument::Instrument* known = protocol->library.instrument(id);
    const QDateTime deadline = plus(alert.alert.raisedAt, study.acknowledgeWithin, study.zone);
    const bool late = deadline < vault.clock().now();
    const QString until = Words::moment(deadline, study.zone);
    return QVariantMap{{QStringLiteral("key"), QStringLiteral("alert/") + idText(alert.alert.id)},
                       {QStringLiteral("kind"), QStringLiteral("alert")},
                       {QStringLiteral("state"), QStringLiteral("alerts")},
                       {QStringLiteral("participant"), idText(alert.alert.participant)},
                       {QStringLiteral("subject"), alert.subject},
                       {QStringLiteral("what"), hidden             ? tr("what it says is not for this role")
                                                : known != nullptr ? known->name.in(language)
                                                                   : id},
                       {QStringLiteral("window"), late ? tr("should have been acknowledged before %1").arg(until)
                                                       : tr("to be acknowledged before %1").arg(until)}};
}

QString WorkWords::place(const ledger::Whereabouts& place) {
    QStringList parts;
    if (place.place == QLatin1String("home"))
        parts += tr("at home");
    else if (place.place == QLatin1String("icu"))
        parts += tr("in intensive care");
    else if (place.place == QLatin1String("theatre"))
        parts += tr("in theatre");
    else if (place.place == QLatin1String("recovery"))
        parts += tr("in the recovery room");
    if (!place.ward.isEmpty())
        parts += tr("ward %1").arg(place.ward);
    if (!place.bed.isEmpty())
        parts += tr("bed %1").arg(place.bed);
    return parts.join(QStringLiteral(" · "));
}

QString WorkWords::section(const QString& state, int count) {
    const QString name = state == QLatin1String("alerts")        ? tr("Alerts")
                         : state == QLatin1String("due")         ? tr("Due")
                         : state == QLatin1String("overdue")     ? tr("Overdue")
                         : state == QLatin1String("upcoming")    ? tr("Upcoming")
                         : state == QLatin1String("unscheduled") ? tr("No date yet")
                         : state == QLatin1String("done")        ? tr("Done")
                         : state == QLatin1String("missed")      ? tr("Missed")
                                                                 : tr("All");
    return count < 0 ? name
                     : tr("%1 (%2)", "a heading, how many")
                           .arg(name, QLocale::c().toString(count).replace(u',', QChar(0x202F)));
}

QString WorkWords::what(const desk::WorkEntry& entry, int left) {
    if (left == 0)
        return Words::scales(entry.instrumentsDone > 0 ? entry.instrumentCount : 0, entry.instrumentCount);
    return Words::scales(entry.instrumentCount - left, entry.instrumentCount);
}

QString WorkWords::window(const desk::WorkEntry& entry, const QDateTime& now, const QTimeZone& zone) {
    if (entry.left() == 0)
        return {};
    const QDateTime& edge = entry.state == desk::WorkState::Upcoming ? entry.planned.opensAt : entry.planned.closesAt;
    QString left = Words::window(entry.planned, now, zone);
    const QString moment = Words::moment(edge, zone);
    if (left.isEmpty() || left.contains(moment))
        return left;
    const QDateTime local = edge.toTimeZone(zone);
    const QString clock =
        local.date() == now.toTimeZone(zone).date() ? local.toString(QStringLiteral("HH:mm")) : moment;
    return tr("%1 (%2)", "closes in 40 min, local time").arg(left, clock);
}

QVariantList WorkWords::remarks(const desk::WorkEntry& entry) {
    QVariantList all;
    const auto say = [&](bool isSo, const char* condition, const QString& text) {
        if (isSo)
            all += QVariantMap{{QStringLiteral("condition"), QString::fromLatin1(condition)},
                               {QStringLiteral("text"), text}};
    };
    say(entry.suspended, "suspended", tr("suspended"));
    say(entry.telephone && entry.selfLeft > 0, "telephone", tr("by telephone"));
    say(entry.begun, "open", tr("in progress"));
    say(entry.stale, "stale", tr("stale: too long before surgery"));
    say(entry.missed > 0 && entry.state != desk::WorkState::Missed, "missed", tr("%1 missed").arg(entry.missed));
    say(entry.notApplicable > 0, "notApplicable", tr("%1 not applicable").arg(entry.notApplicable));
    return all;
}

} // namespace serein::ui

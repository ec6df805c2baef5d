#include "ui/PlanWords.h"

#include "ui/Words.h"

#include <QLocale>

namespace serein::ui {

namespace {

QString dateOf(const QDateTime& local) {
    return QLocale(PlanWords::tr("en", "BCP 47 tag of the language of dates"))
        .toString(local.date(), PlanWords::tr("d MMM yyyy", "format of a date"));
}

} // namespace

QString PlanWords::window(const study::Planned& planned, const QTimeZone& zone) {
    if (!planned.scheduled)
        return tr("no date");
    const QDateTime from = planned.opensAt.toTimeZone(zone);
    const QDateTime to = planned.closesAt.toTimeZone(zone);
    const QString between = tr("%1 – %2", "from and to");
    if (from.time() == QTime(0, 0) && to.time() == QTime(0, 0)) { // whole days: the last one is meant, not its end
        const QDateTime last = to.addDays(-1);
        return from.date() == last.date() ? dateOf(from) : between.arg(dateOf(from), dateOf(last));
    }
    return between.arg(Words::moment(from, zone),
                       from.date() == to.date() ? to.toString(QStringLiteral("HH:mm")) : Words::moment(to, zone));
}

QString PlanWords::punctuality(study::Punctuality punctuality) {
    switch (punctuality) {
    case study::Punctuality::InWindow:
        return tr("in time");
    case study::Punctuality::Early:
        return tr("early");
    case study::Punctuality::Late:
        return tr("late");
    case study::Punctuality::Unscheduled:
        return tr("without a date");
    }
    return {};
}

QString PlanWords::effect(const desk::PlanChange& change) {
    const auto words = [&]() -> QString {
        switch (change.effect) {
        case desk::Effect::Unchanged:
            return {};
        case desk::Effect::Scheduled:
            return tr("Gets a date.");
        case desk::Effect::Redated:
            return tr("Gets another date.");
        case desk::Effect::Unscheduled:
            return tr("Has no date any more.");
        case desk::Effect::Kept:
            return tr("Was answered: keeps the window it was asked in.");
        case desk::Effect::Rejudged:
            return tr("Was answered %1 by the old time; by the new one, %2.")
                .arg(punctuality(change.was), punctuality(change.becomes));
        case desk::Effect::Restarted:
            return tr("Is asked again, as number %1. What was answered stays.").arg(change.sequence);
        }
        return {};
    }();
    const QString freshness = change.turnsStale ? tr("Was answered too long before the operation: it may be repeated.")
                              : change.turnsFresh ? tr("Was answered recently enough again.")
                                                  : QString();
    return words.isEmpty() || freshness.isEmpty() ? words + freshness : words + u' ' + freshness;
}

QString PlanWords::trouble(const Error& error) {
    // The desk's sentences, as it writes them.
    static const char* const known[] = {
        QT_TR_NOOP("please say when"),
        QT_TR_NOOP("this is still to come: consent is entered once it was given"),
        QT_TR_NOOP("this is more than a year ahead"),
        QT_TR_NOOP("this is more than ten years before the enrolment"),
        QT_TR_NOOP("it happened again, so this has to be later than the first time"),
        QT_TR_NOOP("this is the time that stands there already"),
        QT_TR_NOOP("please write date and time like 2026-11-20 14:05"),
        QT_TR_NOOP("this time does not exist on that day: the clock is put forward past it"),
        QT_TR_NOOP("please write something here"),
        QT_TR_NOOP("holds characters that cannot be seen: please type it again"),
        QT_TR_NOOP("its window has not opened yet: please say why it is asked early"),
        QT_TR_NOOP("its window has closed: please say why it is asked late"),
        QT_TR_NOOP("its window has no date yet: please say why it is asked all the same"),
        QT_TR_NOOP("its window has not opened yet, so nothing was missed"),
        QT_TR_NOOP("everything there was begun or answered: nothing was missed")};
    if (error.faults.isEmpty())
        return {};
    const Fault& fault = error.faults.constFirst();
    for (const desk::Bar bar :
         {desk::Bar::Consent, desk::Bar::Reconsent, desk::Bar::ScreenFailed, desk::Bar::NotEligible,
          desk::Bar::Suspended, desk::Bar::Withdrawn, desk::Bar::Calls, desk::Bar::Died})
        if (fault.pointer == u'/' + desk::barText(bar))
            return PlanWords::bar(bar);
    for (const char* reason : known)
        if (fault.reason == QLatin1String(reason)) {
            QString words = tr(reason);
            words[0] = words[0].toUpper();
            return tr("%1. Nothing was saved.").arg(words);
        }
    return {};
}

QString PlanWords::bar(desk::Bar bar) {
    switch (bar) {
    case desk::Bar::Consent:
        return tr("Consent is not recorded yet. It comes before the first question.");
    case desk::Bar::Reconsent:
        return tr("The consent form has changed. Consent is needed anew before anything else is asked.");
    case desk::Bar::ScreenFailed:
        return tr("Screening failed, so nothing is asked.");
    case desk::Bar::NotEligible:
        return tr("By the form of eligibility this person can't take part, so nothing is asked.");
    case desk::Bar::Suspended:
        return tr("Participation is suspended. Resume it first.");
    case desk::Bar::Withdrawn:
        return tr("The participant has withdrawn from this, so it is not asked.");
    case desk::Bar::Calls:
        return tr("The participant has withdrawn from calls.");
    case desk::Bar::Died:
        return tr("It is recorded that the participant has died.");
    }
    return {};
}

} // namespace serein::ui

#include "study/Schedule.h"

#include <algorithm>

namespace serein::study {

namespace {

QDateTime inSiteOffset(const QDateTime& instant, const QTimeZone& zone) {
    return instant.toOffsetFromUtc(zone.offsetFromUtc(instant));
}

void planAnchored(Planned& planned, const Window& window, const QDateTime& anchor, const QTimeZone& zone) {
    const QDateTime nominal = plus(anchor, window.offset, zone);
    planned.nominal = inSiteOffset(nominal, zone);
    planned.opensAt = inSiteOffset(plus(nominal, window.opens, zone), zone);
    planned.closesAt = inSiteOffset(plus(nominal, window.closes, zone), zone);
}

void planLocalDay(Planned& planned, const Window& window, QDate day, const QTimeZone& zone) {
    const QDate firstDay = day.addDays(-window.spread.days);
    const QDate lastDay = day.addDays(window.spread.days);
    planned.opensAt = localMoment(firstDay, window.from.isValid() ? window.from : QTime(0, 0), zone);
    planned.closesAt = window.to.isValid() ? localMoment(lastDay, window.to, zone)
                                           : localMoment(lastDay.addDays(1), QTime(0, 0), zone);
    planned.nominal = planned.opensAt;
}

} // namespace

QList<Planned> plan(const Study& study, const Anchors& anchors) {
    QList<Planned> all;
    for (const Timepoint& timepoint : study.timepoints)
        all += planFor(study, timepoint, anchors);
    return all;
}

Planned planFor(const Study& study, const Timepoint& timepoint, const Anchors& anchors) {
    Planned planned;
    planned.timepoint = timepoint.id;
    const Window& window = timepoint.window;
    const bool onLocalDay = window.anchor.isEmpty();
    const QDateTime anchor = anchors.value(onLocalDay ? study.dayZero : window.anchor);
    if (!anchor.isValid())
        return planned;
    planned.scheduled = true;
    QDate day;
    if (onLocalDay) {
        // Day zero is the anchor's date on the site's calendar, whatever offset the anchor was written in.
        day = anchor.toTimeZone(study.zone).date().addDays(window.day);
        planLocalDay(planned, window, day, study.zone);
    } else {
        planAnchored(planned, window, anchor, study.zone);
        day = planned.nominal.date();
    }
    if (timepoint.asksAboutNight)
        planned.nightOf = day.addDays(-1);
    return planned;
}

WindowStatus statusAt(const Planned& planned, const QDateTime& now) {
    if (!planned.scheduled)
        return WindowStatus::Unscheduled;
    if (now < planned.opensAt)
        return WindowStatus::Upcoming;
    return now < planned.closesAt ? WindowStatus::Open : WindowStatus::Closed;
}

Punctuality punctualityOf(const Planned& planned, const QDateTime& when) {
    switch (statusAt(planned, when)) {
    case WindowStatus::Unscheduled:
        return Punctuality::Unscheduled;
    case WindowStatus::Upcoming:
        return Punctuality::Early;
    case WindowStatus::Open:
        return Punctuality::InWindow;
    case WindowStatus::Closed:
        return Punctuality::Late;
    }
    return Punctuality::Unscheduled;
}

Moments momentsOf(const QString& written, const QDateTime& writtenDownAt, const QTimeZone& zone) {
    if (const auto instant = parseInstant(written))
        return {*instant, *instant};
    const QDate date = QDate::fromString(written, Qt::ISODate);
    if (!date.isValid())
        return {writtenDownAt, writtenDownAt};
    return {localMoment(date, QTime(0, 0), zone),
            std::min(writtenDownAt, localMoment(date.addDays(1), QTime(0, 0), zone).addMSecs(-1))};
}

Punctuality punctualityOf(const Planned& planned, const Moments& moments) {
    const bool isIn = planned.scheduled && moments.first < planned.closesAt && moments.last >= planned.opensAt;
    return isIn ? Punctuality::InWindow : punctualityOf(planned, moments.last);
}

QString punctualityText(Punctuality punctuality) {
    switch (punctuality) {
    case Punctuality::InWindow:
        return QStringLiteral("inWindow");
    case Punctuality::Early:
        return QStringLiteral("early");
    case Punctuality::Late:
        return QStringLiteral("late");
    case Punctuality::Unscheduled:
        return QStringLiteral("unscheduled");
    }
    return {};
}

} // namespace serein::study

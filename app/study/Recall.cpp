#include "study/Study.h"

namespace serein::study {

namespace {

/// Where a timepoint nominally stands. Only what hangs on the same anchor is comparable; local days hang on day zero.
struct Place {
    QString anchor;
    std::chrono::seconds fromAnchor{0};
};

Place placeOf(const Timepoint& timepoint, const Study& study) {
    if (timepoint.window.anchor.isEmpty())
        return {study.dayZero, std::chrono::days(timepoint.window.day)};
    return {timepoint.window.anchor, timepoint.window.offset.nominal()};
}

QString daysText(std::chrono::seconds span) {
    const double days = std::chrono::duration<double, std::chrono::days::period>(span).count();
    return QString::number(days, 'g', 3) + (days == 1 ? QStringLiteral(" day") : QStringLiteral(" days"));
}

/// The latest timepoint nominally at or before this one, on the same anchor, that asks the same instrument; null when
/// there is none.
const Timepoint* askedBefore(const Study& study, qsizetype index, const QString& instrument) {
    const Place here = placeOf(study.timepoints[index], study);
    const Timepoint* latest = nullptr;
    for (qsizetype i = 0; i < study.timepoints.size(); ++i) {
        const Timepoint& other = study.timepoints[i];
        const Place there = placeOf(other, study);
        const bool before = there.fromAnchor < here.fromAnchor || (there.fromAnchor == here.fromAnchor && i < index);
        if (i == index || !before || there.anchor != here.anchor || !other.battery.contains(instrument))
            continue;
        if (!latest || there.fromAnchor >= placeOf(*latest, study).fromAnchor)
            latest = &other;
    }
    return latest;
}

} // namespace

QStringList recallWarnings(const Study& study, const instrument::Library& library) {
    QStringList warnings;
    for (qsizetype i = 0; i < study.timepoints.size(); ++i) {
        const Timepoint& timepoint = study.timepoints[i];
        const Place place = placeOf(timepoint, study);
        for (const QString& id : timepoint.battery) {
            const instrument::Instrument* instrument = library.instrument(id);
            if (!instrument || instrument->audience != QLatin1String("self") ||
                study.recallDeclared.value(timepoint.id).contains(id))
                continue;
            const auto recall = instrument->recall.nominal();
            const QString asks =
                QStringLiteral("%1 asks %2 about the last %3, ").arg(timepoint.id, id, daysText(recall));
            if (const Timepoint* before = askedBefore(study, i, id)) {
                const auto since = place.fromAnchor - placeOf(*before, study).fromAnchor;
                if (recall > since)
                    warnings += asks + QStringLiteral("but %1 asked it %2 earlier").arg(before->id, daysText(since));
            }
            if (place.anchor == study.dayZero && place.fromAnchor.count() > 0 && place.fromAnchor < recall)
                warnings += asks + QStringLiteral("which reaches back past day zero");
        }
    }
    return warnings;
}

} // namespace serein::study

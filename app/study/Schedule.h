#pragma once
// From anchors to windows, from answers to endpoints. Pure.
#include "study/Study.h"

namespace serein::study {

using Anchors = QMap<QString, QDateTime>; ///< by anchor id; absent: not set

struct Planned {
    QString timepoint;
    bool scheduled = false; ///< false while its anchor is not set
    QDateTime nominal;      ///< anchored: anchor + offset; local day: opensAt
    QDateTime opensAt;      ///< in the site's offset of that moment
    QDateTime closesAt;     ///< exclusive
    /// asksAboutNight: the local date of going to bed, which is the day before the timepoint's own local day
    /// (`day` n, or the nominal moment's date); with a spread, asking on another day is about another night.
    QDate nightOf;
};

enum class WindowStatus { Unscheduled, Upcoming, Open, Closed };
enum class Punctuality { InWindow, Early, Late, Unscheduled };

/// Every timepoint of the study, in the study's order.
[[nodiscard]] QList<Planned> plan(const Study& study, const Anchors& anchors);
[[nodiscard]] Planned planFor(const Study& study, const Timepoint& timepoint, const Anchors& anchors);
[[nodiscard]] WindowStatus statusAt(const Planned& planned, const QDateTime& now);
[[nodiscard]] Punctuality punctualityOf(const Planned& planned, const QDateTime& when);
/// The first and the last moment that a time as written can mean: an instant is itself, an ISO 8601 date a whole day at
/// the site, but none after `writtenDownAt`; where nothing is written that moment.
struct Moments {
    QDateTime first;
    QDateTime last;
};
[[nodiscard]] Moments momentsOf(const QString& written, const QDateTime& writtenDownAt, const QTimeZone& zone);
/// In its window where one of them is.
[[nodiscard]] Punctuality punctualityOf(const Planned& planned, const Moments& moments);
[[nodiscard]] QString punctualityText(Punctuality punctuality); ///< "inWindow", "early", "late", "unscheduled"

enum class Ternary { No, Yes, Unknown };
[[nodiscard]] QString ternaryText(Ternary value); ///< "no", "yes", "unknown"
/// timepoint → instrument → score id → value.
using ScoreTable = QMap<QString, QMap<QString, QMap<QString, instrument::ScoreValue>>>;
struct EndpointResult {
    Ternary overall = Ternary::Unknown;
    QMap<QString, Ternary> byTimepoint;
};
/// Whether a criterion holds of a score; unknown where it is missing.
[[nodiscard]] Ternary holds(const Criterion& criterion, const instrument::ScoreValue& score);
/// Three-valued: a missing half is unknown unless it could not change the answer.
[[nodiscard]] EndpointResult evaluate(const Endpoint& endpoint, const ScoreTable& scores);

} // namespace serein::study

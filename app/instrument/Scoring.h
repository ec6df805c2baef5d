#pragma once
// Branching, scores and alerts of one instrument over one set of answers. Pure functions; exact arithmetic; a score is
// right by the published rule or absent.
#include "instrument/Instrument.h"

#include <QSet>

namespace serein::instrument {

/// Bump when a change could give another value for the same definition and answers; stored with every submission.
inline constexpr auto engineVersion = "1";

enum class ScoreStatus { Complete, Prorated, Missing };

struct ScoreValue {
    ScoreStatus status = ScoreStatus::Missing;
    std::variant<std::monostate, Decimal, bool> value; ///< monostate exactly when Missing
    QString band;                                      ///< id, or empty
    bool operator==(const ScoreValue&) const = default;
};

struct ScoringOptions {
    QString profile;      ///< empty: the instrument's default
    bool prorate = false; ///< apply the published proration where there is one
};

/// Items that are shown for these answers, in the instrument's order (sections and notes included).
[[nodiscard]] QStringList visibleItems(const Instrument& instrument, const Answers& answers,
                                       const QString& profile = {});
/// Every score of the instrument, by id. Answers to hidden items do not count. A profile that the instrument does not
/// have leaves the scores that ask for one missing.
[[nodiscard]] QMap<QString, ScoreValue> score(const Instrument& instrument, const Answers& answers,
                                              const ScoringOptions& options = {});
/// {"value":9,"status":"complete","band":"mild"} (band only where there is one); value null when missing.
[[nodiscard]] QJsonObject scoreToJson(const ScoreValue& value);
/// All of score()'s values by id, as a submission keeps them.
[[nodiscard]] QJsonObject scoresToJson(const QMap<QString, ScoreValue>& values);
[[nodiscard]] QString statusText(ScoreStatus status);
/// Ids of the alert rules that the answer just given to `item` fires. Rules see the profile, as scores do.
[[nodiscard]] QStringList alertsOnAnswer(const Instrument& instrument, const Answers& answers, const QString& item,
                                         const QString& profile = {});
/// Ids of the rules that fire at submission or break because their item is visible and has no answer (declined counts
/// as none).
[[nodiscard]] QStringList alertsOnUnanswered(const Instrument& instrument, const Answers& answers,
                                             const QString& profile = {});

} // namespace serein::instrument

#pragma once
// A table as statistics programs keep one: typed variables with labels, values with labels, and why a value is absent.
#include <QDate>
#include <QList>
#include <QString>
#include <variant>

namespace serein::exporting {

/// Why there is no value. Unasked: its instrument was not begun at that timepoint (system missing).
enum class Absent { Unasked, Declined, NotReached, NotApplicable, Unanswered, ScoreMissing };
inline constexpr int absentKinds = 5; ///< all but Unasked
/// Stata's extended missing value: a … e.
[[nodiscard]] constexpr char absentTag(Absent why) {
    return static_cast<char>('a' + static_cast<int>(why) - 1);
}

struct StatVariable {
    enum class Form { Number, Clock, Date, Text };
    QString name; ///< at most 32 characters
    QString label;
    Form form = Form::Number;
    int decimals = 0;
    bool isOrdinal = false;
    QList<std::pair<double, QString>> values; ///< with their labels
    bool hasStates = false; ///< its absent values are user-missing; else an absent value is system missing
    /// SPSS's user-missing codes run from `missingCode(Declined)` down; they lie below every value it can have.
    double lowest = 0;
    [[nodiscard]] double missingCode(Absent why) const;
};

/// A text, a number (Clock: minutes after midnight), a date, or none.
using StatCell = std::variant<Absent, double, QString, QDate>;

struct StatTable {
    QString label;
    QString language; ///< of the labels
    QList<StatVariable> variables;
    QList<QList<StatCell>> rows; ///< each as long as `variables`; texts for Form::Text, dates for Form::Date
};

/// declined, not reached … in that language.
[[nodiscard]] QString absentLabel(Absent why, const QString& language);

} // namespace serein::exporting

#pragma once
// The columns of wide.csv: one variable for each item and score, under names that statistics programs take.
#include "exporting/Definitions.h"

namespace serein::exporting {

/// At most 32 characters: `<instrument>_<id>`, hyphens as underscores; a score that shares its id with an item gets
/// `_score`. A name longer than that keeps its first 27 characters, `_`, and 4 hex digits of the SHA-256 of its full
/// form.
[[nodiscard]] QString variableName(const instrument::Instrument& instrument, const QString& id, bool isScore);

/// The variable beside a text that says why it is empty: `NAME_st`, or where that is too long, the form of a longer
/// name.
[[nodiscard]] QString stateName(const QString& variable);

/// The variable of wide tables that says how an instrument was done: `<instrument>_<ending>`, see Assessed.h.
[[nodiscard]] QString howName(const QString& instrument, const char* ending);

struct Variable {
    QString name;
    QString instrument; ///< id
    QString id;         ///< of the item or score
    bool isScore = false;
};
/// Every item that asks, then every score, of each instrument in use. Should two names be the same, the later one takes
/// the form of a longer name.
[[nodiscard]] QList<Variable> variables(const Definitions& definitions);

/// The columns before the variables.
inline const QStringList wideKeyColumns{
    QStringLiteral("subject"),       QStringLiteral("timepoint"),      QStringLiteral("sequence"),
    QStringLiteral("planned_opens"), QStringLiteral("planned_closes"), QStringLiteral("night_of"),
    QStringLiteral("site")};

} // namespace serein::exporting

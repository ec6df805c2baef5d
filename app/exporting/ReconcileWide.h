#pragma once
// Tables of a row a timepoint, which wide.csv, REDCap, SAV and DTA write each in its own way: back to what they say.
#include "exporting/Reconcile.h"

namespace serein::exporting {

class WideReading {
public:
    /// One row, as its format finds its cells.
    struct Row {
        QString subject;
        QString timepoint;
        int sequence = 1;
        /// A variable's text. `item`: null for a score, and where the assessment is not in the slice.
        std::function<QString(const QString& variable, const instrument::Item* item)> value;
        /// Why an item's variable has none; not set: the format doesn't say.
        std::function<std::optional<QString>(const Variable& variable)> state = {};
    };
    /// `record`: whose rows they are; null: nobody's, which is wrong.
    WideReading(const Everybody& all, const Record* record);
    /// Wrong where it is of nobody or of nothing.
    [[nodiscard]] Result<void> take(const Row& row, Sayings& said) const;

private:
    const QStringList& m_instruments;
    const Record* m_record;
    QList<Variable> m_variables; ///< theirs, then those of others
};

/// Wrong at a column that is no variable of anybody here, as the format names it; `ofTable`: those that are none.
[[nodiscard]] Result<void> checkWideColumns(
    const Everybody& all, const QStringList& columns, const QStringList& ofTable,
    const std::function<QString(const QString& variable)>& named = [](const QString& name) { return name; });

} // namespace serein::exporting

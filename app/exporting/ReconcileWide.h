#pragma once
// Tables of a row for each participant, timepoint and sequence, read back: wide.csv, REDCap's records, wide.sav and
// wide.dta differ only in how a cell is found.
#include "exporting/Reconcile.h"
#include "exporting/Variables.h"

namespace serein::exporting {

class WideReading {
public:
    explicit WideReading(const Records& records);

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
    /// Wrong where it is of nobody or of nothing.
    [[nodiscard]] Result<void> take(const Row& row, Sayings& said) const;
    /// Wrong at a column that is no variable of anybody here, as the format names it; `ofTable`: those that are none.
    [[nodiscard]] Result<void> checkColumns(
        const QStringList& columns, const QStringList& ofTable,
        const std::function<QString(const QString& variable)>& named = [](const QString& name) { return name; }) const;
    /// Of anybody, missed ones too.
    [[nodiscard]] const QStringList& instruments() const { return m_instruments; }

private:
    [[nodiscard]] QList<Variable> variablesFor(const Record& record) const;

    const Records& m_records;
    QList<Variable> m_variables; ///< of anybody
    QStringList m_instruments;
};

} // namespace serein::exporting

#pragma once
// SPSS system files (.sav) and Stata files (.dta, release 14 on) through ReadStat, whose only user this is.
//
// SPSS keeps a state as a user-missing number (-99991 declined, -99992 not reached, -99993 not applicable, -99994
// unanswered, -99995 score missing; with more nines where a variable reaches so low), Stata as .a … .e. Labels longer
// than a format takes (SPSS 256 and 120 bytes, Stata 80 characters) are cut and end in "…". The time of writing inside
// is always noon of 2000-01-01, whatever the time zone.
//
// Stata keeps texts beyond 2045 bytes apart, after the rows; those of a variable that has one are held until then.
#include "core/Result.h"
#include "exporting/RowSpool.h"
#include "exporting/StatTable.h"

#include <QByteArray>

namespace serein::exporting {

/// A table on its way into files. Variables may still be added after rows: those have no value there.
class StatSpool {
public:
    /// `folder`: as a Spool's.
    explicit StatSpool(const QString& folder = {}) : m_rows(folder) {}
    [[nodiscard]] static Result<StatSpool> of(const StatTable& table);
    [[nodiscard]] Result<void> append(const QList<StatCell>& row);

    StatTable head; ///< without rows
    [[nodiscard]] qsizetype size() const { return m_rows.size(); }
    /// Each as long as there are variables.
    [[nodiscard]] Result<void> forEach(const RowSpool<StatCell>::Visit& visit) const;
    /// Bytes of the longest text in that column, at least 1.
    [[nodiscard]] qsizetype longest(qsizetype column) const { return m_longest.value(column, 1); }

private:
    RowSpool<StatCell> m_rows;
    QList<qsizetype> m_longest; ///< as far as there were cells
};

[[nodiscard]] Result<void> writeSav(const StatSpool& table, const PieceSink& sink);
[[nodiscard]] Result<void> writeDta(const StatSpool& table, const PieceSink& sink);
[[nodiscard]] Result<QByteArray> toSav(const StatTable& table);
[[nodiscard]] Result<QByteArray> toDta(const StatTable& table);

/// Back again: names, forms, labels and cells. Labels that were cut stay cut. Wrong for what ReadStat cannot read.
[[nodiscard]] Result<StatTable> fromSav(const QByteArray& bytes);
[[nodiscard]] Result<StatTable> fromDta(const QByteArray& bytes);

} // namespace serein::exporting

#pragma once
// A table's rows of one participant after the other: the first column says whose they are.
#include "exporting/Csv.h"
#include "exporting/Reconcile.h"
#include "exporting/RowIndex.h"

namespace serein::exporting {

class CsvRows {
public:
    /// Wrong where a quote is not closed, or there is no row of names.
    [[nodiscard]] static Result<CsvRows> of(const QByteArray& csv, CsvReader reader);

    [[nodiscard]] const QStringList& columns() const { return m_columns; }
    /// Nothing when asked again.
    [[nodiscard]] Result<QList<TableRow>> take(const QString& subject);
    [[nodiscard]] QStringList left() const { return m_index.left(); }

private:
    QByteArray m_bytes;
    CsvReader m_reader = CsvReader::Spreadsheet;
    QStringList m_columns;
    RowIndex m_index;
};

} // namespace serein::exporting

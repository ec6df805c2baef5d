#pragma once
// A statistics program's table of many participants, read back by ReadStat one participant after the other: no more
// than a block of its rows is in memory.
#include "exporting/RowIndex.h"
#include "exporting/StatTable.h"

#include "core/Result.h"

namespace serein::exporting {

class StatRows {
public:
    /// Wrong for what ReadStat cannot read, and where no text `subject` says whose a row is.
    [[nodiscard]] static Result<StatRows> of(const QByteArray& bytes, bool isSav);

    [[nodiscard]] const QList<StatVariable>& variables() const { return m_block.variables; }
    /// Theirs, in the order of the file; nothing when asked again.
    [[nodiscard]] Result<QList<QList<StatCell>>> take(const QString& subject);
    [[nodiscard]] QStringList left() const { return m_index.left(); }

private:
    [[nodiscard]] Result<void> load(qsizetype row);

    QByteArray m_bytes;
    bool m_isSav = true;
    RowIndex m_index; ///< of rows
    qsizetype m_blockSize = 1;
    qsizetype m_from = 0; ///< first row of the block
    StatTable m_block;
};

} // namespace serein::exporting

#include "exporting/RowIndex.h"

namespace serein::exporting {

void RowIndex::add(const QString& whose, qsizetype at, qsizetype size) {
    QList<Span>& spans = m_spans[whose];
    if (!spans.isEmpty() && spans.constLast().at + spans.constLast().size == at)
        spans.last().size += size;
    else
        spans.append({at, size});
}

QStringList RowIndex::left() const {
    QStringList names = m_spans.keys();
    names.sort();
    return names;
}

} // namespace serein::exporting

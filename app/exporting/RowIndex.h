#pragma once
// Whose rows stand where in a file of many participants, so that they are read one participant after the other.
#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>

namespace serein::exporting {

class RowIndex {
public:
    /// Bytes, or rows, from the first on.
    struct Span {
        qsizetype at = 0;
        qsizetype size = 0;
    };
    /// What follows on what was added last of the same participant is one span with it.
    void add(const QString& whose, qsizetype at, qsizetype size);
    /// Theirs, in the order of the file; nothing when asked again.
    [[nodiscard]] QList<Span> take(const QString& whose) { return m_spans.take(whose); }
    [[nodiscard]] bool has(const QString& whose) const { return m_spans.contains(whose); }
    /// Who was not taken, by name.
    [[nodiscard]] QStringList left() const;

private:
    QHash<QString, QList<Span>> m_spans;
};

} // namespace serein::exporting

#pragma once
// Collects the faults of one file while it is read and proven, so that each is said once and what only follows from
// another is not said at all.
#include "core/Result.h"

namespace serein {

class Faults {
public:
    /// Starts from what the schema found.
    Faults(QString file, const QList<Fault>& fromSchema);

    /// A value that cannot be read: as with the schema's faults, nothing more is said at its place, below or above it.
    void refuse(const QString& pointer, const QString& reason);
    /// Unless it stands there already or its place has been refused.
    void add(const QString& pointer, const QString& reason);
    void add(const QList<Fault>& faults);

    /// Whether the value there, or one it is part of, could not be read at all: what it would name is unknown.
    [[nodiscard]] bool refused(const QString& pointer) const;
    /// Whether a fault so far stands at this place, below it, or above it.
    [[nodiscard]] bool touch(const QString& pointer) const;
    [[nodiscard]] bool isEmpty() const { return m_all.isEmpty(); }
    [[nodiscard]] const QList<Fault>& all() const { return m_all; }

private:
    QString m_file;
    QList<Fault> m_all;
    QList<Fault> m_refused;
};

} // namespace serein

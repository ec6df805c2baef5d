#pragma once
// Collects the faults of one file while it is read; where the schema has already refused a value, nothing more is said
// about it.
#include "core/Result.h"

#include <algorithm>

namespace serein::instrument {

class Faults {
public:
    Faults(QString file, QList<Fault> schemaFaults)
        : m_file(std::move(file)), m_schemaFaults(std::move(schemaFaults)), m_all(m_schemaFaults) {}

    void add(const QString& pointer, const QString& reason) {
        const Fault fault{m_file, pointer, reason};
        if (!anyTouches(m_schemaFaults, pointer) && !m_all.contains(fault))
            m_all.append(fault);
    }
    void add(const QList<Fault>& faults) {
        for (const Fault& fault : faults)
            add(fault.pointer, fault.reason);
    }
    /// Whether a fault so far stands at this place, below it, or above it.
    [[nodiscard]] bool touch(const QString& pointer) const { return anyTouches(m_all, pointer); }
    [[nodiscard]] bool isEmpty() const { return m_all.isEmpty(); }
    [[nodiscard]] const QList<Fault>& all() const { return m_all; }

private:
    static bool anyTouches(const QList<Fault>& faults, const QString& pointer) {
        return std::ranges::any_of(faults, [&](const Fault& fault) {
            return pointer == fault.pointer || pointer.startsWith(fault.pointer + u'/') ||
                   fault.pointer.startsWith(pointer + u'/');
        });
    }

    QString m_file;
    QList<Fault> m_schemaFaults;
    QList<Fault> m_all;
};

} // namespace serein::instrument

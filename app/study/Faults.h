#pragma once
// The faults of one study file, collected while it is read and checked. Internal to this room.
#include "core/Result.h"

#include <QSet>

namespace serein::study {

class Faults {
public:
    /// Starts from what the schema found; a place that the schema already faults is not judged a second time.
    Faults(QString file, QList<Fault> fromSchema) : m_file(std::move(file)), m_faults(std::move(fromSchema)) {
        for (const Fault& fault : m_faults)
            m_settled.insert(fault.pointer);
    }
    void add(const QString& pointer, const QString& reason) {
        if (!m_settled.contains(pointer))
            m_faults.append(Fault{m_file, pointer, reason});
    }
    [[nodiscard]] const QList<Fault>& list() const { return m_faults; }

private:
    QString m_file;
    QList<Fault> m_faults;
    QSet<QString> m_settled;
};

} // namespace serein::study

#include "core/Faults.h"

#include <algorithm>

namespace serein {

namespace {

bool isAtOrBelow(const QString& pointer, const QString& place) {
    return pointer.startsWith(place) && (pointer.size() == place.size() || pointer.at(place.size()) == u'/');
}

bool anyTouches(const QList<Fault>& faults, const QString& pointer) {
    return std::ranges::any_of(faults, [&](const Fault& fault) {
        return isAtOrBelow(pointer, fault.pointer) || isAtOrBelow(fault.pointer, pointer);
    });
}

} // namespace

Faults::Faults(QString file, const QList<Fault>& fromSchema)
    : m_file(std::move(file)), m_all(fromSchema), m_refused(fromSchema) {}

void Faults::refuse(const QString& pointer, const QString& reason) {
    if (anyTouches(m_refused, pointer))
        return;
    m_refused.append({m_file, pointer, reason});
    m_all.append(m_refused.last());
}

void Faults::add(const QString& pointer, const QString& reason) {
    const Fault fault{m_file, pointer, reason};
    if (!anyTouches(m_refused, pointer) && !m_all.contains(fault))
        m_all.append(fault);
}

void Faults::add(const QList<Fault>& faults) {
    for (const Fault& fault : faults)
        add(fault.pointer, fault.reason);
}

bool Faults::refused(const QString& pointer) const {
    return std::ranges::any_of(m_refused, [&](const Fault& fault) { return isAtOrBelow(pointer, fault.pointer); });
}

bool Faults::touch(const QString& pointer) const {
    return anyTouches(m_all, pointer);
}

} // namespace serein

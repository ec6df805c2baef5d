#pragma once
// Proves what can be proven about a definition before a patient sees it.
#include "core/Faults.h"
#include "instrument/Instrument.h"

#include <QSet>

namespace serein::instrument {

/// An id that has been seen before is a fault at its place.
inline void proveOnce(QSet<QString>& seen, const QString& id, const QString& place, Faults& faults) {
    if (seen.contains(id))
        faults.add(place + QStringLiteral("/id"), QStringLiteral("the id \"%1\" stands twice").arg(id));
    seen.insert(id);
}

/// Items: ids, concepts, choices, bounds, keys that fit the type, branches on earlier items only.
void proveItems(const Instrument& instrument, Faults& faults);
/// Scores and profiles: references, kinds, cycles, stated ranges, bands, proration.
void proveScores(const Instrument& instrument, Faults& faults);
/// Alerts: references, and rules that some answer to their own item can make true.
void proveAlerts(const Instrument& instrument, Faults& faults);

} // namespace serein::instrument

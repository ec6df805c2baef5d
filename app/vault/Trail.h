#pragma once
// Which events of all streams, of every device, in the order in which they happened: what an audit asks for. Held by an
// index over the headers, so that a page is quick however many there are.
#include "ledger/Envelope.h"

namespace serein::vault {

/// Where a page ends: the next one begins with what is older.
struct TrailPlace {
    QString order; ///< hybrid time of its last event; empty: begin with the newest
    qint64 ordinal = 0;
};

/// What is left out is any.
struct TrailQuery {
    QString stream; ///< a participant's id, or "device"
    QString actor;
    QStringList kinds;
    QDateTime from; ///< by the time the event states
    QDateTime to;   ///< exclusive
    TrailPlace before;
    int most = 50; ///< negative: all
};

struct TrailEvent {
    ledger::Event event; ///< withheld where its key was destroyed
    QByteArray hash;
    TrailPlace place;
};

} // namespace serein::vault

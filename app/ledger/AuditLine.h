#pragma once
// An event as a person reads it: what the desk puts into words, and screens and exports show.
#include "ledger/Envelope.h"

namespace serein::ledger {

struct AuditLine {
    Header header; ///< who, in which role, on which device, with which version, when
    QByteArray hash;
    QString subject; ///< of the participant; empty: the device's own stream
    QString group;   ///< what readers filter by
    QString roleWords;
    QString what;
    QString reason;
    bool withheld = false;    ///< this reader may not know what it says
    bool hasFreeText = false; ///< that they may read, and that somebody entitled can redact
};

} // namespace serein::ledger

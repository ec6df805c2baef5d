#pragma once
// A participant's stream: what the windows hang on, and what was not asked in them.
#include "ledger/FactFields.h"

namespace serein::ledger {

struct AnchorSet {
    QString anchor;
    QDateTime at;
    SEREIN_FACT("anchorSet") {
        field("anchor", anchor);
        field("at", at);
    }
};
struct AnchorMoved { ///< the fact itself was postponed or brought forward
    QString anchor;
    QDateTime at;
    QString reason;
    SEREIN_FACT("anchorMoved") {
        field("anchor", anchor);
        field("at", at);
        field("reason", reason);
    }
};
struct AnchorCorrected { ///< it had been mistyped
    QString anchor;
    QDateTime at;
    QString reason;
    SEREIN_FACT("anchorCorrected") {
        field("anchor", anchor);
        field("at", at);
        field("reason", reason);
    }
};
struct AnchorRevoked {
    QString anchor;
    QString reason;
    SEREIN_FACT("anchorRevoked") {
        field("anchor", anchor);
        field("reason", reason);
    }
};
/// It happened again (a second operation), and the study says what follows.
struct AnchorRepeated {
    QString anchor;
    QDateTime at;
    QString policy;       ///< restart, continue, ignore
    QStringList restarts; ///< timepoints that begin a new sequence; restart only
    QString reason;
    SEREIN_FACT("anchorRepeated") {
        field("anchor", anchor);
        field("at", at);
        field("policy", policy);
        field("restarts", restarts);
        field("reason", reason);
    }
};
/// Asked once more, as its next sequence: a baseline that the postponed operation left stale.
struct TimepointRepeated {
    QString timepoint;
    QString reason;
    SEREIN_FACT("timepointRepeated") {
        field("timepoint", timepoint);
        field("reason", reason);
    }
};
struct Missed {
    AssessmentKey assessment; ///< without instrument: whatever of the timepoint was not begun
    QString reason; ///< asleep, sedated, delirious, intubated, inTheatre, refused, staffUnavailable, deviceUnavailable,
                    ///< died, other
    QString remark;
    SEREIN_FACT("missed") {
        field("assessment", assessment);
        field("reason", reason);
        field("remark", remark);
    }
};
/// What was recorded as missed was not, or not for that reason: the mark of this very assessment, or of the timepoint.
struct MissedTakenBack {
    AssessmentKey assessment;
    QString reason;
    SEREIN_FACT("missedTakenBack") {
        field("assessment", assessment);
        field("reason", reason);
    }
};

} // namespace serein::ledger

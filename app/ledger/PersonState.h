#pragma once
// Where a participant stands in the study: anchors, consent, suspension, withdrawal, whereabouts, calls.
#include "ledger/Envelope.h"

namespace serein::ledger {

/// What an anchor was, and since when it was taken for that. A correction changes the last of them; moving, repeating
/// and revoking add one.
struct AnchorEntry {
    QDateTime at;    ///< invalid: revoked
    QDateTime since; ///< when it was written
    QString how;     ///< set, moved, repeated, revoked
};

struct ConsentState {
    QString document;
    QDateTime at;
    QString by;
    QString occasion;
    QDateTime recordedAt;
    QString recordedBy;
};
/// A reason with who wrote it and when.
struct Remark {
    QString text;
    QDateTime at;
    QString by;
};
struct Suspension {
    QString cause;
    Remark reason;
};
struct WithdrawnDegree {
    QString degree; ///< studyDrug, questionnaires, calls, records
    QString by;     ///< participant, representative, investigator: whose decision it was
    Remark reason;
};
struct Withdrawal {
    QList<WithdrawnDegree> degrees; ///< all that ended so far, in order, each as it was first said
    QString identity;               ///< kept, destroyed

    [[nodiscard]] QStringList from() const; ///< the degrees
};
struct Whereabouts {
    QString place; ///< ward, theatre, recovery, icu, home; empty: not said
    QString ward;
    QString bed;
    QDateTime since;
};
struct Call {
    QString timepoint;
    int sequence = 1;
    QString reached;
    QString outcome;
    Remark remark;
};
struct MissedState {
    QString reason;
    Remark remark;
    QString study; ///< hash of the version that the participant followed then
};

struct HandOverState {
    QString timepoint;
    int sequence = 1;
    QString mode;
    QString language;
    QString helper;
    QString place;
    QString reason = {}; ///< why outside the window
};

/// How the participant likes to read.
struct Reading {
    int textPercent = 100;
    QString look = QStringLiteral("light");
};

/// An event whose free text was taken out.
struct Redaction {
    QUuid event;
    Remark reason;
    bool keyDestroyed = false;
};

} // namespace serein::ledger

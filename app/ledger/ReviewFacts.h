#pragma once
// A participant's stream: corrections, queries, signatures, and data that are frozen or locked.
#include "ledger/FactFields.h"

namespace serein::ledger {

/// Staff's own entry, or with `proposal` a participant's answer that an investigator let change.
struct Corrected {
    AssessmentKey assessment;
    QString item;
    QJsonValue before;
    QJsonValue answer;
    QString reason;
    QJsonObject scores; ///< recomputed, as in Submitted; the first ones stay where they are
    QString engine;
    QUuid proposal; ///< id of the correctionProposed event; null: none was needed
    SEREIN_FACT("corrected") {
        field("assessment", assessment);
        field("item", item);
        field("before", before);
        field("answer", answer);
        field("reason", reason);
        field("scores", scores);
        field("engine", engine);
        field("proposal", proposal);
    }
};
struct CorrectionProposed {
    AssessmentKey assessment;
    QString item;
    QJsonValue before;
    QJsonValue answer;
    QString reason;
    SEREIN_FACT("correctionProposed") {
        field("assessment", assessment);
        field("item", item);
        field("before", before);
        field("answer", answer);
        field("reason", reason);
    }
};
struct CorrectionDeclined {
    QUuid proposal;
    QString reason;
    SEREIN_FACT("correctionDeclined") {
        field("proposal", proposal);
        field("reason", reason);
    }
};
/// It belongs to another participant or timepoint, or to none.
struct Voided {
    AssessmentKey assessment;
    QString reason;
    QUuid toParticipant;        ///< null: nobody's
    AssessmentKey toAssessment; ///< where it belongs
    SEREIN_FACT("voided") {
        field("assessment", assessment);
        field("reason", reason);
        field("toParticipant", toParticipant);
        field("toAssessment", toAssessment);
    }
};
/// What was voided elsewhere stands here, with the times, hands and versions it was given in.
struct Reassigned {
    AssessmentKey assessment;
    QUuid fromParticipant;
    QUuid voided;        ///< id of the voided event
    QJsonObject content; ///< as assessmentToJson; empty where it comes from this participant's own stream
    QString reason;
    SEREIN_FACT("reassigned") {
        field("assessment", assessment);
        field("fromParticipant", fromParticipant);
        field("voided", voided);
        field("content", content);
        field("reason", reason);
    }
};
struct QueryRaised {
    AssessmentKey assessment;
    QString item; ///< empty: about the whole assessment
    QString text;
    SEREIN_FACT("queryRaised") {
        field("assessment", assessment);
        field("item", item);
        field("text", text);
    }
};
struct QueryAnswered {
    QUuid query;
    QString text;
    SEREIN_FACT("queryAnswered") {
        field("query", query);
        field("text", text);
    }
};
struct QueryClosed {
    QUuid query;
    QString text;
    SEREIN_FACT("queryClosed") {
        field("query", query);
        field("text", text);
    }
};
/// A monitor compared it with the source.
struct SourceVerified {
    AssessmentKey assessment;
    SEREIN_FACT("sourceVerified") { field("assessment", assessment); }
};
/// An electronic signature: the name is the event's actor, the time its own; it covers the stream up to here.
struct Signed {
    AssessmentKey assessment; ///< without instrument: the participant's whole record
    QString meaning;
    SEREIN_FACT("signed") {
        field("assessment", assessment);
        field("meaning", meaning);
    }
};
/// Who somebody is stood in a free text: its key is destroyed, and the event reads as `content` from here on.
struct Redacted {
    QUuid event;
    QString reason;
    QJsonObject content;       ///< the event's body with its free text taken out
    bool keyDestroyed = false; ///< false: it was sealed under its class's key, which opens other events too
    SEREIN_FACT("redacted") {
        field("event", event);
        field("reason", reason);
        field("content", content);
        field("keyDestroyed", keyDestroyed);
    }
};
struct DataStateChanged {
    QString state; ///< open, frozen, locked
    QString reason;
    SEREIN_FACT("dataStateChanged") {
        field("state", state);
        field("reason", reason);
    }
};

} // namespace serein::ledger

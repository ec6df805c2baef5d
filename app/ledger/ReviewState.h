#pragma once
// What is said about assessments: corrections that were proposed, queries, signatures, alerts.
#include "ledger/Envelope.h"

namespace serein::ledger {

struct ProposalState {
    QUuid id;
    AssessmentKey assessment;
    QString item;
    QJsonValue before;
    QJsonValue answer;
    QString reason;
    QDateTime at;
    QString by;
    enum class Decision { Waiting, Approved, Declined } decision = Decision::Waiting;
    QString decidedBy = {};
    QString decisionReason = {};
};

struct QueryState {
    QUuid id;
    AssessmentKey assessment;
    QString item;
    QString text;
    QDateTime raisedAt;
    QString raisedBy;
    QString answer = {};
    QDateTime answeredAt = {};
    QString answeredBy = {};
    QDateTime closedAt = {};
    QString closedBy = {};
    QString closing = {};
};

struct SignatureState {
    QUuid id;
    AssessmentKey assessment; ///< without instrument: the whole record
    QString meaning;
    QDateTime at;
    QString by;
    QString role;
    QDateTime brokenAt = {}; ///< when what it covers changed; invalid: it holds
};

struct AlertState {
    QUuid id; ///< of the event that raised it
    QUuid participant;
    AssessmentKey assessment;
    QString rule;
    QString item;
    QDateTime raisedAt;
    QDateTime acknowledgedAt; ///< invalid: nobody has yet
    QString acknowledgedBy;
    QString action;
    QDateTime escalatedAt = {};
    QDateTime closedAt = {}; ///< invalid: an investigator has not yet
    QString closedBy = {};
    QString outcome = {};
};

} // namespace serein::ledger

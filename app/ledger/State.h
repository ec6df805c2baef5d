#pragma once
// The one fold from events to state. Everything that screens, exports and projections show of a participant or of the
// device comes from here; nothing is kept that can't be folded again.
#include "ledger/DeviceState.h"
#include "ledger/Envelope.h"

#include <QMap>
#include <QSet>

namespace serein::ledger {

/// A value that was changed after it was submitted.
struct Correction {
    QString item;
    QJsonValue before;
    QJsonValue answer;
    QString reason;
    QDateTime at;
    QString by; ///< who let it change: staff for their own entry, an investigator for a participant's answer
    QString proposedBy = {};
};

struct AnswerState {
    QJsonValue value; ///< as given, or as it was last corrected; null: taken back
    QDateTime at;
    QString actor;
    int changes = 0;        ///< how often it was changed after it was first given, before submission
    qint64 responseMs = -1; ///< from the item's last showing to the answer; -1: not shown on a screen
    QString mode = {};      ///< how it was given: self, assisted, interview …
};

enum class AssessmentStatus { Open, Submitted, EndedEarly };
[[nodiscard]] QString statusText(AssessmentStatus status); ///< "open", "submitted", "endedEarly"

struct AssessmentState {
    AssessmentKey key;
    AssessmentStatus status = AssessmentStatus::Open;
    BodyClass bodyClass = BodyClass::Data;
    QString definition;
    QString pack;
    QString language;
    QString profile;
    bool prorate = false;
    QString mode; ///< as it was opened; an answer has its own
    QString modeNow;
    QDateTime openedAt;
    QString openedBy;
    QString reason; ///< why outside its window, where staff entered it
    QDateTime submittedAt;
    QString submittedBy;
    QString currentItem; ///< last shown; empty: the review page, or nothing shown yet
    bool reviewing = false;
    QMap<QString, AnswerState> answers;
    QMap<QString, QDateTime> shownAt;
    QJsonObject scores;
    QString engine;
    QStringList notReached;
    QStringList keptChecks;        ///< flags that were read and whose answers were kept
    QString filledInAt;            ///< on paper, ISO 8601; empty: it wasn't, or is not known
    QList<Correction> corrections; ///< in order; `answers` and `scores` are as they stand after the last
    QJsonObject submittedScores;   ///< as they were submitted; the same as `scores` where nothing was corrected
    QDateTime verifiedAt;          ///< compared with the source; invalid: not, or changed since
    QString verifiedBy;
    QDateTime instructionReadAt; ///< when staff last read what its score asks them to do; invalid: nobody has
    QString instructionReadBy;
    QUuid reassignedFrom; ///< whose stream it was given in; null: this one, at this timepoint
    QUuid reassignedAs;   ///< id of the event that voided it there
    QString study;        ///< hash of the version that the participant followed when it was opened

    /// What was submitted for an item, before any correction.
    [[nodiscard]] QJsonValue submittedAnswer(const QString& item) const;
};

/// An assessment that turned out to belong elsewhere, as it was.
struct VoidedState {
    AssessmentState assessment;
    QUuid id; ///< of the voided event
    QString reason;
    QDateTime at;
    QString by;
    QUuid toParticipant; ///< null: nobody's
    AssessmentKey toAssessment;
};

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
struct Withdrawal {
    QStringList from; ///< all that ended so far: studyDrug, questionnaires, calls, records
    QString by;
    QString identity; ///< kept, destroyed
    Remark reason;
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

struct ParticipantState {
    QUuid id;
    QString subject;
    QString study;
    QString language;
    bool synthetic = false;
    QDateTime enrolledAt;
    QString site;
    QString secondIdentifier; ///< empty where withheld, as the other three
    QString name;
    QString phone;
    QString recordNumber;
    QMap<QString, QDateTime> anchors; ///< as they are now
    QMap<QString, QList<AnchorEntry>> anchorHistory;
    QMap<QString, QList<QDateTime>> repeats; ///< timepoint → when each further sequence began
    QMap<AssessmentKey, AssessmentState> assessments;
    QMap<QUuid, VoidedState> voided;
    QMap<AssessmentKey, MissedState> missed; ///< without instrument: whatever of the timepoint was not begun
    QMap<QUuid, AlertState> alerts;
    std::optional<HandOverState> handOver; ///< the tablet is with the participant
    Reading reading;

    QList<ConsentState> consents; ///< in the order they were recorded
    std::optional<Remark> screenFailed;
    std::optional<Suspension> suspended;
    std::optional<Withdrawal> withdrawn;
    Whereabouts whereabouts;
    QList<Call> calls;
    QList<Remark> notes;                           ///< without those whose key is withheld
    QList<std::pair<QString, Remark>> unblindings; ///< manner, and why

    QMap<QUuid, ProposalState> proposals;
    QMap<QUuid, QueryState> queries;
    QList<SignatureState> signatures;
    QList<Redaction> redactions;
    QString dataState = QStringLiteral("open"); ///< open, frozen, locked
    QDateTime changedAt;                        ///< when data last changed: a study's signature holds only before

    [[nodiscard]] const AssessmentState* assessment(const AssessmentKey& key) const;
    /// The sequence that a timepoint is in now, from 1.
    [[nodiscard]] int sequenceOf(const QString& timepoint) const;
    /// What an assessment's window hung on: once begun, the anchors as they stood then (and as they were corrected
    /// since); a sequence that another one followed, as they stood before that; else as they are now.
    [[nodiscard]] QMap<QString, QDateTime> anchorsFor(const AssessmentKey& key) const;
    /// As they stood at that moment, and as they were corrected since; one that was first written later counts too.
    [[nodiscard]] QMap<QString, QDateTime> anchorsAt(const QDateTime& moment) const;
    /// Why it was missed: said of itself, or of its whole timepoint; null: it wasn't, or it was begun after all.
    [[nodiscard]] const MissedState* missedAs(const AssessmentKey& key) const;
    [[nodiscard]] bool hasWithdrawnFrom(const QString& degree) const;
    /// When it was recorded that they had died; invalid: it wasn't.
    [[nodiscard]] QDateTime diedAt() const;
};

/// An assessment as JSON, for the event that hands it to where it belongs; and back.
[[nodiscard]] QJsonObject assessmentToJson(const AssessmentState& assessment);
[[nodiscard]] AssessmentState assessmentFromJson(const QJsonObject& json);

/// What one event touched: the rows a projection has to write again.
struct Touched {
    bool participant = false;
    bool anchors = false;
    QSet<QString> assessments;                 ///< AssessmentKey::toString()
    QSet<std::pair<QString, QString>> answers; ///< assessment, item
    QSet<QString> scores;
    QSet<QUuid> alerts;
    QMap<VouchKey, Vouched> vouched;
};

void apply(ParticipantState& state, const Event& event, Touched& touched);
void apply(DeviceState& state, const Event& event, Touched& touched);

} // namespace serein::ledger

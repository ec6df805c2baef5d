#pragma once
// The one fold from events to state. Everything that screens, exports and projections show of a participant or of the
// device comes from here; nothing is kept that can't be folded again.
#include "ledger/Envelope.h"

#include <QMap>
#include <QSet>

namespace serein::ledger {

struct AnswerState {
    QJsonValue value; ///< as given; null: taken back
    QDateTime at;
    QString actor;
    int changes = 0;        ///< how often it was changed after it was first given
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
    QDateTime submittedAt;
    QString submittedBy;
    QString currentItem; ///< last shown; empty: the review page, or nothing shown yet
    bool reviewing = false;
    QMap<QString, AnswerState> answers;
    QMap<QString, QDateTime> shownAt;
    QJsonObject scores;
    QString engine;
    QStringList notReached;
    QStringList keptChecks; ///< flags that were read and whose answers were kept
    QString filledInAt;     ///< on paper, ISO 8601; empty: it wasn't, or is not known
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
};

struct HandOverState {
    QString timepoint;
    int sequence = 1;
    QString mode;
    QString language;
    QString helper;
    QString place;
};

/// How the participant likes to read.
struct Reading {
    int textPercent = 100;
    QString look = QStringLiteral("light");
};

struct ParticipantState {
    QUuid id;
    QString subject;
    QString study;
    QString language;
    bool synthetic = false;
    QDateTime enrolledAt;
    QString secondIdentifier; ///< empty where withheld
    QString name;
    QMap<QString, QDateTime> anchors;
    QMap<AssessmentKey, AssessmentState> assessments;
    QMap<QUuid, AlertState> alerts;
    std::optional<HandOverState> handOver; ///< the tablet is with the participant
    Reading reading;

    [[nodiscard]] const AssessmentState* assessment(const AssessmentKey& key) const;
};

struct AccountState {
    QString name;
    QStringList roles;
    bool active = true;
};

/// The latest checkpoint that names a stream.
struct Vouched {
    Head head;
    QUuid checkpoint; ///< id of the checkpoint event
};

struct DeviceState {
    QUuid vault;
    bool synthetic = false;
    QString study;
    QJsonObject instruments; ///< of the study in force: id → {"definition", "packs"}
    QMap<QString, AccountState> accounts;
    QMap<QString, Vouched> vouched; ///< by stream
};

/// What one event touched: the rows a projection has to write again.
struct Touched {
    bool participant = false;
    bool anchors = false;
    QSet<QString> assessments;                 ///< AssessmentKey::toString()
    QSet<std::pair<QString, QString>> answers; ///< assessment, item
    QSet<QString> scores;
    QSet<QUuid> alerts;
    QSet<QString> accounts;
    QSet<QString> vouched;
    bool device = false;
};

void apply(ParticipantState& state, const Event& event, Touched& touched);
void apply(DeviceState& state, const Event& event, Touched& touched);

} // namespace serein::ledger

#pragma once
// One assessment as it stands, as it was before it was corrected, or voided.
#include "ledger/Envelope.h"

#include <QMap>

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

/// An assessment as JSON, for the event that hands it to where it belongs; and back.
[[nodiscard]] QJsonObject assessmentToJson(const AssessmentState& assessment);
[[nodiscard]] AssessmentState assessmentFromJson(const QJsonObject& json);

} // namespace serein::ledger

#pragma once
// The one fold from events to state. Everything that screens, exports and projections show of a participant or of the
// device comes from here; nothing is kept that can't be folded again.
#include "ledger/AssessmentState.h"
#include "ledger/DeviceState.h"
#include "ledger/PersonState.h"
#include "ledger/ReviewState.h"

#include <QSet>

namespace serein::ledger {

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
    std::optional<Suspension> suspended; ///< as long as it lasts
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
    Remark dataStateSaid;                       ///< by whom, when and why it last changed; no time: it never did
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
    /// When, by whom and why; null: they have not.
    [[nodiscard]] const WithdrawnDegree* withdrawnFrom(const QString& degree) const;
    [[nodiscard]] bool hasWithdrawnFrom(const QString& degree) const { return withdrawnFrom(degree) != nullptr; }
    /// When it was recorded that they had died; invalid: it wasn't.
    [[nodiscard]] QDateTime diedAt() const;
};

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

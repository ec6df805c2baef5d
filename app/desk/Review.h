#pragma once
// What happens to data after they were given: corrections, voiding and reassigning, queries, source verification,
// signatures, freezing and locking, unblinding. Nothing here takes anything out of the ledger.
#include "desk/Actor.h"

#include <QJsonValue>

namespace serein::desk {

inline constexpr int mostQuery = 2'000; ///< characters

/// Another answer for one item of a submitted assessment.
struct CorrectionOrder {
    QUuid participant;
    ledger::AssessmentKey assessment;
    QString item;
    QJsonValue answer; ///< as instrument::answerToJson; null: there is none
    QString reason;
};

/// Where a voided assessment belongs.
struct Destination {
    QUuid participant;
    QString timepoint;
    int sequence = 1;
};

/// Whether staff gave this answer themselves (a form, a rating): then staff correct it. What a participant answered,
/// also on paper, aloud or through somebody else, changes only by a proposal that an investigator approves.
[[nodiscard]] bool isStaffsOwn(const ledger::AssessmentState& assessment, const QString& item);

/// An alert, with the participant in whose record it was raised: it stays there when its assessment moves.
struct AlertAbout {
    ledger::AlertState alert;
    bool raisedElsewhere = false;
};

class Review {
public:
    explicit Review(vault::Vault& vault) : m_vault(vault) {}

    // Correcting.cpp. Scores are computed again with the definition, profile and proration of the assessment; an alert
    // rule that the new answer fires raises its alert, and an old alert stays.
    /// Unusable ("/answer", "/reason", "/item") for a participant's answer, a hidden item, what does not fit the item.
    [[nodiscard]] Result<void> correct(const CorrectionOrder& order);
    /// The id of the proposal.
    [[nodiscard]] Result<QUuid> propose(const CorrectionOrder& order);
    /// Refused to whoever proposed it. Unusable where the answer has changed since.
    [[nodiscard]] Result<void> approve(const QUuid& participant, const QUuid& proposal);
    [[nodiscard]] Result<void> decline(const QUuid& participant, const QUuid& proposal, const QString& reason);

    // Reassigning.cpp. Two streams are written one after the other, the source first: what is voided and not yet placed
    // is found by unplaced() and placed by place().
    [[nodiscard]] Result<void> reassign(const QUuid& participant, const ledger::AssessmentKey& assessment,
                                        const Destination& to, const QString& reason);
    /// It is nobody's: a test, or given by somebody who is not in the study.
    [[nodiscard]] Result<void> voidAssessment(const QUuid& participant, const ledger::AssessmentKey& assessment,
                                              const QString& reason);
    /// Ids of voided events whose assessment belongs somewhere and does not stand there yet.
    [[nodiscard]] Result<QList<QUuid>> unplaced(const QUuid& participant) const;
    [[nodiscard]] Result<void> place(const QUuid& participant, const QUuid& voided, const Destination& to,
                                     const QString& reason);
    /// Of one assessment: raised here, or where it was given before it was reassigned.
    [[nodiscard]] Result<QList<AlertAbout>> alertsAbout(const ledger::ParticipantState& participant,
                                                        const ledger::AssessmentState& assessment) const;

    // Querying.cpp. Queries are raised and answered whatever state the data are in.
    /// `item` empty: about the whole assessment.
    [[nodiscard]] Result<QUuid> raiseQuery(const QUuid& participant, const ledger::AssessmentKey& assessment,
                                           const QString& item, const QString& text);
    [[nodiscard]] Result<void> answerQuery(const QUuid& participant, const QUuid& query, const QString& text);
    /// `text` may be empty.
    [[nodiscard]] Result<void> closeQuery(const QUuid& participant, const QUuid& query, const QString& text);
    /// While frozen too: that is when the source is compared.
    [[nodiscard]] Result<void> verifySource(const QUuid& participant, const ledger::AssessmentKey& assessment);

    // Signing.cpp. The passphrase is asked again at the moment of signing. Frozen data can be signed, locked data not.
    [[nodiscard]] Result<void> sign(const QUuid& participant, const ledger::AssessmentKey& assessment,
                                    const QString& meaning, const crypto::Secret& passphrase);
    [[nodiscard]] Result<void> signRecord(const QUuid& participant, const QString& meaning,
                                          const crypto::Secret& passphrase);
    [[nodiscard]] Result<void> signStudy(const QString& meaning, const crypto::Secret& passphrase);
    /// `state`: open, frozen, locked. To and from locked is the data manager's.
    [[nodiscard]] Result<void> setDataState(const QUuid& participant, const QString& state, const QString& reason);
    [[nodiscard]] Result<void> setStudyDataState(const QString& state, const QString& reason);
    /// `manner`: emergency, planned. From here on whoever wrote it sees this participant's class unblinding.
    [[nodiscard]] Result<void> unblind(const QUuid& participant, const QString& manner, const QString& reason);

private:
    struct Prepared;
    [[nodiscard]] Result<Prepared> prepare(const CorrectionOrder& order) const;
    [[nodiscard]] Result<void> write(const Prepared& prepared, const QUuid& proposal, const vault::Actor& actor);

    vault::Vault& m_vault;
};

/// The study's signature holds as long as nobody's data changed since.
[[nodiscard]] bool isStudySignatureBroken(const ledger::DeviceState& device,
                                          const ledger::ParticipantState& participant);
/// Subjects whose data did, in order; empty: it holds, or there is none.
[[nodiscard]] Result<QStringList> changedSinceStudySigned(const vault::Vault& vault);
/// Refused where data are locked; frozen ones may still be verified and signed.
[[nodiscard]] Result<void> requireNotLocked(const vault::Vault& vault, const ledger::ParticipantState& participant);
/// The assessment, which this person may see: else Unusable ("/assessment") or Refused without a word of what it holds.
[[nodiscard]] Result<const ledger::AssessmentState*> assessmentFor(const vault::Vault& vault,
                                                                   const ledger::ParticipantState& participant,
                                                                   const ledger::AssessmentKey& assessment);
/// What is said about an assessment is of its class, also once it was voided.
[[nodiscard]] ledger::BodyClass classOf(const ledger::ParticipantState& participant,
                                        const ledger::AssessmentKey& assessment);
/// As instrument values. Wrong where an answer does not fit its definition.
[[nodiscard]] Result<instrument::Answers> answersOf(const ledger::AssessmentState& assessment,
                                                    const instrument::Instrument& instrument);

} // namespace serein::desk

#pragma once
// One handler for each kind of fact in a participant's stream. Internal to this room; apply() is the door.
#include "ledger/State.h"

namespace serein::ledger {

class ParticipantFold {
public:
    ParticipantFold(ParticipantState& state, const Header& header, Touched& touched)
        : m_state(state), m_header(header), m_touched(touched) {}

    // FoldPerson.cpp: who they are, where they stand, what the windows hang on.
    void operator()(const Enrolled& fact);
    void operator()(const Identified& fact);
    void operator()(const Noted& fact);
    void operator()(const Consented& fact);
    void operator()(const ScreenFailed& fact);
    void operator()(const Suspended& fact);
    void operator()(const Resumed& fact);
    void operator()(const Withdrawn& fact);
    void operator()(const StudyMoved& fact);
    void operator()(const Located& fact);
    void operator()(const CallAttempted& fact);
    void operator()(const Unblinded& fact);
    void operator()(const AnchorSet& fact);
    void operator()(const AnchorMoved& fact);
    void operator()(const AnchorCorrected& fact);
    void operator()(const AnchorRevoked& fact);
    void operator()(const AnchorRepeated& fact);
    void operator()(const TimepointRepeated& fact);
    void operator()(const Missed& fact);
    void operator()(const MissedTakenBack& fact);

    // FoldAnswers.cpp: hand-over, answers, submission, alerts.
    void operator()(const HandedOver& fact);
    void operator()(const LanguageChosen& fact);
    void operator()(const ReadingPreferred& fact);
    void operator()(const HandedBack& fact);
    void operator()(const AssessmentOpened& fact);
    void operator()(const ItemShown& fact);
    void operator()(const Answered& fact);
    void operator()(const Submitted& fact);
    void operator()(const ModeChanged& fact);
    void operator()(const CheckKept& fact);
    void operator()(const Reopened& fact);
    void operator()(const Transcribed& fact);
    void operator()(const AlertRaised& fact);
    void operator()(const AlertAcknowledged& fact);
    void operator()(const AlertEscalated& fact);
    void operator()(const AlertClosed& fact);
    void operator()(const InstructionRead& fact);

    // FoldReview.cpp: corrections, queries, signatures.
    void operator()(const Corrected& fact);
    void operator()(const CorrectionProposed& fact);
    void operator()(const CorrectionDeclined& fact);
    void operator()(const Voided& fact);
    void operator()(const Reassigned& fact);
    void operator()(const QueryRaised& fact);
    void operator()(const QueryAnswered& fact);
    void operator()(const QueryClosed& fact);
    void operator()(const SourceVerified& fact);
    void operator()(const Signed& fact);
    void operator()(const Redacted& fact);
    void operator()(const DataStateChanged& fact);

    /// Data changed that this reader may not see: what was signed as a whole is no longer what was signed.
    void operator()(const Withheld& fact);

    template<class Other> void operator()(const Other&) {} // the device's own, and unknown

private:
    void addAnchor(const QString& anchor, const QDateTime& at, const QString& how);
    AssessmentState* openAssessment(const AssessmentKey& key);
    /// Data changed: signatures that cover it break.
    void changed(const AssessmentKey& key);
    void changed(); ///< something of the record outside any assessment
    [[nodiscard]] Remark remark(const QString& text) const { return {text, m_header.at, m_header.actor}; }

    ParticipantState& m_state;
    const Header& m_header;
    Touched& m_touched;
};

} // namespace serein::ledger

#pragma once
// How each instrument stands at each timepoint of one participant, in words: never a value.
#include "ledger/State.h"
#include "vault/Vault.h"

#include <QCoreApplication>
#include <QVariantMap>

namespace serein::ui {

class ParticipantCells {
    Q_DECLARE_TR_FUNCTIONS(ParticipantCells)

public:
    /// All of them outlive this.
    ParticipantCells(const vault::Vault& vault, const vault::Protocol& protocol,
                     const ledger::ParticipantState& participant, QString language)
        : m_vault(vault), m_protocol(protocol), m_participant(participant), m_language(std::move(language)) {}

    /// {"instrument", "name", "sequence", "state", "text", "marks": [{"condition", "text"}], "action", "spoken"}.
    /// state: planned, unscheduled, open (nothing is begun), overdue, inProgress, submitted, endedEarly, missed,
    /// notApplicable, superseded (a further sequence followed before it was begun). marks: early, late, unscheduled,
    /// stale, corrected, proposed, query. action: assessment (to be read), form (for this person to fill in), or none.
    [[nodiscard]] QVariantMap cell(const study::Timepoint& timepoint, const ledger::AssessmentKey& key) const;

    /// The instrument's name, or its id where the study has no such instrument.
    [[nodiscard]] QString name(const QString& instrument) const;
    /// "POD 1 · 2nd" where the timepoint is asked more than once.
    [[nodiscard]] QString label(const study::Timepoint& timepoint, int sequence) const;
    /// Of a whole column that another sequence followed.
    [[nodiscard]] static QString earlier() { return tr("earlier", "a timepoint that was asked again later"); }

private:
    [[nodiscard]] QString stateOf(const study::Timepoint& timepoint, const ledger::AssessmentKey& key) const;
    [[nodiscard]] QString stateText(const QString& state, const ledger::AssessmentKey& key) const;
    [[nodiscard]] QVariantList marksOf(const study::Timepoint& timepoint,
                                       const ledger::AssessmentState& assessment) const;
    [[nodiscard]] QString actionOf(const QString& state, const ledger::AssessmentKey& key) const;

    const vault::Vault& m_vault;
    const vault::Protocol& m_protocol;
    const ledger::ParticipantState& m_participant;
    QString m_language;
};

} // namespace serein::ui

#pragma once
// Where somebody stands in the study, and where they are: suspended, resumed, withdrawn by degrees; ward and notes.
#include "desk/Actor.h"

namespace serein::desk {

inline const QStringList suspensionCauses{QStringLiteral("icu"), QStringLiteral("lostCapacity"),
                                          QStringLiteral("other")};
inline const QStringList withdrawalDegrees{QStringLiteral("studyDrug"), QStringLiteral("questionnaires"),
                                           QStringLiteral("calls"), QStringLiteral("records")};
inline const QStringList withdrawers{QStringLiteral("participant"), QStringLiteral("representative"),
                                     QStringLiteral("investigator")};
inline const QStringList places{QStringLiteral("ward"), QStringLiteral("theatre"), QStringLiteral("recovery"),
                                QStringLiteral("icu"), QStringLiteral("home")};

struct Withdrawing {
    QStringList from; ///< of withdrawalDegrees; those of before stay
    QString by;
    QString reason = {};                       ///< may stay empty: nobody has to give one
    QString identity = QStringLiteral("kept"); ///< or destroyed, which nothing brings back
    QString confirmation = {};                 ///< destroyed: the subject id, typed
};

struct Place {
    QString place;
    QString ward = {};
    QString bed = {};
};

/// Nothing more will come of them: screening failed, died, or withdrawn from all that would be asked.
[[nodiscard]] bool isOver(const ledger::ParticipantState& participant);
/// Capacity was lost and the study keeps consent: who regained it consents before the rest goes on.
[[nodiscard]] bool needsConsentToResume(const study::Study& study, const ledger::ParticipantState& participant);
/// Consent was given to that version of the form.
[[nodiscard]] bool hasSigned(const ledger::ParticipantState& participant, const QString& document);
/// It was decided that who they are is destroyed: identity and notes.
[[nodiscard]] bool isErased(const ledger::ParticipantState& participant);
/// So it was decided, and something of it can still be read: power failed in between.
[[nodiscard]] bool isErasureUnfinished(const ledger::ParticipantState& participant);

class Standing {
public:
    explicit Standing(vault::Vault& vault) : m_vault(vault) {}

    // Unusable with a pointer to the field; Refused where there is nothing to suspend, resume …
    [[nodiscard]] Result<void> suspend(const QUuid& participant, const QString& cause, const QString& reason);
    [[nodiscard]] Result<void> resume(const QUuid& participant, const QString& reason);
    /// The event first, then the keys of identity and notes, where they are to go.
    [[nodiscard]] Result<void> withdraw(const QUuid& participant, const Withdrawing& withdrawing);
    [[nodiscard]] Result<void> finishErasure(const QUuid& participant);
    [[nodiscard]] Result<void> locate(const QUuid& participant, const Place& place);
    [[nodiscard]] Result<void> note(const QUuid& participant, const QString& text);

private:
    vault::Vault& m_vault;
};

} // namespace serein::desk

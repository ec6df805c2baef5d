#pragma once
// Consent, standing and whereabouts in staff's words.
#include "core/Result.h"
#include "desk/FactWords.h"
#include "ledger/State.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace serein::ui {

class PersonWords {
    Q_DECLARE_TR_FUNCTIONS(PersonWords)

public:
    [[nodiscard]] static QString giver(const QString& by) { return desk::FactWords::giver(by); }
    [[nodiscard]] static QString occasion(const QString& due); ///< which consent is wanting
    [[nodiscard]] static QString consent(const ledger::ConsentState& consent, const QTimeZone& zone);
    [[nodiscard]] static QString cause(const QString& cause) { return desk::FactWords::cause(cause); }
    [[nodiscard]] static QString degree(const QString& degree) { return desk::FactWords::degree(degree); }
    [[nodiscard]] static QString place(const QString& place) { return desk::FactWords::place(place); }
    [[nodiscard]] static QString whereabouts(const ledger::Whereabouts& whereabouts) {
        return desk::FactWords::whereabouts(whereabouts);
    }
    /// Where they stand, a sentence each; empty: in the study.
    [[nodiscard]] static QStringList standing(const ledger::ParticipantState& participant, const QTimeZone& zone);
    /// What the desk says of consent, enrolment, standing, whereabouts and notes; empty: nothing that is known here.
    [[nodiscard]] static QString trouble(const Error& error, const QString& subjectExample,
                                         const QString& secondIdentifier);
};

} // namespace serein::ui

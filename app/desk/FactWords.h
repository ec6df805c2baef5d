#pragma once
// What facts say by a code ("icu", "noAnswer"), in words that screens and exports share. A code that this version
// doesn't know stays as it is.
#include "ledger/State.h"

#include <QCoreApplication>

namespace serein::desk {

class FactWords {
    Q_DECLARE_TR_FUNCTIONS(FactWords)

public:
    [[nodiscard]] static QString giver(const QString& by);      ///< who consented, or decided on a withdrawal
    [[nodiscard]] static QString cause(const QString& cause);   ///< of a suspension
    [[nodiscard]] static QString degree(const QString& degree); ///< of a withdrawal
    [[nodiscard]] static QString place(const QString& place);
    /// "Ward 7 B, bed 12"; empty where nobody said.
    [[nodiscard]] static QString whereabouts(const ledger::Whereabouts& whereabouts);
    [[nodiscard]] static QString missedReason(const QString& reason);
    [[nodiscard]] static QString reached(const QString& who); ///< by a call
    [[nodiscard]] static QString outcome(const QString& outcome);
    [[nodiscard]] static QString mode(const QString& mode); ///< how an assessment was answered
};

} // namespace serein::desk

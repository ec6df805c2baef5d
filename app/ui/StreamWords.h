#pragma once
// A participant's events as a person reads them: when (at the site), who and in which role, what, and why. Newest
// first. What the reader may not see is withheld: class unblinding from the blinded, identity from everybody here,
// notes from whoever doesn't write them.
#include "ledger/AuditLine.h"
#include "vault/Vault.h"

#include <QCoreApplication>
#include <QVariantMap>

namespace serein::ui {

class StreamWords {
    Q_DECLARE_TR_FUNCTIONS(StreamWords)

public:
    /// [{"event", "number", "at", "who", "kind", "what", "reason", "withheld"}]; `kind` as in kinds(), empty: all but
    /// "screen".
    [[nodiscard]] static Result<QVariantList> rows(const vault::Vault& vault, const QUuid& participant,
                                                   const QString& language, const QString& kind = {});
    /// [{"id", "label"}]: "" (all), person, plan, answers, alerts, review, screen
    [[nodiscard]] static QVariantList kinds();
    /// Who did it, in which role.
    [[nodiscard]] static QString actor(const ledger::AuditLine& line);
};

} // namespace serein::ui

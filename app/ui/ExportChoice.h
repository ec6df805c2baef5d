#pragma once
// What is chosen for an export, as its page holds it: what there is to choose from, the order that it makes, and the
// one line that says it.
#include "exporting/Bundle.h"

#include <QCoreApplication>
#include <QVariantMap>

namespace serein::ui {

class ExportChoice {
    Q_DECLARE_TR_FUNCTIONS(ExportChoice)

public:
    /// {"timepoints", "instruments", "sites" (none where the study has one), "formats", "without" (SDTM tables of
    /// staff's forms that the study asks), "languages"}: each [{"id", "label"}].
    [[nodiscard]] static QVariantMap parts(const vault::Vault& vault, const QString& language);
    /// `chosen` keys: audience (blinded, full), language, timepoints, instruments, sites, formats (ids; none: all),
    /// without (ids), from and to (days, 2026-11-20). Unusable at /from or /to.
    [[nodiscard]] static Result<exporting::ExportOrder> order(const QVariantMap& chosen);
    /// "Everything, all formats", or which part and which formats; `all`: as parts() says.
    [[nodiscard]] static QString summary(const QVariantMap& all, const QVariantMap& chosen);
};

} // namespace serein::ui

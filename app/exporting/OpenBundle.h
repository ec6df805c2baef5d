#pragma once
// A bundle read like a vault, with nothing that could be changed: for a monitor's laptop.
#include "exporting/Bundle.h"

namespace serein::exporting {

struct OpenedBundle {
    std::unique_ptr<vault::Vault> vault; ///< for reading, with the one participant; in memory alone
    VerifyReport report;
    QString audience;
    QDateTime at; ///< when the device vouched for its last event
};

/// Verified as verifyBundle() does, then opened. Unusable for the study's merged tables: they hold no record. What the
/// audience may not see is as withheld here as in the slice. `clock` outlives the vault.
[[nodiscard]] Result<OpenedBundle> openBundle(const QString& path, const VerifyOptions& options, const Clock& clock);

} // namespace serein::exporting

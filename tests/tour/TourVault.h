#pragma once
// What the tour needs before the app starts: a fresh demonstration vault, and a data manager's certificate to seal the
// export to.
#include "core/Clock.h"
#include "core/Result.h"
#include "vault/Vault.h"

namespace serein::tour {

struct TourVault {
    vault::Place place;
    QString passphrase; ///< of the user "demo"
    QString certificateFile;
    QByteArray privateKeyPem;
    QString deviceKeys; ///< device-key.json, as the data manager would register it
};

/// By `sereinctl demo` in FOLDER/demo, its clock at `now`.
[[nodiscard]] Result<TourVault> makeTourVault(const QString& folder, const QDateTime& now);

} // namespace serein::tour

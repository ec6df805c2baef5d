#pragma once
// A synthetic vault to try everything on: marked as such, filled through the same calls as a real one.
#include "core/Result.h"

#include <QDateTime>

namespace serein::ctl {

struct DemoOrder {
    QString folder;        ///< absent or empty
    int participants = 24; ///< 1 … 999
    quint64 seed = 7;
    QDateTime now;
};

struct DemoMade {
    QString vault;
    QString state;
    QString passphraseFile;
    int openAlerts = 0;
};

/// Vault in FOLDER/vault, the device's part in SEREIN_STATE_DIR or else FOLDER/state, user `demo` with every role and
/// its passphrase in FOLDER/passphrase.txt (0600). The same seed and moment give the same ids and answers. Leaves
/// nothing where it fails.
[[nodiscard]] Result<DemoMade> makeDemo(const DemoOrder& order);

} // namespace serein::ctl

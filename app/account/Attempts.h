#pragma once
// Refused passphrases: counted in a MAC'd file, answered by a delay that doubles up to a cap and never locks anyone out
// for good. What was refused is told to the ledger at the next unlock.
#include "crypto/Crypto.h"

#include <QDateTime>
#include <QMap>
#include <chrono>

namespace serein::account {

/// Of one name, since the last unlock that told the ledger.
struct RefusedPassphrases {
    QString name; ///< empty: of no account
    int times = 0;
    QDateTime first;
    QDateTime last;
    bool operator==(const RefusedPassphrases&) const = default;
};

class Attempts {
public:
    static constexpr int freeTries = 3;
    static constexpr std::chrono::seconds longestDelay{300};

    /// A file that another program changed or removed counts for nothing and is told as such; everybody waits the
    /// longest delay from when it was noticed.
    Attempts(QString path, const crypto::Secret& deviceSecret);

    /// How long this name has still to wait; zero: may try. On a clock that shows less than at the last try (it ran
    /// ahead then, or was set back) the whole wait begins again now.
    [[nodiscard]] Result<std::chrono::seconds> delay(const QString& name, const QDateTime& now);
    /// Counted before the passphrase is looked at: whoever ends the program meanwhile gains nothing.
    [[nodiscard]] Result<void> begin(const QString& name, const QDateTime& now);
    [[nodiscard]] Result<void> refused(const QString& name, const QDateTime& now);
    /// The person is in: their count is cleared.
    [[nodiscard]] Result<void> succeeded(const QString& name);

    /// What the ledger doesn't know yet.
    [[nodiscard]] QList<RefusedPassphrases> untold() const { return m_untold.values(); }
    [[nodiscard]] bool wasChanged() const { return m_changed; }
    /// The ledger knows it now.
    [[nodiscard]] Result<void> told();

private:
    struct Count {
        int failures = 0;
        qint64 lastMs = 0;
    };
    /// What counts for this name: its own, or where the file was touched what everybody starts from.
    [[nodiscard]] Count countOf(const QString& name) const;
    [[nodiscard]] Result<void> write() const;
    QString m_path;
    crypto::Secret m_key;
    QMap<QString, Count> m_counts;
    QMap<QString, RefusedPassphrases> m_untold;
    bool m_changed = false; ///< since the ledger was told
    Count m_floor;          ///< that everyone starts from
};

} // namespace serein::account

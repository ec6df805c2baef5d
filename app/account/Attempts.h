#pragma once
// Refused passphrases: counted in a MAC'd file, answered by a delay that doubles up to a cap and never locks anyone out
// for good.
#include "crypto/Crypto.h"

#include <QDateTime>
#include <QMap>
#include <chrono>

namespace serein::account {

class Attempts {
public:
    static constexpr int freeTries = 3;
    static constexpr std::chrono::seconds longestDelay{300};

    Attempts(QString path, const crypto::Secret& deviceSecret);

    /// How long this name has still to wait; zero: may try. A clock set back doesn't shorten the wait.
    [[nodiscard]] std::chrono::seconds delay(const QString& name, const QDateTime& now) const;
    [[nodiscard]] Result<void> failed(const QString& name, const QDateTime& now);
    /// The person is in: their count is cleared. Returns how many attempts of anyone failed since the last time.
    [[nodiscard]] Result<int> succeeded(const QString& name);

private:
    struct Count {
        int failures = 0;
        qint64 lastMs = 0;
    };
    [[nodiscard]] Result<void> write() const;
    QString m_path;
    crypto::Secret m_key;
    QMap<QString, Count> m_counts;
    int m_unreported = 0;
    bool m_tampered = false;
};

} // namespace serein::account

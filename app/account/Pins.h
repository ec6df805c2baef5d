#pragma once
// Short secrets for taking the tablet back from a participant: per person, this run only, five tries, kept in memory
// alone.
#include "crypto/Crypto.h"

#include <QMap>

namespace serein::account {

class Pins {
public:
    static constexpr int tries = 5;

    /// 4 to 8 digits; Unusable otherwise.
    [[nodiscard]] Result<void> set(const QString& name, const crypto::Secret& pin);
    [[nodiscard]] bool has(const QString& name) const { return m_pins.contains(name); }
    /// The name of the person whose PIN this is. Refused when it is nobody's; after five refusals every PIN is void
    /// until it is set anew.
    [[nodiscard]] Result<QString> match(const crypto::Secret& pin);
    [[nodiscard]] int triesLeft() const { return m_left; }
    /// Of everybody else nothing is left.
    void keepOnly(const QStringList& names);
    void clear();

private:
    struct Entry {
        QByteArray salt;
        QByteArray digest;
    };
    QMap<QString, Entry> m_pins;
    int m_left = tries;
};

} // namespace serein::account

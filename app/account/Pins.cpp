#include "account/Pins.h"

#include <algorithm>

namespace serein::account {

namespace {

QByteArray digestOf(const crypto::Secret& pin, const QByteArray& salt) {
    return crypto::hmacSha256(pin, "serein-pin " + salt);
}

} // namespace

Result<void> Pins::set(const QString& name, const crypto::Secret& pin) {
    const QByteArrayView digits = pin.view();
    if (digits.size() < 4 || digits.size() > 8 ||
        !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return unusable(QStringLiteral("a PIN has 4 to 8 digits"));
    const QByteArray salt = crypto::randomBytes(16);
    const Entry entry{salt, digestOf(pin, salt)};
    for (auto it = m_pins.constBegin(); it != m_pins.constEnd(); ++it)
        if (it.key() != name && digestOf(pin, it->salt) == it->digest)
            return unusable(QStringLiteral("please choose another PIN")); // not saying whose it is
    m_pins.insert(name, entry);
    m_left = tries;
    return {};
}

Result<QString> Pins::match(const crypto::Secret& pin) {
    if (m_left > 0)
        for (auto it = m_pins.constBegin(); it != m_pins.constEnd(); ++it)
            if (digestOf(pin, it->salt) == it->digest) {
                m_left = tries;
                return it.key();
            }
    m_left = std::max(0, m_left - 1);
    if (m_left == 0)
        m_pins.clear();
    return refused(m_left > 0 ? QStringLiteral("that is not a PIN of this run")
                              : QStringLiteral("too many tries: unlock with a passphrase"));
}

void Pins::keepOnly(const QStringList& names) {
    m_pins.removeIf([&](const auto& entry) { return !names.contains(entry.key()); });
}

void Pins::clear() {
    m_pins.clear();
    m_left = tries;
}

} // namespace serein::account

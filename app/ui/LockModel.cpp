#include "ui/LockModel.h"

#include "ui/Secrets.h"
#include "ui/Words.h"

namespace serein::ui {

LockModel::LockModel(const vault::Place& place, const Clock& clock, QObject* parent)
    : QObject(parent), m_place(place), m_clock(clock) {
    m_worker.setMaxThreadCount(1);
    connect(this, &LockModel::derived, this, &LockModel::finish, Qt::QueuedConnection);
}

bool LockModel::refresh() {
    auto locked = vault::Vault::inspect(m_place);
    m_error = locked ? QString() : Words::noVault(locked.error(), m_place.folder);
    m_locked = locked ? std::move(*locked) : vault::Locked();
    Q_EMIT changed();
    return locked.has_value();
}

void LockModel::say(const QString& error) {
    m_error = error;
    Q_EMIT changed();
}

void LockModel::unlock(const QString& name, const QString& passphrase) {
    if (m_busy)
        return;
    m_busy = true;
    m_error.clear();
    Q_EMIT changed();
    // Shared, because a runnable is copied and a secret can't be.
    const auto secret = std::make_shared<crypto::Secret>(secretFrom(passphrase));
    m_worker.start([this, name, secret] {
        m_unlocking = vault::Vault::derive(m_place, name, *secret, m_clock);
        Q_EMIT derived(QPrivateSignal());
    });
}

void LockModel::finish() {
    m_busy = false;
    auto unlocking = *std::exchange(m_unlocking, std::nullopt);
    auto opened = unlocking ? vault::Vault::open(m_place, std::move(*unlocking), m_clock)
                            : Result<std::unique_ptr<vault::Vault>>(std::unexpected(std::move(unlocking).error()));
    if (!opened) {
        say(Words::notUnlocked(opened.error()));
        return;
    }
    m_vault = std::move(*opened);
    m_locked = {}; // the staff's names are not in reach of whoever holds the tablet next
    Q_EMIT changed();
    Q_EMIT unlocked();
}

} // namespace serein::ui

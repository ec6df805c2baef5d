#pragma once
// The lock screen: who can unlock, whether staff are called, and the slow half second of a passphrase off the screen's
// thread.
#include "vault/Vault.h"

#include <QObject>
#include <QQmlEngine>
#include <QThreadPool>

namespace serein::ui {

class LockModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppModel")
    Q_PROPERTY(QStringList names READ names NOTIFY changed)
    Q_PROPERTY(bool alertWaits READ alertWaits NOTIFY changed) ///< "Please bring this tablet to the nurse"
    Q_PROPERTY(bool busy READ busy NOTIFY changed)             ///< a passphrase is being checked
    Q_PROPERTY(QString error READ error NOTIFY changed)        ///< in words a nurse understands; empty: none

public:
    LockModel(const vault::Place& place, const Clock& clock, QObject* parent);

    [[nodiscard]] QStringList names() const { return m_locked.names; }
    [[nodiscard]] bool alertWaits() const { return m_locked.alertWaits; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] bool synthetic() const { return m_locked.synthetic; }

    /// Reads again what a locked vault tells. False: no usable vault (error says why).
    bool refresh();
    Q_INVOKABLE void unlock(const QString& name, const QString& passphrase);
    void say(const QString& error);
    [[nodiscard]] std::unique_ptr<vault::Vault> takeVault() { return std::move(m_vault); }

Q_SIGNALS:
    void changed();
    void unlocked(); ///< takeVault() has it
    void derived(QPrivateSignal);

private:
    void finish();

    const vault::Place& m_place;
    const Clock& m_clock;
    vault::Locked m_locked;
    bool m_busy = false;
    QString m_error;
    std::optional<Result<vault::Unlocking>> m_unlocking; ///< the worker's, until it says derived
    std::unique_ptr<vault::Vault> m_vault;
    QThreadPool m_worker; ///< last: its destructor waits for a derivation under way
};

} // namespace serein::ui

#pragma once
// The tablet is about to sleep: logind says so over D-Bus, and waits until what has to be done before is done. Without
// logind nothing is said, and what was open is locked on waking.
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace serein::ui {

class Suspend : public QObject {
    Q_OBJECT
public:
    explicit Suspend(QObject* parent = nullptr);

Q_SIGNALS:
    void falls(); ///< handled before the tablet sleeps

public Q_SLOTS:
    /// logind's PrepareForSleep: true before, false after.
    void prepare(bool before);

private:
    void askToWait();
    QDBusUnixFileDescriptor m_wait; ///< as long as it is open the tablet waits (at most some seconds)
};

} // namespace serein::ui

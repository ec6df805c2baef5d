#pragma once
// New keys for all that is stored, written on a thread of its own while the screen stays alive. Nobody else has the
// vault meanwhile: the desk lends it, and gets it back when it is done.
#include "vault/Rekeying.h"

#include <QObject>
#include <QThread>
#include <QTimer>

namespace serein::ui {

class Renewing : public QObject {
    Q_OBJECT

public:
    explicit Renewing(QObject* parent);
    ~Renewing() override;
    void begin(std::unique_ptr<vault::Rekeying> job);
    [[nodiscard]] bool running() const { return m_job != nullptr; }
    [[nodiscard]] double progress() const { return m_job ? m_job->progress() : 0; }
    /// Once what was begun has ended; at once where nothing was.
    void wait();

Q_SIGNALS:
    void progressed();
    void ended(const serein::Result<void>& result); ///< the vault may be used again

private:
    void end();
    std::unique_ptr<vault::Rekeying> m_job;
    std::unique_ptr<QThread> m_thread;
    QTimer m_look;
};

} // namespace serein::ui

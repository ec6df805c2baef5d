#pragma once
// A backup that is due is made while staff have the tablet: a slice now and then, so that nobody waits for it. Where it
// can't be made the desk says why, and it is tried again an hour later.
#include "vault/Backup.h"

#include <QObject>
#include <QTimer>

namespace serein::ui {

class DeskModel;

class BackupSchedule : public QObject {
    Q_OBJECT

public:
    explicit BackupSchedule(DeskModel* desk);
    /// Null: locked or handed over; what was begun leaves nothing.
    void open(vault::Vault* vault);
    [[nodiscard]] bool running() const { return m_job != nullptr; }
    /// Whether one is due, now; done by itself once a minute.
    void look();

private:
    void step();
    void failed(const Error& error);

    DeskModel* m_desk;
    vault::Vault* m_vault = nullptr;
    std::unique_ptr<vault::BackupJob> m_job;
    QDateTime m_notBefore; ///< after one that failed
    QTimer m_minute;
    QTimer m_next;
};

} // namespace serein::ui

#include "ui/BackupSchedule.h"

#include "desk/Administration.h"
#include "ui/AdminWords.h"
#include "ui/DeskModel.h"
#include "ui/Words.h"

namespace serein::ui {

namespace {

constexpr std::chrono::milliseconds betweenSlices{60}; // twice as long as a slice takes: the screen comes first
constexpr qint64 untilTriedAgain = 3600;               // s

} // namespace

BackupSchedule::BackupSchedule(DeskModel* desk) : QObject(desk), m_desk(desk) {
    m_minute.setInterval(std::chrono::minutes(1));
    m_next.setInterval(betweenSlices);
    connect(&m_minute, &QTimer::timeout, this, &BackupSchedule::look);
    connect(&m_next, &QTimer::timeout, this, &BackupSchedule::step);
}

void BackupSchedule::open(vault::Vault* vault) {
    m_next.stop();
    m_job.reset();
    m_vault = vault != nullptr && !vault->isForReading() ? vault : nullptr;
    if (m_vault != nullptr)
        m_minute.start();
    else
        m_minute.stop();
}

void BackupSchedule::look() {
    if (m_vault == nullptr || m_job)
        return;
    const qint64 left = m_vault->clock().now().secsTo(m_notBefore);
    if (left > 0 && left <= untilTriedAgain) // more: the clock was set back since, which must not put it off
        return;
    desk::Administration administration(*m_vault);
    if (!administration.isBackupDue())
        return;
    const ledger::DeviceState& state = m_vault->deviceState();
    auto job = administration.beginBackup(state.backupFolder, state.backupsKept);
    if (!job)
        return failed(job.error());
    m_job = *std::move(job);
    m_next.start();
}

void BackupSchedule::step() {
    if (!m_job)
        return m_next.stop();
    const auto whole = m_job->step();
    if (!whole)
        return failed(whole.error());
    if (!*whole)
        return;
    m_next.stop();
    m_job.reset();
    m_desk->refresh(); // what is not backed up stands on every page
}

void BackupSchedule::failed(const Error& error) {
    m_next.stop();
    m_job.reset();
    m_notBefore = m_vault->clock().now().addSecs(untilTriedAgain);
    const QString why = AdminWords::trouble(error);
    m_desk->say(tr("The backup that was due could not be made. %1").arg(why.isEmpty() ? Words::error(error) : why));
}

} // namespace serein::ui

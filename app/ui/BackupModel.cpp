#include "ui/BackupModel.h"

#include "desk/Administration.h"
#include "ui/AdminWords.h"
#include "ui/Files.h"
#include "ui/Words.h"

namespace serein::ui {

using account::Action;

BackupModel::BackupModel(QObject* parent) : StaffModel(parent) {
    connect(&m_next, &QTimer::timeout, this, &BackupModel::step);
}

bool BackupModel::mayBackUp() const {
    return vault() != nullptr && vault()->user().roleToDo(Action::BackUp);
}

bool BackupModel::mayName() const {
    return vault() != nullptr && vault()->user().roleToDo(Action::ManageAccounts);
}

bool BackupModel::hasRecovery() const {
    return vault() != nullptr && !vault()->deviceState().recovery.isEmpty();
}

QString BackupModel::recovery() const {
    if (!hasRecovery())
        return {};
    const auto certificate = crypto::readCertificate(vault()->deviceState().recovery, vault()->clock().now());
    return certificate ? tr("%1, fingerprint %2").arg(certificate->subject, certificate->fingerprint.left(16))
                       : Words::error(certificate.error());
}

void BackupModel::reload() {
    if (vault() == nullptr)
        stop(); // locked or handed over: nothing goes on behind
    Q_EMIT changed();
}

bool BackupModel::failed(const Error& error, Action action) {
    stop();
    conclude(std::unexpected(error), action, {});
    if (const QString words = AdminWords::trouble(error); !words.isEmpty())
        desk()->say(words, AdminWords::field(error));
    return false;
}

bool BackupModel::begin(const QString& folder, int keep) {
    if (vault() == nullptr || m_job)
        return false;
    auto job = desk::Administration(*vault()).beginBackup(localPath(folder), keep);
    if (!job)
        return failed(job.error(), Action::BackUp);
    desk()->clearMessages();
    m_job = *std::move(job);
    m_next.start(0);
    Q_EMIT progressChanged();
    return true;
}

void BackupModel::stop() {
    m_next.stop();
    if (!m_job)
        return;
    m_job.reset();
    Q_EMIT progressChanged();
}

void BackupModel::step() {
    if (vault() == nullptr || !m_job)
        return stop();
    const auto whole = m_job->step();
    if (!whole) {
        failed(whole.error(), Action::BackUp);
        return;
    }
    if (*whole) {
        const vault::BackupReport report = m_job->report();
        stop();
        conclude({}, Action::BackUp,
                 tr("Backed up and read back: %n event(s). %1", "", static_cast<int>(report.events)).arg(report.path));
        return;
    }
    Q_EMIT progressChanged();
}

bool BackupModel::nameRecovery(const QString& file) {
    if (vault() == nullptr)
        return false;
    const auto named = desk::Administration(*vault()).nameRecovery({localPath(file)});
    return named ? conclude(named, Action::ManageAccounts, tr("Backups are sealed to this certificate from now on."))
                 : failed(named.error(), Action::ManageAccounts);
}

bool BackupModel::verify() {
    if (vault() == nullptr)
        return false;
    const auto found = vault()->verify();
    return conclude(found ? Result<void>() : std::unexpected(found.error()), Action::ReadParticipants,
                    found ? tr("Whole: %1 events in %2 streams, %3 checkpoints.")
                                .arg(found->events)
                                .arg(found->streams)
                                .arg(found->checkpoints)
                          : QString());
}

} // namespace serein::ui

#include "ui/BackupModel.h"

#include "desk/Administration.h"
#include "ui/AdminWords.h"
#include "ui/Files.h"
#include "ui/Words.h"

#include <algorithm>

namespace serein::ui {

using account::Action;

QString BackupModel::everyText(int hours) {
    return hours == 0     ? tr("Only when somebody makes one")
           : hours == 24  ? tr("Every day")
           : hours == 168 ? tr("Every week")
                          : tr("Every %n hour(s)", "", hours);
}

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

QStringList BackupModel::holders() const {
    QStringList all;
    if (!hasRecovery())
        return all;
    const ledger::DeviceState& state = vault()->deviceState();
    for (const QByteArray& der : QList<QByteArray>{state.recovery} + state.recoveryFurther) {
        const auto certificate = crypto::readCertificate(der, vault()->clock().now());
        all += certificate ? tr("%1, fingerprint %2").arg(certificate->subject, certificate->fingerprint.left(16))
                           : Words::error(certificate.error());
    }
    return all;
}

QString BackupModel::policy() const {
    const qsizetype count = hasRecovery() ? 1 + vault()->deviceState().recoveryFurther.size() : 0;
    if (count < 2)
        return count == 0 ? QString()
                          : tr("The key of this certificate opens backups, and the tablet without a passphrase.");
    const ledger::DeviceState& state = vault()->deviceState();
    if (state.recoveryNeeded != 0 && state.recoveryNeeded < count)
        return tr("The keys of any %1 of these %2 certificates are needed together to open backups, or the tablet "
                  "without a passphrase.")
            .arg(QString::number(state.recoveryNeeded), QString::number(count));
    return state.recoveryNeedsAll
               ? tr("The keys of all these certificates are needed together to open backups, or the tablet without a "
                    "passphrase.")
               : tr("The key of any one of these certificates opens backups, and the tablet without a passphrase.");
}

QString BackupModel::folder() const {
    return vault() != nullptr ? vault()->deviceState().backupFolder : QString();
}

int BackupModel::keep() const {
    return vault() != nullptr ? vault()->deviceState().backupsKept : 0;
}

QString BackupModel::interval() const {
    return vault() != nullptr ? QString::number(vault()->deviceState().backupEveryHours) : QString();
}

QVariantList BackupModel::intervals() const {
    QList<int> hours{0, 6, 12, 24, 168};
    if (vault() != nullptr && !hours.contains(vault()->deviceState().backupEveryHours))
        hours += vault()->deviceState().backupEveryHours; // by the command line
    std::ranges::sort(hours);
    QVariantList rows;
    for (const int one : std::as_const(hours))
        rows += QVariantMap{{QStringLiteral("id"), QString::number(one)}, {QStringLiteral("label"), everyText(one)}};
    return rows;
}

QString BackupModel::planText() const {
    if (vault() == nullptr)
        return {};
    const ledger::DeviceState& state = vault()->deviceState();
    if (state.backupEveryHours == 0)
        return tr("No backup is made by itself: somebody has to make each one.");
    const QString often = everyText(state.backupEveryHours);
    if (state.backupFolder.isEmpty() || state.backedUpBy != vault()->device())
        return tr("%1, by itself, once somebody has made the first one here: then into the same folder.").arg(often);
    return tr("%1, by itself, while staff have the tablet: into %2. The last %n stay there, older ones are removed.",
              "", state.backupsKept)
        .arg(often, state.backupFolder);
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

bool BackupModel::plan(const QString& interval) {
    if (vault() == nullptr)
        return false;
    const auto planned = desk::Administration(*vault()).planBackups(interval.toInt());
    return planned ? conclude(planned, Action::ManageAccounts, tr("Saved."))
                   : failed(planned.error(), Action::ManageAccounts);
}

bool BackupModel::nameRecovery(const QStringList& files, bool needsAll, int needed) {
    if (vault() == nullptr)
        return false;
    QStringList paths;
    for (const QString& file : files)
        if (!file.trimmed().isEmpty())
            paths += localPath(file);
    const auto named = desk::Administration(*vault()).nameRecovery(paths, needsAll && paths.size() > 1, needed);
    return named ? conclude(
                       named, Action::ManageAccounts,
                       tr("Backups are sealed to %n certificate(s) from now on.", "", static_cast<int>(paths.size())))
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

#pragma once
// Backups in slices of the event loop, the certificate that they are sealed to, and the check of everything stored.
#include "ui/StaffModel.h"
#include "vault/Backup.h"

namespace serein::ui {

class BackupModel : public serein::ui::StaffModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool mayBackUp READ mayBackUp NOTIFY changed)
    Q_PROPERTY(bool mayName READ mayName NOTIFY changed)         ///< a recovery certificate
    Q_PROPERTY(bool hasRecovery READ hasRecovery NOTIFY changed) ///< without one nothing is backed up
    Q_PROPERTY(QString recovery READ recovery NOTIFY changed)    ///< whose certificate, and its fingerprint
    Q_PROPERTY(bool running READ running NOTIFY progressChanged)
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged) ///< 0 … 1

public:
    explicit BackupModel(QObject* parent = nullptr);
    [[nodiscard]] bool mayBackUp() const;
    [[nodiscard]] bool mayName() const;
    [[nodiscard]] bool hasRecovery() const;
    [[nodiscard]] QString recovery() const;
    [[nodiscard]] bool running() const { return m_job != nullptr; }
    [[nodiscard]] double progress() const { return m_job ? m_job->progress() : 0; }

    /// Begins one into this folder; how it ended stands in the desk's notice, or at the field "folder" or "keep".
    Q_INVOKABLE bool begin(const QString& folder, int keep);
    Q_INVOKABLE void stop();                            ///< what was begun leaves nothing
    Q_INVOKABLE bool nameRecovery(const QString& file); ///< field "certificate"
    Q_INVOKABLE bool verify();

Q_SIGNALS:
    void changed();
    void progressChanged();

protected:
    void reload() override;

private:
    void step();
    bool failed(const Error& error, account::Action action);
    std::unique_ptr<vault::BackupJob> m_job;
    QTimer m_next;
};

} // namespace serein::ui

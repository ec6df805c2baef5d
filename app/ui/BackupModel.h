#pragma once
// Backups in slices of the event loop, the certificate that they are sealed to, and the check of everything stored.
#include "ui/StaffModel.h"
#include "vault/Backup.h"

namespace serein::ui {

class BackupModel : public serein::ui::StaffModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool mayBackUp READ mayBackUp NOTIFY changed)
    Q_PROPERTY(bool mayName READ mayName NOTIFY changed)         ///< recovery certificates, and how often
    Q_PROPERTY(bool hasRecovery READ hasRecovery NOTIFY changed) ///< without one nothing is backed up
    /// Whose certificates, with their fingerprints; and which of their keys are needed.
    Q_PROPERTY(QStringList holders READ holders NOTIFY changed)
    Q_PROPERTY(QString policy READ policy NOTIFY changed)
    Q_PROPERTY(
        QString planText READ planText NOTIFY changed) ///< how often one is made by itself, where to, how many stay
    Q_PROPERTY(QVariantList intervals READ intervals NOTIFY changed) ///< to choose from: [{"id" (hours), "label"}]
    Q_PROPERTY(QString interval READ interval NOTIFY changed)        ///< that holds
    Q_PROPERTY(QString folder READ folder NOTIFY changed)            ///< of the last one; empty: none was made
    Q_PROPERTY(int keep READ keep NOTIFY changed)                    ///< how many stay there
    Q_PROPERTY(bool running READ running NOTIFY progressChanged)
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged) ///< 0 … 1

public:
    explicit BackupModel(QObject* parent = nullptr);
    [[nodiscard]] bool mayBackUp() const;
    [[nodiscard]] bool mayName() const;
    [[nodiscard]] bool hasRecovery() const;
    [[nodiscard]] QStringList holders() const;
    [[nodiscard]] QString policy() const;
    [[nodiscard]] QString planText() const;
    [[nodiscard]] QVariantList intervals() const;
    [[nodiscard]] QString interval() const;
    [[nodiscard]] QString folder() const;
    [[nodiscard]] int keep() const;
    [[nodiscard]] bool running() const { return m_job != nullptr; }
    [[nodiscard]] double progress() const { return m_job ? m_job->progress() : 0; }

    /// Begins one into this folder; how it ended stands in the desk's notice, or at the field "folder" or "keep".
    Q_INVOKABLE bool begin(const QString& folder, int keep);
    Q_INVOKABLE void stop(); ///< what was begun leaves nothing
    /// One of `intervals`.
    Q_INVOKABLE bool plan(const QString& interval);
    /// Any one of these keys opens backups from now on, or all of them together, or any `needed` of them (2 or more);
    /// fields "certificate", "needed".
    Q_INVOKABLE bool nameRecovery(const QStringList& files, bool needsAll, int needed = 0);
    Q_INVOKABLE bool verify();

Q_SIGNALS:
    void changed();
    void progressChanged();

protected:
    void reload() override;

private:
    void step();
    [[nodiscard]] static QString everyText(int hours);
    bool failed(const Error& error, account::Action action);
    std::unique_ptr<vault::BackupJob> m_job;
    QTimer m_next;
};

} // namespace serein::ui

#pragma once
// An export, of one participant or of everybody: one at a time between two turns of the event loop, so that it shows
// how far it is and can be stopped.
#include "ui/StaffModel.h"

#include "exporting/StudyExport.h"

namespace serein::ui {

class ExportJob : public serein::ui::StaffModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString participant READ participant WRITE setParticipant NOTIFY changed) ///< empty: everybody
    Q_PROPERTY(bool mayExport READ mayExport NOTIFY changed)
    Q_PROPERTY(bool seesUnblinding READ seesUnblinding NOTIFY changed) ///< may ask for the full audience
    Q_PROPERTY(bool mayExportIdentities READ mayExportIdentities NOTIFY changed)
    Q_PROPERTY(QVariantMap parts READ parts NOTIFY changed) ///< ExportChoice::parts
    Q_PROPERTY(int count READ count NOTIFY changed)         ///< of participants
    Q_PROPERTY(bool running READ running NOTIFY progressChanged)
    Q_PROPERTY(int finished READ finished NOTIFY progressChanged)    ///< bundles that are whole
    Q_PROPERTY(int total READ total NOTIFY progressChanged)          ///< of participants whose turn comes
    Q_PROPERTY(int looked READ looked NOTIFY progressChanged)        ///< of `total`: exported, unchanged or left out
    Q_PROPERTY(bool isMerging READ isMerging NOTIFY progressChanged) ///< what is left is everybody's tables in one
    Q_PROPERTY(double merged READ merged NOTIFY progressChanged)     ///< how much of those is done, 0 … 1

public:
    explicit ExportJob(QObject* parent = nullptr);
    [[nodiscard]] QString participant() const;
    void setParticipant(const QString& participant);
    [[nodiscard]] bool mayExport() const;
    [[nodiscard]] bool seesUnblinding() const;
    [[nodiscard]] bool mayExportIdentities() const;
    [[nodiscard]] QVariantMap parts() const { return m_parts; }
    [[nodiscard]] int count() const;
    [[nodiscard]] bool running() const { return m_next.isActive(); }
    [[nodiscard]] int finished() const { return m_finished; }
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] int looked() const { return m_total - static_cast<int>(m_left.size()); }
    [[nodiscard]] bool isMerging() const { return running() && m_merges && m_left.isEmpty(); }
    [[nodiscard]] double merged() const { return m_study ? m_study->progress() : 0; }

    /// What `chosen` (as ExportChoice::order takes it) comes to, in one line.
    Q_INVOKABLE QString summary(const QVariantMap& chosen) const;
    /// Sealed to the certificate file, or (none given) unsealed with a reason. `chosen` has besides: changed (true:
    /// only of whom something happened since the last export of the same), merged (false: without everybody's tables in
    /// one). Of everybody, whoever withdrew the use of their records is left out, and named when it ends. False: the
    /// desk says why, at the fields folder, certificates, reason, from, to, sites.
    Q_INVOKABLE bool begin(const QString& folder, const QString& certificate, const QString& reason,
                           const QVariantMap& chosen);
    /// Names, telephone and record numbers, of this participant or everybody, as a file of their own that only this
    /// certificate's key opens. False: the desk says why, at the fields folder, certificates.
    Q_INVOKABLE bool exportIdentities(const QString& folder, const QString& certificate);
    /// Bundles that are whole by then stay, and are remembered as exported; of everybody's tables in one nothing does.
    Q_INVOKABLE void stop();

Q_SIGNALS:
    void changed();
    void progressChanged();

protected:
    void reload() override;

private:
    [[nodiscard]] Result<void> prepare(const QString& folder, const QString& certificate, const QString& reason,
                                       const QVariantMap& chosen);
    [[nodiscard]] Result<void> goTo(const QString& folder, const QString& certificate);
    bool refuse(const Result<void>& result);
    [[nodiscard]] Result<QList<QUuid>> whose(const QStringList& sites) const;
    void step();
    [[nodiscard]] Result<void> exportNext();
    [[nodiscard]] Result<void> merge();
    void halt();
    [[nodiscard]] QString outcome() const;
    [[nodiscard]] QString withRest(QString outcome) const;

    QUuid m_participant; ///< null: everybody
    QVariantMap m_parts;
    exporting::ExportOrder m_order;
    QList<QUuid> m_left;
    QStringList m_skipped; ///< subjects whose records may not be used
    QString m_written;     ///< the last file
    int m_total = 0;
    int m_finished = 0;
    int m_unchanged = 0;
    std::optional<exporting::ExportedBefore> m_before; ///< where only what changed is asked for
    bool m_merges = false;
    bool m_merged = false;
    int m_again = 0;                                 ///< how often a record changed while everybody's tables were made
    std::unique_ptr<exporting::StudyExport> m_study; ///< everybody's tables, under way
    QTimer m_next;
};

} // namespace serein::ui

#pragma once
// Everybody's export, one participant at a time between two turns of the event loop, so that it shows how far it is and
// can be stopped.
#include "ui/StaffModel.h"

#include "crypto/Cms.h"

namespace serein::ui {

class ExportJob : public serein::ui::StaffModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool mayExport READ mayExport NOTIFY changed)
    Q_PROPERTY(bool seesUnblinding READ seesUnblinding NOTIFY changed) ///< may ask for the full audience
    Q_PROPERTY(int count READ count NOTIFY changed)                    ///< of participants
    Q_PROPERTY(bool running READ running NOTIFY progressChanged)
    Q_PROPERTY(int finished READ finished NOTIFY progressChanged) ///< of `count`

public:
    explicit ExportJob(QObject* parent = nullptr);
    [[nodiscard]] bool mayExport() const;
    [[nodiscard]] bool seesUnblinding() const;
    [[nodiscard]] int count() const;
    [[nodiscard]] bool running() const { return m_next.isActive(); }
    [[nodiscard]] int finished() const { return m_finished; }

    /// Whoever withdrew the use of their records is left out, and named when it ends.
    /// Sealed to the certificate file, or (none given) unsealed with a reason. False: the desk says why, at the fields
    /// folder, certificates, reason.
    Q_INVOKABLE bool begin(const QString& folder, const QString& certificate, const QString& reason,
                           const QString& audience);
    /// Bundles that are whole by then stay, and are remembered as exported.
    Q_INVOKABLE void stop();

Q_SIGNALS:
    void changed();
    void progressChanged();

protected:
    void reload() override;

private:
    void step();
    void halt();
    [[nodiscard]] QString withSkipped(const QString& outcome) const;
    QList<QUuid> m_left;
    int m_finished = 0;
    QStringList m_skipped; ///< subjects whose records may not be used
    QString m_folder;
    QString m_reason;
    QString m_audience;
    QList<crypto::Certificate> m_sealTo;
    QTimer m_next;
};

} // namespace serein::ui

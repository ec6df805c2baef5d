#pragma once
// The audit trail as a page reads it: every event of every participant and of the devices, newest first, a page at a
// time, as far as the person at the desk may read it; and written as a file.
#include "desk/AuditTrail.h"
#include "ui/StaffModel.h"

namespace serein::ui {

class AuditModel : public serein::ui::StaffModel { // qualified: so that qmllint finds it
    Q_OBJECT
    QML_ELEMENT
    /// [{"what", "reason", "subject" (empty: the device's own), "who", "at" (of the site), "exact" (UTC and the
    /// device's offset), "more" (number, device, version), "withheld", "event", "participant" (empty: the device's
    /// own), "redactable" (it holds free text, and this person may redact)}], newest first, a page of them.
    Q_PROPERTY(QVariantList lines READ lines NOTIFY changed)
    Q_PROPERTY(bool hasOlder READ hasOlder NOTIFY changed)
    Q_PROPERTY(bool hasNewer READ hasNewer NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed) ///< which of them, in words
    /// What the lines are filtered by: [{"id", "label"}], the first of each is "" (any).
    Q_PROPERTY(QVariantList groups READ groups NOTIFY changed)
    Q_PROPERTY(QVariantList actors READ actors NOTIFY changed)
    Q_PROPERTY(QString group READ group NOTIFY changed)
    Q_PROPERTY(QString actor READ actor NOTIFY changed)
    Q_PROPERTY(bool mayWrite READ mayWrite NOTIFY changed) ///< as a file

public:
    static constexpr int pageSize = 40;

    using StaffModel::StaffModel;
    [[nodiscard]] QVariantList lines() const { return m_lines; }
    [[nodiscard]] bool hasOlder() const { return m_next.has_value(); }
    [[nodiscard]] bool hasNewer() const { return !m_before.isEmpty(); }
    [[nodiscard]] QString place() const;
    [[nodiscard]] static QVariantList groups();
    [[nodiscard]] QVariantList actors() const;
    [[nodiscard]] QString group() const { return m_group; }
    [[nodiscard]] QString actor() const { return m_actor; }
    [[nodiscard]] bool mayWrite() const;

    Q_INVOKABLE void choose(const QString& group, const QString& actor);
    /// `whose`: a subject id, "device", or empty; `from`, `to`: days of the site, 2026-11-20, the last one included.
    /// False where one can't be read: the desk says which (at whose, from, to).
    Q_INVOKABLE bool search(const QString& whose, const QString& from, const QString& to);
    Q_INVOKABLE void older();
    Q_INVOKABLE void newer();
    /// The lines chosen, oldest first, as "csv" or "pdf", to a file that isn't there yet; sealed to the certificate in
    /// that file where one is named. True when it is written; else the desk says why (at folder, certificate, reason).
    Q_INVOKABLE bool write(const QString& format, const QString& folder, const QString& certificate,
                           const QString& reason);

Q_SIGNALS:
    void changed();

protected:
    void reload() override;

private:
    void read();
    [[nodiscard]] Result<void> readSearch(const QString& whose, const QString& from, const QString& to);
    [[nodiscard]] Result<QString> written(const QString& format, const QString& folder, const QString& certificate,
                                          const QString& reason) const;
    [[nodiscard]] QVariantMap row(const ledger::AuditLine& line) const;

    QVariantList m_lines;
    QList<vault::TrailPlace> m_before; ///< where each page after the first begins, up to this one
    std::optional<vault::TrailPlace> m_next;
    desk::AuditFilter m_filter;
    QString m_group;
    QString m_actor;
};

} // namespace serein::ui

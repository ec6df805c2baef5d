#pragma once
// Alerts as staff look after them: those that wait, those acknowledged but not closed, and those that are closed.
#include "desk/Alerting.h"
#include "ui/StaffLists.h"
#include "ui/StaffModel.h"

namespace serein::ui {

class AlertModel : public serein::ui::StaffModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString standing MEMBER m_standing WRITE setStanding NOTIFY loaded) ///< waiting, acknowledged, closed
    Q_PROPERTY(QVariantList standings READ standings NOTIFY loaded)                ///< [{"id", "label", "count"}]
    /// Whose alone; empty: everybody's.
    Q_PROPERTY(QString participant READ participant WRITE setParticipant NOTIFY loaded)
    /// Roles: key, alert, participant, subject, instrument, item, raised, deadline, contact, done (what was done, by
    /// whom), came (what came of it, by whom), standing, overdue, hidden: what it says would tell the treatment.
    Q_PROPERTY(QAbstractListModel* rows READ rows CONSTANT)
    Q_PROPERTY(bool mayAcknowledge READ mayAcknowledge NOTIFY loaded)
    Q_PROPERTY(bool mayClose READ mayClose NOTIFY loaded)

public:
    explicit AlertModel(QObject* parent = nullptr);
    [[nodiscard]] QVariantList standings() const;
    [[nodiscard]] QAbstractListModel* rows() const { return m_rows; }
    [[nodiscard]] bool mayAcknowledge() const;
    [[nodiscard]] bool mayClose() const;
    void setStanding(const QString& standing);
    [[nodiscard]] QString participant() const { return m_participant; }
    void setParticipant(const QString& participant);

    /// True: done. Else the desk says why, and at "action" or "outcome" where the words are to be mended.
    Q_INVOKABLE bool acknowledge(const QString& participant, const QString& alert, const QString& action);
    Q_INVOKABLE bool close(const QString& participant, const QString& alert, const QString& outcome);

    /// What stands above every page while alerts wait: {"count", "overdue", "text", "contact"}; empty: none.
    [[nodiscard]] static QVariantMap banner(vault::Vault& vault, const QString& language);
    /// On a participant's page, those that wait first: [{"alert", "standing", "text", "since", "overdue"}].
    [[nodiscard]] static Result<QVariantList> rowsOf(vault::Vault& vault, const QUuid& participant,
                                                     const QString& language);

Q_SIGNALS:
    void loaded();

protected:
    void reload() override;

private:
    [[nodiscard]] QVariantMap row(const desk::AlertCase& one) const;
    bool settle(const Result<void>& result, account::Action action, const QString& notice);

    [[nodiscard]] Result<QList<desk::AlertCase>> read(vault::AlertStanding standing);

    QString m_standing = QStringLiteral("waiting");
    QString m_participant;
    RowsModel* m_rows;
    QMap<vault::AlertStanding, int> m_counts;
    int m_reach;
};

} // namespace serein::ui

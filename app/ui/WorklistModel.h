#pragma once
// The worklist as a nurse reads it: what waits, by urgency, found by words and by choice, loaded as far as it is
// scrolled.
#include "desk/WorkQuery.h"
#include "ui/StaffModel.h"

#include <QTimer>

namespace serein::ui {

class WorklistModel : public serein::ui::StaffModel {
    Q_OBJECT
    QML_ELEMENT
    /// Roles: key, kind ("section", "alert", "entry", "more"), state ("alerts", "due" …), stateText, count (of a
    /// section; -1: not counted yet), participant, subject, timepoint, label ("POD 1 morning"), what ("4 scales", "2 of
    /// 4 scales left"; of an alert, the instrument), window ("closes in 40 min (10:00)"), place ("ward 5A · bed 12"),
    /// remarks
    /// ([{"condition", "text"}]: telephone, stale, suspended …), action ("handOver", "call", "fillIn", or none).
    Q_PROPERTY(QAbstractItemModel* rows READ rows CONSTANT)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY searchChanged)
    Q_PROPERTY(QString state READ state WRITE setState NOTIFY searchChanged) ///< empty: all
    Q_PROPERTY(QString site READ site WRITE setSite NOTIFY searchChanged)
    Q_PROPERTY(QString timepoint READ timepoint WRITE setTimepoint NOTIFY searchChanged)
    Q_PROPERTY(QString ward READ ward WRITE setWard NOTIFY searchChanged)
    Q_PROPERTY(QString bed READ bed WRITE setBed NOTIFY searchChanged)
    /// What can be chosen, [{"id", "label"}] with "" for all; empty where there is nothing to choose between.
    Q_PROPERTY(QVariantList states READ states NOTIFY loaded)
    Q_PROPERTY(QVariantList sites READ sites NOTIFY loaded)
    Q_PROPERTY(QVariantList timepoints READ timepoints NOTIFY loaded)
    Q_PROPERTY(QVariantList wards READ wards NOTIFY loaded)
    Q_PROPERTY(QVariantList beds READ beds NOTIFY loaded) ///< of the ward that was chosen
    /// "loading" (no vault yet), "failed", "empty" (nobody is enrolled), "none" (nothing is found), "list".
    Q_PROPERTY(QString condition READ condition NOTIFY loaded)
    Q_PROPERTY(bool mayEnrol READ mayEnrol NOTIFY loaded)
    Q_PROPERTY(QString trouble READ trouble NOTIFY loaded) ///< why it failed, in words

public:
    explicit WorklistModel(QObject* parent = nullptr);
    [[nodiscard]] QAbstractItemModel* rows() const { return m_rows; }
    [[nodiscard]] QString text() const { return m_search.text; }
    [[nodiscard]] QString state() const { return m_state; }
    [[nodiscard]] QString site() const { return m_search.site; }
    [[nodiscard]] QString timepoint() const { return m_search.timepoint; }
    [[nodiscard]] QString ward() const { return m_search.ward; }
    [[nodiscard]] QString bed() const { return m_search.bed; }
    [[nodiscard]] QVariantList states() const { return m_states; }
    [[nodiscard]] QVariantList sites() const { return m_sites; }
    [[nodiscard]] QVariantList timepoints() const { return m_timepoints; }
    [[nodiscard]] QVariantList wards() const { return m_wards; }
    [[nodiscard]] QVariantList beds() const { return m_beds; }
    [[nodiscard]] bool mayEnrol() const;
    [[nodiscard]] QString condition() const { return m_condition; }
    [[nodiscard]] QString trouble() const { return m_trouble; }
    void setText(const QString& text);
    void setState(const QString& state);
    void setSite(const QString& site) { choose(m_search.site, site); }
    void setTimepoint(const QString& timepoint) { choose(m_search.timepoint, timepoint); }
    void setWard(const QString& ward);
    void setBed(const QString& bed) { choose(m_search.bed, bed); }

    Q_INVOKABLE void forgetSearch(); ///< everything is shown again
    Q_INVOKABLE void again() { reload(); }
    /// The form of staff's that is next there: {"instrument", "name"}; empty: none.
    Q_INVOKABLE QVariantMap form(const QString& participant, const QString& timepoint) const;

Q_SIGNALS:
    void searchChanged();
    void loaded();

protected:
    void reload() override;

private:
    void choose(QString& member, const QString& chosen);
    /// `most`: no further state is begun once there are so many rows.
    [[nodiscard]] Result<QList<QVariantMap>> read(qsizetype most);
    void keep(const Result<QList<QVariantMap>>& rows);
    void complete(); ///< what is out of sight, and how many there are: the first rows wait for neither
    [[nodiscard]] Result<void> addAlerts(QList<QVariantMap>& rows, const QList<vault::WaitingAlert>& alerts) const;
    [[nodiscard]] Result<void> readChoices();

    RowsModel* m_rows;
    QTimer m_typing; ///< nobody waits for what they have half typed
    QTimer m_completing;
    desk::WorkSearch m_search;
    QString m_state;
    QList<QVariantMap> m_shown;
    QMap<desk::WorkState, int> m_counts; ///< of this search; empty: not counted yet
    int m_alertCount = 0;
    bool m_more = false;
    bool m_isNew = true; ///< nothing of this search is shown yet
    int m_reach;         ///< how far the list of one state is loaded
    QVariantList m_states;
    QVariantList m_sites;
    QVariantList m_timepoints;
    QVariantList m_wards;
    QVariantList m_beds;
    QString m_condition = QStringLiteral("loading");
    QString m_trouble;
};

} // namespace serein::ui

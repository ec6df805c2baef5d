#pragma once
// A change of an anchor, with the new plan beside the old before it is confirmed; and what it left stale.
#include "desk/Planning.h"
#include "ui/StaffModel.h"

namespace serein::ui {

class PlanModel : public serein::ui::StaffModel {
    Q_OBJECT
    QML_ELEMENT
    /// What look() found: [{"timepoint", "label", "before", "after", "effect", "text", "warns"}], without what stays as
    /// it is.
    Q_PROPERTY(QVariantList changes READ changes NOTIFY looked)
    Q_PROPERTY(bool ready READ isReady NOTIFY looked)      ///< a change that may be made
    Q_PROPERTY(bool twice READ isTwice NOTIFY looked)      ///< the local time exists twice that night
    Q_PROPERTY(QString trouble READ trouble NOTIFY looked) ///< why not, once it is more than half typed

public:
    using StaffModel::StaffModel;
    [[nodiscard]] QVariantList changes() const { return m_changes; }
    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] bool isTwice() const { return m_isTwice; }
    [[nodiscard]] QString trouble() const { return m_trouble; }

    /// How a date that is set can be changed: [{"id": "move", "label"}]; a consent doesn't happen again.
    Q_INVOKABLE QVariantList ways(const QString& anchor) const;
    /// `how`: set, move, correct, revoke, repeat. `local`: "2026-11-20 14:05" in the site's zone. `again`: the later of
    /// two such times.
    Q_INVOKABLE void look(const QString& participant, const QString& anchor, const QString& how, const QString& local,
                          bool again);
    /// True: done, and the desk says so.
    Q_INVOKABLE bool confirm(const QString& reason);

    /// What may be asked once more: [{"timepoint", "label"}].
    Q_INVOKABLE QVariantList stale(const QString& participant) const;
    Q_INVOKABLE bool repeat(const QString& participant, const QString& timepoint, const QString& reason);

Q_SIGNALS:
    void looked();

private:
    [[nodiscard]] Result<QList<desk::PlanChange>> lookAt(const QString& local, bool again);

    QUuid m_participant;
    desk::AnchorChange m_change;
    QVariantList m_changes;
    bool m_isReady = false;
    bool m_isTwice = false;
    QString m_trouble;
};

} // namespace serein::ui

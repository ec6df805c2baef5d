#pragma once
// Queries and corrections that wait, of everybody, for whoever looks after them.
#include "ui/StaffLists.h"
#include "ui/StaffModel.h"

namespace serein::ui {

class ReviewWorkModel : public serein::ui::StaffModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text NOTIFY loaded) ///< "3 open queries · 1 correction to decide"; empty: none
    /// Whether the rows are read as well.
    Q_PROPERTY(bool listed MEMBER m_isListed NOTIFY asked)
    /// Roles: key, participant, timepoint, instrument, sequence, what, since, stands (the assessment: else it was
    /// voided).
    Q_PROPERTY(QAbstractItemModel* rows READ rows CONSTANT)

public:
    explicit ReviewWorkModel(QObject* parent = nullptr);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QAbstractItemModel* rows() const { return m_rows; }

Q_SIGNALS:
    void loaded();
    void asked();

protected:
    void reload() override;

private:
    [[nodiscard]] Result<void> read();

    RowsModel* m_rows;
    bool m_isListed = false;
    int m_reach;
    QString m_text;
};

} // namespace serein::ui

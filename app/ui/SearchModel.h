#pragma once
// Everyone enrolled, by subject id, found by words and loaded as far as the list is scrolled.
#include "desk/WorkQuery.h"
#include "ui/StaffModel.h"

#include <QTimer>

namespace serein::ui {

class SearchModel : public serein::ui::StaffModel {
    Q_OBJECT
    QML_ELEMENT
    /// Roles: key (the participant's id), subject, synthetic, place ("ward 5A · bed 12").
    Q_PROPERTY(QAbstractItemModel* rows READ rows CONSTANT)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY searchChanged)
    Q_PROPERTY(int count READ count NOTIFY loaded)             ///< how many the search finds; -1: not counted yet
    Q_PROPERTY(QString condition READ condition NOTIFY loaded) ///< as WorklistModel's
    Q_PROPERTY(bool mayEnrol READ mayEnrol NOTIFY loaded)
    Q_PROPERTY(QString trouble READ trouble NOTIFY loaded)

public:
    explicit SearchModel(QObject* parent = nullptr);
    [[nodiscard]] QAbstractItemModel* rows() const { return m_rows; }
    [[nodiscard]] QString text() const { return m_search.text; }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] bool mayEnrol() const;
    [[nodiscard]] QString condition() const { return m_condition; }
    [[nodiscard]] QString trouble() const { return m_trouble; }
    void setText(const QString& text);
    Q_INVOKABLE void again() { reload(); }

Q_SIGNALS:
    void searchChanged();
    void loaded();

protected:
    void reload() override;

private:
    [[nodiscard]] Result<void> read();
    void countAll(); ///< after the rows: they need not wait for their number

    RowsModel* m_rows;
    QTimer m_typing;
    QTimer m_counting;
    desk::WorkSearch m_search;
    int m_reach;
    int m_count = -1;
    bool m_isNew = true; ///< nothing of this search is shown yet
    QString m_condition = QStringLiteral("loading");
    QString m_trouble;
};

} // namespace serein::ui

#pragma once
// The lists that staff scroll: rows of any kind.
#include "desk/Desk.h"

#include <QAbstractListModel>
#include <QSet>
#include <QVariantMap>

namespace serein::ui {

/// Rows as maps; every role is one of their keys, and "key" tells a row from the others. What changes moves as little
/// as it can, so that whoever reads keeps their place.
class RowsModel : public QAbstractListModel {
    Q_OBJECT
public:
    RowsModel(const QStringList& roles, QObject* parent);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override { return m_roles; }
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// `more`: there are others after these.
    void set(const QList<QVariantMap>& rows, bool more);
    /// Another list, which a view begins at its top.
    void begin(const QList<QVariantMap>& rows, bool more);
    void clear() { set({}, false); }

Q_SIGNALS:
    void moreWanted();

private:
    void removeOthers(const QSet<QString>& kept);
    void place(int row, const QVariantMap& one);

    QHash<int, QByteArray> m_roles;
    QList<QVariantMap> m_rows;
    bool m_more = false;
};

} // namespace serein::ui

#include "ui/StaffLists.h"

#include <algorithm>

namespace serein::ui {

RowsModel::RowsModel(const QStringList& roles, QObject* parent) : QAbstractListModel(parent) {
    for (int i = 0; i < roles.size(); ++i)
        m_roles.insert(Qt::UserRole + i, roles.at(i).toLatin1());
}

int RowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RowsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return m_rows.at(index.row()).value(QString::fromLatin1(m_roles.value(role)));
}

bool RowsModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_more;
}

void RowsModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent))
        Q_EMIT moreWanted();
}

void RowsModel::set(const QList<QVariantMap>& rows, bool more) {
    m_more = more;
    QSet<QString> kept;
    for (const QVariantMap& row : rows)
        kept.insert(row.value(QStringLiteral("key")).toString());
    removeOthers(kept);
    for (int i = 0; i < rows.size(); ++i)
        place(i, rows.at(i));
}

void RowsModel::begin(const QList<QVariantMap>& rows, bool more) {
    beginResetModel();
    m_more = false; // a view asks for more as soon as it is told, before it has shown any
    m_rows = rows;
    endResetModel();
    m_more = more;
}

void RowsModel::removeOthers(const QSet<QString>& kept) {
    const auto stays = [&](int row) { return kept.contains(m_rows.at(row).value(QStringLiteral("key")).toString()); };
    for (int last = static_cast<int>(m_rows.size()) - 1; last >= 0; --last) {
        if (stays(last))
            continue;
        int first = last;
        while (first > 0 && !stays(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void RowsModel::place(int row, const QVariantMap& one) {
    const QVariant key = one.value(QStringLiteral("key"));
    const auto isIt = [&](const QVariantMap& other) { return other.value(QStringLiteral("key")) == key; };
    const auto found = std::find_if(m_rows.cbegin() + row, m_rows.cend(), isIt);
    const int now = static_cast<int>(found - m_rows.cbegin());
    if (found == m_rows.cend()) {
        beginInsertRows({}, row, row);
        m_rows.insert(row, one);
        endInsertRows();
        return;
    }
    if (now != row) {
        beginMoveRows({}, now, now, {}, row);
        m_rows.move(now, row);
        endMoveRows();
    }
    if (m_rows.at(row) != one) {
        m_rows[row] = one;
        Q_EMIT dataChanged(index(row), index(row));
    }
}

} // namespace serein::ui

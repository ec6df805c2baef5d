#include "ui/StaffLists.h"

#include "ui/Words.h"

namespace serein::ui {

int WorklistModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant WorklistModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const desk::WorkItem& item = m_items.at(index.row());
    switch (role) {
    case ParticipantRole:
        return idText(item.participant);
    case SubjectRole:
    case Qt::DisplayRole:
        return item.subject;
    case TimepointRole:
        return item.timepoint;
    case LabelRole:
        return item.label.in(m_language);
    case WhatRole:
        return Words::scales(item.instrumentsDone, item.instrumentCount);
    case StateRole:
        return desk::workStateText(item.state);
    case StateTextRole:
        return Words::workState(item.state);
    case WindowRole:
        return item.state == desk::WorkState::Done ? QString() : Words::window(item.planned, m_now, m_zone);
    case OpensAtRole:
        return Words::moment(item.planned.opensAt, m_zone);
    case ClosesAtRole:
        return Words::moment(item.planned.closesAt, m_zone);
    case CanHandOverRole:
        return item.state == desk::WorkState::Due || item.state == desk::WorkState::Overdue;
    default:
        return {};
    }
}

QHash<int, QByteArray> WorklistModel::roleNames() const {
    return {{ParticipantRole, "participant"},
            {SubjectRole, "subject"},
            {TimepointRole, "timepoint"},
            {LabelRole, "label"},
            {WhatRole, "what"},
            {StateRole, "state"},
            {StateTextRole, "stateText"},
            {WindowRole, "window"},
            {OpensAtRole, "opensAt"},
            {ClosesAtRole, "closesAt"},
            {CanHandOverRole, "canHandOver"}};
}

void WorklistModel::set(QList<desk::WorkItem> items, const QDateTime& now, const QTimeZone& zone,
                        const QString& language) {
    beginResetModel();
    m_items = std::move(items);
    m_now = now;
    m_zone = zone;
    m_language = language;
    endResetModel();
}

int AlertListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AlertListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case AlertRole:
        return idText(row.alert);
    case ParticipantRole:
        return idText(row.participant);
    case SubjectRole:
    case Qt::DisplayRole:
        return row.subject;
    case InstrumentRole:
        return row.instrument;
    case ItemRole:
        return row.item;
    case RaisedAtRole:
        return row.raisedAt;
    case DeadlineRole:
        return row.deadline;
    default:
        return {};
    }
}

QHash<int, QByteArray> AlertListModel::roleNames() const {
    return {{AlertRole, "alert"},      {ParticipantRole, "participant"},
            {SubjectRole, "subject"},  {InstrumentRole, "instrument"},
            {ItemRole, "item"},        {RaisedAtRole, "raisedAt"},
            {DeadlineRole, "deadline"}};
}

void AlertListModel::set(QList<Row> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

} // namespace serein::ui

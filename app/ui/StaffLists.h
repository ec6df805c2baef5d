#pragma once
// The lists that staff scroll: what is due, and the alerts that nobody has acknowledged yet.
#include "desk/Desk.h"

#include <QAbstractListModel>

namespace serein::ui {

/// Roles: participant, subject, timepoint, label ("POD 1 morning"), what ("4 scales", or "2 of 4 scales left"), state
/// ("due" …), stateText, window ("closes in 40 min"; empty when done), opensAt, closesAt (local text), canHandOver.
class WorklistModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        ParticipantRole = Qt::UserRole,
        SubjectRole,
        TimepointRole,
        LabelRole,
        WhatRole,
        StateRole,
        StateTextRole,
        WindowRole,
        OpensAtRole,
        ClosesAtRole,
        CanHandOverRole
    };
    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void set(QList<desk::WorkItem> items, const QDateTime& now, const QTimeZone& zone, const QString& language);

private:
    QList<desk::WorkItem> m_items;
    QDateTime m_now;
    QTimeZone m_zone;
    QString m_language;
};

/// Roles: alert (id), participant, subject, instrument (its name), item (its words), raisedAt (local text), deadline
/// (local text).
class AlertListModel : public QAbstractListModel {
    Q_OBJECT
public:
    struct Row {
        QUuid alert;
        QUuid participant;
        QString subject;
        QString instrument;
        QString item;
        QString raisedAt;
        QString deadline;
    };
    enum Role {
        AlertRole = Qt::UserRole,
        ParticipantRole,
        SubjectRole,
        InstrumentRole,
        ItemRole,
        RaisedAtRole,
        DeadlineRole
    };
    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void set(QList<Row> rows);

private:
    QList<Row> m_rows;
};

} // namespace serein::ui

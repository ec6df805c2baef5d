#pragma once
// Words that screens and exports share: roles, moments, states of the data.
#include "account/Roles.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace serein::desk {

class StaffWords {
    Q_DECLARE_TR_FUNCTIONS(StaffWords)

public:
    [[nodiscard]] static QString role(account::Role role);
    /// The same of a role's text in an event; as it is where this version doesn't know it.
    [[nodiscard]] static QString role(const QString& text);
    /// "21 Nov 2026, 06:00" in the site's zone; empty for an invalid moment.
    [[nodiscard]] static QString moment(const QDateTime& at, const QTimeZone& zone);
    /// "open", "frozen", "locked" in words.
    [[nodiscard]] static QString dataState(const QString& state);
    /// What an event's group (EventGroups.h) holds.
    [[nodiscard]] static QString group(const QString& group);
};

} // namespace serein::desk

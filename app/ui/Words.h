#pragma once
// What staff read when something is refused, and times in words. An error says what happened, what is safe, what to do
// next.
#include "account/Roles.h"
#include "core/Result.h"
#include "desk/Desk.h"
#include "desk/StaffWords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace serein::ui {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Words)

public:
    /// Any error, by who can mend it; the reason is given along.
    [[nodiscard]] static QString error(const Error& error);
    /// A role that may not do it; empty where `person` may (the error is about something else).
    [[nodiscard]] static QString roleRefusal(const account::Person& person, account::Action action);
    [[nodiscard]] static QString role(account::Role role) { return desk::StaffWords::role(role); }
    /// Why there is nothing to unlock in `folder`.
    [[nodiscard]] static QString noVault(const Error& error, const QString& folder);
    /// Why a name and passphrase did not unlock.
    [[nodiscard]] static QString notUnlocked(const Error& error);

    [[nodiscard]] static QString workState(desk::WorkState state);
    /// "4 scales", "2 of 4 scales left", "4 scales done"
    [[nodiscard]] static QString scales(int done, int count);
    /// "closes in 40 min", "opens 21 Nov 2026, 06:00"; empty while unscheduled.
    [[nodiscard]] static QString window(const study::Planned& planned, const QDateTime& now, const QTimeZone& zone);
    /// "21 Nov 2026, 06:00" in the site's zone; empty for an invalid moment.
    [[nodiscard]] static QString moment(const QDateTime& at, const QTimeZone& zone) {
        return desk::StaffWords::moment(at, zone);
    }
    /// "40 min", "2 h 10 min", "3 days"; `seconds` at least 0, rounded up to whole minutes.
    [[nodiscard]] static QString span(qint64 seconds);
};

} // namespace serein::ui

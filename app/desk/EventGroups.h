#pragma once
// What the readers of events filter by: every kind is in one group.
#include <QString>
#include <QStringList>

namespace serein::desk {

/// person, plan, answers, alerts, review, screen (what was shown), access (people, unlocking, refusals), tablet (the
/// study in force, checkpoints, exports, backups, the clock).
[[nodiscard]] QStringList eventGroups();
/// "tablet" for a kind that this version doesn't know.
[[nodiscard]] QString groupOf(const QString& kind);
[[nodiscard]] QStringList kindsIn(const QString& group);

} // namespace serein::desk

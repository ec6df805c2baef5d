#pragma once
// What the staff's screens show of one participant, in the shapes that DeskModel documents.
#include "ui/StaffLists.h"

#include <QVariantMap>

namespace serein::ui {

/// DeskModel::participant
[[nodiscard]] Result<QVariantMap> participantPage(vault::Vault& vault, const QUuid& id, const QString& language);
/// DeskModel::resumeHandOver; empty where this participant's hand-over can't be read or is over.
[[nodiscard]] QVariantMap handOverPage(vault::Vault& vault, const QUuid& id, const QString& language);

} // namespace serein::ui

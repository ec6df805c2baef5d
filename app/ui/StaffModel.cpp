#include "ui/StaffModel.h"

namespace serein::ui {

void StaffModel::setDesk(DeskModel* desk) {
    if (desk == m_desk)
        return;
    m_desk = desk;
    if (desk != nullptr)
        connect(desk, &DeskModel::changed, this, [this] { reload(); });
    Q_EMIT deskChanged();
    reload();
}

bool StaffModel::conclude(const Result<void>& result, account::Action action, const QString& notice) {
    if (m_desk == nullptr)
        return false;
    return result ? m_desk->succeed(notice) : m_desk->fail(action, result.error());
}

} // namespace serein::ui

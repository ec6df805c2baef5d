#pragma once
// What the models of staff's pages share: the open vault, through the desk, and how an action ends in words. A page
// makes the model that it needs: `PlanModel { desk: page.desk }`.
#include "ui/DeskModel.h"

namespace serein::ui {

class StaffModel : public QObject {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(serein::ui::DeskModel* desk READ desk WRITE setDesk NOTIFY deskChanged REQUIRED)

public:
    using QObject::QObject;
    [[nodiscard]] DeskModel* desk() const { return m_desk; }
    void setDesk(DeskModel* desk);

Q_SIGNALS:
    void deskChanged();

protected:
    /// Null while locked or handed over.
    [[nodiscard]] vault::Vault* vault() const { return m_desk != nullptr ? m_desk->vault() : nullptr; }
    [[nodiscard]] QString language() const { return m_desk != nullptr ? m_desk->language() : QString(); }
    /// True: done, the desk says `notice` and shows what is now. False: the desk says what went wrong, and at which
    /// field.
    bool conclude(const Result<void>& result, account::Action action, const QString& notice);
    /// What the page shows is read again: the desk was refreshed, or speaks another language.
    virtual void reload() {}

private:
    DeskModel* m_desk = nullptr;
};

} // namespace serein::ui

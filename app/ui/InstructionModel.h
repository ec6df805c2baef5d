#pragma once
// What the study wants reported after a form said so: it stands above every page until somebody says they read it.
#include "desk/Alerting.h"
#include "ui/StaffModel.h"

namespace serein::ui {

class InstructionModel : public serein::ui::StaffModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int count READ count NOTIFY loaded)
    Q_PROPERTY(QString about READ about NOTIFY loaded) ///< "SYN-001: Adverse events"; empty: nothing waits
    Q_PROPERTY(QString text READ text NOTIFY loaded)

public:
    using StaffModel::StaffModel;
    [[nodiscard]] int count() const { return static_cast<int>(m_waiting.size()); }
    [[nodiscard]] QString about() const { return m_about; }
    [[nodiscard]] QString text() const;
    Q_INVOKABLE bool read(); ///< the first of them; the next shows

Q_SIGNALS:
    void loaded();

protected:
    void reload() override;

private:
    vault::Vault* m_asked = nullptr; ///< everybody was looked through once since it was opened
    QList<desk::Instruction> m_waiting;
    QString m_about;
};

} // namespace serein::ui

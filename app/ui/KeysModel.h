#pragma once
// New keys for all that is stored, by an administrator: how far they are written, and what is wise before and after.
#include "ui/StaffModel.h"

namespace serein::ui {

class KeysModel : public serein::ui::StaffModel { // qualified: so that qmllint finds it
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool mayRenew READ mayRenew NOTIFY changed)
    Q_PROPERTY(bool running READ running NOTIFY progressChanged)
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged) ///< 0 … 1
    Q_PROPERTY(bool done READ done NOTIFY progressChanged)           ///< since the page was opened

public:
    using StaffModel::StaffModel;
    [[nodiscard]] bool mayRenew() const;
    [[nodiscard]] bool running() const { return desk() != nullptr && desk()->isBusy(); }
    [[nodiscard]] double progress() const;
    [[nodiscard]] bool done() const { return m_done; }

    /// True: begun; nothing else can be done until it has ended, which stands in the desk's notice. Else the desk says
    /// why, at the field "current". The passphrase is kept nowhere.
    Q_INVOKABLE bool begin(const QString& passphrase);

Q_SIGNALS:
    void changed();
    void progressChanged();

protected:
    void reload() override;

private:
    void ended(const Result<void>& result);
    bool m_done = false;
};

} // namespace serein::ui

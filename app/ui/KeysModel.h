#pragma once
// New keys for all that is stored, by an administrator. Every page is written once more in one go: the page says so
// first, and stands still meanwhile.
#include "ui/StaffModel.h"

namespace serein::ui {

class KeysModel : public serein::ui::StaffModel { // qualified: so that qmllint finds it
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool mayRenew READ mayRenew NOTIFY changed)
    Q_PROPERTY(bool running READ running NOTIFY progressChanged)
    Q_PROPERTY(bool done READ done NOTIFY progressChanged) ///< since the page was opened

public:
    explicit KeysModel(QObject* parent = nullptr);
    [[nodiscard]] bool mayRenew() const;
    [[nodiscard]] bool running() const { return m_shown.isActive(); }
    [[nodiscard]] bool done() const { return m_done; }

    /// True: begun. Else the desk says why, at the field "current". The passphrase is kept nowhere.
    Q_INVOKABLE bool begin(const QString& passphrase);

Q_SIGNALS:
    void changed();
    void progressChanged();

protected:
    void reload() override;

private:
    void renew();
    bool m_done = false;
    QTimer m_shown; ///< runs out once the screen can have said that it stands still
};

} // namespace serein::ui

#pragma once
// The tour's steps: each does one thing a nurse or a participant does, waits for what it should lead to, and says in a
// few words what was done.
#include "Finger.h"
#include "TourVault.h"

#include "ui/AppModel.h"

namespace serein::tour {

class Scenes {
public:
    Scenes(ui::AppModel& app, Finger& finger, TourVault vault, QString exports)
        : m_app(app), m_finger(finger), m_vault(std::move(vault)), m_exports(std::move(exports)) {}

    // In each: what was done, for the line that is printed.
    [[nodiscard]] Result<QString> unlock();
    [[nodiscard]] Result<QString> enrol(const QString& subject, const QString& language);
    [[nodiscard]] Result<QString> setSurgery();
    [[nodiscard]] Result<QString> setConsent();
    [[nodiscard]] Result<QString> handOver();
    [[nodiscard]] Result<QString> pauseAndGoOn();
    /// A whole battery; PHQ-9's last question is answered with "several days", so that an alert fires.
    [[nodiscard]] Result<QString> answerBattery();
    [[nodiscard]] Result<QString> handBack();
    [[nodiscard]] Result<QString> lock();
    [[nodiscard]] Result<QString> unlockToAlert();
    [[nodiscard]] Result<QString> acknowledge();
    [[nodiscard]] Result<QString> exportSealed(const QString& subject);
    /// What the person at the other end does, without the app.
    [[nodiscard]] Result<QString> openBundle();
    [[nodiscard]] Result<QString> speakChinese();

    static constexpr QSize landscape{1280, 800};
    static constexpr QSize portrait{800, 1280};

private:
    [[nodiscard]] Result<void> setAnchor(const QString& anchor, const QString& local);
    [[nodiscard]] Result<void> answerItem();
    [[nodiscard]] Result<void> reach(ui::AppModel::State state, const QString& what);
    [[nodiscard]] Result<void> pictureOnce(const QString& name);

    ui::AppModel& m_app;
    Finger& m_finger;
    TourVault m_vault;
    QString m_exports;
    QStringList m_pictured;
    int m_answers = 0;
};

} // namespace serein::tour

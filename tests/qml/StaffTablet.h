#pragma once
// The whole app on a vault, as staff hold it: pages opened without a finger (tst_staff_*.cpp have those), dressed in
// one look after another, and brought to rest without waiting for a clock.
#include "MatrixPages.h"
#include "MatrixStage.h"
#include "ui/AppModel.h"

#include <QQmlApplicationEngine>

namespace serein::matrix {

class Tablet {
public:
    Tablet(vault::Place place, const Clock& clock);
    ~Tablet();
    Tablet(const Tablet&) = delete;
    Tablet& operator=(const Tablet&) = delete;

    [[nodiscard]] ui::AppModel& app() { return *m_app; }
    [[nodiscard]] vault::Vault& vault() { return *m_app->desk()->vault(); } ///< at the desk
    [[nodiscard]] QQuickItem* root() const;

    void speak(const QString& language);
    void dress(const View& view); ///< size, text size and light
    /// Every layout done and every transition run out; the picture of it. Ends the process where it never rests.
    [[nodiscard]] QImage settle();
    /// Short timers of the models run out as well.
    void pump();
    /// And those that wait until nobody types any more.
    void rest();

    // Each of these ends the process where it can't be done: a page of the table is there or the table is wrong.
    void atDesk(); ///< unlocked by the person and passphrase of `unlockBy`
    void atLock();
    void unlockBy(const QString& name, const QByteArray& passphrase);
    void openParticipant(const QString& subject);
    /// As StaffScreen.go: a place of StaffPlaces.qml, and what its page is about.
    void go(const QString& place, const QVariantMap& about = {});
    /// The page of one of this participant's timepoints: handOver, missed, call.
    void goTo(const QString& place, const QString& subject, const QString& timepoint);
    void goToAssessment(const QString& subject, const QString& timepoint, const QString& instrument);
    void goToForm(const QString& subject, const QString& timepoint, const QString& instrument);
    void goToAnchor(const QString& subject, const QString& anchor);
    void tap(const QString& name);
    void type(const QString& field, const QString& text);

    [[nodiscard]] QUuid person(const QString& subject);
    [[nodiscard]] QQuickItem* find(const QString& name) const; ///< null: not on the page

private:
    [[nodiscard]] QQuickItem* need(const QString& name);
    [[nodiscard]] QVariantMap column(const QString& timepoint) const;

    Steps m_steps;
    std::unique_ptr<ui::AppModel> m_app;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    std::unique_ptr<QObject> m_holder;
    QObject* m_theme = nullptr;
    QQuickWindow* m_window = nullptr;
    QString m_name;
    QByteArray m_passphrase;
};

} // namespace serein::matrix

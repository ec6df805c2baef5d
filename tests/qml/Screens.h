#pragma once
// The whole app on a demonstration vault with two participants, driven by a finger and a keyboard, offscreen.
#include "support/Items.h"
#include "support/TestVault.h"
#include "ui/AppModel.h"
#include "ui/Startup.h"

#include <QPointingDevice>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest>

namespace serein::test {

class Screens {
public:
    static constexpr int patience = 20000; // ms; a wait ends as soon as its condition holds

    Screens() {
        first = enrol(QStringLiteral("SYN-001"), QStringLiteral("1957"), QStringLiteral("Ming Li"));
        second = enrol(QStringLiteral("SYN-002"), QStringLiteral("1968"), QStringLiteral("Hua Zhang"));
        if (!site.desk().addAccount(QStringLiteral("nora"), {account::Role::Nurse}, crypto::Secret(passphrase), cheap))
            qFatal("no second nurse");
        site.vault.reset();
        start();
    }

    /// The app as it starts after a kill or a restart.
    void start() {
        engine.reset();
        app = std::make_unique<ui::AppModel>(site.place(), site.clock, QStringLiteral("en"));
        engine = std::make_unique<QQmlApplicationEngine>();
        if (!ui::showScreens(*engine, *app))
            qFatal("the screens can't be loaded");
        window = qobject_cast<QQuickWindow*>(engine->rootObjects().constFirst());
        window->resize(1280, 800);
        window->show();
        if (!QTest::qWaitForWindowExposed(window))
            qFatal("the window never showed");
    }
    void unlock(const QString& name = QStringLiteral("anna")) {
        app->lockScreen()->unlock(name, QString::fromUtf8(passphrase));
        QVERIFY(QTest::qWaitFor([this] { return app->state() == ui::AppModel::State::Staff; }, patience));
        // Two people never have the same.
        QVERIFY(app->hasPin() ||
                app->setPin(name == QStringLiteral("anna") ? QStringLiteral("4711") : QStringLiteral("4812")));
    }
    void handOver(const QUuid& participant, const QString& born) {
        QVERIFY2(app->desk()->handOver({{QStringLiteral("participant"), idText(participant)},
                                        {QStringLiteral("timepoint"), QStringLiteral("BL")},
                                        {QStringLiteral("secondIdentifier"), born},
                                        {QStringLiteral("mode"), QStringLiteral("self")},
                                        {QStringLiteral("language"), QStringLiteral("en")}}),
                 qPrintable(app->desk()->error()));
        QCOMPARE(app->state(), ui::AppModel::State::HandedOver);
    }
    void stop() {
        engine.reset();
        app.reset();
    }
    /// What a participant's stream says; the app is stopped for it.
    QList<ledger::Event> events(const QUuid& participant) {
        stop();
        const auto opened = site.reopen();
        const auto events = opened ? site.vault->events(idText(participant)) : std::unexpected(opened.error());
        site.vault.reset();
        return events.value_or(QList<ledger::Event>());
    }

    [[nodiscard]] QQuickItem* find(const QString& name) const { return visibleItem(window->contentItem(), name); }
    /// A touch in the middle of what has this name, once it is there and enabled.
    void tap(const QString& name) {
        QQuickItem* target = nullptr;
        QVERIFY2(QTest::qWaitFor([&] { return (target = find(name)) != nullptr; }, patience), qPrintable(name));
        QPoint at;
        do { // it stands still when two looks agree
            at = centre(target);
            QTest::qWait(20);
            target = find(name);
        } while (target == nullptr || centre(target) != at);
        QTest::touchEvent(window, m_device).press(1, at, window);
        QTest::touchEvent(window, m_device).release(1, at, window);
        QTest::qWait(20);
        ++taps;
    }

    TestVault site;
    QUuid first;
    QUuid second;
    std::unique_ptr<ui::AppModel> app;
    std::unique_ptr<QQmlApplicationEngine> engine;
    QQuickWindow* window = nullptr;
    int taps = 0;

private:
    QUuid enrol(const QString& subject, const QString& born, const QString& name) {
        const QUuid id = *site.desk().enrol({subject, QStringLiteral("en"), born, name, {}, {}});
        if (!site.desk().setAnchor(id, QStringLiteral("consent"), site.clock.now().addSecs(-3600)))
            qFatal("no consent");
        return id;
    }
    static QPoint centre(const QQuickItem* item) {
        return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
    }
    QPointingDevice* m_device = QTest::createTouchDevice();
};

} // namespace serein::test

#pragma once
// The whole app on a demonstration vault with two participants, driven by a finger and a keyboard, offscreen.
#include "Hands.h"
#include "support/TestVault.h"
#include "ui/AppModel.h"
#include "ui/Startup.h"

#include <QQmlApplicationEngine>

namespace serein::test {

class Screens : public Hands {
public:
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
        show();
    }
    /// The screens of this app.
    void show() {
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
        window = nullptr;
    }
    /// What a participant's stream says; the app is stopped for it.
    QList<ledger::Event> events(const QUuid& participant) {
        stop();
        const auto opened = site.reopen();
        const auto events = opened ? site.vault->events(idText(participant)) : std::unexpected(opened.error());
        site.vault.reset();
        return events.value_or(QList<ledger::Event>());
    }

    TestVault site;
    QUuid first;
    QUuid second;
    std::unique_ptr<ui::AppModel> app;
    std::unique_ptr<QQmlApplicationEngine> engine;

private:
    QUuid enrol(const QString& subject, const QString& born, const QString& name) {
        const QUuid id = *site.desk().enrol({subject, QStringLiteral("en"), born, name, {}, {}});
        if (!site.desk().setAnchor(id, QStringLiteral("consent"), site.clock.now().addSecs(-3600)))
            qFatal("no consent");
        return id;
    }
};

} // namespace serein::test

// A participant who types on and on into a free-text question, on the real screens, until the process is killed:
// tst_kill_typing's other half. Prints what the field shows at first, every key, and what the app says is saved, each
// with the milliseconds of the machine's steady clock.
#include "support/Items.h"
#include "ui/AppModel.h"
#include "ui/Startup.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QtTest>
#include <cstdio>

using namespace serein;

namespace {

constexpr int patience = 60'000; // ms

void tell(const char* what, const QString& text) {
    QElapsedTimer clock;
    clock.start();
    std::printf("%s %lld %s\n", what, static_cast<long long>(clock.msecsSinceReference()), qPrintable(text));
    std::fflush(stdout);
}

void need(bool done, const char* what) {
    if (!done)
        qFatal("%s", what);
}

} // namespace

int main(int argc, char** argv) {
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    const QGuiApplication program(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    const SystemClock clock;
    ui::AppModel app({arguments.at(1), arguments.at(2)}, clock, QStringLiteral("en"));
    QQmlApplicationEngine engine;
    need(ui::showScreens(engine, app), "no screens");
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    need(QTest::qWaitForWindowExposed(window), "no window");

    app.lockScreen()->unlock(QStringLiteral("anna"), arguments.at(3));
    need(QTest::qWaitFor([&] { return app.state() == ui::AppModel::State::Staff; }, patience), "not unlocked");
    need(app.hasPin() || app.setPin(QStringLiteral("4711")), "no PIN");
    need(app.desk()->handOver({{QStringLiteral("participant"), arguments.at(4)},
                               {QStringLiteral("timepoint"), QStringLiteral("BL")},
                               {QStringLiteral("secondIdentifier"), QStringLiteral("1957")},
                               {QStringLiteral("mode"), QStringLiteral("self")},
                               {QStringLiteral("language"), QStringLiteral("en")}}),
         "not handed over");
    ui::PatientModel& patient = *app.patient();
    patient.begin(); // does nothing where it goes on
    QQuickItem* field = nullptr;
    need(QTest::qWaitFor(
             [&] { return (field = test::visibleItem(window->contentItem(), QStringLiteral("patient.text"))); },
             patience),
         "no field");
    QTest::qWait(500); // the page stands still
    const QString first = field->property("text").toString();
    tell("field", patient.itemId() + u' ' + first);
    QObject::connect(&patient, &ui::PatientModel::answerChanged, window,
                     [&] { tell("saved", patient.answer().toString()); });

    field->forceActiveFocus();
    field->setProperty("cursorPosition", first.size());
    const QString words = QStringLiteral("it was a long night and the lamp stayed on ");
    for (qsizetype at = first.size();; ++at) {
        QTest::keyClick(window, words.at(at % words.size()).toLatin1());
        tell("key", field->property("text").toString());
        QTest::qWait(180); // quicker than any pause that a field might wait for
    }
}

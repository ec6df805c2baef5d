// serein_tour --out DIR: drives the app's own screens by touch and keys through a whole participant's day, offscreen,
// with a picture of every screen. Prints one line a step; ends non-zero at the first that fails, naming it.
#include "Scenes.h"

#include "core/Json.h"
#include "ui/DemoClock.h"
#include "ui/Startup.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QTextStream>

namespace {

using namespace serein;

/// Empties what an earlier tour left; refuses a folder that holds anything else.
Result<void> prepare(const QString& folder) {
    const QString marker = folder + QStringLiteral("/serein-tour");
    QDir dir(folder);
    if (dir.exists() && !dir.isEmpty()) {
        if (!QFile::exists(marker))
            return unusable(QStringLiteral("the folder holds something else than a tour"), {}, folder);
        dir.removeRecursively();
    }
    if (!dir.mkpath(QStringLiteral(".")))
        return storageFailed(QStringLiteral("the folder can't be made"), folder);
    return writeFile(marker, "Made by serein_tour, which empties this folder.\n");
}

struct Step {
    const char* name;
    std::function<Result<QString>()> run;
};

int walk(const QList<Step>& steps, tour::Finger& finger) {
    QTextStream out(stdout);
    int number = 0;
    for (const Step& step : steps) {
        const auto done = step.run();
        ++number;
        if (!done) {
            [[maybe_unused]] const auto last = finger.picture(QStringLiteral("failed")); // what the person saw then
            out << "FAILED " << number << ' ' << step.name << Qt::endl << done.error().toString() << Qt::endl;
            return done.error().exitStatus();
        }
        out << "ok " << QString::number(number).rightJustified(2) << ' ' << step.name << ": " << *done << Qt::endl;
    }
    return 0;
}

int stop(const Error& error) {
    QTextStream(stderr) << error.toString() << Qt::endl;
    return error.exitStatus();
}

} // namespace

int main(int argc, char* argv[]) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (const auto kept = ui::keepMemoryPrivate(); !kept)
        return stop(kept.error());
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software); // the same pictures with and without a graphics card
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    const QGuiApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    const QCommandLineOption out(QStringLiteral("out"),
                                 QStringLiteral("Pictures, bundle and the tour's own vault go here."),
                                 QStringLiteral("DIR"));
    options.addOption(out);
    options.process(application);
    if (!options.isSet(out))
        return stop(unusable(QStringLiteral("--out DIR is needed")).error());

    const QString folder = QFileInfo(options.value(out)).absoluteFilePath();
    const QString exports = folder + QStringLiteral("/bundle");
    if (const auto prepared = prepare(folder); !prepared)
        return stop(prepared.error());
    const ui::DemoClock clock(*parseInstant(QStringLiteral("2026-11-20T09:00:00+08:00")));
    auto made = tour::makeTourVault(folder, clock.now());
    if (!made)
        return stop(made.error());

    ui::AppModel app(made->place, clock, QStringLiteral("en"));
    QQmlApplicationEngine engine;
    if (!ui::showScreens(engine, app))
        return stop(wrong(QStringLiteral("the screens can't be loaded")).error());
    auto* const window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    window->requestActivate();
    tour::Finger finger(*window, folder);
    if (const auto active = finger.waitFor([&] { return window->isActive(); }, QStringLiteral("the window")); !active)
        return stop(active.error());

    tour::Scenes scenes(app, finger, std::move(*made), exports);
    const QString english = QStringLiteral("SYN-900");
    const QString chinese = QStringLiteral("SYN-901");
    const auto turn = [&](const QSize& size) -> Result<QString> {
        SEREIN_CHECK(finger.turn(size));
        return QStringLiteral("%1 x %2").arg(size.width()).arg(size.height());
    };
    const int status = walk(
        {
            {"unlock", [&] { return scenes.unlock(); }},
            {"enrol", [&] { return scenes.enrol(english, QStringLiteral("en")); }},
            {"set the surgery", [&] { return scenes.setSurgery(); }},
            {"hand over", [&] { return scenes.handOver(); }},
            {"pause and go on", [&] { return scenes.pauseAndGoOn(); }},
            {"a participant answers", [&] { return scenes.answerBattery(); }},
            {"hand back", [&] { return scenes.handBack(); }},
            {"lock", [&] { return scenes.lock(); }},
            {"unlock to the alert", [&] { return scenes.unlockToAlert(); }},
            {"acknowledge", [&] { return scenes.acknowledge(); }},
            {"export one participant, sealed", [&] { return scenes.exportSealed(english); }},
            {"open the sealed bundle", [&] { return scenes.openBundle(); }},
            {"Chinese", [&] { return scenes.speakChinese(); }},
            {"unlock", [&] { return scenes.unlock(); }},
            {"enrol", [&] { return scenes.enrol(chinese, QStringLiteral("zh-CN")); }},
            {"set the consent", [&] { return scenes.setConsent(); }},
            {"turn to portrait", [&] { return turn(tour::Scenes::portrait); }},
            {"hand over", [&] { return scenes.handOver(); }},
            {"pause and go on", [&] { return scenes.pauseAndGoOn(); }},
            {"a participant answers", [&] { return scenes.answerBattery(); }},
            {"hand back", [&] { return scenes.handBack(); }},
            {"turn back", [&] { return turn(tour::Scenes::landscape); }},
            {"lock", [&] { return scenes.lock(); }},
        },
        finger);
    QTextStream(stdout) << (status == 0 ? "Pictures and bundle: " : "Pictures so far: ") << folder << Qt::endl;
    return status;
}

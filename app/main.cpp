// The app: builds every object once and wires them. What it does stands in app/ui/AppModel.h.
#include "ui/AppModel.h"
#include "ui/DemoClock.h"
#include "ui/Endings.h"
#include "ui/Startup.h"
#include "ui/Suspend.h"

#include "account/DeviceFolder.h"
#include "core/Json.h"
#include "exporting/OpenBundle.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QStandardPaths>
#include <QTextStream>

namespace {

int stop(const serein::Error& error) {
    QTextStream(stderr) << error.toString() << Qt::endl;
    return error.exitStatus();
}

/// SEREIN_VAULT, else the platform's place for application data.
QString defaultVault() {
    const QString chosen = qEnvironmentVariable("SEREIN_VAULT");
    return chosen.isEmpty()
               ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/vault")
               : chosen;
}

serein::Result<void> readBundle(serein::ui::AppModel& app, const QString& path, const QString& key,
                                const QString& deviceKeys, const serein::Clock& clock) {
    serein::exporting::VerifyOptions options;
    options.deviceKeysFile = deviceKeys;
    if (!key.isEmpty()) {
        SEREIN_TRY(options.privateKeyPem, serein::readFile(key));
    }
    auto opened = serein::exporting::openBundle(path, options, clock);
    serein::crypto::wipe(options.privateKeyPem);
    if (!opened)
        return std::unexpected(opened.error());
    app.read(std::move(opened->vault), opened->report.bundle, opened->at);
    return {};
}

} // namespace

int main(int argc, char* argv[]) {
    using namespace serein;
    if (const auto kept = ui::keepMemoryPrivate(); !kept)
        return stop(kept.error());
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    const QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("serein"));
    QGuiApplication::setApplicationVersion(QStringLiteral(SEREIN_VERSION));

    QCommandLineParser options;
    options.setApplicationDescription(
        QStringLiteral("Anxiety, depression and sleep scales around an operation, on one tablet."));
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption vault(QStringLiteral("vault"), QStringLiteral("The vault's folder (else SEREIN_VAULT)."),
                                   QStringLiteral("DIR"), defaultVault());
    const QCommandLineOption at(QStringLiteral("at"),
                                QStringLiteral("A demonstration's clock starts here: 2026-11-20T08:00+08:00."),
                                QStringLiteral("TIME"));
    const QCommandLineOption language(QStringLiteral("language"),
                                      QStringLiteral("Of the staff's screens: en or zh-CN."),
                                      QStringLiteral("LANGUAGE"), ui::systemLanguage());
    const QCommandLineOption key(QStringLiteral("key"), QStringLiteral("Private key (PEM) that opens a sealed BUNDLE."),
                                 QStringLiteral("FILE"));
    const QCommandLineOption deviceKeys(QStringLiteral("device-keys"),
                                        QStringLiteral("Registered device keys that BUNDLE is held against."),
                                        QStringLiteral("FILE"));
    options.addOptions({vault, at, language, key, deviceKeys});
    options.addPositionalArgument(QStringLiteral("BUNDLE"), QStringLiteral("An export to read instead of the vault."),
                                  QStringLiteral("[BUNDLE]"));
    options.process(application);

    std::unique_ptr<Clock> clock = std::make_unique<SystemClock>();
    if (options.isSet(at)) {
        const auto start = parseInstant(options.value(at));
        if (!start)
            return stop(start.error());
        clock = std::make_unique<ui::DemoClock>(*start);
    }
    ui::AppModel app({options.value(vault), account::DeviceFolder::defaultPath()}, *clock, options.value(language));
    if (const QString bundle = options.positionalArguments().value(0); !bundle.isEmpty()) {
        const auto shown = readBundle(app, bundle, options.value(key), options.value(deviceKeys), *clock);
        if (!shown)
            return stop(shown.error());
    }
    const ui::Endings endings; // closing the app locks it: so does being ended
    ui::Suspend suspend;
    QObject::connect(&suspend, &ui::Suspend::falls, &app, &ui::AppModel::lock);
    QQmlApplicationEngine engine;
    if (!ui::showScreens(engine, app))
        return stop({Error::Kind::Storage, {{{}, {}, QStringLiteral("the screens can't be loaded")}}});
    return QGuiApplication::exec();
}

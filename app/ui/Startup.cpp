#include "ui/Startup.h"

#include "ui/AppModel.h"

#include <QLocale>
#include <QQmlApplicationEngine>
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace serein::ui {

Result<void> keepMemoryPrivate() {
    const rlimit none{0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0 || prctl(PR_SET_DUMPABLE, 0) != 0)
        return storageFailed(QStringLiteral("core dumps can't be switched off"));
    mallopt(M_PERTURB, 0x5a); // glibc keeps what was freed: overwrite it
    return {};
}

QString systemLanguage() {
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh-CN") : QStringLiteral("en");
}

bool showScreens(QQmlApplicationEngine& engine, AppModel& app) {
    QObject::connect(&app, &AppModel::wordsChanged, &engine, &QQmlEngine::retranslate);
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&app)}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Serein/Shell/Main.qml")));
    return !engine.rootObjects().isEmpty();
}

} // namespace serein::ui

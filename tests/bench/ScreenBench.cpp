// The screens as a person meets them: offscreen, the same QML, real touch. Start and memory are measured from outside,
// in a child.
#include "bench/BenchVault.h"
#include "bench/Benches.h"
#include "core/Json.h"
#include "instrument/Placeholder.h"
#include "support/Items.h"
#include "ui/AppModel.h"
#include "ui/Startup.h"

#include <QFile>
#include <QGuiApplication>
#include <QPointingDevice>
#include <QProcess>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QtTest>
#include <cstdio>

namespace serein::bench {

namespace {

constexpr int patience = 20000;

double residentMebibytes() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).replace("kB", "").trimmed().toDouble() / 1024;
    return 0;
}

/// The whole app on a vault, up to a participant's first question.
class Screens {
public:
    Screens(const vault::Place& place, const Clock& clock) : app(place, clock, QStringLiteral("en")) {
        if (!ui::showScreens(engine, app))
            qFatal("the screens can't be loaded");
        window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
        window->resize(1280, 800);
        window->show();
        if (!QTest::qWaitForWindowExposed(window))
            qFatal("the window never showed");
    }
    void handOver(const QString& participant) {
        app.lockScreen()->unlock(QStringLiteral("anna"), QString::fromUtf8(test::passphrase));
        if (!QTest::qWaitFor([this] { return app.state() == ui::AppModel::State::Staff; }, patience))
            qFatal("unlocking failed");
        if (!app.setPin(QStringLiteral("4711")) ||
            !app.desk()->handOver({{QStringLiteral("participant"), participant},
                                   {QStringLiteral("timepoint"), QStringLiteral("BL")},
                                   {QStringLiteral("secondIdentifier"), QStringLiteral("1957")},
                                   {QStringLiteral("mode"), QStringLiteral("self")},
                                   {QStringLiteral("language"), QStringLiteral("en")}}))
            qFatal("handing over failed: %s", qPrintable(app.desk()->error()));
        tapAndWaitForPage(QStringLiteral("patient.begin"));
    }
    /// The question in front is answered, so that Next leads on.
    void answer() { app.patient()->give(0); }
    /// From the finger's release to the frame that shows the next page; milliseconds.
    double tapAndWaitForPage(const QString& name) {
        QQuickItem* target = nullptr;
        if (!QTest::qWaitFor([&] { return (target = test::visibleItem(window->contentItem(), name)) != nullptr; },
                             patience))
            qFatal("\"%s\" never showed", qPrintable(name));
        QCoreApplication::processEvents();
        bool moved = false;
        bool painted = false;
        const auto pageMoved =
            QObject::connect(app.patient(), &ui::PatientModel::pageChanged, window, [&] { moved = true; });
        const auto framed =
            QObject::connect(window, &QQuickWindow::frameSwapped, window, [&] { painted = painted || moved; });
        const QPoint at = target->mapToScene(QPointF(target->width() / 2, target->height() / 2)).toPoint();
        QTest::touchEvent(window, m_device).press(1, at, window);
        const auto start = std::chrono::steady_clock::now();
        QTest::touchEvent(window, m_device).release(1, at, window);
        while (!painted && elapsedMicroseconds(start) < patience * 1000.0)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        const double milliseconds = elapsedMicroseconds(start) / 1000;
        QObject::disconnect(pageMoved);
        QObject::disconnect(framed);
        if (!painted)
            qFatal("no new page was painted after \"%s\"", qPrintable(name));
        return milliseconds;
    }

    ui::AppModel app;
    QQmlApplicationEngine engine;
    QQuickWindow* window = nullptr;

private:
    QPointingDevice* m_device = QTest::createTouchDevice();
};

/// Starts this program again as a child; what it prints, and how long until it did (ms).
struct Child {
    QString said;
    double milliseconds = 0;
};
Child runAsChild(const QStringList& arguments) {
    QProcess child;
    const auto start = std::chrono::steady_clock::now();
    child.start(QCoreApplication::applicationFilePath(), arguments);
    if (!child.waitForReadyRead(60000))
        qFatal("the child said nothing");
    Child result{{}, elapsedMicroseconds(start) / 1000};
    child.waitForFinished(60000);
    result.said = QString::fromUtf8(child.readAllStandardOutput()).trimmed();
    return result;
}

QList<double> startTimes(const QStringList& arguments) {
    QList<double> times;
    for (int i = 0; i < 7; ++i)
        times.append(runAsChild(arguments).milliseconds);
    return times;
}

/// A scale of so many questions, in a study that asks nothing else.
QByteArray longScale(int items) {
    QByteArrayList all;
    for (int i = 1; i <= items; ++i) {
        const QByteArray number = QByteArray::number(i);
        all.append(R"({"id": "q)" + number + R"(", "type": "choice", "concept": "c)" + number +
                   R"(", "choices": "c"})");
    }
    return R"({"schema": "serein-instrument/1", "id": "long", "version": "1.0.0", "name": {"en": "Long"}, "audience": "self", "class": "data",
        "recall": {"period": "PT0S"}, "sources": [{"citation": "made for a benchmark"}],
        "choices": {"c": [{"value": 0, "concept": "no"}, {"value": 1, "concept": "yes"}]}, "scores": [], "items": [)" +
           all.join(',') + "]}";
}

test::TestVault longVault(int items) {
    const auto scale = instrument::parseInstrument(*parseJson(longScale(items)));
    instrument::Entry entry{*scale, {}, {}};
    for (const char* language : {"en", "zh-CN"}) {
        const auto words = instrument::placeholderPack(*scale, QString::fromLatin1(language));
        entry.packs.insert(QString::fromLatin1(language), *instrument::parseTextPack(words, *scale));
    }
    instrument::Library library;
    library.add(entry);
    return {{account::Role::Administrator, account::Role::Nurse}, library, [](const instrument::Library& known) {
                QByteArray json = *readFile(QStringLiteral(SEREIN_SOURCE_DIR "/tests/fixtures/new-scale/study.json"));
                return *study::parseStudy(*parseJson(json.replace("\"warmth\"", "\"long\"")), known);
            }};
}

/// From tap to the next question painted, once through a battery of so many.
QList<double> tapsThroughBattery(int items) {
    test::TestVault vault = longVault(items);
    vault.clock.set(QDateTime::currentDateTimeUtc());
    const QUuid participant = vault.enrol();
    if (!vault.desk().setAnchor(participant, QStringLiteral("consent"), vault.clock.now().addSecs(-60)))
        qFatal("the anchor can't be set");
    vault.vault.reset();
    const SystemClock clock;
    Screens screens(vault.place(), clock);
    screens.handOver(idText(participant));
    QList<double> taps;
    for (int i = 1; i < items; ++i) {
        screens.answer();
        taps.append(screens.tapAndWaitForPage(QStringLiteral("patient.next")));
    }
    return taps;
}

} // namespace

QList<Figure> screens() {
    test::TestVault test;
    test.clock.set(QDateTime::currentDateTimeUtc());
    const QUuid participant = test.enrol();
    if (!test.desk().setAnchor(participant, QStringLiteral("consent"), test.clock.now()))
        qFatal("the anchor can't be set");
    const ledger::StoredEvent sample = test.vault->stream(idText(participant))->constLast();
    test.vault.reset();
    const QString folder = test.place().folder;
    const QString state = test.place().state;

    const QList<double> cold = startTimes({QStringLiteral("--child-lock-screen"), folder, state});
    const QList<double> empty = startTimes({QStringLiteral("--child-empty-window")});
    const double memory =
        runAsChild({QStringLiteral("--child-steady"), folder, state, idText(participant)}).said.toDouble();
    const double emptyMemory = runAsChild({QStringLiteral("--child-empty-window")}).said.toDouble();

    RawDatabase raw(test.folder.filePath(QStringLiteral("raw.db")));
    QList<double> taps;
    QList<double> commits;
    {
        test::TestVault fresh;
        fresh.clock.set(QDateTime::currentDateTimeUtc());
        const QUuid other = fresh.enrol();
        if (!fresh.desk().setAnchor(other, QStringLiteral("consent"), fresh.clock.now()))
            qFatal("the anchor can't be set");
        fresh.vault.reset();
        const SystemClock clock;
        Screens screens(fresh.place(), clock);
        screens.handOver(idText(other));
        screens.answer();
        for (int i = 0; i < 200; ++i) { // to and fro between the first two questions
            taps.append(screens.tapAndWaitForPage(i % 2 == 0 ? QStringLiteral("patient.next")
                                                             : QStringLiteral("patient.back")));
            const auto start = std::chrono::steady_clock::now();
            if (!raw.commit(sample))
                qFatal("the raw commit failed");
            commits.append(elapsedMicroseconds(start) / 1000);
        }
    }
    QList<double> shortOnes;
    for (int i = 0; i < 8; ++i)
        shortOnes += tapsThroughBattery(9);
    return {{QStringLiteral("tap, durable commit, next question painted, p50 (baseline: raw SQLCipher commit)"),
             percentile(taps, 50), QStringLiteral("ms"), percentile(commits, 50)},
            {QStringLiteral("tap, durable commit, next question painted, p99 (baseline: raw SQLCipher commit)"),
             percentile(taps, 99), QStringLiteral("ms"), percentile(commits, 99)},
            {QStringLiteral("tap to painted, median through a battery of 200 questions (baseline: of 9, the same way)"),
             percentile(tapsThroughBattery(200), 50), QStringLiteral("ms"), percentile(shortOnes, 50)},
            {QStringLiteral("cold start to the lock screen's first frame, p50 (baseline: an empty window)"),
             percentile(cold, 50), QStringLiteral("ms"), percentile(empty, 50)},
            {QStringLiteral("resident memory at a participant's question (baseline: an empty window)"), memory,
             QStringLiteral("MiB"), emptyMemory}};
}

int runChild(int argc, char** argv) {
    const QByteArrayView mode(argc > 1 ? argv[1] : "");
    if (!mode.startsWith("--child-"))
        return -1;
    if (mode == "--child-export-memory")
        return exportMemory(QByteArray(argv[2]).toInt());
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QGuiApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const auto sayAndQuit = [](QQuickWindow* window) {
        QObject::connect(window, &QQuickWindow::frameSwapped, window, [] {
            std::printf("%.2f\n", residentMebibytes());
            std::fflush(stdout);
            QCoreApplication::quit();
        });
    };
    if (mode == "--child-empty-window") {
        QQuickWindow window;
        window.resize(1280, 800);
        sayAndQuit(&window);
        window.show();
        return QGuiApplication::exec();
    }
    const SystemClock clock;
    if (mode == "--child-lock-screen") {
        ui::AppModel app({arguments.at(2), arguments.at(3)}, clock, QStringLiteral("en"));
        QQmlApplicationEngine engine;
        if (!ui::showScreens(engine, app))
            return 2;
        auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
        sayAndQuit(window);
        window->requestUpdate();
        return QGuiApplication::exec();
    }
    Screens screens({arguments.at(2), arguments.at(3)}, clock);
    screens.handOver(arguments.at(4));
    for (int i = 0; i < 5; ++i) {
        screens.answer();
        screens.tapAndWaitForPage(QStringLiteral("patient.next"));
    }
    std::printf("%.2f\n", residentMebibytes());
    return 0;
}

} // namespace serein::bench

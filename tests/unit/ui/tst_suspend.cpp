// The tablet is about to sleep: a logind of our own says so on a private D-Bus, and waits until the app has locked.
#include "UiVault.h"
#include "ui/AppModel.h"
#include "ui/Suspend.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSemaphore>
#include <QStandardPaths>
#include <QThread>
#include <fcntl.h>
#include <unistd.h>

using namespace serein;
using namespace serein::test;
using ui::AppModel;

namespace {

const QString logind = QStringLiteral("org.freedesktop.login1");
const QString logindPath = QStringLiteral("/org/freedesktop/login1");
constexpr int patience = 60'000; // ms; a wait ends as soon as its condition holds

/// What it is asked, and the ends that it hands out: as long as one is open it waits. Answers on a thread of its own.
class Manager : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    ~Manager() override {
        if (m_ours >= 0)
            ::close(m_ours);
    }
    /// Nobody holds the end that was handed out last.
    [[nodiscard]] bool isReleased() const {
        char byte = 0;
        return ::read(m_ours, &byte, 1) == 0;
    }
    QSemaphore asked; ///< one for each time
    QStringList order;

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString& what, const QString& who, const QString& why, const QString& mode) {
        order = {what, who, why, mode};
        int ends[2] = {-1, -1};
        if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
            qFatal("no pipe");
        if (m_ours >= 0)
            ::close(m_ours);
        m_ours = ends[0];
        const QDBusUnixFileDescriptor theirs(ends[1]); // a copy
        ::close(ends[1]);
        asked.release();
        return theirs;
    }

private:
    int m_ours = -1;
};

} // namespace

class TestSuspend : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QThread m_thread;
    Manager m_manager;

    static void prepareForSleep(bool before) {
        auto signal = QDBusMessage::createSignal(logindPath, QStringLiteral("org.freedesktop.login1.Manager"),
                                                 QStringLiteral("PrepareForSleep"));
        signal.setArguments({before});
        QVERIFY(QDBusConnection(QStringLiteral("logind")).send(signal));
    }

private Q_SLOTS:
    void initTestCase() {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (program.isEmpty())
            QSKIP("there is no dbus-daemon here (package dbus)");
        const QString address = QStringLiteral("unix:path=") + m_folder.filePath(QStringLiteral("bus"));
        m_daemon.start(program, {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                                 QStringLiteral("--print-address"), QStringLiteral("--address=") + address});
        QVERIFY(m_daemon.waitForStarted(patience));
        QTRY_VERIFY_WITH_TIMEOUT(m_daemon.canReadLine(), patience); // it listens
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", address.toUtf8());
        auto bus = QDBusConnection::connectToBus(address, QStringLiteral("logind"));
        QVERIFY2(bus.isConnected(), qPrintable(bus.lastError().message()));
        m_manager.moveToThread(&m_thread);
        m_thread.start();
        QVERIFY(bus.registerObject(logindPath, &m_manager, QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService(logind));
    }
    void cleanupTestCase() {
        QDBusConnection::disconnectFromBus(QStringLiteral("logind"));
        m_thread.quit();
        m_thread.wait();
        m_daemon.terminate();
        m_daemon.waitForFinished(patience);
    }

    void tabletThatFallsAsleep_isLockedFirst_andAskedToWaitAgainAfterwards() {
        UiVault site;
        site.vault.reset();
        AppModel app(site.place, site.clock, QStringLiteral("en"));
        const ui::Suspend suspend;
        QObject::connect(&suspend, &ui::Suspend::falls, &app, &AppModel::lock); // as main does
        QVERIFY(m_manager.asked.tryAcquire(1, patience));
        QCOMPARE(m_manager.order, (QStringList{QStringLiteral("sleep"), QStringLiteral("serein"),
                                               QStringLiteral("locks the vault"), QStringLiteral("delay")}));
        QVERIFY(!m_manager.isReleased());
        app.lockScreen()->unlock(userName, passphrase);
        QTRY_COMPARE_WITH_TIMEOUT(app.state(), AppModel::State::Staff, patience);
        prepareForSleep(true);
        QTRY_VERIFY_WITH_TIMEOUT(m_manager.isReleased(), patience);
        QCOMPARE(app.state(), AppModel::State::Locked); // before the tablet may sleep
        prepareForSleep(false);
        QTRY_COMPARE_WITH_TIMEOUT(m_manager.asked.available(), 1, patience);
        QVERIFY(!m_manager.isReleased());
    }
};

QTEST_MAIN(TestSuspend)
#include "tst_suspend.moc"

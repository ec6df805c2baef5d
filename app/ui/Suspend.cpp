#include "ui/Suspend.h"

#include <QDBusConnection>
#include <QDBusMessage>

namespace serein::ui {

namespace {

const auto logind = QStringLiteral("org.freedesktop.login1");
const auto logindPath = QStringLiteral("/org/freedesktop/login1");
const auto logindManager = QStringLiteral("org.freedesktop.login1.Manager");
constexpr int logindAnswers = 2000; // ms

} // namespace

Suspend::Suspend(QObject* parent) : QObject(parent) {
    auto bus = QDBusConnection::systemBus();
    if (bus.isConnected() &&
        bus.connect(logind, logindPath, logindManager, QStringLiteral("PrepareForSleep"), this, SLOT(prepare(bool))))
        askToWait();
}

void Suspend::prepare(bool before) {
    if (!before) {
        askToWait();
        return;
    }
    Q_EMIT falls();
    m_wait = {};
}

void Suspend::askToWait() {
    auto call = QDBusMessage::createMethodCall(logind, logindPath, logindManager, QStringLiteral("Inhibit"));
    call.setArguments({QStringLiteral("sleep"), QStringLiteral("serein"), QStringLiteral("locks the vault"),
                       QStringLiteral("delay")});
    const QDBusMessage answer = QDBusConnection::systemBus().call(call, QDBus::Block, logindAnswers);
    m_wait = answer.arguments().value(0).value<QDBusUnixFileDescriptor>();
}

} // namespace serein::ui

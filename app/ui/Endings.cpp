#include "ui/Endings.h"

#include <QCoreApplication>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace serein::ui {

namespace {

constexpr std::array endingSignals{SIGTERM, SIGINT, SIGHUP};
std::array<int, 2> endingPipe{-1, -1};

/// All that may be done in a signal handler: what is to follow happens in the event loop.
void noteEnding(int /*signal*/) {
    constexpr char one = 1;
    [[maybe_unused]] const ssize_t written = ::write(endingPipe[1], &one, 1);
}

} // namespace

Endings::Endings() {
    if (::pipe2(endingPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(endingPipe[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, QCoreApplication::instance(),
                     &QCoreApplication::quit);
    for (const int signal : endingSignals)
        std::signal(signal, noteEnding);
}

Endings::~Endings() {
    for (const int signal : endingSignals)
        std::signal(signal, SIG_DFL);
    m_notifier.reset();
    for (int& end : endingPipe)
        ::close(std::exchange(end, -1));
}

} // namespace serein::ui

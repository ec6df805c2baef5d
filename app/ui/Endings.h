#pragma once
// Whoever ends the program from outside (the session, the system going down) ends it as closing it would: it locks
// first.
#include <QSocketNotifier>
#include <memory>

namespace serein::ui {

/// SIGTERM, SIGINT and SIGHUP quit the application from here on, as long as this object lives. One at a time.
class Endings {
public:
    Endings();
    ~Endings();
    Endings(const Endings&) = delete;
    Endings& operator=(const Endings&) = delete;

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace serein::ui

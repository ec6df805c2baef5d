#pragma once
// A clock set to another time that runs on from there: demonstrations, tours and tests of whole days.
#include "core/Clock.h"

#include <QElapsedTimer>

namespace serein::ui {

class DemoClock final : public Clock {
public:
    explicit DemoClock(QDateTime start) : m_start(std::move(start)) { m_running.start(); }
    [[nodiscard]] QDateTime now() const override { return m_start.addMSecs(m_running.elapsed()); }
    [[nodiscard]] bool isStated() const override { return true; }

private:
    QDateTime m_start;
    QElapsedTimer m_running;
};

} // namespace serein::ui

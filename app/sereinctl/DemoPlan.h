#pragma once
// Who the demonstration's participants are and what befalls them when: invented from a seed around one moment, so that
// the worklist shows every state. Pure.
#include "study/Schedule.h"

#include <random>

namespace serein::ctl {

/// The same sequence on every platform, unlike the distributions of <random>.
class Dice {
public:
    explicit Dice(quint64 seed) : m_engine(seed) {}
    /// 0 ≤ u < 1
    [[nodiscard]] double roll() { return static_cast<double>(m_engine() >> 11U) * 0x1.0p-53; }
    [[nodiscard]] int below(int count) { return static_cast<int>(roll() * count); }

private:
    std::mt19937_64 m_engine;
};

struct DemoPerson {
    QString subject;
    QString language;
    QString yearOfBirth; ///< the demo study's second identifier
    double burden = 0;   ///< 0 … 1: how high this person tends to score
};

enum class DemoDeed { Enrol, SetAnchor, Record, AnswerOnTablet, BreakOff, Acknowledge };
struct DemoTask {
    QDateTime at;
    qsizetype person = 0;
    DemoDeed deed = DemoDeed::Enrol;
    QString name;       ///< anchor or timepoint
    QDateTime anchorAt; ///< SetAnchor
    bool firesAlert = false;
};

struct DemoPlan {
    QList<DemoPerson> people;
    QList<DemoTask> tasks; ///< by time, none after the moment itself
};

/// For the shipped demonstration study. One person breaks off at an alert that nobody has acknowledged yet; another's
/// was acknowledged.
[[nodiscard]] DemoPlan planDemo(const study::Study& study, int people, quint64 seed, const QDateTime& now);

} // namespace serein::ctl

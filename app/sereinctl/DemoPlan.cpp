#include "sereinctl/DemoPlan.h"

#include <algorithm>

namespace serein::ctl {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

QDateTime after(const QDateTime& instant, std::chrono::milliseconds step) {
    return instant.addMSecs(step.count());
}

/// Days since surgery, cycling: some before it, one in the recovery room, the first week densely, then to the end.
constexpr int daysSinceSurgery[] = {-1, 0, 7, -2, 1, 30, 2, 1, 3, 8, 4, 28, 5, 16, 2, 35, 6, 12, 1, 20, 3, 25, 9, 40};
constexpr qsizetype breaksOff = 0;    // the day before surgery: baseline under way
constexpr qsizetype inRecovery = 1;   // operated today
constexpr qsizetype acknowledged = 2; // a week on
constexpr qsizetype tabletEvery = 6;  // of the rest: who answered the latest timepoint on the tablet
constexpr double answersInTime = 0.9; // of those whose window has closed
constexpr double alreadyDone = 0.5;   // of those whose window is open

class Course {
public:
    Course(const study::Study& study, qsizetype person, const QDateTime& now, Dice& dice, QList<DemoTask>& tasks)
        : m_study(study), m_person(person), m_now(now), m_dice(dice), m_tasks(tasks) {}

    void plan() {
        setAnchors();
        add(after(m_anchors.value(QStringLiteral("consent")), -minutes(10)), DemoDeed::Enrol);
        for (auto it = m_anchors.cbegin(); it != m_anchors.cend(); ++it) {
            // An operation to come is entered as planned, at enrolment.
            const QDateTime entered = it.value() > m_now ? m_anchors.value(QStringLiteral("consent")) : it.value();
            m_tasks.append({after(entered, minutes(1)), m_person, DemoDeed::SetAnchor, it.key(), it.value()});
        }
        answerTimepoints();
    }

private:
    void add(const QDateTime& at, DemoDeed deed, const QString& name = {}, bool firesAlert = false) {
        m_tasks.append({at, m_person, deed, name, {}, firesAlert});
    }

    void setAnchors() {
        const int days = daysSinceSurgery[m_person % std::ssize(daysSinceSurgery)];
        const QDate day = m_now.toTimeZone(m_study.zone).date().addDays(-days);
        QDateTime incision = after(localMoment(day, QTime(8, 30), m_study.zone), minutes(m_dice.below(300)));
        const minutes length(60 + m_dice.below(120));
        if (days == 0)
            incision = after(m_now, -length - minutes(40)); // 30 minutes after arrival in the recovery room
        QDateTime consent = after(incision, -hours(20));
        if (days < 0)
            consent = after(m_now, -hours(2));
        m_anchors = {{QStringLiteral("consent"), consent}, {QStringLiteral("incision"), incision}};
        if (days >= 0) {
            m_anchors.insert(QStringLiteral("surgeryEnd"), after(incision, length));
            m_anchors.insert(QStringLiteral("pacuArrival"), after(incision, length + minutes(10)));
        }
    }

    /// When this person would answer: soon after an anchored moment, around the middle of a window of days.
    QDateTime momentFor(const study::Timepoint& timepoint, const study::Planned& planned) {
        if (!timepoint.window.anchor.isEmpty())
            return after(planned.nominal, minutes(2 + m_dice.below(6)));
        const qint64 middle = planned.opensAt.msecsTo(planned.closesAt) / 2;
        return after(planned.opensAt, std::chrono::milliseconds(middle) + minutes(m_dice.below(120) - 60));
    }

    void answerTimepoints() {
        QList<DemoTask> answered;
        for (const study::Timepoint& timepoint : m_study.timepoints) {
            const study::Planned planned = study::planFor(m_study, timepoint, m_anchors);
            if (!planned.scheduled)
                continue;
            const bool isFirst = timepoint.id == m_study.timepoints.constFirst().id;
            const QDateTime moment = momentFor(timepoint, planned);
            const double chance = planned.closesAt <= m_now ? answersInTime : alreadyDone;
            const bool answers = m_dice.roll() < (isFirst ? 1.0 : chance);
            if (isFirst && m_person == breaksOff)
                add(after(m_now, -minutes(25)), DemoDeed::BreakOff, timepoint.id, true);
            else if (answers && moment < m_now && !isDueInRecovery(timepoint))
                answered.append(
                    {moment, m_person, DemoDeed::Record, timepoint.id, {}, isFirst && m_person == acknowledged});
        }
        if (!answered.isEmpty() && m_person % tabletEvery == tabletEvery - 1)
            answered.last().deed = DemoDeed::AnswerOnTablet;
        m_tasks += answered;
        if (m_person == acknowledged && !answered.isEmpty())
            add(after(answered.constFirst().at, minutes(20)), DemoDeed::Acknowledge);
    }

    [[nodiscard]] bool isDueInRecovery(const study::Timepoint& timepoint) const {
        return m_person % std::ssize(daysSinceSurgery) == inRecovery &&
               timepoint.window.anchor == QLatin1String("pacuArrival");
    }

    const study::Study& m_study;
    qsizetype m_person;
    QDateTime m_now;
    Dice& m_dice;
    QList<DemoTask>& m_tasks;
    study::Anchors m_anchors;
};

} // namespace

DemoPlan planDemo(const study::Study& study, int people, quint64 seed, const QDateTime& now) {
    DemoPlan plan;
    for (qsizetype person = 0; person < people; ++person) {
        Dice dice(seed * 1000003 + static_cast<quint64>(person));
        const QString language = study.languages.value(person % 4 == 3 ? 1 : 0, study.languages.constFirst());
        plan.people.append({QStringLiteral("SYN-%1").arg(person + 1, 3, 10, QChar(u'0')), language,
                            QString::number(1938 + dice.below(60)), dice.roll()});
        Course(study, person, now, dice, plan.tasks).plan();
    }
    std::ranges::stable_sort(plan.tasks, {}, [](const DemoTask& task) { return task.at.toMSecsSinceEpoch(); });
    return plan;
}

} // namespace serein::ctl

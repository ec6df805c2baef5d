#include "bench/BenchVault.h"
#include "bench/Benches.h"
#include "bench/Ward.h"
#include "ui/SearchModel.h"
#include "ui/WorklistModel.h"

#include <QCoreApplication>

namespace serein::bench {

namespace {

constexpr int rounds = 15;

/// What is searched by turns, and how it is named: hardly anybody, everybody, one ward's and a day's, and nobody
/// answer.
const QList<std::pair<QString, QString>> searches{{QStringLiteral("one"), QStringLiteral("syn-00512 morning")},
                                                  {QStringLiteral("all"), QStringLiteral("syn")},
                                                  {QStringLiteral("some"), QStringLiteral("17 day 7")},
                                                  {QStringLiteral("none"), QStringLiteral("nobody")}};

/// Milliseconds, each the median of its rounds but the first rows, which come only once.
struct Times {
    double firstRows;
    double minute;
    QList<double> work;   ///< as searches
    QList<double> people; ///< as searches
    double open;
};

double median(const std::function<void(int)>& one) {
    QList<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto start = std::chrono::steady_clock::now();
        one(i);
        times.append(elapsedMicroseconds(start) / 1000);
    }
    return percentile(times, 50);
}

Times timesOf(int participants) {
    Ward ward(participants, rounds);
    ui::DeskModel desk(nullptr);
    desk.open(ward.site().vault.get(), QStringLiteral("en"));
    ui::WorklistModel work;
    ui::SearchModel everyone;
    Times times{};
    const auto start = std::chrono::steady_clock::now();
    work.setDesk(&desk);
    times.firstRows = elapsedMicroseconds(start) / 1000;
    if (work.rows()->rowCount() <= 20)
        qFatal("the first rows don't fill a screen");
    QCoreApplication::processEvents(); // the rest of the list
    if (work.rows()->rowCount() < 60)
        qFatal("the worklist holds too little");
    times.minute = median([&](int) { desk.refresh(); });
    everyone.setDesk(&desk);
    for (const auto& [name, text] : searches) {
        times.work.append(median([&](int round) {
            work.setText(round % 2 == 0 ? text : text + QStringLiteral("  ")); // as typed anew: to its first rows
            work.again();
        }));
        everyone.setText(text);
        times.people.append(median([&](int) { everyone.again(); }));
    }
    times.open = median([&](int round) {
        desk.openParticipant(ward.richOne(round));
        if (desk.participant().isEmpty())
            qFatal("the participant did not open");
    });
    return times;
}

} // namespace

QList<Figure> worklists() {
    const Times few = timesOf(1000);
    const Times many = timesOf(10'000);
    const auto figure = [](const QString& name, double value, double baseline) {
        return Figure{name + QStringLiteral(", 10,000 participants x 8 (baseline: 1,000)"), value, QStringLiteral("ms"),
                      baseline};
    };
    QList<Figure> figures{
        figure(QStringLiteral("worklist to its first rows after unlocking"), many.firstRows, few.firstRows),
        figure(QStringLiteral("worklist read again, as each minute, p50"), many.minute, few.minute)};
    for (qsizetype i = 0; i < searches.size(); ++i) {
        const QString what = searches[i].first;
        figures += figure(QStringLiteral("worklist searched, %1 found, p50").arg(what), many.work[i], few.work[i]);
        figures +=
            figure(QStringLiteral("participants searched, %1 found, p50").arg(what), many.people[i], few.people[i]);
    }
    return figures << figure(QStringLiteral("a participant opened, everything answered, p50"), many.open, few.open);
}

} // namespace serein::bench

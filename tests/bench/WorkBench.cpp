#include "bench/BenchVault.h"
#include "bench/Benches.h"
#include "bench/Ward.h"
#include "ui/SearchModel.h"
#include "ui/WorklistModel.h"

namespace serein::bench {

namespace {

constexpr int rounds = 15;

/// Milliseconds, each the median of its rounds but the first rows, which come only once.
struct Times {
    double firstRows;
    double minute;
    double search;
    double participants;
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
    if (work.rows()->rowCount() < 60)
        qFatal("the worklist holds too little");
    times.minute = median([&](int) { desk.refresh(); });
    // By turns what hardly anybody, everybody and one ward answer to.
    const QStringList words{QStringLiteral("syn-00512 morning"), QStringLiteral("syn"), QStringLiteral("17 day 7"),
                            QStringLiteral("nobody")};
    times.search = median([&](int round) {
        work.setText(words.at(round % words.size()));
        work.again();
    });
    everyone.setDesk(&desk);
    times.participants = median([&](int round) {
        everyone.setText(words.at(round % words.size()));
        everyone.again();
    });
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
    return {figure(QStringLiteral("worklist to its first rows after unlocking"), many.firstRows, few.firstRows),
            figure(QStringLiteral("worklist read again, as each minute, p50"), many.minute, few.minute),
            figure(QStringLiteral("worklist searched, p50"), many.search, few.search),
            figure(QStringLiteral("participants searched, p50"), many.participants, few.participants),
            figure(QStringLiteral("a participant opened, everything answered, p50"), many.open, few.open)};
}

} // namespace serein::bench

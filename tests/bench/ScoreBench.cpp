#include "bench/BenchVault.h"
#include "bench/Benches.h"

#include <QDirIterator>
#include <QJsonDocument>

namespace serein::bench {

namespace {

constexpr int rounds = 2000;
constexpr int loads = 10;

/// Scorings a second of every score of this instrument, all items answered.
double scoringsPerSecond(const instrument::Instrument& instrument, const instrument::Answers& answers) {
    qsizetype counted = 0;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < rounds; ++i)
        counted += instrument::score(instrument, answers).size();
    const double seconds = elapsedMicroseconds(start) / 1e6;
    return counted > 0 ? rounds / seconds : 0;
}

/// The same answers looked up and added by hand in whole numbers: no rule, no missing data, no exactness.
double sumsPerSecond(const instrument::Answers& answers) {
    volatile int kept = 0;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < rounds; ++i) {
        int sum = 0;
        for (const instrument::Answer& answer : answers)
            if (const auto* value = std::get_if<instrument::AnswerValue>(&answer))
                if (const auto* number = std::get_if<Decimal>(value))
                    sum += number->toInt();
        kept = kept + sum;
    }
    return rounds / (elapsedMicroseconds(start) / 1e6);
}

/// Milliseconds to load and prove every shipped instrument, text pack included.
double loadMilliseconds() {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < loads; ++i)
        if (test::shippedLibrary().ids().isEmpty())
            return 0;
    return elapsedMicroseconds(start) / 1e3 / loads;
}

/// Milliseconds to read the same files as bytes and parse their JSON, proving nothing.
double readMilliseconds() {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < loads; ++i)
        for (QDirIterator files(instrument::Library::defaultFolder(), {QStringLiteral("*.json")}, QDir::Files,
                                QDirIterator::Subdirectories);
             files.hasNext();) {
            const QString path = files.next();
            const bool isLoaded =
                path.endsWith(QLatin1String("instrument.json")) || path.contains(QLatin1String("/text."));
            if (isLoaded && QJsonDocument::fromJson(*readFile(path)).isNull())
                return 0;
        }
    return elapsedMicroseconds(start) / 1e3 / loads;
}

} // namespace

QList<Figure> scores() {
    const instrument::Library library = test::shippedLibrary();
    QList<Figure> figures{{QStringLiteral("the whole library loaded and proven (baseline: its JSON parsed)"),
                           loadMilliseconds(), QStringLiteral("ms"), readMilliseconds()}};
    for (const QString& id : library.ids()) {
        const instrument::Instrument& instrument = *library.instrument(id);
        instrument::Answers answers;
        for (const instrument::Item& item : instrument.items) {
            if (item.type == instrument::ItemType::MultiChoice)
                answers.insert(item.id, instrument::AnswerValue(QList<Decimal>{item.choices.constLast().value}));
            else if (item.type == instrument::ItemType::Number && item.max)
                answers.insert(item.id, instrument::AnswerValue(*item.max));
            else if (!item.choices.isEmpty())
                answers.insert(item.id, instrument::AnswerValue(item.choices.constLast().value));
            else if (item.type == instrument::ItemType::Scale)
                answers.insert(item.id, instrument::AnswerValue(*item.max));
            else if (item.type == instrument::ItemType::Clock)
                answers.insert(item.id, instrument::AnswerValue(instrument::ClockTime{
                                            answers.contains(QStringLiteral("q1")) ? 420 : 1350}));
            else if (item.type == instrument::ItemType::Duration)
                answers.insert(item.id, instrument::AnswerValue(instrument::Minutes{Decimal(30)}));
        }
        if (instrument.scores.isEmpty())
            continue;
        figures.append({QStringLiteral("%1: all its %2 scores, a second (baseline: a plain sum of its answers)")
                            .arg(id)
                            .arg(instrument.scores.size()),
                        scoringsPerSecond(instrument, answers), QStringLiteral("1/s"), sumsPerSecond(answers)});
    }
    return figures;
}

} // namespace serein::bench

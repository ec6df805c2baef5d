#pragma once
// Time as the protocol uses it: instants with their offset, a clock that tests can set, ISO 8601 durations, site zones.
#include "core/Result.h"

#include <QDateTime>
#include <QTimeZone>
#include <chrono>
#include <optional>

namespace serein {

class Clock {
public:
    virtual ~Clock() = default;
    /// Now, in the device's own offset, to the millisecond.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// How long something that nobody can set has run, sleep included; none: this clock is set by hand.
    [[nodiscard]] virtual std::optional<std::chrono::milliseconds> running() const { return std::nullopt; }
    /// Whoever started the program said what time it is to be taken for (`--at`). No delay may hang on it, and a ledger
    /// that is no demonstration says that it was so.
    [[nodiscard]] virtual bool isStated() const { return false; }
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::optional<std::chrono::milliseconds> running() const override;
};

/// Stands still until it is set or advanced.
class FixedClock : public Clock {
public:
    explicit FixedClock(QDateTime now) : m_now(std::move(now)) {}
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void set(const QDateTime& now) { m_now = now; }
    void advance(std::chrono::milliseconds step) { m_now = m_now.addMSecs(step.count()); }

private:
    QDateTime m_now;
};

/// Stands still at `--at`.
class StatedClock final : public FixedClock {
public:
    using FixedClock::FixedClock;
    [[nodiscard]] bool isStated() const override { return true; }
};

/// ISO 8601 with offset or Z ("2026-11-20T14:05+08:00"); a time without an offset is refused: it names no instant.
[[nodiscard]] Result<QDateTime> parseInstant(const QString& text);
/// "2026-11-20T14:05:00.000+08:00"
[[nodiscard]] QString instantText(const QDateTime& instant);

/// An ISO 8601 duration kept in its parts: years, months and days follow the local calendar, the rest the physical
/// clock.
struct IsoDuration {
    int months = 0;
    int days = 0;
    std::chrono::seconds time{0};

    /// "PT30M", "-P3D", "P1DT12H", "P2W", "PT0S"; whole numbers only.
    [[nodiscard]] static Result<IsoDuration> fromString(const QString& text);
    [[nodiscard]] QString toString() const;
    /// Nominal length for comparing recall periods: a month counts 30 days.
    [[nodiscard]] std::chrono::seconds nominal() const;
    bool operator==(const IsoDuration&) const = default;
};

/// `instant` + `step`, calendar parts by the local calendar of `zone`.
[[nodiscard]] QDateTime plus(const QDateTime& instant, const IsoDuration& step, const QTimeZone& zone);
/// The local clock time on that date; in a spring gap the first moment after it, in an autumn fold the earlier one.
[[nodiscard]] QDateTime localMoment(QDate date, QTime time, const QTimeZone& zone);

} // namespace serein

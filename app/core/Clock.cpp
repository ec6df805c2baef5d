#include "core/Clock.h"

#include <QRegularExpression>

namespace serein {

QDateTime SystemClock::now() const {
    const QDateTime local = QDateTime::currentDateTime();
    return local.toOffsetFromUtc(local.offsetFromUtc());
}

std::optional<std::chrono::milliseconds> SystemClock::running() const {
    timespec since{};
    if (::clock_gettime(CLOCK_BOOTTIME, &since) != 0)
        return std::nullopt;
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(since.tv_sec) +
                                                                 std::chrono::nanoseconds(since.tv_nsec));
}

Result<QDateTime> parseInstant(const QString& text) {
    static const QRegularExpression pattern(
        QStringLiteral(R"(^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)\z)"));
    if (!pattern.match(text).hasMatch())
        return unusable(
            QStringLiteral("\"%1\" is not a date and time with offset, such as 2026-11-20T14:05+08:00").arg(text));
    const QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!instant.isValid())
        return unusable(QStringLiteral("\"%1\" is not a date and time that exists").arg(text));
    return instant.toOffsetFromUtc(instant.offsetFromUtc());
}

QString instantText(const QDateTime& instant) {
    const int offset = instant.offsetFromUtc();
    const QDateTime local = instant.toOffsetFromUtc(offset);
    const int minutes = std::abs(offset) / 60;
    return local.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")) + (offset < 0 ? u'-' : u'+') +
           QStringLiteral("%1:%2").arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
}

Result<IsoDuration> IsoDuration::fromString(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral(
        R"(^(-?)P(?=\d|T\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?\z)"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return unusable(QStringLiteral("\"%1\" is not an ISO 8601 duration, such as PT30M or -P3D").arg(text));
    const int sign = match.captured(1).isEmpty() ? 1 : -1;
    const auto part = [&](int group) { return sign * match.captured(group).toInt(); };
    return IsoDuration{part(2) * 12 + part(3), part(4) * 7 + part(5),
                       std::chrono::hours(part(6)) + std::chrono::minutes(part(7)) + std::chrono::seconds(part(8))};
}

QString IsoDuration::toString() const {
    const bool negative = months < 0 || days < 0 || time.count() < 0;
    QString text = negative ? QStringLiteral("-P") : QStringLiteral("P");
    const auto add = [&](qint64 amount, QChar unit) {
        if (amount != 0)
            text += QString::number(std::abs(amount)) + unit;
    };
    add(months / 12, u'Y');
    add(months % 12, u'M');
    add(days, u'D');
    if (time.count() != 0) {
        text += u'T';
        add(time.count() / 3600, u'H');
        add(time.count() % 3600 / 60, u'M');
        add(time.count() % 60, u'S');
    }
    return text.endsWith(u'P') ? QStringLiteral("PT0S") : text;
}

std::chrono::seconds IsoDuration::nominal() const {
    return std::chrono::days(months * 30 + days) + time;
}

QDateTime plus(const QDateTime& instant, const IsoDuration& step, const QTimeZone& zone) {
    QDateTime moved = instant;
    if (step.months != 0 || step.days != 0) {
        const QDateTime local = instant.toTimeZone(zone);
        moved = localMoment(local.date().addMonths(step.months).addDays(step.days), local.time(), zone);
    }
    return moved.addSecs(step.time.count());
}

QDateTime localMoment(QDate date, QTime time, const QTimeZone& zone) {
    // Search by offset, so that gaps and folds resolve the same way on every Qt.
    const QDateTime asUtc(date, time, Qt::UTC);
    const QDateTime dayBefore = asUtc.addDays(-1);
    const QDateTime dayAfter = asUtc.addDays(1);
    const int before = zone.offsetFromUtc(dayBefore);
    const int after = zone.offsetFromUtc(dayAfter);
    for (const int offset : {std::max(before, after), std::min(before, after)}) {
        const QDateTime candidate = asUtc.addSecs(-offset);
        if (zone.offsetFromUtc(candidate) == offset)
            return candidate.toOffsetFromUtc(offset);
    }
    // In a gap the first moment after it is the transition itself.
    const auto transition = zone.nextTransition(dayBefore).atUtc;
    const QDateTime moment = transition.isValid() ? transition : asUtc.addSecs(-before);
    return moment.toOffsetFromUtc(zone.offsetFromUtc(moment));
}

} // namespace serein

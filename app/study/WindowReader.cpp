#include "core/Json.h"
#include "study/Reader.h"

namespace serein::study {

namespace {

QTime readClock(const QJsonValue& value, const QString& pointer, Faults& faults) {
    if (!value.isString())
        return {};
    const QTime time = QTime::fromString(value.toString(), QStringLiteral("HH:mm"));
    if (!time.isValid())
        faults.add(pointer, QStringLiteral("\"%1\" is not a clock time, such as 06:00").arg(value.toString()));
    return time;
}

void readAnchored(Window& window, const QJsonObject& json, const QString& pointer, Faults& faults) {
    window.offset = readDuration(json.value("offset"), pointerTo(pointer, "offset"), faults);
    window.opens = readDuration(json.value("opens"), pointerTo(pointer, "opens"), faults);
    window.closes = readDuration(json.value("closes"), pointerTo(pointer, "closes"), faults);
    for (const char* key : {"from", "to", "spread"})
        if (json.contains(QLatin1String(key)))
            faults.add(pointerTo(pointer, key), QStringLiteral("belongs to a window on a local day, not on an anchor"));
    const bool whole = json.contains(QLatin1String("opens")) && json.contains(QLatin1String("closes"));
    if (whole && window.opens.nominal() >= window.closes.nominal())
        faults.add(pointer, QStringLiteral("the window opens (%1) no earlier than it closes (%2)")
                                .arg(window.opens.toString(), window.closes.toString()));
}

void readLocalDay(Window& window, const QJsonObject& json, const QString& pointer, Faults& faults) {
    window.day = json.value("day").toInt();
    window.from = readClock(json.value("from"), pointerTo(pointer, "from"), faults);
    window.to = readClock(json.value("to"), pointerTo(pointer, "to"), faults);
    window.spread = readDuration(json.value("spread"), pointerTo(pointer, "spread"), faults);
    for (const char* key : {"offset", "opens", "closes"})
        if (json.contains(QLatin1String(key)))
            faults.add(pointerTo(pointer, key), QStringLiteral("belongs to a window on an anchor, not on a local day"));
    if (window.spread.months != 0 || window.spread.time.count() != 0 || window.spread.days < 0) {
        faults.add(pointerTo(pointer, "spread"), QStringLiteral("must be whole days, such as P1D"));
        return;
    }
    if (window.spread.days == 0 && window.to == QTime(0, 0))
        faults.add(pointerTo(pointer, "to"),
                   QStringLiteral("00:00 is the start of the day; leave \"to\" out to stay open until its end"));
    else if (window.spread.days == 0 && window.from.isValid() && window.to.isValid() && window.from >= window.to)
        faults.add(pointer, QStringLiteral("the window opens (%1) no earlier than it closes (%2)")
                                .arg(window.from.toString("HH:mm"), window.to.toString("HH:mm")));
}

} // namespace

Window readWindow(const QJsonObject& json, const QString& pointer, Faults& faults) {
    Window window;
    window.anchor = json.value("anchor").toString();
    const bool onAnchor = json.contains(QLatin1String("anchor"));
    const bool onLocalDay = json.contains(QLatin1String("day"));
    if (onAnchor && onLocalDay)
        faults.add(pointer, QStringLiteral("must hang on either an anchor or a local day"));
    else if (onAnchor)
        readAnchored(window, json, pointer, faults);
    else if (onLocalDay)
        readLocalDay(window, json, pointer, faults);
    return window;
}

} // namespace serein::study

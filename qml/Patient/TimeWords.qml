pragma Singleton
import QtQuick
import Serein.Theme

// Times of day and lengths of time as people say them: 24 h or 12 h by the locale of the language on screen, and the part of the day in words.
QtObject {
    id: words

    // "en" alone doesn't say which English: where the tablet's own locale speaks the language, its habit counts.
    readonly property var locale: Qt.locale(Qt.locale().name.startsWith(Theme.language + "_") ? Qt.locale().name : Theme.language.replace("-", "_"))
    readonly property bool twelveHours: locale.timeFormat(Locale.ShortFormat).toLowerCase().includes("a")

    function two(number: int): string {
        return String(number).padStart(2, "0");
    }
    function half(hour: int): string {
        return hour < 12 ? locale.amText : locale.pmText;
    }
    function hour(hour: int): string {
        return twelveHours ? qsTr("%1 %2", "an hour and AM or PM").arg(hour % 12 === 0 ? 12 : hour % 12).arg(half(hour)) : two(hour);
    }
    function clock(hour: int, minute: int): string {
        const time = (twelveHours ? hour % 12 === 0 ? 12 : hour % 12 : two(hour)) + ":" + two(minute);
        return twelveHours ? qsTr("%1 %2", "an hour and AM or PM").arg(time).arg(half(hour)) : time;
    }
    function partOfDay(hour: int): string {
        return hour < 5 ? qsTr("at night") : hour < 12 ? qsTr("in the morning") : hour < 18 ? qsTr("in the afternoon")
            : hour < 22 ? qsTr("in the evening") : qsTr("at night");
    }
    function duration(minutes: int): string {
        const hours = Math.floor(minutes / 60);
        const rest = minutes % 60;
        return hours === 0 ? qsTr("%1 min").arg(rest) : rest === 0 ? qsTr("%1 h").arg(hours) : qsTr("%1 h %2 min").arg(hours).arg(rest);
    }
    /// Gentle words for what lies outside; empty where it fits. Bounds are undefined where there are none.
    function outside(value: real, isDuration: bool, least: var, most: var): string {
        const hasLeast = typeof least === "number";
        const hasMost = typeof most === "number";
        if ((!hasLeast || value >= Number(least)) && (!hasMost || value <= Number(most)))
            return "";
        if (isDuration) {
            return !hasMost ? qsTr("Please enter %1 or more.").arg(duration(Number(least))) : !hasLeast || Number(least) === 0
                ? qsTr("Please enter %1 at most.").arg(duration(Number(most)))
                : qsTr("Please enter a time from %1 to %2.").arg(duration(Number(least))).arg(duration(Number(most)));
        }
        return hasLeast && hasMost ? qsTr("Please enter a number from %1 to %2.").arg(String(least)).arg(String(most))
            : hasMost ? qsTr("Please enter %1 or less.").arg(String(most)) : qsTr("Please enter %1 or more.").arg(String(least));
    }
}

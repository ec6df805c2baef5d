import QtQuick
import Serein.Theme
import Serein.Controls

// A time of day or a length of time by two big wheels. Both rest blank; minutes stand in steps of five, the exact one is typed on the keypad.
Entry {
    id: entry

    required property string kind // clock, duration
    property var least // of a duration, in minutes; undefined: no bound
    property var most
    property real room // height there is

    property int pickedHour: -1
    property int pickedMinute: -1
    property bool touched: false
    readonly property bool isClock: kind === "clock"
    readonly property int given: answer === undefined || answer === null ? -1
        : isClock ? Number(String(answer).slice(0, 2)) * 60 + Number(String(answer).slice(3)) : Number(answer)
    readonly property int hour: touched ? pickedHour : given < 0 ? -1 : Math.floor(given / 60)
    readonly property int minute: touched ? pickedMinute : given < 0 ? -1 : given % 60
    readonly property bool whole: hour >= 0 && minute >= 0
    readonly property string outside: whole && !isClock ? TimeWords.outside(hour * 60 + minute, true, least, most) : ""
    readonly property int hours: isClock ? 24 : Math.max(hour, typeof most === "number" ? Math.floor(Number(most) / 60) : 24) + 1
    readonly property string words: whole && isClock ? qsTr("%1, %2", "a time and the part of the day").arg(TimeWords.clock(hour, minute)).arg(TimeWords.partOfDay(hour))
        : whole ? TimeWords.duration(hour * 60 + minute) : isClock && hour >= 0 ? TimeWords.partOfDay(hour) : ""

    function pick(hours: int, minutes: int): void {
        // Of a length of time one wheel says all: "20 minutes" has no hours. An hour alone is no time of day.
        pickedHour = isClock || hours >= 0 ? hours : 0;
        pickedMinute = isClock || minutes >= 0 ? minutes : 0;
        touched = true;
        if (!whole || outside.length > 0)
            return;
        const value = isClock ? TimeWords.two(hour) + ":" + TimeWords.two(minute) : hour * 60 + minute;
        if (value !== answer)
            entry.gave(value);
    }
    function hourEntries(): var {
        const all = [];
        for (let value = 0; value < hours; ++value)
            all.push({value: value, text: isClock ? TimeWords.hour(value) : String(value)});
        return all;
    }
    function minuteEntries(): var {
        const all = [];
        for (let value = 0; value < 60; ++value)
            if (value % 5 === 0 || value === minute) // what was typed exactly stands among them
                all.push({value: value, text: isClock ? TimeWords.two(value) : String(value)});
        return all;
    }

    unfinished: touched && (!whole || outside.length > 0)
    fault: outside
    implicitHeight: column.implicitHeight
    onRenewed: {
        touched = false;
        pickedHour = -1;
        pickedMinute = -1;
    }

    Column {
        id: column
        readonly property real size: Math.min(Theme.question, Theme.touch * 0.62)
        readonly property real others: caption.height + line.height + other.height + 3 * spacing
        readonly property int rows: entry.room >= others + 5 * hourWheel.rowHeight ? 5 : 3
        readonly property real half: Math.min((width - Theme.margin) / 2, Theme.padWidth * 0.8)
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(entry.width, Theme.padWidth * 2)
        spacing: Theme.space

        Row {
            id: caption
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.margin
            Words {
                width: column.half
                horizontalAlignment: Text.AlignHCenter
                text: hourWheel.label
                size: Theme.recall
                color: Theme.colors.secondary
                Accessible.ignored: true
            }
            Words {
                width: column.half
                horizontalAlignment: Text.AlignHCenter
                text: minuteWheel.label
                size: Theme.recall
                color: Theme.colors.secondary
                Accessible.ignored: true
            }
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.margin
            Wheel {
                id: hourWheel
                objectName: "patient.wheel.hours"
                width: column.half
                label: entry.isClock ? qsTr("Hour") : qsTr("Hours")
                entries: entry.hourEntries()
                chosen: entry.hour
                valueWords: entry.hour < 0 ? "" : entry.isClock ? TimeWords.hour(entry.hour) + ", " + TimeWords.partOfDay(entry.hour) : String(entry.hour)
                wraps: entry.isClock
                rows: column.rows
                size: column.size
                onChose: value => entry.pick(value, entry.minute)
                KeyNavigation.right: minuteWheel
            }
            Wheel {
                id: minuteWheel
                objectName: "patient.wheel.minutes"
                width: column.half
                label: qsTr("Minutes")
                entries: entry.minuteEntries()
                chosen: entry.minute
                valueWords: String(entry.minute)
                rows: column.rows
                size: column.size
                onChose: value => entry.pick(entry.hour, value)
                KeyNavigation.left: hourWheel
            }
        }
        Words { // its line is kept, so that nothing moves when the words come
            id: line
            objectName: "patient.time"
            width: parent.width
            height: Math.max(lineHeight, implicitHeight)
            horizontalAlignment: Text.AlignHCenter
            text: entry.words
            size: Theme.recall
        }
        ActionButton {
            id: other
            objectName: "patient.keypad"
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, implicitWidth)
            kind: "quiet"
            size: Theme.recall
            minimum: Theme.touch
            text: qsTr("Use a keypad")
            onClicked: entry.otherWay()
        }
    }
}

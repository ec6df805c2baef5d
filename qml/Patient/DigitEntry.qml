import QtQuick
import Serein.Theme
import Serein.Controls

// Numbers, times of day, lengths of time and dates by our own number pad. Blank until touched; what is typed is given as soon as it is
// whole and valid.
FocusScope {
    id: entry

    required property string kind // number, clock, duration, date
    property string itemId
    property var answer // number; clock "22:30"; duration in minutes; date "2026-11-20"
    property string unit
    signal gave(var value)

    property string typed
    property bool touched: false
    readonly property string digits: touched ? typed : EntryFormat.digits(kind, answer)
    readonly property int slots: EntryFormat.slots(kind)
    readonly property bool valid: EntryFormat.valid(kind, digits)
    /// Something is typed that isn't an answer yet.
    readonly property bool unfinished: touched && digits.length > 0 && !valid
    readonly property string words: digits.length < slots || slots === 0 ? unit
        : !valid ? (kind === "date" ? qsTr("There is no such date. Please check it.") : qsTr("There is no such time. Please check it."))
        : kind === "clock" ? partOfDay(Number(digits.slice(0, 2))) : ""

    function partOfDay(hour: int): string {
        return hour < 5 ? qsTr("at night") : hour < 12 ? qsTr("in the morning") : hour < 18 ? qsTr("in the afternoon")
            : hour < 22 ? qsTr("in the evening") : qsTr("at night");
    }
    function add(digit: string): void {
        const before = touched ? typed : ""; // a first key starts anew
        // 9 can't begin an hour: it means 09.
        const next = kind === "clock" && before === "" && digit > "2" ? "0" + digit : before + digit;
        if (next.length > (slots > 0 ? slots : 6))
            return;
        touched = true;
        typed = next;
        settle();
    }
    function drop(): void {
        typed = digits.slice(0, -1);
        touched = true;
        settle();
    }
    function settle(): void {
        if (slots > 0 || !valid)
            flush();
        else
            pause.restart();
    }
    /// Gives what is typed, if it is an answer.
    function flush(): void {
        pause.stop();
        if (touched && valid && EntryFormat.value(kind, typed) !== answer)
            entry.gave(EntryFormat.value(kind, typed));
    }

    onItemIdChanged: {
        touched = false;
        typed = "";
    }
    implicitHeight: column.implicitHeight
    Keys.onPressed: event => {
        if (event.text.length === 1 && event.text >= "0" && event.text <= "9")
            entry.add(event.text);
        else if (event.key === Qt.Key_Backspace)
            entry.drop();
        else
            return;
        event.accepted = true;
    }

    Timer { // a number has no fixed length: it is given when the finger rests
        id: pause
        interval: 5 * Theme.motion
        onTriggered: entry.flush()
    }
    Column {
        id: column
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(entry.width, Theme.padWidth * Math.max(1.25, Theme.textScale * 0.9))
        spacing: Theme.space

        Rectangle {
            width: parent.width
            height: shown.lineHeight + Theme.space
            radius: Theme.radius
            color: Theme.colors.surface
            border.width: entry.digits.length > 0 ? Theme.chosenWidth : Theme.outlineWidth
            border.color: entry.digits.length > 0 ? Theme.colors.primary : Theme.colors.outline
            Words {
                id: shown
                objectName: "patient.entry"
                anchors.centerIn: parent
                wrapMode: Text.NoWrap
                size: Math.min(Theme.question, column.width / 9)
                text: EntryFormat.shown(entry.kind, entry.digits, qsTr("h", "hours"), qsTr("min", "minutes"))
            }
        }
        Words {
            width: parent.width
            visible: text.length > 0
            text: entry.words
            size: Theme.recall
            color: Theme.colors.secondary
            horizontalAlignment: Text.AlignHCenter
        }
        Keypad {
            width: parent.width
            prefix: "patient"
            size: Math.min(Theme.option, Theme.touch * 0.6)
            onDigit: value => entry.add(value)
            onErase: entry.drop()
        }
    }
}

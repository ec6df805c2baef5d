pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// Numbers, times of day, lengths of time and dates by our own number pad. Blank until touched; what is typed is given as soon as it is
// whole and valid, and where that can't be told, when the finger rests.
Entry {
    id: entry

    required property string kind // number, clock, duration, date, datetime
    property string question
    property string unit
    property int decimals: 0
    property var least // of a number, and of a duration in minutes; undefined: no bound
    property var most

    property string typed
    property bool touched: false
    property bool rested: false // long enough to say that something is wrong
    readonly property bool twelve: kind === "clock" && TimeWords.twelveHours
    readonly property string digits: touched ? typed : EntryFormat.digits(kind, answer, twelve)
    readonly property bool fixed: EntryFormat.slots(kind) > 0
    readonly property bool whole: EntryFormat.whole(kind, digits, twelve)
    readonly property bool formed: EntryFormat.valid(kind, digits, twelve)
    readonly property string outside: formed && (kind === "number" || kind === "duration")
        ? TimeWords.outside(EntryFormat.value(kind, digits), kind === "duration", least, most) : ""
    readonly property bool valid: formed && outside.length === 0
    readonly property bool asksHalf: EntryFormat.needsHalf(digits, twelve)
    readonly property string words: kind === "number" ? unit : (kind === "date" || kind === "datetime") && digits === "" ? qsTr("year, month, day")
        : asksHalf && !whole ? qsTr("%1 or %2?", "AM or PM").arg(TimeWords.half(0)).arg(TimeWords.half(12))
        : !formed ? "" : kind === "clock" ? TimeWords.partOfDay(EntryFormat.hourOf(digits))
        : kind === "datetime" ? TimeWords.partOfDay(Number(digits.slice(8, 10))) : ""

    function add(key: string): void {
        typed = EntryFormat.append(kind, touched ? typed : "", key, twelve, decimals); // a first key starts anew
        settle();
    }
    function drop(): void {
        typed = digits.slice(0, -1);
        settle();
    }
    function chooseHalf(half: string): void {
        typed = digits.slice(0, 4) + half;
        settle();
    }
    function settle(): void {
        touched = true;
        rested = false;
        if (fixed && whole)
            rest();
        else
            pause.restart();
    }
    function rest(): void {
        pause.stop();
        if (!touched)
            return;
        rested = true;
        if (typed === "" && answer !== undefined)
            entry.gave(undefined); // what was erased is no answer any more
        else if (valid && EntryFormat.value(kind, typed) !== answer)
            entry.gave(EntryFormat.value(kind, typed));
    }

    unfinished: touched && digits.length > 0 && !valid
    fault: !rested || !whole ? "" : outside.length > 0 ? outside : formed ? ""
        : kind === "date" ? qsTr("There is no such date. Please check it.") : qsTr("There is no such time. Please check it.")
    implicitHeight: column.implicitHeight
    onLeave: rest()
    onRenewed: {
        pause.stop();
        touched = false;
        rested = false;
        typed = "";
    }
    Keys.onPressed: event => {
        if (event.text.length === 1 && event.text >= "0" && event.text <= "9")
            entry.add(event.text);
        else if (kind === "number" && decimals > 0 && (event.text === "." || event.text === ","))
            entry.add(".");
        else if (kind === "number" && Number(least) < 0 && event.text === "-")
            entry.add("-");
        else if (entry.asksHalf && (event.key === Qt.Key_A || event.key === Qt.Key_P))
            entry.chooseHalf(event.key === Qt.Key_A ? "a" : "p");
        else if (event.key === Qt.Key_Backspace)
            entry.drop();
        else
            return;
        event.accepted = true;
    }

    Timer {
        id: pause
        interval: 5 * Theme.motion
        onTriggered: entry.rest()
    }
    Column {
        id: column
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(entry.width, Theme.padWidth * Math.max(1.25, Theme.textScale * 0.9))
        spacing: Theme.space

        Row {
            width: parent.width
            height: entry.twelve ? Theme.touch : shown.lineHeight + Theme.space
            spacing: Theme.space
            Rectangle { // a control of the templates would be announced by a role of its own
                id: field
                objectName: "patient.entry"
                readonly property string text: shown.text
                width: entry.twelve ? parent.width * 0.5 - parent.spacing : parent.width
                height: parent.height
                activeFocusOnTab: true
                Accessible.role: Accessible.EditableText
                Accessible.name: entry.question
                Accessible.description: entry.digits === "" ? qsTr("nothing entered yet") : shown.text + " " + entry.words
                Accessible.focusable: true
                radius: Theme.radius
                color: Theme.colors.surface
                border.width: entry.digits.length > 0 ? Theme.chosenWidth : Theme.outlineWidth
                border.color: entry.digits.length > 0 ? Theme.colors.primary : Theme.colors.outline
                Words {
                    id: shown
                    anchors.centerIn: parent
                    wrapMode: Text.NoWrap
                    size: Math.min(Theme.question, column.width / (entry.kind === "datetime" ? 13 : entry.twelve ? 10 : 9))
                    text: EntryFormat.shown(entry.kind, entry.digits, qsTr("h", "hours"), qsTr("min", "minutes"))
                    Accessible.ignored: true
                }
                FocusRing {
                    visible: field.activeFocus
                }
            }
            Repeater {
                model: entry.twelve ? ["a", "p"] : []
                ActionButton {
                    required property string modelData
                    objectName: "patient.half." + modelData
                    role: Accessible.RadioButton
                    focusPolicy: Qt.TabFocus
                    enabled: entry.asksHalf
                    width: (column.width * 0.5 - column.spacing) / 2
                    height: Theme.touch
                    leftPadding: 0
                    rightPadding: 0
                    size: Math.min(Theme.recall, width * 0.4)
                    text: TimeWords.half(modelData === "a" ? 0 : 12)
                    chosen: entry.asksHalf && entry.digits.endsWith(modelData)
                    onClicked: entry.chooseHalf(modelData)
                }
            }
        }
        Words { // its line is kept, so that the keys stay where they are
            width: parent.width
            text: entry.words
            height: Math.max(lineHeight, implicitHeight)
            size: Theme.recall
            color: Theme.colors.secondary
            horizontalAlignment: Text.AlignHCenter
        }
        Keypad {
            width: parent.width
            prefix: "patient"
            size: Math.min(Theme.option, Theme.touch * 0.6)
            extra: entry.kind === "clock" || entry.kind === "duration" ? [{id: "keypad", text: qsTr("Wheels"), spoken: qsTr("Use the wheels")}]
                : entry.kind !== "number" ? []
                : (entry.decimals > 0 ? [{id: "point", text: ".", spoken: qsTr("Decimal point")}] : [])
                    .concat(Number(entry.least) < 0 ? [{id: "sign", text: "−", spoken: qsTr("Minus sign")}] : [])
            onDigit: value => entry.add(value)
            onErase: entry.drop()
            onOther: id => id === "keypad" ? entry.otherWay() : entry.add(id === "point" ? "." : "-")
        }
    }
}

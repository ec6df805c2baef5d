pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// The way to answer one question, chosen by the item's type.
FocusScope {
    id: area

    required property string itemId
    required property string type // choice, multiChoice, scale, number, clock, duration, date, datetime, text; section and note ask nothing
    property string display       // scale: nrs or vas
    property string question
    property var options: []
    property int scaleMin
    property int scaleMax
    property string low
    property string high
    property string unit
    property int decimals: 0
    property var numberMin
    property var numberMax
    property var answer
    property bool declined: false
    property real room // height there is for an answer that doesn't stretch
    signal gave(var value)

    /// Times are typed rather than turned; kept from question to question, as the participant likes it.
    property bool keypad: false
    readonly property Entry entry: stage.page as Entry
    readonly property bool unfinished: entry !== null && entry.unfinished
    readonly property string fault: entry !== null ? entry.fault : ""
    readonly property bool isTime: type === "clock" || type === "duration"
    /// Lives beside the question where the page is wide; a scale needs the whole width.
    readonly property bool besideQuestion: isTime || type === "number" || type === "date" || type === "datetime"
    readonly property bool stretches: type === "choice" || type === "multiChoice" || type === "text"

    function flush(): void {
        if (entry !== null)
            entry.leave();
    }

    implicitHeight: stage.implicitHeight

    Stage {
        id: stage
        anchors.fill: parent
        focus: true
        shows: {
            switch (area.type) {
            case "choice":
            case "multiChoice":
                return choice;
            case "scale":
                return area.display === "vas" ? vas : nrs;
            case "clock":
            case "duration":
                return area.keypad ? digits : wheels;
            case "number":
            case "date":
            case "datetime":
                return digits;
            case "text":
                return words;
            case "section":
            case "note":
            case "":
                return null;
            default:
                return unknown;
            }
        }
    }

    Component {
        id: choice
        ChoiceList {
            options: area.options
            answer: area.answer
            several: area.type === "multiChoice"
            onChose: value => area.gave(value)
        }
    }
    Component {
        id: nrs
        NrsRow {
            room: area.room
            from: area.scaleMin
            to: area.scaleMax
            answer: area.answer
            low: area.low
            high: area.high
            onChose: value => area.gave(value)
        }
    }
    Component {
        id: vas
        VasLine {
            room: area.room
            from: area.scaleMin
            to: area.scaleMax
            answer: area.answer
            low: area.low
            high: area.high
            onChose: value => area.gave(value)
        }
    }
    Component {
        id: wheels
        TimeEntry {
            kind: area.type
            itemId: area.itemId
            answer: area.answer
            declined: area.declined
            least: area.numberMin
            most: area.numberMax
            room: area.room
            onGave: value => area.gave(value)
            onOtherWay: area.keypad = true
        }
    }
    Component {
        id: digits
        DigitEntry {
            kind: area.type
            itemId: area.itemId
            question: area.question
            answer: area.answer
            declined: area.declined
            unit: area.unit
            decimals: area.decimals
            least: area.numberMin
            most: area.numberMax
            onGave: value => area.gave(value)
            onOtherWay: {
                leave(); // what is typed whole stands on the wheels
                area.keypad = false;
            }
        }
    }
    Component {
        id: words
        TextEntry {
            itemId: area.itemId
            question: area.question
            answer: area.answer
            declined: area.declined
            onGave: value => area.gave(value)
        }
    }
    Component {
        id: unknown
        Words {
            text: qsTr("This tablet can't ask this question. Please tell your nurse, and go on with “I'd rather not answer”.")
            size: Theme.recall
        }
    }
}

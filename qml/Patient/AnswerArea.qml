pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// The way to answer one question, chosen by the item's type.
FocusScope {
    id: area

    required property string itemId
    required property string type // choice, multiChoice, scale, number, clock, duration, date, text; section and note ask nothing
    property string display       // scale: nrs or vas
    property string question
    property var options: []
    property int scaleMin
    property int scaleMax
    property string low
    property string high
    property string unit
    property var answer
    signal gave(var value)

    readonly property DigitEntry digitEntry: stage.page as DigitEntry
    readonly property TextEntry textEntry: stage.page as TextEntry
    readonly property bool unfinished: digitEntry !== null && digitEntry.unfinished
    /// Lives beside the question where the page is wide; a scale needs the whole width.
    readonly property bool besideQuestion: type === "number" || type === "clock" || type === "duration" || type === "date"
    readonly property bool stretches: type === "choice" || type === "multiChoice" || type === "text"

    function flush(): void {
        if (digitEntry !== null)
            digitEntry.flush();
        if (textEntry !== null)
            textEntry.flush();
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
            case "number":
            case "clock":
            case "duration":
            case "date":
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
            from: area.scaleMin
            to: area.scaleMax
            answer: area.answer
            low: area.low
            high: area.high
            onChose: value => area.gave(value)
        }
    }
    Component {
        id: digits
        DigitEntry {
            kind: area.type
            itemId: area.itemId
            answer: area.answer
            unit: area.unit
            onGave: value => area.gave(value)
        }
    }
    Component {
        id: words
        TextEntry {
            itemId: area.itemId
            question: area.question
            answer: area.answer
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

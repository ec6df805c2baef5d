import QtQuick
import Serein.Theme
import Serein.Controls

// One question, as published: its recall line, its words, its answers, and nothing chosen until the participant does.
PatientFrame {
    id: page

    required property string itemId
    required property string type
    property string display: "nrs"
    property string recall
    property string question
    property string help
    property var options: []
    property int scaleMin: 0
    property int scaleMax: 10
    property string low
    property string high
    property string unit
    property var answer
    property bool answered: false
    property string trouble
    signal gave(var value)
    signal moveOn()

    /// The participant tapped Next without an answer.
    property bool prompted: false
    readonly property bool asks: type !== "note" && type !== "section"
    readonly property bool settled: !asks || answered || declined
    readonly property string prompt: area.unfinished ? qsTr("This answer is not complete yet.")
        : qsTr("Please answer first, or tap “I'd rather not answer”.")
    readonly property string declinedWords: qsTr("You chose not to answer. You can still change it.")
    readonly property string message: trouble.length > 0 ? trouble
        : prompted && (!settled || area.unfinished) ? prompt
        : declined ? declinedWords : ""

    // A page wide and low: question on the left, answers on the right; but a scale keeps its one row.
    readonly property bool beside: landscape && (area.besideQuestion || area.stretches)
    readonly property real answerGap: keepsMessageRoom ? Theme.margin : Theme.space * 2
    readonly property real columnWidth: beside ? (body.width - Theme.margin) / 2 : body.width
    // A tall page begins lower, nearer the hands, and leaves three lines to the question.
    readonly property real air: landscape ? 0 : Math.max(0, Theme.margin * (5 - 3 * Theme.textScale))
    readonly property real recallRoom: air + (recallLine.implicitHeight > 0 ? recallLine.implicitHeight + Theme.gap : 0)
    // Kept free whether or not there is a message, so that nothing moves when one comes; but large text on a low page needs the room itself.
    readonly property bool keepsMessageRoom: asks && !beside && !(landscape && Theme.textScale >= 1.5)
    readonly property real messageRoom: Math.max(messageLine.implicitHeight, keepsMessageRoom ? longestPrompt.implicitHeight + Theme.space * 2 : 0)
    readonly property real answerLeast: !asks ? 0 : type === "choice" || type === "multiChoice"
        ? options.length * Theme.touch + (options.length - 1) * Theme.gap : area.implicitHeight
    readonly property real questionRoom: body.height - recallRoom - messageRoom - Theme.gap - (beside ? 0 : answerLeast + answerGap)
    readonly property real questionLine: Theme.question * Theme.lineHeight

    /// Gives what was typed and not given yet; before the page is left.
    function flush(): void {
        area.flush();
    }

    canDecline: asks
    onwardReady: settled && !area.unfinished
    onItemIdChanged: {
        prompted = false;
        questionArea.toTop();
    }
    onOnward: {
        area.flush();
        prompted = !settled || area.unfinished;
        if (!prompted)
            page.moveOn();
    }

    Item {
        id: body
        anchors.fill: parent

        Words {
            id: recallLine
            objectName: "patient.recall"
            y: page.air
            width: Math.min(page.columnWidth, Theme.measure(size))
            text: page.recall
            size: Theme.recall
            color: Theme.colors.secondary
        }
        ScrollArea {
            id: questionArea
            objectName: "patient.questionArea"
            name: "patient.more"
            y: page.recallRoom
            width: page.columnWidth
            // Room for a few lines at least, so that the answers of neighbouring questions stand at the same place.
            height: page.beside || !page.asks ? page.questionRoom
                : Math.max(Math.min(natural, least), Math.min(Math.max(natural, (page.landscape ? 2 : 3) * page.questionLine), page.questionRoom))
            size: Theme.recall
            touch: Theme.touch
            line: page.questionLine

            Column {
                width: Math.min(questionArea.width, Theme.measure(Theme.question))
                spacing: Theme.space
                Words {
                    objectName: "patient.question"
                    width: parent.width
                    text: page.question
                    size: Theme.question
                }
                Words {
                    width: parent.width
                    visible: text.length > 0
                    text: page.help
                    size: Theme.recall
                    color: Theme.colors.secondary
                }
            }
        }
        AnswerArea {
            id: area
            objectName: "patient.answer"
            x: page.beside ? page.columnWidth + Theme.margin : 0
            y: page.beside ? 0 : questionArea.y + questionArea.height + page.answerGap
            width: page.columnWidth
            height: stretches ? body.height - y - (page.beside ? 0 : page.messageRoom + Theme.gap) : implicitHeight
            itemId: page.itemId
            type: page.type
            display: page.display
            question: page.question
            options: page.options
            scaleMin: page.scaleMin
            scaleMax: page.scaleMax
            low: page.low
            high: page.high
            unit: page.unit
            answer: page.answer
            onGave: value => page.gave(value)
        }
        Words {
            id: longestPrompt
            visible: false
            width: page.columnWidth - Theme.space * 4
            text: page.declinedWords
            size: Theme.recall
        }
        MessageLine {
            id: messageLine
            objectName: "patient.message"
            anchors.bottom: parent.bottom
            width: page.columnWidth
            text: page.message
            size: Theme.recall
        }
    }
}

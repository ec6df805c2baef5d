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
    property int decimals: 0
    property var numberMin // of a number, and of a duration in minutes; undefined: no bound
    property var numberMax
    property var answer
    property bool answered: false
    property bool mayStayEmpty: false // without being declined
    property bool asksReason: false   // why it is declined, if the participant likes to say
    property string trouble
    signal gave(var value)
    signal declining(string reason)
    signal moveOn()

    /// The participant tapped Next without an answer.
    property bool prompted: false
    readonly property bool asks: type !== "note" && type !== "section"
    readonly property bool settled: !asks || answered || declined || mayStayEmpty
    readonly property string prompt: area.unfinished ? qsTr("This answer is not complete yet.")
        : qsTr("Please answer first, or tap “I'd rather not answer”.")
    readonly property string declinedWords: qsTr("You chose not to answer. You can still change it.")
    readonly property string message: trouble.length > 0 ? trouble : area.fault.length > 0 ? area.fault
        : prompted && (!settled || area.unfinished) ? prompt
        : declined && !isLow ? declinedWords : ""

    // A page wide and low: question on the left, answers on the right; but a scale keeps its one row, and many options take the whole width.
    readonly property bool beside: landscape && (area.besideQuestion || (area.stretches && oneColumn))
    readonly property bool oneColumn: options.length * (Theme.touch + Theme.gap) <= body.height + Theme.gap
    readonly property real columnWidth: beside ? (body.width - Theme.margin) / 2 : body.width
    readonly property real answerGap: keepsMessageRoom ? Theme.margin : Theme.space * 2
    readonly property real answerLeast: !asks || beside ? 0 : Theme.space * 2 + (type === "choice" || type === "multiChoice"
        ? rowsOfOptions * (Theme.touch + Theme.gap) - Theme.gap : area.implicitHeight)
    readonly property int rowsOfOptions: Math.ceil(options.length / (landscape ? 4 : options.length > 8 ? 2 : 1))
    // A tall page begins lower, nearer the hands, and leaves three lines to the question.
    readonly property real air: landscape ? 0 : Math.max(0, Theme.margin * (5 - 3 * Theme.textScale))
    readonly property real recallRoom: air + (recall.length > 0 ? recallLine.implicitHeight + Theme.gap : 0)
    readonly property real spare: body.height - recallRoom - answerLeast - Theme.gap
    readonly property real promptHeight: longestPrompt.implicitHeight + Theme.space * 2
    /// Question, answers and a message don't all fit: what has to be said stands where the question was, until the participant has acted.
    readonly property bool isLow: asks && spare - promptHeight < Math.min(questionArea.natural, questionArea.least)
    // Kept free whether or not there is a message, so that nothing moves when one comes.
    readonly property bool keepsMessageRoom: asks && !beside && !isLow
    readonly property real messageRoom: isLow ? 0 : Math.max(messageLine.implicitHeight, keepsMessageRoom ? promptHeight : 0)
    readonly property real questionRoom: spare - messageRoom - (keepsMessageRoom ? Theme.margin - Theme.space * 2 : 0)
    readonly property real questionLine: Theme.question * Theme.lineHeight
    readonly property bool covered: why.visible && why.y < questionArea.y + Math.min(questionArea.height, questionArea.natural)

    /// Gives what was typed and not given yet; before the page is left.
    function flush(): void {
        if (why.visible)
            why.flush();
        area.flush();
    }

    canDecline: asks
    onwardReady: settled && !area.unfinished
    onItemIdChanged: {
        prompted = false;
        why.visible = false;
        questionArea.toTop();
    }
    onDecline: {
        area.flush();
        page.declining("");
        why.visible = asksReason;
        if (asksReason)
            why.take(declinedByKeys);
    }
    onAnsweredChanged: if (answered) why.visible = false
    onOnward: {
        flush();
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
            visible: text.length > 0 && !page.covered
            text: page.recall
            size: Theme.recall
            color: Theme.colors.secondary
        }
        QuestionWords {
            id: questionArea
            objectName: "patient.questionArea"
            y: page.recallRoom
            width: page.columnWidth
            visible: !page.covered && !(page.isLow && messageLine.visible)
            // Room for a few lines at least, so that the answers of neighbouring questions stand at the same place.
            height: page.beside || !page.asks ? page.questionRoom
                : Math.max(Math.min(natural, least), Math.min(Math.max(natural, (page.landscape ? 2 : 3) * page.questionLine), page.questionRoom))
            room: Math.max(page.questionLine, page.beside ? page.spare : page.spare - page.promptHeight - Theme.margin)
            question: page.question
            help: page.help
        }
        AnswerArea {
            id: area
            objectName: "patient.answer"
            visible: !why.visible
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
            decimals: page.decimals
            numberMin: page.numberMin
            numberMax: page.numberMax
            answer: page.answer
            declined: page.declined
            room: page.beside ? body.height : body.height - page.recallRoom - 2 * page.questionLine - page.answerGap - page.messageRoom - Theme.gap
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
            y: page.isLow ? page.recallRoom : body.height - height
            width: page.columnWidth
            text: page.message
            size: Theme.recall
        }
        DeclinePanel {
            id: why
            anchors.bottom: parent.bottom
            width: body.width
            room: body.height
            visible: false
            onGave: reason => page.declining(reason)
            onDone: visible = false
        }
    }
}

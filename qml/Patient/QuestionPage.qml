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
    readonly property string promptWords: qsTr("Please answer first, or tap “I'd rather not answer”.")
    readonly property string prompt: area.unfinished ? qsTr("This answer is not complete yet.") : promptWords
    readonly property string longestPrompt: !asks ? "" : declinedWords.length > promptWords.length ? declinedWords : promptWords
    readonly property string declinedWords: qsTr("You chose not to answer. You can still change it.")
    readonly property string message: trouble.length > 0 ? trouble : area.fault.length > 0 ? area.fault
        : prompted && (!settled || area.unfinished) ? prompt
        : declined && !isLow ? declinedWords : ""

    // A page wide and low: question on the left, answers on the right; but a scale keeps its one row, and many options take the whole width.
    readonly property bool beside: landscape && (area.besideQuestion || (area.stretches && oneColumn))
    readonly property bool oneColumn: options.length * (Theme.touch + Theme.gap) <= body.height + Theme.gap
    // Halves; many words beside a few options have a little more.
    readonly property real wordsShare: options.length > 0 && !halved.fits ? 0.58 : 0.5
    readonly property real columnWidth: beside ? (body.width - Theme.margin) * wordsShare : body.width
    readonly property real answerGap: asks && !beside ? Theme.space * 2 : 0
    readonly property real answerLeast: !asks || beside ? 0 : type === "choice" || type === "multiChoice"
        ? rowsOfOptions * (Theme.touch + Theme.gap) - Theme.gap : area.implicitHeight
    readonly property int rowsOfOptions: Math.ceil(options.length / (landscape ? 4 : options.length > 8 ? 2 : 1))
    readonly property real wordsRoom: body.height - answerLeast - answerGap
    readonly property real questionLine: Theme.question * Theme.lineHeight
    /// Question, answers and a message don't all fit: what has to be said stands where the question was, until the participant has acted.
    readonly property bool isLow: asks && !fit.fits && wordsRoom - fit.recallHeight - fit.promptHeight - Theme.gap < questionArea.least
    // Kept free whether or not there is a message, so that nothing moves when one comes.
    readonly property real messageRoom: !asks || isLow ? 0 : Theme.gap + Math.max(messageLine.implicitHeight, fit.promptHeight)
    // A tall page begins lower, nearer the hands.
    readonly property real air: landscape ? 0 : Math.max(0, Math.min(Theme.margin * (5 - 3 * Theme.textScale), wordsRoom - fit.needed - ease))
    readonly property real ease: asks && !beside ? Math.max(0, Math.min(Theme.space * 2, wordsRoom - fit.needed)) : 0 // more air before the answers
    readonly property real recallRoom: air + fit.recallHeight
    readonly property real questionRoom: wordsRoom - recallRoom - messageRoom - ease
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

        WordsFit {
            id: fit
            width: page.columnWidth
            room: page.wordsRoom
            recall: page.recall
            question: page.question
            help: page.help
            prompt: page.longestPrompt
        }
        WordsFit { // whether halves would do
            id: halved
            width: (body.width - Theme.margin) / 2
            room: body.height
            recall: fit.recall
            question: fit.question
            help: fit.help
            prompt: fit.prompt
        }
        Words {
            objectName: "patient.recall"
            y: page.air
            width: Math.min(page.columnWidth, Theme.measure(size))
            visible: text.length > 0 && !page.covered
            text: page.recall
            size: fit.others
            color: Theme.colors.secondary
        }
        QuestionWords {
            id: questionArea
            objectName: "patient.questionArea"
            y: page.recallRoom
            width: page.columnWidth
            visible: !page.covered && !(page.isLow && messageLine.visible)
            // Room for a few lines at least, so that the answers of neighbouring questions stand at the same place.
            height: page.beside || !page.asks ? page.questionRoom : Math.max(Math.min(natural, least),
                Math.min(Math.max(natural, (page.landscape ? 2 : 3) * page.questionLine), page.questionRoom))
            asked: fit.asked
            others: fit.others
            question: page.question
            help: page.help
        }
        AnswerArea {
            id: area
            objectName: "patient.answer"
            visible: !why.visible
            x: page.beside ? page.columnWidth + Theme.margin : 0
            y: page.beside ? 0 : questionArea.y + questionArea.height + page.answerGap + page.ease
            width: page.beside ? body.width - x : body.width
            height: stretches ? body.height - y - (page.beside ? 0 : page.messageRoom) : implicitHeight
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
            room: page.beside ? body.height : body.height - fit.natural - page.answerGap
            onGave: value => page.gave(value)
        }
        MessageLine {
            id: messageLine
            objectName: "patient.message"
            y: page.isLow ? page.recallRoom : body.height - height
            width: page.columnWidth
            text: page.message
            size: fit.others
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

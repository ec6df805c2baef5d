pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// Every question with its answer, to look over before submitting; a tap leads back to a question. Answers that don't seem to fit together are
// asked about, gently, and may be kept.
PatientFrame {
    id: page

    property var rows: [] // [{"item", "question", "answer", "declined", "answered"}]
    property string trouble
    property var checks: [] // [{"id", "text"}]
    signal visit(string item)
    signal keep(string check)
    signal submit()

    property string advice

    onwardText: qsTr("Submit")
    onwardName: "patient.submit"

    onChecksChanged: advice = ""
    onwardReady: checks.length === 0
    onOnward: {
        if (checks.length === 0) {
            page.submit();
            return;
        }
        scroller.bring(questions);
        advice = qsTr("Please look at the question at the top first.");
    }

    function words(row: var): string {
        return row.declined ? qsTr("I'd rather not answer") : row.answered ? row.answer : qsTr("Not answered");
    }

    ScrollArea {
        id: scroller
        anchors.top: parent.top
        anchors.bottom: message.top
        anchors.bottomMargin: message.visible ? Theme.gap : 0
        width: parent.width
        size: Theme.recall
        touch: Theme.touch
        name: "patient.more"

        Column {
            width: parent.width
            spacing: Theme.space

            Words {
                width: parent.width
                bottomPadding: Theme.space
                text: qsTr("Please look over your answers. Tap one to change it.")
                size: Theme.option
            }
            Item { // where the gentle questions begin
                id: questions
                width: 1
                height: 1
                visible: page.checks.length > 0
            }
            Repeater {
                model: page.checks
                CheckCard {
                    required property var modelData
                    width: parent.width
                    checkId: modelData.id
                    text: modelData.text
                    onKeep: page.keep(modelData.id)
                    onChange: {
                        scroller.bring(answers);
                        page.advice = qsTr("Tap the answer that you would like to change.");
                    }
                }
            }
            Item { // where the answers begin
                id: answers
                width: 1
                height: 1
                visible: page.checks.length > 0
            }
            Repeater {
                model: page.rows
                ReviewRow {
                    required property var modelData
                    objectName: "patient.review." + modelData.item
                    width: parent.width
                    question: modelData.question
                    answer: page.words(modelData)
                    open: !modelData.answered && !modelData.declined
                    onClicked: page.visit(modelData.item)
                }
            }
        }
    }
    MessageLine {
        id: message
        objectName: "patient.message"
        anchors.bottom: parent.bottom
        width: parent.width
        text: page.trouble.length > 0 ? page.trouble : page.advice
        size: Theme.recall
    }
}

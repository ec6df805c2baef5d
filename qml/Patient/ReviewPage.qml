pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// Every question with its answer, to look over before submitting; a tap leads back to a question.
PatientFrame {
    id: page

    property var rows: [] // [{"item", "question", "answer", "declined", "answered"}]
    property string trouble
    signal visit(string item)

    onwardText: qsTr("Submit")
    onwardName: "patient.submit"

    function words(row: var): string {
        return row.declined ? qsTr("I'd rather not answer") : row.answered ? row.answer : qsTr("Not answered");
    }

    Words {
        id: heading
        width: parent.width
        text: qsTr("Please look over your answers. Tap one to change it.")
        size: Theme.option
    }
    ScrollArea {
        anchors.top: heading.bottom
        anchors.topMargin: Theme.space * 2
        anchors.bottom: message.top
        anchors.bottomMargin: message.visible ? Theme.gap : 0
        width: parent.width
        size: Theme.recall
        touch: Theme.touch
        name: "patient.more"

        Column {
            width: parent.width
            spacing: Theme.space

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
        anchors.bottom: parent.bottom
        width: parent.width
        text: page.trouble
        size: Theme.recall
    }
}

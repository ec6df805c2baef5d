pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// One timepoint: when it is, how each of its instruments stands, and the way to hand it over.
Column {
    id: column

    required property string timepoint
    required property string label
    required property string condition
    required property string conditionText
    required property string window
    required property real headHeight
    required property real rowHeight
    property var cells: []     // states, "" where the instrument isn't asked
    property var cellWords: []
    property var forms: []     // true where staff fill it in
    signal handOver()
    signal fillIn(int index)

    Item {
        width: column.width
        height: column.headHeight
        clip: true
        Column {
            x: Theme.space / 2
            width: parent.width - Theme.space
            spacing: Theme.space / 2
            Words {
                width: parent.width
                text: column.label
                size: Theme.small
                strong: true
                maximumLineCount: 2
                elide: Text.ElideRight
            }
            Chip {
                condition: column.condition
                text: column.conditionText
            }
            Words {
                width: parent.width
                text: column.window
                size: Theme.small
                color: Theme.colors.secondary
                maximumLineCount: 2
                elide: Text.ElideRight
            }
        }
    }
    Repeater {
        model: column.cells
        Item {
            id: cell
            required property string modelData
            required property int index
            width: column.width
            height: column.rowHeight
            Rectangle {
                width: parent.width
                height: Theme.hairline
                color: Theme.colors.outline
            }
            Chip {
                anchors.left: parent.left
                anchors.leftMargin: Theme.space / 2
                anchors.verticalCenter: parent.verticalCenter
                visible: cell.modelData.length > 0 && !fill.visible
                border.width: 0
                condition: cell.modelData
                text: column.cellWords[cell.index]
            }
            ActionButton {
                id: fill
                objectName: "participant.form." + column.timepoint + "." + cell.index
                anchors.verticalCenter: parent.verticalCenter
                visible: column.forms[cell.index] === true && cell.modelData === "notStarted"
                width: parent.width - Theme.space
                kind: "quiet"
                size: Theme.small
                text: qsTr("Fill in")
                spoken: qsTr("%1: %2", "a button and what it is about").arg(text).arg(column.label)
                onClicked: column.fillIn(cell.index)
            }
        }
    }
    Item {
        width: column.width
        height: Theme.staffTouch + Theme.space
        ActionButton {
            objectName: "participant.handOver." + column.timepoint
            anchors.bottom: parent.bottom
            visible: column.condition !== "done"
            width: parent.width - Theme.space
            leftPadding: Theme.space / 2
            rightPadding: Theme.space / 2
            size: Theme.small
            kind: column.condition === "due" || column.condition === "overdue" ? "primary" : "plain"
            text: qsTr("Hand over")
            spoken: qsTr("%1: %2", "a button and what it is about").arg(text).arg(column.label)
            onClicked: column.handOver()
        }
    }
}

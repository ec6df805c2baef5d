import QtQuick
import Serein.Theme
import Serein.Controls

// subject · what is due, in words · window · one action
Card {
    id: row

    required property string subject
    required property string timepoint
    required property string label
    required property string what
    required property string condition
    required property string stateText
    required property string window
    required property bool canHandOver
    signal openParticipant()
    signal handOver()

    Item {
        width: row.innerWidth
        height: Math.max(words.height, action.height)

        Column {
            id: words
            anchors.left: parent.left
            anchors.right: action.left
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space / 2

            Flow {
                width: parent.width
                spacing: Theme.gap
                ActionButton {
                    objectName: "worklist.row." + row.subject + "." + row.timepoint + ".open"
                    kind: "quiet"
                    leftPadding: Theme.space
                    rightPadding: Theme.space
                    text: row.subject
                    spoken: qsTr("Open %1").arg(row.subject)
                    onClicked: row.openParticipant()
                }
                Words {
                    height: Theme.staffTouch
                    verticalAlignment: Text.AlignVCenter
                    text: qsTr("%1, %2", "timepoint, how many scales").arg(row.label).arg(row.what)
                }
            }
            Row {
                spacing: Theme.gap
                leftPadding: Theme.space
                Chip {
                    condition: row.condition
                    text: row.stateText
                }
                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.window
                    size: Theme.small
                    color: Theme.colors.secondary
                }
            }
        }
        ActionButton {
            id: action
            objectName: "worklist.row." + row.subject + "." + row.timepoint + ".handOver"
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: visible ? implicitWidth : 0
            visible: row.canHandOver
            kind: row.condition === "due" || row.condition === "overdue" ? "primary" : "plain"
            text: qsTr("Hand over")
            hint: qsTr("%1, %2", "timepoint, how many scales").arg(row.subject).arg(row.label)
            onClicked: row.handOver()
        }
    }
}

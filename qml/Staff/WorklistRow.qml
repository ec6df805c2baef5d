pragma ComponentBehavior: Bound
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
    property string place
    property var remarks: [] // [{"condition", "text"}]
    property string todo     // handOver, call, fillIn; empty: nothing
    readonly property bool narrow: innerWidth < Theme.body * 32
    signal openParticipant()
    signal handOver()
    signal call()
    signal fillIn()

    padding: Theme.space * 1.5

    Item {
        width: row.innerWidth
        height: row.narrow && action.visible ? words.height + Theme.space + action.height : Math.max(words.height, action.height)

        Column {
            id: words
            y: row.narrow ? 0 : (parent.height - height) / 2
            width: parent.width - (row.narrow || !action.visible ? 0 : action.width + Theme.gap)
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
                    width: Math.min(implicitWidth, words.width)
                    topPadding: Math.max(0, (Theme.staffTouch - lineHeight) / 2)
                    text: qsTr("%1, %2", "timepoint, how many scales").arg(row.label).arg(row.what)
                }
            }
            Flow {
                width: parent.width
                spacing: Theme.space
                leftPadding: Theme.space
                Chip {
                    condition: row.condition
                    text: row.stateText
                }
                Repeater {
                    model: row.remarks
                    Chip {
                        required property var modelData
                        condition: modelData.condition
                        text: modelData.text
                    }
                }
                Words {
                    width: Math.min(implicitWidth, words.width - Theme.space)
                    visible: text.length > 0
                    text: row.window + (row.window.length > 0 && row.place.length > 0 ? " · " : "") + row.place
                    size: Theme.small
                    color: Theme.colors.secondary
                }
            }
        }
        ActionButton {
            id: action
            objectName: "worklist.row." + row.subject + "." + row.timepoint + "." + row.todo
            x: parent.width - width
            y: row.narrow ? words.height + Theme.space : (parent.height - height) / 2
            visible: row.todo.length > 0
            kind: "primary"
            text: row.todo === "call" ? qsTr("Call") : row.todo === "fillIn" ? qsTr("Fill in") : qsTr("Hand over")
            hint: qsTr("%1, %2", "timepoint, how many scales").arg(row.subject).arg(row.label)
            onClicked: row.todo === "call" ? row.call() : row.todo === "fillIn" ? row.fillIn() : row.handOver()
        }
    }
}

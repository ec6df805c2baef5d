pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// Everyone enrolled, by subject id. Names stay apart. Serves the exports too: the same list with another action.
StaffPage {
    id: page

    property string prefix: "participants"
    property bool canEnrol: true
    signal enrol()
    signal chose(string participant)

    title: qsTr("Participants")

    ScrollArea {
        anchors.fill: parent
        Column {
            width: Math.min(parent.width, Theme.fieldWidth * 1.5)
            spacing: Theme.space

            ActionButton {
                objectName: "participants.enrol"
                visible: page.canEnrol
                text: qsTr("Enrol a participant")
                onClicked: page.enrol()
            }
            Words {
                width: parent.width
                visible: page.desk.participants.length === 0
                text: qsTr("Nobody is enrolled yet.")
                color: Theme.colors.secondary
            }
            Repeater {
                model: page.desk.participants
                ActionButton {
                    required property var modelData
                    objectName: page.prefix + "." + modelData.subject
                    width: parent.width
                    minimum: Theme.staffTouch + Theme.space
                    alignment: Text.AlignLeft
                    text: modelData.synthetic ? qsTr("%1 · invented", "a synthetic participant").arg(modelData.subject) : modelData.subject
                    onClicked: page.chose(modelData.id)
                }
            }
        }
    }
}

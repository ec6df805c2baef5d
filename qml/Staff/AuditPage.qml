pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// The audit trail of the whole vault: every event of every participant and of the tablet itself, newest first.
StaffPage {
    id: page

    signal redact(string participant, string event)

    title: qsTr("Audit trail")
    canGoBack: true
    fields: ["whose", "from", "to", "folder", "certificate", "reason"]

    AuditModel {
        id: trail
        desk: page.desk
    }
    ScrollArea {
        id: area
        anchors.fill: parent
        Column {
            width: area.contentWidth
            spacing: Theme.space

            AuditFilters {
                width: parent.width
                audit: trail
                faultField: page.fieldOfError
                fault: page.desk.error
            }
            Flow {
                width: parent.width
                spacing: Theme.space
                ActionButton {
                    objectName: "audit.newer"
                    visible: trail.hasNewer
                    text: qsTr("‹ Newer")
                    onClicked: trail.newer()
                }
                ActionButton {
                    objectName: "audit.older"
                    visible: trail.hasOlder
                    text: qsTr("Older ›")
                    onClicked: trail.older()
                }
                Words {
                    objectName: "audit.place"
                    height: Theme.staffTouch
                    verticalAlignment: Text.AlignVCenter
                    text: trail.place
                    color: Theme.colors.secondary
                }
            }
            Column {
                width: parent.width
                spacing: Theme.space
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Events, newest first")
                Repeater {
                    model: trail.lines
                    AuditRow {
                        required property var modelData
                        required property int index
                        name: "audit.line." + index
                        width: area.contentWidth
                        line: modelData
                        onRedact: page.redact(modelData.participant, modelData.event)
                    }
                }
            }
        }
    }
}

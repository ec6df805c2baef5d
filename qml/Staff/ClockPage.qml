import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Once a day: what the ward's clock shows, beside the tablet's own.
StaffPage {
    id: page

    title: qsTr("Ward clock")
    canGoBack: true
    fields: ["ward"]

    AdminModel {
        id: admin
        desk: page.desk
    }
    ScrollArea {
        anchors.fill: parent
        Column {
            width: Math.min(parent.width, Theme.fieldWidth * 1.4)
            spacing: Theme.space * 2

            MessageLine {
                objectName: "clock.last"
                width: parent.width
                tone: admin.clockDrifts ? "error" : "plain"
                text: admin.clockText
            }
            Words {
                objectName: "clock.due"
                width: parent.width
                visible: admin.clockCheckDue
                text: qsTr("Due today. Walk to the clock that the ward goes by, and type what it shows in that moment.")
            }
            Field {
                id: ward
                name: "clock.ward"
                width: parent.width
                enabled: admin.mayCheckClock
                label: qsTr("The ward's clock shows")
                example: "14:05"
                fault: page.faultOf("ward")
                onEntered: save.press()
            }
            ActionButton {
                id: save
                objectName: "clock.save"
                kind: "primary"
                enabled: admin.mayCheckClock && ward.text.trim().length > 0
                text: qsTr("Compare")
                onClicked: {
                    if (admin.checkClock(ward.text))
                        ward.text = "";
                }
            }
            Words {
                width: parent.width
                visible: !admin.mayCheckClock
                text: qsTr("Nurses and investigators compare the clocks.")
                color: Theme.colors.secondary
            }
        }
    }
}

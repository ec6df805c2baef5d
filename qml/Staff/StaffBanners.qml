import QtQuick
import Serein.Theme
import Serein.Controls

// What stands above every page of staff until it is looked after: alerts, and a hand-over that a lock cut short.
Column {
    id: banners

    property bool synthetic: false
    property int alertCount: 0
    property var resume: ({}) // {"subject", "label" …} or empty
    signal seeAlerts()
    signal goOn()
    signal end()

    spacing: Theme.space

    Words {
        objectName: "staff.synthetic"
        width: parent.width
        visible: banners.synthetic
        text: qsTr("Demonstration: participants are invented")
        size: Theme.small
        color: Theme.colors.secondary
    }
    ActionButton {
        objectName: "staff.alerts"
        width: parent.width
        visible: banners.alertCount > 0
        alignment: Text.AlignLeft
        text: qsTr("! %n alert(s) waiting. Open", "", banners.alertCount)
        onClicked: banners.seeAlerts()
    }
    Card {
        width: parent.width
        visible: banners.resume.subject !== undefined
        Words {
            width: parent.width
            text: qsTr("The tablet was with %1 (%2) when it locked. The answers are safe.").arg(banners.resume.subject ?? "").arg(banners.resume.label ?? "")
        }
        Row {
            spacing: Theme.space
            ActionButton {
                objectName: "resume.goOn"
                kind: "primary"
                text: qsTr("Hand over again")
                onClicked: banners.goOn()
            }
            ActionButton {
                objectName: "resume.end"
                text: qsTr("Keep the tablet")
                onClicked: banners.end()
            }
        }
    }
}

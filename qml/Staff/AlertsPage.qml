pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// Alerts that nobody has acknowledged yet: whom they are about, whom to call and until when, and what was done.
StaffPage {
    id: page

    title: desk.alertCount > 0 ? qsTr("%n alert(s) to look after now", "", desk.alertCount) : qsTr("Alerts")
    fields: ["action"]

    Words {
        width: parent.width
        visible: list.count === 0
        text: qsTr("No alert is waiting.")
        color: Theme.colors.secondary
    }
    ListView {
        id: list
        objectName: "alerts.list"
        anchors.fill: parent
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        spacing: Theme.gap
        model: page.desk.alerts
        delegate: AlertCard {
            id: card
            width: list.width
            contact: page.desk.alertContact
            fault: page.faultOf("action")
            onAcknowledged: action => page.desk.acknowledge(card.alert, action)
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// The staff's places: a narrow rail at the left of a wide screen, a bar at the bottom of a tall one. Lock is always there.
Rectangle {
    id: rail

    property bool upright: true
    property string place
    property string userName
    property int alertCount: 0
    signal go(string place)
    signal lock()

    readonly property var places: [
        {id: "worklist", label: qsTr("Worklist")},
        {id: "participants", label: qsTr("Participants")},
        {id: "alerts", label: alertCount > 0 ? qsTr("Alerts: %1").arg(alertCount) : qsTr("Alerts")},
        {id: "exports", label: qsTr("Exports")},
        {id: "lock", label: qsTr("Lock")}
    ]

    implicitWidth: Theme.railWidth
    implicitHeight: flow.implicitHeight + Theme.space * 2
    color: Theme.colors.surface

    Rectangle {
        width: rail.upright ? Theme.hairline : rail.width
        height: rail.upright ? rail.height : Theme.hairline
        x: rail.upright ? rail.width - width : 0
        color: Theme.colors.outline
    }
    Grid {
        id: flow
        x: Theme.space
        y: Theme.space
        width: rail.width - 2 * Theme.space
        columns: rail.upright ? 1 : rail.places.length
        spacing: rail.upright ? Theme.space : Theme.space / 2

        Repeater {
            model: rail.places
            ActionButton {
                required property var modelData
                objectName: "rail." + modelData.id
                width: rail.upright ? flow.width : (flow.width - (rail.places.length - 1) * flow.spacing) / rail.places.length
                leftPadding: rail.upright ? Theme.space * 2 : Theme.space / 2
                rightPadding: leftPadding
                alignment: rail.upright ? Text.AlignLeft : Text.AlignHCenter
                minimum: Theme.staffTouch + Theme.space
                size: rail.upright ? Theme.body : Theme.small
                kind: "quiet"
                chosen: rail.place === modelData.id
                text: modelData.label
                onClicked: modelData.id === "lock" ? rail.lock() : rail.go(modelData.id)
            }
        }
    }
    Column {
        visible: rail.upright
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space
        spacing: Theme.space
        ActionButton {
            objectName: "rail.look"
            width: parent.width
            kind: "quiet"
            size: Theme.small
            alignment: Text.AlignLeft
            text: Theme.look === "dim" ? qsTr("Light: night") : Theme.look === "highContrast" ? qsTr("Light: strong contrast") : qsTr("Light: day")
            onClicked: Theme.look = Theme.look === "light" ? "dim" : Theme.look === "dim" ? "highContrast" : "light"
        }
        Words {
            width: parent.width
            leftPadding: Theme.space * 2
            text: rail.userName
            size: Theme.small
            color: Theme.colors.secondary
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// The staff's places: a narrow rail at the left of a wide screen, a bar at the bottom of a tall one. Lock is always there, and so is
// what a lost tablet would cost.
Rectangle {
    id: rail

    property bool upright: true
    property string place
    property string userName
    property bool readsOnly: false // an export is shown: there is one record, and nothing to be done
    property int alertCount: 0
    property string backup // "312 events not backed up"
    signal go(string place)
    signal lock()

    readonly property bool largeType: Theme.staffScale > 1.2
    readonly property var places: allPlaces.filter(one => !readsOnly || ["participants", "alerts", "lock"].includes(one.id))
    readonly property var allPlaces: [
        {id: "worklist", label: qsTr("Worklist")},
        {id: "participants", label: qsTr("Participants")},
        {id: "alerts", label: alertCount > 0 ? qsTr("Alerts: %1").arg(alertCount) : qsTr("Alerts")},
        {id: "exports", label: qsTr("Exports")},
        {id: "study", label: qsTr("Study")},
        {id: "lock", label: readsOnly ? qsTr("Close") : qsTr("Lock")}
    ]

    implicitWidth: Theme.railWidth
    implicitHeight: flow.implicitHeight + foot.implicitHeight + Theme.space * 3
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
        columns: rail.upright ? 1 : rail.largeType ? 3 : rail.places.length
        spacing: rail.upright ? Theme.space : Theme.space / 2

        Repeater {
            model: rail.places
            ActionButton {
                required property var modelData
                objectName: "rail." + modelData.id
                width: (flow.width - (flow.columns - 1) * flow.spacing) / flow.columns
                leftPadding: rail.upright ? Theme.space * 2 : Theme.space / 2
                rightPadding: leftPadding
                alignment: rail.upright ? Text.AlignLeft : Text.AlignHCenter
                minimum: rail.upright ? Theme.staffTouch + Theme.space : Theme.staffTouch
                size: rail.upright ? Theme.body : Theme.small
                kind: "quiet"
                chosen: rail.place === modelData.id
                text: modelData.label
                onClicked: modelData.id === "lock" ? rail.lock() : rail.go(modelData.id)
            }
        }
    }
    Flow {
        id: foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space
        spacing: Theme.space / 2
        ActionButton {
            objectName: "rail.look"
            width: rail.upright ? parent.width : implicitWidth
            kind: "quiet"
            size: Theme.small
            alignment: Text.AlignLeft
            text: Theme.look === "dim" ? qsTr("Light: night") : Theme.look === "highContrast" ? qsTr("Light: strong contrast") : qsTr("Light: day")
            onClicked: Theme.look = Theme.look === "light" ? "dim" : Theme.look === "dim" ? "highContrast" : "light"
        }
        ActionButton {
            objectName: "rail.textSize"
            width: rail.upright ? parent.width : implicitWidth
            kind: "quiet"
            size: Theme.small
            alignment: Text.AlignLeft
            text: qsTr("Text: %1 %").arg(Math.round(Theme.staffScale * 100))
            onClicked: Theme.staffScale = Theme.staffScale < 1.1 ? 1.25 : Theme.staffScale < 1.4 ? 1.5 : 1.0
        }
        Words {
            objectName: "rail.backup"
            width: rail.upright ? parent.width : implicitWidth
            height: rail.upright ? implicitHeight : Theme.staffTouch
            verticalAlignment: Text.AlignVCenter
            leftPadding: Theme.space * 2
            visible: text.length > 0
            text: rail.backup
            size: Theme.small
            color: Theme.colors.secondary
        }
        Words {
            objectName: "rail.user"
            width: rail.upright ? parent.width : implicitWidth
            height: rail.upright ? implicitHeight : Theme.staffTouch
            verticalAlignment: Text.AlignVCenter
            leftPadding: Theme.space * 2
            text: rail.userName
            size: Theme.small
            color: Theme.colors.secondary
        }
    }
}

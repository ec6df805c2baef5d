import QtQuick
import Serein.Theme

// How far along, as a thin line.
Rectangle {
    id: line

    property real value: 0 // 0 … 1

    implicitHeight: Theme.lineThickness
    radius: height / 2
    color: Theme.colors.container
    border.width: Theme.outlineWidth - Theme.hairline
    border.color: Theme.colors.outline
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("%1 % done").arg(Math.round(value * 100))

    Rectangle {
        width: parent.width * Math.max(0, Math.min(1, line.value))
        height: parent.height
        radius: parent.radius
        color: Theme.colors.primary
        Behavior on width { NumberAnimation { duration: Theme.motion; easing.type: Easing.OutQuad } }
    }
}

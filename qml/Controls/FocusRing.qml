import QtQuick
import Serein.Theme

// Where the keyboard is, around the control it stands on.
Rectangle {
    id: ring

    property real corner: Theme.radius

    anchors.fill: parent
    anchors.margins: -Theme.focusWidth - Theme.hairline
    radius: corner + Theme.focusWidth
    color: "transparent"
    border.width: Theme.focusWidth
    border.color: Theme.colors.primary
}

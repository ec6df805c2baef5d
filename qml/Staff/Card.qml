import QtQuick
import Serein.Theme

// A quiet surface that holds what belongs together.
Rectangle {
    id: card

    default property alias content: column.data
    property real padding: Theme.space * 2
    property color line: Theme.colors.outline
    readonly property real innerWidth: width - 2 * padding

    implicitHeight: column.implicitHeight + 2 * padding
    radius: Theme.radius
    color: Theme.colors.surface
    border.width: Theme.outlineWidth
    border.color: line

    Column {
        id: column
        x: card.padding
        y: card.padding
        width: card.innerWidth
        spacing: Theme.space
    }
}

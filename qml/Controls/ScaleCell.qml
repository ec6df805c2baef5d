import QtQuick
import Serein.Theme

// One number of a rating scale. Chosen: filled, with a check mark under the number.
Tap {
    id: cell

    property real size: Theme.option

    role: Accessible.RadioButton
    padding: 0

    contentItem: Item {
        Words {
            objectName: "words"
            anchors.centerIn: parent
            text: cell.text
            size: cell.size
            strong: cell.chosen
            wrapMode: Text.NoWrap
            color: cell.chosen ? Theme.colors.overPrimary : Theme.colors.ink
            Accessible.ignored: true
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            visible: cell.chosen
            text: "✓"
            font.family: Theme.chineseFamily
            size: Theme.small
            color: Theme.colors.overPrimary
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: cell.chosen ? Theme.colors.primary : cell.down ? Theme.colors.container : Theme.colors.surface
        border.width: cell.chosen ? Theme.chosenWidth : Theme.outlineWidth
        border.color: cell.chosen ? Theme.colors.primary : Theme.colors.outline
        Behavior on color { ColorAnimation { duration: Theme.motion; easing.type: Easing.OutQuad } }
    }
}

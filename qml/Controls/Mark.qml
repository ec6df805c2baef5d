import QtQuick
import Serein.Theme

// The filled or empty mark of a choice: round for one of several, square for several.
Rectangle {
    id: mark

    property bool chosen: false
    property bool several: false

    implicitWidth: Theme.markSize
    implicitHeight: Theme.markSize
    radius: several ? Theme.space / 2 : width / 2
    color: chosen ? Theme.colors.primary : "transparent"
    border.width: Theme.chosenWidth
    border.color: chosen ? Theme.colors.primary : Theme.colors.outline

    Words {
        anchors.centerIn: parent
        visible: mark.chosen
        text: "✓"
        font.family: Theme.chineseFamily
        size: mark.width * 0.66
        strong: true
        color: Theme.colors.overPrimary
        Accessible.ignored: true
    }
}

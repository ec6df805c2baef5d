import QtQuick
import Serein.Theme

// A calm sentence where it is needed: what happened, what is safe, what to do next. Never a dialog.
Rectangle {
    id: line

    property string text
    property string tone: "plain" // plain, good, error (staff only)
    property real size: Theme.body

    implicitHeight: visible ? words.implicitHeight + Theme.space * 2 : 0
    visible: text.length > 0
    radius: Theme.radius
    color: tone === "plain" ? Theme.colors.container : Theme.colors.surface
    border.width: tone === "plain" ? Theme.outlineWidth - Theme.hairline : Theme.outlineWidth
    border.color: tone === "error" ? Theme.colors.urgent : tone === "good" ? Theme.colors.good : Theme.colors.outline

    Words {
        id: words
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space * 2
        anchors.verticalCenter: parent.verticalCenter
        text: line.text
        size: line.size
        color: line.tone === "error" ? Theme.colors.urgent : line.tone === "good" ? Theme.colors.good : Theme.colors.ink
        Accessible.role: Accessible.AlertMessage
    }
}

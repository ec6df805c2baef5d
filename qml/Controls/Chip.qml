import QtQuick
import Serein.Theme

// A state as mark and word. state: overdue, due, upcoming, done … (the words come in `text`).
Rectangle {
    id: chip

    property string condition
    property string text

    readonly property color tone: condition === "overdue" ? Theme.colors.warning : condition === "due" ? Theme.colors.primary
        : condition === "done" || condition === "submitted" ? Theme.colors.good : Theme.colors.secondary
    readonly property string mark: condition === "overdue" ? "!" : condition === "due" ? "●" : condition === "done" || condition === "submitted" ? "✓"
        : condition === "open" || condition === "endedEarly" ? "◐" : "○"

    implicitWidth: row.implicitWidth + Theme.space * 2
    implicitHeight: row.implicitHeight + Theme.space / 2
    radius: height / 2
    color: "transparent"
    border.width: Theme.outlineWidth
    border.color: tone
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.space / 2
        Words {
            text: chip.mark
            font.family: Theme.chineseFamily
            size: Theme.small
            color: chip.tone
            Accessible.ignored: true
        }
        Words {
            text: chip.text
            size: Theme.small
            color: chip.tone
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}

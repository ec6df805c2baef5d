import QtQuick
import Serein.Theme
import Serein.Controls

// The question itself and what helps to understand it; a very long one scrolls in its place.
ScrollArea {
    id: area

    property string question
    property string help
    // A word longer than the line comes down in size: a broken word is hard to read.
    readonly property real largest: Theme.question * Math.min(1, unbroken.width / Math.max(1, unbroken.contentWidth))

    name: "patient.more"
    size: Theme.recall
    touch: Theme.touch
    line: Theme.question * Theme.lineHeight

    Words {
        id: unbroken
        visible: false
        width: column.width
        wrapMode: Text.WordWrap
        text: area.question
        size: Theme.question
    }
    Column {
        id: column
        width: Math.min(area.width, Theme.measure(Theme.question))
        spacing: Theme.space
        Words {
            objectName: "patient.question"
            width: parent.width
            text: area.question
            size: area.largest
        }
        Words {
            width: parent.width
            visible: text.length > 0
            text: area.help
            size: Theme.recall
            color: Theme.colors.secondary
        }
    }
}

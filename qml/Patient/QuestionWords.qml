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

    // What the page can spare for the question: large type comes down, never below the published size, before a question has to scroll.
    property real room: 0
    readonly property real leastSize: Theme.question * Math.max(0.65, 1 / Theme.textScale)
    readonly property real fitted: room > 0 ? Math.max(Math.min(leastSize, largest), Math.min(largest, fitting.fontInfo.pixelSize)) : largest

    name: "patient.more"
    size: Theme.recall
    touch: Theme.touch
    line: Math.ceil(area.fitted * Theme.lineHeight) // whole lines at the fold

    Words {
        id: unbroken
        visible: false
        width: column.width
        wrapMode: Text.WordWrap
        text: area.question
        size: Theme.question
    }
    Words {
        id: fitting
        parent: area // not of what scrolls
        visible: false
        width: column.width
        height: Math.max(1, area.room - (helpWords.visible ? helpWords.implicitHeight + column.spacing : 0))
        text: area.question
        size: area.largest
        fontSizeMode: Text.VerticalFit
        lineHeightMode: Text.ProportionalHeight // lines come down with the type
        lineHeight: Theme.lineHeight * 1.1
        minimumPixelSize: Math.round(area.leastSize)
    }
    Column {
        id: column
        width: Math.min(area.width, Theme.measure(Theme.question))
        spacing: Theme.space
        Words {
            objectName: "patient.question"
            width: parent.width
            text: area.question
            size: area.fitted
        }
        Words {
            id: helpWords
            width: parent.width
            visible: text.length > 0
            text: area.help
            size: Theme.recall
            color: Theme.colors.secondary
        }
    }
}

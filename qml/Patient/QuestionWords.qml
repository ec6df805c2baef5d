import QtQuick
import Serein.Theme
import Serein.Controls

// The question itself and what helps to understand it; a very long one scrolls in its place.
ScrollArea {
    id: area

    property string question
    property string help
    property real asked: Theme.question // px
    property real others: Theme.recall

    name: "patient.more"
    size: area.others
    touch: Theme.touch
    line: Math.ceil(area.asked * Theme.lineHeight) // whole lines at the fold

    Column {
        id: column
        width: Math.min(area.width, Theme.measure(Theme.question))
        spacing: Theme.space
        Words {
            objectName: "patient.question"
            width: parent.width
            text: area.question
            size: area.asked
        }
        Words {
            width: parent.width
            visible: text.length > 0
            text: area.help
            size: area.others
            color: Theme.colors.secondary
        }
    }
}

import QtQuick
import Serein.Theme
import Serein.Controls

// One question and what was answered.
Tap {
    id: row

    property string question
    property string answer
    property bool open: false // neither answered nor declined

    text: qsTr("%1: %2", "a question and its answer").arg(question).arg(answer)
    hint: qsTr("Tap to change")
    padding: Theme.space * 2
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + 2 * padding)

    contentItem: Column {
        spacing: Theme.space / 2
        Words {
            width: parent.width
            text: row.question
            size: Theme.recall
            color: Theme.colors.secondary
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            text: row.answer
            size: Theme.option
            color: row.open ? Theme.colors.primary : Theme.colors.ink
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.down ? Theme.colors.container : Theme.colors.surface
        border.width: row.open ? Theme.chosenWidth : Theme.outlineWidth
        border.color: row.open ? Theme.colors.primary : Theme.colors.outline
    }
}

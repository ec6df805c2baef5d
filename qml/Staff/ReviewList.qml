pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// Lines of a review under their title: [{"id", "text", "strong", "side", "more", "urgent", "does": [{"id", "label"}]}]; nothing where there are none.
Column {
    id: list

    property string title
    property string prefix
    property var lines: []
    signal did(string what, var line)

    visible: lines.length > 0
    spacing: Theme.space
    Words {
        width: list.width
        text: list.title
        strong: true
    }
    Repeater {
        model: list.lines
        Card {
            id: row
            required property var modelData
            required property int index
            width: list.width
            line: modelData.urgent === true ? Theme.colors.urgent : Theme.colors.outline

            Words {
                width: row.innerWidth
                text: row.modelData.text
                size: row.modelData.strong === undefined ? Theme.body : Theme.small
                color: row.modelData.urgent === true ? Theme.colors.urgent : Theme.colors.ink
            }
            Words {
                width: row.innerWidth
                visible: text.length > 0
                text: row.modelData.strong ?? ""
                strong: true
            }
            Words {
                width: row.innerWidth
                visible: text.length > 0
                text: [row.modelData.more ?? "", row.modelData.side ?? ""].filter(words => words.length > 0).join("\n")
                size: Theme.small
                color: Theme.colors.secondary
            }
            Flow {
                width: row.innerWidth
                visible: (row.modelData.does ?? []).length > 0
                spacing: Theme.space
                Repeater {
                    model: row.modelData.does ?? []
                    ActionButton {
                        required property var modelData
                        objectName: list.prefix + "." + row.index + "." + modelData.id
                        width: Math.min(implicitWidth, row.innerWidth)
                        size: Theme.small
                        text: modelData.label
                        spoken: qsTr("%1: %2", "a button and what it is about").arg(modelData.label).arg(row.modelData.text)
                        onClicked: list.did(modelData.id, row.modelData)
                    }
                }
            }
        }
    }
}

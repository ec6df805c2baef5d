pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// The dated facts that a participant's windows hang on, each to be set or changed.
Flow {
    id: list

    property var anchorRows: [] // [{"id", "label", "at", "text"}]
    property bool mayChange: false
    signal chose(var row)

    spacing: Theme.space
    Repeater {
        model: list.anchorRows
        Card {
            id: card
            required property var modelData
            width: Theme.fieldWidth * 0.56
            padding: Theme.space * 1.5
            Words {
                width: parent.width
                text: card.modelData.label
                size: Theme.small
                color: Theme.colors.secondary
            }
            Words {
                width: parent.width
                text: card.modelData.at.length > 0 ? card.modelData.text : qsTr("not set")
                color: card.modelData.at.length > 0 ? Theme.colors.ink : Theme.colors.secondary
            }
            ActionButton {
                objectName: "participant.anchor." + card.modelData.id
                width: parent.width
                visible: list.mayChange
                text: card.modelData.at.length > 0 ? qsTr("Change") : qsTr("Set")
                spoken: qsTr("%1: %2", "a button and what it is about").arg(text).arg(card.modelData.label)
                onClicked: list.chose(card.modelData)
            }
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// Where one can go from a participant's page, as far as this person may.
Flow {
    id: list

    property var actions: [] // ParticipantFacts::actions
    readonly property bool wide: width > Theme.fieldWidth * 2
    readonly property real columnWidth: wide ? (width - spacing) / 2 : width
    signal chose(string place, var about)

    spacing: Theme.space * 2
    Repeater {
        model: list.actions
        Column {
            id: row
            required property var modelData
            width: list.columnWidth
            spacing: Theme.space
            Tap {
                objectName: "participant." + row.modelData.place
                visible: row.modelData.choices.length === 0
                width: parent.width
                text: row.modelData.label
                hint: row.modelData.hint
                padding: Theme.space * 2
                leftPadding: Theme.space * 2
                background: Rectangle {
                    radius: Theme.radius
                    color: parent?.down === true ? Theme.colors.container : Theme.colors.surface
                    border.width: Theme.outlineWidth
                    border.color: Theme.colors.outline
                }
                contentItem: Column {
                    Words {
                        width: parent.width
                        text: row.modelData.label
                        Accessible.ignored: true
                    }
                    Words {
                        width: parent.width
                        text: row.modelData.hint
                        size: Theme.small
                        color: Theme.colors.secondary
                        Accessible.ignored: true
                    }
                }
                onClicked: list.chose(row.modelData.place, row.modelData.about)
            }
            Card {
                width: parent.width
                visible: row.modelData.choices.length > 0
                padding: Theme.space * 1.5
                Words {
                    width: parent.width
                    text: row.modelData.label
                }
                Words {
                    width: parent.width
                    text: row.modelData.hint
                    size: Theme.small
                    color: Theme.colors.secondary
                }
                Flow {
                    id: choices
                    width: parent.width
                    spacing: Theme.space
                    Repeater {
                        model: row.modelData.choices
                        ActionButton {
                            required property var modelData
                            objectName: "participant." + row.modelData.place + "." + modelData.timepoint
                            width: Math.min(implicitWidth, choices.width)
                            text: modelData.label
                            spoken: qsTr("%1: %2", "a button and what it is about").arg(row.modelData.label).arg(text)
                            onClicked: list.chose(row.modelData.place, modelData.about)
                        }
                    }
                }
            }
        }
    }
}

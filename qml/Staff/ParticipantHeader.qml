pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// What one has to know of a participant before anything else.
Flow {
    id: header

    property var facts: [] // ParticipantFacts::facts

    Repeater {
        model: header.facts
        Words {
            required property var modelData
            objectName: "participant.fact." + modelData.id
            width: Math.min(Math.ceil(implicitWidth), header.width)
            rightPadding: Theme.space * 2.5
            text: (modelData.warns ? "! " : "") + qsTr("%1: %2", "what, how it is").arg(modelData.label).arg(modelData.text)
            size: Theme.small
            color: modelData.warns ? Theme.colors.warning : Theme.colors.secondary
        }
    }
}

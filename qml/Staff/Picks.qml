pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// Several of a few: [{"id", "label"}]. Buttons are named <prefix>.<id>.
Column {
    id: picks

    property var options: []
    property var chosen: [] // ids
    property string prefix
    property string fault
    signal chose(var ids)

    spacing: Theme.space / 2
    Flow {
        width: picks.width
        spacing: Theme.space
        Repeater {
            model: picks.options
            ActionButton {
                required property var modelData
                readonly property bool isChosen: picks.chosen.includes(modelData.id)
                objectName: picks.prefix + "." + modelData.id
                width: Math.min(implicitWidth, picks.width)
                role: Accessible.CheckBox
                text: (isChosen ? "✓ " : "") + modelData.label
                spoken: modelData.label
                chosen: isChosen
                onClicked: picks.chose(isChosen ? picks.chosen.filter(one => one !== modelData.id) : picks.chosen.concat([modelData.id]))
            }
        }
    }
    Words {
        width: parent.width
        visible: text.length > 0
        text: picks.fault
        size: Theme.small
        color: Theme.colors.urgent
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// Everything wrong with a file, a line each.
Column {
    id: list

    property var faults: []

    visible: faults.length > 0
    spacing: Theme.space / 2
    Repeater {
        model: list.faults
        Words {
            required property string modelData
            width: list.width
            text: modelData
            size: Theme.small
            color: Theme.colors.urgent
            wrapMode: Text.Wrap
        }
    }
}

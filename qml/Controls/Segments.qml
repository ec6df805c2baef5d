pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme

// A few exclusive choices side by side: [{"id", "label"}]. Buttons are named <prefix>.<id>.
Flow {
    id: segments

    property var options: []
    property string chosen
    property string prefix
    property real size: Theme.body
    property real touch: Theme.staffTouch
    signal chose(string id)

    spacing: Theme.space
    Repeater {
        model: segments.options
        ActionButton {
            required property var modelData
            objectName: segments.prefix + "." + modelData.id
            width: Math.min(implicitWidth, segments.parent?.width ?? implicitWidth) // long words wrap
            role: Accessible.RadioButton
            text: (chosen ? "✓ " : "") + modelData.label
            spoken: modelData.label
            size: segments.size
            minimum: segments.touch
            chosen: segments.chosen === modelData.id
            onClicked: segments.chose(modelData.id)
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme

// Our own number pad: no system keyboard comes up over a patient's question. Keys are named <prefix>.key.<digit>, <prefix>.erase and
// <prefix>.<id> of an extra key, the first of which has the free place beside 0.
Grid {
    id: pad

    property string prefix: "pin"
    property real size: Theme.option
    property var extra: [] // [{"id", "text", "spoken", "primary", "enabled"}]
    signal digit(string value)
    signal erase()
    signal other(string id)

    readonly property real keyWidth: (width - 2 * spacing) / 3

    width: Theme.padWidth
    columns: 3
    spacing: Theme.space

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0"]
        ActionButton {
            required property string modelData
            readonly property bool isDigit: modelData.length === 1
            objectName: pad.prefix + (isDigit ? ".key." : ".") + modelData
            focusPolicy: Qt.TabFocus // a tap leaves the keyboard with the pad
            width: pad.keyWidth
            height: Theme.touch
            leftPadding: 0
            rightPadding: 0
            topPadding: 0
            bottomPadding: 0
            kind: isDigit ? "plain" : "quiet"
            size: isDigit ? pad.size : Math.min(pad.size, pad.keyWidth * 0.22)
            text: isDigit ? modelData : qsTr("Erase")
            onClicked: isDigit ? pad.digit(modelData) : pad.erase()
        }
    }
    Repeater {
        model: pad.extra
        ActionButton {
            required property var modelData
            objectName: pad.prefix + "." + modelData.id
            focusPolicy: Qt.TabFocus
            width: pad.keyWidth
            height: Theme.touch
            leftPadding: 0
            rightPadding: 0
            topPadding: 0
            bottomPadding: 0
            enabled: modelData.enabled ?? true
            kind: modelData.primary === true ? "primary" : text.length === 1 ? "plain" : "quiet"
            size: text.length === 1 ? pad.size : Math.min(pad.size, pad.keyWidth * 0.22)
            text: modelData.text
            spoken: modelData.spoken ?? modelData.text
            onClicked: pad.other(modelData.id)
        }
    }
}

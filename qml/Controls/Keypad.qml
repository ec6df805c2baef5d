pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme

// Our own number pad: no system keyboard comes up over a patient's question. Keys are named <prefix>.key.<digit>, <prefix>.erase.
Grid {
    id: pad

    property string prefix: "pin"
    property real size: Theme.option
    property string okText // with words: a key that says so, named <prefix>.ok
    property bool okReady: true
    signal digit(string value)
    signal erase()
    signal ok()

    readonly property real keyWidth: (width - 2 * spacing) / 3

    width: Theme.padWidth
    columns: 3
    spacing: Theme.space

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "ok"]
        ActionButton {
            id: key
            focusPolicy: Qt.TabFocus // a tap leaves the keyboard with the pad
            required property string modelData
            readonly property bool isDigit: modelData.length === 1
            objectName: pad.prefix + (isDigit ? ".key." : ".") + modelData
            width: pad.keyWidth
            height: Theme.touch
            leftPadding: 0
            rightPadding: 0
            topPadding: 0
            bottomPadding: 0
            opacity: modelData === "ok" && pad.okText.length === 0 ? 0 : enabled ? 1 : Theme.disabledOpacity
            enabled: modelData !== "ok" || (pad.okText.length > 0 && pad.okReady)
            kind: isDigit ? "plain" : modelData === "ok" ? "primary" : "quiet"
            size: isDigit ? pad.size : Math.min(pad.size, pad.keyWidth * 0.22)
            text: isDigit ? modelData : modelData === "ok" ? pad.okText : qsTr("Erase")
            onClicked: isDigit ? pad.digit(modelData) : modelData === "ok" ? pad.ok() : pad.erase()
        }
    }
}

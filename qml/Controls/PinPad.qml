pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme

// A PIN of 4 to 8 digits by our own keys or a keyboard; the digits are never shown.
FocusScope {
    id: pad

    property string label
    property string fault
    signal accepted(string pin)

    property string typed
    readonly property bool complete: typed.length >= 4

    function add(digit: string): void {
        if (typed.length < 8)
            typed += digit;
    }
    function drop(): void {
        typed = typed.slice(0, -1);
    }
    function finish(): void {
        if (!complete)
            return;
        const pin = typed;
        typed = "";
        pad.accepted(pin);
    }

    implicitWidth: Theme.padWidth
    implicitHeight: column.implicitHeight
    Keys.onPressed: event => {
        if (event.text.length === 1 && event.text >= "0" && event.text <= "9")
            pad.add(event.text);
        else if (event.key === Qt.Key_Backspace)
            pad.drop();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            pad.finish();
        else
            return;
        event.accepted = true;
    }

    Column {
        id: column
        width: pad.width
        spacing: Theme.space

        Words {
            width: parent.width
            text: pad.label
            size: Theme.body
            horizontalAlignment: Text.AlignHCenter
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.space
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%n digit(s) typed", "", pad.typed.length)
            Repeater {
                model: Math.max(4, pad.typed.length)
                Rectangle {
                    required property int index
                    width: Theme.space * 2
                    height: width
                    radius: width / 2
                    color: index < pad.typed.length ? Theme.colors.primary : "transparent"
                    border.width: Theme.chosenWidth
                    border.color: Theme.colors.outline
                }
            }
        }
        Words {
            width: parent.width
            visible: pad.fault.length > 0
            text: pad.fault
            horizontalAlignment: Text.AlignHCenter
            color: Theme.colors.warning
            Accessible.role: Accessible.AlertMessage
        }
        Keypad {
            width: parent.width
            prefix: "pin"
            size: Theme.title
            extra: [{id: "ok", text: qsTr("OK"), primary: true, enabled: pad.complete}]
            onDigit: value => pad.add(value)
            onErase: pad.drop()
            onOther: pad.finish()
        }
    }
}

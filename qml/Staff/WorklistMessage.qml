import QtQuick
import Serein.Theme
import Serein.Controls

// What stands where a list would: it is still being read, it cannot be read, nobody is there yet, or nothing was found.
Column {
    id: message

    property string prefix
    property string condition
    property string trouble
    property string empty
    readonly property string text: condition === "loading" ? qsTr("One moment…")
        : condition === "failed" ? message.trouble
        : condition === "empty" ? message.empty
        : condition === "none" ? qsTr("Nothing is found. Try fewer words, or show everything.") : ""
    signal again()

    spacing: Theme.gap
    Words {
        objectName: message.prefix + ".message"
        width: parent.width
        text: message.text
        color: message.condition === "failed" ? Theme.colors.urgent : Theme.colors.secondary
    }
    ActionButton {
        objectName: message.prefix + ".again"
        visible: message.condition === "failed"
        text: qsTr("Try again")
        onClicked: message.again()
    }
}

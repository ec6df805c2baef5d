import QtQuick
import Serein.Theme
import Serein.Controls

// A gentle question about answers that don't seem to fit together. Both ways out are right; neither is the default.
Rectangle {
    id: card

    required property string checkId
    required property string text
    signal change()
    signal keep()

    implicitHeight: column.implicitHeight + Theme.space * 4
    radius: Theme.radius
    color: Theme.colors.surface
    border.width: Theme.chosenWidth
    border.color: Theme.colors.primary

    Column {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space * 2
        spacing: Theme.gap

        Words {
            width: parent.width
            text: card.text
            size: Theme.option
        }
        Flow {
            width: parent.width
            spacing: Theme.gap
            ActionButton {
                objectName: "patient.check.change." + card.checkId
                width: Math.min(implicitWidth, parent.width)
                size: Theme.button
                minimum: Theme.touch
                text: qsTr("Change it")
                hint: card.text
                onClicked: card.change()
            }
            ActionButton {
                objectName: "patient.check.keep." + card.checkId
                width: Math.min(implicitWidth, parent.width)
                size: Theme.button
                minimum: Theme.touch
                text: qsTr("It is right")
                hint: card.text
                onClicked: card.keep()
            }
        }
    }
}

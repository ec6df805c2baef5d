import QtQuick
import Serein.Theme
import Serein.Controls

// An alert that nobody has acknowledged: whom it is about, and until when somebody must.
Card {
    id: card

    property string subject
    property string what
    property string until
    signal open()

    line: Theme.colors.urgent

    Item {
        width: card.innerWidth
        height: Math.max(words.height, button.height)
        Column {
            id: words
            anchors.left: parent.left
            anchors.right: button.left
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space / 2
            Words {
                width: parent.width
                text: qsTr("! %1 · %2", "subject, instrument").arg(card.subject).arg(card.what)
                strong: true
                color: Theme.colors.urgent
            }
            Words {
                width: parent.width
                text: card.until
                size: Theme.small
            }
        }
        ActionButton {
            id: button
            objectName: "worklist.alert." + card.subject
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            kind: "primary"
            text: qsTr("See alerts")
            hint: card.subject
            onClicked: card.open()
        }
    }
}

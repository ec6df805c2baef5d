import QtQuick
import Serein.Theme
import Serein.Controls

// One alert: subject, question, contact and deadline, and a line for what was done.
Card {
    id: card

    required property string alert
    required property int index
    required property string subject
    required property string instrument
    required property string item
    required property string raisedAt
    required property string deadline
    property string contact
    property string fault
    property bool tried: false
    signal acknowledged(string action)

    line: Theme.colors.urgent

    Words {
        width: parent.width
        text: qsTr("! %1 · %2", "subject, instrument").arg(card.subject).arg(card.instrument)
        strong: true
        color: Theme.colors.urgent
    }
    Words {
        width: parent.width
        text: card.item
    }
    Words {
        width: parent.width
        text: qsTr("Raised %1. To be acknowledged before %2.").arg(card.raisedAt).arg(card.deadline)
    }
    Words {
        width: parent.width
        text: card.contact
    }
    Field {
        id: action
        name: "alert.action." + card.index
        width: parent.width
        label: qsTr("What was done")
        fault: card.tried ? card.fault : ""
    }
    ActionButton {
        objectName: "alert.acknowledge." + card.index
        kind: "primary"
        enabled: action.text.trim().length > 0
        text: qsTr("Acknowledge")
        onClicked: {
            card.tried = true;
            card.acknowledged(action.text.trim());
        }
    }
}

import QtQuick
import Serein.Theme
import Serein.Controls

// One alert: whom it is about, until when and whom to call, what was done, and a line for what comes next.
Card {
    id: card

    required property string alert
    required property string participant
    required property int index
    required property string subject
    required property string instrument
    required property string item
    required property string raised
    required property string deadline
    required property string contact
    required property string done
    required property string came
    required property string standing
    required property bool overdue
    required property bool hidden
    property bool mayAcknowledge: false
    property bool mayClose: false
    property string draft
    property string fault
    signal typed(string text)
    signal settled(string text)

    readonly property bool waits: standing === "waiting"
    readonly property bool asks: !hidden && (waits ? mayAcknowledge : standing === "acknowledged" && mayClose)

    line: waits ? Theme.colors.urgent : Theme.colors.outline

    Words {
        width: parent.width
        text: card.instrument.length > 0 ? qsTr("! %1 · %2", "subject, instrument").arg(card.subject).arg(card.instrument)
            : qsTr("! %1", "subject").arg(card.subject)
        strong: true
        color: card.waits ? Theme.colors.urgent : Theme.colors.ink
    }
    Words {
        width: parent.width
        text: card.item
    }
    Words {
        objectName: "alert.deadline." + card.index
        width: parent.width
        visible: text.length > 0
        text: card.deadline
        strong: true
        color: card.overdue ? Theme.colors.urgent : Theme.colors.ink
    }
    Words {
        objectName: "alert.contact." + card.index
        width: parent.width
        visible: card.standing !== "closed"
        text: qsTr("To call: %1").arg(card.contact)
    }
    Words {
        width: parent.width
        text: card.raised + (card.done.length > 0 ? "\n" + card.done : "") + (card.came.length > 0 ? "\n" + card.came : "")
        size: Theme.small
        color: Theme.colors.secondary
    }
    Words {
        width: parent.width
        visible: !card.asks && !card.hidden && card.standing !== "closed"
        text: card.waits ? qsTr("A nurse or an investigator acknowledges it.") : qsTr("An investigator closes it.")
        size: Theme.small
        color: Theme.colors.secondary
    }
    Field {
        id: words
        name: (card.waits ? "alert.action." : "alert.outcome.") + card.index
        width: parent.width
        visible: card.asks
        label: card.waits ? qsTr("What was done") : qsTr("What came of it")
        fault: card.fault
        Component.onCompleted: text = card.draft
        onTextChanged: card.typed(text)
        onEntered: if (settle.enabled) card.settled(text)
    }
    ActionButton {
        id: settle
        objectName: (card.waits ? "alert.acknowledge." : "alert.close.") + card.index
        visible: card.asks
        kind: "primary"
        enabled: words.text.trim().length > 0
        text: card.waits ? qsTr("Acknowledge") : qsTr("Close")
        hint: card.subject
        onClicked: card.settled(words.text)
    }
}

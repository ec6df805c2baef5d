import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// What ends, who decided, and what becomes of who they are. Nobody has to say why.
Column {
    id: fields

    required property PersonModel person
    required property StaffPage page
    property var from: []
    property string by: "participant"
    property string identity: "kept"
    readonly property bool erases: identity === "destroyed" && !person.erased
    readonly property var values: ({from: from, by: by, reason: reason.text, identity: identity, confirmation: confirmation.text})

    spacing: Theme.space * 2

    Words {
        width: parent.width
        text: qsTr("What ends (several may; what ended before stays ended)")
        size: Theme.small
        color: Theme.colors.secondary
    }
    Picks {
        width: parent.width
        prefix: "standing.from"
        options: fields.person.degrees
        chosen: fields.from
        fault: fields.page.faultOf("from")
        onChose: ids => fields.from = ids
    }
    Words {
        text: qsTr("Who decided")
        size: Theme.small
        color: Theme.colors.secondary
    }
    Segments {
        width: parent.width
        prefix: "standing.by"
        options: fields.person.withdrawers
        chosen: fields.by
        onChose: id => fields.by = id
    }
    Field {
        id: reason
        name: "standing.withdraw.reason"
        width: parent.width
        label: qsTr("Reason (may stay empty: nobody has to give one)")
        fault: fields.page.faultOf("reason")
    }
    Words {
        width: parent.width
        visible: !fields.person.erased
        text: qsTr("Who they are: name, telephone, record number, second identifier, and the notes")
        size: Theme.small
        color: Theme.colors.secondary
    }
    Segments {
        width: parent.width
        visible: !fields.person.erased
        prefix: "standing.identity"
        options: [{id: "kept", label: qsTr("Is kept")}, {id: "destroyed", label: qsTr("Is destroyed for good")}]
        chosen: fields.identity
        onChose: id => fields.identity = id
    }
    Words {
        width: parent.width
        visible: text.length > 0
        text: fields.page.faultOf("identity")
        size: Theme.small
        color: Theme.colors.urgent
    }
    MessageLine {
        width: parent.width
        tone: "error"
        text: fields.erases ? qsTr("Nobody can ever read it again, here or from any later backup. The answers stay, without a name.") : ""
    }
    Field {
        id: confirmation
        name: "standing.confirmation"
        width: parent.width
        visible: fields.erases
        label: qsTr("Type the subject id %1 to confirm").arg(fields.page.participant.subject ?? "")
        fault: fields.page.faultOf("confirmation")
    }
}

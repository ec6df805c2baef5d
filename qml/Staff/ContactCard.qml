import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Who the participant is and how to reach them, for who meets them; a change is another entry, and the old one stays in the ledger.
Card {
    id: card

    required property PersonModel person
    required property StaffPage page
    property bool editing: false
    readonly property var known: person.identity
    readonly property var rows: [{label: qsTr("Name"), text: known.name ?? ""}, {label: qsTr("Telephone"), text: known.phone ?? ""},
        {label: qsTr("Record number"), text: known.recordNumber ?? ""}, {label: page.desk.secondIdentifierLabel, text: known.secondIdentifier ?? ""}]

    function edit(): void { // no bindings: what is typed stays
        personName.text = card.known.name ?? "";
        phone.text = card.known.phone ?? "";
        recordNumber.text = card.known.recordNumber ?? "";
        second.text = card.known.secondIdentifier ?? "";
        card.editing = true;
    }
    function save(): void {
        if (card.person.identify({name: personName.text, phone: phone.text, recordNumber: recordNumber.text, secondIdentifier: second.text}))
            card.editing = false;
    }

    Words {
        width: parent.width
        visible: !card.editing
        objectName: "contact.text"
        text: card.rows.filter(row => row.text.length > 0).map(row => qsTr("%1: %2", "label, value").arg(row.label).arg(row.text)).join("\n")
    }
    ActionButton {
        objectName: "contact.change"
        kind: "quiet"
        text: card.editing ? qsTr("Close") : qsTr("Change")
        spoken: card.editing ? text : qsTr("Change who they are and how to reach them")
        onClicked: {
            if (card.editing)
                card.editing = false;
            else
                card.edit();
        }
    }
    Column {
        width: parent.width
        visible: card.editing
        spacing: Theme.space * 2

        Field {
            id: personName
            name: "contact.name"
            width: parent.width
            label: qsTr("Name")
            fault: card.page.faultOf("name")
        }
        Field {
            id: phone
            name: "contact.phone"
            width: parent.width
            label: qsTr("Telephone")
            fault: card.page.faultOf("phone")
        }
        Field {
            id: recordNumber
            name: "contact.recordNumber"
            width: parent.width
            label: qsTr("Record number")
            fault: card.page.faultOf("recordNumber")
        }
        Field {
            id: second
            name: "contact.secondIdentifier"
            width: parent.width
            label: card.page.desk.secondIdentifierLabel
            example: card.page.desk.secondIdentifierExample
            fault: card.page.faultOf("secondIdentifier")
        }
        ActionButton {
            objectName: "contact.save"
            kind: "primary"
            text: qsTr("Save")
            onClicked: card.save()
        }
    }
}

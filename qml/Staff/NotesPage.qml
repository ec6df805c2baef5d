pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Contacts and notes of the participant whose page is open, the newest first.
StaffPage {
    id: page

    signal redact(string event)

    title: qsTr("Notes and contacts · %1", "subject").arg(participant.subject ?? "")
    canGoBack: true
    fields: ["note", "name", "phone", "recordNumber", "secondIdentifier"]

    PersonModel {
        id: person
        desk: page.desk
    }
    ScrollArea {
        id: area
        anchors.fill: parent

        Column {
            width: Math.min(area.contentWidth, Theme.fieldWidth * 1.8)
            spacing: Theme.space * 2

            MessageLine {
                objectName: "notes.hidden"
                width: parent.width
                text: !person.seesIdentity ? qsTr("Who this participant is, and the notes, are for those who meet them.")
                    : person.erased ? qsTr("Who this participant is was destroyed, and the notes with it.") : ""
            }
            ContactCard {
                width: parent.width
                visible: person.seesIdentity && !person.erased
                page: page
                person: person
            }
            LongField {
                id: note
                name: "notes.text"
                width: parent.width
                visible: person.seesIdentity && !person.erased
                label: qsTr("A new note. Please write nothing in it that tells the allocation.")
                fault: page.faultOf("note")
            }
            ActionButton {
                objectName: "notes.save"
                kind: "primary"
                visible: note.visible
                text: qsTr("Keep this note")
                onClicked: {
                    if (person.note(note.text))
                        note.text = "";
                }
            }
            Repeater {
                model: person.notes
                Card {
                    id: card
                    required property var modelData
                    required property int index
                    objectName: "notes." + index
                    width: parent.width
                    padding: Theme.space * 1.5
                    Words {
                        width: parent.width
                        text: card.modelData.text
                    }
                    Words {
                        width: parent.width
                        text: card.modelData.by
                        size: Theme.small
                        color: Theme.colors.secondary
                    }
                    ActionButton {
                        objectName: "notes." + card.index + ".redact"
                        visible: (card.modelData.event ?? "").length > 0
                        kind: "quiet"
                        size: Theme.small
                        text: qsTr("Redact …")
                        spoken: qsTr("Redact: %1", "a note").arg(card.modelData.text)
                        onClicked: page.redact(card.modelData.event)
                    }
                }
            }
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// The consents of the participant whose page is open, and the one that is wanting.
StaffPage {
    id: page

    signal saved()

    title: qsTr("Consent · %1", "subject").arg(participant.subject ?? "")
    canGoBack: true
    fields: ["document", "at", "by"]

    PersonModel {
        id: person
        desk: page.desk
    }
    ScrollArea {
        id: area
        anchors.top: parent.top
        anchors.bottom: save.top
        anchors.bottomMargin: Theme.space
        width: parent.width

        Column {
            width: Math.min(area.contentWidth, Theme.fieldWidth * 1.6)
            spacing: Theme.space * 2

            MessageLine {
                objectName: "consent.due"
                width: parent.width
                text: person.keepsConsent ? person.consentDueText : qsTr("This study keeps no consent on the tablet.")
            }
            Repeater {
                model: person.consents
                Card {
                    id: card
                    required property var modelData
                    required property int index
                    objectName: "consent." + index
                    width: parent.width
                    padding: Theme.space * 1.5
                    Words {
                        width: parent.width
                        text: card.modelData.text
                    }
                    Words {
                        width: parent.width
                        text: card.modelData.recorded
                        size: Theme.small
                        color: Theme.colors.secondary
                    }
                }
            }
            Words {
                width: parent.width
                visible: person.keepsConsent && person.consentDue.length === 0 && person.consents.length > 0
                text: qsTr("Nothing is wanting. What was entered wrongly is entered once more; the first date of consent is corrected among the dates.")
                size: Theme.small
                color: Theme.colors.secondary
            }
            ConsentFields {
                id: consent
                width: parent.width
                visible: person.keepsConsent
                page: page
                person: person
                prefix: "consent"
                inPerson: person.consentDue === "capacityRegained"
            }
        }
    }
    ActionButton {
        id: save
        objectName: "consent.save"
        anchors.bottom: parent.bottom
        kind: "primary"
        visible: person.keepsConsent
        text: qsTr("Record consent")
        onClicked: {
            if (person.consent(consent.values))
                page.saved();
        }
    }
}

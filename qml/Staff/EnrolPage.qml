import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// A new participant: study pseudonym, site, second identifier, how they read; consent where it was given already; identity is optional
// and kept apart.
StaffPage {
    id: page

    property string language: desk.languages.length > 0 ? desk.languages[0].id : ""
    property string site
    property string textPercent: "100"
    property bool consented: false
    signal enrolled()

    function values(): var {
        const typed = {subject: subject.text, language: page.language, secondIdentifier: secondIdentifier.text, name: personName.text, phone: phone.text,
            recordNumber: recordNumber.text, site: page.site, textPercent: Number(page.textPercent), consented: page.consented};
        return page.consented ? Object.assign(typed, consent.values) : typed;
    }

    title: qsTr("Enrol a participant")
    canGoBack: true
    fields: ["subject", "site", "secondIdentifier", "name", "phone", "recordNumber", "document", "at", "by"]

    PersonModel {
        id: person
        desk: page.desk
    }
    ScrollArea {
        anchors.fill: parent
        Column {
            width: Math.min(parent.width, Theme.fieldWidth * 1.2)
            spacing: Theme.space * 2

            Field {
                id: subject
                name: "enrol.subject"
                width: parent.width
                label: qsTr("Subject id")
                example: page.desk.subjectExample
                fault: page.faultOf("subject")
            }
            Words {
                visible: sites.visible
                text: qsTr("Site")
                size: Theme.small
                color: Theme.colors.secondary
            }
            Segments {
                id: sites
                width: parent.width
                visible: person.sites.length > 0
                prefix: "enrol.site"
                options: person.sites
                chosen: page.site
                onChose: id => page.site = id
            }
            Words {
                width: parent.width
                visible: text.length > 0
                text: page.faultOf("site")
                size: Theme.small
                color: Theme.colors.urgent
            }
            Field {
                id: secondIdentifier
                name: "enrol.secondIdentifier"
                width: parent.width
                label: page.desk.secondIdentifierLabel
                example: page.desk.secondIdentifierExample
                fault: page.faultOf("secondIdentifier")
            }
            Words {
                text: qsTr("Language of the questions")
                size: Theme.small
                color: Theme.colors.secondary
            }
            Segments {
                width: parent.width
                prefix: "enrol.language"
                options: page.desk.languages
                chosen: page.language
                onChose: id => page.language = id
            }
            Words {
                text: qsTr("Text size of the questions")
                size: Theme.small
                color: Theme.colors.secondary
            }
            Segments {
                width: parent.width
                prefix: "enrol.textSize"
                options: person.textSizes
                chosen: page.textPercent
                onChose: id => page.textPercent = id
            }
            Words {
                width: parent.width
                visible: person.keepsConsent
                text: qsTr("Consent comes before the first question. It can also be recorded later.")
                size: Theme.small
                color: Theme.colors.secondary
            }
            Segments {
                width: parent.width
                visible: person.keepsConsent
                prefix: "enrol.consent"
                options: [{id: "given", label: qsTr("Consent was given")}, {id: "later", label: qsTr("Record it later")}]
                chosen: page.consented ? "given" : "later"
                onChose: id => page.consented = id === "given"
            }
            ConsentFields {
                id: consent
                width: parent.width
                visible: page.consented
                page: page
                person: person
                prefix: "enrol.consent"
            }
            Words {
                width: parent.width
                text: qsTr("The next three are optional. They are stored apart from the answers, under a key of their own.")
                size: Theme.small
                color: Theme.colors.secondary
            }
            Field {
                id: personName
                name: "enrol.name"
                width: parent.width
                label: qsTr("Name")
                fault: page.faultOf("name")
            }
            Field {
                id: phone
                name: "enrol.phone"
                width: parent.width
                label: qsTr("Telephone")
                fault: page.faultOf("phone")
            }
            Field {
                id: recordNumber
                name: "enrol.recordNumber"
                width: parent.width
                label: qsTr("Record number")
                fault: page.faultOf("recordNumber")
            }
            ActionButton {
                objectName: "enrol.save"
                kind: "primary"
                text: qsTr("Enrol")
                onClicked: {
                    if (person.enrol(page.values()))
                        page.enrolled();
                }
            }
        }
    }
}

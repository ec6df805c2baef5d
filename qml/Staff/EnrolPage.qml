import QtQuick
import Serein.Theme
import Serein.Controls

// A new participant: study pseudonym, second identifier, language; identity is optional and kept apart.
StaffPage {
    id: page

    property string language: desk.languages.length > 0 ? desk.languages[0].id : ""
    signal enrolled()

    title: qsTr("Enrol a participant")
    canGoBack: true
    fields: ["subject", "secondIdentifier", "name", "phone", "recordNumber"]

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
                    if (page.desk.enrol({subject: subject.text.trim(), language: page.language, secondIdentifier: secondIdentifier.text.trim(),
                                         name: personName.text.trim(), phone: phone.text.trim(), recordNumber: recordNumber.text.trim()}))
                        page.enrolled();
                }
            }
        }
    }
}

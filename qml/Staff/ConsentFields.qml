import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// What a consent says: the version of the form, when it was given, and by whom.
Column {
    id: fields

    required property StaffPage page
    required property PersonModel person
    required property string prefix
    property bool inPerson: false // nobody can consent for them
    property string by: "participant"
    property bool again: false
    readonly property var values: ({document: document.text, at: at.text, again: again && fold.visible, by: inPerson ? "participant" : by})

    spacing: Theme.space * 2
    Component.onCompleted: document.text = person.document // no binding: what is typed stays

    Field {
        id: document
        name: fields.prefix + ".document"
        width: parent.width
        label: qsTr("Version of the consent form")
        fault: fields.page.faultOf("document")
    }
    Field {
        id: at
        name: fields.prefix + ".at"
        width: parent.width
        label: qsTr("Date and time at the site")
        example: "2026-11-20 14:05"
        fault: fields.page.faultOf("at")
    }
    ActionButton {
        objectName: fields.prefix + ".now"
        text: qsTr("Now")
        hint: qsTr("Fills in the present date and time")
        onClicked: at.text = fields.page.desk.siteNow()
    }
    Segments {
        id: fold
        width: parent.width
        visible: fields.person.isTwice(at.text)
        prefix: fields.prefix + ".fold"
        options: [{id: "first", label: qsTr("Before the clock was put back")}, {id: "again", label: qsTr("After it was put back")}]
        chosen: fields.again ? "again" : "first"
        onChose: id => fields.again = id === "again"
    }
    Words {
        text: qsTr("Who consented")
        size: Theme.small
        color: Theme.colors.secondary
    }
    Segments {
        width: parent.width
        visible: !fields.inPerson
        prefix: fields.prefix + ".by"
        options: fields.person.givers
        chosen: fields.by
        onChose: id => fields.by = id
    }
    Words {
        width: parent.width
        visible: text.length > 0
        text: fields.inPerson ? qsTr("The participant in person") : ""
    }
    Words {
        width: parent.width
        visible: text.length > 0
        text: fields.page.faultOf("by")
        size: Theme.small
        color: Theme.colors.urgent
    }
}

import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// A form of staff's own at one timepoint: what is asked follows what was entered, which is kept as it is typed.
StaffPage {
    id: page

    required property string timepoint
    required property string label
    required property string instrument
    required property string name
    readonly property var unbegun: asking.unbegun
    signal saved()
    signal missed(var about)

    title: qsTr("%1: %2", "a form and whom it is about").arg(name).arg(participant.subject)
    canGoBack: true
    fields: fieldList.items.map(item => item.id).concat(["reason"])

    FormModel {
        id: form
        desk: page.desk
        participant: page.participant.id ?? ""
        timepoint: page.timepoint
        instrument: page.instrument
        reason: reason.text
        onLoaded: fieldList.show(form.items)
    }
    AskingModel {
        id: asking
        desk: page.desk
        participant: page.participant.id ?? ""
        timepoint: page.timepoint
    }
    ScrollArea {
        anchors.fill: parent
        line: Theme.body * Theme.lineHeight
        Column {
            width: parent.width
            spacing: Theme.space * 2

            Words {
                width: parent.width
                text: form.rater.length > 0 ? page.label + " · " + form.rater : page.label
                size: Theme.small
                color: Theme.colors.secondary
            }
            Words {
                width: Math.min(parent.width, Theme.measure(Theme.body))
                visible: text.length > 0
                text: form.instruction
            }
            MessageLine {
                objectName: "form.trouble"
                width: parent.width
                tone: "error"
                text: form.trouble
            }
            Field {
                id: reason
                name: "form.reason"
                width: Math.min(parent.width, Theme.fieldWidth * 2)
                visible: asking.outside.length > 0 && form.trouble.length === 0
                label: asking.outsideText
                fault: page.faultOf("reason")
            }
            FormFields {
                id: fieldList
                width: parent.width
                dense: true
                entered: form.entered
                faultItem: page.desk.errorField
                fault: page.desk.error
                onEnter: (item, value) => form.enter(item, value)
            }
            Flow {
                width: parent.width
                spacing: Theme.space * 2
                visible: form.trouble.length === 0
                ActionButton {
                    objectName: "form.save"
                    kind: "primary"
                    minimum: Theme.touch
                    text: qsTr("Save")
                    onClicked: {
                        if (form.save())
                            page.saved();
                    }
                }
                ActionButton {
                    objectName: "form.missed"
                    minimum: Theme.touch
                    visible: asking.mayMiss && page.unbegun.some(one => one.id === page.instrument)
                    text: qsTr("It was missed")
                    onClicked: page.missed({participant: page.participant.id, subject: page.participant.subject, timepoint: page.timepoint, label: page.label})
                }
                Words {
                    objectName: "form.kept"
                    height: Theme.touch
                    width: Math.min(implicitWidth, parent.width)
                    verticalAlignment: Text.AlignVCenter
                    visible: text.length > 0
                    text: form.begun ? (form.isKept ? qsTr("Kept so far. It counts once it is saved.") : qsTr("Not kept yet.")) : ""
                    size: Theme.small
                    color: Theme.colors.secondary
                }
            }
        }
    }
}

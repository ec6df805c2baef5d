import QtQuick
import Serein.Theme
import Serein.Controls

// A form of staff's own at one timepoint: what is asked follows what was entered; saved as a whole.
StaffPage {
    id: page

    required property string timepoint
    required property string label
    required property string instrument
    required property string name
    property var entered: ({})
    signal saved()

    function enter(item: string, value: var): void {
        const next = Object.assign({}, page.entered);
        next[item] = value;
        page.entered = next;
        form.show(page.desk.formItems(page.instrument, next));
    }

    Component.onCompleted: form.show(desk.formItems(instrument, entered))

    title: qsTr("%1: %2", "a form and whom it is about").arg(name).arg(participant.subject)
    canGoBack: true
    fields: form.items.map(item => item.id)

    ScrollArea {
        anchors.fill: parent
        Column {
            width: Math.min(parent.width, Theme.fieldWidth * 2)
            spacing: Theme.space * 2

            Words {
                width: parent.width
                text: page.label
                color: Theme.colors.secondary
            }
            FormFields {
                id: form
                width: parent.width
                entered: page.entered
                faultItem: page.desk.errorField
                fault: page.desk.error
                onEnter: (item, value) => page.enter(item, value)
            }
            ActionButton {
                objectName: "form.save"
                kind: "primary"
                minimum: Theme.touch
                text: qsTr("Save")
                onClicked: if (page.desk.saveForm(page.participant.id, page.timepoint, page.instrument, page.entered)) page.saved()
            }
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// What is due, by urgency.
StaffPage {
    id: page

    property string filter: ""
    signal enrol()
    signal openParticipant(string participant)
    signal handOver(string participant, string timepoint, string label)

    title: qsTr("Worklist")

    Column {
        id: head
        width: page.width
        spacing: Theme.gap
        Flow {
            width: parent.width
            spacing: Theme.space
            ActionButton {
                objectName: "worklist.enrol"
                text: qsTr("Enrol a participant")
                onClicked: page.enrol()
            }
            Segments {
                prefix: "worklist.filter"
                size: Theme.small
                options: [{id: "", label: qsTr("All")}, {id: "overdue", label: qsTr("Overdue")}, {id: "due", label: qsTr("Due")},
                    {id: "upcoming", label: qsTr("Upcoming")}, {id: "done", label: qsTr("Done")}]
                chosen: page.filter
                onChose: id => page.filter = id
            }
        }
        Words {
            width: parent.width
            visible: list.count === 0
            text: qsTr("Nothing is planned yet. Enrol a participant to begin.")
            color: Theme.colors.secondary
        }
    }
    ListView {
        id: list
        objectName: "worklist.list"
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: page.desk.worklist
        delegate: Item {
            id: slot
            required property string participant
            required property string subject
            required property string timepoint
            required property string label
            required property string what
            required property var model
            readonly property string condition: model.state
            required property string stateText
            required property string window
            required property bool canHandOver
            readonly property bool shown: page.filter === "" || page.filter === condition
            width: list.width
            height: shown ? row.implicitHeight + Theme.space : 0
            visible: shown

            WorklistRow {
                id: row
                width: slot.width
                subject: slot.subject
                timepoint: slot.timepoint
                label: slot.label
                what: slot.what
                condition: slot.condition
                stateText: slot.stateText
                window: slot.window
                canHandOver: slot.canHandOver
                onOpenParticipant: page.openParticipant(slot.participant)
                onHandOver: page.handOver(slot.participant, slot.timepoint, slot.label)
            }
        }
    }
}

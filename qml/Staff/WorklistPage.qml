pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Who needs me now: alerts, then what is due, overdue, upcoming and done. Found by words, and by what is chosen.
StaffPage {
    id: page

    property bool choosing: false
    signal enrol()
    signal seeAlerts()
    signal seeReview()
    signal openParticipant(string participant)
    signal handOver(string participant, string timepoint, string label)
    signal call(string participant, string subject, string timepoint, string label)
    signal fillIn(string participant, string timepoint, string label, var form)

    title: qsTr("Worklist")

    WorklistModel {
        id: work
        desk: page.desk
    }
    ReviewWorkModel {
        id: review
        desk: page.desk
    }

    Column {
        id: head
        width: page.width
        spacing: Theme.gap

        Flow {
            id: tools
            readonly property real line: search.visible ? search.implicitHeight : 0 // a button beside the field stands on its line, not on its label's
            width: parent.width
            spacing: Theme.space

            Field {
                id: search
                name: "worklist.search"
                width: Math.min(Theme.fieldWidth, tools.width)
                visible: work.condition !== "empty"
                label: qsTr("Search by subject, site, timepoint, ward or bed")
                Binding {
                    target: work
                    property: "text"
                    value: search.text
                }
            }
            Item {
                width: Math.min(chooseButton.implicitWidth, tools.width)
                height: y < 1 ? Math.max(tools.line, chooseButton.implicitHeight) : chooseButton.implicitHeight
                visible: work.condition !== "empty"
                ActionButton {
                    id: chooseButton
                    objectName: "worklist.choose"
                    width: parent.width
                    anchors.bottom: parent.bottom
                    text: page.choosing ? qsTr("Show the list") : choices.chosen.length > 0 ? qsTr("Only %1").arg(choices.chosen) : qsTr("Filter")
                    chosen: choices.chosen.length > 0
                    onClicked: page.choosing = !page.choosing
                }
            }
            Item {
                width: Math.min(enrolButton.implicitWidth, tools.width)
                height: y < 1 ? Math.max(tools.line, enrolButton.implicitHeight) : enrolButton.implicitHeight
                visible: work.mayEnrol
                ActionButton {
                    id: enrolButton
                    objectName: "worklist.enrol"
                    width: parent.width
                    anchors.bottom: parent.bottom
                    text: qsTr("Enrol a participant")
                    onClicked: page.enrol()
                }
            }
            Item {
                width: Math.min(allButton.implicitWidth, tools.width)
                height: y < 1 ? Math.max(tools.line, allButton.implicitHeight) : allButton.implicitHeight
                visible: search.text.length > 0 || choices.chosen.length > 0 || work.state.length > 0
                ActionButton {
                    id: allButton
                    objectName: "worklist.all"
                    width: parent.width
                    anchors.bottom: parent.bottom
                    kind: "quiet"
                    text: qsTr("Show everything")
                    onClicked: {
                        search.text = "";
                        page.choosing = false;
                        work.forgetSearch();
                    }
                }
            }
        }
        ActionButton {
            objectName: "worklist.review"
            width: Math.min(implicitWidth, parent.width)
            visible: !page.choosing && review.text.length > 0
            kind: "quiet"
            alignment: Text.AlignLeft
            text: qsTr("? %1. Open", "how many queries are open").arg(review.text)
            onClicked: page.seeReview()
        }
        Segments {
            width: parent.width
            visible: !page.choosing && work.condition !== "empty"
            prefix: "worklist.filter"
            size: Theme.small
            options: work.states
            chosen: work.state
            onChose: id => work.state = id
        }
    }
    WorklistChoices {
        id: choices
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: parent.bottom
        width: parent.width
        visible: page.choosing
        work: work
    }
    WorklistMessage {
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap * 2
        width: parent.width
        visible: !page.choosing && text.length > 0
        prefix: "worklist"
        condition: work.condition
        trouble: work.trouble
        empty: work.mayEnrol ? qsTr("Nothing is planned yet. Enrol a participant to begin.") : qsTr("Nothing is planned yet.")
        onAgain: work.again()
    }
    ListArea {
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: parent.bottom
        width: parent.width
        visible: !page.choosing
        view: list
        ListView {
            id: list
            objectName: "worklist.list"
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: work.rows
            delegate: WorklistSlot {
                width: list.width
                onSeeAlerts: page.seeAlerts()
                onSeeAll: state => work.state = state
                onOpenParticipant: participant => page.openParticipant(participant)
                onHandOver: (participant, timepoint, label) => page.handOver(participant, timepoint, label)
                onCall: (participant, subject, timepoint, label) => page.call(participant, subject, timepoint, label)
                onFillIn: (participant, timepoint, label) => page.fillIn(participant, timepoint, label, work.form(participant, timepoint))
            }
        }
    }
}

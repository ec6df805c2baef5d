pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Controls

// The table of the staff's pages: which place shows which page.
FocusScope {
    id: places

    required property AppModel app
    required property string place
    property var anchorRow
    property var work
    property var form
    readonly property DeskModel desk: app.desk
    signal go(string to)   // and forget messages
    signal show(string to) // and keep what was just said
    signal openParticipant(string id)
    signal exportParticipant(string id)
    signal setAnchor(var row)
    signal handOver(string participant, string timepoint, string label)
    signal fillIn(var timepoint, var cell)

    Stage {
        anchors.fill: parent
        focus: true
        shows: ({worklist: worklist, alerts: alerts, participants: participants, participant: participant, enrol: enrol, anchor: anchor,
            handOver: handOverPage, exports: exports, export: exportPage, form: formPage})[places.place] ?? null
    }

    Component {
        id: worklist
        WorklistPage {
            desk: places.desk
            onEnrol: places.go("enrol")
            onOpenParticipant: id => places.openParticipant(id)
            onHandOver: (id, timepoint, label) => places.handOver(id, timepoint, label)
        }
    }
    Component {
        id: alerts
        AlertsPage {
            desk: places.desk
        }
    }
    Component {
        id: participants
        ParticipantsPage {
            desk: places.desk
            onEnrol: places.go("enrol")
            onChose: id => places.openParticipant(id)
        }
    }
    Component {
        id: exports
        ParticipantsPage {
            desk: places.desk
            title: qsTr("Whose data do you want to export?")
            prefix: "export.participant"
            canEnrol: false
            onChose: id => places.exportParticipant(id)
        }
    }
    Component {
        id: participant
        ParticipantPage {
            desk: places.desk
            onBack: places.go("participants")
            onSetAnchor: row => places.setAnchor(row)
            onHandOver: (timepoint, label) => places.handOver(places.desk.participant.id, timepoint, label)
            onExportData: places.go("export")
            onFillIn: (timepoint, cell) => places.fillIn(timepoint, cell)
        }
    }
    Component {
        id: enrol
        EnrolPage {
            desk: places.desk
            onBack: places.go("worklist")
            onEnrolled: places.show("participant")
        }
    }
    Component {
        id: anchor
        AnchorPage {
            desk: places.desk
            anchorRow: places.anchorRow
            onBack: places.go("participant")
            onSaved: places.show("participant")
        }
    }
    Component {
        id: handOverPage
        HandOverPage {
            app: places.app
            desk: places.desk
            participant: places.work.participant
            subject: places.work.subject
            timepoint: places.work.timepoint
            label: places.work.label
            language: places.work.language
            onBack: places.openParticipant(places.work.participant)
        }
    }
    Component {
        id: formPage
        FormPage {
            desk: places.desk
            timepoint: places.form.timepoint.id
            label: places.form.timepoint.label
            instrument: places.form.cell.instrument
            name: places.form.cell.name
            onBack: places.go("participant")
            onSaved: places.show("participant")
        }
    }
    Component {
        id: exportPage
        ExportPage {
            desk: places.desk
            onBack: places.go("exports")
        }
    }
}

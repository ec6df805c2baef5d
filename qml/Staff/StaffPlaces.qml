pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Controls

// The table of the staff's pages: which place shows which page.
FocusScope {
    id: places

    required property AppModel app
    required property string place
    property var about: ({}) // for the page: see the components below
    readonly property DeskModel desk: app.desk
    signal go(string to, var about) // and forget messages; about undefined: as it was
    signal show(string to)          // and keep what was just said
    signal openParticipant(string id)
    signal exportParticipant(string id)
    signal handOver(string participant, string timepoint, string label)

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
            onEnrol: places.go("enrol", undefined)
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
            onEnrol: places.go("enrol", undefined)
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
            onBack: places.go("participants", undefined)
            onSetAnchor: row => places.go("anchor", row)
            onHandOver: (timepoint, label) => places.handOver(places.desk.participant.id, timepoint, label)
            onExportData: places.go("export", undefined)
            onFillIn: (timepoint, cell) => places.go("form", {timepoint: timepoint, cell: cell})
        }
    }
    Component {
        id: enrol
        EnrolPage {
            desk: places.desk
            onBack: places.go("worklist", undefined)
            onEnrolled: places.show("participant")
        }
    }
    Component {
        id: anchor
        AnchorPage {
            desk: places.desk
            anchorRow: places.about
            onBack: places.go("participant", undefined)
            onSaved: places.show("participant")
        }
    }
    Component {
        id: handOverPage
        HandOverPage {
            app: places.app
            desk: places.desk
            participant: places.about.participant
            subject: places.about.subject
            timepoint: places.about.timepoint
            label: places.about.label
            language: places.about.language
            onBack: places.openParticipant(places.about.participant)
        }
    }
    Component {
        id: formPage
        FormPage {
            desk: places.desk
            timepoint: places.about.timepoint.id
            label: places.about.timepoint.label
            instrument: places.about.cell.instrument
            name: places.about.cell.name
            onBack: places.go("participant", undefined)
            onSaved: places.show("participant")
        }
    }
    Component {
        id: exportPage
        ExportPage {
            desk: places.desk
            onBack: places.go("exports", undefined)
        }
    }
}

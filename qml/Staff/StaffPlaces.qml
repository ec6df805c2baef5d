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
        shows: ({worklist: worklist, alerts: alerts, participantAlerts: participantAlerts, participants: participants, participant: participant, enrol: enrol, anchor: anchor, missedMark: missedMarkPage, reviewWork: reviewWorkPage,
            assessment: assessmentPage, review: reviewPage, stream: streamPage, queries: queriesPage, sign: signPage, handOver: handOverPage, missed: missedPage, call: callPage, exports: exports, export: exportPage, form: formPage,
            consent: consentPage, standing: standingPage, whereabouts: whereaboutsPage, notes: notesPage, redact: redactPage,
            study: admin, people: admin, protocol: admin, instruments: admin, clock: admin, backup: admin, studyData: admin, keys: admin, audit: admin, exportAll: admin})[places.place] ?? null
    }

    Component {
        id: worklist
        WorklistPage {
            desk: places.desk
            onEnrol: places.go("enrol", undefined)
            onOpenParticipant: id => places.openParticipant(id)
            onHandOver: (id, timepoint, label) => places.handOver(id, timepoint, label)
            onSeeAlerts: places.go("alerts", undefined)
            onSeeReview: places.go("reviewWork", undefined)
            onCall: (id, subject, timepoint, label) => {
                places.desk.openParticipant(id);
                places.go("call", {participant: id, subject: subject, timepoint: timepoint, label: label, language: places.desk.participant.language});
            }
            onFillIn: (id, timepoint, label, form) => {
                places.openParticipant(id);
                if (form.instrument !== undefined)
                    places.go("form", {timepoint: {id: timepoint, label: label}, cell: form});
            }
        }
    }
    Component {
        id: alerts
        AlertsPage {
            desk: places.desk
        }
    }
    Component {
        id: participantAlerts
        AlertsPage {
            desk: places.desk
            participantId: places.about.participant
            subject: places.about.subject
            standing: places.about.standing
            onBack: places.openParticipant(participantId)
            onSeeAll: places.go("alerts", undefined)
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
            onOpen: (place, about) => places.go(place, about)
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
            startMode: places.about.mode ?? ""
            onBack: places.openParticipant(places.about.participant)
            onMissed: places.go("missed", Object.assign({}, places.about, {from: "handOver"}))
            onCall: places.go("call", places.about)
        }
    }
    Component {
        id: missedPage
        MissedPage {
            readonly property var asked: places.about.missed ?? places.about // from a form, what that is about goes along
            desk: places.desk
            participantId: asked.participant
            subject: asked.subject
            timepoint: asked.timepoint
            label: asked.label
            instrument: places.about.missed !== undefined ? places.about.cell.instrument : ""
            onBack: places.about.missed !== undefined ? places.go("form", places.about)
                : places.about.from === "handOver" ? places.go("handOver", places.about) : places.openParticipant(participantId)
            onSaved: places.show("participant")
        }
    }
    Component {
        id: missedMarkPage
        MissedMarkPage {
            desk: places.desk
            participantId: places.about.participant
            subject: places.about.subject
            timepoint: places.about.timepoint
            label: places.about.label
            sequence: places.about.sequence
            instrument: places.about.instrument ?? ""
            onBack: places.openParticipant(participantId)
            onSaved: places.show("participant")
        }
    }
    Component {
        id: reviewWorkPage
        ReviewWorkPage {
            desk: places.desk
            onBack: places.go("worklist", undefined)
            onRead: about => places.go("assessment", about)
            onReadQueries: id => places.go("queries", {participant: id, origin: "reviewWork"})
        }
    }
    Component {
        id: callPage
        CallPage {
            desk: places.desk
            participantId: places.about.participant
            subject: places.about.subject
            timepoint: places.about.timepoint
            label: places.about.label
            onBack: places.go("handOver", places.about)
            onAsk: places.go("handOver", Object.assign({}, places.about, {mode: "telephone"}))
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
            onMissed: about => places.go("missed", Object.assign({}, places.about, {missed: about}))
        }
    }
    Component {
        id: assessmentPage
        AssessmentPage {
            desk: places.desk
            participantId: places.about.participant
            timepoint: places.about.timepoint
            instrument: places.about.instrument
            sequence: places.about.sequence
            origin: places.about.origin ?? ""
            onBack: origin.length > 0 ? places.go(origin, undefined) : places.openParticipant(participantId)
            onAct: order => places.go("review", order)
        }
    }
    Component {
        id: reviewPage
        ReviewActPage {
            id: act
            // Where it was begun from: an assessment, the queries, or the record.
            readonly property string from: order.from ?? (order.instrument !== undefined ? "assessment" : "stream")
            desk: places.desk
            order: places.about
            onBack: places.go(from, order)
            onSaved: !gone ? places.show(from) : (order.origin ?? "").length > 0 ? places.show(order.origin) : places.openParticipant(order.participant)
        }
    }
    Component {
        id: signPage
        ReviewActPage {
            desk: places.desk
            order: ({what: "signRecord", participant: places.about.participant, heading: places.about.subject})
            onBack: places.openParticipant(order.participant)
            onSaved: places.show("stream")
        }
    }
    Component {
        id: queriesPage
        QueriesPage {
            desk: places.desk
            participantId: places.about.participant
            origin: places.about.origin ?? ""
            onBack: origin.length > 0 ? places.go(origin, undefined) : places.openParticipant(participantId)
            onRead: about => places.go("assessment", about)
            onAct: order => places.go("review", order)
        }
    }
    Component {
        id: streamPage
        StreamPage {
            desk: places.desk
            participantId: places.about.participant
            onBack: places.openParticipant(participantId)
            onAct: order => places.go("review", order)
            onRedact: event => places.go("redact", {participant: participantId, event: event, from: "stream"})
        }
    }
    Component {
        id: redactPage
        RedactPage {
            desk: places.desk
            participantId: places.about.participant
            event: places.about.event
            onBack: places.go(places.about.from, places.about)
            onSaved: places.show(places.about.from)
        }
    }
    Component {
        id: consentPage
        ConsentPage {
            desk: places.desk
            onBack: places.go("participant", undefined)
            onSaved: places.show("participant")
        }
    }
    Component {
        id: standingPage
        StandingPage {
            desk: places.desk
            onBack: places.go("participant", undefined)
            onRecordConsent: places.go("consent", undefined)
            onSaved: places.show("participant")
        }
    }
    Component {
        id: whereaboutsPage
        WhereaboutsPage {
            desk: places.desk
            onBack: places.go("participant", undefined)
            onSaved: places.show("participant")
        }
    }
    Component {
        id: notesPage
        NotesPage {
            desk: places.desk
            onBack: places.go("participant", undefined)
            onRedact: event => places.go("redact", {participant: participant.id, event: event, from: "notes"})
        }
    }
    Component {
        id: exportPage
        ExportPage {
            desk: places.desk
            onBack: places.go("exports", undefined)
        }
    }
    Component {
        id: admin
        AdminPlaces {
            desk: places.desk
            place: places.place
            onGo: to => places.go(to, undefined)
            onRedact: about => places.go("redact", about)
        }
    }
}

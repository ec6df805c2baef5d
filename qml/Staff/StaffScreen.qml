pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme

// The staff's desk: the rail and one page at a time. Alerts come first.
FocusScope {
    id: screen
    objectName: "staff"

    required property AppModel app
    readonly property DeskModel desk: app.desk
    readonly property var participant: desk.participant
    readonly property bool landscape: width > height
    readonly property var reading: app.reading
    readonly property bool readsOnly: reading.participant !== undefined
    property string place: readsOnly ? "participant" : desk.alertCount > 0 ? "alerts" : "worklist"
    // Which of the rail's places a page belongs to; all others are about a participant.
    readonly property var rooms: ({worklist: "worklist", enrol: "worklist", reviewWork: "worklist", alerts: "alerts", exports: "exports", export: "exports", study: "study",
        people: "study", protocol: "study", instruments: "study", clock: "study", backup: "study", studyData: "study", keys: "study", audit: "study", exportAll: "exports"})
    property var about: ({}) // what the page is about, as its entry in StaffPlaces says

    function go(to: string, about: var): void {
        screen.desk.clearMessages();
        screen.show(to, about);
    }
    function show(to: string, about: var): void {
        if (about !== undefined) {
            screen.place = ""; // the page that is left never reads what the next one is about
            screen.about = about;
        }
        screen.place = to;
    }
    function openParticipant(id: string): void {
        screen.desk.openParticipant(id);
        screen.show("participant", undefined);
    }
    function startHandOver(participant: string, timepoint: string, label: string): void {
        screen.desk.openParticipant(participant);
        const known = screen.participant;
        screen.go("handOver", {participant: participant, subject: known.subject, timepoint: timepoint, label: label, language: known.language});
    }

    AdminModel {
        id: admin
        desk: screen.desk
    }
    Component.onCompleted: {
        if (screen.readsOnly)
            screen.openParticipant(screen.reading.participant);
        else
            place = place; // what is open stays open while the count changes
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.colors.page
    }
    Rail {
        id: rail
        upright: screen.landscape
        x: 0
        y: screen.landscape ? 0 : screen.height - height
        width: screen.landscape ? implicitWidth : screen.width
        height: screen.landscape ? screen.height : implicitHeight
        place: screen.rooms[screen.place === "redact" ? screen.about.from : screen.place] ?? "participants"
        userName: screen.app.userName
        alertCount: screen.desk.alertCount
        backup: screen.readsOnly ? "" : admin.unbackedText
        readsOnly: screen.readsOnly
        enabled: !screen.desk.isBusy
        onGo: to => screen.go(to, undefined)
        onLock: screen.app.lock()
    }
    Item {
        id: room
        x: screen.landscape ? rail.width : 0
        width: screen.width - x
        height: screen.height - (screen.landscape ? 0 : rail.height)

        StaffBanners {
            id: banners
            desk: screen.desk
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.narrowMargin
            synthetic: screen.app.synthetic
            reading: screen.reading
            alertCount: screen.place === "alerts" || screen.readsOnly ? 0 : screen.desk.alertCount
            resume: screen.place === "handOver" || screen.readsOnly ? ({}) : screen.desk.resumeHandOver
            clockDue: screen.place === "worklist" && admin.mayCheckClock && admin.clockCheckDue
            onSeeAlerts: screen.go("alerts", undefined)
            onCheckClock: screen.go("clock", undefined)
            onGoOn: screen.go("handOver", screen.desk.resumeHandOver)
            onEnd: screen.desk.endHandOver()
        }
        StaffPlaces {
            anchors.left: banners.left
            anchors.right: banners.right
            anchors.top: banners.bottom
            anchors.topMargin: Theme.space
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.space * 2
            focus: true
            app: screen.app
            place: screen.place
            about: screen.about
            onGo: (to, about) => screen.go(to, about)
            onShow: to => screen.show(to, undefined)
            onOpenParticipant: id => screen.openParticipant(id)
            onExportParticipant: id => {
                screen.desk.openParticipant(id);
                screen.go("export", undefined);
            }
            onHandOver: (participant, timepoint, label) => screen.startHandOver(participant, timepoint, label)
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// One participant: what one has to know first, then the plan as the protocol runs, the scores, and all else there is to do.
StaffPage {
    id: page

    readonly property bool known: participant.subject !== undefined
    property string tab: "plan"
    signal open(string place, var about)

    /// A column's one action, as on the worklist.
    function act(timepoint: var): void {
        if (timepoint.action === "fillIn")
            page.fillIn(timepoint, timepoint.form);
        else if (timepoint.action === "missed")
            page.mend(timepoint, "");
        else
            page.open(timepoint.action, timepoint.about);
    }
    function fillIn(timepoint: var, cell: var): void {
        page.open("form", {timepoint: {id: timepoint.timepoint, label: timepoint.label}, cell: cell});
    }
    /// What was recorded as missed, by mistake.
    function mend(timepoint: var, instrument: string): void {
        page.open("missedMark", {participant: page.participant.id, subject: page.participant.subject, timepoint: timepoint.timepoint, label: timepoint.label,
            sequence: timepoint.sequence, instrument: instrument});
    }
    function choose(timepoint: var, cell: var): void {
        if (cell.action === "form")
            page.fillIn(timepoint, cell);
        else if (cell.action === "missed")
            page.mend(timepoint, cell.instrument);
        else
            page.read(timepoint, cell);
    }
    function read(timepoint: var, cell: var): void {
        page.open("assessment", {participant: page.participant.id, timepoint: timepoint.timepoint, instrument: cell.instrument, sequence: cell.sequence});
    }

    title: !known ? "" : participant.synthetic ? qsTr("%1 · invented", "a synthetic participant").arg(participant.subject) : participant.subject
    canGoBack: true
    fields: ["reason"] // of what is asked once more

    ScrollArea {
        id: area
        anchors.fill: parent
        Column {
            width: area.contentWidth
            spacing: Theme.space * 2

            ParticipantHeader {
                width: parent.width
                facts: page.participant.facts ?? []
            }
            Segments {
                width: parent.width
                visible: page.known
                prefix: "participant.tab"
                options: [{id: "plan", label: qsTr("Plan")}, {id: "trends", label: qsTr("Scores")}, {id: "more", label: qsTr("More")}]
                chosen: page.tab
                onChose: id => {
                    page.tab = id;
                    area.toTop();
                }
            }
            Stage {
                width: parent.width
                height: implicitHeight
                shows: !page.known ? null : page.tab === "plan" ? plan : page.tab === "trends" ? trends : more
            }
        }
    }
    Component {
        id: plan
        Column {
            spacing: Theme.space * 3
            ReviewList {
                width: parent.width
                title: qsTr("Alerts")
                prefix: "participant.alert"
                lines: (page.participant.alerts ?? []).filter(one => one.standing !== "closed").map(one => ({text: one.text, more: one.since, urgent: one.standing === "waiting", standing: one.standing,
                    does: [{id: "open", label: qsTr("Open")}]}))
                onDid: (what, line) => page.open("participantAlerts", {participant: page.participant.id, subject: page.participant.subject, standing: line.standing})
            }
            StaleList {
                width: parent.width
                desk: page.desk
                participantId: page.participant.id ?? ""
            }
            PlanTable {
                width: parent.width
                timepoints: page.participant.timepoints ?? []
                onAct: timepoint => page.act(timepoint)
                onChose: (timepoint, cell) => page.choose(timepoint, cell)
            }
            AnchorList {
                width: parent.width
                anchorRows: page.participant.anchors ?? []
                mayChange: page.participant.mayPlan === true
                onChose: row => page.open("anchor", row)
            }
        }
    }
    Component {
        id: trends
        TrendView {
            desk: page.desk
            participantId: page.participant.id ?? ""
        }
    }
    Component {
        id: more
        ParticipantActions {
            actions: page.participant.actions ?? []
            onChose: (place, about) => page.open(place, about)
        }
    }
}

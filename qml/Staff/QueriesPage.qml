import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// What was asked about one participant's data, and how far it is answered. What is about an assessment that was voided is settled here.
StaffPage {
    id: page

    required property string participantId
    readonly property var record: review.record
    readonly property var queries: record.queries ?? []
    property string origin // the list that it was opened from; empty: the participant
    signal read(var about)
    signal act(var order) // for ReviewActPage

    function ask(what: string, line: var): void {
        page.act({what: what, participant: page.participantId, id: line.id, heading: line.text, about: line.more, from: "queries", origin: page.origin});
    }
    function doesTo(query: var): var {
        return query.stands ? [{id: "open", label: qsTr("Open")}]
            : (query.canAnswer ? [{id: "answer", label: qsTr("Answer")}] : []).concat(query.canClose ? [{id: "close", label: qsTr("Close")}] : []);
    }

    title: qsTr("%1 · queries", "subject").arg(record.subject ?? "")
    canGoBack: true

    ReviewModel {
        id: review
        desk: page.desk
        participant: page.participantId
    }
    ScrollArea {
        id: area
        anchors.fill: parent
        Column {
            width: area.contentWidth
            spacing: Theme.space * 2

            Words {
                width: parent.width
                text: page.queries.length > 0 ? qsTr("A query is answered and closed where it was raised.")
                    : qsTr("Nobody has asked about this participant's data.")
                color: Theme.colors.secondary
            }
            ReviewList {
                width: parent.width
                title: qsTr("Queries")
                prefix: "queries"
                lines: page.queries.map(one => Object.assign({does: page.doesTo(one)}, one,
                    {more: [one.more, one.answer, one.stateText, one.stands ? "" : qsTr("What it is about was voided.")].filter(words => words.length > 0).join("\n")}))
                onDid: (what, line) => what === "open" ? page.read({participant: page.participantId, timepoint: line.timepoint, instrument: line.instrument, sequence: line.sequence})
                    : page.ask(what, line)
            }
            ReviewList {
                width: parent.width
                title: qsTr("Corrections that were proposed, of what was voided")
                prefix: "voidedProposal"
                lines: (page.record.voidedProposals ?? []).map(one => ({id: one.id, text: one.text, more: one.more + "\n" + one.reason,
                    does: [{id: "decline", label: qsTr("Decline")}]}))
                onDid: (what, line) => page.ask(what, line)
            }
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// One assessment read again: answers, scores, marks, queries, signatures, and what this person may do with them.
StaffPage {
    id: page

    required property string participantId
    required property string timepoint
    required property string instrument
    required property int sequence
    property string origin // the list that it was opened from; empty: the participant
    readonly property var given: review.assessment
    readonly property bool readable: given.withheld === false
    signal act(var order) // for ReviewActPage

    function ask(what: string, more: var): void {
        page.act(Object.assign({what: what, participant: page.participantId, timepoint: page.timepoint, instrument: page.instrument,
            sequence: page.sequence, origin: page.origin, heading: qsTr("%1 · %2", "instrument, timepoint").arg(page.given.name).arg(page.given.label)}, more));
    }

    title: given.name === undefined ? "" : qsTr("%1: %2 · %3", "subject, instrument, timepoint").arg(given.subject).arg(given.name).arg(given.label)
    canGoBack: true

    ReviewModel {
        id: review
        desk: page.desk
        participant: page.participantId
        Component.onCompleted: open(page.timepoint, page.instrument, page.sequence)
    }
    ScrollArea {
        id: area
        anchors.fill: parent
        Column {
            width: area.contentWidth
            spacing: Theme.space * 2

            Words {
                width: parent.width
                visible: page.given.withheld === true
                text: qsTr("What was given is kept from your role in this study.")
            }
            Repeater {
                model: page.given.facts ?? []
                Words {
                    required property string modelData
                    width: area.contentWidth
                    text: modelData
                    color: Theme.colors.secondary
                }
            }
            ReviewList {
                width: parent.width
                title: qsTr("Alerts")
                lines: (page.given.alerts ?? []).map(text => ({text: text, urgent: true}))
            }
            ReviewList {
                width: parent.width
                title: qsTr("Worth a second look")
                lines: (page.given.flags ?? []).map(flag => ({text: flag.text, more: flag.rule}))
            }
            ReviewList {
                width: parent.width
                title: qsTr("Corrections that were proposed")
                prefix: "proposal"
                lines: (page.given.proposals ?? []).map(one => ({id: one.id, text: one.text, more: one.reason,
                    does: one.canDecide ? [{id: "approve", label: qsTr("Approve")}, {id: "decline", label: qsTr("Decline")}] : []}))
                onDid: (what, line) => what === "approve" ? review.act("approve", {id: line.id}) : page.ask("decline", {id: line.id, about: line.text})
            }
            ReviewList {
                width: parent.width
                title: qsTr("Queries")
                prefix: "query"
                lines: (page.given.queries ?? []).map(one => ({id: one.id, text: one.about, more: [one.text, one.answer, one.stateText].filter(words => words.length > 0).join("\n"),
                    does: (one.canAnswer ? [{id: "answer", label: qsTr("Answer")}] : []).concat(one.canClose ? [{id: "close", label: qsTr("Close")}] : [])}))
                onDid: (what, line) => page.ask(what, {id: line.id, about: line.more})
            }
            ReviewList {
                width: parent.width
                title: qsTr("Scores")
                lines: (page.given.scores ?? []).map(one => ({text: qsTr("%1: %2", "score, value").arg(one.name).arg(one.text), more: one.original}))
            }
            ReviewList {
                width: parent.width
                title: qsTr("Answers")
                prefix: "item"
                lines: (page.given.items ?? []).map(one => ({id: one.id, text: one.text, strong: one.answer, side: one.time, type: one.type, options: one.options,
                    more: [one.original, one.note].filter(words => words.length > 0).join("\n"),
                    does: (one.can === "correct" ? [{id: "correct", label: qsTr("Correct")}] : one.can === "propose" ? [{id: "propose", label: qsTr("Propose a correction")}] : [])
                        .concat(page.given.canQuery ? [{id: "query", label: qsTr("Query")}] : [])}))
                onDid: (what, line) => page.ask(what, {id: line.id, about: line.text, now: line.strong, type: line.type, options: line.options})
            }
            ReviewList {
                width: parent.width
                title: qsTr("Signatures")
                lines: (page.given.signatures ?? []).map(one => ({text: one.text, urgent: one.broken}))
            }
            Flow {
                width: parent.width
                visible: page.readable
                spacing: Theme.space
                ActionButton {
                    objectName: "assessment.query"
                    visible: page.given.canQuery === true
                    text: qsTr("Query on the whole")
                    onClicked: page.ask("query", {id: ""})
                }
                ActionButton {
                    objectName: "assessment.verify"
                    visible: page.given.canVerify === true
                    text: qsTr("Compared with the source")
                    onClicked: review.act("verify", {})
                }
                ActionButton {
                    objectName: "assessment.sign"
                    visible: page.given.canSign === true
                    text: qsTr("Sign")
                    onClicked: page.ask("sign", {})
                }
                ActionButton {
                    objectName: "assessment.reopen"
                    visible: page.given.canReopen === true
                    text: qsTr("Reopen for the participant")
                    onClicked: page.ask("reopen", {})
                }
                ActionButton {
                    objectName: "assessment.reassign"
                    visible: page.given.canVoid === true
                    text: qsTr("It belongs elsewhere")
                    onClicked: page.ask("reassign", {subject: page.given.subject})
                }
                ActionButton {
                    objectName: "assessment.void"
                    visible: page.given.canVoid === true
                    text: qsTr("It is nobody's")
                    onClicked: page.ask("void", {})
                }
            }
        }
    }
}

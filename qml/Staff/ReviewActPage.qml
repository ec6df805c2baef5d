pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// One step of a review, with what it needs: another answer, a place, words, a passphrase. Nothing typed is lost when it is refused.
StaffPage {
    id: page

    required property var order // {"what", "participant", "timepoint", "instrument", "sequence", "id", "heading", "about", "now", "type", "options", "subject",
        // "toInstrument", "toTimepoint", "toSequence"}
    readonly property string what: order.what
    readonly property var options: order.options ?? []
    readonly property bool changes: what === "correct" || what === "propose"
    readonly property bool moves: what === "reassign" || what === "place"
    readonly property bool signs: what === "sign" || what === "signRecord"
    readonly property bool gone: what === "reassign" || what === "void" // it stands here no longer
    property var answer: ""
    property string manner
    readonly property var record: review.record
    readonly property var targets: moves && record.subject !== undefined ? review.destinations(subject.text, order.instrument ?? order.toInstrument ?? "") : [] // of whoever has that subject id
    property string target: order.toTimepoint !== undefined ? order.toTimepoint + "." + order.toSequence : ""
    signal saved()

    readonly property var words: ({
        correct: [qsTr("Correct an entry"), qsTr("Why it is corrected")],
        propose: [qsTr("Propose a correction"), qsTr("Why it should be corrected (an investigator decides)")],
        decline: [qsTr("Decline a correction"), qsTr("Why it stays as it is")],
        query: [qsTr("Raise a query"), qsTr("What is unclear")],
        answer: [qsTr("Answer a query"), qsTr("Your answer")],
        close: [qsTr("Close a query"), qsTr("A last word (may stay empty)")],
        sign: [qsTr("Sign this assessment"), qsTr("What your signature means")],
        signRecord: [qsTr("Sign the whole record"), qsTr("What your signature means")],
        reassign: [qsTr("It belongs elsewhere"), qsTr("Why it is moved")],
        place: [qsTr("Put it where it belongs"), qsTr("Why it is moved")],
        reopen: [qsTr("Reopen for the participant"), qsTr("Why it is reopened")],
        void: [qsTr("It is nobody's"), qsTr("Why it counts for nobody")],
        unblind: [qsTr("Unblind yourself for this participant"), qsTr("Why you need to know")],
        frozen: [qsTr("Freeze this participant's data"), qsTr("Why")],
        locked: [qsTr("Lock this participant's data"), qsTr("Why")],
        open: [qsTr("Open this participant's data again"), qsTr("Why")]
    })[what] ?? ["", ""]

    /// A second tap takes a choice back; several may stand together in some questions.
    function choose(value: string): void {
        if (page.order.type !== "multiChoice")
            page.answer = page.answer === value ? "" : value;
        else if (Array.isArray(page.answer) && page.answer.includes(value))
            page.answer = page.answer.filter(one => one !== value);
        else
            page.answer = (Array.isArray(page.answer) ? page.answer : []).concat([value]);
    }
    function isChosen(value: string): bool {
        return Array.isArray(page.answer) ? page.answer.includes(value) : page.answer === value;
    }

    title: page.words[0]
    canGoBack: true
    fields: ["answer", "text", "passphrase", "subject", "timepoint", "manner"]

    ReviewModel {
        id: review
        desk: page.desk
        participant: page.order.participant
        Component.onCompleted: if (page.order.instrument !== undefined) open(page.order.timepoint, page.order.instrument, page.order.sequence)
    }
    ScrollArea {
        id: area
        anchors.fill: parent
        Column {
            width: Math.min(area.contentWidth, Theme.fieldWidth * 1.6)
            spacing: Theme.space * 2

            Words {
                width: parent.width
                visible: text.length > 0
                text: [page.order.heading ?? "", page.order.about ?? ""].filter(words => words.length > 0).join("\n")
            }
            Words {
                width: parent.width
                visible: page.changes
                text: qsTr("Now: %1").arg(page.order.now ?? "")
                color: Theme.colors.secondary
            }
            Flow {
                width: parent.width
                visible: page.changes && page.options.length > 0
                spacing: Theme.space
                Repeater {
                    model: page.changes ? page.options : []
                    ActionButton {
                        required property var modelData
                        readonly property bool stands: page.isChosen(modelData.id)
                        objectName: "act.answer." + modelData.id
                        role: page.order.type === "multiChoice" ? Accessible.CheckBox : Accessible.RadioButton
                        width: Math.min(implicitWidth, parent?.width ?? implicitWidth)
                        text: (stands ? "✓ " : "") + modelData.label
                        spoken: modelData.label
                        chosen: stands
                        onClicked: page.choose(modelData.id)
                    }
                }
            }
            Field {
                name: "act.answer"
                width: parent.width
                visible: page.changes && page.options.length === 0
                label: qsTr("What it should be")
                fault: page.faultOf("answer")
                onTextChanged: page.answer = text
            }
            Words {
                width: parent.width
                visible: page.changes && page.options.length > 0 && text.length > 0
                text: page.faultOf("answer")
                size: Theme.small
                color: Theme.colors.urgent
            }
            Field {
                id: subject
                name: "act.subject"
                width: parent.width
                visible: page.moves
                label: qsTr("Subject id of whom it belongs to")
                text: page.order.subject ?? ""
                fault: page.faultOf("subject")
            }
            Words {
                width: parent.width
                visible: page.moves
                text: page.targets.length > 0 || subject.text.trim().length === 0 ? qsTr("Timepoint it belongs to")
                    : qsTr("There is nowhere to put it under this subject id: nobody has it, or all of theirs was begun.")
                size: Theme.small
                color: Theme.colors.secondary
            }
            Segments {
                width: parent.width
                visible: page.moves
                prefix: "act.timepoint"
                options: page.targets
                chosen: page.target
                onChose: id => page.target = id
            }
            Words {
                width: parent.width
                visible: text.length > 0
                text: page.faultOf("timepoint")
                size: Theme.small
                color: Theme.colors.urgent
            }
            Segments {
                width: parent.width
                visible: page.what === "unblind"
                prefix: "act.manner"
                options: [{id: "emergency", label: qsTr("An emergency")}, {id: "planned", label: qsTr("Planned")}]
                chosen: page.manner
                onChose: id => page.manner = id
            }
            Words {
                width: parent.width
                visible: text.length > 0
                text: page.faultOf("manner")
                size: Theme.small
                color: Theme.colors.urgent
            }
            Field {
                id: said
                name: "act.text"
                width: parent.width
                label: page.words[1]
                fault: page.faultOf("text")
            }
            Field {
                id: passphrase
                name: "act.passphrase"
                width: parent.width
                visible: page.signs
                secret: true
                label: qsTr("Your passphrase")
                fault: page.faultOf("passphrase")
            }
            ActionButton {
                objectName: "act.save"
                kind: "primary"
                text: page.signs ? qsTr("Sign") : qsTr("Save")
                onClicked: {
                    const to = page.targets.find(one => one.id === page.target);
                    const done = page.signs ? review.sign(page.what, said.text, passphrase.text)
                        : review.act(page.what, {id: page.order.id ?? "", answer: page.answer, text: said.text, subject: subject.text,
                            timepoint: to?.timepoint ?? "", sequence: to?.sequence ?? 1, manner: page.manner});
                    passphrase.text = "";
                    if (done)
                        page.saved();
                }
            }
        }
    }
}

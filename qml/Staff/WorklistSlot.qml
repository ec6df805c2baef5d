import QtQuick
import Serein.Theme
import Serein.Controls

// One place in the worklist: a heading, an alert, what is to be done, or the way to the rest of a section.
Item {
    id: slot

    required property int index
    required property var model
    required property string kind
    readonly property string condition: model.state ?? ""
    readonly property bool leads: kind === "section" // a ListArea shows it with what it heads
    signal seeAlerts()
    signal seeAll(string state)
    signal openParticipant(string participant)
    signal handOver(string participant, string timepoint, string label)
    signal call(string participant, string subject, string timepoint, string label)
    signal fillIn(string participant, string timepoint, string label)

    implicitHeight: kind === "section" ? heading.implicitHeight + heading.y + Theme.space
        : kind === "alert" ? alert.implicitHeight + Theme.space
        : kind === "more" ? more.implicitHeight + Theme.space : entry.implicitHeight + Theme.space
    height: implicitHeight

    Words {
        id: heading
        objectName: "worklist.section." + slot.condition
        y: slot.index === 0 ? 0 : Theme.gap
        width: parent.width
        visible: slot.kind === "section"
        text: visible ? slot.model.stateText ?? "" : ""
        strong: true
        color: slot.condition === "alerts" ? Theme.colors.urgent : Theme.colors.ink
        Accessible.role: Accessible.Heading
    }
    ActionButton {
        id: more
        objectName: "worklist.more." + slot.condition
        width: parent.width
        visible: slot.kind === "more"
        text: visible ? qsTr("Show all: %1", "a heading with how many").arg(slot.model.stateText ?? "") : ""
        onClicked: slot.condition === "alerts" ? slot.seeAlerts() : slot.seeAll(slot.condition)
    }
    WorklistAlert {
        id: alert
        width: parent.width
        visible: slot.kind === "alert"
        subject: slot.model.subject ?? ""
        what: slot.model.what ?? ""
        until: slot.model.window ?? ""
        onOpen: slot.seeAlerts()
    }
    WorklistRow {
        id: entry
        width: parent.width
        visible: slot.kind === "entry"
        subject: slot.model.subject ?? ""
        timepoint: slot.model.timepoint ?? ""
        label: slot.model.label ?? ""
        what: slot.model.what ?? ""
        condition: slot.condition
        stateText: slot.model.stateText ?? ""
        window: slot.model.window ?? ""
        place: slot.model.place ?? ""
        remarks: slot.model.remarks ?? []
        todo: slot.model.action ?? ""
        onOpenParticipant: slot.openParticipant(slot.model.participant)
        onHandOver: slot.handOver(slot.model.participant, slot.model.timepoint, slot.model.label)
        onCall: slot.call(slot.model.participant, slot.model.subject, slot.model.timepoint, slot.model.label)
        onFillIn: slot.fillIn(slot.model.participant, slot.model.timepoint, slot.model.label)
    }
}

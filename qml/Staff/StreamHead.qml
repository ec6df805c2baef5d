pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// Above a participant's events: the state of the data, signatures of the whole, what waits to be put where it belongs, and the filter.
Column {
    id: head

    property var record: ({}) // ReviewModel.record
    property var kinds: []
    property string kind
    signal chose(string kind)
    signal did(string what, var more)

    spacing: Theme.space * 2
    bottomPadding: Theme.space
    Words {
        width: head.width
        text: qsTr("The data are %1.").arg(head.record.dataStateText ?? "")
    }
    ReviewList {
        width: head.width
        title: qsTr("Voided, and not yet where they belong")
        prefix: "unplaced"
        lines: (head.record.unplaced ?? []).map(one => ({id: one.id, text: qsTr("%1: to %2, %3", "instrument, subject, timepoint").arg(one.text).arg(one.toSubject).arg(one.toTimepoint),
            instrument: one.instrument, subject: one.toSubject, toTimepoint: one.toTimepoint, toSequence: one.toSequence, does: head.record.canPlace ? [{id: "place", label: qsTr("Put it there")}] : []}))
        onDid: (what, line) => head.did(what, {id: line.id, about: line.text, toInstrument: line.instrument, subject: line.subject, toTimepoint: line.toTimepoint, toSequence: line.toSequence})
    }
    ReviewList {
        width: head.width
        title: qsTr("Signatures of the whole record")
        lines: (head.record.signatures ?? []).map(one => ({text: one.text, urgent: one.broken}))
    }
    Flow {
        width: head.width
        spacing: Theme.space
        Repeater {
            model: [{id: "signRecord", label: qsTr("Sign the record"), may: head.record.canSign === true},
                {id: "frozen", label: qsTr("Freeze the data"), may: head.record.canFreeze === true && head.record.dataState === "open"},
                {id: "locked", label: qsTr("Lock the data"), may: head.record.canLock === true && head.record.dataState !== "locked"},
                {id: "open", label: qsTr("Open the data again"), may: head.record.dataState !== "open" && (head.record.canFreeze === true || head.record.canLock === true)},
                {id: "unblind", label: qsTr("Unblind"), may: head.record.canUnblind === true}].filter(one => one.may)
            ActionButton {
                required property var modelData
                objectName: "record." + modelData.id
                text: modelData.label
                onClicked: head.did(modelData.id, {})
            }
        }
    }
    Segments {
        width: head.width
        prefix: "stream.kind"
        options: head.kinds
        chosen: head.kind
        onChose: id => head.chose(id)
    }
}

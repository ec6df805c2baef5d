import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// What was recorded as missed by mistake: another reason, or none; and why it is changed. What stood there stays in the record.
StaffPage {
    id: page

    required property string participantId
    required property string subject
    required property string timepoint
    required property string label
    required property int sequence
    property string instrument // the one that was touched; empty: none
    readonly property var marks: asking.marks
    readonly property var mark: marks.find(one => one.id === instrument) ?? marks.find(one => one.id === "") ?? marks[0] ?? ({})
    readonly property var none: [{id: "none", label: qsTr("It was not missed")}]
    property string reason // "none": it was not missed
    signal saved()

    title: qsTr("%1 · %2: recorded as missed", "subject, timepoint").arg(subject).arg(label)
    canGoBack: true
    fields: ["reason", "remark", "why"]

    AskingModel {
        id: asking
        desk: page.desk
        participant: page.participantId
        timepoint: page.timepoint
        sequence: page.sequence
    }
    ScrollArea {
        id: area
        anchors.top: parent.top
        anchors.bottom: save.top
        anchors.bottomMargin: Theme.space
        width: parent.width

        Column {
            width: area.contentWidth
            spacing: Theme.space * 2

            Segments {
                width: parent.width
                visible: page.marks.length > 1
                prefix: "mark.what"
                options: page.marks
                chosen: page.mark.id ?? ""
                onChose: id => page.instrument = id
            }
            Words {
                objectName: "mark.now"
                width: parent.width
                text: page.mark.text ?? qsTr("Nothing is recorded as missed here any more.")
            }
            Words {
                width: parent.width
                text: qsTr("What it should be")
                size: Theme.small
                color: Theme.colors.secondary
            }
            Segments {
                width: parent.width
                prefix: "mark.reason"
                options: page.none.concat(asking.missedReasons)
                chosen: page.reason
                onChose: id => page.reason = id
            }
            Words {
                width: parent.width
                visible: text.length > 0
                text: page.faultOf("reason")
                size: Theme.small
                color: Theme.colors.urgent
            }
            MessageLine {
                width: parent.width
                visible: page.reason === "died"
                text: qsTr("Nothing else is asked of this participant after this. What was answered stays.")
            }
            Field {
                id: remark
                name: "mark.remark"
                width: parent.width
                visible: page.reason !== "none"
                label: page.reason === "other" ? qsTr("What happened") : qsTr("Remark (may stay empty)")
                fault: page.faultOf("remark")
            }
            Field {
                id: why
                name: "mark.why"
                width: parent.width
                label: qsTr("Why it is changed")
                fault: page.faultOf("why")
            }
        }
    }
    ActionButton {
        id: save
        objectName: "mark.save"
        anchors.bottom: parent.bottom
        kind: "primary"
        enabled: page.reason.length > 0 && page.marks.length > 0
        text: qsTr("Save")
        onClicked: {
            if (asking.mendMissed(page.mark.id, page.reason === "none" ? "" : page.reason, remark.text, why.text))
                page.saved();
        }
    }
}

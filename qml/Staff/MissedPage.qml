import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// A timepoint, or one scale of it, that could not be asked: why, in one tap, and what is worth adding.
StaffPage {
    id: page

    required property string participantId
    required property string subject
    required property string timepoint
    required property string label
    property string instrument // empty: whatever was not begun
    readonly property var scales: asking.unbegun
    readonly property var whole: [{id: "", label: qsTr("All that was not begun")}]
    property string reason
    signal saved()

    title: qsTr("%1 · %2", "subject, timepoint").arg(subject).arg(label)
    canGoBack: true
    fields: ["remark"]

    AskingModel {
        id: asking
        desk: page.desk
        participant: page.participantId
        timepoint: page.timepoint
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

            Words {
                width: parent.width
                text: qsTr("What could not be asked")
                size: Theme.small
                color: Theme.colors.secondary
            }
            Segments {
                width: parent.width
                prefix: "missed.what"
                options: page.whole.concat(page.scales)
                chosen: page.instrument
                onChose: id => page.instrument = id
            }
            Words {
                width: parent.width
                text: qsTr("Why")
                size: Theme.small
                color: Theme.colors.secondary
            }
            Segments {
                width: parent.width
                prefix: "missed.reason"
                options: asking.missedReasons
                chosen: page.reason
                onChose: id => page.reason = id
            }
            MessageLine {
                width: parent.width
                visible: page.reason === "died"
                text: qsTr("Nothing else is asked of this participant after this. What was answered stays.")
            }
            Field {
                id: remark
                name: "missed.remark"
                width: parent.width
                label: page.reason === "other" ? qsTr("What happened") : qsTr("Remark (may stay empty)")
                fault: page.faultOf("remark")
            }
        }
    }
    ActionButton {
        id: save
        objectName: "missed.save"
        anchors.bottom: parent.bottom
        kind: "primary"
        enabled: page.reason.length > 0
        text: qsTr("Record as missed")
        onClicked: {
            if (asking.recordMissed(page.instrument, page.reason, remark.text))
                page.saved();
        }
    }
}

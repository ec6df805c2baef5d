import QtQuick
import Serein.Theme
import Serein.Controls

// One participant as the protocol runs: anchors, then timepoints from left to right.
StaffPage {
    id: page

    readonly property bool open: participant.subject !== undefined
    signal setAnchor(var row)
    signal handOver(string timepoint, string label)
    signal exportData()
    signal fillIn(var timepoint, var cell)

    title: !open ? "" : participant.synthetic ? qsTr("%1 · invented", "a synthetic participant").arg(participant.subject) : participant.subject
    canGoBack: true

    ScrollArea {
        anchors.fill: parent
        Column {
            width: parent.width
            spacing: Theme.space * 3

            AnchorList {
                width: parent.width
                anchorRows: page.open ? page.participant.anchors : []
                onChose: row => page.setAnchor(row)
            }
            PlanTable {
                width: parent.width
                timepoints: page.open ? page.participant.timepoints : []
                onHandOver: timepoint => page.handOver(timepoint.id, timepoint.label)
                onFillIn: (timepoint, cell) => page.fillIn(timepoint, cell)
            }
            ActionButton {
                objectName: "participant.export"
                text: qsTr("Export this participant")
                onClicked: page.exportData()
            }
        }
    }
}

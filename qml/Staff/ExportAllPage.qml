import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Everybody's data, one bundle each: sealed to a certificate, or, with a reason, unsealed.
StaffPage {
    id: page

    property bool sealed: true
    property string audience: "blinded"

    title: qsTr("Export everybody")
    canGoBack: true
    fields: ["folder", "certificates", "reason"]

    ExportJob {
        id: job
        desk: page.desk
    }
    ScrollArea {
        anchors.fill: parent
        Column {
            width: Math.min(parent.width, Theme.fieldWidth * 1.4)
            spacing: Theme.space * 2
            enabled: job.mayExport

            Words {
                width: parent.width
                visible: !job.mayExport
                text: qsTr("Investigators and data managers export.")
                color: Theme.colors.secondary
            }
            Field {
                id: folder
                name: "exportAll.folder"
                width: parent.width
                enabled: !job.running
                label: qsTr("Folder to write to")
                fault: page.faultOf("folder")
            }
            Segments {
                width: parent.width
                visible: job.seesUnblinding
                prefix: "exportAll.audience"
                options: [{id: "blinded", label: qsTr("Without what would tell the allocation")}, {id: "full", label: qsTr("With it")}]
                chosen: page.audience
                onChose: id => page.audience = id
            }
            Segments {
                width: parent.width
                prefix: "exportAll.kind"
                options: [{id: "sealed", label: qsTr("Sealed")}, {id: "unsealed", label: qsTr("Unsealed")}]
                chosen: page.sealed ? "sealed" : "unsealed"
                onChose: id => page.sealed = id === "sealed"
            }
            Field {
                id: certificate
                name: "exportAll.certificate"
                width: parent.width
                visible: page.sealed
                enabled: !job.running
                label: qsTr("Certificate file of the person who may open it")
                fault: page.faultOf("certificates")
            }
            Words {
                width: parent.width
                visible: !page.sealed
                text: qsTr("Anyone who finds an unsealed bundle can read it. The reason is recorded.")
                color: Theme.colors.warning
            }
            Field {
                id: reason
                name: "exportAll.reason"
                width: parent.width
                visible: !page.sealed
                enabled: !job.running
                label: qsTr("Reason")
                fault: page.faultOf("reason")
            }
            ProgressLine {
                width: parent.width
                visible: job.running
                value: job.count > 0 ? job.finished / job.count : 0
            }
            Flow {
                width: parent.width
                spacing: Theme.space
                ActionButton {
                    objectName: "exportAll.begin"
                    kind: "primary"
                    enabled: !job.running && job.count > 0 && folder.text.trim().length > 0 && (page.sealed ? certificate : reason).text.trim().length > 0
                    text: job.running ? qsTr("%1 of %2 done").arg(job.finished).arg(job.count) : qsTr("Export %n participant(s)", "", job.count)
                    onClicked: job.begin(folder.text, page.sealed ? certificate.text : "", page.sealed ? "" : reason.text, page.audience)
                }
                ActionButton {
                    objectName: "exportAll.stop"
                    visible: job.running
                    text: qsTr("Stop")
                    onClicked: job.stop()
                }
            }
        }
    }
}

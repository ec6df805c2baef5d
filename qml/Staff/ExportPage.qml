import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// One participant's data as a bundle: sealed to a certificate, or, with a reason, unsealed.
StaffPage {
    id: page

    title: qsTr("Export %1").arg(participant.subject ?? "")
    canGoBack: true
    fields: ["folder", "certificates", "reason", "from", "to"]

    ExportJob {
        id: job
        desk: page.desk
        participant: page.participant.id ?? ""
    }
    ScrollArea {
        anchors.fill: parent
        ExportFields {
            width: Math.min(parent.width, Theme.fieldWidth * 1.4)
            enabled: job.mayExport
            page: page
            job: job
            prefix: "export"
            beginName: "export.save"
            beginText: qsTr("Export")
        }
    }
}

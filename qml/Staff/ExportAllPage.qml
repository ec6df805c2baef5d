import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Everybody's data, one bundle each, and everybody's tables in one: sealed to a certificate, or, with a reason, unsealed.
StaffPage {
    id: page

    title: qsTr("Export everybody")
    canGoBack: true
    fields: ["folder", "certificates", "reason", "from", "to", "sites"]

    ExportJob {
        id: job
        desk: page.desk
    }
    ScrollArea {
        anchors.fill: parent
        ExportFields {
            width: Math.min(parent.width, Theme.fieldWidth * 1.4)
            enabled: job.mayExport
            page: page
            job: job
            prefix: "exportAll"
            beginName: "exportAll.begin"
            beginText: qsTr("Export %n participant(s)", "", job.count)
        }
    }
}

import QtQuick
import Serein.Theme
import Serein.Controls

// One participant's data as a bundle: sealed to a certificate, or, with a reason, unsealed.
StaffPage {
    id: page

    property bool sealed: true

    title: qsTr("Export %1").arg(participant.subject ?? "")
    canGoBack: true
    fields: ["folder", "certificates", "reason"]

    ScrollArea {
        anchors.fill: parent
        Column {
            width: Math.min(parent.width, Theme.fieldWidth * 1.4)
            spacing: Theme.space * 2

            Field {
                id: folder
                name: "export.folder"
                width: parent.width
                label: qsTr("Folder to write to")
                fault: page.faultOf("folder")
            }
            Segments {
                width: parent.width
                prefix: "export.kind"
                options: [{id: "sealed", label: qsTr("Sealed")}, {id: "unsealed", label: qsTr("Unsealed")}]
                chosen: page.sealed ? "sealed" : "unsealed"
                onChose: id => page.sealed = id === "sealed"
            }
            Field {
                id: certificate
                name: "export.certificate"
                width: parent.width
                visible: page.sealed
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
                name: "export.reason"
                width: parent.width
                visible: !page.sealed
                label: qsTr("Reason")
                fault: page.faultOf("reason")
            }
            ActionButton {
                objectName: "export.save"
                kind: "primary"
                enabled: folder.text.trim().length > 0 && (page.sealed ? certificate : reason).text.trim().length > 0
                text: qsTr("Export")
                onClicked: page.desk.exportParticipant(page.participant.id, folder.text.trim(),
                                                       page.sealed ? [certificate.text.trim()] : [], page.sealed ? "" : reason.text.trim())
            }
        }
    }
}

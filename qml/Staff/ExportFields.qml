import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Where an export goes, what is in it, who may open it, and how far it is.
Column {
    id: fields

    required property StaffPage page
    required property ExportJob job
    property string prefix
    property string beginName // objectName of the button
    property string beginText
    property bool sealed: true

    spacing: Theme.space * 2

    Words {
        width: parent.width
        visible: !fields.job.mayExport
        text: qsTr("Investigators and data managers export.")
        color: Theme.colors.secondary
    }
    Field {
        id: folder
        name: fields.prefix + ".folder"
        width: parent.width
        enabled: !fields.job.running
        label: qsTr("Folder to write to")
        fault: fields.page.faultOf("folder")
    }
    ExportChoices {
        id: choices
        width: parent.width
        enabled: !fields.job.running
        job: fields.job
        prefix: fields.prefix
        fromFault: fields.page.faultOf("from")
        toFault: fields.page.faultOf("to")
        sitesFault: fields.page.faultOf("sites")
    }
    Segments {
        width: parent.width
        prefix: fields.prefix + ".kind"
        options: [{id: "sealed", label: qsTr("Sealed")}, {id: "unsealed", label: qsTr("Unsealed")}]
        chosen: fields.sealed ? "sealed" : "unsealed"
        onChose: id => fields.sealed = id === "sealed"
    }
    Field {
        id: certificate
        name: fields.prefix + ".certificate"
        width: parent.width
        visible: fields.sealed
        enabled: !fields.job.running
        label: qsTr("Certificate file of the person who may open it")
        fault: fields.page.faultOf("certificates")
    }
    Words {
        width: parent.width
        visible: !fields.sealed
        text: qsTr("Anyone who finds an unsealed bundle can read it. The reason is recorded.")
        color: Theme.colors.warning
    }
    Field {
        id: reason
        name: fields.prefix + ".reason"
        width: parent.width
        visible: !fields.sealed || fields.job.participant.length > 0 // sealed, too, of who withdrew their records
        enabled: !fields.job.running
        label: fields.sealed ? qsTr("Reason (may stay empty)") : qsTr("Reason")
        fault: fields.page.faultOf("reason")
    }
    ProgressLine {
        width: parent.width
        visible: fields.job.running
        value: fields.job.isMerging ? fields.job.merged : fields.job.total > 0 ? fields.job.looked / fields.job.total : 0
    }
    Words {
        objectName: fields.prefix + ".merging"
        width: parent.width
        visible: fields.job.isMerging
        text: qsTr("Everybody's tables are written in one: %1 %").arg(Math.floor(fields.job.merged * 100))
        size: Theme.small
        color: Theme.colors.secondary
    }
    Flow {
        width: parent.width
        spacing: Theme.space
        ActionButton {
            objectName: fields.beginName
            kind: "primary"
            enabled: !fields.job.running && fields.job.count > 0 && folder.text.trim().length > 0 && (fields.sealed ? certificate : reason).text.trim().length > 0
            text: fields.job.running ? qsTr("%1 of %2 done").arg(fields.job.looked).arg(fields.job.total) : fields.beginText
            onClicked: fields.job.begin(folder.text, fields.sealed ? certificate.text : "", reason.visible ? reason.text : "", choices.chosen)
        }
        ActionButton {
            objectName: fields.prefix + ".identities"
            visible: fields.sealed && fields.job.mayExportIdentities && !fields.job.running
            kind: "quiet"
            enabled: folder.text.trim().length > 0 && certificate.text.trim().length > 0
            text: qsTr("Names and contacts, as a sealed file of their own")
            onClicked: fields.job.exportIdentities(folder.text, certificate.text)
        }
        ActionButton {
            objectName: fields.prefix + ".stop"
            visible: fields.job.running
            text: qsTr("Stop")
            onClicked: fields.job.stop()
        }
    }
}

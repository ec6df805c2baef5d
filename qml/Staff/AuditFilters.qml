pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Above the audit trail: what it is narrowed to, and, for whoever may export, how it is written as a file.
Column {
    id: filters

    required property AuditModel audit
    property string faultField // of the desk's last message
    property string fault

    function faultOf(field: string): string {
        return filters.faultField === field ? filters.fault : "";
    }
    function search(): void {
        filters.audit.search(whose.text, from.text, to.text);
    }
    function write(format: string): void {
        if (filters.audit.write(format, folder.text, certificate.text, reason.text))
            reason.text = "";
    }

    spacing: Theme.space * 2
    bottomPadding: Theme.space

    Words {
        width: filters.width
        text: qsTr("Kind")
        size: Theme.small
        color: Theme.colors.secondary
    }
    Segments {
        width: filters.width
        prefix: "audit.group"
        options: filters.audit.groups
        chosen: filters.audit.group
        onChose: id => filters.audit.choose(id, filters.audit.actor)
    }
    Words {
        width: filters.width
        text: qsTr("Who")
        size: Theme.small
        color: Theme.colors.secondary
    }
    Segments {
        width: filters.width
        prefix: "audit.actor"
        options: filters.audit.actors
        chosen: filters.audit.actor
        onChose: id => filters.audit.choose(filters.audit.group, id)
    }
    Flow {
        width: filters.width
        spacing: Theme.space * 2
        Field {
            id: whose
            name: "audit.whose"
            width: Math.min(filters.width, Theme.fieldWidth * 0.6)
            label: qsTr("Subject id, or the word device")
            fault: filters.faultOf("whose")
            onEntered: filters.search()
        }
        Field {
            id: from
            name: "audit.from"
            width: Math.min(filters.width, Theme.fieldWidth * 0.5)
            label: qsTr("From day")
            example: "2026-11-20"
            fault: filters.faultOf("from")
            onEntered: filters.search()
        }
        Field {
            id: to
            name: "audit.to"
            width: Math.min(filters.width, Theme.fieldWidth * 0.5)
            label: qsTr("To day")
            example: "2026-11-27"
            fault: filters.faultOf("to")
            onEntered: filters.search()
        }
    }
    Flow {
        width: filters.width
        spacing: Theme.space
        ActionButton {
            objectName: "audit.search"
            kind: "primary"
            text: qsTr("Show")
            onClicked: filters.search()
        }
        ActionButton {
            objectName: "audit.file"
            visible: filters.audit.mayWrite
            text: file.visible ? qsTr("Not as a file") : qsTr("As a file…")
            onClicked: file.visible = !file.visible
        }
    }
    Column {
        id: file
        width: Math.min(filters.width, Theme.fieldWidth * 1.4)
        visible: false
        spacing: Theme.space * 2
        Field {
            id: folder
            name: "audit.folder"
            width: file.width
            label: qsTr("Folder to write to")
            fault: filters.faultOf("folder")
        }
        Field {
            id: certificate
            name: "audit.certificate"
            width: file.width
            label: qsTr("Certificate file of the person who may open it; left out, anyone who finds the file can read it")
            fault: filters.faultOf("certificate")
        }
        Field {
            id: reason
            name: "audit.reason"
            width: file.width
            label: qsTr("Reason")
            fault: filters.faultOf("reason")
        }
        Row {
            spacing: Theme.space
            ActionButton {
                objectName: "audit.pdf"
                text: qsTr("Write PDF")
                onClicked: filters.write("pdf")
            }
            ActionButton {
                objectName: "audit.csv"
                text: qsTr("Write CSV")
                onClicked: filters.write("csv")
            }
        }
    }
}

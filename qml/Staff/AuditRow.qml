import QtQuick
import Serein.Theme
import Serein.Controls

// One event: when and by whom, what, why, and what tells it from every other.
Column {
    id: row

    property var line: ({}) // AuditModel.lines
    property string name    // objectName of what happened
    signal redact()

    spacing: Theme.space / 2
    Rectangle {
        width: row.width
        height: Theme.hairline
        color: Theme.colors.outline
    }
    Words {
        width: row.width
        text: qsTr("%1 · %2", "time, name and role").arg(row.line.at ?? "").arg(row.line.who ?? "")
        size: Theme.small
        color: Theme.colors.secondary
    }
    Words {
        objectName: row.name
        width: row.width
        text: (row.line.subject ?? "").length > 0 ? qsTr("%1: %2", "subject, what happened").arg(row.line.subject).arg(row.line.what) : row.line.what ?? ""
        color: row.line.withheld === true ? Theme.colors.secondary : Theme.colors.ink
    }
    Words {
        width: row.width
        visible: (row.line.reason ?? "").length > 0
        text: qsTr("Reason: %1").arg(row.line.reason ?? "")
        size: Theme.small
    }
    Words {
        width: row.width
        text: qsTr("%1 · %2", "exact time; number, tablet, version").arg(row.line.exact ?? "").arg(row.line.more ?? "")
        size: Theme.small
        color: Theme.colors.secondary
    }
    ActionButton {
        objectName: row.name.replace("line", "redact")
        visible: row.line.redactable === true
        kind: "quiet"
        size: Theme.small
        text: qsTr("Redact …")
        spoken: qsTr("Redact: %1", "what an event says").arg(row.line.what ?? "")
        onClicked: row.redact()
    }
}

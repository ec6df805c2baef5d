import QtQuick
import Serein.Theme
import Serein.Controls

// When something happened, in the site's local time. A change says whether it was postponed or mistyped, and why.
StaffPage {
    id: page

    required property var anchorRow // {"id", "label", "at", "text"}
    readonly property bool isSet: anchorRow.at.length > 0
    property string how: isSet ? "move" : "set"
    signal saved()

    title: qsTr("%1 · %2", "subject, anchor").arg(participant.subject ?? "").arg(anchorRow.label)
    canGoBack: true
    fields: ["at", "reason"]

    ScrollArea {
        anchors.fill: parent
        Column {
            width: Math.min(parent.width, Theme.fieldWidth * 1.2)
            spacing: Theme.space * 2

            Words {
                width: parent.width
                visible: page.isSet
                text: qsTr("Now: %1").arg(page.anchorRow.text)
                color: Theme.colors.secondary
            }
            Field {
                id: at
                name: "anchor.at"
                width: parent.width
                label: qsTr("Date and time at the site")
                example: "2026-11-20 14:05"
                fault: page.faultOf("at")
            }
            ActionButton {
                objectName: "anchor.now"
                text: qsTr("Now")
                hint: qsTr("Fills in the present date and time")
                onClicked: at.text = page.desk.siteNow()
            }
            Segments {
                width: parent.width
                visible: page.isSet
                prefix: "anchor.how"
                options: [{id: "move", label: qsTr("It was postponed")}, {id: "correct", label: qsTr("It was mistyped")}]
                chosen: page.how
                onChose: id => page.how = id
            }
            Field {
                id: reason
                name: "anchor.reason"
                width: parent.width
                visible: page.isSet
                label: qsTr("Reason for the change")
                fault: page.faultOf("reason")
            }
            ActionButton {
                objectName: "anchor.save"
                kind: "primary"
                text: qsTr("Save")
                onClicked: {
                    if (page.desk.setAnchor(page.participant.id, page.anchorRow.id, at.text.trim(), page.how, reason.text.trim()))
                        page.saved();
                }
            }
        }
    }
}

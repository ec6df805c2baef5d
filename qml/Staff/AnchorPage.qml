import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// When something happened, in the site's local time. A change says what kind it is and why, and shows the new plan
// beside the old before it is confirmed.
StaffPage {
    id: page

    required property var anchorRow // {"id", "label", "at", "text"}
    readonly property bool isSet: anchorRow.at.length > 0
    readonly property bool wide: width > Theme.fieldWidth * 2
    readonly property bool needsTime: how !== "revoke"
    property string how: isSet ? plan.ways(anchorRow.id)[0].id : "set"
    property bool again: false
    signal saved()

    function look(): void {
        plan.look(page.participant.id, page.anchorRow.id, page.how, at.text, page.again);
    }

    title: qsTr("%1 · %2", "subject, anchor").arg(participant.subject ?? "").arg(anchorRow.label)
    canGoBack: true
    fields: ["at", "reason"]
    onHowChanged: look()
    onAgainChanged: look()

    PlanModel {
        id: plan
        desk: page.desk
    }
    ScrollArea {
        id: area
        anchors.top: parent.top
        anchors.bottom: save.top
        anchors.bottomMargin: Theme.space
        width: parent.width

        Flow {
            width: area.contentWidth
            spacing: Theme.space * 4

            Column {
                id: entry
                width: page.wide ? (parent.width - parent.spacing) / 2 : parent.width
                spacing: Theme.space * 2

                Words {
                    width: parent.width
                    visible: page.isSet
                    text: qsTr("Now: %1").arg(page.anchorRow.text)
                    color: Theme.colors.secondary
                }
                Segments {
                    width: parent.width
                    visible: page.isSet
                    prefix: "anchor.how"
                    options: page.isSet ? plan.ways(page.anchorRow.id) : []
                    chosen: page.how
                    onChose: id => page.how = id
                }
                Field {
                    id: at
                    name: "anchor.at"
                    width: parent.width
                    visible: page.needsTime
                    label: qsTr("Date and time at the site")
                    example: "2026-11-20 14:05"
                    fault: page.faultOf("at").length > 0 ? page.faultOf("at") : plan.trouble
                    onTextChanged: page.look()
                }
                ActionButton {
                    objectName: "anchor.now"
                    visible: page.needsTime
                    text: qsTr("Now")
                    hint: qsTr("Fills in the present date and time")
                    onClicked: at.text = page.desk.siteNow()
                }
                Words {
                    width: parent.width
                    visible: fold.visible
                    text: qsTr("The clock is put back that night, so this time exists twice.")
                }
                Segments {
                    id: fold
                    width: parent.width
                    visible: plan.twice && page.needsTime
                    prefix: "anchor.fold"
                    options: [{id: "first", label: qsTr("Before the clock was put back")}, {id: "again", label: qsTr("After it was put back")}]
                    chosen: page.again ? "again" : "first"
                    onChose: id => page.again = id === "again"
                }
                Field {
                    id: reason
                    name: "anchor.reason"
                    width: parent.width
                    visible: page.isSet
                    label: qsTr("Reason for the change")
                    fault: page.faultOf("reason")
                }
            }
            PlanDiff {
                width: entry.width
                visible: plan.ready
                changes: plan.changes
            }
        }
    }
    ActionButton {
        id: save
        objectName: "anchor.save"
        anchors.bottom: parent.bottom
        kind: "primary"
        enabled: plan.ready
        text: page.isSet ? qsTr("Change the plan") : qsTr("Save")
        onClicked: {
            if (plan.confirm(reason.text))
                page.saved();
        }
    }
}

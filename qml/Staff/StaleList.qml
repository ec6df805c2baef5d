pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// What was answered too long before the operation: it may be asked once more, with a reason.
Column {
    id: list

    required property DeskModel desk
    required property string participantId
    property var rows: []
    property string tried // the timepoint whose reason was given last

    /// While the same are stale their cards stay, with what is typed in them.
    function load(): void {
        const next = plan.stale(list.participantId);
        if (JSON.stringify(next) !== JSON.stringify(list.rows))
            list.rows = next;
    }

    spacing: Theme.space * 2
    visible: rows.length > 0
    onParticipantIdChanged: load()
    Component.onCompleted: load()

    PlanModel {
        id: plan
        desk: list.desk
    }
    Connections {
        target: list.desk
        function onChanged(): void {
            list.load();
        }
    }
    Repeater {
        model: list.rows
        Card {
            id: card
            required property var modelData
            width: list.width
            Words {
                objectName: "stale." + card.modelData.timepoint
                width: parent.width
                text: qsTr("%1 was answered too long before the operation.").arg(card.modelData.label)
            }
            Field {
                id: reason
                name: "stale." + card.modelData.timepoint + ".reason"
                width: Math.min(parent.width, Theme.fieldWidth)
                label: qsTr("Why it is asked once more")
                fault: list.tried === card.modelData.timepoint && list.desk.errorField === "reason" ? list.desk.error : ""
            }
            ActionButton {
                objectName: "stale." + card.modelData.timepoint + ".repeat"
                enabled: reason.text.trim().length > 0
                text: qsTr("Ask once more")
                onClicked: {
                    list.tried = card.modelData.timepoint;
                    plan.repeat(list.participantId, card.modelData.timepoint, reason.text);
                }
            }
        }
    }
}

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

    function load(): void {
        list.rows = plan.stale(list.participantId);
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
            }
            ActionButton {
                objectName: "stale." + card.modelData.timepoint + ".repeat"
                enabled: reason.text.trim().length > 0
                text: qsTr("Ask once more")
                onClicked: plan.repeat(list.participantId, card.modelData.timepoint, reason.text)
            }
        }
    }
}

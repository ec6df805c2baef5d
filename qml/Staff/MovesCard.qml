pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Who still follows an earlier version of the study, and what each waits for.
Card {
    id: card

    required property StudyModel study
    property string fault

    visible: study.moves.length > 0
    Words {
        objectName: "moves.title"
        width: parent.width
        text: qsTr("%n participant(s) follow an earlier version", "", card.study.moves.length)
        strong: true
    }
    Field {
        id: reason
        name: "moves.reason"
        width: parent.width
        visible: card.study.mayMove
        label: qsTr("Why they are moved to the version in force")
        fault: card.fault
    }
    ActionButton {
        objectName: "moves.all"
        visible: card.study.mayMove && card.study.moves.length > 1
        kind: "primary"
        text: qsTr("Move all who can be")
        onClicked: card.study.moveAll(reason.text)
    }
    Repeater {
        model: card.study.moves
        Flow {
            id: row
            required property var modelData
            width: parent.width
            spacing: Theme.gap
            Words {
                height: Theme.staffTouch
                verticalAlignment: Text.AlignVCenter
                text: qsTr("%1, version %2").arg(row.modelData.subject).arg(row.modelData.version)
            }
            Words {
                objectName: "moves." + row.modelData.subject + ".bar"
                width: Math.min(implicitWidth, parent.width)
                height: Math.max(implicitHeight, Theme.staffTouch)
                verticalAlignment: Text.AlignVCenter
                visible: text.length > 0
                text: row.modelData.bar
                color: Theme.colors.warning
            }
            ActionButton {
                objectName: "moves." + row.modelData.subject
                visible: card.study.mayMove && row.modelData.bar.length === 0
                text: qsTr("Move")
                spoken: qsTr("Move %1").arg(row.modelData.subject)
                onClicked: card.study.move(row.modelData.id, reason.text)
            }
        }
    }
}

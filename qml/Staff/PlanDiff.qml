pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// The new plan beside the old, a card a timepoint that changes.
Column {
    id: diff

    property var changes: [] // [{"timepoint", "label", "before", "after", "text", "warns"}]

    spacing: Theme.space
    Words {
        objectName: "plan.head"
        width: parent.width
        text: diff.changes.length > 0 ? qsTr("What changes in the plan") : qsTr("Nothing changes in the plan.")
        strong: diff.changes.length > 0
    }
    Repeater {
        model: diff.changes
        Card {
            id: card
            required property var modelData
            objectName: "plan.change." + modelData.timepoint
            width: diff.width
            padding: Theme.space * 1.5
            Words {
                width: parent.width
                text: card.modelData.label
                strong: true
            }
            Words {
                width: parent.width
                visible: card.modelData.before !== card.modelData.after
                text: qsTr("%1 → %2", "the old window and the new one").arg(card.modelData.before).arg(card.modelData.after)
            }
            Words {
                width: parent.width
                text: card.modelData.text
                size: Theme.small
                color: card.modelData.warns ? Theme.colors.urgent : Theme.colors.secondary
            }
        }
    }
    Words {
        width: parent.width
        visible: diff.changes.length > 0
        text: qsTr("Everything else stays as it is.")
        size: Theme.small
        color: Theme.colors.secondary
    }
}

import QtQuick
import Serein.Theme
import Serein.Controls

// One endpoint of the study for this participant: yes, no, or unknown and what it lacks.
Card {
    id: card

    required property var endpoint // TrendModel.endpoints

    Words {
        width: parent.width
        text: card.endpoint.label
        strong: true
    }
    Words {
        objectName: "trend.endpoint." + card.endpoint.id
        width: parent.width
        text: (card.endpoint.result === "yes" ? "● " : card.endpoint.result === "no" ? "○ " : "? ") + card.endpoint.text
        color: card.endpoint.result === "unknown" ? Theme.colors.secondary : Theme.colors.ink
        Accessible.name: card.endpoint.text
    }
    Words {
        width: parent.width
        text: card.endpoint.timepoints.map(one => qsTr("%1: %2", "what, how it is").arg(one.label).arg(one.text)).join(" · ")
        size: Theme.small
        color: Theme.colors.secondary
    }
    Words {
        width: parent.width
        visible: card.endpoint.missing.length > 0
        text: qsTr("Missing: %1").arg(card.endpoint.missing)
        size: Theme.small
    }
    Words {
        width: parent.width
        text: card.endpoint.source
        size: Theme.small
        color: Theme.colors.secondary
    }
}

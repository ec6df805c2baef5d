pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// How one instrument stands at one timepoint: marks and words, and a way in where there is something to read or to fill in.
Tap {
    id: cell

    required property var standing // ParticipantCells

    readonly property string does: standing.action === "form" ? qsTr("Fill in") : standing.action === "missed" ? qsTr("Change") : ""

    component Line: Row {
        id: line
        required property string condition
        required property string words
        property bool strong: false
        readonly property color tone: ({overdue: Theme.colors.warning, early: Theme.colors.warning, late: Theme.colors.warning,
            stale: Theme.colors.warning, missed: Theme.colors.warning, submitted: Theme.colors.good, open: Theme.colors.primary,
            inProgress: Theme.colors.primary, query: Theme.colors.primary, proposed: Theme.colors.primary})[condition] ?? Theme.colors.secondary
        readonly property string mark: ({planned: "○", unscheduled: "○", open: "●", inProgress: "◐", submitted: "✓", endedEarly: "◑", missed: "×",
            notApplicable: "–", superseded: "→", corrected: "*", proposed: "*", query: "?"})[condition] ?? "!"
        width: parent?.width ?? 0
        spacing: Theme.space / 2
        Words {
            id: sign
            width: Theme.small * 1.1
            horizontalAlignment: Text.AlignHCenter
            text: line.mark
            font.family: Theme.chineseFamily
            size: Theme.small
            color: line.tone
            Accessible.ignored: true
        }
        Words {
            width: line.width - sign.width - line.spacing
            text: line.words
            size: Theme.small
            color: line.tone
            strong: line.strong
            Accessible.ignored: true
        }
    }

    enabled: standing.action.length > 0
    opacity: 1
    role: enabled ? Accessible.Button : Accessible.StaticText
    text: standing.spoken
    spoken: does.length > 0 ? qsTr("%1: %2", "a button and what it is about").arg(does).arg(standing.spoken) : standing.spoken
    padding: Theme.space / 2
    implicitHeight: Math.max(Theme.staffTouch, implicitContentHeight + topPadding + bottomPadding)
    background: Rectangle {
        visible: cell.enabled
        radius: Theme.radius / 2
        color: cell.down ? Theme.colors.container : Theme.colors.surface
        border.width: Theme.outlineWidth
        border.color: Theme.colors.outline
    }
    contentItem: Column {
        Line {
            condition: cell.standing.state
            words: cell.standing.text
        }
        Repeater {
            model: cell.standing.marks
            Line {
                required property var modelData
                condition: modelData.condition
                words: modelData.text
            }
        }
        Words {
            visible: text.length > 0
            leftPadding: Theme.small * 1.1 + Theme.space / 2
            width: parent.width
            text: cell.does
            size: Theme.small
            strong: true
            color: Theme.colors.primary
            Accessible.ignored: true
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// One timepoint, at one sequence: when it is, what to do about it, and how each of its instruments stands.
Item {
    id: column

    required property var plan      // DeskModel.participant.timepoints
    required property var rows      // ids of the instruments, from the top
    required property var tops      // where each row begins
    required property var heights
    required property real headHeight

    readonly property real headNeeds: head.implicitHeight + Theme.space
    readonly property bool isNow: plan.state === "due" || plan.state === "overdue"
    readonly property string name: plan.timepoint + (plan.state === "superseded" ? "." + plan.sequence : "")
    signal act()
    signal chose(var cell)
    signal needsChanged()
    signal focusCame()

    /// How high this column's cell in that row would like to be; 0: it has none.
    function needs(row: int): real {
        for (let index = 0; index < cells.count; ++index) {
            const one = cells.itemAt(index) as PlanCell;
            if (one !== null && column.rows[row] === one.standing.instrument)
                return one.implicitHeight + Theme.space;
        }
        return 0;
    }

    onHeadNeedsChanged: needsChanged()

    Column {
        id: head
        x: Theme.space / 2
        width: parent.width - Theme.space
        spacing: Theme.space / 2
        Words {
            width: parent.width
            text: column.plan.label
            size: Theme.small
            strong: true
        }
        Chip {
            condition: column.plan.state
            text: column.plan.stateText
        }
        Words {
            width: parent.width
            visible: text.length > 0
            text: column.plan.window
            size: Theme.small
            color: Theme.colors.secondary
        }
    }
    ActionButton {
        objectName: "participant.handOver." + column.name
        x: Theme.space / 2
        y: column.headHeight
        width: parent.width - Theme.space
        visible: (column.plan.action ?? "").length > 0
        leftPadding: Theme.space / 2
        rightPadding: Theme.space / 2
        size: Theme.small
        kind: column.isNow ? "primary" : "plain"
        text: ({fillIn: qsTr("Fill in"), call: qsTr("Call"), missed: qsTr("Change")})[column.plan.action] ?? qsTr("Hand over")
        spoken: qsTr("%1: %2", "a button and what it is about").arg(text).arg(column.plan.label)
        onClicked: column.act()
        onActiveFocusChanged: if (activeFocus)
            column.focusCame()
    }
    Repeater {
        id: cells
        model: column.plan.cells
        PlanCell {
            id: cell
            required property var modelData
            readonly property int row: column.rows.indexOf(modelData.instrument)
            objectName: "participant.cell." + column.plan.timepoint + "." + column.plan.sequence + "." + modelData.instrument
            standing: modelData
            x: Theme.space / 2
            y: (column.tops[row] ?? 0) + Theme.space / 2
            width: column.width - Theme.space
            height: Math.max(Theme.staffTouch, (column.heights[row] ?? 0) - Theme.space)
            onImplicitHeightChanged: column.needsChanged()
            onClicked: column.chose(cell.modelData)
            onActiveFocusChanged: if (activeFocus)
                column.focusCame()
        }
    }
}

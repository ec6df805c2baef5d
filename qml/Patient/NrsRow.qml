pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// A numerical rating scale: equal cells in one row, always (a broken row is another scale), the anchors under its ends.
FocusScope {
    id: scale

    required property int from
    required property int to
    property var answer // undefined: none
    property string low
    property string high
    property real room // height there is
    signal chose(int value)

    readonly property int count: to - from + 1
    readonly property real cellHeight: Math.max(Theme.cellHeight, Theme.option * 1.9)
    readonly property real cellWidth: (width - (count - 1) * Theme.cellGap) / Math.max(1, count)

    function isChosen(value: int): bool {
        return typeof scale.answer === "number" && Number(scale.answer) === value;
    }
    function spokenFor(value: int): string {
        const anchor = value === from ? low : value === to ? high : "";
        return anchor.length > 0 ? qsTr("%1, %2", "a number and what it stands for").arg(String(value)).arg(anchor) : String(value);
    }

    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: scale.width
        spacing: Theme.gap

        Row {
            spacing: Theme.cellGap
            Repeater {
                model: scale.count
                ScaleCell {
                    required property int index
                    readonly property int value: scale.from + index
                    objectName: "patient.nrs." + value
                    width: scale.cellWidth
                    height: scale.cellHeight
                    size: Math.min(Theme.option, width * 0.72)
                    text: value
                    spoken: scale.spokenFor(value)
                    chosen: scale.isChosen(value)
                    onClicked: scale.chose(value)
                    Keys.onLeftPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                    Keys.onRightPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                }
            }
        }
        Anchors {
            width: scale.width
            low: scale.low
            high: scale.high
            room: scale.room - scale.cellHeight - column.spacing
        }
    }
}

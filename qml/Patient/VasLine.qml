import QtQuick
import Serein.Theme
import Serein.Controls

// A visual analogue scale: a line with words at its ends, no mark until it is touched, no number ever. A tap or a drag places the mark,
// the two buttons move it by one step, so nothing needs dragging.
FocusScope {
    id: vas

    required property int from
    required property int to
    property var answer
    property string low
    property string high
    signal chose(int value)

    readonly property bool placed: typeof answer === "number"
    readonly property real hundredMillimetres: Theme.dotsPerMillimetre * 100

    function nudge(step: int): void {
        if (placed)
            vas.chose(Math.max(from, Math.min(to, Number(answer) + step)));
    }

    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: vas.width
        spacing: Theme.gap

        Item {
            id: line
            objectName: "patient.vas"
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(vas.width - Theme.touch, Math.max(vas.hundredMillimetres, vas.width * 0.8))
            height: Theme.cellHeight
            activeFocusOnTab: true
            Accessible.role: Accessible.Slider
            Accessible.name: qsTr("From %1 to %2").arg(vas.low).arg(vas.high)
            Accessible.focusable: true
            Accessible.onIncreaseAction: vas.nudge(1)
            Accessible.onDecreaseAction: vas.nudge(-1)
            Keys.onLeftPressed: vas.nudge(-1)
            Keys.onRightPressed: vas.nudge(1)

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                height: Theme.chosenWidth
                color: Theme.colors.ink
            }
            Rectangle {
                visible: vas.placed
                x: (Number(vas.answer) - vas.from) / (vas.to - vas.from) * parent.width - width / 2
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.lineThickness
                height: parent.height * 0.7
                radius: width / 2
                color: Theme.colors.primary
            }
            MouseArea {
                anchors.fill: parent
                function place(x: real): void {
                    vas.chose(Math.round(vas.from + Math.max(0, Math.min(1, x / width)) * (vas.to - vas.from)));
                }
                onReleased: mouse => place(mouse.x)
            }
        }
        Anchors {
            anchors.horizontalCenter: parent.horizontalCenter
            width: line.width + Theme.touch
            low: vas.low
            high: vas.high
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap
            readonly property real half: (column.width - spacing) / 2
            ActionButton {
                objectName: "patient.vas.less"
                width: Math.min(implicitWidth, parent.half)
                enabled: vas.placed
                size: Theme.button
                minimum: Theme.touch
                text: qsTr("‹ A little to the left")
                onClicked: vas.nudge(-1)
            }
            ActionButton {
                objectName: "patient.vas.more"
                width: Math.min(implicitWidth, parent.half)
                enabled: vas.placed
                size: Theme.button
                minimum: Theme.touch
                text: qsTr("A little to the right ›")
                onClicked: vas.nudge(1)
            }
        }
    }
}

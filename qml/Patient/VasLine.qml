import QtQuick
import Serein.Theme
import Serein.Controls

// A visual analogue scale: a line with words at its ends, no mark until it is touched, no number ever on the screen. A tap or a drag places
// the mark, the two buttons move it by one step, so nothing needs dragging.
FocusScope {
    id: vas

    required property int from
    required property int to
    property var answer
    property string low
    property string high
    property real room // height there is
    signal chose(int value)

    readonly property bool placed: typeof answer === "number"
    readonly property real share: placed ? (Number(answer) - from) / (to - from) : 0
    readonly property real hundredMillimetres: Theme.dotsPerMillimetre * 100
    readonly property string positionWords: !placed ? qsTr("no mark yet") : share === 0 ? qsTr("at the left end") : share < 0.2 ? qsTr("near the left end")
        : share < 0.3 ? qsTr("about a quarter of the way") : share < 0.4 ? qsTr("about a third of the way") : share < 0.47 ? qsTr("a little left of the middle")
        : share <= 0.53 ? qsTr("about the middle") : share <= 0.6 ? qsTr("a little right of the middle") : share <= 0.7 ? qsTr("about two thirds of the way")
        : share <= 0.8 ? qsTr("about three quarters of the way") : share < 1 ? qsTr("near the right end") : qsTr("at the right end")

    /// A middle as a first place would be a suggestion. Without a finger the mark comes in from the end that the key moves away from, as an
    /// empty line has no place to move from; with one, the first tap says where.
    function nudge(step: int): void {
        vas.chose(!placed ? (step > 0 ? from : to) : Math.max(from, Math.min(to, Number(answer) + step)));
    }

    // On a low page the two buttons stand at the ends of the line.
    readonly property bool compact: room > 0
        && room < Theme.cellHeight + 2 * Theme.gap + Theme.space * 2 + 2 * (Theme.recall + Theme.button) * Theme.lineHeight
    readonly property real stepsTop: compact ? (line.height - less.height) / 2 : ends.y + ends.height + Theme.gap
    // By the words themselves: how wide a button wants to be changes with the width it is given.
    readonly property real stepWidth: compact ? Theme.touch
        : Math.min(Math.ceil(Math.max(toTheLeft.advanceWidth, toTheRight.advanceWidth)) + Theme.space * 4 + 1, (width - Theme.gap) / 2)

    implicitHeight: compact ? ends.y + ends.height : stepsTop + less.height

    Item { // a control of the templates would be announced by a role of its own
        id: line
        objectName: "patient.vas"
        // What assistive technology reads and sets; a screen reader hears `positionWords` first.
        readonly property real minimumValue: vas.from
        readonly property real maximumValue: vas.to
        property var value: vas.placed ? Number(vas.answer) : undefined
        onValueChanged: {
            if (typeof value !== "number" || value === vas.answer)
                return;
            const wanted = Math.max(vas.from, Math.min(vas.to, Math.round(Number(value))));
            value = Qt.binding(() => vas.placed ? Number(vas.answer) : undefined);
            vas.chose(wanted);
        }
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(vas.width - (vas.compact ? 3 * Theme.touch + 2 * Theme.gap : Theme.touch), Math.max(vas.hundredMillimetres, vas.width * 0.8))
        height: Theme.cellHeight
        activeFocusOnTab: true
        Accessible.role: Accessible.Slider
        Accessible.name: qsTr("From %1 to %2").arg(vas.low).arg(vas.high)
        Accessible.description: vas.positionWords
        Accessible.focusable: true
        Accessible.onIncreaseAction: vas.nudge(1)
        Accessible.onDecreaseAction: vas.nudge(-1)
        Accessible.onPressAction: if (!vas.placed) vas.nudge(1)
        Keys.onLeftPressed: vas.nudge(-1)
        Keys.onRightPressed: vas.nudge(1)
        Keys.onPressed: event => {
            const tenth = Math.max(1, Math.round((vas.to - vas.from) / 10));
            if (event.key === Qt.Key_Home || event.key === Qt.Key_End)
                vas.chose(event.key === Qt.Key_Home ? vas.from : vas.to);
            else if (event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown)
                vas.nudge(event.key === Qt.Key_PageUp ? tenth : -tenth);
            else if ((event.key === Qt.Key_Space || event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && !vas.placed)
                vas.nudge(1); // a single switch has no arrows: this wakes the two buttons
            else
                return;
            event.accepted = true;
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: Theme.chosenWidth
            color: Theme.colors.ink
        }
        Rectangle {
            visible: vas.placed || finger.down
            x: (finger.down ? finger.share : vas.share) * parent.width - width / 2
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.lineThickness
            height: parent.height * 0.7
            radius: width / 2
            color: Theme.colors.primary
        }
        MultiPointTouchArea { // reaches beyond both ends, so that these are as easy to hit as the rest
            id: finger
            property bool down: false
            property real share
            function follow(x: real): void {
                share = Math.max(0, Math.min(1, (x - Theme.touch / 2) / line.width));
            }
            anchors.fill: parent
            anchors.leftMargin: -Theme.touch / 2
            anchors.rightMargin: -Theme.touch / 2
            maximumTouchPoints: 1
            onPressed: points => {
                follow(points[0].x);
                down = true;
            }
            onUpdated: points => follow(points[0].x)
            onReleased: points => {
                follow(points[0].x);
                down = false;
                vas.chose(Math.round(vas.from + share * (vas.to - vas.from)));
            }
            onCanceled: down = false
            onGestureStarted: gesture => gesture.grab()
        }
        FocusRing {
            visible: line.activeFocus
        }
    }
    Anchors {
        id: ends
        anchors.horizontalCenter: parent.horizontalCenter
        y: line.height + Theme.gap
        width: line.width + Theme.touch
        low: vas.low
        high: vas.high
        room: vas.room - y - (vas.compact ? 0 : Theme.touch + Theme.gap)
    }
    TextMetrics {
        id: toTheLeft
        font.family: Theme.family
        font.pixelSize: Math.round(Theme.button)
        text: qsTr("‹ A little to the left")
    }
    TextMetrics {
        id: toTheRight
        font: toTheLeft.font
        text: qsTr("A little to the right ›")
    }
    ActionButton {
        id: less
        objectName: "patient.vas.less"
        x: vas.compact ? 0 : vas.width / 2 - width - Theme.gap / 2
        y: vas.stepsTop
        width: vas.stepWidth
        enabled: vas.placed
        size: Theme.button
        minimum: Theme.touch
        text: vas.compact ? "‹" : toTheLeft.text
        spoken: qsTr("A little to the left")
        onClicked: vas.nudge(-1)
    }
    ActionButton {
        id: more
        objectName: "patient.vas.more"
        x: vas.compact ? vas.width - width : vas.width / 2 + Theme.gap / 2
        y: vas.stepsTop
        width: vas.stepWidth
        enabled: vas.placed
        size: Theme.button
        minimum: Theme.touch
        text: vas.compact ? "›" : toTheRight.text
        spoken: qsTr("A little to the right")
        onClicked: vas.nudge(1)
    }
}

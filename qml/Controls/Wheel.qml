pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme

// A big wheel of values that rests blank until it is touched: blank is a place of its own before the first value. A tap on a row brings it
// to the middle, a drag turns the wheel as far as the finger went and no further, arrow keys turn it by one row.
// An item, not a control of the templates: Qt 6.4 would announce those by a role of its own.
Item {
    id: wheel

    property string label
    property var entries: [] // [{"value", "text"}], in order
    property int chosen: -1  // a value; -1: blank
    property string valueWords // what stands in the middle, in words
    property int rows: 5     // odd
    property bool wraps: true
    property real size: Theme.option
    signal chose(int value)

    readonly property int index: entries.findIndex(entry => entry.value === chosen)
    readonly property bool blank: index < 0
    // What assistive technology reads and sets.
    property int value: chosen
    readonly property int minimumValue: entries[0]?.value ?? 0
    readonly property int maximumValue: entries[entries.length - 1]?.value ?? 0
    readonly property real rowHeight: Math.max(Theme.touch, size * Theme.lineHeight)
    readonly property int half: (rows - 1) / 2
    property bool byFinger: false // the ring shows where keys are
    property real offset: 0 // px by which the wheel is turned from its rest
    readonly property int turned: Math.round(-offset / rowHeight)

    /// The entry so many rows below the middle; null: nothing stands there.
    function entryAt(step: int): var {
        const ring = entries.length + (blank ? 1 : 0);
        const at = blank ? step : index + step;
        const place = wraps ? ((at % ring) + ring) % ring : at;
        return entries[blank ? place - 1 : place] ?? null;
    }
    function turn(step: int): void {
        // Without a ring the only way from blank is to the first value; at an end the wheel stops.
        const reach = wraps ? step : blank ? Math.max(1, Math.min(step, entries.length)) : Math.max(-index, Math.min(step, entries.length - 1 - index));
        const entry = entryAt(reach);
        if (entry !== null && Number(entry.value) !== chosen) {
            offset += reach * rowHeight;
            wheel.chose(entry.value);
        }
        settle.restart();
    }
    function turnTo(position: int): void {
        wheel.turn(position - index);
    }

    onValueChanged: {
        if (value === chosen)
            return;
        const wanted = entries.find(entry => entry.value === value);
        value = Qt.binding(() => chosen);
        if (wanted !== undefined)
            wheel.chose(wanted.value);
    }
    onBlankChanged: {
        if (!blank)
            return;
        settle.stop(); // another question: nothing of the last turn goes on
        offset = 0;
    }
    activeFocusOnTab: true
    implicitHeight: rows * rowHeight
    Accessible.role: Accessible.SpinBox
    Accessible.name: label
    Accessible.description: blank ? qsTr("nothing chosen yet") : valueWords
    Accessible.focusable: true
    Accessible.onIncreaseAction: wheel.turn(1)
    Accessible.onDecreaseAction: wheel.turn(-1)
    onActiveFocusChanged: if (!activeFocus) byFinger = false
    Keys.onUpPressed: wheel.turn(-1)
    Keys.onDownPressed: wheel.turn(1)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Home)
            wheel.turnTo(0);
        else if (event.key === Qt.Key_End)
            wheel.turnTo(entries.length - 1);
        else
            return;
        event.accepted = true;
    }

    NumberAnimation {
        id: settle
        target: wheel
        property: "offset"
        to: 0
        duration: Theme.motion
        easing.type: Easing.OutQuad
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.colors.surface
        border.width: Theme.outlineWidth
        border.color: Theme.colors.outline
        Rectangle { // the middle, where the chosen value stands
            y: wheel.half * wheel.rowHeight
            width: parent.width
            height: wheel.rowHeight
            radius: Theme.radius
            color: wheel.blank ? Theme.colors.surface : Theme.colors.container
            border.width: wheel.blank ? Theme.outlineWidth : Theme.chosenWidth
            border.color: wheel.blank ? Theme.colors.outline : Theme.colors.primary
        }
    }
    Item {
        anchors.fill: parent
        clip: true
        Repeater {
            model: wheel.rows + 2
            Item {
                id: row
                required property int index
                readonly property int step: index - wheel.half - 1 + wheel.turned
                readonly property var entry: wheel.entryAt(step)
                readonly property bool isBlank: wheel.blank && step === 0
                readonly property bool inTheMiddle: step === wheel.turned
                objectName: wheel.objectName + "." + step
                y: (step + wheel.half) * wheel.rowHeight + wheel.offset
                visible: y > -height && y < wheel.height
                width: wheel.width
                height: wheel.rowHeight
                Words {
                    anchors.centerIn: parent
                    text: row.isBlank ? "–" : row.entry?.text ?? ""
                    size: row.inTheMiddle ? wheel.size : wheel.size * 0.85
                    strong: row.inTheMiddle
                    wrapMode: Text.NoWrap
                    color: row.inTheMiddle && !row.isBlank ? Theme.colors.ink : Theme.colors.secondary
                    Accessible.ignored: true
                }
            }
        }
    }
    MultiPointTouchArea { // a mouse area would lose the second of two quick taps
        property real from
        property real before
        anchors.fill: parent
        maximumTouchPoints: 1
        onPressed: points => {
            wheel.forceActiveFocus(Qt.MouseFocusReason);
            wheel.byFinger = true;
            settle.stop();
            from = points[0].y;
            before = wheel.offset;
        }
        onUpdated: points => wheel.offset = before + points[0].y - from
        onReleased: points => {
            if (Math.abs(points[0].y - from) >= Theme.gap) {
                wheel.turn(wheel.turned);
                return;
            }
            const step = Math.floor(points[0].y / wheel.rowHeight) - wheel.half + wheel.turned;
            wheel.turn(step === 0 && wheel.blank ? 1 : step); // no tap is lost: on the blank itself it goes to the first value
        }
        onCanceled: settle.restart()
        onGestureStarted: gesture => gesture.grab()
    }
    WheelHandler {
        onWheel: event => wheel.turn(event.angleDelta.y < 0 ? 1 : -1)
    }
    FocusRing {
        visible: wheel.activeFocus && !wheel.byFinger
    }
}

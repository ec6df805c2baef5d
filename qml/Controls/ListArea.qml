pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme

// A list that may be longer than its place: it scrolls by finger, key or the words "More" that say so, and at rest no line of words is cut through.
Item {
    id: area

    required property ListView view // lies in here, and takes the place that there is
    default property alias content: sight.data
    property real size: Theme.small
    readonly property real cueHeight: Math.max(Theme.staffTouch, Math.ceil(size * Theme.lineHeight) + Theme.space * 2)
    readonly property bool overflows: view.contentHeight > height + 1
    readonly property real room: Math.max(1, height - (overflows ? cueHeight : 0))

    function glide(to: real): void {
        slide.stop();
        slide.from = view.contentY;
        slide.to = Math.max(view.originY, Math.min(to, view.originY + view.contentHeight - view.height));
        slide.start();
    }
    function turn(direction: int): void { // nothing between two turns is passed over
        area.glide(direction > 0 ? Math.max(view.contentY + area.size, sight.to) : view.contentY - view.height + 2 * area.size);
    }

    /// Where what the edge would cut begins, or the heading that would stand there without its row; unless most of what is in sight were lost with it.
    function beforeRow(edge: real): real {
        let to = edge;
        for (;;) {
            const row = view.itemAt(1, to - 1);
            const whole = row !== null && row.y + row.height <= to + 1 && row["leads"] !== true;
            if (row === null || whole || row.y <= view.contentY + room / 2)
                return to;
            to = row.y;
        }
    }

    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp) {
            area.turn(event.key === Qt.Key_PageDown ? 1 : -1);
            event.accepted = true;
        }
    }

    WholeLines {
        id: lines
    }
    NumberAnimation {
        id: slide
        target: area.view
        property: "contentY"
        duration: Theme.motion
        easing.type: Easing.OutQuad
    }
    Connections {
        target: area.view
        function onMovementStarted(): void {
            slide.stop();
        }
    }
    Binding {
        target: area.view
        property: "width"
        value: area.width
    }
    Binding {
        target: area.view
        property: "height"
        value: area.room
    }
    Binding {
        target: area.view
        property: "y"
        value: -sight.y
    }
    Item {
        id: sight
        readonly property bool rests: area.overflows && !area.view.moving && !slide.running
        readonly property real edge: area.view.contentY + area.room
        readonly property real from: rests && !area.view.atYBeginning ? lines.at(area.view.contentItem, 0, area.view.contentY, true) : area.view.contentY
        readonly property real to: rests && !area.view.atYEnd ? lines.at(area.view.contentItem, 0, area.beforeRow(edge), false) : edge
        y: from - area.view.contentY
        width: parent.width
        height: Math.max(1, to - from)
        clip: true
    }
    Rectangle {
        anchors.bottom: sight.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.colors.outline
        visible: area.overflows && !area.view.atYEnd
    }
    ActionButton {
        objectName: area.view.objectName + ".more"
        anchors.bottom: parent.bottom
        visible: area.overflows
        kind: "quiet"
        size: area.size
        height: area.cueHeight
        text: area.view.atYEnd ? qsTr("↑ Back to the top") : qsTr("↓ More")
        onClicked: area.view.atYEnd ? area.glide(area.view.originY) : area.turn(1)
    }
}

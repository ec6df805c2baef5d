pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme

// Content that may be taller than its place: it scrolls by finger, key or the words "More" that say so. Nothing needs dragging, and at rest
// no line of words is cut through: what stands across an edge waits for the next turn.
Item {
    id: area

    default property alias content: holder.data
    property real size: Theme.small
    property real touch: Theme.staffTouch
    property real line: 1 // height of a line of the content
    property string name: "scroll.more"
    readonly property real natural: holder.childrenRect.height
    readonly property real cueHeight: Math.max(touch, Math.ceil(size * Theme.lineHeight) + Theme.space * 2)
    readonly property real least: line + cueHeight // below this nothing can be read
    readonly property bool overflows: natural > height + 1
    readonly property real contentWidth: holder.width

    implicitHeight: natural
    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp) {
            area.turn(event.key === Qt.Key_PageDown ? 1 : -1);
            event.accepted = true;
        }
    }

    function turn(direction: int): void {
        const target = direction > 0 ? flick.contentY + Math.max(area.line, sight.to - flick.contentY)
            : flick.contentY - flick.height + 2 * area.size; // nothing between two turns is passed over
        flick.contentY = Math.max(0, Math.min(target, flick.contentHeight - flick.height));
    }

    function bring(item: Item): void { // its top to the top
        flick.contentY = Math.max(0, Math.min(item.mapToItem(holder, 0, 0).y, flick.contentHeight - flick.height));
    }

    function toTop(): void {
        flick.contentY = 0;
    }

    WholeLines {
        id: lines
    }
    Item {
        id: sight
        readonly property bool rests: area.overflows && !flick.moving && !slide.running
        readonly property real from: rests && !flick.atYBeginning ? lines.at(holder, 0, flick.contentY, true) : flick.contentY
        readonly property real to: rests && !flick.atYEnd ? lines.at(holder, 0, flick.contentY + flick.height, false)
            : flick.contentY + flick.height
        y: from - flick.contentY
        width: parent.width
        height: Math.max(1, to - from)
        clip: area.overflows

        Flickable {
            id: flick
            y: -sight.y
            width: parent.width
            height: area.overflows ? Math.max(1, area.height - area.cueHeight) : area.height
            interactive: area.overflows
            boundsBehavior: Flickable.StopAtBounds
            contentWidth: width
            contentHeight: area.natural
            Behavior on contentY {
                enabled: !flick.moving
                NumberAnimation {
                    id: slide
                    duration: Theme.motion
                    easing.type: Easing.OutQuad
                }
            }

            Item {
                id: holder
                width: flick.width
                height: childrenRect.height
            }
        }
    }
    Rectangle {
        anchors.bottom: sight.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.colors.outline
        visible: area.overflows && !flick.atYEnd
    }
    ActionButton {
        id: more
        objectName: area.name
        anchors.bottom: parent.bottom
        visible: area.overflows
        kind: "quiet"
        size: area.size
        height: area.cueHeight
        text: flick.atYEnd ? qsTr("↑ Back to the top") : qsTr("↓ More")
        onClicked: flick.atYEnd ? area.toTop() : area.turn(1)
    }
}

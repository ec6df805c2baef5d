pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme

// Content that may be taller than its place: it scrolls by finger, key or the words "More" that say so. Nothing needs dragging.
Item {
    id: area

    default property alias content: holder.data
    property real size: Theme.small
    property real touch: Theme.staffTouch
    property real line: 1 // height of a line of the content: what is seen ends with a whole one
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
        const target = flick.contentY + direction * Math.max(area.line, Math.floor((flick.height - area.size) / area.line) * area.line);
        flick.contentY = Math.max(0, Math.min(target, flick.contentHeight - flick.height));
    }

    function bring(item: Item): void { // its top to the top
        flick.contentY = Math.max(0, Math.min(item.mapToItem(holder, 0, 0).y, flick.contentHeight - flick.height));
    }

    function toTop(): void {
        flick.contentY = 0;
    }

    Flickable {
        id: flick
        width: parent.width
        height: area.overflows ? Math.max(1, Math.floor((area.height - area.cueHeight) / area.line)) * area.line : area.height
        clip: area.overflows
        interactive: area.overflows
        boundsBehavior: Flickable.StopAtBounds
        contentWidth: width
        contentHeight: area.natural
        Behavior on contentY { NumberAnimation { duration: Theme.motion; easing.type: Easing.OutQuad } enabled: !flick.moving }

        Item {
            id: holder
            width: flick.width
            height: childrenRect.height
        }
    }
    Rectangle {
        anchors.bottom: flick.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.colors.outline
        visible: area.overflows && !flick.atYEnd
    }
    ActionButton {
        id: more
        objectName: area.name
        anchors.top: flick.bottom
        visible: area.overflows
        kind: "quiet"
        size: area.size
        height: area.cueHeight
        text: flick.atYEnd ? qsTr("↑ Back to the top") : qsTr("↓ More")
        onClicked: flick.atYEnd ? area.toTop() : area.turn(1)
    }
}

import QtQuick
import Serein.Theme
import Serein.Controls

// The words under the two ends of a scale. Very large ones come down where there is no room for them.
Item {
    id: ends

    required property string low
    required property string high
    required property real room // height there is

    readonly property real size: Math.max(lowest.implicitHeight, highest.implicitHeight) <= room ? Theme.recall
        : Theme.recall * Math.min(1, Math.max(0.65, 1 / Theme.textScale))

    implicitHeight: Math.max(left.implicitHeight, right.implicitHeight)

    Words {
        id: left
        width: ends.width * 0.45
        text: ends.low
        size: ends.size
        color: Theme.colors.secondary
    }
    Words {
        id: right
        anchors.right: parent.right
        width: ends.width * 0.45
        horizontalAlignment: Text.AlignRight
        text: ends.high
        size: ends.size
        color: Theme.colors.secondary
    }
    Words { // these two are never shown: how high the words are as large as they are wanted
        id: lowest
        visible: false
        width: left.width
        text: ends.low
        size: Theme.recall
        Accessible.ignored: true
    }
    Words {
        id: highest
        visible: false
        width: right.width
        text: ends.high
        size: Theme.recall
        Accessible.ignored: true
    }
}

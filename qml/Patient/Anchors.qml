import QtQuick
import Serein.Theme
import Serein.Controls

// The words under the two ends of a scale.
Item {
    id: ends

    property string low
    property string high

    implicitHeight: Math.max(left.implicitHeight, right.implicitHeight)

    Words {
        id: left
        width: ends.width * 0.45
        text: ends.low
        size: Theme.recall
        color: Theme.colors.secondary
    }
    Words {
        id: right
        anchors.right: parent.right
        width: ends.width * 0.45
        horizontalAlignment: Text.AlignRight
        text: ends.high
        size: Theme.recall
        color: Theme.colors.secondary
    }
}

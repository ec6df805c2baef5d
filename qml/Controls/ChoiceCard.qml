import QtQuick
import Serein.Theme

// One option, the whole card the target. Chosen: wash, border and filled mark.
Tap {
    id: card

    property bool several: false
    property real size: Theme.option
    readonly property bool breaksAWord: unbroken.contentWidth > unbroken.width + 1

    role: several ? Accessible.CheckBox : Accessible.RadioButton
    leftPadding: Theme.space * 2
    rightPadding: Theme.space * 2
    topPadding: Theme.space / 4
    bottomPadding: Theme.space / 4
    spacing: Theme.space * 2

    implicitHeight: Math.max(words.contentHeight, mark.height) + topPadding + bottomPadding

    Mark {
        id: mark
        implicitWidth: Math.min(Theme.markSize, card.size * 1.2)
        implicitHeight: implicitWidth
        x: card.leftPadding
        anchors.verticalCenter: parent.verticalCenter
        chosen: card.chosen
        several: card.several
    }
    Words {
        id: words
        objectName: "words"
        anchors.left: mark.right
        anchors.leftMargin: card.spacing
        anchors.right: parent.right
        anchors.rightMargin: card.rightPadding
        anchors.verticalCenter: parent.verticalCenter
        text: card.text
        size: card.size
        Accessible.ignored: true
    }
    Words { // never shown: tells whether a word is longer than its line
        id: unbroken
        visible: false
        Accessible.ignored: true
        width: words.width
        wrapMode: Text.WordWrap
        text: card.text
        size: card.size
    }
    background: Rectangle {
        radius: Theme.radius
        color: card.chosen || card.down ? Theme.colors.container : Theme.colors.surface
        border.width: card.chosen ? Theme.chosenWidth : Theme.outlineWidth
        border.color: card.chosen ? Theme.colors.primary : Theme.colors.outline
        Behavior on color { ColorAnimation { duration: Theme.motion; easing.type: Easing.OutQuad } }
    }
}

import QtQuick
import Serein.Theme

// A button with words. primary: the one thing to do; plain: an outlined other; quiet: words alone.
Tap {
    id: button

    property string kind: "plain"
    property real size: Theme.body
    property real minimum: Theme.staffTouch
    property int alignment: Text.AlignHCenter
    // Eases from nothing to the wash without passing through black.
    readonly property color faded: Qt.rgba(Theme.colors.container.r, Theme.colors.container.g, Theme.colors.container.b, 0)

    leftPadding: Theme.space * 2
    rightPadding: Theme.space * 2
    topPadding: Theme.space
    bottomPadding: Theme.space
    implicitWidth: Math.max(minimum, Math.ceil(implicitContentWidth + leftPadding + rightPadding))
    implicitHeight: Math.max(minimum, implicitContentHeight + topPadding + bottomPadding)

    contentItem: Words {
        text: button.text
        size: button.size
        strong: button.kind === "primary"
        color: button.kind === "primary" ? Theme.colors.overPrimary : button.kind === "quiet" && !button.chosen ? Theme.colors.primary : Theme.colors.ink
        horizontalAlignment: button.alignment
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
        // With its ground, never white on white in between.
        Behavior on color { ColorAnimation { duration: Theme.motion; easing.type: Easing.OutQuad } }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.kind === "primary" ? Theme.colors.primary : button.chosen || button.down ? Theme.colors.container
            : button.kind === "quiet" ? button.faded : Theme.colors.surface
        border.width: button.kind === "primary" ? 0 : button.chosen ? Theme.chosenWidth : button.kind === "quiet" ? 0 : Theme.outlineWidth
        border.color: button.chosen ? Theme.colors.primary : Theme.colors.outline
        Behavior on color { ColorAnimation { duration: Theme.motion; easing.type: Easing.OutQuad } }
    }
}

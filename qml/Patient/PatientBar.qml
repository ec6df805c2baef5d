import QtQuick
import Serein.Theme
import Serein.Controls

// The bottom of every page: back, decline, onward; each always at the same place.
Item {
    id: bar

    property bool canGoBack: false
    property bool canDecline: false
    property bool declined: false
    readonly property bool declinedByKeys: decline.visualFocus
    property string onwardText: qsTr("Next ›")
    property string onwardName: "patient.next"
    property bool onwardReady: true // quiet until the question is answered, but never dead
    signal back()
    signal decline()
    signal onward()

    readonly property real sideWidth: Math.max(width * 0.24, back.implicitWidth, onward.implicitWidth)

    implicitHeight: Math.max(Theme.touch, back.implicitHeight, onward.implicitHeight, decline.implicitHeight)

    ActionButton {
        id: back
        objectName: "patient.back"
        width: bar.sideWidth
        height: bar.height
        visible: bar.canGoBack
        size: Theme.button
        minimum: Theme.touch
        text: qsTr("‹ Back")
        onClicked: bar.back()
    }
    ActionButton {
        id: decline
        objectName: "patient.decline"
        x: bar.sideWidth + Theme.gap
        width: bar.width - 2 * (bar.sideWidth + Theme.gap)
        height: bar.height
        visible: bar.canDecline
        kind: "quiet"
        leftPadding: Theme.space
        rightPadding: Theme.space
        size: Theme.button
        minimum: Theme.touch
        text: (bar.declined ? "✓ " : "") + qsTr("I'd rather not answer")
        spoken: qsTr("I'd rather not answer")
        chosen: bar.declined
        onClicked: bar.decline()
    }
    ActionButton {
        id: onward
        objectName: bar.onwardName
        anchors.right: parent.right
        width: bar.sideWidth
        height: bar.height
        kind: bar.onwardReady ? "primary" : "plain"
        size: Theme.button
        minimum: Theme.touch
        text: bar.onwardText
        onClicked: bar.onward()
    }
}

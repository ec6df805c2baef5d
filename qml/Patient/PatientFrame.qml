import QtQuick
import Serein.Theme

// What every page of a participant has: the top, a place for the page, the bottom, always where they were.
FocusScope {
    id: frame

    default property alias content: place.data
    property alias progress: top.progress
    property alias number: top.number
    property alias count: top.count
    property alias canReadAloud: top.canReadAloud
    property alias canGoBack: bar.canGoBack
    property alias canDecline: bar.canDecline
    property alias declined: bar.declined
    property alias declinedByKeys: bar.declinedByKeys
    property alias onwardText: bar.onwardText
    property alias onwardName: bar.onwardName
    property alias onwardReady: bar.onwardReady
    readonly property bool landscape: width > height
    readonly property real margin: landscape ? Theme.margin : Theme.narrowMargin
    // This participant's own, remembered by the app.
    property alias textPercent: panel.percent
    property alias look: panel.look
    signal preferred(int percent, string look)
    signal readAloud()
    signal paused()
    signal back()
    signal decline()
    signal onward()

    Rectangle {
        anchors.fill: parent
        color: Theme.colors.page
    }
    PatientTop {
        id: top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: frame.margin
        anchors.rightMargin: frame.margin
        anchors.top: parent.top
        anchors.topMargin: Theme.space
        panelOpen: panel.visible
        onReadAloud: frame.readAloud()
        onPaused: frame.paused()
        onSizeAsked: panel.visible = !panel.visible
    }
    FocusScope {
        id: place
        objectName: "patient.page"
        anchors.left: top.left
        anchors.right: top.right
        anchors.top: top.bottom
        anchors.bottom: bar.top
        anchors.topMargin: Theme.space
        anchors.bottomMargin: Theme.space * 2
    }
    PatientBar {
        id: bar
        objectName: "patient.bar"
        anchors.left: top.left
        anchors.right: top.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space * 2
        onBack: frame.back()
        onDecline: frame.decline()
        onOnward: frame.onward()
    }
    TextSizePanel {
        id: panel
        anchors.right: top.right
        anchors.top: top.bottom
        width: Math.min(top.width, Theme.fieldWidth * 1.5 * Math.min(1.5, Theme.textScale))
        visible: false
        onPreferred: (percent, look) => frame.preferred(percent, look)
        onDone: visible = false
    }
}

import QtQuick
import Serein.Theme
import Serein.Controls

// The top of every page: how far along, reading aloud where there is a voice, pause, text size.
Item {
    id: top

    property real progress
    property int number // of the question, from 1; 0: no question
    property int count
    property bool panelOpen: false
    property bool canReadAloud: false
    signal readAloud()
    signal paused()
    signal sizeAsked()

    implicitHeight: Math.max(Theme.touch, pause.implicitHeight)

    ProgressLine {
        id: line
        anchors.left: parent.left
        anchors.right: position.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        value: top.progress
    }
    Words {
        id: position
        objectName: "patient.position"
        anchors.right: listen.visible ? listen.left : pause.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        text: top.number > 0 ? qsTr("%1 of %2", "question number of how many").arg(top.number).arg(top.count) : ""
        size: Theme.recall
        color: Theme.colors.secondary
        wrapMode: Text.NoWrap
    }
    ActionButton {
        id: listen
        objectName: "patient.readAloud"
        anchors.right: pause.left
        anchors.verticalCenter: parent.verticalCenter
        visible: top.canReadAloud
        kind: "quiet"
        leftPadding: Theme.space
        rightPadding: Theme.space
        size: Theme.button
        minimum: Theme.touch
        text: qsTr("Listen")
        hint: qsTr("Reads this page aloud.")
        onClicked: top.readAloud()
    }
    ActionButton {
        id: pause
        objectName: "patient.pause"
        anchors.right: size.left
        anchors.verticalCenter: parent.verticalCenter
        kind: "quiet"
        size: Theme.button
        minimum: Theme.touch
        text: qsTr("Pause")
        hint: qsTr("Covers the questions. Your answers are kept.")
        onClicked: top.paused()
    }
    ActionButton {
        id: size
        objectName: "patient.textSize"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        kind: "quiet"
        size: Theme.button
        minimum: Theme.touch
        text: qsTr("Aa", "text size")
        spoken: qsTr("Text size and light")
        chosen: top.panelOpen
        onClicked: top.sizeAsked()
    }
}

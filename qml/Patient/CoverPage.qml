import QtQuick
import Serein.Theme
import Serein.Controls

// A calm cover over the questions: while paused, and when everything is answered. Staff take the tablet back by their PIN.
FocusScope {
    id: page

    property bool finished: false // nothing is left to answer
    property string calmText
    property string pinFault
    property bool padOpen: false
    signal goOn()
    signal staff()
    signal pinTyped(string pin)

    onPadOpenChanged: if (padOpen) pad.forceActiveFocus()

    Rectangle {
        anchors.fill: parent
        color: Theme.colors.page
    }
    Column {
        visible: !page.padOpen
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.measure(Theme.question))
        spacing: Theme.margin

        Words {
            objectName: "cover.words"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: page.finished ? qsTr("Thank you. Please give the tablet back to your nurse.") : qsTr("Please give the tablet back to your nurse.")
            size: Theme.display
        }
        MessageLine {
            objectName: "patient.calmText"
            width: parent.width
            text: page.calmText
            size: Theme.option
        }
        ActionButton {
            objectName: "cover.goOn"
            anchors.horizontalCenter: parent.horizontalCenter
            visible: !page.finished
            width: Math.min(parent.width, implicitWidth)
            size: Theme.button
            minimum: Theme.touch
            text: qsTr("I'd like to go on")
            onClicked: page.goOn()
        }
    }
    PinPad {
        id: pad
        visible: page.padOpen
        focus: visible
        anchors.centerIn: parent
        label: qsTr("Staff: please enter your PIN")
        fault: page.pinFault
        onAccepted: pin => page.pinTyped(pin)
    }
    ActionButton {
        objectName: "cover.staff"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space * 2
        kind: "quiet"
        size: Theme.body
        minimum: Theme.touch
        text: page.padOpen ? qsTr("Close") : qsTr("Staff")
        onClicked: {
            page.padOpen = !page.padOpen;
            if (page.padOpen)
                page.staff();
        }
    }
}

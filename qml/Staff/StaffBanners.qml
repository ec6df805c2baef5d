import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// What stands above every page of staff until it is looked after: alerts with whom to call, what the study wants reported,
// a hand-over that a lock cut short, and (above the worklist) the ward's clock that nobody has looked at today.
Column {
    id: banners

    property DeskModel desk: null
    property bool synthetic: false
    property var reading: ({}) // {"bundle", "at"} or empty
    property int alertCount: 0
    property var resume: ({}) // {"subject", "label" …} or empty
    readonly property var waiting: desk?.alertBanner ?? ({}) // {"count", "overdue", "text", "contact"} or empty
    signal seeAlerts()
    property bool clockDue: false
    signal goOn()
    signal checkClock()
    signal end()

    spacing: Theme.space

    Words {
        objectName: "staff.synthetic"
        width: parent.width
        visible: banners.synthetic
        text: qsTr("Demonstration: participants are invented")
        size: Theme.small
        color: Theme.colors.secondary
    }
    Words {
        objectName: "staff.reading"
        width: parent.width
        visible: banners.reading.bundle !== undefined
        text: qsTr("Read only: export %1 of %2").arg(banners.reading.bundle ?? "").arg(banners.reading.at ?? "")
        strong: true
    }
    InstructionModel {
        id: instruction
        desk: banners.desk
    }
    Card {
        width: parent.width
        padding: Theme.space
        line: Theme.colors.urgent
        visible: banners.alertCount > 0
        Flow {
            width: parent.width
            spacing: Theme.space
            ActionButton {
                objectName: "staff.alerts"
                width: Math.min(implicitWidth, parent.width)
                kind: "quiet"
                alignment: Text.AlignLeft
                text: qsTr("! %n alert(s) waiting. Open", "", banners.alertCount)
                onClicked: banners.seeAlerts()
            }
            Words {
                objectName: "staff.alerts.until"
                width: Math.min(implicitWidth, parent.width)
                height: Math.max(implicitHeight, Theme.staffTouch)
                leftPadding: Theme.space * 2
                verticalAlignment: Text.AlignVCenter
                visible: text.length > 0
                text: banners.waiting.text ?? ""
                strong: true
                color: banners.waiting.overdue > 0 ? Theme.colors.urgent : Theme.colors.ink
            }
        }
        Words {
            objectName: "staff.alerts.contact"
            width: parent.width
            leftPadding: Theme.space * 2
            bottomPadding: Theme.space / 2
            visible: banners.waiting.contact !== undefined
            text: qsTr("To call: %1").arg(banners.waiting.contact ?? "")
            size: Theme.small
        }
    }
    Card {
        width: parent.width
        line: Theme.colors.warning
        visible: instruction.count > 0 && banners.reading.bundle === undefined
        Words {
            width: parent.width
            text: qsTr("To report · %1").arg(instruction.about)
            strong: true
            color: Theme.colors.warning
        }
        Words {
            objectName: "instruction.text"
            width: parent.width
            text: instruction.text
        }
        ActionButton {
            objectName: "instruction.read"
            text: instruction.count > 1 ? qsTr("I have read this. Next") : qsTr("I have read this")
            onClicked: instruction.read()
        }
    }
    Card {
        width: parent.width
        visible: banners.resume.subject !== undefined
        Words {
            width: parent.width
            text: qsTr("The tablet was with %1 (%2) when it locked. The answers are safe.").arg(banners.resume.subject ?? "").arg(banners.resume.label ?? "")
        }
        Flow {
            width: parent.width
            spacing: Theme.space
            ActionButton {
                objectName: "resume.goOn"
                kind: "primary"
                text: qsTr("Hand over again")
                onClicked: banners.goOn()
            }
            ActionButton {
                objectName: "resume.end"
                text: qsTr("Keep the tablet")
                onClicked: banners.end()
            }
        }
    }
    ActionButton {
        objectName: "staff.clock"
        width: Math.min(implicitWidth, parent.width)
        visible: banners.clockDue
        kind: "quiet"
        alignment: Text.AlignLeft
        size: Theme.small
        text: qsTr("The tablet's clock was not compared with the ward's today. Compare")
        onClicked: banners.checkClock()
    }
}

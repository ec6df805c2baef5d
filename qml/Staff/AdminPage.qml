pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// What belongs to the study and not to one participant: people, instruments, the protocol, the clock, backups.
StaffPage {
    id: page

    readonly property var own: admin.mayManage ? ["keys"] : [] // of administrators alone
    readonly property var pages: ["clock", "backup", "people", "protocol", "instruments", "studyData", "audit", "exportAll", ...own]
    signal open(string place)

    title: qsTr("Study")

    function titleOf(place: string): string {
        switch (place) {
        case "clock":
            return qsTr("Ward clock");
        case "backup":
            return qsTr("Backup and checks");
        case "people":
            return qsTr("People and roles");
        case "protocol":
            return qsTr("Study in force");
        case "instruments":
            return qsTr("Instruments");
        case "audit":
            return qsTr("Audit trail");
        case "studyData":
            return qsTr("Signature and lock");
        case "keys":
            return qsTr("New keys");
        default:
            return qsTr("Export everybody");
        }
    }
    function textOf(place: string): string {
        switch (place) {
        case "clock":
            return admin.clockCheckDue ? qsTr("Due today: compare the tablet with the ward's clock.") : admin.clockText;
        case "backup":
            return admin.unbackedText.length > 0 ? admin.unbackedText : qsTr("Everything is backed up.");
        case "people":
            return qsTr("%n account(s); your passphrase", "", admin.people.length);
        case "protocol":
            return page.desk.studyTitle;
        case "audit":
            return qsTr("Every event: who, when, what and why");
        case "instruments":
            return qsTr("Scales and forms, their words and licences");
        case "studyData":
            return qsTr("Sign the study; freeze, lock or open all data");
        case "keys":
            return qsTr("For all that is stored, when somebody may have a copy of it");
        default:
            return qsTr("%n participant(s), one bundle each", "", page.desk.participantCount);
        }
    }

    AdminModel {
        id: admin
        desk: page.desk
    }
    ScrollArea {
        anchors.fill: parent
        Grid {
            id: grid
            width: parent.width
            columns: width > Theme.fieldWidth * 1.8 ? 2 : 1
            spacing: Theme.gap

            Repeater {
                model: page.pages
                Card {
                    id: card
                    required property string modelData
                    readonly property bool warns: modelData === "clock" ? admin.clockCheckDue || admin.clockDrifts
                        : modelData === "backup" && admin.backedUpAt.length === 0
                    width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                    line: warns ? Theme.colors.warning : Theme.colors.outline

                    Words {
                        width: parent.width
                        text: page.titleOf(card.modelData)
                        strong: true
                    }
                    Words {
                        objectName: "study." + card.modelData + ".text"
                        width: parent.width
                        text: (card.warns ? "! " : "") + page.textOf(card.modelData)
                        size: Theme.small
                        color: card.warns ? Theme.colors.warning : Theme.colors.secondary
                    }
                    ActionButton {
                        objectName: "study." + card.modelData
                        text: qsTr("Open")
                        spoken: page.titleOf(card.modelData)
                        onClicked: page.open(card.modelData)
                    }
                }
            }
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Who holds a recovery key, and which of them are needed; an administrator names others, one or several.
Card {
    id: card

    required property BackupModel backup
    property string fault
    property string neededFault
    property int asked: 1 // fields for a certificate
    property var files: [] // as they are typed there
    property string needed: "any" // "all", or how many
    readonly property var choices: {
        const some = [];
        for (let keys = 2; keys < card.asked; ++keys)
            some.push({id: String(keys), label: qsTr("Any %1 keys together open").arg(keys)});
        return [{id: "any", label: qsTr("Any one key opens")}].concat(some, [{id: "all", label: qsTr("All keys are needed together")}]);
    }

    function hold(at: int, file: string): void {
        const held = card.files.slice();
        held[at] = file;
        card.files = held;
    }

    Words {
        width: parent.width
        text: qsTr("Recovery certificates")
        strong: true
    }
    Repeater {
        model: card.backup.holders
        Words {
            required property string modelData
            required property int index
            objectName: "backup.recovery." + index
            width: card.innerWidth
            text: modelData
            size: Theme.small
            color: Theme.colors.secondary
        }
    }
    Words {
        objectName: "backup.policy"
        width: parent.width
        visible: text.length > 0
        text: card.backup.policy
        size: Theme.small
    }
    Repeater {
        model: card.backup.mayName ? card.asked : 0
        Field {
            required property int index
            name: index === 0 ? "backup.certificate" : "backup.certificate." + index
            width: card.innerWidth
            label: index > 0 ? qsTr("File of one more holder's certificate")
                : card.backup.hasRecovery ? qsTr("File of another certificate, for backups from now on") : qsTr("File of the certificate")
            fault: index === 0 ? card.fault : ""
            onTextChanged: card.hold(index, text)
        }
    }
    Segments {
        width: parent.width
        visible: card.backup.mayName && card.asked > 1
        prefix: "backup.needed"
        options: card.choices
        chosen: card.needed
        onChose: id => card.needed = id
    }
    MessageLine {
        objectName: "backup.needed.fault"
        width: parent.width
        tone: "error"
        text: card.neededFault
    }
    Flow {
        width: parent.width
        visible: card.backup.mayName
        spacing: Theme.space
        ActionButton {
            objectName: "backup.name"
            text: qsTr("Use for backups from now on")
            onClicked: {
                if (!card.backup.nameRecovery(card.files, card.needed === "all", Number(card.needed) || 0))
                    return;
                card.asked = 0; // each field made anew, with nothing in it
                card.files = [];
                card.asked = 1;
                card.needed = "any";
            }
        }
        ActionButton {
            objectName: "backup.another"
            visible: card.asked < 5
            kind: "quiet"
            text: qsTr("One more holder")
            onClicked: card.asked += 1
        }
    }
    Words {
        width: parent.width
        visible: !card.backup.mayName
        text: qsTr("An administrator names them.")
        size: Theme.small
        color: Theme.colors.secondary
    }
}

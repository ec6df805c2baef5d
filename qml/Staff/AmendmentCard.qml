pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Another version of the study: read, compared with the one in force, and put in force with the ethics committee's reference.
Card {
    id: card

    required property StudyModel study
    property string fileFault
    property string approvalFault
    readonly property var amendment: study.amendment
    readonly property bool waits: amendment.version !== undefined

    Words {
        width: parent.width
        text: qsTr("Amendment")
        strong: true
    }
    Field {
        id: file
        name: "amendment.file"
        width: parent.width
        label: qsTr("File of the new version")
        fault: card.fileFault
    }
    FaultList {
        width: parent.width
        faults: card.study.faults
    }
    ActionButton {
        objectName: "amendment.read"
        enabled: file.text.trim().length > 0
        text: qsTr("Read and compare")
        onClicked: card.study.readAmendment(file.text)
    }
    Column {
        width: parent.width
        visible: card.waits
        spacing: Theme.space
        Words {
            width: parent.width
            text: qsTr("What version %1 changes").arg(card.amendment.version ?? "")
            strong: true
        }
        Repeater {
            model: card.amendment.changes ?? []
            Words {
                required property string modelData
                required property int index
                objectName: "amendment.change." + index
                width: parent.width
                text: "• " + modelData
            }
        }
        Field {
            id: approval
            name: "amendment.approval"
            width: parent.width
            label: qsTr("Ethics committee's approval: reference and date")
            fault: card.approvalFault
        }
        Flow {
            width: parent.width
            spacing: Theme.space
            ActionButton {
                objectName: "amendment.adopt"
                kind: "primary"
                text: qsTr("Put in force")
                onClicked: {
                    if (!card.study.amend(approval.text))
                        return;
                    approval.text = "";
                    file.text = "";
                }
            }
            ActionButton {
                objectName: "amendment.forget"
                text: qsTr("Leave it")
                onClicked: card.study.forgetAmendment()
            }
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// The data of the whole study: signed, frozen, locked, opened again; by whom, when and why. Nothing typed is lost when it is refused.
StaffPage {
    id: page

    property string act // one of studyData.acts, or none yet

    title: qsTr("Signature and lock")
    canGoBack: true
    fields: ["text", "passphrase"]

    StudyDataModel {
        id: studyData
        desk: page.desk
    }
    ScrollArea {
        id: area
        anchors.fill: parent
        Column {
            width: Math.min(area.contentWidth, Theme.fieldWidth * 1.6)
            spacing: Theme.space * 2

            Words {
                objectName: "studyData.state"
                width: parent.width
                text: qsTr("The data of the whole study are %1.").arg(studyData.stateText)
                strong: true
            }
            Words {
                objectName: "studyData.signature"
                width: parent.width
                text: studyData.signature.length > 0 ? studyData.signature : qsTr("Nobody has signed the study yet.")
            }
            MessageLine {
                objectName: "studyData.broken"
                width: parent.width
                tone: "error"
                text: studyData.broken
            }
            Segments {
                width: parent.width
                visible: studyData.acts.length > 0
                prefix: "studyData.act"
                options: studyData.acts
                chosen: page.act
                onChose: id => {
                    page.desk.clearMessages();
                    page.act = id;
                }
            }
            Words {
                objectName: "studyData.nothing"
                width: parent.width
                visible: studyData.acts.length === 0
                text: qsTr("Investigators sign; data managers and investigators freeze; data managers lock.")
                color: Theme.colors.secondary
            }
            Words {
                width: parent.width
                visible: text.length > 0
                text: page.act === "sign" ? qsTr("Your name and this moment stand with your signature. It breaks, and says so, when anybody's data change.")
                    : page.act === "frozen" ? qsTr("Nothing is asked, entered or corrected any more. Sources are still compared, queries answered, and signatures given.")
                    : page.act === "locked" ? qsTr("Nothing is changed any more, and nothing is signed. Only a data manager opens the data again.")
                    : page.act === "open" ? qsTr("Everything can be asked, entered and corrected again. What happened stays in the record.") : ""
                size: Theme.small
                color: Theme.colors.secondary
            }
            Field {
                id: said
                name: "studyData.text"
                width: parent.width
                visible: page.act.length > 0
                label: page.act === "sign" ? qsTr("What your signature means") : qsTr("Why")
                fault: page.faultOf("text")
            }
            Field {
                id: passphrase
                name: "studyData.passphrase"
                width: parent.width
                visible: page.act === "sign"
                secret: true
                label: qsTr("Your passphrase")
                fault: page.faultOf("passphrase")
            }
            ActionButton {
                objectName: "studyData.save"
                visible: page.act.length > 0
                kind: "primary"
                text: page.act === "sign" ? qsTr("Sign") : qsTr("Save")
                onClicked: {
                    const done = studyData.act(page.act, said.text, passphrase.text);
                    passphrase.text = "";
                    if (!done)
                        return;
                    said.text = "";
                    page.act = "";
                }
            }
            Words {
                width: parent.width
                visible: studyData.history.length > 0
                text: qsTr("So far")
                size: Theme.small
                color: Theme.colors.secondary
            }
            Repeater {
                model: studyData.history
                Column {
                    id: entry
                    required property var modelData
                    required property int index
                    width: parent?.width ?? 0
                    Words {
                        objectName: "studyData.history." + entry.index
                        width: parent.width
                        text: entry.modelData.text
                        size: Theme.small
                    }
                    Words {
                        width: parent.width
                        text: entry.modelData.words
                        color: Theme.colors.secondary
                        size: Theme.small
                    }
                }
            }
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// What would be redacted, word for word; what that means; why; and asked once more, because nothing brings it back.
StaffPage {
    id: page

    required property string participantId
    required property string event
    property bool asksAgain: false
    signal saved()

    title: qsTr("Redact · %1", "subject").arg(redacting.subject)
    canGoBack: true
    fields: ["reason"]

    RedactModel {
        id: redacting
        desk: page.desk
        Component.onCompleted: open(page.participantId, page.event)
    }
    ScrollArea {
        id: area
        anchors.fill: parent
        Column {
            width: Math.min(area.contentWidth, Theme.fieldWidth * 1.6)
            spacing: Theme.space * 2

            MessageLine {
                objectName: "redact.nothing"
                width: parent.width
                text: redacting.texts.length === 0 ? qsTr("There is nothing here that you could redact.") : ""
            }
            Words {
                width: parent.width
                visible: redacting.texts.length > 0
                text: redacting.texts.length > 1 ? qsTr("All of this goes, because it repeats the same answer:") : qsTr("All of this goes:")
            }
            Repeater {
                model: redacting.texts
                Card {
                    id: card
                    required property var modelData
                    required property int index
                    objectName: "redact." + index
                    width: parent?.width ?? 0
                    padding: Theme.space * 1.5
                    Words {
                        objectName: "redact." + card.index + ".text"
                        width: card.innerWidth
                        text: card.modelData.text
                    }
                    Words {
                        width: card.innerWidth
                        text: card.modelData.by
                        size: Theme.small
                        color: Theme.colors.secondary
                    }
                }
            }
            Words {
                width: parent.width
                visible: redacting.texts.length > 0
                text: qsTr("For what tells who somebody is, and nothing else. These words are destroyed: nobody reads them again on this tablet or in an export made from now on, and after the next backup in none of the backups in that folder. That something stood here, who redacted it, when and why stays in the record. What left the tablet before is not changed.")
                size: Theme.small
                color: Theme.colors.secondary
            }
            Field {
                id: reason
                name: "redact.reason"
                width: parent.width
                visible: redacting.texts.length > 0
                label: qsTr("Why. Please don't repeat what is to go.")
                fault: page.faultOf("reason")
            }
            Words {
                objectName: "redact.warning"
                width: parent.width
                visible: page.asksAgain
                text: qsTr("Nothing brings these words back. Is it certain that all of them may go?")
                color: Theme.colors.warning
            }
            Flow {
                width: parent.width
                visible: redacting.texts.length > 0
                spacing: Theme.space
                ActionButton {
                    objectName: "redact.save"
                    kind: "primary"
                    width: Math.min(implicitWidth, parent.width)
                    text: page.asksAgain ? qsTr("Yes, redact for good") : qsTr("Redact")
                    onClicked: {
                        if (!page.asksAgain)
                            page.asksAgain = true;
                        else if (redacting.redact(reason.text))
                            page.saved();
                    }
                }
                ActionButton {
                    objectName: "redact.keep"
                    visible: page.asksAgain
                    text: qsTr("Keep it")
                    onClicked: page.back()
                }
            }
        }
    }
}

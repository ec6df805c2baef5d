pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// The log of calls about one timepoint: who was reached, what it came to; and from here the questions by telephone.
StaffPage {
    id: page

    required property string participantId
    required property string subject
    required property string timepoint
    required property string label
    property string reached
    property string outcome
    signal ask()

    title: qsTr("Calls · %1 · %2", "subject, timepoint").arg(subject).arg(label)
    canGoBack: true
    fields: ["remark"]

    AskingModel {
        id: asking
        desk: page.desk
        participant: page.participantId
        timepoint: page.timepoint
    }
    ScrollArea {
        id: area
        anchors.fill: parent

        Column {
            width: area.contentWidth
            spacing: Theme.space * 2

            Words {
                objectName: "call.phone"
                width: parent.width
                text: asking.phone.length > 0 ? qsTr("Telephone: %1").arg(asking.phone) : qsTr("No telephone number is stored.")
            }
            ActionButton {
                objectName: "call.ask"
                kind: "primary"
                text: qsTr("Ask by telephone now")
                onClicked: page.ask()
            }
            Words {
                width: parent.width
                text: qsTr("Who was reached")
                size: Theme.small
                color: Theme.colors.secondary
            }
            Segments {
                width: parent.width
                prefix: "call.reached"
                options: asking.peopleReached
                chosen: page.reached
                onChose: id => {
                    page.reached = id;
                    page.outcome = "";
                }
            }
            Words {
                width: parent.width
                visible: page.reached.length > 0
                text: qsTr("What it came to")
                size: Theme.small
                color: Theme.colors.secondary
            }
            Segments {
                width: parent.width
                visible: page.reached.length > 0
                prefix: "call.outcome"
                options: page.reached.length > 0 ? asking.outcomes(page.reached) : []
                chosen: page.outcome
                onChose: id => page.outcome = id
            }
            Field {
                id: remark
                name: "call.remark"
                width: parent.width
                label: page.outcome === "other" ? qsTr("What happened") : qsTr("Remark (may stay empty)")
                fault: page.faultOf("remark")
            }
            ActionButton {
                objectName: "call.save"
                enabled: page.reached.length > 0 && page.outcome.length > 0
                text: qsTr("Add to the log")
                onClicked: {
                    if (!asking.logCall(page.reached, page.outcome, remark.text))
                        return;
                    page.reached = "";
                    page.outcome = "";
                    remark.text = "";
                }
            }
            Words {
                objectName: "call.count"
                width: parent.width
                text: asking.calls.length > 0 ? qsTr("%n call(s) so far", "", asking.calls.length) : qsTr("No call so far.")
                strong: true
            }
            Repeater {
                model: asking.calls
                Card {
                    id: card
                    required property var modelData
                    required property int index
                    objectName: "call." + index
                    width: parent.width
                    padding: Theme.space * 1.5
                    Words {
                        width: parent.width
                        text: card.modelData.text
                    }
                    Words {
                        width: parent.width
                        visible: text.length > 0
                        text: card.modelData.remark
                    }
                    Words {
                        width: parent.width
                        text: qsTr("%1, by %2", "when, who called").arg(card.modelData.at).arg(card.modelData.by)
                        size: Theme.small
                        color: Theme.colors.secondary
                    }
                }
            }
        }
    }
}

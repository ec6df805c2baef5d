pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// The protocol in force, how another version of it comes into force, and who follows which.
StaffPage {
    id: page

    readonly property var inForce: plan.study

    title: qsTr("Study in force")
    canGoBack: true
    fields: ["file", "approval", "reason"]

    StudyModel {
        id: plan
        desk: page.desk
    }
    ScrollArea {
        anchors.fill: parent
        Column {
            width: Math.min(parent.width, Theme.measure(Theme.body))
            spacing: Theme.gap

            Card {
                width: parent.width
                Words {
                    objectName: "protocol.title"
                    width: parent.width
                    text: qsTr("%1, version %2").arg(page.inForce.title ?? "").arg(page.inForce.version ?? "")
                    strong: true
                }
                Words {
                    width: parent.width
                    text: qsTr("Local times of %1").arg(page.inForce.zone ?? "")
                    size: Theme.small
                    color: Theme.colors.secondary
                }
                Words {
                    width: parent.width
                    text: (page.inForce.hash ?? "").replace(/(.{8})(?=.)/g, "$1 ") // in groups: a line may end between them
                    size: Theme.small
                    color: Theme.colors.secondary
                    wrapMode: Text.WrapAnywhere
                }
            }
            MovesCard {
                width: parent.width
                study: plan
                fault: page.faultOf("reason")
            }
            AmendmentCard {
                width: parent.width
                visible: plan.mayAdopt
                study: plan
                fileFault: page.faultOf("file")
                approvalFault: page.faultOf("approval")
            }
            Repeater {
                model: page.inForce.timepoints ?? []
                Card {
                    id: card
                    required property var modelData
                    width: parent.width
                    Words {
                        width: parent.width
                        text: card.modelData.label
                        strong: true
                    }
                    Words {
                        width: parent.width
                        text: card.modelData.window
                    }
                    Words {
                        width: parent.width
                        text: card.modelData.battery.join(" · ")
                        size: Theme.small
                        color: Theme.colors.secondary
                    }
                }
            }
        }
    }
}

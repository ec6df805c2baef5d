pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// What participants are asked with: definition, words, where they come from and what their licence allows.
StaffPage {
    id: page

    title: qsTr("Instruments")
    canGoBack: true
    fields: ["pack"]

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
                visible: plan.mayAdopt
                Field {
                    id: file
                    name: "instruments.pack"
                    width: parent.width
                    label: qsTr("File of a text pack that the site has a licence for")
                    fault: page.faultOf("pack")
                }
                FaultList {
                    width: parent.width
                    faults: plan.faults
                }
                ActionButton {
                    objectName: "instruments.add"
                    enabled: file.text.trim().length > 0
                    text: qsTr("Add these words")
                    onClicked: {
                        if (plan.addPack(file.text))
                            file.text = "";
                    }
                }
            }
            Repeater {
                model: plan.instruments
                Card {
                    id: card
                    required property var modelData
                    width: parent.width
                    Words {
                        objectName: "instruments." + card.modelData.id
                        width: parent.width
                        text: qsTr("%1, version %2").arg(card.modelData.name).arg(card.modelData.version)
                        strong: true
                    }
                    Words {
                        width: parent.width
                        visible: text.length > 0
                        text: card.modelData["class"]
                        size: Theme.small
                        color: Theme.colors.warning
                    }
                    Repeater {
                        model: card.modelData.packs
                        Words {
                            required property var modelData
                            width: parent.width
                            text: modelData.text
                            size: Theme.small
                        }
                    }
                    Words {
                        width: parent.width
                        text: card.modelData.hash.replace(/(.{8})(?=.)/g, "$1 ")
                        size: Theme.small
                        color: Theme.colors.secondary
                        wrapMode: Text.WrapAnywhere
                    }
                }
            }
        }
    }
}

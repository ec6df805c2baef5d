import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// New keys for all that is stored: when that is wise, what it does, and what comes afterwards.
StaffPage {
    id: page

    signal backUp()

    title: qsTr("New keys")
    canGoBack: !keys.running
    fields: ["current"]

    KeysModel {
        id: keys
        desk: page.desk
    }
    AdminModel {
        id: admin
        desk: page.desk
    }
    ScrollArea {
        anchors.fill: parent
        Column {
            width: Math.min(parent.width, Theme.measure(Theme.body))
            spacing: Theme.gap

            Words {
                width: parent.width
                text: qsTr("Wise when somebody who left may still have a copy of this tablet's files and knew a passphrase, or when a passphrase was seen. What they copied opens nothing that is written here afterwards.")
            }
            Words {
                width: parent.width
                visible: !keys.mayRenew && !keys.running
                text: qsTr("An administrator does it.")
                color: Theme.colors.secondary
            }
            Card {
                width: parent.width
                visible: keys.mayRenew && !keys.done
                Words {
                    objectName: "keys.lastBackup"
                    width: parent.width
                    text: admin.backedUpAt.length > 0 ? qsTr("Last backup: %1. It and all older ones keep the keys of then: whoever may open them reads what they hold.").arg(admin.backedUpAt)
                        : qsTr("There is no backup yet.")
                }
                ActionButton {
                    objectName: "keys.backUpFirst"
                    text: qsTr("Make a backup first")
                    onClicked: page.backUp()
                }
            }
            Card {
                width: parent.width
                visible: keys.mayRenew && !keys.done
                Words {
                    width: parent.width
                    text: qsTr("Nobody's passphrase or PIN changes, and no answer. Everything stored is written once more, which may take some minutes; nothing else can be done meanwhile. Should the tablet go off, nothing is lost: it opens with the old keys or the new ones.")
                    size: Theme.small
                    color: Theme.colors.secondary
                }
                Field {
                    id: passphrase
                    name: "keys.passphrase"
                    width: parent.width
                    secret: true
                    label: qsTr("Your passphrase")
                    fault: page.faultOf("current")
                }
                ActionButton {
                    objectName: "keys.begin"
                    kind: "primary"
                    enabled: passphrase.text.length > 0
                    text: qsTr("Give new keys")
                    onClicked: {
                        keys.begin(passphrase.text);
                        passphrase.text = "";
                    }
                }
            }
            Card {
                width: parent.width
                visible: keys.running
                Words {
                    objectName: "keys.running"
                    width: parent.width
                    text: qsTr("New keys are being written: %1 % done. Please leave the tablet on; this page says when it is done.").arg(Math.round(keys.progress * 100))
                }
                ProgressLine {
                    objectName: "keys.progress"
                    width: parent.width
                    value: keys.progress
                }
            }
            Card {
                width: parent.width
                visible: keys.done
                Words {
                    width: parent.width
                    text: qsTr("Please make a backup now. The backups made before stay usable: their own keys were always different. Where a copy was made of this tablet's files, it is the old one.")
                }
                ActionButton {
                    objectName: "keys.backUp"
                    kind: "primary"
                    text: qsTr("To the backup")
                    onClicked: page.backUp()
                }
            }
        }
    }
}

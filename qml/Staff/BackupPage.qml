import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// What a lost tablet would cost, and how to keep it small: backups, the certificate they are sealed to, the check of all that is stored.
StaffPage {
    id: page

    title: qsTr("Backup and checks")
    canGoBack: true
    fields: ["folder", "keep", "certificate", "needed"]

    AdminModel {
        id: admin
        desk: page.desk
    }
    BackupModel {
        id: backup
        desk: page.desk
    }
    ScrollArea {
        anchors.fill: parent
        Column {
            width: Math.min(parent.width, Theme.measure(Theme.body))
            spacing: Theme.gap

            MessageLine {
                objectName: "backup.state"
                width: parent.width
                text: (admin.unbackedText.length > 0 ? qsTr("%1: a lost tablet would lose them.").arg(admin.unbackedText) : qsTr("Everything is backed up."))
                    + " " + (admin.backedUpAt.length > 0 ? qsTr("Last backup: %1.").arg(admin.backedUpAt) : qsTr("There is no backup yet."))
            }
            MessageLine {
                objectName: "backup.noRecovery"
                width: parent.width
                visible: !backup.hasRecovery
                tone: "error"
                text: qsTr("No recovery certificate is named, so nothing can be backed up: nobody could open it. The site makes one, keeps its key in a safe away from this tablet, and an administrator names the certificate below.")
            }
            Card {
                width: parent.width
                visible: backup.hasRecovery && backup.mayBackUp
                Words {
                    width: parent.width
                    text: qsTr("Back up now")
                    strong: true
                }
                Field {
                    id: folder
                    name: "backup.folder"
                    width: parent.width
                    enabled: !backup.running
                    text: backup.folder
                    label: qsTr("Folder on another disk or a stick")
                    fault: page.faultOf("folder")
                }
                Field {
                    id: keep
                    name: "backup.keep"
                    width: parent.width
                    enabled: !backup.running
                    digitsOnly: true
                    text: backup.keep
                    label: qsTr("How many backups stay there; older ones are removed")
                    fault: page.faultOf("keep")
                }
                ProgressLine {
                    width: parent.width
                    visible: backup.running
                    value: backup.progress
                }
                Flow {
                    width: parent.width
                    spacing: Theme.space
                    ActionButton {
                        objectName: "backup.begin"
                        kind: "primary"
                        enabled: !backup.running && folder.text.trim().length > 0
                        text: backup.running ? qsTr("%1 % done").arg(Math.round(backup.progress * 100)) : qsTr("Back up")
                        onClicked: backup.begin(folder.text, /^[0-9]{1,3}$/.test(keep.text.trim()) ? Number(keep.text) : 0)
                    }
                    ActionButton {
                        objectName: "backup.stop"
                        visible: backup.running
                        text: qsTr("Stop")
                        onClicked: backup.stop()
                    }
                }
            }
            Card {
                width: parent.width
                visible: backup.hasRecovery
                Words {
                    width: parent.width
                    text: qsTr("By itself")
                    strong: true
                }
                Words {
                    objectName: "backup.plan"
                    width: parent.width
                    text: backup.planText
                    size: Theme.small
                    color: Theme.colors.secondary
                }
                Segments {
                    width: parent.width
                    visible: backup.mayName
                    prefix: "backup.every"
                    options: backup.intervals
                    chosen: backup.interval
                    onChose: id => backup.plan(id)
                }
            }
            RecoveryCard {
                width: parent.width
                backup: backup
                fault: page.faultOf("certificate")
                neededFault: page.faultOf("needed")
            }
            Card {
                width: parent.width
                Words {
                    width: parent.width
                    text: qsTr("Check all that is stored: every event, chain and checkpoint")
                }
                ActionButton {
                    objectName: "backup.verify"
                    enabled: !backup.running
                    text: qsTr("Check now")
                    onClicked: backup.verify()
                }
            }
        }
    }
}

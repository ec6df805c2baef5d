pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Who unlocks, and with which passphrase. Above everything, when an alert waits: bring the tablet to the nurse.
FocusScope {
    id: screen

    required property AppModel app
    readonly property LockModel lock: app.lockScreen
    property string name: lock.names.length === 1 ? lock.names[0] : ""

    function unlock(): void {
        if (screen.name.length === 0 || passphrase.text.length === 0 || screen.lock.busy)
            return;
        screen.lock.unlock(screen.name, passphrase.text);
        passphrase.text = "";
    }
    function choose(chosen: string): void {
        screen.name = chosen;
        passphrase.text = "";
        passphrase.take();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.colors.page
    }
    ScrollArea {
        anchors.fill: parent
        anchors.margins: Theme.margin
        anchors.bottomMargin: Theme.margin + languages.height

        Column {
            width: parent.width
            topPadding: Theme.margin
            spacing: Theme.space * 3

            Words {
                objectName: "lock.alertWaits"
                width: parent.width
                visible: screen.lock.alertWaits
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Please bring this tablet to the nurse")
                size: Theme.display
                strong: true
                color: Theme.colors.primary
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Serein")
                size: Theme.display
                color: Theme.colors.primary
            }
            Words {
                objectName: "lock.synthetic"
                width: parent.width
                visible: screen.app.synthetic
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Demonstration: participants are invented")
                size: Theme.small
                color: Theme.colors.secondary
            }
            MessageLine {
                objectName: "lock.error"
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(parent.width, Theme.fieldWidth * 1.4)
                text: screen.lock.error
                tone: "error"
            }
            Column {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(parent.width, Theme.fieldWidth)
                visible: screen.lock.names.length > 0
                spacing: Theme.gap

                Words {
                    width: parent.width
                    text: qsTr("Who are you?")
                    size: Theme.small
                    color: Theme.colors.secondary
                }
                Repeater {
                    model: screen.lock.names
                    ChoiceCard {
                        required property string modelData
                        objectName: "lock.name." + modelData
                        width: parent.width
                        size: Theme.title
                        implicitHeight: Theme.touch
                        text: modelData
                        chosen: screen.name === modelData
                        onClicked: screen.choose(modelData)
                    }
                }
                Field {
                    id: passphrase
                    name: "lock.passphrase"
                    width: parent.width
                    visible: screen.name.length > 0
                    enabled: !screen.lock.busy
                    label: qsTr("Passphrase")
                    secret: true
                    onEntered: screen.unlock()
                }
                ActionButton {
                    objectName: "lock.unlock"
                    width: parent.width
                    visible: passphrase.visible
                    enabled: !screen.lock.busy && passphrase.text.length > 0
                    kind: "primary"
                    minimum: Theme.touch
                    text: screen.lock.busy ? qsTr("Checking …") : qsTr("Unlock")
                    onClicked: screen.unlock()
                }
            }
        }
    }
    Segments {
        id: languages
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space * 2
        prefix: "lock.language"
        options: [{id: "en", label: "English"}, {id: "zh-CN", label: "简体中文"}]
        chosen: screen.app.language
        onChose: id => screen.app.language = id
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// One person of the team; an administrator changes roles, gives a new passphrase, or ends the account.
Card {
    id: card

    required property var person // as AdminModel.people says
    required property AdminModel admin
    property bool opened: false
    property bool asksAgain: false // about disabling
    property string rolesFault
    property string reasonFault
    property string passphraseFault
    property string againFault
    readonly property string prefix: "people." + person.name
    signal toggled()

    Flow {
        width: parent.width
        spacing: Theme.gap
        Words {
            text: card.person.you ? qsTr("%1 (you)").arg(card.person.name) : card.person.name
            strong: true
        }
        Words {
            objectName: card.prefix + ".roles"
            width: Math.min(implicitWidth, parent.width)
            text: card.person.active ? card.person.rolesText : qsTr("disabled")
            color: Theme.colors.secondary
        }
    }
    ActionButton {
        objectName: card.prefix + ".change"
        visible: card.admin.mayManage && card.person.active
        kind: "quiet"
        text: card.opened ? qsTr("Close") : qsTr("Change")
        spoken: qsTr("Change %1").arg(card.person.name)
        onClicked: card.toggled()
    }
    Column {
        id: editing
        property var roles: card.person.roles
        width: parent.width
        visible: card.opened && card.person.active
        spacing: Theme.space * 2

        Picks {
            width: parent.width
            prefix: card.prefix + ".role"
            options: card.admin.roles
            chosen: editing.roles
            fault: card.rolesFault
            onChose: ids => editing.roles = ids
        }
        Field {
            id: reason
            name: card.prefix + ".reason"
            width: parent.width
            label: qsTr("Why")
            fault: card.reasonFault
        }
        ActionButton {
            objectName: card.prefix + ".saveRoles"
            kind: "primary"
            text: qsTr("Change roles")
            onClicked: card.admin.changeRoles(card.person.name, editing.roles, reason.text)
        }
        PassphraseFields {
            id: passphrase
            width: parent.width
            visible: !card.person.you
            prefix: card.prefix
            fault: card.passphraseFault
            againFault: card.againFault
        }
        ActionButton {
            objectName: card.prefix + ".savePassphrase"
            visible: passphrase.visible
            enabled: passphrase.typed
            text: qsTr("Give this new passphrase")
            onClicked: {
                if (card.admin.resetPassphrase(card.person.name, passphrase.passphrase, passphrase.again, reason.text))
                    passphrase.forget();
            }
        }
        Words {
            width: parent.width
            visible: card.asksAgain
            text: qsTr("%1 can then never unlock this tablet again; what they did stays recorded. The name is not given to anybody else.").arg(card.person.name)
            color: Theme.colors.warning
        }
        ActionButton {
            objectName: card.prefix + ".disable"
            visible: !card.person.you
            text: card.asksAgain ? qsTr("Yes, disable %1").arg(card.person.name) : qsTr("Disable this account")
            onClicked: {
                if (!card.asksAgain)
                    card.asksAgain = true;
                else
                    card.admin.disable(card.person.name, reason.text);
            }
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Who may unlock this tablet, and as what; and one's own passphrase.
StaffPage {
    id: page

    property string opened // whose card is open: a name, "+" for a new one, "*" for one's own passphrase

    title: qsTr("People and roles")
    canGoBack: true
    fields: ["name", "roles", "passphrase", "again", "current", "reason"]

    // Their text, so that while nobody changes nothing is made anew, nor what is typed in their cards lost. Of two lists of the model itself
    // JavaScript compares what both say now.
    readonly property string told: JSON.stringify(team.people)
    readonly property var people: JSON.parse(told)

    function toggle(which: string): void {
        page.desk.clearMessages();
        page.opened = page.opened === which ? "" : which;
    }
    function faultIn(which: string, field: string): string {
        return page.opened === which ? page.faultOf(field) : "";
    }

    AdminModel {
        id: team
        desk: page.desk
    }
    ScrollArea {
        anchors.fill: parent
        Column {
            width: Math.min(parent.width, Theme.measure(Theme.body))
            spacing: Theme.gap

            Flow {
                width: parent.width
                spacing: Theme.space
                ActionButton {
                    objectName: "people.own"
                    chosen: page.opened === "*"
                    text: qsTr("Change your passphrase")
                    onClicked: page.toggle("*")
                }
                ActionButton {
                    objectName: "people.add"
                    visible: team.mayManage
                    chosen: page.opened === "+"
                    text: qsTr("Add a person")
                    onClicked: page.toggle("+")
                }
            }
            Card {
                width: parent.width
                visible: page.opened === "*"
                Field {
                    id: current
                    name: "people.own.current"
                    width: parent.width
                    secret: true
                    label: qsTr("Your passphrase until now")
                    fault: page.faultIn("*", "current")
                }
                PassphraseFields {
                    id: own
                    width: parent.width
                    prefix: "people.own"
                    fault: page.faultIn("*", "passphrase")
                    againFault: page.faultIn("*", "again")
                }
                ActionButton {
                    objectName: "people.own.save"
                    kind: "primary"
                    enabled: own.typed && current.text.length > 0
                    text: qsTr("Change passphrase")
                    onClicked: {
                        if (!team.changePassphrase(current.text, own.passphrase, own.again))
                            return;
                        current.text = "";
                        own.forget();
                        page.opened = "";
                    }
                }
            }
            Card {
                width: parent.width
                visible: page.opened === "+"
                Field {
                    id: newName
                    name: "people.new.name"
                    width: parent.width
                    label: qsTr("Name to unlock with")
                    example: "nora.chen"
                    fault: page.faultIn("+", "name")
                }
                Picks {
                    id: newRoles
                    width: parent.width
                    prefix: "people.new.role"
                    options: team.roles
                    fault: page.faultIn("+", "roles")
                    onChose: ids => newRoles.chosen = ids
                }
                Words {
                    width: parent.width
                    text: qsTr("They type their passphrase here themselves.")
                    size: Theme.small
                    color: Theme.colors.secondary
                }
                PassphraseFields {
                    id: first
                    width: parent.width
                    prefix: "people.new"
                    fault: page.faultIn("+", "passphrase")
                    againFault: page.faultIn("+", "again")
                }
                ActionButton {
                    objectName: "people.new.save"
                    kind: "primary"
                    text: qsTr("Add")
                    onClicked: {
                        if (!team.addAccount(newName.text, newRoles.chosen, first.passphrase, first.again))
                            return;
                        newName.text = "";
                        newRoles.chosen = [];
                        first.forget();
                        page.opened = "";
                    }
                }
            }
            Repeater {
                model: page.people
                PersonCard {
                    required property var modelData
                    width: parent.width
                    person: modelData
                    admin: team
                    opened: page.opened === modelData.name
                    rolesFault: page.faultIn(modelData.name, "roles")
                    reasonFault: page.faultIn(modelData.name, "reason")
                    passphraseFault: page.faultIn(modelData.name, "passphrase")
                    againFault: page.faultIn(modelData.name, "again")
                    onToggled: page.toggle(modelData.name)
                }
            }
        }
    }
}

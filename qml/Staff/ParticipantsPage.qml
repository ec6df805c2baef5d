pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Everyone enrolled, by subject id. Names stay apart. Serves the exports too: the same list with another action.
StaffPage {
    id: page

    property string prefix: "participants"
    property bool canEnrol: true
    signal enrol()
    signal chose(string participant)

    title: qsTr("Participants")

    SearchModel {
        id: everyone
        desk: page.desk
    }

    Column {
        id: head
        width: Math.min(parent.width, Theme.fieldWidth * 1.5)
        spacing: Theme.space
        ActionButton {
            objectName: "participants.enrol"
            visible: page.canEnrol && everyone.mayEnrol
            text: qsTr("Enrol a participant")
            onClicked: page.enrol()
        }
        Field {
            id: search
            name: page.prefix + ".search"
            width: parent.width
            visible: everyone.condition !== "empty"
            label: qsTr("Search by subject, site, ward or bed")
            Binding {
                target: everyone
                property: "text"
                value: search.text
            }
        }
        Words {
            objectName: page.prefix + ".count"
            width: parent.width
            visible: everyone.condition === "list" && search.text.length > 0
            text: everyone.count >= 0 ? qsTr("%n found", "", everyone.count) : " " // its line is kept while they are counted
            size: Theme.small
            color: Theme.colors.secondary
        }
        WorklistMessage {
            width: parent.width
            visible: text.length > 0
            prefix: page.prefix
            condition: everyone.condition
            trouble: everyone.trouble
            empty: qsTr("Nobody is enrolled yet.")
            onAgain: everyone.again()
        }
    }
    ListArea {
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: parent.bottom
        width: head.width
        view: list
        ListView {
            id: list
            objectName: page.prefix + ".list"
            clip: true
            spacing: Theme.space
            boundsBehavior: Flickable.StopAtBounds
            model: everyone.rows
            delegate: ActionButton {
                required property string key
                required property string subject
                required property bool synthetic
                required property string place
                objectName: page.prefix + "." + subject
                width: list.width
                minimum: Theme.staffTouch + Theme.space
                alignment: Text.AlignLeft
                text: (synthetic ? qsTr("%1 · invented", "a synthetic participant").arg(subject) : subject) + (place.length > 0 ? " · " + place : "")
                onClicked: page.chose(key)
            }
        }
    }
}

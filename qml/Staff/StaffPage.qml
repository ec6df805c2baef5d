import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// What every page of staff has: its title, the way back, and the last message in place.
FocusScope {
    id: page

    required property DeskModel desk
    readonly property var participant: desk.participant
    property string title
    property bool canGoBack: false
    property var fields: [] // names of the fields that show their own faults
    default property alias content: holder.data
    signal back()

    readonly property string fieldOfError: fields.includes(desk.errorField) ? desk.errorField : ""
    function faultOf(field: string): string {
        return page.fieldOfError === field ? page.desk.error : "";
    }

    Row {
        id: heading
        width: page.width
        spacing: Theme.gap
        ActionButton {
            id: backButton
            objectName: "page.back"
            visible: page.canGoBack
            text: qsTr("‹ Back")
            kind: "quiet"
            onClicked: page.back()
        }
        Words {
            objectName: "page.title"
            width: parent.width - (backButton.visible ? backButton.width + parent.spacing : 0)
            anchors.verticalCenter: parent.verticalCenter
            text: page.title
            size: Theme.title
            strong: true
        }
    }
    MessageLine {
        id: error
        objectName: "page.error"
        anchors.top: heading.bottom
        anchors.topMargin: visible ? Theme.space : 0
        width: page.width
        tone: "error"
        text: page.fieldOfError.length > 0 ? "" : page.desk.error
    }
    MessageLine {
        id: notice
        objectName: "page.notice"
        anchors.top: error.bottom
        anchors.topMargin: visible ? Theme.space : 0
        width: page.width
        tone: "good"
        text: page.desk.notice
    }
    Item {
        id: holder
        anchors.top: notice.bottom
        anchors.topMargin: Theme.space * 2
        anchors.bottom: parent.bottom
        width: page.width
    }
}

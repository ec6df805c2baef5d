pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Alerts until they are looked after, and after: those that wait, those to be closed by an investigator, and all that were.
StaffPage {
    id: page

    property string participantId // whose alone; empty: everybody's
    property string subject
    property string standing: "waiting"
    signal seeAll()
    property string tried // the alert whose words were last refused
    property var drafts: ({}) // what was typed, by alert: rows come and go while the list scrolls

    title: participantId.length > 0 ? qsTr("%1 · alerts", "subject").arg(subject)
        : desk.alertCount > 0 ? qsTr("%n alert(s) to look after now", "", desk.alertCount) : qsTr("Alerts")
    canGoBack: participantId.length > 0
    fields: ["action", "outcome"]

    AlertModel {
        id: alerts
        desk: page.desk
        participant: page.participantId
        Component.onCompleted: standing = page.standing
    }
    ActionButton {
        id: all
        objectName: "alerts.all"
        visible: page.participantId.length > 0
        kind: "quiet"
        text: qsTr("Everybody's alerts")
        onClicked: page.seeAll()
    }
    Segments {
        id: standings
        y: all.visible ? all.height + Theme.space : 0
        width: parent.width
        prefix: "alerts.show"
        options: alerts.standings
        chosen: alerts.standing
        onChose: id => alerts.standing = id
    }
    Words {
        anchors.top: standings.bottom
        anchors.topMargin: Theme.space * 2
        width: parent.width
        visible: list.count === 0
        text: alerts.standing === "closed" ? qsTr("No alert was closed yet.") : alerts.standing === "acknowledged"
            ? qsTr("No alert is left to be closed.") : qsTr("No alert is waiting.")
        color: Theme.colors.secondary
    }
    ListArea {
        anchors.top: standings.bottom
        anchors.topMargin: Theme.space * 2
        anchors.bottom: parent.bottom
        width: parent.width
        view: list
        ListView {
            id: list
            objectName: "alerts.list"
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            spacing: Theme.gap
            model: alerts.rows
            delegate: AlertCard {
                id: card
                width: list.width
                mayAcknowledge: alerts.mayAcknowledge
                mayClose: alerts.mayClose
                draft: page.drafts[card.alert] ?? ""
                fault: page.tried === card.alert ? page.faultOf(card.standing === "waiting" ? "action" : "outcome") : ""
                onTyped: text => page.drafts[card.alert] = text
                onSettled: text => {
                    page.tried = card.alert;
                    const done = card.standing === "waiting" ? alerts.acknowledge(card.participant, card.alert, text)
                        : alerts.close(card.participant, card.alert, text);
                    if (done) {
                        delete page.drafts[page.tried];
                        list.forceActiveFocus();
                    }
                }
            }
        }
    }
}

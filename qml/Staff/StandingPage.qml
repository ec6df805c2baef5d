pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Where the participant whose page is open stands in the study, and what may change it.
StaffPage {
    id: page

    property string act: person.eligibility === "no" && offers("failScreening") ? "failScreening" : ""
    property string cause
    signal saved()
    signal recordConsent()

    function offers(id: string): bool {
        for (let index = 0; index < person.acts.length; ++index)
            if (person.acts[index].id === id)
                return true;
        return false;
    }
    function save(): bool {
        return page.act === "suspend" ? person.suspend(page.cause, reason.text) : page.act === "resume" ? person.resume(reason.text)
            : page.act === "withdraw" ? person.withdraw(withdrawal.values) : person.failScreening(reason.text);
    }

    title: qsTr("Participation · %1", "subject").arg(participant.subject ?? "")
    canGoBack: true
    fields: ["cause", "reason", "from", "by", "identity", "confirmation"]

    PersonModel {
        id: person
        desk: page.desk
    }
    ScrollArea {
        id: area
        anchors.top: parent.top
        anchors.bottom: save.visible ? save.top : parent.bottom
        anchors.bottomMargin: save.visible ? Theme.space : 0
        width: parent.width

        Column {
            width: Math.min(area.contentWidth, Theme.fieldWidth * 1.6)
            spacing: Theme.space * 2

            Words {
                objectName: "standing.text"
                width: parent.width
                text: person.standing.length > 0 ? person.standing : qsTr("In the study.")
                strong: true
            }
            Words {
                objectName: "standing.eligibility"
                width: parent.width
                visible: person.eligibility.length > 0
                text: person.eligibility === "yes" ? qsTr("Eligible, by the form that was filled in.")
                    : person.eligibility === "no" ? qsTr("Not eligible, by the form that was filled in. Please record that screening failed.")
                    : qsTr("Whether this person is eligible is not known yet: the form is still to be filled in.")
            }
            ActionButton {
                objectName: "standing.finishErasure"
                visible: person.erasureUnfinished
                text: qsTr("Finish destroying who they are")
                onClicked: person.finishErasure()
            }
            Segments {
                width: parent.width
                prefix: "standing.act"
                options: person.acts
                chosen: page.act
                onChose: id => page.act = id
            }
            MessageLine {
                width: parent.width
                text: page.act === "resume" && person.consentFirst ? qsTr("Capacity was lost. Who has regained it consents first.") : ""
            }
            ActionButton {
                objectName: "standing.consent"
                visible: page.act === "resume" && person.consentFirst
                text: qsTr("Record that consent")
                onClicked: page.recordConsent()
            }
            Words {
                visible: causes.visible
                text: qsTr("Why")
                size: Theme.small
                color: Theme.colors.secondary
            }
            Segments {
                id: causes
                width: parent.width
                visible: page.act === "suspend"
                prefix: "standing.cause"
                options: person.causes
                chosen: page.cause
                onChose: id => page.cause = id
            }
            Words {
                width: parent.width
                visible: text.length > 0
                text: page.faultOf("cause")
                size: Theme.small
                color: Theme.colors.urgent
            }
            Field {
                id: reason
                name: "standing.reason"
                width: parent.width
                visible: page.act === "failScreening" || page.act === "resume" || page.act === "suspend"
                label: page.act === "failScreening" ? qsTr("Why screening failed") : page.cause === "other" && page.act === "suspend" ? qsTr("What happened")
                    : qsTr("Remark (may stay empty)")
                fault: page.faultOf("reason")
            }
            WithdrawFields {
                id: withdrawal
                width: parent.width
                visible: page.act === "withdraw"
                person: person
                page: page
            }
        }
    }
    ActionButton {
        id: save
        objectName: "standing.save"
        anchors.bottom: parent.bottom
        kind: "primary"
        visible: page.act.length > 0
        enabled: !(page.act === "resume" && person.consentFirst)
        text: page.act === "suspend" ? qsTr("Suspend") : page.act === "resume" ? qsTr("Resume")
            : page.act === "withdraw" ? withdrawal.erases ? qsTr("Withdraw, and destroy who they are") : qsTr("Record the withdrawal") : qsTr("Record that screening failed")
        onClicked: {
            if (page.save())
                page.saved();
        }
    }
}

import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Is this the right person? Subject, second identifier, how and in which language; and a PIN to take the tablet back.
StaffPage {
    id: page

    required property AppModel app
    required property string participant
    required property string subject
    required property string timepoint
    required property string label
    property string language
    property string startMode
    property string mode: startMode.length > 0 ? startMode : asking.telephone ? "telephone" : "self"
    property bool needsPin: !app.hasPin()
    property string form: desk.stateForm(participant, timepoint)
    property var condition: ({})
    readonly property bool advisedAgainst: desk.errorField === "state"
    readonly property bool needsHelper: mode !== "self"
    readonly property bool isOutside: asking.outside.length > 0 || desk.errorField === "reason"
    signal missed()
    signal call()

    function confirm(): void {
        if (needsPin && !app.setPin(pin.text))
            return;
        page.needsPin = false;
        page.desk.handOver({participant: page.participant, timepoint: page.timepoint, secondIdentifier: identifier.text, mode: page.mode,
            language: page.language, helper: page.needsHelper ? helper.text : "", place: place.text, reason: reason.text, state: page.condition,
            despite: page.advisedAgainst});
        page.form = page.desk.stateForm(page.participant, page.timepoint);
    }

    Component.onCompleted: if (form.length > 0) conditionFields.show(desk.formItems(form, condition))

    title: qsTr("Hand over to %1").arg(subject)
    canGoBack: true
    fields: needsPin ? ["secondIdentifier", "helper", "place", "reason", "pin"] : ["secondIdentifier", "helper", "place", "reason"]

    AskingModel {
        id: asking
        desk: page.desk
        participant: page.participant
        timepoint: page.timepoint
    }

    ScrollArea {
        anchors.fill: parent
        Column {
            width: Math.min(parent.width, Theme.fieldWidth * 1.4)
            spacing: Theme.space * 2

            Words {
                width: parent.width
                text: page.label
                size: Theme.title
            }
            MessageLine {
                objectName: "handover.barred"
                width: parent.width
                tone: "error"
                text: asking.barred
            }
            MessageLine {
                objectName: "handover.atHome"
                width: parent.width
                visible: asking.telephone
                text: qsTr("The participant is at home: ask by telephone.")
            }
            Flow {
                width: parent.width
                spacing: Theme.space
                ActionButton {
                    objectName: "handover.missed"
                    text: qsTr("It can't be asked …")
                    hint: qsTr("Records it as missed, with the reason")
                    onClicked: page.missed()
                }
                ActionButton {
                    objectName: "handover.call"
                    text: asking.calls.length > 0 ? qsTr("Calls (%1)").arg(asking.calls.length) : qsTr("Calls")
                    hint: qsTr("The log of calls about this")
                    onClicked: page.call()
                }
            }
            Field {
                id: reason
                name: "handover.reason"
                width: parent.width
                visible: page.isOutside
                label: asking.outsideText
                fault: page.faultOf("reason")
            }
            Words {
                width: parent.width
                text: qsTr("Please ask the participant: %1?").arg(page.desk.secondIdentifierLabel)
            }
            Field {
                id: identifier
                name: "handover.secondIdentifier"
                width: parent.width
                label: page.desk.secondIdentifierLabel
                example: page.desk.secondIdentifierExample
                fault: page.faultOf("secondIdentifier")
                digitsOnly: /^[0-9]+$/.test(example)
            }
            FormFields {
                id: conditionFields
                width: parent.width
                visible: page.form.length > 0
                prefix: "handover.state"
                entered: page.condition
                faultItem: page.desk.errorField
                fault: page.desk.error
                onEnter: (item, value) => {
                    const next = Object.assign({}, page.condition);
                    next[item] = value;
                    page.condition = next;
                    conditionFields.show(page.desk.formItems(page.form, next));
                }
            }
            Words {
                width: parent.width
                text: qsTr("Who taps the answers")
                size: Theme.small
                color: Theme.colors.secondary
            }
            Segments {
                width: parent.width
                prefix: "handover.mode"
                options: [{id: "self", label: qsTr("The participant")}, {id: "assisted", label: qsTr("The participant, with help")},
                    {id: "interview", label: qsTr("I read aloud and tap")}, {id: "telephone", label: qsTr("I ask by telephone")},
                    {id: "proxy", label: qsTr("Somebody answers for them")}]
                chosen: page.mode
                onChose: id => page.mode = id
            }
            Field {
                id: helper
                name: "handover.helper"
                width: parent.width
                visible: page.needsHelper
                label: qsTr("Who helps, reads aloud or answers (a function, not a name: nurse, daughter …)")
                fault: page.faultOf("helper")
            }
            Field {
                id: place
                name: "handover.place"
                width: parent.width
                label: qsTr("Where (ward, clinic, home; may stay empty)")
                fault: page.faultOf("place")
            }
            Words {
                width: parent.width
                text: qsTr("Language of the questions")
                size: Theme.small
                color: Theme.colors.secondary
            }
            Segments {
                width: parent.width
                prefix: "handover.language"
                options: page.desk.languages
                chosen: page.language
                onChose: id => page.language = id
            }
            Field {
                id: pin
                name: "handover.pin"
                width: parent.width
                visible: page.needsPin
                secret: true
                digitsOnly: true
                label: qsTr("Choose a PIN of 4 to 8 digits; with it you take the tablet back")
                fault: page.faultOf("pin")
            }
            ActionButton {
                objectName: "handover.confirm"
                kind: "primary"
                minimum: Theme.touch
                enabled: asking.barred.length === 0 && identifier.text.trim().length > 0 && (!page.needsHelper || helper.text.trim().length > 0)
                    && (!page.isOutside || reason.text.trim().length > 0) && (!page.needsPin || pin.text.length >= 4)
                text: page.advisedAgainst ? qsTr("Hand over all the same") : qsTr("Yes, hand over now")
                onClicked: page.confirm()
            }
        }
    }
}

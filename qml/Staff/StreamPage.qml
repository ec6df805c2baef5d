pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// A participant's record as a person reads it: the state of the data, signatures, and every event, newest first.
StaffPage {
    id: page

    required property string participantId
    readonly property var record: review.record
    readonly property var head: [{}]
    signal act(var order) // for ReviewActPage
    signal redact(string event)

    function ask(what: string, more: var): void {
        page.act(Object.assign({what: what, participant: page.participantId, heading: page.record.subject}, more));
    }

    title: qsTr("%1 · record", "subject").arg(record.subject ?? "")
    canGoBack: true

    ReviewModel {
        id: review
        desk: page.desk
        participant: page.participantId
        Component.onCompleted: readStream()
    }
    ListArea {
        anchors.fill: parent
        view: list
        ListView {
            id: list
            objectName: "stream.list"
            clip: true
            spacing: Theme.space
            boundsBehavior: Flickable.StopAtBounds
            model: page.head.concat(review.stream) // the head scrolls with them: a header can't be made in a bound file
            keyNavigationEnabled: true
            activeFocusOnTab: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Events, newest first")
            delegate: Column {
                id: row
                required property var modelData
                required property int index
                width: list.width
                spacing: Theme.space / 2
                Repeater {
                    model: row.index === 0 ? 1 : 0
                    StreamHead {
                        width: list.width
                        record: page.record
                        kinds: review.streamKinds
                        kind: review.streamKind
                        onChose: kind => review.streamKind = kind
                        onDid: (what, more) => page.ask(what, more)
                    }
                }
                Rectangle {
                    width: parent.width
                    height: Theme.hairline
                    visible: row.index > 0
                    color: Theme.colors.outline
                }
                Words {
                    width: parent.width
                    visible: row.index > 0
                    text: visible ? qsTr("%1 · %2", "time, name and role").arg(row.modelData.at).arg(row.modelData.who) : ""
                    size: Theme.small
                    color: Theme.colors.secondary
                }
                Words {
                    width: parent.width
                    visible: row.index > 0
                    text: row.modelData.what ?? ""
                    color: row.modelData.withheld === true ? Theme.colors.secondary : Theme.colors.ink
                }
                Words {
                    width: parent.width
                    visible: text.length > 0
                    text: (row.modelData.reason ?? "").length > 0 ? qsTr("Reason: %1").arg(row.modelData.reason) : ""
                    size: Theme.small
                }
                ActionButton {
                    objectName: "stream." + row.index + ".redact"
                    visible: row.modelData.redactable === true
                    kind: "quiet"
                    size: Theme.small
                    text: qsTr("Redact …")
                    spoken: qsTr("Redact: %1", "what an event says").arg(row.modelData.what ?? "")
                    onClicked: page.redact(row.modelData.event)
                }
            }
        }
    }
}

import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// What was asked about one participant's data, and how far it is answered.
StaffPage {
    id: page

    required property string participantId
    readonly property var record: review.record
    readonly property var queries: record.queries ?? []
    signal read(var about)

    title: qsTr("%1 · queries", "subject").arg(record.subject ?? "")
    canGoBack: true

    ReviewModel {
        id: review
        desk: page.desk
        participant: page.participantId
    }
    ScrollArea {
        id: area
        anchors.fill: parent
        Column {
            width: area.contentWidth
            spacing: Theme.space * 2

            Words {
                width: parent.width
                text: page.queries.length > 0 ? qsTr("A query is answered and closed where it was raised.")
                    : qsTr("Nobody has asked about this participant's data.")
                color: Theme.colors.secondary
            }
            ReviewList {
                width: parent.width
                title: qsTr("Queries")
                prefix: "queries"
                lines: page.queries.map(one => Object.assign({participant: page.participantId, does: [{id: "open", label: qsTr("Open")}]}, one,
                    {more: qsTr("%1\n%2", "query, its state").arg(one.more).arg(one.stateText)}))
                onDid: (what, line) => page.read({participant: page.participantId, timepoint: line.timepoint, instrument: line.instrument, sequence: line.sequence})
            }
        }
    }
}

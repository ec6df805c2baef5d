pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// What waits of everybody: queries to answer or close, corrections to decide on; the longest waiting first.
StaffPage {
    id: page

    signal read(var about)
    signal readQueries(string participant)

    title: qsTr("Queries and corrections")
    canGoBack: true

    ReviewWorkModel {
        id: review
        desk: page.desk
        listed: true
    }
    Words {
        id: none
        objectName: "reviewWork.text"
        width: parent.width
        text: review.text.length > 0 ? review.text : qsTr("Nothing waits.")
        color: Theme.colors.secondary
    }
    ListArea {
        anchors.top: none.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: parent.bottom
        width: Math.min(parent.width, Theme.fieldWidth * 2)
        view: list
        ListView {
            id: list
            objectName: "reviewWork.list"
            clip: true
            spacing: Theme.space
            boundsBehavior: Flickable.StopAtBounds
            model: review.rows
            delegate: Card {
                id: row
                required property int index
                required property string participant
                required property string timepoint
                required property string instrument
                required property int sequence
                required property string what
                required property string since
                required property bool stands
                width: list.width
                padding: Theme.space * 1.5
                Words {
                    width: parent.width
                    text: row.what
                }
                Words {
                    width: parent.width
                    text: row.since
                    size: Theme.small
                    color: Theme.colors.secondary
                }
                ActionButton {
                    objectName: "reviewWork." + row.index
                    size: Theme.small
                    text: qsTr("Open")
                    spoken: qsTr("%1: %2", "a button and what it is about").arg(text).arg(row.what)
                    onClicked: row.stands ? page.read({participant: row.participant, timepoint: row.timepoint, instrument: row.instrument, sequence: row.sequence, origin: "reviewWork"})
                        : page.readQueries(row.participant)
                }
            }
        }
    }
}

import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// Where to find the participant whose page is open. At home, they are asked by telephone.
StaffPage {
    id: page

    readonly property var known: person.whereabouts
    property string where: known.place ?? ""
    signal saved()

    title: qsTr("Whereabouts · %1", "subject").arg(participant.subject ?? "")
    canGoBack: true
    fields: ["place", "ward", "bed"]
    Component.onCompleted: { // no bindings: what is typed stays
        ward.text = page.known.ward ?? "";
        bed.text = page.known.bed ?? "";
    }

    PersonModel {
        id: person
        desk: page.desk
    }
    ScrollArea {
        id: area
        anchors.top: parent.top
        anchors.bottom: save.top
        anchors.bottomMargin: Theme.space
        width: parent.width

        Column {
            width: Math.min(area.contentWidth, Theme.fieldWidth * 1.6)
            spacing: Theme.space * 2

            Words {
                objectName: "whereabouts.now"
                width: parent.width
                text: (page.known.text ?? "").length > 0 ? qsTr("%1, since %2", "place, when").arg(page.known.text).arg(page.known.since)
                    : qsTr("Nobody has said yet where this participant is.")
                strong: true
            }
            Segments {
                width: parent.width
                prefix: "whereabouts.place"
                options: person.places
                chosen: page.where
                onChose: id => page.where = id
            }
            Words {
                width: parent.width
                visible: text.length > 0
                text: page.faultOf("place")
                size: Theme.small
                color: Theme.colors.urgent
            }
            MessageLine {
                width: parent.width
                text: page.where === "home" ? qsTr("From now on this participant is asked by telephone.") : ""
            }
            Field {
                id: ward
                name: "whereabouts.ward"
                width: parent.width
                visible: page.where !== "home"
                label: qsTr("Ward or room")
                fault: page.faultOf("ward")
            }
            Field {
                id: bed
                name: "whereabouts.bed"
                width: parent.width
                visible: page.where !== "home"
                label: qsTr("Bed")
                fault: page.faultOf("bed")
            }
        }
    }
    ActionButton {
        id: save
        objectName: "whereabouts.save"
        anchors.bottom: parent.bottom
        kind: "primary"
        text: qsTr("Save")
        onClicked: {
            if (person.locate(page.where, page.where === "home" ? "" : ward.text, page.where === "home" ? "" : bed.text))
                page.saved();
        }
    }
}
